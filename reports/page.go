package reports

import (
	"compress/zlib"
	"fmt"
	"io"

	"github.com/signintech/gopdf"

	"graduand/data"
)

// The sheet is A4, upright.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
)

// Widths of lines in mm.
const (
	thin   = 0.2
	medium = 0.3
	heavy  = 0.6
)

// sheet is a PDF under way. The first error sticks and is returned by write, so
// that drawing reads as drawing.
type sheet struct {
	pdf    *gopdf.GoPdf
	err    error
	letter letter
	gray   float64
	stroke float64
	shade  float64
}

// newSheet starts a document with the fonts that it uses. The title is all that
// stands in the file's properties: no date, no name of a program.
func newSheet(title string, faces ...face) *sheet {
	s := &sheet{pdf: new(gopdf.GoPdf)}
	s.pdf.Start(gopdf.Config{Unit: gopdf.UnitMM, PageSize: gopdf.Rect{W: pageWidth, H: pageHeight}})
	s.pdf.SetCompressLevel(zlib.BestSpeed)
	s.pdf.SetInfo(gopdf.PdfInfo{Title: tidy(title)})
	for _, f := range faces {
		s.keep(s.pdf.AddTTFFontFromFontContainer(string(f), fonts().container))
	}
	return s
}

func (s *sheet) keep(err error) {
	if s.err == nil && err != nil {
		s.err = err
	}
}

// page begins the next page; every page starts in black, undashed.
func (s *sheet) page() {
	s.pdf.AddPage()
	s.letter, s.gray, s.stroke, s.shade = letter{}, 0, 0, 0
	s.pdf.SetGrayFill(0)
}

// write puts the finished document out.
func (s *sheet) write(w io.Writer) error {
	if s.err != nil {
		return s.err
	}
	if _, err := s.pdf.WriteTo(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// text sets one line with its baseline at y mm.
func (s *sheet) text(l letter, x, y float64, line string) {
	line = tidy(line)
	if line == "" {
		return
	}
	if r := l.missing(line); r != 0 {
		s.keep(data.Fail("report.no_glyph", data.Args{"letter": string(r), "text": line}))
		return
	}
	if s.letter.face != l.face || s.letter.size != l.size {
		s.keep(s.pdf.SetFont(string(l.face), "", l.size))
	}
	s.letter = l
	s.fill(l.gray)
	s.pdf.SetXY(x, y)
	s.keep(s.pdf.Text(line))
}

// textCentre sets one line centred between left and right mm.
func (s *sheet) textCentre(l letter, left, right, y float64, line string) {
	line = tidy(line)
	s.text(l, (left+right-l.width(line))/2, y, line)
}

// block sets lines below y mm, from x mm on, and returns the y below them.
func (s *sheet) block(b block, x, y float64) float64 {
	for i, line := range b.lines {
		s.text(b.letter, x, y+b.ascent()+float64(i)*b.leading(), line)
	}
	return y + b.height()
}

// blockCentre sets lines below y mm, each centred between left and right.
func (s *sheet) blockCentre(b block, left, right, y float64) float64 {
	for i, line := range b.lines {
		s.textCentre(b.letter, left, right, y+b.ascent()+float64(i)*b.leading(), line)
	}
	return y + b.height()
}

func (s *sheet) fill(gray float64) {
	if s.gray != gray {
		s.pdf.SetGrayFill(gray)
		s.gray = gray
	}
}

func (s *sheet) strokeWidth(width float64) {
	if s.stroke != width {
		s.pdf.SetLineWidth(width)
		s.stroke = width
	}
}

func (s *sheet) strokeGray(gray float64) {
	if s.shade != gray {
		s.pdf.SetGrayStroke(gray)
		s.shade = gray
	}
}

// line draws a straight black line of the given width, all in mm.
func (s *sheet) line(x1, y1, x2, y2, width float64) {
	s.strokeGray(0)
	s.strokeWidth(width)
	s.pdf.Line(x1, y1, x2, y2)
}

// hair draws a thin grey line that guides the eye along a row.
func (s *sheet) hair(x1, y1, x2, y2 float64) {
	s.strokeGray(0.6)
	s.strokeWidth(thin)
	s.pdf.Line(x1, y1, x2, y2)
}

// box draws the outline of a rectangle; the middle of its line is the measure.
func (s *sheet) box(x, y, w, h, width float64) {
	s.strokeGray(0)
	s.strokeWidth(width)
	s.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "D")
}

// bar fills a rectangle.
func (s *sheet) bar(x, y, w, h, gray float64) {
	s.fill(gray)
	s.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "F")
}

// cut draws a dashed line to cut along, from x1 to x2 mm.
func (s *sheet) cut(x1, x2, y float64) {
	s.pdf.SetCustomLineType([]float64{2, 1.4}, 0)
	s.line(x1, y, x2, y, thin)
	s.pdf.SetLineType("")
}

// ruled draws lines for handwriting, the first at y, and returns the last one's y.
func (s *sheet) ruled(x1, x2, y, spacing float64, count int) float64 {
	for i := range count {
		s.line(x1, y+float64(i)*spacing, x2, y+float64(i)*spacing, thin)
	}
	return y + float64(count-1)*spacing
}

// tick draws a check box of 3.4 mm with its top at y, crossed when it is marked.
func (s *sheet) tick(x, y float64, marked bool) {
	const size, in = 3.4, 0.6
	s.box(x, y, size, size, medium)
	if marked {
		s.line(x+in, y+in, x+size-in, y+size-in, 0.45)
		s.line(x+in, y+size-in, x+size-in, y+in, 0.45)
	}
}

// noRoom reports text for which there is no place on the sheet.
func noRoom(document, text string) error {
	return data.Fail("report.no_room", data.Args{"document": document, "text": text})
}
