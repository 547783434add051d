package reports

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

// samples are the documents whose pictures are kept.
func samples(t *testing.T) map[string][]byte {
	onLetterhead := list(3)
	onLetterhead.Letterhead, onLetterhead.Date, onLetterhead.Number = true, "", ""
	photos, prints := photoSheets(t)
	return map[string][]byte{
		"sample":         samplePages(t, sampleOf(false)),
		"sample-long":    samplePages(t, sampleOf(true)),
		"pictured":       checkSheetsPDF(t, "ru", pictured(false)),
		"pictured-long":  checkSheetsPDF(t, "ru", pictured(true)),
		"notice":         noticeBytes(t, noticesOf(false)),
		"notice-long":    noticeBytes(t, noticesOf(true)[:2]),
		"hint":           hintBytes(t, hintOf(false)),
		"hint-long":      hintBytes(t, hintOf(true)),
		"album":          albumBytes(t, albumOf(27, false)),
		"album-long":     albumBytes(t, albumOf(6, true)),
		"certified":      labelBytes(t, labelsOf(26, false)),
		"certified-long": labelBytes(t, labelsOf(2, true)),
		"copies":         copiesOf(t, false),
		"copies-long":    copiesOf(t, true),
		"photos":         sheetBytes(t, photos),
		"photos-10x15":   sheetBytes(t, prints),
		"card":           cardsPDF(t, ukCard()),
		"card-draft":     cardsPDF(t, draftCard()),
		"card-long":      cardsPDF(t, longCard()),
		"form":           formsPDF(t, ruForm()),
		"list":           listPDF(t, list(12)),
		"list-letter":    listPDF(t, onLetterhead),
		"register":       registerPDF(t, ukRegister(4)),
	}
}

func TestGoldenPages(t *testing.T) {
	for name, pdf := range samples(t) {
		o := open(t, pdf)
		for i := range o.pages {
			checkPicture(t, filepath.Join("testdata", fmt.Sprintf("%s-%d.png", name, i+1)), o.render(i, 60).Gray)
		}
	}
}

func checkPicture(t *testing.T, path string, got *image.Gray) {
	t.Helper()
	if *update {
		writePicture(t, path, got)
		return
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no picture, run the test with -update: %v", err)
	}
	decoded, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewGray(decoded.Bounds())
	draw.Draw(want, want.Rect, decoded, image.Point{}, draw.Src)
	if want.Rect != got.Rect || difference(got, want) > 0.002 {
		failed := filepath.Join("testdata", "failed", filepath.Base(path))
		writePicture(t, failed, got)
		t.Errorf("%s looks different, see %s", path, failed)
	}
}

func writePicture(t *testing.T, path string, p *image.Gray) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first := samples(t)
	for name, pdf := range samples(t) {
		if !bytes.Equal(pdf, first[name]) {
			t.Errorf("%s: other bytes for the same data", name)
		}
	}
	if !bytes.Equal(listXLSX(t, list(40)), listXLSX(t, list(40))) {
		t.Error("workbook: other bytes for the same data")
	}
}

// difference is the ink that only one of two pictures has, in parts of the ink of
// the second one; fine differences along the edges count for nothing.
func difference(got, want *image.Gray) float64 {
	off, ink := 0, 0
	for i := range want.Pix {
		ink += 255 - int(want.Pix[i])
		if d := int(got.Pix[i]) - int(want.Pix[i]); d > 96 || d < -96 {
			off += max(d, -d)
		}
	}
	return float64(off) / float64(max(ink, 1))
}
