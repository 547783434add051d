package imaging

import (
	"encoding/csv"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// documentProfile has the limits that were measured for documents (photos.md §4.1).
func documentProfile() *Profile {
	no, infinite := math.Inf(-1), math.Inf(1)
	return &Profile{Bounds: map[Measure]Bounds{
		ScanBlur:       {no, 0.52, no, 0.575},
		ScanColourLeft: {1.6, infinite, 1.05, infinite},
		ScanGlare:      {no, 0.0015, no, 0.004},
		ScanLight:      {120, infinite, 80, infinite},
		FaceOnFront:    {no, infinite, 16, infinite},
		FaceOnBack:     {no, infinite, no, 16},
		FaceShare:      {no, infinite, no, 0.35},
		ScanLong:       {1200, infinite, 900, infinite},
	}}
}

// paper is a sheet with bars for text, blurred twice over so many pixels to each side.
func paper(width, height, blur int, ground, mark color.NRGBA) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	// The bars are the same in every square of 48 × 48 pixels, so one of them is blurred.
	const side = 48
	dark := [side][side]float64{}
	for y := range side {
		for x := range side {
			if y < 32 && x%24 < 8 {
				dark[y][x] = 1
			}
		}
	}
	for range 2 {
		dark = blurred(dark, blur)
	}
	for y := range height {
		for x := range width {
			m.SetNRGBA(x, y, mixed(ground, mark, dark[y%side][x%side]))
		}
	}
	return m
}

func blurred(dark [48][48]float64, by int) (soft [48][48]float64) {
	for y := range dark {
		for x := range dark {
			n := 0.0
			for dy := -by; dy <= by; dy++ {
				for dx := -by; dx <= by; dx++ {
					soft[y][x] += dark[(y+dy+480)%48][(x+dx+480)%48]
					n++
				}
			}
			soft[y][x] /= n
		}
	}
	return soft
}

func mixed(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*(1-t) + float64(b)*t) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

func fill(m *image.NRGBA, r image.Rectangle, c color.NRGBA) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			m.SetNRGBA(x, y, c)
		}
	}
}

func nobody(*pixels.Gray) []face.Face { return nil }

func somebody(size, quality float64) func(*pixels.Gray) []face.Face {
	return func(*pixels.Gray) []face.Face {
		return []face.Face{{X: 200, Y: 150, Size: size, Quality: quality}, {X: 200, Y: 200, Size: 10, Quality: 3}}
	}
}

var (
	rose  = color.NRGBA{215, 190, 195, 255}
	black = color.NRGBA{20, 20, 25, 255}
)

// colourful is a good picture of a document.
func colourful(width, height int) *image.NRGBA {
	m := paper(width, height, 0, rose, black)
	// Two tints of one lightness.
	fill(m, image.Rect(width/3, height/3, width/2, height/2), color.NRGBA{150, 210, 220, 255})
	fill(m, image.Rect(width/2, height/3, width*2/3, height/2), color.NRGBA{215, 195, 150, 255})
	return m
}

// sideOf is the question about one side of a card, or about another paper.
func sideOf(card, back bool) Question {
	q := Question{Kind: Scan}
	if card {
		q = Question{Kind: Passport, Side: Front}
	}
	if back {
		q.Side = Back
	}
	return q
}

func TestDocuments(t *testing.T) {
	for name, test := range map[string]struct {
		picture    func() *image.NRGBA
		card, back bool
		faces      func(*pixels.Gray) []face.Face
		rule       Rule
		want       Verdict
		text       string
	}{
		"P01 sharp":    {func() *image.NRGBA { return colourful(1600, 1200) }, true, true, nobody, RuleScanSharp, Pass, ""},
		"P01 blurred":  {func() *image.NRGBA { return paper(1600, 1200, 4, rose, black) }, true, true, nobody, RuleScanSharp, Block, "scan.blurred"},
		"P01 no text":  {func() *image.NRGBA { return paper(1600, 1200, 0, rose, rose) }, true, true, nobody, RuleScanSharp, NotJudged, "scan.no_text"},
		"P02 original": {func() *image.NRGBA { return colourful(1600, 1200) }, true, true, nobody, RuleOriginal, Pass, ""},
		"P02 a copy":   {func() *image.NRGBA { return paper(1600, 1200, 0, color.NRGBA{210, 210, 210, 255}, black) }, true, true, nobody, RuleOriginal, Block, "scan.no_colours"},
		"P02 a copy, warm light": {func() *image.NRGBA {
			return paper(1600, 1200, 0, color.NRGBA{230, 205, 170, 255}, color.NRGBA{30, 25, 20, 255})
		}, true, true, nobody, RuleOriginal, Block, "scan.no_colours"},
		"P03 glare": {func() *image.NRGBA {
			m := colourful(1600, 1200)
			fill(m, image.Rect(400, 300, 520, 400), color.NRGBA{255, 255, 255, 255})
			return m
		}, true, true, nobody, RuleGlare, Block, "scan.glare"},
		"P03 dark":                  {func() *image.NRGBA { return paper(1600, 1200, 0, color.NRGBA{70, 60, 65, 255}, black) }, true, true, nobody, RuleGlare, Block, "scan.dark"},
		"P03 white paper of a scan": {func() *image.NRGBA { return paper(1600, 1200, 0, color.NRGBA{255, 255, 255, 255}, black) }, false, false, nobody, RuleGlare, Pass, ""},
		"P04 front":                 {func() *image.NRGBA { return colourful(1600, 1200) }, true, false, somebody(120, 90), RuleSide, Pass, ""},
		"P04 front without":         {func() *image.NRGBA { return colourful(1600, 1200) }, true, false, nobody, RuleSide, Block, "scan.no_face"},
		"P04 back":                  {func() *image.NRGBA { return colourful(1600, 1200) }, true, true, nobody, RuleSide, Pass, ""},
		"P04 back with a face":      {func() *image.NRGBA { return colourful(1600, 1200) }, true, true, somebody(120, 90), RuleSide, Block, "scan.face_on_back"},
		"P04 a portrait":            {func() *image.NRGBA { return colourful(1600, 1200) }, true, false, somebody(300, 300), RuleSide, Block, "scan.portrait"},
		"P05 enough":                {func() *image.NRGBA { return colourful(1200, 900) }, true, true, nobody, RuleScanPixels, Pass, ""},
		"P05 few":                   {func() *image.NRGBA { return colourful(1199, 900) }, true, true, nobody, RuleScanPixels, Warn, "scan.few_pixels"},
		"P05 too few":               {func() *image.NRGBA { return colourful(600, 899) }, true, true, nobody, RuleScanPixels, Block, "scan.few_pixels"},
	} {
		t.Run(name, func(t *testing.T) {
			f := &File{Picture: pixels.New(test.picture(), 1)}
			findings := judgeDocument(f, sideOf(test.card, test.back), documentProfile(), test.faces)
			got, found := findings.Of(test.rule)
			if !found || got.Verdict != test.want || got.Text != test.text {
				t.Errorf("%+v", got)
			}
		})
	}
}

// A glare and a face are shown where they lie.
func TestPlacesOnDocuments(t *testing.T) {
	m := colourful(1600, 1200)
	fill(m, image.Rect(400, 300, 560, 420), color.NRGBA{255, 255, 255, 255})
	findings := judgeDocument(&File{Picture: pixels.New(m, 1)}, sideOf(true, true), documentProfile(), somebody(80, 90))
	for rule, want := range map[Rule]Area{RuleGlare: {0.25, 0.25, 0.35, 0.35}, RuleSide: {0.2, 110.0 / 600, 0.3, 190.0 / 600}} {
		f, _ := findings.Of(rule)
		if len(f.Areas) != 1 || apartBy(f.Areas[0], want) > 0.01 {
			t.Errorf("%s: %+v, want %v", rule, f.Areas, want)
		}
	}
}

func apartBy(a, b Area) float64 {
	return math.Abs(a.Left-b.Left) + math.Abs(a.Top-b.Top) + math.Abs(a.Right-b.Right) + math.Abs(a.Bottom-b.Bottom)
}

// Papers that are no identity documents are not held to be in colour, nor to show a face.
func TestOtherPapersAreJudgedByWhatMakesSense(t *testing.T) {
	m := paper(1600, 1200, 0, color.NRGBA{255, 255, 255, 255}, black)
	findings := judgeDocument(&File{Picture: pixels.New(m, 1)}, sideOf(false, false), documentProfile(), nil)
	var rules []string
	for _, f := range findings {
		rules = append(rules, string(f.Rule)+" "+string(f.Verdict))
	}
	if got := strings.Join(rules, ", "); got != "P01 pass, P03 pass, P05 pass" {
		t.Error(got)
	}
}

// However small a picture is, it is judged without a fault.
func TestTinyDocuments(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {2, 3}, {40, 5}, {3, 300}, {41, 41}} {
		for _, back := range []bool{true, false} {
			f := &File{Picture: pixels.New(paper(size.X, size.Y, 0, rose, black), 1)}
			if got := judgeDocument(f, sideOf(true, back), documentProfile(), nobody); got.Verdict() != Block {
				t.Errorf("%v: %+v", size, got)
			}
		}
	}
}

// The labelled cards.
func TestLabelledDocuments(t *testing.T) {
	folder := os.Getenv("GRADUAND_PHOTOS")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared", "photos")
	}
	list, err := os.Open(filepath.Join(folder, "manifest.csv"))
	if err != nil {
		t.Skip("the labelled set of photos is not beside the project: set GRADUAND_PHOTOS")
	}
	defer list.Close()
	rows, err := csv.NewReader(list).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cell := map[string]int{}
	for i, name := range rows[0] {
		cell[name[:min(3, len(name))]], cell[name] = i, i
	}
	for _, row := range rows[1:] {
		if row[cell["kind"]] != "passport" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(folder, row[cell["file"]]))
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(content)
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range judgeDocument(f, sideOf(true, Side(row[cell["side"]]) == Back), documentProfile(), face.Faces) {
			want := row[cell[string(finding.Rule)]]
			flagged := finding.Verdict == Warn || finding.Verdict == Block
			if want == "fail" && !flagged || want == "pass" && flagged {
				t.Errorf("%s: %s is to %s: %+v", row[cell["file"]], finding.Rule, want, finding)
			}
			t.Logf("%s %s %.4g %s", row[cell["file"]], finding.Measure, finding.Measured, finding.Verdict)
		}
	}
}
