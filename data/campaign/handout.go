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
