package imaging_test

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"graduand/imaging"
	"graduand/imaging/drawing"
	"graduand/imaging/imagingtest"
)

// drawnSkins are those of drawn people, from light to dark.
var drawnSkins = []struct {
	name string
	skin color.NRGBA
}{{"very light", color.NRGBA{236, 200, 180, 255}}, {"light", color.NRGBA{214, 170, 144, 255}}, {"brown", color.NRGBA{160, 112, 84, 255}},
	{"dark", color.NRGBA{120, 80, 58, 255}}, {"very dark", color.NRGBA{94, 54, 34, 255}}}

// drawnLights are how people of every skin stand before the camera: in good light, and in light,
// walls and poses at which every judge must hesitate.
var drawnLights = []func(*imagingtest.Person){
	func(p *imagingtest.Person) {},
	func(p *imagingtest.Person) { p.Bright, p.HairEnd = 0.92, 0.4 },
	func(p *imagingtest.Person) { p.Bright, p.HairEnd = 0.85, 3 },
	func(p *imagingtest.Person) { p.Bright = 0.7 },
	func(p *imagingtest.Person) { p.Bright = 1.08 },
	func(p *imagingtest.Person) { p.Half = 0.85 },
	func(p *imagingtest.Person) { p.Half = 0.7 },
	func(p *imagingtest.Person) { p.Roll = 6 },
	func(p *imagingtest.Person) { p.Blur = 2 },
	func(p *imagingtest.Person) { p.Wall = color.NRGBA{200, 198, 190, 255} },
	func(p *imagingtest.Person) { p.Wall = color.NRGBA{236, 226, 208, 255} },
}

// photos.md §4.4: no group of people has more than twice the flags of another, in any light; and
// in good light none.
func TestSkinsAreJudgedAlike(t *testing.T) {
	profile := imagingtest.Profile()
	var counts []int
	for _, group := range drawnSkins {
		n, said := 0, []string{}
		for i, light := range drawnLights {
			p := imagingtest.Somebody()
			p.Person = p.Sized(450)
			p.Skin = group.skin
			light(&p)
			j := imaging.Judge(drawing.JPEG(p.Draw()), imaging.Question{Kind: imaging.Face}, profile)
			for _, f := range j.Findings {
				if flagged(f.Verdict) {
					n++
					said = append(said, fmt.Sprint(i, " ", f.Measure))
				}
			}
		}
		counts = append(counts, n)
		t.Logf("%-10s %2d flags: %s", group.name, n, strings.Join(said, ", "))
	}
	if least, most := slices.Min(counts), slices.Max(counts); least == 0 || most > 2*least {
		t.Errorf("from %d to %d flags", least, most)
	}
}

// Light that burns out the highlights of a face is flagged whatever the skin, though a dark one is
// never white.
func TestBurntOutFacesOfEverySkin(t *testing.T) {
	for _, group := range drawnSkins {
		p := imagingtest.Somebody()
		p.Person = p.Sized(450)
		p.Skin, p.Bright = group.skin, 265/float64(group.skin.R)
		j := imaging.Judge(drawing.JPEG(p.Draw()), imaging.Question{Kind: imaging.Face}, imagingtest.Profile())
		if f, _ := j.Findings.Of(imaging.RuleExposure); !flagged(f.Verdict) || f.Text != "photo.burnt" {
			t.Errorf("%s: %+v", group.name, f)
		}
	}
}

// A dark scarf about a lighter face is flagged: it is the same at both cheeks and below the chin, as
// hair and neck are not. What a dark one about a dark drawn face looks like, no measure tells.
func TestDarkScarvesAreFlagged(t *testing.T) {
	for name, cloth := range map[string]color.NRGBA{"black": {22, 22, 24, 255}, "brown": {70, 48, 34, 255}} {
		for _, group := range drawnSkins[:2] {
			p := imagingtest.Somebody()
			p.Person = p.Sized(450)
			p.Skin, p.Scarf, p.Cloth, p.Wall = group.skin, true, cloth, color.NRGBA{244, 244, 244, 255}
			j := imaging.Judge(drawing.JPEG(p.Draw()), imaging.Question{Kind: imaging.Face}, imagingtest.Profile())
			if f, _ := j.Findings.Of(imaging.RuleBareHead); !flagged(f.Verdict) || f.Measure != imaging.ClothAround {
				t.Errorf("%s on %s: %+v", name, group.name, f)
			}
		}
	}
}

// skinsOf are the subjects of the labelled set by how light their faces are in the mean.
func skinsOf(all []judged) map[string]string {
	lights := map[string][]float64{}
	for _, j := range all {
		for _, m := range j.Measures {
			if m.Measure == imaging.FaceLight && j.Expected == "accept" || m.Measure == imaging.FaceLight && j.Cells["F09"] == "pass" {
				lights[j.Subject] = append(lights[j.Subject], m.Value)
			}
		}
	}
	skins := map[string]string{}
	for subject, l := range lights {
		slices.Sort(l)
		switch middle := l[len(l)/2]; {
		case middle < 0.42:
			skins[subject] = "dark"
		case middle < 0.57:
			skins[subject] = "medium"
		default:
			skins[subject] = "light"
		}
	}
	return skins
}

// The flags of each group of the labelled set that make photos-report prints: how many of the
// cells that are good are flagged, by how light the subject's face is in good light.
func TestReportOfSkins(t *testing.T) {
	all := judgeSet(t)
	skins := skinsOf(all)
	var b strings.Builder
	fmt.Fprintf(&b, "\nfaces   subjects photos   good flagged\n")
	for _, group := range []string{"light", "medium", "dark"} {
		subjects, photos, sum := map[string]bool{}, 0, &confusion{}
		for _, j := range all {
			if skins[j.Subject] != group {
				continue
			}
			subjects[j.Subject] = true
			photos++
			for rule, cell := range j.Cells {
				f, _ := j.Findings.Of(imaging.Rule(rule))
				sum.count(cell, f.Verdict, j.File)
			}
		}
		fmt.Fprintf(&b, "%-7s %8d %6d %6d %7d\n", group, len(subjects), photos, sum.good, sum.falseWarns+sum.falseBlocks)
	}
	t.Log(b.String())
}
