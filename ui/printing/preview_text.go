package printing

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// area is a rectangle on a page, in points from its top left corner.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// Text asks PDFium for the signs of a page, one by one: its text as a whole leaves out those that it
// does not know, and the numbers would no longer be those of [pdfiumEngine.Areas].
func (e *pdfiumEngine) Text(pdf []byte, page int) (signs []rune, err error) {
	err = e.withText(pdf, page, func(text references.FPDF_TEXTPAGE) error {
		counted, err := e.reader.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
		if err != nil {
			return fmt.Errorf("count signs of page %d: %w", page, err)
		}
		signs = make([]rune, max(counted.Count, 0))
		for i := range signs {
			sign, err := e.reader.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
			if err != nil {
				return fmt.Errorf("read sign %d of page %d: %w", i, page, err)
			}
			signs[i] = rune(sign.Unicode)
		}
		return nil
	})
	return signs, err
}

// Areas asks PDFium where signs stand: one rectangle or several for each span, by its lines.
func (e *pdfiumEngine) Areas(pdf []byte, page int, spans []span) (areas [][]area, err error) {
	err = e.withText(pdf, page, func(text references.FPDF_TEXTPAGE) error {
		size, err := e.reader.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: e.document, Index: page})
		if err != nil {
			return fmt.Errorf("measure page %d: %w", page, err)
		}
		for _, s := range spans {
			lines, err := e.areasOf(text, s, size.Height)
			if err != nil {
				return fmt.Errorf("find signs on page %d: %w", page, err)
			}
			areas = append(areas, lines)
		}
		return nil
	})
	return areas, err
}

// areasOf are the rectangles of a span on a page so high: PDFium measures from below.
func (e *pdfiumEngine) areasOf(text references.FPDF_TEXTPAGE, s span, height float64) (lines []area, err error) {
	counted, err := e.reader.FPDFText_CountRects(&requests.FPDFText_CountRects{TextPage: text, StartIndex: s.from, Count: s.count})
	if err != nil {
		return nil, err
	}
	for i := range counted.Count {
		r, err := e.reader.FPDFText_GetRect(&requests.FPDFText_GetRect{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		lines = append(lines, area{fyne.NewPos(float32(r.Left), float32(height-r.Top)), fyne.NewSize(float32(r.Right-r.Left), float32(r.Top-r.Bottom))})
	}
	return lines, nil
}

// withText runs work on the text of a page.
func (e *pdfiumEngine) withText(pdf []byte, page int, work func(references.FPDF_TEXTPAGE) error) error {
	return e.with(pdf, func() error {
		loaded, err := e.reader.FPDFText_LoadPage(&requests.FPDFText_LoadPage{
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: e.document, Index: page}}})
		if err != nil {
			return fmt.Errorf("read page %d: %w", page, err)
		}
		err = work(loaded.TextPage)
		_, closing := e.reader.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
		return errors.Join(err, closing)
	})
}
