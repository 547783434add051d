package imaging

import (
	"math"

	"graduand/imaging/pixels"
)

// Measures of the mouth, the forehead and where the nose points.
const (
	// Smile is the width of the mouth less a quarter of its distance from the eyes, in distances
	// of the eyes, and twice the share of teeth, up to a tenth, that is seen in it.
	Smile Measure = "F13.smile"
	// HairHeight is how far the hair ends above the eyes, in distances of the eyes: at least,
	// where it reaches the edge of the picture. ForeheadTint and ForeheadLight are how far the
	// forehead is from the cheeks in tint (ΔC*) and how much darker it is (L*).
	HairHeight    Measure = "F14.hair"
	ForeheadTint  Measure = "F14.tint"
	ForeheadLight Measure = "F14.light"
	// HairTint is how much bluer, greener, redder or more colourful than all hair is what covers
	// the head above the brow, in units of a* and b*: cloth may be, hair is black to blond.
	HairTint Measure = "F14.cloth"
	// ClothAround is how much more what is beside the cheeks and below the chin differs from the
	// skin than from one another (ΔE): cloth about a face is the same on all sides.
	ClothAround Measure = "F14.around"
	// MouthContrast is how much luma differs down over the middle of the mouth, beside that of
	// the nose: over cloth it hardly does.
	MouthContrast Measure = "F15.contrast"
	// NoseBeside and MouthBeside are how far the nose and the mouth lie beside the middle of
	// the eyes, in distances of the eyes.
	NoseBeside  Measure = "F16.nose"
	MouthBeside Measure = "F16.mouth"
)

// neutral is told how the light is: skin that is burnt out looks like teeth.
func (o *portrait) neutral(exposure Finding) Finding {
	smile := o.marks.Right.X - o.marks.Left.X - float64(0.25*o.marks.Mouth().Y)
	if exposure.Verdict == Pass {
		smile += float64(2 * min(o.teeth(), 0.1))
	}
	return o.judge(Smile, smile, o.mouth())
}

// How teeth are told from skin: lighter than the face by so much (hundredths of L*), and of
// less chroma than so many parts of its.
const (
	teethLighter = 200
	teethChroma  = 0.6
)

// teeth is the share of the mouth that is teeth.
func (o *portrait) teeth() float64 {
	u, y := o.close, o.marks.Mouth().Y
	skin := u.Colour(-0.6, -0.3, 0.6, o.marks.Chin()-0.2)
	r, n := u.Part(-0.3, y-0.15, 0.3, y+0.2), 0
	chroma := teethChroma * skin.Chroma()
	for py := r.Min.Y; py < r.Max.Y; py++ {
		for px := r.Min.X; px < r.Max.X; px++ {
			if c := u.Colours[py*u.Width+px]; int(c.L) > int(skin.L)+teethLighter && c.Chroma() < chroma {
				n++
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}

// uncovered is whether a mouth is seen at all.
func (o *portrait) uncovered() Finding {
	u, y := o.close, o.marks.Mouth().Y
	r := u.Part(-0.12, y-0.22, 0.12, y+0.25)
	lightest, darkest := 0, math.MaxInt
	for py := r.Min.Y; py < r.Max.Y; py++ {
		sum := 0
		for _, v := range u.Light[py*u.Width+r.Min.X : py*u.Width+r.Max.X] {
			sum += v
		}
		lightest, darkest = max(lightest, sum), min(darkest, sum)
	}
	contrast := float64(lightest-darkest) / float64(r.Dx()) / 256
	return o.judge(MouthContrast, contrast/max(u.Mean(-0.15, 0.1, 0.15, 0.4), 20), o.mouth())
}

// hairBeyond is how much more of the hair there is at least where it reaches the edge.
const hairBeyond = 0.1

// bareHead is whether nothing is worn on the head; it is told whether the cheeks are seen,
// which the forehead is held against, and how the background is: only before a plain one is it
// the hair that does not end.
func (o *portrait) bareHead(uncovered, background, plain Finding) Finding {
	hair := math.NaN()
	if o.hairFound || plain.Verdict == Pass {
		hair = (o.marks.Middle.Y - float64(o.hair)) / o.marks.Eyes
		if !o.hairFound {
			hair += hairBeyond
		}
	}
	tint, darker := math.NaN(), math.NaN()
	if uncovered.Verdict == Pass {
		tint, darker = o.forehead()
	}
	above := o.part(-0.9, -1.4, 0.9, -0.4)
	return worst(o.judge(HairHeight, hair, o.head()), o.judge(ForeheadTint, tint, above), o.judge(ForeheadLight, darker, above),
		o.judge(HairTint, o.hairTint(background), o.head()), o.judge(ClothAround, o.clothAround(), o.head()))
}

// clothAround holds what is left and right of the cheeks, and below the chin, against each other
// and the skin: hair, wall and neck differ, a scarf is one, dark or light.
func (o *portrait) clothAround() float64 {
	chin := o.marks.Chin()
	left, right, below := o.close.Colour(-1.08, 0.9, -0.95, 1.4), o.close.Colour(0.95, 0.9, 1.08, 1.4), o.close.Colour(-0.25, chin+0.15, 0.25, chin+0.3)
	skin := o.cheeks()
	unlike := max(left.Distance(right, 100), left.Distance(below, 100), right.Distance(below, 100))
	return min(left.Distance(skin, 100), right.Distance(skin, 100), below.Distance(skin, 100)) - unlike
}

// cheeks is the colour of the skin below both eyes.
func (o *portrait) cheeks() pixels.Colour {
	left, right := o.close.Colour(-0.6, 0.28, -0.3, 0.4), o.close.Colour(0.3, 0.28, 0.6, 0.4)
	return pixels.Colour{L: (left.L + right.L) / 2, A: (left.A + right.A) / 2, B: (left.B + right.B) / 2}
}

// mostChroma is what hair has at most, C* of a red or golden blond one.
const mostChroma = 35

// hairTint is told how the background is: its tint is that of the light, if the wall is white.
func (o *portrait) hairTint(background Finding) float64 {
	if o.back == nil || background.Verdict != Pass {
		return math.NaN()
	}
	hair, known := o.back.hair(o.hair)
	if !known {
		return math.NaN()
	}
	hair.A, hair.B = hair.A-o.back.colour.A, hair.B-o.back.colour.B
	a, b := float64(hair.A)/100, float64(hair.B)/100
	return max(-a, -b, a-b, hair.Chroma()-mostChroma)
}

// forehead is how far it is from the cheeks.
func (o *portrait) forehead() (tint, darker float64) {
	skin, above := o.cheeks(), o.close.Colour(-0.4, -0.85, 0.4, -0.6)
	return skin.Tint(above), float64(skin.L-above.L) / 100
}

func (o *portrait) straight() Finding {
	nose := o.part(-0.4, 0, 0.4, o.marks.Mouth().Y)
	return worst(o.judge(NoseBeside, math.Abs(o.marks.Nose.X), nose), o.judge(MouthBeside, math.Abs(o.marks.Mouth().X), o.mouth()))
}
