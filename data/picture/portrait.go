package picture

import (
	"graduand/data"
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
