package workbook

import (
	"cmp"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Writer is a workbook under way. Its first error stays and [Writer.Write] returns it, so
// that writing reads as writing. Every cell is text, whatever it looks like: «007», «=2+2»;
// only what [SheetWriter.Number] writes is not.
// The same words give the same bytes: no clock stands in the file.
type Writer struct {
	file   *excelize.File
	font   string
	looks  map[Look]int
	names  map[string]bool
	sheets []*SheetWriter
	err    error
}

// usualFont is that of a new workbook. It must be named with every size and weight:
// LibreOffice takes letters with serifs for a font without a name.
const usualFont = "Calibri"

// NewWriter begins a workbook with a title in its properties. The font is that of all
// cells, "" for what spreadsheets use.
func NewWriter(title, font string) *Writer {
	w := &Writer{file: excelize.NewFile(), font: font, looks: map[Look]int{}, names: map[string]bool{}}
	w.keep(w.file.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: "Graduand", Created: "2020-01-01T00:00:00Z", Modified: "2020-01-01T00:00:00Z",
	}))
	if font != "" {
		w.keep(w.file.SetDefaultFont(font))
	}
	return w
}

func (w *Writer) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

// Write puts the finished workbook out. Nothing of it is left in temporary files.
func (w *Writer) Write(out io.Writer) error {
	defer w.file.Close()
	for _, s := range w.sheets {
		s.fit()
	}
	if w.err != nil {
		return fmt.Errorf("make workbook: %w", w.err)
	}
	if types := w.file.ContentTypes; types != nil {
		// With a picture excelize names the kinds of pictures in another order every time.
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	if err := w.file.Write(out); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// Look is how a cell looks. The text breaks at its width.
type Look struct {
	// Size is that of the letters in points, 0 for the usual one.
	Size float64
	Bold bool
	// Horizontal is "left", "center" or "right", Vertical "top", "center" or "bottom";
	// "" for the usual place.
	Horizontal, Vertical string
	Indent               int
	// Border names the sides that have a line by their first letters: "lrtb" for all.
	// BorderColour is "" for black.
	Border, BorderColour string
	// Fill is a colour, "" for none; colours are as in "FFF2CC".
	Fill string
	// OneLine says that the text does not break.
	OneLine bool
	// Number says that the cell holds a number, see [SheetWriter.Number].
	Number bool
	// Unlocked cells can be changed on a protected sheet.
	Unlocked bool
}

// style makes the style of a look once.
func (w *Writer) style(k Look) int {
	if id, made := w.looks[k]; made {
		return id
	}
	s := &excelize.Style{
		Alignment: &excelize.Alignment{Horizontal: k.Horizontal, Vertical: k.Vertical, WrapText: !k.OneLine, Indent: k.Indent},
		Border:    k.borders(),
		NumFmt:    49, // text
	}
	if w.font != "" || k.Size > 0 || k.Bold {
		s.Font = &excelize.Font{Family: cmp.Or(w.font, usualFont), Size: k.Size, Bold: k.Bold}
	}
	if k.Number {
		s.NumFmt = 3 // whole, in groups of thousands
	}
	if k.Unlocked {
		s.Protection = &excelize.Protection{}
	}
	if k.Fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{k.Fill}}
	}
	id, err := w.file.NewStyle(s)
	w.keep(err)
	w.looks[k] = id
	return id
}

func (k Look) borders() []excelize.Border {
	colour := k.BorderColour
	if colour == "" {
		colour = "000000"
	}
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		if strings.Contains(k.Border, side[:1]) {
			borders = append(borders, excelize.Border{Type: side, Color: colour, Style: 1})
		}
	}
	return borders
}
