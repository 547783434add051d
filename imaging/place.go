package imaging

import "graduand/imaging/face"

// Measures of where and how large the face is.
const (
	// ShortSide is the shorter side of the picture, HeadPixels the height of the head from the
	// hair to the chin, both in pixels.
	ShortSide  Measure = "R04.short_side"
	HeadPixels Measure = "R04.head"
	// FaceTurned is how sure the face is (see [face.Face]) that is seen only when the picture is
	// turned by 90°, 180° or 270°; 0 where it is no surer than the one of the picture as it is.
	FaceTurned Measure = "M03.turned"
	// FaceQuality is how sure the face is, FaceSecond the next one, if it is not much smaller.
	FaceQuality Measure = "F01.quality"
	FaceSecond  Measure = "F01.second"
	// HeadHeight is the height of the head, from the hair to the chin, as a share of the
	// picture's. HeadTop is 1 where the end of the hair was found, otherwise 0. HeadRoom is how
	// far the upper edge of the picture is from the eyes where the head reaches up to it, in
	// distances of the eyes: the shorter, the more of the head is cut off.
	HeadHeight Measure = "F02.head"
	HeadTop    Measure = "F02.top"
	HeadRoom   Measure = "F02.room"
	// FaceCentre is where midway between the eyes lies, as a share of the picture's width.
	FaceCentre Measure = "F03.centre"
	// FaceRoll is by how many degrees the line of the eyes falls, to either side.
	FaceRoll Measure = "F04.roll"
)

// A second face counts if it is at least so wide beside the first; one that is seen only
// turned, if it is so many times as sure as any upright one. Below the least quality there is
// no use in looking for more than a turned face.
const (
	secondFace  = 0.2
	turnedTimes = 3
	turnedBelow = 30
)

func (o *portrait) pixels() Finding {
	f := o.judge(ShortSide, float64(min(o.width, o.height)))
	if o.found && o.back != nil {
		f = worst(f, o.judge(HeadPixels, o.headHeight()*o.times, o.head()))
	}
	f.Args = map[string]any{"pixels": int(f.Measured), "limit": int(f.Limit)}
	return f
}

// head is from the hair to the chin.
func (o *portrait) head() Area {
	a := o.wholeFace()
	a.Top = float64(o.hair) / float64(o.gray.Height)
	return a
}

// upright looks for a face in the turned picture where there is none, or a weak one, in it.
func (o *portrait) upright() Finding {
	turned := 0.0
	var degrees int
	if o.quality(0) < turnedBelow && min(o.width, o.height) >= leastSides {
		var f face.Face
		if f, degrees = face.Turned(o.gray); f.Quality > turnedTimes*o.quality(0) {
			turned = f.Quality
		}
	}
	f := o.judge(FaceTurned, turned)
	f.Args = map[string]any{"degrees": degrees}
	if turned == 0 && !o.found {
		f.Verdict = NotJudged
	}
	return f
}

func (o *portrait) oneFace() Finding {
	first := o.judge(FaceQuality, o.quality(0))
	if len(o.faces) > 0 {
		first.Areas = areasOf(o.square(o.faces[0]))
	}
	second := 0.0
	var areas []Area
	for _, f := range o.faces[min(1, len(o.faces)):] {
		if f.Size > secondFace*o.faces[0].Size {
			second = max(second, f.Quality)
			areas = append(areas, areasOf(o.square(f))...)
		}
	}
	return worst(first, o.judge(FaceSecond, second, areas...))
}

func areasOf(b face.Box) []Area { return []Area{{b.Left, b.Top, b.Right, b.Bottom}} }

// headRule is told how the background and the light are: before a patterned wall no end of the
// hair is found, and nothing is cut off; before one that light divides, nothing is known.
func (o *portrait) headRule(plain, evenLight Finding) Finding {
	if o.back == nil || !o.hairFound && evenLight.Verdict == Block {
		return Finding{Rule: RuleHead, Verdict: NotJudged}
	}
	if o.hairFound {
		f := worst(o.judge(HeadHeight, o.headHeight()/float64(o.gray.Height), o.head()), o.judge(HeadTop, 1))
		f.Args = map[string]any{"percent": int(float64(100*f.Measured) + 0.5)}
		return f
	}
	upper := Area{o.head().Left, 0, o.head().Right, 0.05}
	f := o.judge(HeadTop, 0, upper)
	if plain.Verdict != Block {
		f = worst(f, o.judge(HeadRoom, o.marks.Middle.Y/o.marks.Eyes, upper))
	}
	return f
}

func (o *portrait) centred() Finding {
	return o.judge(FaceCentre, o.share(o.marks.Middle).X, o.bothEyes())
}

func (o *portrait) roll() Finding {
	roll := o.marks.Roll()
	f := o.judge(FaceRoll, max(roll, -roll), o.bothEyes())
	f.Args = map[string]any{"degrees": int(max(roll, -roll) + 0.5)}
	return f
}
