package imaging_test

import (
	"encoding/json"
	"image/color"
	"math"
	"testing"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
)

// drawn is somebody with one thing changed.
func drawn(change func(*imagingtest.Person)) imagingtest.Person {
	p := imagingtest.Somebody()
	if change != nil {
		change(&p)
	}
	return p
}

func judgeFace(t testing.TB, p imagingtest.Person) *imaging.Judgement {
	t.Helper()
	return imaging.Judge(p.JPEG(t), imaging.Question{Kind: imaging.Face, Name: "photo.jpg"}, imagingtest.Profile())
}

// complain says what is worse than it should be.
func complain(t *testing.T, j *imaging.Judgement) {
	t.Helper()
	for _, f := range j.Findings {
		if flagged(f.Verdict) {
			t.Errorf("%s %s: %s is %v, the limit %v (%s)", f.Rule, f.Verdict, f.Measure, f.Measured, f.Limit, f.Text)
		}
	}
}

// A good photo passes every rule that can be judged, whatever the skin and the hair: darkness is
// never judged from the face alone.
func TestGoodPortraitPasses(t *testing.T) {
	for name, skin := range map[string]color.NRGBA{"very light": {236, 200, 180, 255}, "light": {214, 170, 144, 255},
		"brown": {160, 112, 84, 255}, "dark": {105, 70, 52, 255}, "very dark": {94, 54, 34, 255}} {
		t.Run(name, func(t *testing.T) {
			j := judgeFace(t, drawn(func(p *imagingtest.Person) {
				p.Skin, p.Hair, p.Iris = skin, color.NRGBA{24, 18, 15, 255}, color.NRGBA{30, 20, 16, 255}
			}))
			complain(t, j)
			if j.Portrait == nil {
				t.Fatal("no face")
			}
		})
	}
}

// Each defect is flagged by its rule, with a sentence and, where it has one, a place.
func TestDefectsAreFlagged(t *testing.T) {
	for name, c := range map[string]struct {
		rule    imaging.Rule
		verdict imaging.Verdict
		text    string
		areas   bool
		change  func(*imagingtest.Person)
	}{
		"F01 nobody":            {imaging.RuleOneFace, imaging.Block, "photo.no_face", false, func(p *imagingtest.Person) { p.Nobody = true }},
		"F01 two people":        {imaging.RuleOneFace, imaging.Block, "photo.second_face", true, func(p *imagingtest.Person) { p.Two, p.EyeDistance, p.EyesX = true, 75, 0.25 }},
		"F02 small head":        {imaging.RuleHead, imaging.Warn, "photo.head_small", true, func(p *imagingtest.Person) { p.EyeDistance = 110 }},
		"F02 cut off":           {imaging.RuleHead, imaging.Block, "photo.head_cut", true, func(p *imagingtest.Person) { p.EyesY, p.EyeDistance = 0.22, 170 }},
		"F03 beside the middle": {imaging.RuleCentred, imaging.Warn, "photo.left_of_centre", true, func(p *imagingtest.Person) { p.EyesX, p.EyeDistance = 0.38, 140 }},
		"F04 tilted":            {imaging.RuleRoll, imaging.Block, "photo.head_tilted", true, func(p *imagingtest.Person) { p.Roll = 12 }},
		"F04 tilted a little":   {imaging.RuleRoll, imaging.Warn, "photo.head_tilted", true, func(p *imagingtest.Person) { p.Roll = -7 }},
		"F05 blue wall":         {imaging.RuleBackground, imaging.Block, "photo.background_coloured", true, func(p *imagingtest.Person) { p.Wall = color.NRGBA{120, 170, 230, 255} }},
		"F05 grey wall":         {imaging.RuleBackground, imaging.Warn, "photo.background_dark", true, func(p *imagingtest.Person) { p.Wall = color.NRGBA{190, 190, 190, 255} }},
		"F06 door":              {imaging.RulePlain, imaging.Block, "photo.background_things", true, func(p *imagingtest.Person) { p.Door = true }},
		"F06 shadow":            {imaging.RulePlain, imaging.Block, "photo.background_shadow", true, func(p *imagingtest.Person) { p.Shadow = true }},
		"F06 pattern":           {imaging.RulePlain, imaging.Block, "", false, func(p *imagingtest.Person) { p.Pattern = true }},
		"F07 grey":              {imaging.RuleInColour, imaging.Block, "photo.no_colours", false, func(p *imagingtest.Person) { p.Grey = true }},
		"F08 blurred":           {imaging.RuleSharp, imaging.Block, "photo.blurred", true, func(p *imagingtest.Person) { p.Blur = 3 }},
		"F09 dark":              {imaging.RuleExposure, imaging.Block, "photo.too_dark", true, func(p *imagingtest.Person) { p.Bright = 0.4 }},
		"F09 light":             {imaging.RuleExposure, imaging.Block, "photo.burnt", true, func(p *imagingtest.Person) { p.Bright = 1.6 }},
		"F10 light from a side": {imaging.RuleEvenLight, imaging.Block, "photo.side_light", true, func(p *imagingtest.Person) { p.Half = 0.5 }},
		"F11 eyes closed":       {imaging.RuleEyes, imaging.Warn, "photo.eyes_closed", true, func(p *imagingtest.Person) { p.Closed = true }},
		"F12 glasses":           {imaging.RuleGlasses, imaging.Warn, "photo.glasses", true, func(p *imagingtest.Person) { p.Glasses = true }},
		"F12 dark glasses":      {imaging.RuleGlasses, imaging.Block, "photo.dark_glasses", true, func(p *imagingtest.Person) { p.DarkGlasses = true }},
		"F13 smile":             {imaging.RuleNeutral, imaging.Warn, "photo.smile", true, func(p *imagingtest.Person) { p.Smiling = true }},
		"F14 hat":               {imaging.RuleBareHead, imaging.Warn, "photo.headwear", true, func(p *imagingtest.Person) { p.Hat = true }},
		"F14 red scarf":         {imaging.RuleBareHead, imaging.Warn, "photo.cloth", true, func(p *imagingtest.Person) { p.Hair = color.NRGBA{190, 50, 60, 255} }},
		"F14 tall hair":         {imaging.RuleBareHead, imaging.Warn, "photo.tall_hair", true, func(p *imagingtest.Person) { p.HairTop, p.EyesY = 2.5, 0.55 }},
		"F15 mask":              {imaging.RuleUncovered, imaging.Block, "photo.covered", true, func(p *imagingtest.Person) { p.Mask = true }},
		"R04 few pixels":        {imaging.RulePixels, imaging.Block, "photo.few_pixels", false, func(p *imagingtest.Person) { p.Width, p.Height, p.EyeDistance = 180, 240, 41 }},
		"R04 few of the head":   {imaging.RulePixels, imaging.Block, "photo.head_few_pixels", true, func(p *imagingtest.Person) { p.Width, p.Height, p.EyeDistance = 360, 480, 38 }},
	} {
		t.Run(name, func(t *testing.T) {
			f, found := judgeFace(t, drawn(c.change)).Findings.Of(c.rule)
			if !found || f.Verdict != c.verdict || c.text != "" && f.Text != c.text || f.Text == "" {
				t.Fatalf("%s %s: %s is %v, the limit %v", f.Verdict, f.Text, f.Measure, f.Measured, f.Limit)
			}
			if c.areas != (len(f.Areas) > 0) && c.text != "" {
				t.Errorf("places %v", f.Areas)
			}
			for _, a := range f.Areas {
				if a.Left < 0 || a.Top < 0 || a.Right > 1 || a.Bottom > 1 || a.Left >= a.Right || a.Top >= a.Bottom {
					t.Errorf("%+v is no place in the picture", a)
				}
			}
		})
	}
}

// M03: a photo on its side is told how to turn it, and nothing else is said of it.
func TestTurnedPhotoIsToldHowToTurnIt(t *testing.T) {
	for degrees, turns := range map[int]int{90: 3, 180: 2, 270: 1} {
		picture := imagingtest.Somebody().Draw()
		for range turns {
			picture = imagingtest.Turned(picture)
		}
		j := imaging.Judge(imagingtest.JPEG(t, picture), imaging.Question{Kind: imaging.Face}, imagingtest.Profile())
		f, _ := j.Findings.Of(imaging.RuleUpright)
		if f.Verdict != imaging.Block || f.Text != "photo.turned" || f.Args["degrees"] != degrees {
			t.Errorf("turned %d times: %+v", turns, f)
		}
		if one, _ := j.Findings.Of(imaging.RuleOneFace); one.Verdict != imaging.NotJudged || one.Text != "photo.first_turn" {
			t.Errorf("F01 %+v", one)
		}
	}
}

// A rule that cannot judge says so, and why.
func TestWhatDependsOnAnotherRuleIsNotJudged(t *testing.T) {
	for name, c := range map[string]struct {
		rules  []imaging.Rule
		text   string
		change func(*imagingtest.Person)
	}{
		"F08 blurred": {[]imaging.Rule{imaging.RuleEyes, imaging.RuleNeutral, imaging.RuleBareHead, imaging.RuleStraight}, "photo.first_sharp", func(p *imagingtest.Person) { p.Blur = 3 }},
		"F12 glasses": {[]imaging.Rule{imaging.RuleEyes}, "photo.first_glasses", func(p *imagingtest.Person) { p.Glasses = true }},
		"F15 mask":    {[]imaging.Rule{imaging.RuleNeutral}, "photo.first_uncover", func(p *imagingtest.Person) { p.Mask = true }},
		"F01 nobody":  {[]imaging.Rule{imaging.RuleHead, imaging.RuleBackground, imaging.RuleSharp, imaging.RuleStraight}, "photo.first_face", func(p *imagingtest.Person) { p.Nobody = true }},
	} {
		j := judgeFace(t, drawn(c.change))
		for _, rule := range c.rules {
			if f, found := j.Findings.Of(rule); !found || f.Verdict != imaging.NotJudged || f.Text != c.text {
				t.Errorf("%s: %s is %s %s", name, rule, f.Verdict, f.Text)
			}
		}
	}
}

// The same bytes give the same judgement, and a finding for every rule in one order.
func TestJudgementIsTheSameAtEveryRun(t *testing.T) {
	content := imagingtest.Somebody().JPEG(t)
	q := imaging.Question{Kind: imaging.Face, Name: "a.jpg", Reference: "2021-02-15"}
	first, err := json.Marshal(imaging.Judge(content, q, imagingtest.Profile()))
	if err != nil {
		t.Fatal(err)
	}
	j := imaging.Judge(content, q, imagingtest.Profile())
	if second, _ := json.Marshal(j); string(first) != string(second) {
		t.Errorf("%s\n%s", first, second)
	}
	order := ""
	for _, f := range j.Findings {
		order += string(f.Rule) + " "
	}
	if want := "R01 R02 R03 R04 R05 R06 M01 M02 M03 F01 F02 F03 F04 F05 F06 F07 F08 F09 F10 F11 F12 F13 F14 F15 F16 "; order != want {
		t.Errorf("%s", order)
	}
}

// The geometry is where the person was drawn.
func TestGeometryIsThatOfTheFace(t *testing.T) {
	p := drawn(func(p *imagingtest.Person) { p.Roll, p.Width, p.Height, p.EyeDistance = 4, 1440, 1920, 330 })
	g := judgeFace(t, p).Portrait
	if g == nil {
		t.Fatal("no face")
	}
	near := func(what string, got, want, by float64) {
		if math.Abs(got-want) > by {
			t.Errorf("%s is %.3f, not %.3f", what, got, want)
		}
	}
	near("roll", g.Roll, 4, 1.5)
	near("distance of the eyes", g.Eyes, 330, 25)
	near("middle of the eyes across", (g.LeftPupil.X+g.RightPupil.X)/2, 0.5, 0.02)
	near("middle of the eyes down", (g.LeftPupil.Y+g.RightPupil.Y)/2, 0.45, 0.02)
	near("chin", g.Chin.Y, 0.45+1.8*330/1920, 0.04)
	near("top of the hair", g.HairTop.Y, 0.45-1.75*330/1920, 0.03)
	if !g.HairFound || len(g.Faces) != 1 {
		t.Errorf("%+v", g)
	}
}

// A rule that the campaign does not have is not spoken of; one that no source asks for warns
// at most.
func TestProfileTurnsRulesOffAndDown(t *testing.T) {
	p := imagingtest.Profile()
	p.Mildest = map[imaging.Rule]imaging.Verdict{imaging.RuleInColour: imaging.Pass, imaging.RuleSharp: imaging.Warn}
	grey := drawn(func(p *imagingtest.Person) { p.Grey, p.Blur = true, 3 })
	j := imaging.Judge(grey.JPEG(t), imaging.Question{Kind: imaging.Face}, p)
	if _, found := j.Findings.Of(imaging.RuleInColour); found {
		t.Error("F07 is spoken of")
	}
	if f, _ := j.Findings.Of(imaging.RuleSharp); f.Verdict != imaging.Warn {
		t.Errorf("F08 is %s", f.Verdict)
	}
}

// valueOf is what a measure was; measured is false where it was not taken.
func valueOf(j *imaging.Judgement, m imaging.Measure) (value float64, measured bool) {
	for _, one := range j.Measures {
		if one.Measure == m {
			return one.Value, true
		}
	}
	return 0, false
}

// F14: hair that reaches the edge is a little higher at least than what is seen of it.
func TestHairGoesOnBeyondTheEdge(t *testing.T) {
	j := judgeFace(t, drawn(func(p *imagingtest.Person) { p.HairTop, p.EyesY = 3, 0.4 }))
	room, _ := valueOf(j, imaging.HeadRoom)
	if hair, _ := valueOf(j, imaging.HairHeight); math.Abs(hair-room-0.1) > 1e-6 || room < 2 {
		t.Errorf("hair %v, room %v", hair, room)
	}
}

// F13: burnt skin is no teeth. F06: what has no colours has no shadow that could be told, and
// light from one side is told of once. F02: before a pattern nothing is known to be cut off.
func TestWhatOneRuleKnowsOfAnother(t *testing.T) {
	burnt := judgeFace(t, drawn(func(p *imagingtest.Person) { p.Bright, p.Skin = 1.3, color.NRGBA{225, 195, 185, 255} }))
	if f, _ := burnt.Findings.Of(imaging.RuleNeutral); f.Verdict != imaging.Pass {
		t.Errorf("F13 in too much light: %s, %v", f.Verdict, f.Measured)
	}
	grey := judgeFace(t, drawn(func(p *imagingtest.Person) { p.Grey = true }))
	if v, measured := valueOf(grey, imaging.PlainShadow); measured {
		t.Errorf("F06 without colours: a shadow of %v", v)
	}
	half := judgeFace(t, drawn(func(p *imagingtest.Person) { p.Half = 0.5 }))
	if f, _ := half.Findings.Of(imaging.RulePlain); f.Verdict != imaging.Warn {
		t.Errorf("F06 in light from a side: %s", f.Verdict)
	}
	pattern := judgeFace(t, drawn(func(p *imagingtest.Person) { p.Pattern, p.EyesY = true, 0.24 }))
	if f, _ := pattern.Findings.Of(imaging.RuleHead); f.Verdict != imaging.Warn || f.Text != "photo.hair_not_found" {
		t.Errorf("F02 before a pattern: %s %s", f.Verdict, f.Text)
	}
}

// Where every rule warns at most, as no source asks for them, what depends on a rule that has
// failed is not judged all the same; and a photo that may be grey has no shadow for that.
func TestMildRulesAreDependedOnAlike(t *testing.T) {
	mild := imagingtest.Profile()
	mild.Mildest = map[imaging.Rule]imaging.Verdict{imaging.RuleInColour: imaging.Pass}
	for _, rule := range []imaging.Rule{imaging.RuleOneFace, imaging.RuleUpright, imaging.RuleSharp, imaging.RulePlain} {
		mild.Mildest[rule] = imaging.Warn
	}
	judge := func(change func(*imagingtest.Person)) *imaging.Judgement {
		return imaging.Judge(drawn(change).JPEG(t), imaging.Question{Kind: imaging.Face}, mild)
	}
	for name, c := range map[string]struct {
		failed, hidden imaging.Rule
		change         func(*imagingtest.Person)
	}{
		"F08": {imaging.RuleSharp, imaging.RuleEyes, func(p *imagingtest.Person) { p.Blur = 3 }},
		"F01": {imaging.RuleOneFace, imaging.RuleBackground, func(p *imagingtest.Person) { p.Nobody = true }},
	} {
		j := judge(c.change)
		failed, _ := j.Findings.Of(c.failed)
		hidden, _ := j.Findings.Of(c.hidden)
		if failed.Verdict != imaging.Warn || hidden.Verdict != imaging.NotJudged {
			t.Errorf("%s is %s, %s is %s", name, failed.Verdict, c.hidden, hidden.Verdict)
		}
	}
	if v, measured := valueOf(judge(func(p *imagingtest.Person) { p.Grey = true }), imaging.PlainShadow); measured {
		t.Errorf("F06 of a grey photo: a shadow of %v", v)
	}
}
