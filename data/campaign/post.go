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
	// Envelope is width and height of an envelope as it is addressed.
	Envelope []float64 `toml:"envelope"`
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
