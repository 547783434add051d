package frame

// DropKind is what a dropped file is, as its ending says; what is in it decides later.
type DropKind string

// The kinds of dropped files: a table of people, a photo, a scan or a folder of them, a message of the
// centre, a file of the campaign, a registry, which a form from home is too, and a backup of one.
const (
	DropTable    DropKind = "table"
	DropPicture  DropKind = "picture"
	DropMessage  DropKind = "message"
	DropCampaign DropKind = "campaign"
	DropRegistry DropKind = "registry"
	DropBackup   DropKind = "backup"
	dropUnknown  DropKind = ""
)

// The endings of messages between school and centre, of files of a campaign and of registries; what is
// in them decides.
const (
	MessageEnding  = ".age"
	CampaignEnding = ".toml"
	RegistryEnding = ".graduand"
)

// strangePictures are pictures that no field takes: who drops one is told what to do with it.
var strangePictures = []string{".heic", ".heif", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"}
