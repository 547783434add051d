package imaging_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"strconv"
	"testing"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
)

// told are segments with what a phone and an editor write into a photo.
func told() [][]byte {
	big := binary.AppendByteOrder(binary.BigEndian)
	return [][]byte{exif(big, []entry{{0x112, 3, 1, big.AppendUint16(nil, 6)}, text(0x131, "Snapseed 2.0")},
		[]entry{text(0x9003, "2021:01:20 10:11:12"), text(0x9011, "+06:00")}), xmp(`xmp:CreatorTool="Adobe Photoshop 22.0" exif:DateTimeOriginal="2021-01-20T10:11:12"`)}
}

// smallPhotos are a portrait as JPEG and as PNG, small, so that many can be judged.
func smallPhotos(t testing.TB) [][]byte {
	t.Helper()
	p := imagingtest.Somebody()
	p.Width, p.Height, p.EyeDistance = 180, 240, 41
	picture := p.Draw()
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	photo := imagingtest.JPEG(t, picture)
	withTold := bytes.NewBuffer(bytes.Clone(photo[:2]))
	for _, s := range told() {
		segment(withTold, 0xe1, s)
	}
	withTold.Write(photo[2:])
	return [][]byte{withTold.Bytes(), b.Bytes()}
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

// Mutated files are judged without a panic; GRADUAND_MUTATED says how many.
func TestMutatedFilesAreJudged(t *testing.T) {
	times, err := strconv.Atoi(os.Getenv("GRADUAND_MUTATED"))
	if err != nil {
		times = 300
	}
	photos, profile := smallPhotos(t), imagingtest.Profile()
	seen := map[imaging.Verdict]int{}
	for i := range times {
		seen[imaging.Judge(mutated(photos[i%2], i), imaging.Question{Kind: imaging.Face, Name: "a.jpg", Reference: "2021-02-15"}, profile).Verdict()]++
	}
	if seen[imaging.Stop] == 0 || seen[imaging.Block]+seen[imaging.Warn] == 0 {
		t.Errorf("not all of them are broken, nor all sound: %v", seen)
	}
}

// headed are tiny files that are mostly header and what they say of themselves.
func headed(t testing.TB) [][]byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 12, 9))); err != nil {
		t.Fatal(err)
	}
	little := binary.AppendByteOrder(binary.LittleEndian)
	return [][]byte{photoWith(told()...), b.Bytes(), photoWith(exif(little, []entry{{0x112, 4, 1, little.AppendUint32(nil, 8)}}, nil)),
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
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rectangle{Max: size})); err != nil {
			t.Fatal(err)
		}
		j := imaging.Judge(b.Bytes(), imaging.Question{Kind: imaging.Face}, imagingtest.Profile())
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
