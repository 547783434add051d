package imaging

import "math"

// Measures of the background.
const (
	// BackLight is L* of the border, of 100; BackChroma its C*, 0 is grey.
	BackLight  Measure = "F05.light"
	BackChroma Measure = "F05.chroma"
	// PlainReach is by how much L* differs over the wall; PlainTexture the usual step of luma at
	// a pixel of it (Sobel, of 255), single hairs left out.
	PlainReach   Measure = "F06.reach"
	PlainTexture Measure = "F06.texture"
	// PlainAlien is the share of the border that is neither background nor hair. PlainThings and
	// PlainShadow are the shares of the picture that loose things and a hard shadow take.
	PlainAlien  Measure = "F06.alien"
	PlainThings Measure = "F06.things"
	PlainShadow Measure = "F06.shadow"
	// PlainContact is by how much L* is lower beside the head than at the border, PlainSides by
	// how much it differs between left and right.
	PlainContact Measure = "F06.contact"
	PlainSides   Measure = "F06.sides"
	// PlainFill is the share of the place beside every head that is like the border.
	PlainFill Measure = "F06.fill"
)

// background is the colour of the border: white or nearly so. A photo in one tint has no
// other colour of the wall either, so its tint is not asked.
func (o *portrait) background() Finding {
	if o.back == nil {
		return Finding{Rule: RuleBackground, Verdict: NotJudged}
	}
	beside := []Area{{0, 0, borderSide, float64(o.back.bottom) / float64(o.back.Height)}, {1 - borderSide, 0, 1, float64(o.back.bottom) / float64(o.back.Height)}}
	return worst(o.judge(BackChroma, o.back.colour.Chroma(), beside...), o.judge(BackLight, float64(o.back.colour.L)/100, beside...))
}

// plain is whether there is nothing on the background: no thing, no shadow, no pattern. A
// shadow is told by its tint, which a photo without colours does not have; light from one side
// divides the wall, and is told of once.
func (o *portrait) plain(coloured, evenLight Finding) Finding {
	if o.back == nil {
		return Finding{Rule: RulePlain, Verdict: NotJudged}
	}
	b, wall := o.back, o.back.wall()
	all, of := b.regions()
	things, loose, head := b.things(all, of)
	shadow, shaded := math.NaN(), []Area(nil)
	if coloured.Verdict != Block {
		shadow, shaded = b.shadow(of, head)
	}
	alien, foreign := b.alien(o.hair)
	f := worst(o.judge(PlainAlien, alien, foreign...), o.judge(PlainThings, things, loose...), o.judge(PlainShadow, shadow, shaded...),
		o.judge(PlainReach, b.reach(wall)), o.judge(PlainTexture, b.texture(wall, o.gray)), o.judge(PlainContact, b.contact(), o.head()),
		o.judge(PlainSides, b.sides()), o.judge(PlainFill, b.fill()))
	if evenLight.Verdict == Block && f.Verdict == Block {
		f.Verdict = Warn
	}
	return f
}
