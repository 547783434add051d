package imaging_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"testing"

	"graduand/data/mutatedtest"
	"graduand/imaging"
	"graduand/imaging/imagingtest"
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

// headed are tiny files that are mostly header and what they say of themselves.
func headed(t testing.TB) [][]byte {
	t.Helper()
	little := binary.AppendByteOrder(binary.LittleEndian)
	return [][]byte{photoWith(told()...), asPNG(t, image.NewNRGBA(image.Rect(0, 0, 12, 9))), photoWith(exif(little, []entry{{0x112, 4, 1, little.AppendUint32(nil, 8)}}, nil)),
		drawnJPEG{width: 40, height: 30, sampling: quarter, progressive: true, refinements: 2}.bytes()}
}

// Ten thousand files whose headers and metadata are spoilt are opened or refused, with a reason.
func TestMutatedHeadersAreRead(t *testing.T) {
	files, m := headed(t), mutatedtest.New(1)
	opened, dated := 0, 0
	for i := range 10_000 {
		f, err := imaging.Open(m.Octets(files[i%len(files)], nil))
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
