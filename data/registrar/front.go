package registrar

import (
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/file"
	"graduand/data/phone"
	"graduand/data/registry"
)

// The words of lower rooms that the window and the command line need by name.
type (
	// CampaignFile is a loaded campaign.
	CampaignFile = campaign.Campaign
	// Mode says who fills the form.
	Mode = data.Mode
	// Door says what the password of an access opens.
	Door = data.Door
	// Finding is one thing that is wrong or missing.
	Finding = data.Finding
	// Fact is something that happened, on a day.
	Fact = data.Fact
	// Date is a day, "" for none.
	Date = data.Date
	// Day is a day of the campaign.
	Day = campaign.Date
	// PostalOperator carries packages.
	PostalOperator = campaign.PostalOperator
	// FactKind names what happened.
	FactKind = data.FactKind
	// Item is a code of the campaign with its words.
	Item = campaign.Item
	// PictureQuestion is what a person has to answer about one photo or scan.
	PictureQuestion = campaign.PictureQuestion
	// Choice is one value that a field of codes can hold.
	Choice = campaign.Choice
	// Field is a field of the form as the campaign describes it.
	Field = campaign.Field
	// Subject, Condition and KitDocument are entries of the campaign's catalogues.
	Subject     = campaign.Subject
	Condition   = campaign.Condition
	KitDocument = campaign.KitDocument
	// Title is a name over a column, Inside one within a sentence.
	Title  = data.Title
	Inside = data.Inside
	// Attached is one file in a form.
	Attached = campaign.Attached
)

// Kinds of fields that the window shows in ways of their own, and what a box holds that is
// ticked.
const (
	KindName        = campaign.KindName
	KindDate        = campaign.KindDate
	KindPhone       = campaign.KindPhone
	KindEmail       = campaign.KindEmail
	KindSubjects    = campaign.KindSubjects
	KindAttestation = campaign.KindAttestation
	KindConditions  = campaign.KindConditions
	KindPrivileges  = campaign.KindPrivileges
	KindMarks       = campaign.KindMarks
	KindChoices     = campaign.KindChoices
	KindInstitution = campaign.KindInstitution
	KindFile        = campaign.KindFile
	KindFiles       = campaign.KindFiles
	KindCheckbox    = campaign.KindCheckbox
	KindGenitive    = campaign.KindGenitive

	Ticked = campaign.Ticked

	// PictureFace is the kind of a picture that shows a face.
	PictureFace = campaign.PictureFace
)

// SplitList reads codes with commas between them.
func SplitList(codes string) []string { return data.SplitList(codes) }

// FilesOf reads the value of a field of several files.
func FilesOf(field, value string) []Attached { return campaign.FilesOf(field, value) }

// Doubt are the words that follow a sum which no source confirms, none for another.
func Doubt(confirmed bool) any { return campaign.Doubt(confirmed) }

// Recipient is to whom something goes, as the history holds it, for data/text to word.
func Recipient(to string) any { return data.Recipient(to) }

// Agrees reads «yes» or «no»: see [registry.Agrees].
func Agrees(word string) (agrees, is bool) { return registry.Agrees(word) }

// FormatPhone writes an E.164 number as people read it.
func FormatPhone(e164 string) string { return phone.Format(e164) }

// CheckPhone refuses what is no phone that somebody signs in with: see [registry.CheckPhone].
func CheckPhone(c *CampaignFile, typed string) error { return registry.CheckPhone(c, typed) }

// CheckFreePhone refuses a phone that another account has: see [registry.CheckFreePhone].
func CheckFreePhone(c *CampaignFile, accounts []Account, typed, instead string) error {
	return registry.CheckFreePhone(c, accounts, typed, instead)
}

// Unanswered says that a finding asks what a person alone can answer: see [campaign.Unanswered].
func Unanswered(f Finding) bool { return campaign.Unanswered(f) }

// CheckAmount refuses what is no sum of a receipt: see [registry.CheckAmount].
func CheckAmount(c *CampaignFile, typed string) error { return registry.CheckAmount(c, typed) }

// CheckSchoolPhone refuses phones of a school of which none can be read: see
// [registry.CheckSchoolPhone].
func CheckSchoolPhone(c *CampaignFile, typed string) error {
	return registry.CheckSchoolPhone(c, typed)
}

// CheckEmail refuses what is no e-mail address: see [registry.CheckEmail].
func CheckEmail(typed string) error { return registry.CheckEmail(typed) }

// ParseStatus reads the code of a status; empty is no status.
func ParseStatus(code string) (data.Status, error) {
	if code == "" {
		return "", nil
	}
	var known []string
	for _, s := range data.Statuses() {
		if string(s) == code {
			return s, nil
		}
		known = append(known, string(s))
	}
	return "", data.Fail("status.unknown", data.Args{"value": code, "known": strings.Join(known, ", ")})
}

// ParseNext reads the code of what is to be done next; empty is no step. The error is next.unknown.
func ParseNext(code string) (data.Next, error) {
	if code == "" || data.KnownNext(code) {
		return data.Next(code), nil
	}
	known := make([]string, 0, len(data.NextActions()))
	for _, next := range data.NextActions() {
		known = append(known, string(next))
	}
	return "", data.Fail("next.unknown", data.Args{"value": code, "known": strings.Join(known, ", ")})
}

// NextWords is the id of data/text of what is to be done next.
func NextWords(next data.Next) string {
	if next == "" {
		return "next.nothing"
	}
	return "next." + string(next)
}

// CodeOf is the code of a failure with a sentence, "" for any other error and nil.
func CodeOf(err error) string { return data.CodeOf(err) }

// Beside is a refusal as it is said beside its field: see [data.Beside].
func Beside(err error) error { return data.Beside(err) }

// CannotOpen is the failure to show a file in the PC's own program.
func CannotOpen(err error, path string) error {
	return data.FailWith(err, "file.cannot_show", data.Args{"file": path})
}

// The doors.
const (
	DoorOwn      = data.DoorOwn
	DoorPlatform = data.DoorPlatform
)

// Error is a failure with a sentence in data/text.
type Error = data.Error

// Campaigns are the ids of the campaigns that the program brings.
func Campaigns() []string { return campaign.BuiltinIDs() }

// BuiltinCampaigns are all of these.
func BuiltinCampaigns() (all []*campaign.Campaign, err error) {
	for _, id := range Campaigns() {
		c, err := Campaign(id, nil)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// Campaign reads a campaign: a built-in one by its id, or any by its TOML source.
func Campaign(id string, source []byte) (*campaign.Campaign, error) {
	if source != nil {
		return campaign.Load(source, registry.Program)
	}
	return campaign.Builtin(id, registry.Program)
}

// MaximumCampaign bounds a campaign file, in octets.
const MaximumCampaign = 4 << 20

// CampaignIn reads a campaign file.
func CampaignIn(path string) (*campaign.Campaign, error) {
	source, err := file.Read(path, MaximumCampaign)
	if err != nil {
		return nil, err
	}
	return Campaign("", source)
}

// SchoolIn is a school as another campaign knows it: see [registry.SchoolIn].
func SchoolIn(c, from *CampaignFile, s data.School) (school data.School, left []data.Term) {
	return registry.SchoolIn(c, from, s)
}

// SiteStates are what may be said of somebody and the site of the centre, in their order.
func SiteStates() []SiteState { return data.SiteStates() }

// CardStates are what may be said of a printed card, in their order; none where the campaign has no
// cards.
func CardStates(c *CampaignFile) []CardState {
	if !c.HasCards() {
		return nil
	}
	return data.CardStates()
}
