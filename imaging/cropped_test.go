package imaging_test

import (
	"image"
	"math"
	"testing"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
)

// aside is somebody who stands small and aside in a wide photo, the head aslant by so many
// degrees.
func aside(roll float64) imagingtest.Person {
	p := imagingtest.Somebody()
	p.Width, p.Height, p.EyesX, p.EyesY, p.Roll = 1700, 1500, 0.33, 0.4, roll
	return p
}

func question(c *imaging.Crop, width, height int) imaging.Question {
	q := imaging.Question{Kind: imaging.Face, Name: "photo.jpg", Crop: c}
	if c != nil {
		q.CropWidth = c.Height * float64(height) * 3 / 4 / float64(width)
	}
	return q
}

// photos.md §4.3: what the frame decides is judged as it is printed, what the file says of itself
// is not.
func TestAPortraitIsJudgedAsItIsCropped(t *testing.T) {
	for _, roll := range []float64{0, -6} {
		p := aside(roll)
		content, profile := p.JPEG(t), imagingtest.Profile()
		whole := imaging.Judge(content, question(nil, 0, 0), profile)
		crop, beyond := imaging.ProposeCrop(whole.Portrait, p.Width, p.Height, imaging.PortraitFraming(3.0/4))
		if beyond.Any() {
			t.Fatalf("%v°: beyond %+v", roll, beyond)
		}
		cut := imaging.Judge(content, question(&crop, p.Width, p.Height), profile)
		for _, rule := range []imaging.Rule{imaging.RuleHead, imaging.RuleCentred, imaging.RuleRoll} {
			before, _ := whole.Findings.Of(rule)
			after, _ := cut.Findings.Of(rule)
			framed := rule != imaging.RuleRoll || roll != 0
			if framed != (before.Verdict == imaging.Warn) || after.Verdict != imaging.Pass {
				t.Errorf("%v°, %s: %s of the whole, %s of the crop", roll, rule, before.Verdict, after.Verdict)
			}
			if before.OnCrop || !after.OnCrop {
				t.Errorf("%v°, %s: whose finding it is, is not told", roll, rule)
			}
		}
		for _, rule := range []imaging.Rule{imaging.RuleReadable, imaging.RuleType, imaging.RuleLimits, imaging.RuleTaken, imaging.RuleSoftware} {
			if f, _ := cut.Findings.Of(rule); f.OnCrop {
				t.Errorf("%s is not about the crop", rule)
			}
		}
		if cut.Likeness != whole.Likeness || cut.Width != p.Width || cut.Portrait.Chin != whole.Portrait.Chin {
			t.Errorf("%v°: the picture has become another one", roll)
		}
	}
}

// What lies outside of the crop is not seen: a door beside it is no longer behind the head.
func TestWhatIsCroppedAwayIsNotFound(t *testing.T) {
	p := aside(0)
	p.Door = true
	content, profile := p.JPEG(t), imagingtest.Profile()
	whole := imaging.Judge(content, question(nil, 0, 0), profile)
	if f, _ := whole.Findings.Of(imaging.RulePlain); f.Verdict != imaging.Block {
		t.Fatalf("the door is not seen: %+v", f)
	}
	crop, _ := imaging.ProposeCrop(whole.Portrait, p.Width, p.Height, imaging.PortraitFraming(3.0/4))
	cut := imaging.Judge(content, question(&crop, p.Width, p.Height), profile)
	if f, _ := cut.Findings.Of(imaging.RulePlain); f.Verdict != imaging.Pass {
		t.Errorf("%+v", f)
	}
}

// The place of a finding is one of the whole picture, wherever the crop stands.
func TestPlacesOnACropAreThoseOfThePicture(t *testing.T) {
	p := aside(6)
	p.Mask = true
	content, profile := p.JPEG(t), imagingtest.Profile()
	whole := imaging.Judge(content, question(nil, 0, 0), profile)
	crop := imaging.Crop{X: 0.36, Y: 0.5, Height: 0.8, Degrees: 5}
	cut := imaging.Judge(content, question(&crop, p.Width, p.Height), profile)
	before, _ := whole.Findings.Of(imaging.RuleUncovered)
	after, _ := cut.Findings.Of(imaging.RuleUncovered)
	if len(before.Areas) != 1 || len(after.Areas) != 1 {
		t.Fatalf("%+v, %+v", before, after)
	}
	a, b := before.Areas[0], after.Areas[0]
	for _, off := range []float64{a.Left - b.Left, a.Top - b.Top, a.Right - b.Right, a.Bottom - b.Bottom} {
		if math.Abs(off) > 0.02 {
			t.Fatalf("%+v became %+v", a, b)
		}
	}
}

// Whatever is asked for, a crop lies in the picture, and what fits already stays.
func TestACropIsBroughtWithin(t *testing.T) {
	const proportion = 3.0 / 4
	size := image.Pt(1000, 800)
	for _, c := range []imaging.Crop{{X: 0.5, Y: 0.5, Height: 3}, {X: -1, Y: 2, Height: 0.3}, {X: 1, Y: 0, Height: 0.9, Degrees: 8}, {X: 0.2, Y: 0.9, Height: 1.4, Degrees: -8}} {
		if w := c.Within(size.X, size.Y, proportion); w.Beyond(size.X, size.Y, proportion).Any() || w.Degrees != c.Degrees || w.Height > c.Height {
			t.Errorf("%+v became %+v, beyond %+v", c, w, w.Beyond(size.X, size.Y, proportion))
		}
	}
	if c := (imaging.Crop{X: 0.4, Y: 0.5, Height: 0.7, Degrees: 3}); c.Within(size.X, size.Y, proportion) != c {
		t.Error("what fits was moved")
	}
}
