package imaging

// Kind is what a picture is to be.
type Kind string

// The kinds: a portrait, one side of an identity document, any other document.
const (
	Face     Kind = "face"
	Passport Kind = "passport"
	Scan     Kind = "scan"
)

// Side is that of a document; "" where it has no two.
type Side string

// The sides of a card.
const (
	Front Side = "front"
	Back  Side = "back"
)

// Question is what is asked about a file.
type Question struct {
	Kind Kind
	Side Side
	// Name is that of the file: its ending is held against its content. "" where it has none.
	Name string
	// Reference is the day at which a photo must not be too old, "2021-02-15"; "" where
	// nobody has set one.
	Reference string
	// Turned is how many quarters of a turn clockwise somebody has turned the picture by.
	Turned int
	// Crop is the part of the turned picture that is printed, nil for all of it, and CropWidth
	// its width in shares of the picture's: a portrait is held against the rules as it is
	// printed.
	Crop      *Crop
	CropWidth float64
}
