package reports

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"strings"
	"testing"

	"graduand/data"
)

// black is a photo as dark as none is, so wide and high in mm.
func black(t *testing.T, width, height float64) Picture {
	t.Helper()
	p := image.NewGray(image.Rect(0, 0, int(width*10), int(height*10)))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	return Picture{b.Bytes(), width, height}
}

// photoSheet are photos of so many people, two of each.
func photoSheet(t *testing.T, people int) PhotoSheet {
	s := PhotoSheet{School: "Тихоозерський ліцей", Campaign: "ЗНО-2020", Width: 30, Height: 40, Copies: 2}
	for i := range people {
		s.Strips = append(s.Strips, PhotoStrip{fmt.Sprintf("Особа %d, 11-А", i+1), black(t, 30, 40)})
	}
	return s
}

func sheetOf(t *testing.T, s PhotoSheet) *opened {
	t.Helper()
	var b bytes.Buffer
	if err := PhotoSheets(&b, s, "uk", nil); err != nil {
		t.Fatal(err)
	}
	return open(t, b.Bytes())
}

// UA-049, UA-050: two identical photos of 3 × 4 cm, to the tenth of a millimetre.
func TestUA049TwoPhotos30x40mmOfEach(t *testing.T) {
	o := sheetOf(t, photoSheet(t, 1))
	page := o.render(0, 300)
	columns := page.runs(true, 20, 200)
	if len(columns) == 0 {
		t.Fatal("no photo is there")
	}
	first := page.row(t, (columns[0].from+columns[0].to)/2)
	if len(first) != 2 {
		t.Fatalf("%d photos stand in the row: %v", len(first), first)
	}
	for _, r := range first {
		if math.Abs(r.to-r.from-30) > 0.2 {
			t.Errorf("a photo is %.2f mm wide", r.to-r.from)
		}
	}
	if high := columns[0].to - columns[0].from; math.Abs(high-40) > 0.2 {
		t.Errorf("a photo is %.2f mm high", high)
	}
	if !strings.Contains(o.text(0), "Особа 1, 11-А") {
		t.Errorf("whose it is, is not said: %q", o.text(0))
	}
}

// row are the dark runs of one row of dots, at so many mm from above.
func (p picture) row(t *testing.T, mm float64) (found []run) {
	t.Helper()
	y := p.dots(mm)
	for x := 0; x < p.Rect.Dx(); x++ {
		start := x
		for x < p.Rect.Dx() && p.dark(x, y) {
			x++
		}
		if length := p.mm(x - start); length > 1 {
			found = append(found, run{mm, p.mm(start), p.mm(x)})
		}
	}
	return found
}

// A photo of another proportion stands whole in the middle of the place to cut out.
func TestAPhotoOfAnotherProportionIsNotStretched(t *testing.T) {
	s := photoSheet(t, 1)
	s.Strips[0].Picture = black(t, 30, 20)
	page := sheetOf(t, s).render(0, 300)
	black := 0
	for _, r := range page.runs(true, 15, 100) {
		if math.Abs(r.to-r.from-20) < 0.2 {
			black++
		}
	}
	if black == 0 {
		t.Error("it is not 20 mm high")
	}
}

// Nobody is lost where a sheet is full, and nothing lies over the edge.
func TestPhotosGoOnOnTheNextSheet(t *testing.T) {
	o := sheetOf(t, photoSheet(t, 25))
	words := ""
	for i := range o.pages {
		words += o.text(i)
		page := o.render(i, 100)
		if w, h := page.size(); !page.white(0, h-9, w, h) || !page.white(w-9, 0, w, h) {
			t.Errorf("page %d has no margin", i+1)
		}
	}
	for i := range 25 {
		if !strings.Contains(words, fmt.Sprintf("Особа %d, 11-А", i+1)) {
			t.Errorf("number %d is lost", i+1)
		}
	}
	if o.pages != 3 {
		t.Errorf("%d pages", o.pages)
	}
	if err := PhotoSheets(&bytes.Buffer{}, PhotoSheet{}, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Error(err)
	}
}
