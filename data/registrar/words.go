package registrar

import (
	"context"
	"io"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/file"
	"graduand/data/registrar/access"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/roster"
	"graduand/data/registrar/season"
	"graduand/data/registry"
	"graduand/imaging"
)

// The words of the registry that every screen and every command needs.
type (
	// Options are what a registry takes from outside.
	Options = registry.Options
	// SchoolKey opens a registry without a password.
	SchoolKey = registry.SchoolKey
	// SignIn is what a person shows to open a registry.
	SignIn = registry.SignIn
	// Founder is the first account of a new registry.
	Founder = registry.Founder
	// Holder is who holds the paper key.
	Holder = registry.Holder
	// Entrance is what a registry shows to somebody who has not signed in.
	Entrance = registry.Entrance
	// Account is one person who may sign in.
	Account = registry.Account
	// Role is what somebody may do, Right one kind of action.
	Role  = registry.Role
	Right = registry.Right
	// Signal says what has changed.
	Signal = registry.Signal
	// Looking is a registry that cannot be written, and why.
	Looking = registry.Looking
	// Deadline is a day until which something must be done.
	Deadline = season.Deadline
	// Copies are the copies of the registry, and whether a person should make one.
	Copies = season.Copies
	// Filter chooses graduates, Row is one with what follows from the facts.
	Filter = registry.Filter
	Row    = registry.Row
	// SiteState is how the data of a graduate stands at the centre's site.
	SiteState = data.SiteState
	// CardState is how far the printed card of a graduate is.
	CardState = data.CardState
	// Print is how a document was printed.
	Print = registry.Print
	// Assign is one field with the text that a person gave for it.
	Assign = registry.Assign
	// Event is one entry of the history, HistoryFilter chooses some.
	Event         = registry.Event
	HistoryFilter = registry.HistoryFilter
	// Kept is an automatic backup beside a registry.
	Kept = registry.Kept
	// FieldChange is what one field was and became.
	FieldChange = registry.FieldChange
	// Undoing is what taking back one event would change.
	Undoing = registry.Undoing
	// Reversal is what taking an act back would do about one of those whom it changed.
	Reversal = registry.Reversal
	// Filled is what one graduate has filled in.
	Filled = registry.Filled
	// Ill is one fault that the doctor found.
	Ill = registry.Ill
	// StagedFile is a file that is written whole beside its place and not yet in it.
	StagedFile = file.Staged
	// PrintFolder is where documents lie while another program prints them.
	PrintFolder = file.PrintFolder
)

// The roles.
const (
	RoleHead        = registry.RoleHead
	RoleResponsible = registry.RoleResponsible
	RoleRegistering = registry.RoleRegistering
	RoleAccesses    = registry.RoleAccesses
	RoleReader      = registry.RoleReader
	RoleGraduate    = registry.RoleGraduate
)

// The rights.
const (
	RightLook       = registry.RightLook
	RightFill       = registry.RightFill
	RightRegister   = registry.RightRegister
	RightHistory    = registry.RightHistory
	RightPrint      = registry.RightPrint
	RightPrintFinal = registry.RightPrintFinal
	RightAccess     = registry.RightAccess
	RightSchool     = registry.RightSchool
	RightBackup     = registry.RightBackup
	RightExamine    = registry.RightExamine
	RightPassword   = registry.RightPassword
	RightAccounts   = registry.RightAccounts
	RightClose      = registry.RightClose
	RightErase      = registry.RightErase
	RightSetAside   = registry.RightSetAside
)

// What can change under an open window.
const (
	GraduatesChanged = registry.GraduatesChanged
	SchoolChanged    = registry.SchoolChanged
	HistoryGrew      = registry.HistoryGrew
	AccountsChanged  = registry.AccountsChanged
	CalendarChanged  = registry.CalendarChanged
	CampaignChanged  = registry.CampaignChanged
	NotNoted         = registry.NotNoted
)

// The kinds of events that a screen tells from the others; [EventKinds] are all.
const (
	EventAdded         = registry.EventAdded
	EventImported      = registry.EventImported
	EventCentreList    = registry.EventCentreList
	EventChanged       = registry.EventChanged
	EventFilled        = registry.EventFilled
	EventBroughtBack   = registry.EventBroughtBack
	EventRemoved       = registry.EventRemoved
	EventRestored      = registry.EventRestored
	EventPrinted       = registry.EventPrinted
	EventUnprinted     = registry.EventUnprinted
	EventFileSaved     = registry.EventFileSaved
	EventOriginals     = registry.EventOriginals
	EventCollection    = registry.EventCollection
	EventProblems      = registry.EventProblems
	EventAccessChanged = registry.EventAccessChanged
	EventAccessRemoved = registry.EventAccessRemoved
	EventAccessPrinted = registry.EventAccessPrinted
	EventHandedOver    = registry.EventHandedOver
	EventAccessSaved   = registry.EventAccessSaved
	EventEscrowed      = registry.EventEscrowed
)

// NoClass chooses in a filter those who have no class.
const NoClass = registry.NoClass

// Whether somebody is on the site of the centre.
const (
	SiteEntered = data.SiteEntered
	SiteChanged = data.SiteChanged
)

// What a file of the program is called and holds.
const (
	// Program is the version of this program.
	Program = registry.Program
	// ExtensionBackup ends the name of a backup.
	ExtensionBackup = registry.ExtensionBackup
	// MaximumAttachment bounds a photo or scan, in bytes.
	MaximumAttachment = registry.MaximumAttachment
	// MaximumRoster bounds a class list or another table, in bytes.
	MaximumRoster = roster.MaximumSize
	// FormatPDF and FormatExcel are the endings of the files that documents are saved in.
	FormatPDF   = printing.FormatPDF
	FormatExcel = printing.FormatExcel
	// PaperPayments is the document that says who has paid.
	PaperPayments = printing.Payments
	// PaperEnvelopes is the register of the individual envelopes that came.
	PaperEnvelopes = printing.Envelopes
	// PaperIntake is the receipt for what somebody has handed in.
	PaperIntake = printing.Intake
	// DemoPassword opens the registry of a demonstration.
	DemoPassword = registry.DemoPassword
)

// The campaign's switches.
const (
	CapabilityAccesses  = access.Capability
	CapabilityPayments  = registry.CapabilityPayments
	CapabilityLists     = registry.CapabilityLists
	CapabilityPost      = registry.CapabilityPost
	CapabilityEnvelopes = registry.CapabilityEnvelopes
)

// Roles are those that an operator can have in a campaign: see [registry.Roles].
func Roles(c *CampaignFile) []Role { return registry.Roles(c) }

// Statuses are the states that a registration can have in a campaign: see [registry.Statuses].
func Statuses(c *CampaignFile) []data.Status { return registry.Statuses(c) }

// Rights are all of them.
func Rights() []Right { return registry.Rights() }

// EventKinds are all kinds of events, in the order of a filter.
func EventKinds() []string { return registry.EventKinds() }

// GoesTo is a context in which what leaves the school goes to whom was said: see
// [registry.GoesTo].
func GoesTo(ctx context.Context, whom string) context.Context { return registry.GoesTo(ctx, whom) }

// Numbered is a context in which the number of an act comes to stand in first, by which
// Form.UndoAll takes it back: see [registry.Numbered].
func Numbered(ctx context.Context, first *int64) context.Context {
	return registry.Numbered(ctx, first)
}

// UsualRecipient is to whom goes what events of a kind are about: see [registry.Recipient].
func UsualRecipient(kind string) string { return registry.Recipient(kind) }

// NewSchoolKey makes a key for Options.Key.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) { return registry.NewSchoolKey(rand) }

// SamePassword reports that two entries are one password, however each was typed or pasted.
func SamePassword(a, b string) bool { return registry.SamePassword(a, b) }

// CheckPassword says at once what a new password of an account lacks.
func CheckPassword(password string, a Account) error { return registry.CheckPassword(password, a) }

// CheckPaperCode refuses what is no code of a paper key: see [registry.CheckPaperCode].
func CheckPaperCode(typed string) error { return registry.CheckPaperCode(typed) }

// CheckPlace says at once why no registry can be made at path: see [registry.CheckPlace].
func CheckPlace(path string) error { return registry.CheckPlace(path) }

// BackupFolder is where the automatic backups of a registry lie.
func BackupFolder(path string) string { return registry.BackupFolder(path) }

// DecodePicture unpacks a photo or scan: see [registry.DecodePicture].
func DecodePicture(content []byte) (*imaging.File, error) { return registry.DecodePicture(content) }

// DecodePage is [DecodePicture] for a page of a PDF too: see [registry.DecodePage].
func DecodePage(ctx context.Context, content []byte, page int) (file *imaging.File, pages int, err error) {
	return registry.DecodePage(ctx, content, page)
}

// PlaceOf reads where a file stands in a form: see [campaign.PlaceOf].
func PlaceOf(place string) Attached { return campaign.PlaceOf(place) }

// RulePhotoUnjudged is the rule of a picture that nobody has judged as it stands.
const RulePhotoUnjudged = campaign.RulePhotoUnjudged

// PictureRule is the id of what a rule for pictures asks about: see [campaign.PictureRule].
func PictureRule(rule string) string { return campaign.PictureRule(rule) }

// PictureMeasure is what a measure of a picture is, in words: see [campaign.PictureMeasure].
func PictureMeasure(measure string) (id string, share bool) { return campaign.PictureMeasure(measure) }

// Unprintable tells a sign that is no part of any text: see [data.Unprintable].
func Unprintable(letter rune) bool { return data.Unprintable(letter) }

// SaveFile writes a whole file or none, durably: see [file.Save].
func SaveFile(path string, content []byte) error { return file.Save(path, content) }

// StageFile writes everything that can fail of a [SaveFile].
func StageFile(path string, content []byte) (*StagedFile, error) {
	return file.Stage(path, content)
}

// ReadFile reads a regular file of at most limit bytes.
func ReadFile(path string, limit int64) ([]byte, error) { return file.Read(path, limit) }

// IsBeside reports whether a file is one of the program's own beside a registry: see [registry.IsBeside].
func IsBeside(name string) bool { return registry.IsBeside(name) }

// OwnFolder is the user's folder for this program: see [file.OwnFolder].
func OwnFolder() (string, error) { return file.OwnFolder() }

// KeptPath is a path as the settings name it: see [file.KeptPath].
func KeptPath(folder, path string) string { return file.KeptPath(folder, path) }

// FoundPath is where a path of the settings leads: see [file.FoundPath].
func FoundPath(folder, kept string) string { return file.FoundPath(folder, kept) }

// SameFile reports whether two paths lead to one file that is there.
func SameFile(a, b string) bool { return file.Same(a, b) }
