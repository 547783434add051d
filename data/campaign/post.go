package campaign

// postFormat is the first format that says how addresses are printed.
const postFormat = 3

// Post is how addresses stand on labels and envelopes. Measures are in mm.
type Post struct {
	// Index and Street are regular expressions (RE2) for parts of an address between commas:
	// the postal code, and the part with which the street begins.
	Index  string `toml:"index"`
	Street string `toml:"street"`
	// IndexDigits is how many digits a postal code has, each of which gets a box.
	IndexDigits int `toml:"index_digits"`
	// Envelope is the code of the envelope that is addressed, one of [Envelopes].
	Envelope string `toml:"envelope"`
}

// Cover is the covering letter that goes with a list and its kits. «{school}», «{year}»,
// «{school_year}» and «{kits}», their number, stand for those in its words.
type Cover struct {
	// Enabled switches it on: else the list on the letterhead is the letter.
	Enabled bool `toml:"enabled"`
	// Subject says what it is about, Body are its paragraphs.
	Subject string   `toml:"subject"`
	Body    []string `toml:"body"`
	// Encloses are what goes along; Register too where somebody stands in the register.
	Encloses []string `toml:"encloses"`
	Register string   `toml:"register"`
}

// LabelSheet is a sheet of A4 with labels that are stuck on, in mm: so many across and down,
// each so wide and high, the first one Left and Top from the corner, without room between.
type LabelSheet struct {
	Across int     `toml:"across"`
	Down   int     `toml:"down"`
	Width  float64 `toml:"width"`
	Height float64 `toml:"height"`
	Left   float64 `toml:"left"`
	Top    float64 `toml:"top"`
}

// Envelopes are the codes of envelopes, of those that hold sheets of A4 flat, folded once and
// twice (ISO 269).
func Envelopes() []string { return []string{"c4", "c5", "dl"} }
