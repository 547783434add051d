package campaign

// CardNumber describes the centre's number of a card.
type CardNumber struct {
	// Used says that cards of this campaign have an official number at all.
	Used bool `toml:"used"`
	// Pattern is a regular expression (RE2) for the whole number.
	Pattern string `toml:"pattern"`
	// Example is shown in hints.
	Example string `toml:"example"`
	// DraftPrefix begins the school's own draft numbers.
	DraftPrefix string `toml:"draft_prefix"`
	// DraftWord is printed on a card that has only a draft number: «чернетка».
	DraftWord string `toml:"draft_word"`
}

// Card is the printed card: which layout, and the words that stand on it.
type Card struct {
	// Layout is one of [CardLayouts].
	Layout string `toml:"layout"`
	Title  string `toml:"title"`
	// Subtitle stands under the title; empty for none.
	Subtitle string `toml:"subtitle"`
	// StatementTitle is the heading of the separable part: «Заява».
	StatementTitle string `toml:"statement_title"`
	// StatementHint is the small caption below the ruled lines.
	StatementHint string `toml:"statement_hint"`
	// AddresseeCaption stands under the line for surname and initials.
	AddresseeCaption string `toml:"addressee_caption"`
	// StatementLines is the number of ruled lines for handwriting.
	StatementLines int `toml:"statement_lines"`
	// PhotoCaption stands inside an empty photo box.
	PhotoCaption string `toml:"photo_caption"`
	// AttestationCaption heads the column that marks subjects counted by the school.
	AttestationCaption string `toml:"attestation_caption"`
	LevelCaption       string `toml:"level_caption"`
	SubjectsTitle      string `toml:"subjects_title"`
	// StatementModel is the model text of the handwritten statement, for the hint
	// sheet only (UA-047).
	StatementModel string `toml:"statement_model"`
}

// List is the locked form that the head signs. Its words are law; the order that
// approved it is Approved (UA-136).
type List struct {
	// Layout is one of [ListLayouts], or "" where the campaign has no list.
	Layout   string `toml:"layout"`
	Approved string `toml:"approved"`
	Title    string `toml:"title"`
	Subtitle string `toml:"subtitle"`
	// StampCaption is the caption of the corner stamp, a line each.
	StampCaption       []string `toml:"stamp_caption"`
	InstitutionCaption string   `toml:"institution_caption"`
	TypeCaption        string   `toml:"type_caption"`
	// Types are codes of institution types in the order of the form; the wording
	// is the type's ListTitle.
	Types []string `toml:"types"`
	// Columns are the six headings of the table, from «з/п» to the subjects.
	Columns []string `toml:"columns"`
	// Kits is the sentence about the kits, with «%s» for their number.
	Kits             string `toml:"kits"`
	SignatureCaption string `toml:"signature_caption"`
	NameCaption      string `toml:"name_caption"`
	Seal             string `toml:"seal"`
	// Includes says who belongs on the list, as an expression over the graduate.
	Includes string   `toml:"includes"`
	Register Register `toml:"register"`
}

// Register goes with the list when anybody on it has to stand in it (UA-058); without a
// title there is none.
type Register struct {
	Title    string `toml:"title"`
	Subtitle string `toml:"subtitle"`
	// Columns are the six headings, from «з/п» to what Field holds.
	Columns []string `toml:"columns"`
	// Includes says who of those on the list stands in it.
	Includes string `toml:"includes"`
	Field    string `toml:"field"`
	Source   string `toml:"source"`
}
