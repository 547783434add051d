package imaging_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"strconv"
	"testing"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
)

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
	return [][]byte{imagingtest.JPEG(t, picture), b.Bytes()}
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
		seen[imaging.Judge(mutated(photos[i%2], i), imaging.Question{Kind: imaging.Face, Name: "a.jpg"}, profile).Verdict()]++
	}
	if seen[imaging.Stop] == 0 || seen[imaging.Block]+seen[imaging.Warn] == 0 {
		t.Errorf("not all of them are broken, nor all sound: %v", seen)
	}
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
