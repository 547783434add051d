// Package campaign loads a campaign file: everything that changes with the year
// or the country, from dates and subjects to the words of the forms. A file that
// is wrong anywhere is refused with the line and the reason.
//
// Nothing in Go knows a campaign by name. A campaign chooses among the layouts
// that the program has ([CardLayouts], [ListLayouts]) and switches capabilities on
// ([Campaign.Capabilities]).
package campaign

import (
	"sync"

	"github.com/expr-lang/expr/vm"

	"graduand/data"
)

// Format is the newest format of campaign files that this program reads: 2 has terms, 3 has
// fields of several choices of their own, marks at single days off and lines, and the
// address of the centre in expressions.
const Format = 3

// With whom photos and scans are files of the registration: with everybody, or as the way of
// submission says.
const (
	FilesAlways  = "always"
	FilesByRoute = "by_route"
)

// Campaign is one exam season of one country, as its file says it.
type Campaign struct {
	Format int `toml:"format"`
	// MinimumProgram is the oldest program version that understands the file.
	MinimumProgram string `toml:"minimum_program"`
	ID             string `toml:"id"`
	// Revision grows with every corrected edition of the same campaign; the
	// higher one of the built-in and the received file is in force.
	Revision int    `toml:"revision"`
	Title    string `toml:"title"`
	// ShortTitle is what people call it: «ЗНО-2020».
	ShortTitle string `toml:"short_title"`
	Country    string `toml:"country"`
	Year       int    `toml:"year"`
	// Language is that of the documents; it also names the alphabet for sorting.
	Language string `toml:"language"`
	// Alphabet overrides Language for sorting, where names are of another
	// alphabet than the documents ("ky" sorts Russian names as well).
	Alphabet string `toml:"alphabet"`
	// NameScript is the script that names must be written in: "cyrillic", "latin",
	// or "" for any.
	NameScript  string `toml:"name_script"`
	PhoneRegion string `toml:"phone_region"`
	TimeZone    string `toml:"time_zone"`
	LegalBasis  string `toml:"legal_basis"`
	Edition     string `toml:"edition"`
	SiteTitle   string `toml:"site_title"`
	SiteURL     string `toml:"site_url"`
	// AnswerWorkingDays is how long the centre works on a kit, in working days from
	// its receipt there; 0 where no source says (UA-153).
	AnswerWorkingDays int `toml:"answer_working_days"`
	// DisabilityMark is the mark that a condition for persons with a disability
	// asks for (UA-140).
	DisabilityMark string `toml:"disability_mark"`
	// PersonKey names a person in messages: the field of the card number or of the phone.
	PersonKey string `toml:"person_key"`
	// PlaceOfRecord is "paper" or "site".
	PlaceOfRecord string `toml:"place_of_record"`
	PhoneIsLogin  bool   `toml:"phone_is_login"`
	// FilesRequired is [FilesAlways] or [FilesByRoute].
	FilesRequired string `toml:"files_required"`
	// PhotoAgeReference is the day from which the age of a photo counts: "filling"
	// or the code of a date.
	PhotoAgeReference string `toml:"photo_age_reference"`
	// PlannedSource names what said the days that were planned at first and moved since.
	PlannedSource string `toml:"planned_source"`
	// PrivacyNote tells the candidate who has the personal data, from when and what for
	// (UA-066); it stands on the sheet that is signed.
	PrivacyNote string `toml:"privacy_note"`
	// LayoutConfirmed says that a source shows the centre's own layout of the card.
	LayoutConfirmed bool     `toml:"layout_confirmed"`
	Capabilities    []string `toml:"capabilities"`
	// Unconfirmed lists the places of the file whose value no source confirms, as
	// "subject.fee" or "date.reregistration_end"; the program shows them as such.
	Unconfirmed []string `toml:"unconfirmed"`

	CardNumber CardNumber `toml:"card_number"`
	Card       Card       `toml:"card"`
	List       List       `toml:"list"`
	Copy       Copy       `toml:"copy"`
	Sample     Sample     `toml:"sample"`
	Notice     Notice     `toml:"notice"`
	Hint       Hint       `toml:"hint"`
	Roster     Roster     `toml:"roster"`
	CentreList CentreList `toml:"centre_list"`
	Form       Form       `toml:"form"`
	Kits       Kits       `toml:"kit"`
	Tracking   Tracking   `toml:"tracking"`
	Post       Post       `toml:"post"`
	Cover      Cover      `toml:"cover"`
	Packing    Packing    `toml:"packing"`
	Labels     LabelSheet `toml:"labels"`
	SubjectSet SubjectSet `toml:"subject_rules"`
	Photo      Photo      `toml:"photo"`
	Fee        Fee        `toml:"fee"`
	Demo       Demo       `toml:"demo"`

	EnvelopeMail EnvelopeMail `toml:"envelope"`

	Terms              []Term              `toml:"term"`
	Dates              []Date              `toml:"date"`
	Holidays           []Holiday           `toml:"holiday"`
	Centres            []Centre            `toml:"centre"`
	InstitutionTypes   []InstitutionType   `toml:"institution_type"`
	Categories         []Category          `toml:"category"`
	Marks              []Item              `toml:"mark"`
	DocumentKinds      []DocumentKind      `toml:"document_kind"`
	Steps              []Step              `toml:"step"`
	Subjects           []Subject           `toml:"subject"`
	Languages          []Language          `toml:"language_of_tasks"`
	ConditionGroups    []Item              `toml:"condition_group"`
	Conditions         []Condition         `toml:"condition"`
	AdditionalReasons  []AdditionalReason  `toml:"additional_reason"`
	Privileges         []Item              `toml:"privilege"`
	KitDocuments       []KitDocument       `toml:"kit_document"`
	EnvelopeDocuments  []EnvelopeDocument  `toml:"envelope_document"`
	RefusalReasons     []Item              `toml:"refusal_reason"`
	RegistrationRoutes []RegistrationRoute `toml:"route"`
	PaymentTypes       []Item              `toml:"payment_type"`
	PostalOperators    []PostalOperator    `toml:"postal_operator"`
	Rules              []Rule              `toml:"rule"`
	Links              []Link              `toml:"link"`
	SitePages          []SitePage          `toml:"site_page"`
	SettlementLists    []SettlementList    `toml:"settlement_list"`
	// ExternalStatuses are the states that the centre's service shows (UA-149).
	ExternalStatuses []Item `toml:"external_status"`

	// Memo is the memo for the responsible person, a line a step.
	Memo []string `toml:"memo"`
	// Texts brings sentences of the catalogue for a language, or corrects them, and the
	// words of this file in it, by the ids that [Campaign.In] knows: language → id → sentence.
	Texts map[string]map[string]string `toml:"texts"`
	// Phrases are the words of which sources are made up, in other languages: language →
	// words of the file → words of the language. See [Campaign.Cite].
	Phrases map[string]map[string]string `toml:"phrases"`

	source []byte
	// dayless is the campaign without the days of a school, own are those; nil while no
	// school has named any. spoken keeps it by language: see [Campaign.In].
	dayless  *Campaign
	own      *data.Calendar
	spoken   *sync.Map
	index    index
	patterns patterns
	programs map[string]*vm.Program
	// daily are those of programs that say the day, in the order of the file.
	daily []string
}

// Demo is the invented school of the demonstration.
type Demo struct {
	// People names the stock of invented names: one of [DemoPeople].
	People string `toml:"people"`
	// Phone and Responsible are login and name of the responsible person, HeadPhone and
	// Head those of the head.
	Phone       string      `toml:"phone"`
	Responsible string      `toml:"responsible"`
	HeadPhone   string      `toml:"head_phone"`
	Head        string      `toml:"head"`
	School      data.School `toml:"school"`
	Classes     []DemoClass `toml:"class"`
	// Documents are the kinds that the people have, by their examples.
	Documents []string `toml:"documents"`
	// Values fill the form: field → values to choose from; a sign # is a digit.
	Values map[string][]string `toml:"values"`
	// Persons are those for whom the rarer papers are, so that each has somebody to show it
	// for: each takes the place of one of the people.
	Persons []DemoPerson `toml:"person"`
	// SeasonPersons come behind them where a whole season is played.
	SeasonPersons []DemoPerson `toml:"season_person"`
	// Paid is what the centre says of the receipts of all others in a season, an external status.
	Paid string `toml:"paid"`
}

// What can become of somebody of a demonstration besides an ordinary season.
const (
	LifeRefused       = "refused"        // refused, mended, accepted
	LifeReRegistered  = "reregistered"   // registered, then again with another document
	LifeWithdrawn     = "withdrawn"      // gives the registration up in time
	LifeWithdrawnLate = "withdrawn_late" // and too late
	LifeKept          = "kept"           // the envelope stays at the centre
	LifeReturned      = "returned"       // the post gives it back
	LifeAtHome        = "at_home"        // fills the form in at home, with the own access
	LifeAnotherPhoto  = "another_photo"  // the portrait is refused, and another comes
	LifeGivenBack     = "given_back"     // the finished form goes back with a remark, is mended and finished again
	LifeChanged       = "changed"        // something changes after it stands on the centre's site, and is mended there
	LifeLeft          = "left"           // leaves the school in the middle of it
)

// DemoLives are all of them.
func DemoLives() []string {
	return []string{LifeRefused, LifeReRegistered, LifeWithdrawn, LifeWithdrawnLate, LifeKept, LifeReturned,
		LifeAtHome, LifeAnotherPhoto, LifeGivenBack, LifeChanged, LifeLeft}
}

// DemoPerson is what tells somebody of the demo school from the others.
type DemoPerson struct {
	// Values are those of the form: field → value, with commas between several codes.
	Values map[string]string `toml:"values"`
	// Receipts are what has been paid, in campaigns with payments.
	Receipts []DemoReceipt `toml:"receipts"`
	// Life is what becomes of this person in a season, one of [DemoLives]; "" for the ordinary.
	Life string `toml:"life"`
	// Refusal is the code of the reason of a refusal.
	Refusal string `toml:"refusal"`
	// Remark is with what a form is given back, or why somebody leaves; Later are the values that are
	// mended, or change, in the course of the life.
	Remark string            `toml:"remark"`
	Later  map[string]string `toml:"later"`
}

// DemoReceipt is a receipt of the first type of payment. Status is what the centre says of
// it, an external status, and Note why; "" for one on which it has not decided.
type DemoReceipt struct {
	// Amount is in whole units; 0 is what is left to be paid.
	Amount int    `toml:"amount"`
	Number string `toml:"number"`
	Status string `toml:"status"`
	Note   string `toml:"note"`
	// Photo says that there is a photo of it, Cancelled that it is taken back for Note, as its number was
	// typed wrong.
	Photo     bool `toml:"photo"`
	Cancelled bool `toml:"cancelled"`
}

// DemoClass is a class of the demo school and how many are in it.
type DemoClass struct {
	Name      string `toml:"name"`
	Graduates int    `toml:"graduates"`
}
