package campaign

import (
	"regexp"

	"graduand/data"
)

// Item is a code with its words in the campaign's language.
type Item struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Note explains or limits; Source is the law or document.
	Note   string `toml:"note"`
	Source string `toml:"source"`
	// Example marks an invented entry of a catalogue that no source gives (D11).
	Example bool `toml:"example"`
	// Means says of a state of the centre's service what it means for the road of a registration,
	// see [data.Meanings]; "" of a state that says nothing of it, and of all other entries.
	Means string `toml:"means"`
}

// wording is the title of an entry of a table as an argument of a sentence, which
// data/text says in the language of the reader.
func wording(table, code, title string) data.Wording {
	return data.Wording{ID: table + "." + code, Words: title}
}

// Link is a page of the centre: its services, its rules.
type Link struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	URL   string `toml:"url"`
	Note  string `toml:"note"`
}

// Centre is a regional centre.
type Centre struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Addressee are the lines of the address block of the list: «Харківський»,
	// «регіональний центр оцінювання якості освіти».
	Addressee []string `toml:"addressee"`
	// ShortTitle is the abbreviation: «ХРЦОЯО».
	ShortTitle string   `toml:"short_title"`
	City       string   `toml:"city"`
	Address    string   `toml:"address"`
	Phone      string   `toml:"phone"`
	Email      string   `toml:"email"`
	Regions    []string `toml:"regions"`
	Confirmed  *bool    `toml:"confirmed"`
}

// InstitutionType is a kind of school. Learner is what its graduates are called,
// LearnerFeminine what a woman among them is, where the language has another word.
type InstitutionType struct {
	Code       string `toml:"code"`
	Title      string `toml:"title"`
	ShortTitle string `toml:"short_title"`
	// ListTitle is the exact wording on the list form.
	ListTitle       string `toml:"list_title"`
	Learner         string `toml:"learner"`
	LearnerFeminine string `toml:"learner_feminine"`
}

// Category is a category of graduate. Route is the code of its way of submission.
type Category struct {
	Code    string `toml:"code"`
	Title   string `toml:"title"`
	Route   string `toml:"route"`
	Default bool   `toml:"default"`
	// Learner is what its people are called where the type of the school does not say it.
	Learner         string `toml:"learner"`
	LearnerFeminine string `toml:"learner_feminine"`
}

// DocumentKind is a kind of identity document with its number patterns (RE2, over
// the whole text). Names are what rosters call it.
type DocumentKind struct {
	Code          string `toml:"code"`
	Title         string `toml:"title"`
	SeriesPattern string `toml:"series_pattern"`
	NumberPattern string `toml:"number_pattern"`
	// Example is series and number with a space between, or the number alone.
	Example string   `toml:"example"`
	Names   []string `toml:"names"`
	// ByNameOnly says that the numbers look like anything, so that a roster must
	// name the kind.
	ByNameOnly bool `toml:"by_name_only"`
	// SizeMM is its size in mm as it lies, longer side first; empty where it has no one size.
	SizeMM []float64 `toml:"size_mm"`
	// Allowed says for whom the kind is accepted, as an expression; empty for all.
	Allowed string `toml:"allowed"`
	// AllowedFor names the marks that Allowed asks for, as the form calls them.
	AllowedFor string `toml:"allowed_for"`
	Source     string `toml:"source"`
}

func (k *DocumentKind) wording() data.Wording { return wording("document_kind", k.Code, k.Title) }

// KitDocument is one paper of a kit.
type KitDocument struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Needed says for whom, as an expression over the graduate.
	Needed string `toml:"needed"`
	// Form is "original", [FormCopy] (certified by the registrant), "application", or "document"
	// where the source does not say which (UA-021).
	Form string `toml:"form"`
	Note string `toml:"note"`
	// Checks are looked at on it before it goes into the kit, beside those of [Kits].
	Checks []string `toml:"checks"`
	// Prevents are, check by check, the codes of the refusals that they prevent (UA-087), and
	// ChecksWhen for whom they are asked, "" for everybody; both may be left out.
	Prevents   []string `toml:"prevents"`
	ChecksWhen []string `toml:"checks_when"`
	// OneByOne are the numbers of those checks that a person answers for each graduate alone, never
	// with all others at once; the first is 1.
	OneByOne []int  `toml:"one_by_one"`
	Source   string `toml:"source"`
	// AfterRefusal says what becomes of it when the centre refuses: [PaperReturned] or [PaperKept], ""
	// where the file does not say; KeptWith are the codes of reasons with which it stays all the same,
	// InPlace that of what comes in the envelope for it then, or always where there are none (UA-096…101).
	AfterRefusal string   `toml:"after_refusal"`
	KeptWith     []string `toml:"kept_with"`
	InPlace      string   `toml:"in_place"`
	// InEnvelope says that it comes with the certificate, so that it is there when somebody registers
	// again (UA-070, UA-083).
	InEnvelope bool `toml:"in_envelope"`
	// Apart says that it goes by itself, in no kit: a withdrawal (UA-108).
	Apart bool `toml:"apart"`
	// Letter is how the program prints it, nil for a paper that others make.
	Letter *Letter `toml:"letter"`
}

// FormCopy is the form of a paper that is a copy of one that stays with the person.
const FormCopy = "copy"

// Wording is the title for data/text to word.
func (k *KitDocument) Wording() data.Wording { return wording("kit_document", k.Code, k.Title) }

// envelopeFormat is the first format that says what is in an individual envelope.
const envelopeFormat = 3

// EnvelopeDocument is a paper in the envelope that the centre sends to a person (UA-068).
type EnvelopeDocument struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Needed says in whose envelope it is, as an expression over the graduate.
	Needed string `toml:"needed"`
	// Refused says that it comes with a refusal, else with a registration.
	Refused bool `toml:"refused"`
	// Numbered says that it is what the centre registers somebody under: the certificate.
	Numbered bool   `toml:"numbered"`
	Source   string `toml:"source"`
}

// Wording is the title for data/text to word.
func (d *EnvelopeDocument) Wording() data.Wording {
	return wording("envelope_document", d.Code, d.Title)
}

// What becomes of a paper of a kit once the centre has answered.
const (
	PaperReturned = "returned"
	PaperKept     = "kept"
)

// EnvelopeMail is what holds for the envelopes that the centre sends, whoever they are for.
type EnvelopeMail struct {
	// Collect are the ways to get an envelope that the centre keeps, a sentence each, and CollectUntil
	// the code of the day before which the last of them is open (UA-076).
	Collect      []string `toml:"collect"`
	CollectUntil string   `toml:"collect_until"`
	// Emailed says who gets the result by e-mail instead, as an expression over the graduate, and
	// EmailField is the field with the address for it (UA-075).
	Emailed    string `toml:"emailed"`
	EmailField string `toml:"email_field"`
	// Home says to whom the envelope goes at the address of the card, past the school, as an expression
	// over the graduate (UA-073).
	Home string `toml:"home"`
	// CertificateDigits and PINDigits are how many digits the number of a certificate has, and the PIN
	// beside it, which is asked for nowhere; 0 for unknown (UA-080).
	CertificateDigits int    `toml:"certificate_digits"`
	PINDigits         int    `toml:"pin_digits"`
	Source            string `toml:"source"`
}

// fateFormat is the first format that says what comes back of a kit.
const fateFormat = 3

// kitFormat is the first format that says what is looked at on the papers of a kit.
const kitFormat = 3

// Kits is what holds for every kit, whatever stands in it.
type Kits struct {
	// CopyChecks are looked at on each paper of the form [FormCopy] (UA-159).
	CopyChecks []string `toml:"copy_checks"`
	// Basis is the code of the paper without which no kit is received: the centre's own card; "" where
	// any kit may be (UA-066).
	Basis string `toml:"basis"`
	// CopyPrevents are the codes of the refusals that these prevent, and Missing that of a paper that is
	// not there (UA-088); "" for none.
	CopyPrevents []string `toml:"copy_prevents"`
	Missing      string   `toml:"missing_prevents"`
	// Late is the code of the refusal of what is sent too late (UA-091), "" for none.
	Late string `toml:"late_prevents"`
	// Assembly is how a kit is put together, a sentence each (UA-164).
	Assembly []string `toml:"assembly"`
	Source   string   `toml:"source"`
}

// learnerFormat is the first format with people called by their category and their sex, and by
// «{learner}» in a letter.
const learnerFormat = 3

// apartFormat is the first format with papers that go by themselves, and until a day.
const apartFormat = 3

// documentFormat is the first format with papers of the form "document".
const documentFormat = 3

// Letter is an application or certificate of a kit as the program prints it. «{code}» in
// Body stands for the value of a field, «{school}», «{year}», «{school_year}» and «{learner}» for
// those; a paragraph of which every value is empty is left out.
type Letter struct {
	Title string `toml:"title"`
	// Subtitle stands under the title; "" for none.
	Subtitle string `toml:"subtitle"`
	// When limits it further than the kit document's Needed: the school prints it for them
	// only; empty for all who need it.
	When string `toml:"when"`
	// Issued says that the school issues it and the head signs; otherwise the graduate
	// applies to the regional centre.
	Issued bool `toml:"issued"`
	// Photo says that a photo is glued on and sealed.
	Photo bool     `toml:"photo"`
	Body  []string `toml:"body"`
	// Fields stand beneath as rows.
	Fields []string `toml:"fields"`
	// Encloses are codes of kit documents that are attached.
	Encloses []string `toml:"encloses"`
	// Until is the code of the day up to which it may be sent, "" where there is none.
	Until string `toml:"until"`
}

// LetterFields are the codes that stand in braces in a paragraph of a letter.
func LetterFields(paragraph string) []string {
	var codes []string
	for _, found := range braces.FindAllStringSubmatch(paragraph, -1) {
		codes = append(codes, found[1])
	}
	return codes
}

var braces = regexp.MustCompile(`\{([a-z0-9_]+)\}`)

// How photos reach the centre on a route: glued onto the card, or as files.
const (
	PhotosGlued  = "glued"
	PhotosAsFile = "file"
)

// RegistrationRoute is a way of submission (UA B7).
type RegistrationRoute struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Via is "school", "post", "email", "site" or [ViaInPerson].
	Via string `toml:"via"`
	// Photos is [PhotosGlued] or [PhotosAsFile].
	Photos string `toml:"photos"`
	// When overrides the category's route, as an expression over the graduate; the
	// first route whose When holds wins.
	When string `toml:"when"`
	// End is the code of the day up to which a first registration is sent on this way; "" for
	// the day of schools where Via is "school", else the end of registration.
	End    string `toml:"end"`
	Source string `toml:"source"`
}

// Wording is what the way is called, for data/text.
func (r *RegistrationRoute) Wording() data.Wording { return wording("route", r.Code, r.Title) }

// ViaInPerson is the way of a route on which a person goes to the centre (UA-067).
const ViaInPerson = "in_person"

// ViaEmail is the way of a route on which scans are sent by e-mail (UA-055, UA-065).
const ViaEmail = "email"

// Tracking is how a participant follows the own papers (UA-150).
type Tracking struct {
	// Link is the code of the link where the number of the card is typed; "" where there is no
	// such page.
	Link string `toml:"link"`
}

// trackingFormat is the first format that says where participants look.
const trackingFormat = 3
