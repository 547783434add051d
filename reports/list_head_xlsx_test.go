package reports

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/reports/paper"
)

// byLibreOffice is a workbook as LibreOffice prints it.
func byLibreOffice(t *testing.T, book []byte) *opened {
	t.Helper()
	dir := t.TempDir()
	judge(t, "soffice", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless",
		"--convert-to", "pdf", "--outdir", dir, saved(t, "list.xlsx", book))
	pdf, err := os.ReadFile(filepath.Join(dir, "list.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return open(t, pdf)
}

// UA-120 UA-121: the workbook has the letterhead in the place of the corner stamp, as the PDF has.
func TestUA120LetterheadInTheWorkbook(t *testing.T) {
	for name, h := range map[string]Head{"lines": {Lines: []string{"УКРАЇНА", "Ґалаґанівський ліцей"}}, "picture": {Picture: black(t, 170, 30)}, "stamp": {Picture: black(t, 60, 40)}} {
		l := headed(h)
		book := listXLSX(t, l)
		if !bytes.Equal(book, listXLSX(t, l)) {
			t.Errorf("%s: other bytes for the same data", name)
		}
		file, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := file.GetRows(file.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		checkTable(t, name, rows, l)
		o := byLibreOffice(t, book)
		words := flat(o.text(0))
		if strings.Contains(words, "Кутовий штамп") || !strings.Contains(words, "14.02.2020") || !strings.Contains(words, l.Addressee[1]) {
			t.Errorf("%s: %s", name, words)
		}
		if lines := strings.HasPrefix(words, "УКРАЇНА Ґалаґанівський ліцей"); lines != (name == "lines") {
			t.Errorf("%s: it begins with %s", name, words)
		}
		mustLieAtTheTop(t, name, o, h.Picture)
	}
}

// mustLieAtTheTop asks that a black picture lies in the top left corner, so wide and high, and that
// no word of the list stands in it.
func mustLieAtTheTop(t *testing.T, name string, o *opened, p Picture) {
	t.Helper()
	if len(p.JPEG) == 0 {
		return
	}
	// A spreadsheet counts in dots of 1/96 inch, and makes what is too wide for the page a little smaller.
	const about, narrower = 1.5, 3.0
	page := o.render(0, 100)
	right, bottom := paper.OfficialLeft+p.Width, paper.OfficialTop+p.Height
	for y := paper.OfficialTop + about; y < bottom-about; y++ {
		for x := paper.OfficialLeft + about; x < right-narrower; x++ {
			if !page.dark(page.dots(x), page.dots(y)) {
				t.Fatalf("%s: there is no picture at %.0f, %.0f mm", name, x, y)
			}
		}
	}
	if !page.white(paper.OfficialLeft, bottom+about, right, bottom+3.5) {
		t.Errorf("%s: the picture is higher than %.0f mm", name, p.Height)
	}
	for _, g := range o.glyphs(0) {
		if g.left < right && g.top < bottom {
			t.Errorf("%s: %q stands in the picture at %.1f, %.1f mm", name, g.text, g.left, g.top)
		}
	}
}
