package data

import (
	"cmp"
	"slices"
)

// Judged is what the program says of a picture: by which limits, and of which bytes.
type Judged struct {
	// Profile is the version of the limits, SHA256 the sum of the bytes in hexadecimal digits.
	Profile string `json:"profile"`
	SHA256  string `json:"sha256"`
	// Kind and Side are what it was judged as, Reference the day at which its age counts.
	Kind      string `json:"kind"`
	Side      string `json:"side,omitempty"`
	Reference Date   `json:"reference,omitempty"`
	// Ending is that of the name by which its file came, in small letters, "" for none: «.jpg».
	Ending string `json:"ending,omitempty"`
	// Turn is by how many degrees it was turned when it was judged.
	Turn int `json:"turn,omitempty"`
	// Crop is the part of it that was held against the rules of a portrait, nil for all of it.
	Crop *Crop `json:"crop,omitempty"`
	// Width and Height are those of the upright picture in pixels; a PDF has Pages.
	Width  int `json:"width,omitempty"`
	Height int `json:"height,omitempty"`
	Pages  int `json:"pages,omitempty"`
	// Likeness tells pictures that look alike; 0 where it does not open.
	Likeness uint64           `json:"likeness,omitempty,string"`
	Findings []PictureFinding `json:"findings"`
	// Zone is what the machine-readable zone of an identity document says, nil where none was
	// read whole.
	Zone *Zone `json:"zone,omitempty"`
	// Portrait is where the face lies in the whole picture, nil where none was found.
	Portrait *Portrait `json:"portrait,omitempty"`
}

// Portrait is where the parts of a face lie, in shares of the width and height of the upright,
// turned picture: points are across and down, left and right as the picture shows them.
type Portrait struct {
	// Face is left, top, right and bottom of its square.
	Face       [4]float64 `json:"face"`
	LeftPupil  [2]float64 `json:"left_pupil"`
	RightPupil [2]float64 `json:"right_pupil"`
	Chin       [2]float64 `json:"chin"`
	// Hair is where it ends above the face, which HairFound says was seen.
	Hair      [2]float64 `json:"hair"`
	HairFound bool       `json:"hair_found,omitempty"`
	// Roll is by how many degrees the line of the eyes falls to the right.
	Roll float64 `json:"roll,omitempty"`
}

// Zone is what the machine-readable zone of a document says (ICAO 9303).
type Zone struct {
	// DocumentNumber is without fillers, with the letters of a series.
	DocumentNumber string `json:"document_number"`
	BirthDate      Date   `json:"birth_date"`
	ExpiryDate     Date   `json:"expiry_date"`
	Sex            Sex    `json:"sex,omitempty"`
	Country        string `json:"country"`
	// Surname and GivenNames are in Latin capitals; Cut says that they may end early.
	Surname    string   `json:"surname"`
	GivenNames string   `json:"given_names,omitempty"`
	Cut        bool     `json:"cut,omitempty"`
	Lines      []string `json:"lines"`
	// Page is that of a PDF on which it stands, counted from 1; 0 in a picture.
	Page int `json:"page,omitempty"`
}

// PictureFinding is what one rule says of a picture.
type PictureFinding struct {
	Rule    string `json:"rule"`
	Verdict string `json:"verdict"`
	// Measure is what decided, Measured its value, Limit the bound that it passed or the nearest
	// that it kept; "" where nothing is measured.
	Measure  string  `json:"measure,omitempty"`
	Measured float64 `json:"measured,omitempty"`
	Limit    float64 `json:"limit,omitempty"`
	// Text is the id of the sentence that says what is wrong and what helps.
	Text string `json:"text,omitempty"`
	Args Args   `json:"args,omitempty"`
	// Areas are the places that it is about: left, top, right and bottom in shares of the
	// upright picture.
	Areas [][4]float64 `json:"areas,omitempty"`
	// OnCrop says that it is about the part that is printed.
	OnCrop bool `json:"on_crop,omitempty"`
}

// The verdicts of a rule and of a whole picture.
const (
	PicturePass      = "pass"
	PictureNotJudged = "not-judged"
	PictureWarn      = "warn"
	PictureBlock     = "block"
	PictureStop      = "stop"
	// PictureFail is that of a picture with a block or a stop.
	PictureFail = "fail"
)

// Verdict is that of the whole: fail, warn or pass. What was not judged does not count.
func (j *Judged) Verdict() string {
	verdict := PicturePass
	for _, f := range j.Findings {
		switch f.Verdict {
		case PictureBlock, PictureStop:
			return PictureFail
		case PictureWarn:
			verdict = PictureWarn
		}
	}
	return verdict
}

// explaining are the rules whose findings explain others, the first ones most: a file that cannot be
// read or lies on its side shows nothing as it should, a portrait has no text and shines where a
// document is wanted (P04), nothing fits where no face is (F01), and few pixels are never sharp.
var explaining = []string{"R01", "R02", "R03", "M03", "P04", "F01", "R04", "P05"}

// byWeight are the verdicts, the gravest first.
var byWeight = []string{PictureStop, PictureBlock, PictureWarn, PictureNotJudged, PicturePass}

// Told are the findings in the order in which people are told of them: the gravest first, and of
// those as grave what explains the others.
func (j *Judged) Told() []PictureFinding {
	told := slices.Clone(j.Findings)
	slices.SortStableFunc(told, func(a, b PictureFinding) int {
		return cmp.Or(cmp.Compare(slices.Index(byWeight, a.Verdict), slices.Index(byWeight, b.Verdict)), cmp.Compare(explains(a.Rule), explains(b.Rule)))
	})
	return told
}

// explains is how far behind the rules that explain others a rule stands.
func explains(rule string) int {
	if at := slices.Index(explaining, rule); at >= 0 {
		return at
	}
	return len(explaining)
}

// Of is the finding of a rule, nil where the rule was not asked.
func (j *Judged) Of(rule string) *PictureFinding {
	if j == nil {
		return nil
	}
	i := slices.IndexFunc(j.Findings, func(f PictureFinding) bool { return f.Rule == rule })
	if i < 0 {
		return nil
	}
	return &j.Findings[i]
}

// Seen is the value that a confirmation of the finding is about.
func (f *PictureFinding) Seen() string {
	return asJSON([]any{f.Verdict, f.Measure, f.Measured})
}
