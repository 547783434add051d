package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// PhotoSheet are portraits of many people for cutting out: each as many times as it is glued,
// all copies of one picture (UA-049).
type PhotoSheet struct {
	School, Campaign string
	// Width and Height are those of a print in mm, Copies how many each has.
	Width, Height float64
	Copies        int
	// Paper is one of [PhotoPapers].
	Paper  string
	Strips []PhotoStrip
}

// PhotoStrip are the prints of one person. The picture stands in the middle of the print; where
// it has another proportion it is as large as it fits.
type PhotoStrip struct {
	Name    string
	Picture Picture
}

// Picture is a file of JPEG, so wide and high in mm.
type Picture struct {
	JPEG          []byte
	Width, Height float64
}

// The papers that photos are printed on.
const (
	PaperA4 = "a4"
	// PaperPhoto is that of photo printers, which is 4 × 6 inches.
	PaperPhoto = "10x15"
)

// PhotoPapers are the codes of papers that photos can be printed on, the usual one first.
func PhotoPapers() []string { return []string{PaperA4, PaperPhoto} }

// photoPaper is where on a sheet the photos stand, in mm, and whether it has a head.
type photoPaper struct {
	paper.Size
	left, top, right, bottom float64
	head                     bool
}

func photoPaperOf(code string) photoPaper {
	if code == PaperPhoto {
		s := paper.Photo10x15
		const side, end = 3.8, 4.0
		return photoPaper{s, side, end, s.Width - side, s.Height - end, false}
	}
	return photoPaper{paper.A4, paper.Left, paper.Top + 15, paper.Right, paper.Bottom, true}
}

// The room between the prints of one person, between two people beside and below each other, and
// between the prints and the name below, in mm.
const (
	betweenPrints = 2.0
	betweenStrips = 8.0
	belowStrips   = 2.8
	aboveName     = 2.4
)

// PhotoSheets prints them in rows, with marks to cut along. Errors: report.empty without strips,
// report.no_glyph.
func PhotoSheets(w io.Writer, s PhotoSheet, language string, own map[string]string) error {
	if len(s.Strips) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("document.photos", nil), paper.Sans, paper.SansBold)
	on := photoPaperOf(s.Paper)
	shelf := &shelf{photoPaper: on, y: on.bottom + 1, begin: func() { s.beginPage(doc, on, t) }}
	for i := range s.Strips {
		for _, block := range s.blocks(on, s.Strips[i].Name) {
			x, y := shelf.place(block.width, block.height)
			s.draw(doc, &s.Strips[i], block, x, y)
		}
	}
	return doc.Write(w)
}

// beginPage begins a page, with what it is where there is room for that.
func (s *PhotoSheet) beginPage(doc *paper.Document, on photoPaper, t *text.Text) {
	doc.PageOf(on.Size)
	if on.head {
		doc.Text(paper.SansBold.Sized(11), on.left, paper.Top+4, t.Say("document.photos", nil))
		doc.Block(paper.Sans.Sized(8).Grey(0.35).FitBoth(s.School+" · "+s.Campaign, on.right-on.left, 5.5), on.left, paper.Top+6)
	}
}

// printBlock are prints of one person in rows, with the name below; measures in mm.
type printBlock struct {
	prints, columns, rows int
	name                  paper.Block
	width, height         float64
}

// blocks are the prints of somebody: one block, or several where they take more than a page.
func (s *PhotoSheet) blocks(on photoPaper, name string) (all []printBlock) {
	columns := max(1, int((on.right-on.left+betweenPrints)/(s.Width+betweenPrints)))
	// Of the name as many lines as it has where it is narrowest, below a single print.
	least := paper.Sans.Sized(8).FitBoth(name, s.Width, 5.5).Height()
	rows := max(1, int((on.bottom-on.top-aboveName-least+betweenPrints)/(s.Height+betweenPrints)))
	for left := max(1, s.Copies); left > 0; left -= columns * rows {
		all = append(all, s.block(min(left, columns*rows), columns, name))
	}
	return all
}

// block has as few rows as that width allows, all but the last of them full.
func (s *PhotoSheet) block(prints, most int, name string) printBlock {
	b := printBlock{prints: prints, rows: (prints + most - 1) / most}
	b.columns = (prints + b.rows - 1) / b.rows
	b.width = float64(b.columns)*(s.Width+betweenPrints) - betweenPrints
	b.name = paper.Sans.Sized(8).FitBoth(name, b.width, 5.5)
	b.height = float64(b.rows)*(s.Height+betweenPrints) - betweenPrints + aboveName + b.name.Height()
	return b
}

// shelf fills pages with blocks, row by row.
type shelf struct {
	photoPaper
	// x and y are where the next block goes, high is the highest of its row.
	x, y, high float64
	begin      func()
}

// place is where a block goes, on a new page where this one has no room for it.
func (s *shelf) place(width, height float64) (x, y float64) {
	if s.x > s.left && s.x+width > s.right {
		s.x, s.y, s.high = s.left, s.y+s.high+belowStrips, 0
	}
	if s.y+height > s.bottom {
		s.begin()
		s.x, s.y, s.high = s.left, s.top, 0
	}
	x, y = s.x, s.y
	s.x, s.high = x+width+betweenStrips, max(s.high, height)
	return x, y
}

// draw draws the prints of one person, with lines and marks to cut along, and below whose they
// are.
func (s *PhotoSheet) draw(doc *paper.Document, p *PhotoStrip, b printBlock, x, y float64) {
	for i := range b.prints {
		left := x + float64(i%b.columns)*(s.Width+betweenPrints)
		top := y + float64(i/b.columns)*(s.Height+betweenPrints)
		doc.Picture(p.Picture.JPEG, left+(s.Width-p.Picture.Width)/2, top+(s.Height-p.Picture.Height)/2, p.Picture.Width, p.Picture.Height)
		doc.Box(left, top, s.Width, s.Height, paper.Hair)
	}
	bottom := y + float64(b.rows)*(s.Height+betweenPrints) - betweenPrints
	for column := range b.columns {
		left := x + float64(column)*(s.Width+betweenPrints)
		doc.CutMarks(true, []float64{left, left + s.Width}, y, bottom)
	}
	for row := range b.rows {
		top := y + float64(row)*(s.Height+betweenPrints)
		doc.CutMarks(false, []float64{top, top + s.Height}, x, x+b.width)
	}
	doc.Block(b.name, x, bottom+aboveName)
}
