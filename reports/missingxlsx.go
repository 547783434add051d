package reports

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/text"
)

// missingColumns are the widths of the workbook's columns in characters: class, name,
// what to do, field, what, source.
func missingColumns() [6]float64 { return [6]float64{10, 34, 16, 26, 62, 34} }

// MissingXLSX writes the same as [MissingPDF] as a workbook: a row a finding under a
// header that filters, every cell text. Errors: report.empty without classes.
func MissingXLSX(w io.Writer, m Missing, language string, own map[string]string) error {
	if len(m.Classes) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	file := excelize.NewFile()
	b := &book{file: file, sheet: file.GetSheetName(0), row: 1, styles: map[look]int{}}
	b.keep(file.SetDocProps(&excelize.DocProperties{Title: t.Say("report_form.missing_title", nil)}))
	b.keep(file.SetDefaultFont(listFont))
	b.missingSetUp()
	b.missingHead(&m, t)
	b.missingTable(&m, t)
	if b.err != nil {
		return fmt.Errorf("make workbook of what is missing: %w", b.err)
	}
	if err := file.Write(w); err != nil {
		return fmt.Errorf("write workbook of what is missing: %w", err)
	}
	return nil
}

// missingSetUp sets a lying page as wide as the table, and the widths of its columns.
func (b *book) missingSetUp() {
	paper, lying, one, any := 9, "landscape", 1, 0
	b.keep(b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &lying, FitToWidth: &one, FitToHeight: &any}))
	for i, width := range missingColumns() {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.keep(err)
		b.keep(b.file.SetColWidth(b.sheet, name, name, width))
	}
}

// missingHead writes what it is, whose and of which day, and how many lack nothing.
func (b *book) missingHead(m *Missing, t *text.Text) {
	plain := look{size: 11, horizontal: "left", vertical: "top"}
	b.put(1, 6, t.Say("report_form.missing_title", nil), look{size: 14, bold: true, horizontal: "left", vertical: "center"})
	b.next(8)
	for _, line := range []string{m.School, m.Campaign, t.Say("report_form.printed", data.Args{"date": m.Made})} {
		b.put(1, 6, line, plain)
		b.next(6)
	}
	for i := range m.Classes {
		if words := m.Classes[i].clean(t); words != "" {
			b.put(1, 1, m.Classes[i].name(t), plain)
			b.put(2, 6, words, plain)
			b.next(6)
		}
	}
	b.next(3)
}

// missingTable writes header and rows; the header filters, and is repeated in print.
func (b *book) missingTable(m *Missing, t *text.Text) {
	header := b.row
	for i, id := range []string{"class", "name", "severity", "field", "what", "source"} {
		b.put(i+1, i+1, t.Say("report_form.missing_"+id, nil), look{size: 11, bold: true, horizontal: "left", vertical: "center", border: "lrtb"})
	}
	b.next(8)
	for i := range m.Classes {
		for j := range m.Classes[i].People {
			b.missingPerson(m.Classes[i].name(t), &m.Classes[i].People[j], t)
		}
	}
	b.keep(b.file.AutoFilter(b.sheet, cellName(1, header)+":"+cellName(6, b.row-1), nil))
	// After the filter, which forgets the properties of the sheet.
	fit := true
	b.keep(b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.keep(b.file.SetPanes(b.sheet, &excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: cellName(1, header+1), ActivePane: "bottomLeft"}))
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", b.sheet, header, header), Scope: b.sheet,
	}))
}

// missingPerson writes a row for each finding, high enough for the longest of its cells.
func (b *book) missingPerson(class string, p *MissingPerson, t *text.Text) {
	cell := look{size: 11, horizontal: "left", vertical: "top", border: "lrtb"}
	l := letter{face: serif, size: cell.size}
	for i := range p.Lacks {
		lack, height := &p.Lacks[i], 0.0
		for c, words := range []string{class, p.Name, lack.severity(t), wordOf(lack.Title, t), lack.sentence(t), lack.Source} {
			b.put(c+1, c+1, words, cell)
			// A character is 7 dots of 1/96 inch wide.
			height = max(height, l.wrap(words, missingColumns()[c]*7/96*25.4-1).height())
		}
		b.next(min(height+1, highestRow))
	}
}

// highestRow is in mm what a spreadsheet takes: 409 points.
const highestRow = 144

// wordOf words a value: "" for none.
func wordOf(value any, t *text.Text) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(t.Word(value))
}
