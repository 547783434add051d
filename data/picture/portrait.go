package picture

import (
	"math"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/imaging"
)

// portraitOf is where a face lies as the record keeps it, nil for none. What is kept has no more
// digits than every processor agrees on.
func portraitOf(g *imaging.Geometry) *data.Portrait {
	if g == nil || len(g.Faces) == 0 {
		return nil
	}
	face := g.Faces[0]
	return &data.Portrait{Face: [4]float64{rounded(face.Left), rounded(face.Top), rounded(face.Right), rounded(face.Bottom)},
		LeftPupil: placeOf(g.LeftPupil), RightPupil: placeOf(g.RightPupil), Chin: placeOf(g.Chin), Hair: placeOf(g.HairTop),
		HairFound: g.HairFound, Roll: rounded(g.Roll)}
}

func placeOf(p imaging.Point) [2]float64 { return [2]float64{rounded(p.X), rounded(p.Y)} }

func pointOf(place [2]float64) imaging.Point { return imaging.Point{X: place[0], Y: place[1]} }

// geometryOf is what the judge frames a portrait by.
func geometryOf(p *data.Portrait) *imaging.Geometry {
	return &imaging.Geometry{LeftPupil: pointOf(p.LeftPupil), RightPupil: pointOf(p.RightPupil), Chin: pointOf(p.Chin),
		HairTop: pointOf(p.Hair), HairFound: p.HairFound, Roll: p.Roll}
}

// mostApart is in how many places two pictures differ at most that are hardly two.
const mostApart = 4

// Alike says that two portraits look the same. Cards of one kind all do.
func Alike(a, b *data.Judged) bool {
	return Comparable(a) && Comparable(b) && Like(a.Likeness, b.Likeness)
}

// Comparable says that a picture is held against others by how it looks: a portrait that opens.
func Comparable(j *data.Judged) bool {
	return j != nil && j.Kind == campaign.PictureFace && j.Likeness != 0
}

// Like is [Alike] by the likenesses of two that are comparable.
func Like(a, b uint64) bool { return imaging.Alike(a, b) <= mostApart }

// Printed is a portrait for paper: a file of JPEG, and how large it stands there in millimetres.
type Printed struct {
	JPEG          []byte
	Width, Height float64
}

// Print is the part of a portrait that is printed, as large as it fits into so many millimetres;
// where nobody has chosen one, all of the picture: no crop is put in its place silently. A file
// that cannot be read is refused with a code "attachment.…".
func Print(content []byte, p data.Picture, widthMM, heightMM float64) (Printed, error) {
	file, part, printed, err := portraitIn(content, p, widthMM, heightMM)
	if err != nil {
		return Printed{}, err
	}
	printed.JPEG, err = file.CutFile(windowOf(part), printed.Width, printed.Height)
	return printed, err
}

// portraitIn opens a portrait, with the part of it that is printed and how large it stands in so
// many millimetres.
func portraitIn(content []byte, p data.Picture, widthMM, heightMM float64) (file *imaging.File, part data.Crop, printed Printed, err error) {
	if file, err = imaging.Open(content); err != nil {
		return nil, part, printed, Coded(err)
	}
	file.Picture = file.Turned(p.Turn / 90)
	width, height := file.Size()
	part = data.Crop{Right: 1, Bottom: 1}
	if p.Crop != nil {
		part = *p.Crop
	}
	printed = Printed{Width: widthMM, Height: heightMM}
	switch proportion, wanted := proportionOf(part, width, height), widthMM/heightMM; {
	case math.Abs(proportion/wanted-1) < sameProportion:
	case proportion > wanted:
		printed.Height = widthMM / proportion
	default:
		printed.Width = heightMM * proportion
	}
	return file, part, printed, nil
}

// Look is what [Print] gives, for looking over: with so few dots that a school's portraits go into
// one file.
func Look(content []byte, p data.Picture, widthMM, heightMM float64) (Printed, error) {
	file, part, printed, err := portraitIn(content, p, widthMM, heightMM)
	if err != nil {
		return Printed{}, err
	}
	width, height := file.Size()
	printed.JPEG, err = file.CopyFile(imaging.Lying{Crop: windowOf(part), Proportion: proportionOf(part, width, height)}, printed.Width, printed.Height)
	return printed, err
}

// sameProportion is by what part two proportions differ at most that are one on paper: a tenth of
// a millimetre.
const sameProportion = 0.003
