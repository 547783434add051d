package workbook_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"graduand/data"
	"graduand/data/workbook"
)

const styles2003 = `<Styles><Style ss:ID="Default"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="z"><NumberFormat ss:Format="000000000"/></Style>` +
	`<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="sz" ss:Parent="z"><Font ss:StrikeThrough="1"/></Style></Styles>`

func xml2003(sheets string) string {
	return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">` +
		styles2003 + sheets + `</Workbook>`
}

func sheet2003(name, rows string) string {
	return `<Worksheet ss:Name="` + name + `"><Table>` + rows + `</Table></Worksheet>`
}

func text2003(s string) string { return `<Cell><Data ss:Type="String">` + s + `</Data></Cell>` }

// F-14: an XML spreadsheet of Excel 2003 is read like any other.
func TestXMLSpreadsheets(t *testing.T) {
	content := xml2003(`<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>` +
		sheet2003("11-А", `<Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="6" ss:Width="0"/>`+
			`<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">ПІБ</Data></Cell>`+text2003("Клас")+`<Cell ss:Index="6"><Data ss:Type="String">F</Data><Comment><Data>note</Data></Comment></Cell></Row>`+
			`<Row ss:Index="4" ss:Hidden="1">`+text2003("Лис")+`</Row><Row ss:Span="2"/><Row ss:Height="0"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">Ія</Data></Cell></Row>`) +
		`<Worksheet ss:Name="Архів"><Table><Row>` + text2003("old") + `</Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`)
	book := opened(t, []byte(content))
	s := book.Sheets[0]
	if got := written(s); got != "1 ПІБ||Клас|||F\n4 Лис\n8 |Ія\n" || s.Name != "11-А" || !s.Date1904 {
		t.Errorf("%q:\n%s", s.Name, got)
	}
	if s.Lines[0].Hidden || !s.Lines[1].Hidden || !s.Lines[2].Hidden || !slices.Equal(s.HiddenColumns, []int{1, 2, 5}) {
		t.Errorf("%+v, columns %v", s.Lines, s.HiddenColumns)
	}
	if want := []workbook.Area{{Top: 1, Bottom: 1, Right: 1}, {Top: 8, Left: 1, Bottom: 9, Right: 1}}; !slices.Equal(s.Merged, want) || s.Held != (workbook.Count{Rows: 3, Cells: 5}) {
		t.Errorf("held %+v, merged %v", s.Held, s.Merged)
	}
	if len(book.Sheets) != 1 || !slices.Equal(book.Hidden, []workbook.HiddenSheet{{Name: "Архів", Rows: 1}}) {
		t.Errorf("hidden: %v", book.Hidden)
	}
	cp1251, err := charmap.Windows1251.NewEncoder().String(strings.Replace(content, `version="1.0"`, `version="1.0" encoding="windows-1251"`, 1))
	must(t, err)
	prefixed := strings.NewReplacer("</", "</ss:", "<?", "<?", "<", "<ss:", `xmlns="urn:schemas-microsoft-com:office:spreadsheet"`, "").Replace(content)
	for name, content := range map[string]string{"windows-1251": cp1251, "prefixes": prefixed, "UTF-16": "\xff\xfe" + string(wide(content)), "blanks before": "\r\n" + content} {
		if got := written(opened(t, []byte(content)).Sheets[0]); got != written(s) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// F-14: a cell that is made one with none is one cell.
func TestCellsMergedWithNone(t *testing.T) {
	s := opened(t, []byte(xml2003(sheet2003("1", `<Column ss:Span="0"/><Column ss:Hidden="1"/><Row ss:Span="0"><Cell ss:MergeAcross="0" ss:MergeDown="0"><Data ss:Type="String">ПІБ</Data></Cell>`+text2003("Клас")+`</Row><Row>`+text2003("Лис")+`</Row>`)))).Sheets[0]
	if got := written(s); got != "1 ПІБ|Клас\n2 Лис\n" || len(s.Merged) > 0 || !slices.Equal(s.HiddenColumns, []int{1}) {
		t.Errorf("%q, merged %v, hidden %v", got, s.Merged, s.HiddenColumns)
	}
}

// F-14: what a cell of an XML spreadsheet is besides its text.
func TestCellsOfXMLSpreadsheets(t *testing.T) {
	for cell, want := range map[string]struct {
		text string
		mark workbook.Mark
	}{
		`<Cell><Data ss:Type="Number">3.805012E11</Data></Cell>`:                              {"380501200000", number},
		`<Cell ss:StyleID="d"><Data ss:Type="Number">37755</Data></Cell>`:                     {"37755", number | day},
		`<Cell ss:StyleID="d"><Data ss:Type="DateTime">2003-05-14T00:00:00.000</Data></Cell>`: {"2003-05-14T00:00:00.000", day},
		`<Cell ss:StyleID="z"><Data ss:Type="Number">1234567</Data></Cell>`:                   {"001234567", number | shown},
		`<Cell ss:StyleID="sz"><Data ss:Type="Number">1234567</Data></Cell>`:                  {"001234567", number | shown | struck},
		`<Cell ss:StyleID="s"><Data ss:Type="String">Лис</Data></Cell>`:                       {"Лис", struck},
		`<Cell><ss:Data ss:Type="String"><S>Лис</S> <B>Ія</B></ss:Data></Cell>`:               {"Лис Ія", struck},
		`<Cell><ss:Data ss:Type="String"><B>Лис</B> Ія</ss:Data></Cell>`:                      {"Лис Ія", 0},
		`<Cell ss:Formula="=R[1]C"><Data ss:Type="Number">7</Data></Cell>`:                    {"7", number},
		`<Cell ss:Formula="=R[1]C"/>`:                                                         {"", unsaved},
		`<Cell ss:Formula="=R[1]C"><Data ss:Type="Number"></Data></Cell>`:                     {"", unsaved},
		`<Cell ss:Formula="=R[1]C"><Data ss:Type="String"></Data></Cell>`:                     {"", 0},
		`<Cell><Data ss:Type="Boolean">1</Data></Cell>`:                                       {"1", truth},
		`<Cell><Data ss:Type="Error">#N/A</Data></Cell>`:                                      {"#N/A", 0},
		`<Cell><Data ss:Type="String">a&#10;b</Data><NamedCell ss:Name="x"/></Cell>`:          {"a\nb", 0},
	} {
		line := opened(t, []byte(xml2003(sheet2003("1", `<Row>`+cell+text2003(".")+`</Row>`)))).Sheets[0].Lines[0]
		if line.Cell(0) != want.text || line.Mark(0) != want.mark {
			t.Errorf("%s: %q %05b", cell, line.Cell(0), line.Mark(0))
		}
	}
}

// F-14: guards of XML spreadsheets.
func TestXMLSpreadsheetsThatAreNotRead(t *testing.T) {
	for name, c := range map[string]struct{ code, content string }{
		"nothing":               {"roster.empty", xml2003(sheet2003("1", ""))},
		"cut":                   {"roster.damaged", xml2003(sheet2003("1", `<Row>`+text2003("a")+`</Row>`))[:600]},
		"rows out of order":     {"roster.damaged", xml2003(sheet2003("1", `<Row ss:Index="3">`+text2003("a")+`</Row><Row ss:Index="2">`+text2003("a")+`</Row>`))},
		"cells out of order":    {"roster.damaged", xml2003(sheet2003("1", `<Row>`+text2003("a")+`<Cell ss:Index="1"><Data ss:Type="String">b</Data></Cell></Row>`))},
		"a row too far":         {"roster.damaged", xml2003(sheet2003("1", `<Row ss:Index="1048576"/><Row>`+text2003("a")+`</Row>`))},
		"a cell too far":        {"roster.too_many_columns", xml2003(sheet2003("1", `<Row><Cell ss:MergeAcross="1000000000"/>`+text2003("a")+`</Row>`))},
		"too many rows":         {"roster.too_many_rows", xml2003(sheet2003("1", strings.Repeat(`<Row>`+text2003("a")+`</Row>`, 20_001)))},
		"too deep":              {"roster.suspicious", xml2003(strings.Repeat("<a>", 200))},
		"a long text":           {"roster.suspicious", xml2003(sheet2003("1", `<Row>`+text2003(strings.Repeat("<B>aaaaaaaaaa</B>", 200_000))+`</Row>`))},
		"a document type":       {"roster.unknown_format", `<!DOCTYPE Workbook [<!ENTITY a "b">]>` + strings.TrimPrefix(xml2003(""), `<?xml version="1.0"?>`)},
		"an entity":             {"roster.damaged", xml2003(sheet2003("1", `<Row>`+text2003("&nbsp;")+`</Row>`))},
		"an encoding not known": {"roster.unknown_format", strings.Replace(xml2003(""), `"1.0"?>`, `"1.0" encoding="x-none"?>`, 1)},
	} {
		if _, err := workbook.Open(t.Context(), "list.xls", []byte(c.content)); data.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// F-14: letters of an XML spreadsheet in the colour of what they stand on are marked.
func TestXMLSpreadsheetsMarkWhatNobodySees(t *testing.T) {
	cell := func(style, inner string) string {
		return `<Cell ss:StyleID="` + style + `"><Data ss:Type="String">` + inner + `</Data></Cell>`
	}
	content := xml2003(`<Styles><Style ss:ID="w"><Font ss:Color="#FFFFFF"/></Style><Style ss:ID="d" ss:Parent="w"><Interior ss:Color="#000080" ss:Pattern="Solid"/></Style>` +
		`<Style ss:ID="g"><Font ss:Color="#00FF00"/><Interior ss:Color="#00ff00" ss:Pattern="Solid"/></Style></Styles>` +
		sheet2003("11-А", `<Row>`+cell("w", "Гук")+cell("d", "Гук")+cell("g", "Гук")+text2003("Гук")+cell("w", `<Font html:Color="#000000" xmlns="http://www.w3.org/TR/REC-html40">Гук</Font>`)+`</Row>`))
	line := opened(t, []byte(content)).Sheets[0].Lines[0]
	for i, want := range []bool{true, false, true, false, false} {
		if got := line.Mark(i)&workbook.MarkUnseen != 0; got != want {
			t.Errorf("cell %d: unseen %v", i, got)
		}
	}
}
