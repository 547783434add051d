package imaging_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
	"graduand/imaging/mrz"
	"graduand/imaging/mrz/mrztest"
	"graduand/imaging/pdf/pdftest"
)

// told are segments with what a phone and an editor write into a photo.
func told() [][]byte {
	big := binary.AppendByteOrder(binary.BigEndian)
	return [][]byte{exif(big, []entry{{0x112, 3, 1, big.AppendUint16(nil, 6)}, text(0x131, "Snapseed 2.0")},
		[]entry{text(0x9003, "2021:01:20 10:11:12"), text(0x9011, "+06:00")}), xmp(`xmp:CreatorTool="Adobe Photoshop 22.0" exif:DateTimeOriginal="2021-01-20T10:11:12"`)}
}

// smallPhotos are a portrait as JPEG and as PNG, so small that many can be judged.
func smallPhotos(t testing.TB) [][]byte {
	t.Helper()
	p := imagingtest.Somebody()
	p.Width, p.Height, p.EyeDistance = 160, 200, 36
	photo := imagingtest.JPEG(t, p.Draw())
	withTold := bytes.NewBuffer(bytes.Clone(photo[:2]))
	for _, s := range told() {
		segment(withTold, 0xe1, s)
	}
	withTold.Write(photo[2:])
	p.Width, p.Height, p.EyeDistance = 48, 64, 11
	return [][]byte{withTold.Bytes(), asPNG(t, p.Draw())}
}

func asPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// smallCard is the back of a card with a zone that is just large enough to be read.
func smallCard(t testing.TB) []byte {
	t.Helper()
	p := mrztest.Somebody(5)
	lines := mrz.Card(mrz.Zone{Surname: p.Surname, GivenNames: p.Given, Country: p.Country, Nationality: p.Country, DocumentNumber: p.Number,
		BirthDate: p.Birth, ExpiryDate: p.Expiry, Sex: p.Sex, Optional: p.Optional})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, mrztest.Scene{Width: 360, Height: 228, Share: 0.98, Seed: 5}.Draw(mrztest.Real(), lines), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mutated is a file with some octets changed, in a way that its number decides.
func mutated(content []byte, number int) []byte {
	other := bytes.Clone(content)
	lot := uint64(number)*0x9E3779B97F4A7C15 + 1
	draw := func(below int) int {
		lot ^= lot << 13
		lot ^= lot >> 7
		lot ^= lot << 17
		return int(lot>>33) % below
	}
	for range 1 + draw(8) {
		other[draw(len(other))] = byte(draw(256))
	}
	if draw(5) == 0 {
		other = other[:draw(len(other))]
	}
	return other
}

// fewer is how many files the tests spoil that are run with all others; GRADUAND_MUTATED says
// another number.
const fewer = 60

// Mutated files go through the whole judge without a panic, and within the memory that any file may
// take, in a process of its own.
func TestMutatedFilesAreJudged(t *testing.T) {
	times, err := strconv.Atoi(os.Getenv("GRADUAND_MUTATED"))
	if err != nil {
		times = fewer
	}
	out := childSays(t, "TestMutatedChild", "GRADUAND_MUTATED_CHILD="+strconv.Itoa(times))
	_, told, _ := strings.Cut(out, "judged ")
	var judged, stopped, found, read, peak int
	if _, err := fmt.Sscanf(told, "%d, stopped %d, found %d, read %d, peak %d MB", &judged, &stopped, &found, &read, &peak); err != nil || judged != times {
		t.Fatalf("%v\n%s", err, out)
	}
	if stopped == 0 || found == 0 || read == 0 {
		t.Errorf("not all of them are broken, nor all sound: %s", told)
	}
	if peak > mostMemory {
		t.Errorf("%d MB", peak)
	}
	t.Log(told)
}

// TestMutatedChild is the process that [TestMutatedFilesAreJudged] starts: portraits for the most
// part, three of four as JPEG, for a PNG hardly opens; every tenth file a card with
// its zone, of which the first is whole, every hundredth a PDF.
func TestMutatedChild(t *testing.T) {
	times, err := strconv.Atoi(os.Getenv("GRADUAND_MUTATED_CHILD"))
	if err != nil {
		t.Skip("runs only as the child of TestMutatedFilesAreJudged")
	}
	photos, card, scan, profile := smallPhotos(t), smallCard(t), pdftest.Written(pdftest.Sheet, pdftest.Sheet), takesPDF()
	stopped, found, read := 0, 0, 0
	for i := range times {
		content, q := mutated(photos[i%4/3], i), imaging.Question{Kind: imaging.Face, Name: "a.jpg", Reference: "2021-02-15"}
		switch {
		case i%100 == 50:
			content, q = mutated(scan, i), imaging.Question{Kind: imaging.Passport, Side: imaging.Back, Name: "a.pdf"}
		case i == 5:
			content, q = card, imaging.Question{Kind: imaging.Passport, Side: imaging.Back, Name: "a.jpg"}
		case i%10 == 5:
			content, q = mutated(card, i), imaging.Question{Kind: imaging.Passport, Side: imaging.Back, Name: "a.jpg"}
		}
		j := imaging.Judge(content, q, profile)
		if j.Picture != nil && q.Kind == imaging.Passport {
			if _, ok := mrz.Find(j.Picture, time.Date(2021, 2, 15, 0, 0, 0, 0, time.UTC)); ok {
				read++
			}
		}
		switch j.Verdict() {
		case imaging.Stop:
			stopped++
		case imaging.Block, imaging.Warn:
			found++
		}
	}
	fmt.Printf("judged %d, stopped %d, found %d, read %d, peak %d MB\n", times, stopped, found, read, peakMemory(t))
}

// headed are tiny files that are mostly header and what they say of themselves.
func headed(t testing.TB) [][]byte {
	t.Helper()
	little := binary.AppendByteOrder(binary.LittleEndian)
	return [][]byte{photoWith(told()...), asPNG(t, image.NewNRGBA(image.Rect(0, 0, 12, 9))), photoWith(exif(little, []entry{{0x112, 4, 1, little.AppendUint32(nil, 8)}}, nil)),
		drawnJPEG{width: 40, height: 30, sampling: quarter, progressive: true, refinements: 2}.bytes()}
}

// Ten thousand files whose headers and metadata are spoilt are opened or refused, with a reason.
func TestMutatedHeadersAreRead(t *testing.T) {
	files := headed(t)
	opened, dated := 0, 0
	for i := range 10_000 {
		f, err := imaging.Open(mutated(files[i%len(files)], i))
		if err == nil {
			opened++
			if f.About.Taken != "" {
				dated++
			}
			continue
		}
		if textOf(err) == "" {
			t.Errorf("file %d is refused without a reason: %v", i, err)
		}
	}
	if opened < 1000 || opened > 9000 || dated < 100 {
		t.Errorf("%d open, of which %d tell their day: the mutations touch too little or too much", opened, dated)
	}
	t.Logf("%d of 10,000 open, %d of them tell their day", opened, dated)
}

func FuzzOpen(f *testing.F) {
	for _, content := range headed(f) {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := imaging.Open(content); err != nil && textOf(err) == "" {
			t.Errorf("refused without a reason: %v", err)
		}
	})
}

// A picture of any shape is judged.
func TestShapesOfPictures(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {1, 3000}, {3000, 1}, {60, 60}, {61, 9000}, {9000, 61}, {100, 101}, {799, 800}, {801, 800}} {
		j := imaging.Judge(asPNG(t, image.NewGray(image.Rectangle{Max: size})), imaging.Question{Kind: imaging.Face}, imagingtest.Profile())
		if f, _ := j.Findings.Of(imaging.RuleOneFace); j.Width != size.X || f.Verdict != imaging.Block {
			t.Errorf("%v: %+v", size, f)
		}
	}
}

func FuzzJudge(f *testing.F) {
	for _, content := range smallPhotos(f) {
		f.Add(content)
	}
	profile := imagingtest.Profile()
	f.Fuzz(func(t *testing.T, content []byte) {
		j := imaging.Judge(content, imaging.Question{Kind: imaging.Face, Name: "a.jpg", Reference: "2021-02-15"}, profile)
		for _, finding := range j.Findings {
			if finding.Verdict != imaging.Pass && finding.Text == "" {
				t.Errorf("%s says nothing: %+v", finding.Rule, finding)
			}
		}
	})
}
