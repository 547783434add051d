package picture

import (
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
