package mrz

import (
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/imaging/mrz/mrztest"
	"graduand/imaging/pixels"
)

// The zones that we read and that Debian's tesseract reads, in the same pictures of cards that
// lie aslant, are grainy and in OCR-B. It needs a minute and is asked for by GRADUAND_ZONES.
func TestPeer(t *testing.T) {
	if os.Getenv("GRADUAND_ZONES") == "" {
		t.Skip("set GRADUAND_ZONES to compare with tesseract")
	}
	tesseract, err := exec.LookPath("tesseract")
	if err != nil {
		t.Skip("tesseract is not on this machine: apt-get install tesseract-ocr")
	}
	ours, theirs := 0, 0
	const cards = 8
	for i := range cards {
		r := mrztest.Seeded(900 + i)
		s := ordinary
		s.Seed, s.Tilt, s.Noise, s.Blur, s.Waves = 900+i, r.Between(2, 10)*float64(1-2*(i%2)), r.Between(8, 16), r.Between(0.8, 1.6), 20
		lines := linesOf(mrztest.Somebody(s.Seed), false)
		picture := s.Draw(mrztest.Real(), lines)
		if found, ok := Find(pixels.New(picture, 1), today); ok && slices.Equal(found.Lines, lines) {
			ours++
		}
		path := filepath.Join(t.TempDir(), "card.png")
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(file, picture); err != nil {
			t.Fatal(err)
		}
		file.Close()
		if slices.ContainsFunc([]string{"3", "6", "11"}, func(mode string) bool { return asked(t, tesseract, path, mode, lines) }) {
			theirs++
		}
	}
	t.Logf("of %d tilted, grainy cards read whole: ours %d, tesseract %d", cards, ours, theirs)
	if ours < cards || theirs > ours {
		t.Error("tesseract is to be beaten")
	}
}

// asked reports that tesseract reads the lines, in one of its ways to cut a page; what our
// reader of text puts right counts for it.
func asked(t *testing.T, tesseract, path, mode string, lines []string) bool {
	out, err := exec.Command(tesseract, path, "stdout", "--psm", mode, "-c", "tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<").Output()
	if err != nil {
		t.Logf("tesseract: %v", err)
		return false
	}
	var read []string
	for line := range strings.Lines(string(out)) {
		if line = strings.ReplaceAll(strings.TrimSpace(line), " ", ""); line != "" {
			read = append(read, line)
		}
	}
	for i := 0; i+len(lines) <= len(read); i++ {
		if z, err := Read(read[i:i+len(lines)], today); err == nil && slices.Equal(z.Lines, lines) {
			return true
		}
	}
	return false
}
