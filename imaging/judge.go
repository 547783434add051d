package imaging

import (
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
	"slices"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// Measured is what one measure of a picture is.
type Measured struct {
	Measure Measure
	Value   float64
}

// Judgement is what is said of one file.
type Judgement struct {
	Kind Kind
	// Profile is the version of the limits, SHA256 the sum of the file, in hexadecimal digits:
	// what was judged, and by what.
	Profile, SHA256 string
	// Width and Height are those of the upright picture in pixels, 0 where it does not open. Of a
	// PDF there is the number of its pages in their place.
	Width, Height, Pages int
	// Findings are one for each rule that holds, in the order of the rules. Of a file that does
	// not open only those that say so.
	Findings Findings
	// Measures are all that was measured of a portrait, also what decided nothing.
	Measures []Measured
	// Portrait is that of the whole picture; nil where no face was found, and for documents.
	Portrait *face.Geometry
	// Likeness tells pictures that look alike: see [Alike]. 0 where it does not open.
	Likeness uint64
	// Picture is the upright picture itself, nil where it does not open.
	Picture *pixels.Picture
}

// Verdict is that of all findings.
func (j *Judgement) Verdict() Verdict { return j.Findings.Verdict() }

// Judge says of the bytes of a file whether they are acceptable as what is asked. It says the
// same of the same bytes on every system and at every time.
func Judge(content []byte, q Question, p *Profile) *Judgement {
	sum := sha256.Sum256(content)
	j := &Judgement{Kind: q.Kind, Profile: p.Version, SHA256: hex.EncodeToString(sum[:])}
	if FormatOf(content) == PDF && p.takesPDF(q.Kind) {
		j.Findings, j.Pages = judgePDF(content, q)
		j.Findings = held(p, q, j.Findings)
		return j
	}
	f, err := Open(content)
	if err != nil {
		j.Findings = held(p, q, refusedFile(content, q, p.wanted(q.Kind, err)))
		return j
	}
	f.Picture = f.Picture.Turned(q.Turned)
	j.Picture = f.Picture
	j.Width, j.Height = f.Size()
	findings := judgeFile(f, q)
	if q.Kind == Face {
		findings = append(findings, judgeAbout(f.About, q.Reference, p)...)
		findings = append(findings, j.portrait(f.Picture, q, p)...)
	} else {
		j.Likeness = likenessOf(f.Picture)
		findings = append(findings, judgeDocument(f, q, p, face.Faces)...)
	}
	j.Findings = held(p, q, findings)
	return j
}

// portrait are the findings about a face: of the whole picture, or of the part that is printed.
func (j *Judgement) portrait(picture *pixels.Picture, q Question, p *Profile) Findings {
	o := newPortrait(picture, p)
	j.Likeness, j.Portrait = likeness(o.gray), o.geometry()
	if q.Crop == nil {
		findings := o.judgeAll()
		j.Measures = o.measured
		return findings
	}
	window := q.Crop.window(j.Width, j.Height, proportionOf(q.CropWidth, q.Crop.Height, j.Width, j.Height))
	part := newPortrait(seenThrough(picture, window), p)
	findings := part.judgeAll()
	for i := range findings {
		findings[i].OnCrop = true
		for k, a := range findings[i].Areas {
			findings[i].Areas[k] = a.through(window, j.Width, j.Height)
		}
	}
	j.Measures = part.measured
	return findings
}

// held are the findings of the rules that hold (that of the name not where there is none), in the order of the rules, each with its
// sentence and as grave as the profile lets it be.
func held(p *Profile, q Question, findings Findings) Findings {
	findings = slices.DeleteFunc(findings, func(f Finding) bool { return !p.Judges(f.Rule) || f.Rule == RuleType && q.Name == "" })
	slices.SortStableFunc(findings, func(a, b Finding) int { return slices.Index(order, a.Rule) - slices.Index(order, b.Rule) })
	for i := range findings {
		findings[i].Text = textOf(findings[i])
		findings[i].Verdict = p.AtMost(findings[i].Rule, findings[i].Verdict)
	}
	return findings
}

// order is that of the rules: the file, what it says of itself, the picture.
var order = []Rule{RuleReadable, RuleType, RuleLimits, RulePixels, RuleFrames, RuleColours, RuleTaken, RuleSoftware, RuleUpright,
	RuleOneFace, RuleHead, RuleCentred, RuleRoll, RuleBackground, RulePlain, RuleInColour, RuleSharp, RuleExposure, RuleEvenLight,
	RuleEyes, RuleGlasses, RuleNeutral, RuleBareHead, RuleUncovered, RuleStraight,
	RuleScanSharp, RuleOriginal, RuleGlare, RuleSide, RuleScanPixels, RuleTwice}

// judgeAll are the findings of a portrait. What depends on another rule is not judged where
// that one failed: nothing can be said of the eyes behind glasses.
func (o *portrait) judgeAll() Findings {
	upright, one := o.upright(), o.oneFace()
	if upright.Verdict == Warn || upright.Verdict == Block {
		one, o.found = Finding{Rule: RuleOneFace, Verdict: NotJudged, Text: textTurned}, false
	}
	o.found = o.found && (one.Verdict != Block || one.Measure != FaceQuality)
	findings := Findings{o.pixels(), upright, one}
	if !o.found {
		why := textNoFace
		if one.Text == textTurned {
			why = textTurned
		}
		for _, rule := range order[slices.Index(order, RuleHead) : slices.Index(order, RuleStraight)+1] {
			findings = append(findings, Finding{Rule: rule, Verdict: NotJudged, Text: why})
		}
		return findings
	}
	coloured, evenLight := o.inColour(), o.evenLight()
	background, plain := o.background(), o.plain(coloured, evenLight)
	exposure, uncovered, sharp, glasses := o.exposure(background), o.uncovered(), o.sharp(), o.glasses()
	findings = append(findings, o.headRule(plain, evenLight), o.centred(), o.roll(), background, plain, coloured, sharp,
		exposure, evenLight, glasses, uncovered)
	all := Findings{o.eyesOpen(), o.neutral(exposure), o.bareHead(uncovered, background, plain), o.straight()}
	return append(findings, unlessHidden(all, sharp, glasses, uncovered)...)
}

// unlessHidden are findings about the expression and the head, where these can be seen.
func unlessHidden(all Findings, sharp, glasses, uncovered Finding) Findings {
	for i, f := range all {
		why := ""
		switch {
		case sharp.Verdict == Block:
			why = textBlurred
		case f.Rule == RuleEyes && glasses.Verdict != Pass:
			why = textGlasses
		case f.Rule == RuleNeutral && uncovered.Verdict != Pass:
			why = textCovered
		default:
			continue
		}
		all[i] = Finding{Rule: f.Rule, Verdict: NotJudged, Text: why}
	}
	return all
}

// border is the share of a picture at each side that says nothing of who is in it: the wall,
// which is white in all photos of a campaign.
const border = 15

// likeness is the difference hash of the middle of a picture: of 9 × 8 places, whether each is
// lighter than the next one to its right, from the upper left on.
func likeness(g *pixels.Gray) (hash uint64) {
	const across, down = 9, 8
	middle := g.Part(g.Width*border/100, g.Height*border/100, g.Width-g.Width*border/100, g.Height-g.Height*border/100)
	if middle.Width < across || middle.Height < down {
		return 0
	}
	small := middle.Shrunk(across, down)
	for y := range down {
		for x := range across - 1 {
			hash <<= 1
			if small.Pixels[y*across+x] > small.Pixels[y*across+x+1] {
				hash |= 1
			}
		}
	}
	return hash
}

func likenessOf(p *pixels.Picture) uint64 {
	small, _ := p.Shrunk(face.Long)
	return likeness(pixels.ToGray(small))
}

// Alike is in how many of 64 places two pictures differ: up to 4, they are hardly two.
func Alike(a, b uint64) int { return bits.OnesCount64(a ^ b) }
