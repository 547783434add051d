// Package paper is the common kit of printed documents: the PDF under way and what is
// drawn on it ([Document]), how text is set and broken into lines ([Type], [Block]), and
// three ways to lay things out: [Flow] tries denser and denser settings of what must fit
// one page, [Pile] shares strips out among pages, and [Table] is rows of columns on a
// pile. On these stand [Official], a document that somebody signs, and [PersonPaper] with
// its [Entries], a working paper about one person.
//
// Measures are millimetres from the top left corner of an A4 sheet, sizes of letters are
// points. The fonts are Liberation Sans, Serif and Mono, embedded, so that nothing
// depends on the fonts of a PC. What does not fit is an error (report.no_room), as is a
// character that the fonts do not have (report.no_glyph): nothing is cut or lost
// silently.
package paper

import (
	"bytes"
	"fmt"
	"io"

	"github.com/signintech/gopdf"

	"graduand/data"
)

// The sheet is A4, upright.
const (
	PageWidth  = 210.0
	PageHeight = 297.0
)

// Size is the size of a sheet in mm, upright.
type Size struct{ Width, Height float64 }

// The sheets that there are: photo printers call 4 × 6 inches 10 × 15 cm.
var (
	A4         = Size{PageWidth, PageHeight}
	Photo10x15 = Size{101.6, 152.4}
)

// The margins of cards and forms in mm.
const (
	Left   = 14.0
	Right  = PageWidth - 14.0
	Top    = 10.0
	Bottom = PageHeight - 10.0
)

// Gap is the white space between a column of text and a photo box.
const Gap = 6.0

// Widths of lines in mm.
const (
	Hair   = 0.1
	Thin   = 0.2
	Medium = 0.3
	Heavy  = 0.6
)

// Document is a PDF under way. The first error sticks and is returned by Write, so
// that drawing reads as drawing.
type Document struct {
	pdf    *gopdf.GoPdf
	title  string
	err    error
	last   Type
	gray   float64
	stroke float64
	shade  float64
	// fitted is which of its sizes the last paper about a person had room in.
	fitted int
}

// New starts a document with the fonts that it uses. The title is all that
// stands in the file's properties until [Stamp]: no date, no name of a program.
func New(title string, faces ...Face) *Document {
	doc := &Document{pdf: new(gopdf.GoPdf), title: Tidy(title)}
	doc.pdf.Start(gopdf.Config{Unit: gopdf.UnitMM, PageSize: gopdf.Rect{W: PageWidth, H: PageHeight}})
	// Not by gopdf: see press.
	doc.pdf.SetNoCompression()
	for _, f := range faces {
		doc.Keep(doc.pdf.AddTTFFontFromFontContainer(string(f), fonts().container))
	}
	return doc
}

// Keep takes note of what has failed; only the first error counts.
func (doc *Document) Keep(err error) {
	if doc.err == nil && err != nil {
		doc.err = err
	}
}

// Page begins the next page of A4; every page starts in black, undashed.
func (doc *Document) Page() { doc.PageOf(A4) }

// PageOf begins the next page, of this size.
func (doc *Document) PageOf(s Size) {
	doc.pdf.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: s.Width, H: s.Height}})
	doc.last, doc.gray, doc.stroke, doc.shade = Type{}, 0, 0, 0
	doc.pdf.SetGrayFill(0)
}

// Write puts the finished document out. It asks to be printed as large as it is: millimetres
// stay millimetres.
func (doc *Document) Write(w io.Writer) error {
	if doc.err != nil {
		return doc.err
	}
	var drawn bytes.Buffer
	if _, err := doc.pdf.WriteTo(&drawn); err != nil {
		return fmt.Errorf("draw PDF: %w", err)
	}
	return finish(w, drawn.Bytes(), doc.title)
}

// Text sets one line with its baseline at y mm.
func (doc *Document) Text(as Type, x, y float64, line string) {
	line = Tidy(line)
	if line == "" {
		return
	}
	if r := as.Lacks(line); r != 0 {
		doc.Keep(data.Fail("report.no_glyph", data.Args{"letter": string(r), "text": line}))
		return
	}
	if doc.last.Face != as.Face || doc.last.Size != as.Size {
		doc.Keep(doc.pdf.SetFont(string(as.Face), "", as.Size))
	}
	doc.last = as
	doc.fill(as.Gray)
	doc.pdf.SetXY(x, y)
	doc.Keep(doc.pdf.Text(line))
}

// TextCentre sets one line centred between left and right mm.
func (doc *Document) TextCentre(as Type, left, right, y float64, line string) {
	line = Tidy(line)
	doc.Text(as, (left+right-as.Width(line))/2, y, line)
}

// Block sets lines below y mm, from x mm on, and returns the y below them.
func (doc *Document) Block(b Block, x, y float64) float64 {
	for i, line := range b.Lines {
		doc.Text(b.Type, x, y+b.Ascent()+float64(i)*b.Leading(), line)
	}
	return y + b.Height()
}

// BlockCentre sets lines below y mm, each centred between left and right.
func (doc *Document) BlockCentre(b Block, left, right, y float64) float64 {
	for i, line := range b.Lines {
		doc.TextCentre(b.Type, left, right, y+b.Ascent()+float64(i)*b.Leading(), line)
	}
	return y + b.Height()
}

// BlockRight sets lines below y mm that end at edge.
func (doc *Document) BlockRight(b Block, edge, y float64) float64 {
	for i, line := range b.Lines {
		doc.Text(b.Type, edge-b.Type.Width(Tidy(line)), y+b.Ascent()+float64(i)*b.Leading(), line)
	}
	return y + b.Height()
}

func (doc *Document) fill(gray float64) {
	if doc.gray != gray {
		doc.pdf.SetGrayFill(gray)
		doc.gray = gray
	}
}

func (doc *Document) strokeWidth(width float64) {
	if doc.stroke != width {
		doc.pdf.SetLineWidth(width)
		doc.stroke = width
	}
}

func (doc *Document) strokeGray(gray float64) {
	if doc.shade != gray {
		doc.pdf.SetGrayStroke(gray)
		doc.shade = gray
	}
}

// TickSize is the side of a check box in a form in mm.
const TickSize = 3.4

// Tick draws a check box with its top at y, crossed when it is marked.
func (doc *Document) Tick(x, y, size float64, marked bool) {
	const in = 0.6
	doc.Box(x, y, size, size, Medium)
	if marked {
		doc.Line(x+in, y+in, x+size-in, y+size-in, 0.45)
		doc.Line(x+in, y+size-in, x+size-in, y+in, 0.45)
	}
}

// Photo draws a box of exactly the given size with its caption inside.
func (doc *Document) Photo(x, y, width, height float64, caption string) {
	doc.Box(x, y, width, height, Medium)
	b := Sans.Sized(7).Grey(0.45).Wrap(caption, width-4)
	doc.BlockCentre(b, x+2, x+width-2, y+(height-b.Height())/2)
}

// Picture draws a file of JPEG so wide and high.
func (doc *Document) Picture(jpeg []byte, x, y, width, height float64) {
	holder, err := gopdf.ImageHolderByBytes(jpeg)
	if err != nil {
		doc.Keep(fmt.Errorf("read picture: %w", err))
		return
	}
	doc.Keep(doc.pdf.ImageByHolder(holder, x, y, &gopdf.Rect{W: width, H: height}))
}

// NoRoom reports text for which there is no place on the sheet.
func NoRoom(document, text string) error {
	return data.Fail("report.no_room", data.Args{"document": document, "text": text})
}

// SignatureLine draws a line with a small caption under it and words on it.
func (doc *Document) SignatureLine(x, width, y float64, caption, words string) {
	doc.Line(x, y, x+width, y, Thin)
	b := Sans.Sized(9.5).FitBoth(words, width, 5.5)
	doc.BlockCentre(b, x, x+width, y-0.6-b.Height())
	doc.BlockCentre(Sans.Sized(6.5).Grey(0.35).FitBoth(caption, width, 5.5), x, x+width, y+0.4)
}

// DayAndSignature draws the places at y for the day, dateX from the left and dateWidth wide, and for
// the signature, from signX to the margin, with their captions.
func (doc *Document) DayAndSignature(y, dateX, dateWidth, signX float64, date, signature string) {
	doc.SignatureLine(dateX, dateWidth, y, date, "")
	doc.SignatureLine(signX, Right-signX, y, signature, "")
}

// BeforeLine sets words at the left, with their last baseline just above a line at y
// that begins right of them.
func (doc *Document) BeforeLine(words string, y, width float64) {
	b := Sans.Sized(9.5).FitBoth(words, width, 7)
	doc.Block(b, Left, y-0.4-b.Ascent()-float64(len(b.Lines)-1)*b.Leading())
}
