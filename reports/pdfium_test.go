package reports

import (
	"bytes"
	"image"
	"os"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"graduand/data/keeptest"
	"graduand/data/text"
	"graduand/reports/paper"
)

// reader is the one PDFium of this test binary; tests of this package do not run in
// parallel.
var reader pdfium.Pdfium

func TestMain(m *testing.M) {
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: compiledBefore()})
	if err != nil {
		panic(err)
	}
	if reader, err = pool.GetInstance(time.Minute); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = reader.Close()
	_ = pool.Close()
	os.Exit(code)
}

// compiledBefore takes PDFium as an earlier run has compiled it, where one has: that is two
// seconds of work.
func compiledBefore() wazero.RuntimeConfig {
	c := wazero.NewRuntimeConfig()
	folder := keeptest.Folder("pdfium")
	if folder == "" {
		return c
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		return c
	}
	return c.WithCompilationCache(cache)
}

// opened is a PDF as a reader sees it.
type opened struct {
	t     *testing.T
	doc   requests.Page
	pages int
}

func open(t *testing.T, pdf []byte) *opened {
	t.Helper()
	doc, err := reader.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		t.Fatalf("open PDF: %v", err)
	}
	t.Cleanup(func() { _, _ = reader.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document}) })
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		t.Fatal(err)
	}
	return &opened{t: t, doc: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document}}, pages: count.PageCount}
}

func (o *opened) page(i int) requests.Page {
	byIndex := *o.doc.ByIndex
	byIndex.Index = i
	return requests.Page{ByIndex: &byIndex}
}

// text is the plain text of a page.
func (o *opened) text(i int) string {
	o.t.Helper()
	r, err := reader.GetPageText(&requests.GetPageText{Page: o.page(i)})
	if err != nil {
		o.t.Fatal(err)
	}
	return r.Text
}

// glyph is a character with its box in mm from the top left corner.
type glyph struct {
	text                     string
	left, top, right, bottom float64
}

func (o *opened) glyphs(i int) []glyph {
	o.t.Helper()
	r, err := reader.GetPageTextStructured(&requests.GetPageTextStructured{Page: o.page(i), Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		o.t.Fatal(err)
	}
	size, err := reader.GetPageSize(&requests.GetPageSize{Page: o.page(i)})
	if err != nil {
		o.t.Fatal(err)
	}
	high := size.Height * paper.Point
	var out []glyph
	for _, c := range r.Chars {
		p := c.PointPosition
		if c.Text == " " || c.Text == "\u00a0" || c.Text == "\r" || c.Text == "\n" || p.Right-p.Left <= 0 {
			continue
		}
		out = append(out, glyph{c.Text, p.Left * paper.Point, high - p.Top*paper.Point, p.Right * paper.Point, high - p.Bottom*paper.Point})
	}
	return out
}

// picture is a page as grey dots.
type picture struct {
	*image.Gray
	dpi float64
}

func (o *opened) render(i, dpi int) picture {
	o.t.Helper()
	r, err := reader.RenderPageInDPI(&requests.RenderPageInDPI{Page: o.page(i), DPI: dpi})
	if err != nil {
		o.t.Fatal(err)
	}
	defer r.Cleanup()
	src := r.Result.Image
	gray := image.NewGray(src.Bounds())
	for i := range gray.Pix {
		// All ink is black or grey, so that one colour says it.
		gray.Pix[i] = src.Pix[4*i]
	}
	return picture{gray, float64(dpi)}
}

// mm turns dots into millimetres, dots does the reverse.
func (p picture) mm(dots int) float64  { return float64(dots) / p.dpi * 25.4 }
func (p picture) dots(mm float64) int  { return int(mm / 25.4 * p.dpi) }
func (p picture) dark(x, y int) bool   { return p.GrayAt(x, y).Y < 128 }
func (p picture) inked(x, y int) bool  { return p.GrayAt(x, y).Y < 250 }
func (p picture) size() (w, h float64) { return p.mm(p.Rect.Dx()), p.mm(p.Rect.Dy()) }

// white reports whether a rectangle in mm has no ink.
func (p picture) white(x1, y1, x2, y2 float64) bool {
	for y := p.dots(y1); y < min(p.dots(y2), p.Rect.Dy()); y++ {
		for x := p.dots(x1); x < min(p.dots(x2), p.Rect.Dx()); x++ {
			if p.inked(x, y) {
				return false
			}
		}
	}
	return true
}

// run is a straight dark line: at the place at, from and to in mm.
type run struct{ at, from, to float64 }

// runs finds dark lines with a length between least and most mm; upright or level.
// Lines of several dots are one, at their middle.
func (p picture) runs(upright bool, least, most float64) []run {
	w, h, dark := p.Rect.Dx(), p.Rect.Dy(), p.dark
	if upright {
		w, h, dark = h, w, func(x, y int) bool { return p.dark(y, x) }
	}
	var found []run
	thick := map[int]int{}
	for y := range h {
		for x := 0; x < w; x++ {
			start := x
			for x < w && dark(x, y) {
				x++
			}
			if length := p.mm(x - start); length >= least && length <= most {
				found = merge(found, thick, run{p.mm(2*y+1) / 2, p.mm(start), p.mm(x)}, p.mm(1))
			}
		}
	}
	return found
}

// merge joins r to a line that it touches.
func merge(found []run, thick map[int]int, r run, dot float64) []run {
	for i := range found {
		n := float64(thick[i])
		lastRow := found[i].at + n*dot/2
		if r.at-lastRow > 0 && r.at-lastRow < 1.1*dot && abs(found[i].from-r.from) < 3*dot {
			found[i].at = (found[i].at*n + r.at) / (n + 1)
			thick[i]++
			return found
		}
	}
	thick[len(found)] = 1
	return append(found, r)
}

func abs(x float64) float64 { return max(x, -x) }

// made runs a printer and returns its bytes.
func made(t testing.TB, print func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := print(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func cardsPDF(t testing.TB, cards ...Card) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Cards(b, cards, ukrainian()) })
}

func formsPDF(t testing.TB, cards ...Card) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Forms(b, cards, text.For("ru")) })
}

func listPDF(t testing.TB, l List) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return ListPDF(b, l) })
}

func listXLSX(t testing.TB, l List) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return ListXLSX(b, l) })
}
