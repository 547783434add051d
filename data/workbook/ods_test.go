package workbook_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
)

// odsContent is the content of a spreadsheet of OpenDocument by the XML of its table.
func odsContent(table string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c" xmlns:fo="f">` +
		`<office:automatic-styles><number:number-style style:name="N1"><style:text-properties style:text-line-through-style="solid"/></number:number-style>` +
		`<style:style style:name="struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="child" style:family="table-cell" style:parent-style-name="struck"/>` +
		`<style:style style:name="again" style:family="table-cell" style:parent-style-name="struck"><style:text-properties style:text-line-through-style="none"/></style:style>` +
		`<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>` +
		`<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
		`<office:body><office:spreadsheet><table:tracked-changes><table:table-row><table:table-cell><text:p>old</text:p></table:table-cell></table:table-row></table:tracked-changes>` + table + `</office:spreadsheet></office:body></office:document-content>`
}

func odsOf(t testing.TB, table string) []byte {
	p := &parted{bodies: map[string]string{}}
	p.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
	p.set("content.xml", odsContent(table))
	p.set("META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="m"><manifest:file-entry/></manifest:manifest>`)
	return p.bytes(t)
}

func odsTable(rows string) string {
	return `<table:table table:name="11-А">` + rows + `</table:table>`
}

// F-14: a spreadsheet of OpenDocument is read like any other.
func TestOpenDocument(t *testing.T) {
	content := odsOf(t, `<table:table table:name="Архів" table:style-name="away"><table:table-row table:number-rows-repeated="3"><table:table-cell><text:p>old</text:p></table:table-cell></table:table-row></table:table>`+
		odsTable(`<table:shapes><draw:frame><draw:object><table:table><table:table-row><table:table-cell><text:p>drawn</text:p></table:table-cell></table:table-row></table:table></draw:object></draw:frame></table:shapes>`+
			`<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:default-cell-style-name="struck" table:number-columns-repeated="1021"/>`+
			`<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>ПІБ<text:s text:c="2"/>учня</text:p><text:p>повністю</text:p></table:table-cell><table:covered-table-cell/>`+
			`<table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>Кл<text:span>а</text:span>с</text:p></table:table-cell></table:table-row></table:table-header-rows>`+
			`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
			`<table:table-row-group><table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>Лис</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="string" office:string-value="Ія"/><table:table-cell/><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row></table:table-row-group>`+
			`<table:table-row table:style-name="flat"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>`+
			`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`+
			`<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`))
	book := opened(t, content)
	s := book.Sheets[0]
	if got, want := written(s), "1 ПІБ  учня\nповністю||Клас\n4 Лис|Ія||7\n5 a\n6 x|x|x\n7 x|x|x\n"; got != want || s.Name != "11-А" {
		t.Errorf("%q:\n%s", s.Name, got)
	}
	if !slices.Equal(s.Lines[0].Notes, []string{"note"}) {
		t.Errorf("notes %q", s.Lines[0].Notes)
	}
	if s.Lines[0].Hidden || !s.Lines[1].Hidden || !s.Lines[2].Hidden || s.Lines[1].Mark(3) != number|struck || !slices.Equal(s.HiddenColumns, []int{2}) {
		t.Errorf("%+v, columns %v", s.Lines, s.HiddenColumns)
	}
	if want := (workbook.Count{Rows: 5, Cells: 12}); s.Held != want || !slices.Equal(s.Merged, []workbook.Area{{Top: 1, Bottom: 1, Right: 1}}) {
		t.Errorf("held %+v, merged %v", s.Held, s.Merged)
	}
	if !slices.Equal(book.Hidden, []workbook.HiddenSheet{{Name: "Архів", Rows: 3}}) {
		t.Errorf("hidden: %v", book.Hidden)
	}
	all, err := workbook.OpenAll(t.Context(), "file", content)
	if err != nil || len(all.Sheets) != 2 || len(all.Sheets[0].Lines) != 3 {
		t.Errorf("%+v %v", all, err)
	}
	flat := strings.Replace(strings.Replace(odsContent(odsTable(`<table:table-row><table:table-cell><text:p>ПІБ</text:p></table:table-cell></table:table-row>`)), "<office:document-content", "<office:document", 1), "</office:document-content>", "</office:document>", 1)
	if got := written(opened(t, []byte(flat)).Sheets[0]); got != "1 ПІБ\n" {
		t.Errorf("flat: %s", got)
	}
}

// F-14: what a cell of OpenDocument is besides its text.
func TestCellsOfOpenDocument(t *testing.T) {
	for cell, want := range map[string]struct {
		text string
		mark workbook.Mark
	}{
		`office:value-type="float" office:value="380501234567"><text:p>3,80501E+011</text:p>`:           {"380501234567", number},
		`office:value-type="float" office:value="1234567"><text:p>001234567</text:p>`:                   {"001234567", number | shown},
		`office:value-type="float" office:value="12345"><text:p>КВ 012345</text:p>`:                     {"КВ 012345", number | shown},
		`office:value-type="float" office:value="12345"><text:p>12 345</text:p>`:                        {"12345", number},
		`office:value-type="float" office:value="5.012E8"><text:p>501200000</text:p>`:                   {"501200000", number},
		`office:value-type="percentage" office:value="0.5"><text:p>50%</text:p>`:                        {"0.5", number},
		`office:value-type="date" office:date-value="2003-05-14"><text:p>14.05.03</text:p>`:             {"2003-05-14", day},
		`office:value-type="date" office:date-value="2003-05-14T21:00:00"><text:p>14.05.2003</text:p>`:  {"2003-05-14T21:00:00", day},
		`office:value-type="boolean" office:boolean-value="true"><text:p>ІСТИНА</text:p>`:               {"1", truth},
		`table:formula="of:=FALSE()" office:value-type="float" office:value="0"><text:p>FALSE</text:p>`: {"0", truth},
		`office:value-type="string"><text:p>a<text:tab/>b<text:line-break/>c</text:p>`:                  {"a\tb\nc", 0},
		`office:value-type="string" table:formula="of:=&quot;&quot;"><text:p/>`:                         {"", 0},
		`table:formula="of:=[.A9]">`:                                                                        {"", unsaved},
		`table:formula="of:=[.A9]" office:value-type="float">`:                                              {"", unsaved},
		`table:formula="of:=[.A9]" office:value-type="float" office:value="7"><text:p>7</text:p>`:           {"7", number},
		`office:value-type="string" calcext:value-type="error" table:formula="x"><text:p>#N/A</text:p>`:     {"#N/A", 0},
		`table:style-name="struck"><text:p>Лис</text:p>`:                                                    {"Лис", struck},
		`table:style-name="child"><text:p>Лис</text:p>`:                                                     {"Лис", struck},
		`table:style-name="again"><text:p>Лис</text:p>`:                                                     {"Лис", 0},
		`><text:p><text:span text:style-name="struck">Лис</text:span> Коваль</text:p>`:                      {"Лис Коваль", struck},
		`><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame><text:p>a</text:p>`: {"a", 0},
	} {
		content := odsOf(t, odsTable(`<table:table-row><table:table-cell `+cell+`</table:table-cell><table:table-cell><text:p>.</text:p></table:table-cell></table:table-row>`))
		line := opened(t, content).Sheets[0].Lines[0]
		if line.Cell(0) != want.text || line.Mark(0) != want.mark {
			t.Errorf("%s: %q %05b", cell, line.Cell(0), line.Mark(0))
		}
	}
}

// F-14: guards of OpenDocument.
func TestOpenDocumentsThatAreNotRead(t *testing.T) {
	change := func(name, body string) []byte {
		p := &parted{bodies: map[string]string{}}
		p.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
		p.set("content.xml", odsContent(odsTable("")))
		p.set(name, body)
		return p.bytes(t)
	}
	cell := `<table:table-cell><text:p>x</text:p></table:table-cell>`
	for name, c := range map[string]struct {
		code    string
		content []byte
	}{
		"a text":                  {"roster.opendocument", change("mimetype", "application/vnd.oasis.opendocument.text")},
		"a password":              {"roster.encrypted", change("META-INF/manifest.xml", `<manifest><file-entry><encryption-data/></file-entry></manifest>`)},
		"a password for all":      {"roster.encrypted", change("encrypted-package", "x")},
		"no content":              {"roster.empty", change("settings.xml", "")},
		"cut content":             {"roster.damaged", change("content.xml", odsContent(odsTable(""))[:900])},
		"a document type":         {"roster.damaged", change("content.xml", `<!DOCTYPE x [<!ENTITY a "b">]><office:document-content/>`)},
		"a million times a row":   {"roster.too_many_rows", odsOf(t, odsTable(`<table:table-row table:number-rows-repeated="1048576">`+cell+`</table:table-row>`))},
		"ten million times":       {"roster.too_many_columns", odsOf(t, odsTable(`<table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>`))},
		"a cell far to the right": {"roster.too_many_columns", odsOf(t, odsTable(`<table:table-row><table:table-cell table:number-columns-repeated="70"/>`+cell+`</table:table-row>`))},
		"cells without end":       {"roster.suspicious", odsOf(t, odsTable(`<table:table-row>`+strings.Repeat("<table:table-cell/>", 110_000)+`</table:table-row>`))},
		"columns without end":     {"roster.suspicious", odsOf(t, odsTable(strings.Repeat(`<table:table-column/>`, 3000)))},
	} {
		if _, err := workbook.Open(t.Context(), "list.ods", c.content); data.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// F-14: letters in the colour of what they stand on are marked, by the cell, its row, its column, a
// parent or a part of the text.
func TestOpenDocumentMarksWhatNobodySees(t *testing.T) {
	styles := func(name, parent, letters, ground string) string {
		return `<style:style style:name="` + name + `" style:parent-style-name="` + parent + `"><style:table-cell-properties fo:background-color="` + ground + `"/><style:text-properties fo:color="` + letters + `"/></style:style>`
	}
	cell := func(style, text string) string {
		return `<table:table-cell table:style-name="` + style + `" office:value-type="string"><text:p>` + text + `</text:p></table:table-cell>`
	}
	span := func(style, text string) string {
		return `<text:span text:style-name="` + style + `">` + text + `</text:span>`
	}
	table := odsTable(`<table:table-row>` + cell("white", "Гук") + cell("dark", "Гук") + cell("same", "Гук") + cell("heir", "Гук") + cell("black", "Гук") + cell("", "Гук") +
		cell("", span("white", "Гук")) + cell("white", span("black", "Гук")) + cell("white", "Гук"+span("black", " Ян")) + cell("auto", "Гук") + cell("white", "") +
		`</table:table-row><table:table-row table:default-cell-style-name="white"><table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell></table:table-row>`)
	content := strings.Replace(odsContent(table), `<style:style style:name="struck"`, styles("white", "", "#FFFFFF", "transparent")+styles("dark", "", "#ffffff", "#000080")+
		styles("same", "", "#00ff00", "#00FF00")+`<style:style style:name="heir" style:parent-style-name="white"/>`+styles("black", "", "#000000", "transparent")+
		`<style:style style:name="auto" style:parent-style-name="white"><style:text-properties style:use-window-font-color="true"/></style:style><style:style style:name="struck"`, 1)
	p := &parted{bodies: map[string]string{}}
	p.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
	p.set("content.xml", content)
	p.set("META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="m"><manifest:file-entry/></manifest:manifest>`)
	lines := opened(t, p.bytes(t)).Sheets[0].Lines
	for i, want := range []bool{true, false, true, true, false, false, true, false, false, false} {
		if got := lines[0].Mark(i)&workbook.MarkUnseen != 0; got != want {
			t.Errorf("cell %d: unseen %v", i, got)
		}
	}
	if lines[1].Mark(0)&workbook.MarkUnseen == 0 {
		t.Error("by its row a cell is seen")
	}
}
