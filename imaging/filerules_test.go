package imaging

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
)

var asked = &Profile{OldestDays: 184, Bounds: map[Measure]Bounds{TakenAge: {WarnBelow: 0, WarnAbove: Anything().WarnAbove, BlockBelow: Anything().BlockBelow, BlockAbove: 999}}}

// M01: how old a photo may be says the campaign; a day after the reference day is a wrong
// clock, and no day is no pass.
func TestAgeOfAPhoto(t *testing.T) {
	for _, c := range []struct {
		taken, reference string
		verdict          Verdict
		text             string
		days             float64
	}{
		{"2021-02-15", "2021-02-15", Pass, "", 0},
		{"2020-08-15", "2021-02-15", Pass, "", 184},
		{"2020-08-14", "2021-02-15", Block, "photo.old", 185},
		{"2021-02-16", "2021-02-15", Warn, "photo.from_the_future", -1},
		{"", "2021-02-15", NotJudged, "photo.no_day", 0},
		{"2021-02-15", "", NotJudged, "photo.no_day", 0},
	} {
		f := taken(About{Taken: c.taken}, c.reference, asked)
		if f.Verdict != c.verdict || textOf(f) != c.text || f.Measured != c.days || f.Rule != RuleTaken {
			t.Errorf("%s at %s: %+v", c.taken, c.reference, f)
		}
	}
	f := taken(About{Taken: "2019-02-03"}, "2021-02-15", asked)
	if f.Args["taken"] != "03.02.2019" || f.Args["reference"] != "15.02.2021" || f.Limit != 184 {
		t.Errorf("%+v", f)
	}
	if f := taken(About{Taken: "2019-02-03"}, "2021-02-15", &Profile{}); f.Verdict != Pass {
		t.Errorf("age does not count: %+v", f)
	}
}

// M02: a program that edits is named; a phone's own is not, and silence is no pass.
func TestEditingPrograms(t *testing.T) {
	for _, c := range []struct {
		programs []string
		camera   string
		verdict  Verdict
	}{
		{[]string{"Adobe Photoshop 21.0 (Windows)"}, "", Warn}, {[]string{"HDR+ 1.0", "GIMP 2.10"}, "Google Pixel 5", Warn},
		{[]string{"Snapseed 2.0"}, "", Warn}, {[]string{"14.4"}, "Apple iPhone 11", Pass}, {[]string{"MIUI Camera"}, "", Pass},
		{nil, "Canon EOS", Pass}, {nil, "", NotJudged},
	} {
		f := software(About{Programs: c.programs, Camera: c.camera})
		if f.Verdict != c.verdict || c.verdict == Warn && (f.Text != "photo.edited" || f.Args["program"] != c.programs[len(c.programs)-1]) {
			t.Errorf("%v %q: %+v", c.programs, c.camera, f)
		}
	}
}

// R02: the content against the ending of the name.
func TestEndingOfTheName(t *testing.T) {
	for _, c := range []struct {
		format  Format
		name    string
		verdict Verdict
		text    string
	}{
		{JPEG, "a.JPG", Pass, ""}, {JPEG, "folder.x/a.jpeg", Pass, ""}, {PNG, "a.png", Pass, ""}, {JPEG, "", NotJudged, "photo.no_ending"}, {PNG, "photo", NotJudged, "photo.no_ending"},
		{PNG, "a.jpg", Warn, "photo.other_ending"}, {JPEG, "a.png", Warn, "photo.other_ending"}, {JPEG, "a.txt", Warn, "photo.other_ending"},
		{GIF, "a.jpg", Stop, "photo.not_what_it_says"}, {PDF, "a.png", Stop, "photo.not_what_it_says"}, {Unknown, "a.jpg", Stop, "photo.not_what_it_says"},
		{PDF, "a.pdf", Pass, ""}, {HEIC, "a.heic", Pass, ""}, {Unknown, "a.doc", NotJudged, "photo.not_opened"},
	} {
		if f := typeOfFormat(c.format, c.name); f.Verdict != c.verdict || f.Text != c.text {
			t.Errorf("%s as %q: %+v", c.format, c.name, f)
		}
	}
}

// A file that does not open is one stop, by the rule that it breaks, and nothing else is said.
func TestFileThatDoesNotOpenIsStopped(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		rule    Rule
		text    string
	}{
		"R01 empty": {"", RuleReadable, "attachment.empty"}, "R01 text": {"hello", RuleReadable, "attachment.no_picture"},
		"R01 PDF": {"%PDF-1.4", RuleReadable, "attachment.is_pdf"}, "R03 too large": {"\xff\xd8\xff" + strings.Repeat("\x00", MaximumSize), RuleLimits, "attachment.too_large"},
	} {
		j := Judge([]byte(c.content), Question{Kind: Face, Name: "a.jpg"}, asked)
		f, _ := j.Findings.Of(c.rule)
		if _, named := Judge([]byte(c.content), Question{Kind: Face}, asked).Findings.Of(RuleType); named {
			t.Errorf("%s: without a name it is asked what the name says", name)
		}
		if j.Verdict() != Stop || f.Verdict != Stop || f.Text != c.text || len(j.Findings) != 3 || j.Portrait != nil || len(j.SHA256) != 64 {
			t.Errorf("%s: %+v", name, j)
		}
	}
}

// R05, R06.
func TestDoubtsAboutAFile(t *testing.T) {
	findings := judgeFile(&File{Format: PNG, Frames: true, Transparent: true}, Question{})
	frames, _ := findings.Of(RuleFrames)
	colours, _ := findings.Of(RuleColours)
	if frames.Text != "photo.several_frames" || frames.Verdict != Warn || colours.Text != "photo.transparent" || colours.Verdict != Warn {
		t.Errorf("%+v", findings)
	}
	ink, _ := judgeFile(&File{Format: JPEG, Printed: true}, Question{}).Of(RuleColours)
	if ink.Text != "photo.ink_colours" || ink.Verdict != Warn {
		t.Errorf("%+v", ink)
	}
	if v := judgeFile(&File{Format: JPEG}, Question{Name: "a.jpg"}).Verdict(); v != Pass {
		t.Errorf("a plain file: %s", v)
	}
}

// D01: pictures that look alike are near each other at any size, others far.
func TestLikeness(t *testing.T) {
	picture := func(size int, at func(x, y float64) uint8) *File {
		p := image.NewGray(image.Rect(0, 0, size, size))
		for i := range p.Pix {
			p.Pix[i] = at(float64(i%size)/float64(size), float64(i/size)/float64(size))
		}
		return opened(t, p)
	}
	wave := func(x, y float64) uint8 { return uint8(255 * x * y) }
	other := func(x, y float64) uint8 { return uint8(255 * (1 - x) * y) }
	a, b, c := likenessOf(picture(300, wave).Picture), likenessOf(picture(1700, wave).Picture), likenessOf(picture(300, other).Picture)
	if Alike(a, b) > 4 || Alike(a, c) < 20 {
		t.Errorf("%d and %d apart", Alike(a, b), Alike(a, c))
	}
}

// opened is a picture as if it had been opened.
func opened(t *testing.T, p image.Image) *File {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	f, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The wall says nothing of who is in a photo.
func TestLikenessIsThatOfTheMiddle(t *testing.T) {
	picture := func(wall uint8) *File {
		p := image.NewGray(image.Rect(0, 0, 300, 400))
		for i := range p.Pix {
			x, y := i%300, i/300
			p.Pix[i] = uint8((300 - x) * y / 500)
			if x < 40 || x >= 260 || y < 55 || y >= 345 {
				p.Pix[i] = wall - uint8(3*(x/10%2))
			}
		}
		return opened(t, p)
	}
	a, b := likenessOf(picture(255).Picture), likenessOf(picture(60).Picture)
	if a != b || a == 0 {
		t.Errorf("%x and %x", a, b)
	}
}

// The last digits of a double, which processors may reckon otherwise, are told nobody.
func TestValuesAreRounded(t *testing.T) {
	if f := asked.judge(HeadHeight, 0.12345678901); f.Measured != 0.123457 {
		t.Errorf("%v", f.Measured)
	}
}
