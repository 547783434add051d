package reports

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"strings"
	"sync"
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
	return open(t, sheetBytes(t, s))
}

func sheetBytes(t *testing.T, s PhotoSheet) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return PhotoSheets(b, s, "uk", nil) })
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

// printOfSomebody is a drawn portrait, 30 × 40 mm, drawn once.
var printOfSomebody = sync.OnceValue(func() Picture { return Picture{somebody(1), 30, 40} })

// photoSheets are the sheets whose pages are kept as pictures: the usual one, and one with the
// longest names and letters, on the paper of photo printers.
func photoSheets(t *testing.T) (usual, worst PhotoSheet) {
	usual, worst = photoSheet(t, 7), photoSheet(t, 3)
	worst.Paper, worst.Copies = PaperPhoto, 3
	for i := range usual.Strips {
		usual.Strips[i].Picture = printOfSomebody()
	}
	for i := range worst.Strips {
		worst.Strips[i].Picture = printOfSomebody()
	}
	worst.Strips[0].Name = longName + " Марія-Магдалина-Анастасія-Єлизавета Костянтинопольщенківна-Всеволодівна, 11-А"
	worst.Strips[1].Name = "Өмүрзакова Ґүлнара, 11-Б"
	return usual, worst
}

// UA-049: as many prints as are wanted, all of one picture, to the tenth of a millimetre, on both
// papers; nothing stands nearer to the edge than a printer prints.
func TestUA049AsManyPrintsAsAreWanted(t *testing.T) {
	for _, c := range []struct {
		paper         string
		each          int
		width, height float64
		pages         int
		margin        float64
	}{{PaperA4, 1, 210, 297, 1, 9}, {PaperA4, 6, 210, 297, 1, 9}, {PaperA4, 31, 210, 297, 2, 9}, {PaperPhoto, 2, 101.6, 152.4, 1, 1.2}, {PaperPhoto, 9, 101.6, 152.4, 1, 1.2}, {PaperPhoto, 10, 101.6, 152.4, 2, 1.2}} {
		name := fmt.Sprintf("%d on %s", c.each, c.paper)
		s := photoSheet(t, 1)
		s.Paper, s.Copies = c.paper, c.each
		o := sheetOf(t, s)
		if o.pages != c.pages {
			t.Errorf("%s: %d pages", name, o.pages)
		}
		prints := 0
		for i := range o.pages {
			page := o.render(i, 300)
			if w, h := page.size(); math.Abs(w-c.width) > 0.2 || math.Abs(h-c.height) > 0.2 || !page.white(0, 0, c.margin, h) || !page.white(w-c.margin, 0, w, h) || !page.white(0, 0, w, c.margin) || !page.white(0, h-c.margin, w, h) {
				t.Errorf("%s: page %d is %.1f × %.1f mm, or has no margin", name, i+1, w, h)
			}
			prints += page.blocks(t, name, 30, 40)
		}
		if prints != c.each {
			t.Errorf("%s: there are %d", name, prints)
		}
		if n := bytes.Count(sheetBytes(t, s), []byte("/Subtype /Image")); n != 1 {
			t.Errorf("%s: %d pictures are in the file: are they identical?", name, n)
		}
	}
}

// The usual two of each fill a sheet of photo paper with three people.
func TestThreePeopleOnPhotoPaper(t *testing.T) {
	for each := 2; each <= 3; each++ {
		s := photoSheet(t, 3)
		s.Paper, s.Copies = PaperPhoto, each
		if o := sheetOf(t, s); o.pages != 1 {
			t.Errorf("%d of each of three people take %d sheets", each, o.pages)
		}
	}
}

// blocks counts the black rectangles of a page and says of those that are not so wide and high.
func (p picture) blocks(t *testing.T, name string, width, height float64) (count int) {
	t.Helper()
	seen := image.NewAlpha(p.Rect)
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			box := p.patch(seen, x, y)
			if w, h := p.mm(box.Dx()), p.mm(box.Dy()); w > 5 && h > 5 {
				count++
				if math.Abs(w-width) > 0.25 || math.Abs(h-height) > 0.25 {
					t.Errorf("%s: a print is %.2f × %.2f mm", name, w, h)
				}
			}
		}
	}
	return count
}

// patch is the rectangle about all that is dark and hangs together with a dot that nobody has seen.
func (p picture) patch(seen *image.Alpha, x, y int) (box image.Rectangle) {
	dots := []image.Point{{X: x, Y: y}}
	for len(dots) > 0 {
		at := dots[len(dots)-1]
		dots = dots[:len(dots)-1]
		if !at.In(p.Rect) || !p.dark(at.X, at.Y) || seen.AlphaAt(at.X, at.Y).A > 0 {
			continue
		}
		seen.SetAlpha(at.X, at.Y, color.Alpha{A: 255})
		box = box.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
		dots = append(dots, at.Add(image.Pt(1, 0)), at.Add(image.Pt(-1, 0)), at.Add(image.Pt(0, 1)), at.Add(image.Pt(0, -1)))
	}
	return box
}

// A cut along the marks takes nothing of the photo away and leaves nothing beside it.
func TestMarksToCutAlong(t *testing.T) {
	page := sheetOf(t, photoSheet(t, 1)).render(0, 300)
	columns := page.runs(true, 20, 200)
	top, bottom := columns[0].from, columns[0].to
	for _, at := range []float64{top - 1.4, bottom + 1.4} {
		if marks := page.marks(at); len(marks) != 4 || math.Abs(marks[1]-marks[0]-30) > 0.15 || math.Abs(marks[2]-marks[1]-2) > 0.15 {
			t.Errorf("at %.1f mm the marks are %v", at, marks)
		}
	}
}

// marks are the middles of all that has ink in a row of dots, in mm.
func (p picture) marks(mm float64) (found []float64) {
	y := p.dots(mm)
	for x := 0; x < p.Rect.Dx(); x++ {
		start := x
		for x < p.Rect.Dx() && p.inked(x, y) {
			x++
		}
		if x > start {
			found = append(found, p.mm(start+x)/2)
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
