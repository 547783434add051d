package campaign

// handoutFormat is the first format that has the papers around a kit.
const handoutFormat = 3

// Copy is how the copies of documents in a kit are certified (UA-025, UA-026); without words the
// campaign has none such.
type Copy struct {
	// Words stand on each copy, Captions below the places to fill.
	Words            string `toml:"words"`
	SignatureCaption string `toml:"signature_caption"`
	NameCaption      string `toml:"name_caption"`
	DateCaption      string `toml:"date_caption"`
	Source           string `toml:"source"`
	// Documents are the scans of which the program prints copies.
	Documents []CopyDocument `toml:"document"`
}

// CopyDocument is a document of which a copy is printed, a sheet for each.
type CopyDocument struct {
	// Fields hold its scans, in the order of its sides.
	Fields []string `toml:"fields"`
	// Identity says that it is the document of [Field] document_kind, whose size is known then.
	Identity bool `toml:"identity"`
}

// Sample is a filled-in card of nobody with what is to be said of its places (UA-046); without a
// title the campaign has none.
type Sample struct {
	Title string `toml:"title"`
	// Word says what it is: «ЗРАЗОК».
	Word string `toml:"word"`
	// Values are those of the form: field → value, with commas between several codes.
	Values map[string]string `toml:"values"`
	// Applicant, Statement, Date and Signature are written by hand.
	Applicant string       `toml:"applicant"`
	Statement string       `toml:"statement"`
	Date      string       `toml:"date"`
	Signature string       `toml:"signature"`
	Notes     []SampleNote `toml:"note"`
}

// SampleNote says what goes to a place of the card.
type SampleNote struct {
	// At is the code of a field or a step, or one of [SamplePlaces].
	At    string `toml:"at"`
	Title string `toml:"title"`
	Says  string `toml:"says"`
	// Refusal is the code of the reason that it keeps off, "" for none.
	Refusal string `toml:"refusal"`
}

// SamplePlaces are the places of a card that no field and no step is.
func SamplePlaces() []string {
	return []string{"number", "photo", "addressee", "applicant", "statement", "date", "signature"}
}

// Notice is what stands around [Campaign.PrivacyNote] where that is given to a person on paper and
// signed (UA-066); without a title it is not.
type Notice struct {
	Title string `toml:"title"`
	// Acknowledged stands before the signature.
	Acknowledged string `toml:"acknowledged"`
	Source       string `toml:"source"`
}

// Hint is the sheet that shows somebody how to make out the own card (UA-047, UA-052); without a
// title the campaign has none.
type Hint struct {
	Title string `toml:"title"`
	// Masculine and Feminine are the statement as a man and a woman write it; where the sex is not
	// known, or one is empty, it is [Card.StatementModel].
	Masculine string     `toml:"masculine"`
	Feminine  string     `toml:"feminine"`
	Steps     []HintStep `toml:"step"`
}

// HintStep is something to do with the card; When says for whom, as an expression, "" for all.
type HintStep struct {
	Says string `toml:"says"`
	When string `toml:"when"`
}
