package imaging

import (
	"image"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// Measures of documents.
const (
	// ScanBlur is how little a further blur changes the text (Crété and others, 2007), from 0
	// sharp to 1: the median of the parts with the strongest text.
	ScanBlur Measure = "P01.blur"
	// ScanColourLeft is the colour that is left in the middle when each lightness has had its
	// mean tint taken away, in units of L*a*b*: nothing in a copy, however warm its light.
	ScanColourLeft Measure = "P02.left"
	// ScanGlare is the largest spot that is burnt out, of the whole picture.
	ScanGlare Measure = "P03.glare"
	// ScanLight is the luma that a twentieth of the picture exceeds, 0 to 255.
	ScanLight Measure = "P03.light"
	// FaceOnFront and FaceOnBack are how sure the surest face is, in the unit of the room that
	// finds faces; FaceShare is its side, of the shorter side of the picture.
	FaceOnFront Measure = "P04.front"
	FaceOnBack  Measure = "P04.back"
	FaceShare   Measure = "P04.share"
	// ScanLong is the longer side in pixels.
	ScanLong Measure = "P05.long"
)

// scanLong is the longer side in pixels at which documents are looked at.
const scanLong = 1600

// document is one that is judged: what was asked about it and what it looks like.
type document struct {
	file *File
	// card says that it is one side of an identity document, back which one.
	card, back bool
	profile    *Profile
	small      *image.NRGBA
	gray       *pixels.Gray
}

// judgeDocument are the findings about a document, with the faces that were found on it. Only
// identity documents are held to be in colour and to show a face or none: other papers are
// printed in black. Nor is white paper glare.
func judgeDocument(f *File, q Question, p *Profile, faces func(*pixels.Gray) []face.Face) Findings {
	small, _ := f.Shrunk(scanLong)
	d := &document{f, q.Kind == Passport, q.Side == Back, p, small, pixels.ToGray(small)}
	findings := Findings{d.sharp()}
	if d.card {
		findings = append(findings, d.original(), worst(d.glare(), d.light()))
		findings = append(findings, d.sideAndUpright(faces)...)
	} else {
		findings = append(findings, d.light())
	}
	return append(findings, d.pixels())
}

// judge holds a value against its bounds and says what is wrong, and where.
func (d *document) judge(m Measure, value float64, text string, areas ...Area) Finding {
	f := d.profile.judge(m, value)
	if f.Verdict != Pass {
		f.Text, f.Areas = text, areas
	}
	return f
}

func (d *document) pixels() Finding {
	width, height := d.file.Size()
	f := d.judge(ScanLong, float64(max(width, height)), "scan.few_pixels")
	if f.Verdict != Pass {
		f.Args = map[string]any{"width": width, "height": height, "limit": int(f.Limit)}
	}
	return f
}

// original tells a copy in black and white from what is in colour. A copy in colour no program
// can tell.
func (d *document) original() Finding {
	w, h := d.small.Rect.Dx(), d.small.Rect.Dy()
	middle := d.small.SubImage(image.Rect(w*22/100, h*22/100, w*78/100, h*78/100)).(*image.NRGBA)
	if middle.Rect.Empty() {
		return Finding{Rule: RuleOriginal, Verdict: NotJudged, Text: "scan.no_text"}
	}
	return d.judge(ScanColourLeft, colourLeft(coloursOf(middle)), "scan.no_colours")
}

// coloursOf are the colours of every second pixel of every second row.
func coloursOf(part *image.NRGBA) (all []pixels.Colour) {
	for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y += 2 {
		for x := part.Rect.Min.X; x < part.Rect.Max.X; x += 2 {
			q := part.Pix[part.PixOffset(x, y):]
			all = append(all, pixels.ColourOf(q[0], q[1], q[2]))
		}
	}
	return all
}

// light is whether it is too dark.
func (d *document) light() Finding {
	var counts [256]int
	for _, v := range d.gray.Pixels {
		counts[v]++
	}
	above, level := 0, 255
	for ; level > 0 && 20*(above+counts[level]) < len(d.gray.Pixels); level-- {
		above += counts[level]
	}
	return d.judge(ScanLight, float64(level), "scan.dark")
}

// sideAndUpright is whether the face that belongs on the front is there, upright, and none on the
// back, of which only its zone could tell whether it stands upright.
func (d *document) sideAndUpright(faces func(*pixels.Gray) []face.Face) Findings {
	small, times := d.file.Shrunk(face.Long)
	gray, surest := pixels.ToGray(small), face.Face{}
	if found := faces(gray); len(found) > 0 {
		surest = found[0]
	}
	upright := Finding{Rule: RuleUpright, Verdict: NotJudged}
	share := surest.Size / float64(max(1, min(small.Rect.Dx(), small.Rect.Dy())))
	portrait := d.judge(FaceShare, share, "scan.portrait", d.area(surest, times))
	if d.back {
		side := d.judge(FaceOnBack, surest.Quality, "scan.face_on_back", d.area(surest, times))
		if side.Verdict != Pass && portrait.Verdict != Pass {
			side = portrait // it is neither side
		}
		return Findings{side, upright}
	}
	if surest.Quality < turnedBelow {
		if f, degrees := face.Turned(gray); f.Quality > turnedTimes*surest.Quality {
			upright = d.profile.judge(FaceTurned, f.Quality)
			upright.Args = map[string]any{"degrees": degrees}
		}
	}
	if flagged := upright.Verdict == Block || upright.Verdict == Warn; flagged {
		return Findings{upright, {Rule: RuleSide, Verdict: NotJudged, Text: textTurned}}
	}
	side := worst(d.judge(FaceOnFront, surest.Quality, "scan.no_face"), portrait)
	if side.Verdict == Pass {
		upright = Finding{Rule: RuleUpright, Verdict: Pass}
	}
	return Findings{side, upright}
}

// area is where a face lies.
func (d *document) area(f face.Face, times float64) Area {
	width, height := d.file.Size()
	w, h := float64(width)/times, float64(height)/times
	half := float64(f.Size / 2)
	return Area{float64(f.X-half) / w, float64(f.Y-half) / h, float64(f.X+half) / w, float64(f.Y+half) / h}
}
