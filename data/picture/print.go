package picture

import (
	"math"

	"graduand/data"
	"graduand/imaging"
)

// Printed is a portrait for paper: a file of JPEG, and how large it stands there in millimetres.
type Printed struct {
	JPEG          []byte
	Width, Height float64
}

// Print is the part of a portrait that is printed, as large as it fits into so many millimetres;
// where nobody has chosen one, all of the picture: no crop is put in its place silently. The
// error is that of [imaging.Open].
func Print(content []byte, p data.Picture, widthMM, heightMM float64) (Printed, error) {
	file, err := imaging.Open(content)
	if err != nil {
		return Printed{}, err
	}
	file.Picture = file.Turned(p.Turn / 90)
	width, height := file.Size()
	part := data.Crop{Right: 1, Bottom: 1}
	if p.Crop != nil {
		part = *p.Crop
	}
	printed := Printed{Width: widthMM, Height: heightMM}
	switch proportion, wanted := proportionOf(part, width, height), widthMM/heightMM; {
	case math.Abs(proportion/wanted-1) < sameProportion:
	case proportion > wanted:
		printed.Height = widthMM / proportion
	default:
		printed.Width = heightMM * proportion
	}
	printed.JPEG, err = file.CutFile(windowOf(part), printed.Width, printed.Height)
	return printed, err
}

// sameProportion is by what part two proportions differ at most that are one on paper: a tenth of
// a millimetre.
const sameProportion = 0.003
