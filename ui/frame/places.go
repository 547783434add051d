package frame

import (
	"graduand/data/registrar"
)

// Names of the places that a route leads to. "screen."+name is the word of a page in the
// navigation.
const (
	Overview     = "overview"
	Graduates    = "graduates"
	Roster       = "roster"
	Printing     = "printing"
	History      = "history"
	SettingsPage = "settings"
	Help         = "help"
	Access       = "access"
	Payment      = "payment"
	Photo        = "photo"
	PhotoFolder  = "photo_folder"
	CentreList   = "centre_list"
	Account      = "account"
	Season       = "season"
	Own          = "own"
	Form         = "form"
	Intake       = "intake"
	Post         = "post"
	Answer       = "answer"
	Exchange     = "exchange"

	// Receipts, Erasing, Restoring, Table, Licences and HelpOver are dialogs over the page in front:
	// the receipts of one graduate, the end of personal data, a registry out of a backup,
	// what a table from outside would change, the licences of the program's parts, and the help
	// over what is in front.
	Receipts  = "receipts"
	Erasing   = "erasing"
	Restoring = "restoring"
	Table     = "table"
	Licences  = "licences"
	// Guide is the user guide, in the PC's browser.
	Guide    = "guide"
	HelpOver = "help_over"
)

// Names of the pages before the sign-in, about which the help tells.
const (
	Welcome   = "welcome"
	Notice    = "notice"
	SignIn    = "signin"
	NewSchool = "school"
	Invited   = "invited"
)

// Route says where to go and what to have there. A place takes of it what it knows.
type Route struct {
	// Screen is the name of the place.
	Screen string
	// Graduate is the id of the one whom it is about, Field the code of a field of that form.
	Graduate, Field string
	// Unnamed asks for the first day of the calendar that nobody has named yet.
	Unnamed bool
	// Only are ids of graduates: those chosen, or those that come before and after. Shown says
	// that nobody chose them: a search or a filter of a list shows them alone.
	Only  []string
	Shown bool
	// Chooses says that what stands above a list is to be chosen: Class of the classes, State of the
	// states, Site of what stands at the centre's site; "" is all.
	Chooses            bool
	Class, State, Site string
	// Paper is the code of the document to print, "" for the one chosen last.
	Paper string
	// Again is the number of the entry of the history in which it was printed, to print it as it was
	// then; 0 to print it as it is now.
	Again int64
	// About is the name of the page or the dialog about which the help is asked; Field is then the field
	// that had the keyboard.
	About string
	// Campaign is the one whose guide is opened.
	Campaign *registrar.CampaignFile
	// File is the path of a file to take, Files are those of files and folders taken at once.
	File  string
	Files []string
}

// page is what the navigation has to know of a page by its name.
type page struct {
	name string
	// under is the page that the navigation marks for this one, which is not in it itself.
	under string
	// right and capability are what the one who signed in and the campaign must have, where
	// it needs any.
	right      registrar.Right
	capability string
	// when says in which campaigns the page is, nil for all.
	when func(*registrar.CampaignFile) bool
	// about says that it is about the registry itself, not about the work.
	about bool
}

// pages are all pages, in the order of the navigation.
var pages = []page{
	{name: Overview},
	{name: Graduates},
	{name: Form, under: Graduates},
	{name: Own, under: Own},
	{name: Roster, right: registrar.RightRegister},
	{name: CentreList, under: Roster, right: registrar.RightRegister, when: (*registrar.CampaignFile).HasCards},
	{name: Access, right: registrar.RightAccess, capability: registrar.CapabilityAccesses},
	{name: Payment, capability: registrar.CapabilityPayments},
	{name: Photo},
	{name: PhotoFolder, under: Photo, right: registrar.RightRegister},
	{name: Intake, capability: registrar.CapabilityLists},
	{name: Post, capability: registrar.CapabilityLists},
	{name: Answer, when: answers},
	{name: Printing},
	{name: Exchange},
	{name: History},
	{name: Account, about: true},
	{name: Season, right: registrar.RightBackup, about: true},
	{name: SettingsPage, about: true},
	{name: Help, about: true},
}

// answers says that the centre of a campaign answers, or sends envelopes.
func answers(c *registrar.CampaignFile) bool {
	return len(c.RefusalReasons) > 0 || c.Has(registrar.CapabilityEnvelopes)
}

// markOf is the page that the navigation marks for another.
func markOf(name string) string {
	for _, p := range pages {
		if p.name == name && p.under != "" {
			return p.under
		}
	}
	return name
}
