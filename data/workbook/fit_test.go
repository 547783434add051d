package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// opened is a workbook as excelize reads it again.
func opened(t *testing.T, w *Writer) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, b.Bytes()
}

// F-14: every row is as high as its text.
func TestRowsAreAsHighAsTheirText(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("слово ", 10))
	for name, c := range map[string]struct {
		draw  func(s *SheetWriter)
		lines int
	}{
		"one line":                  {func(s *SheetWriter) { s.Line(1, []string{"слово"}, Look{}) }, 1},
		"a text that wraps":         {func(s *SheetWriter) { s.Line(1, []string{words}, Look{}) }, 4},
		"lines of its own":          {func(s *SheetWriter) { s.Line(1, []string{"а\nб\nв"}, Look{}) }, 3},
		"the highest of the cells":  {func(s *SheetWriter) { s.Line(1, []string{"а", "а\nб\nв", "а\nб"}, Look{}) }, 3},
		"a word longer than a line": {func(s *SheetWriter) { s.Line(1, []string{strings.Repeat("а", 39)}, Look{}) }, 3},
		"larger letters":            {func(s *SheetWriter) { s.Line(1, []string{"слово слово"}, Look{Size: 22}) }, 4},
		"a title over columns":      {func(s *SheetWriter) { s.Spread(0, 1, 1, words, Look{Bold: true}) }, 2},
		"text that stays on a line": {func(s *SheetWriter) { s.Line(1, []string{words}, Look{OneLine: true}) }, 1},
		"a look that comes later": {func(s *SheetWriter) {
			s.Put(0, 1, words)
			s.Paint(Area{Top: 1, Bottom: 9, Right: 2}, Look{OneLine: true})
		}, 1},
		"a height that is said":   {func(s *SheetWriter) { s.Line(1, []string{words}, Look{}); s.Height(1, 30) }, 2},
		"no row is beyond bounds": {func(s *SheetWriter) { s.Line(1, []string{strings.Repeat("а\n", 99)}, Look{}) }, 27},
	} {
		w := NewWriter("t", "")
		s := w.Add("S")
		s.Widths(20, 20, 20, 20)
		c.draw(s)
		f, _ := opened(t, w)
		height, err := f.GetRowHeight("S", 1)
		if err != nil || height < float64(c.lines)*15-1 || height >= float64(c.lines+1)*15 {
			t.Errorf("%s: %v points for %d lines, %v", name, height, c.lines, err)
		}
	}
}

// F-14: the page holds the whole table and nothing else, in whatever sheet.
func TestPrintedPage(t *testing.T) {
	w := NewWriter("t", "")
	s := w.Add("11-А 'физмат' класс")
	s.Line(2, []string{"а", "б", "в"}, Look{})
	s.Line(5, []string{"а"}, Look{})
	s.FitPages(2, true)
	s.Repeat(2, 1)
	f, _ := opened(t, w)
	for _, want := range []string{"_xlnm.Print_Area '11-А ''физмат'' класс'!$A$1:$C$5", "_xlnm.Print_Titles '11-А ''физмат'' класс'!$A:$A,'11-А ''физмат'' класс'!$2:$2"} {
		if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool { return n.Name+" "+n.RefersTo == want }) {
			t.Errorf("no %s in %v", want, f.GetDefinedName())
		}
	}
	page, err := f.GetPageLayout(s.Name)
	props, failure := f.GetSheetProps(s.Name)
	if err != nil || failure != nil || *page.FitToWidth != 2 || *page.Orientation != "landscape" || !*props.FitToPage {
		t.Errorf("page %+v, %v %v", page, err, failure)
	}
}

// F-14: a text comes back as it was typed, were it like a code of a letter, a formula or
// a text with the apostrophe of spreadsheets.
func TestTextsComeBackAsTyped(t *testing.T) {
	texts := []string{"_x2004_", "a_x000D_b", "_x0041_x0042_", "__x0041__", "_xZZZZ_", "_X0041_", "_x004", "_x005F_", "'текст", "''", "=2+2", "+1", "-5", "@a", "#N/A?", "007",
		"1E5", "1/2", "TRUE", "a\nb", "а\tб", "&amp;<b>", "№ 5"}
	w := NewWriter("t", "")
	s := w.Add("S")
	for i, text := range texts {
		s.Put(0, i+1, text)
	}
	_, content := opened(t, w)
	book, err := Open(t.Context(), "file", content)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		if got := book.Sheets[0].Lines[i].Cell(0); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}
