package roster

import (
	"fmt"
	"html"
	"strings"

	"graduand/data/workbook"
)

// xlsx writes a workbook as one of the programs that make them would: with quotes of either
// kind, prefixes, and texts in their cells or shared.
func (l *list) xlsx() []byte {
	x := xlsxWriter{quote: pick(l.rand, `"`, `'`), prefix: pick(l.rand, "", "", "x:"), sharing: l.chance(50), numbers: map[string]int{}}
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
	}
	sheets, relations := "", ""
	for i, s := range l.sheets {
		sheets += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="s%d"/>`, s.name, i+1, i+1)
		relations += fmt.Sprintf(`<Relationship Id="s%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), x.sheet(s)})
	}
	if x.sharing {
		relations += `<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>`
		parts = append(parts, [2]string{"xl/sharedStrings.xml", x.element("sst", ` xmlns`+strings.TrimSuffix(":"+x.prefix, ":")+`="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`, strings.Join(x.texts, ""))})
	}
	return packed(append(parts,
		[2]string{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + sheets + `</sheets></workbook>`},
		[2]string{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relations +
			`<Relationship Id="z" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`}))
}

type xlsxWriter struct {
	quote, prefix string
	sharing       bool
	texts         []string
	numbers       map[string]int
}

func (x *xlsxWriter) element(name, attributes, inside string) string {
	return "<" + x.prefix + name + strings.ReplaceAll(attributes, `"`, x.quote) + ">" + inside + "</" + x.prefix + name + ">"
}

func (x *xlsxWriter) sheet(s *grid) string {
	var b strings.Builder
	if len(s.hidden) > 0 {
		columns := ""
		for _, c := range s.hidden {
			columns += x.element("col", fmt.Sprintf(` min="%d" max="%d" width="9" hidden="1"`, c+1, c+1), "")
		}
		b.WriteString(x.element("cols", "", columns))
	}
	rows := ""
	for i, line := range s.lines {
		cells := ""
		for c, cell := range line.cells {
			cells += x.cell(workbook.CellName(c, i+1), cell)
		}
		rows += x.element("row", fmt.Sprintf(` r="%d"%s`, i+1, map[bool]string{true: ` hidden="1"`}[line.hidden]), cells)
	}
	b.WriteString(x.element("sheetData", "", rows))
	if len(s.merged) > 0 {
		merged := ""
		for _, a := range s.merged {
			merged += x.element("mergeCell", ` ref="`+a.String()+`"`, "")
		}
		b.WriteString(x.element("mergeCells", "", merged))
	}
	return `<?xml version="1.0" encoding="UTF-8"?>` + x.element("worksheet", ` xmlns`+strings.TrimSuffix(":"+x.prefix, ":")+`="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`, b.String())
}

func (x *xlsxWriter) cell(name string, cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case int:
		return x.element("c", ` r="`+name+`"`, x.element("v", "", fmt.Sprint(v)))
	case serialDate:
		return x.element("c", ` r="`+name+`" s="1"`, x.element("v", "", fmt.Sprint(int(v))))
	}
	text := x.element("t", "", html.EscapeString(fmt.Sprint(cell)))
	if fmt.Sprint(cell) == "" {
		return ""
	}
	if !x.sharing {
		return x.element("c", ` r="`+name+`" t="inlineStr"`, x.element("is", "", text))
	}
	n, known := x.numbers[text]
	if !known {
		n = len(x.texts)
		x.numbers[text], x.texts = n, append(x.texts, x.element("si", "", text))
	}
	return x.element("c", ` r="`+name+`" t="s"`, x.element("v", "", fmt.Sprint(n)))
}

// covered says of every cell of a sheet whether it is the first one of an area, and which,
// or covered by one.
func (s *grid) covered(column, row int) (area workbook.Area, begins, covered bool) {
	for _, a := range s.merged {
		if a.Top == row && a.Left == column {
			return a, true, false
		}
		if row >= a.Top && row <= a.Bottom && column >= a.Left && column <= a.Right {
			return a, false, true
		}
	}
	return area, false, false
}

// width is how far the lines and areas of a sheet reach.
func (s *grid) width() int {
	width := 0
	for _, line := range s.lines {
		width = max(width, len(line.cells))
	}
	return width
}

// ods writes a spreadsheet of OpenDocument.
func (l *list) ods() []byte {
	var b strings.Builder
	b.WriteString(`<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>`)
	for _, s := range l.sheets {
		fmt.Fprintf(&b, `<table:table table:name="%s">`, s.name)
		for column := range s.width() {
			b.WriteString(`<table:table-column` + map[bool]string{true: ` table:visibility="collapse"`}[s.hides(column)] + `/>`)
		}
		for i, line := range s.lines {
			b.WriteString(`<table:table-row` + map[bool]string{true: ` table:visibility="collapse"`}[line.hidden] + `>`)
			for column := range s.width() {
				a, begins, covered := s.covered(column, i+1)
				name, attributes := "table-cell", ""
				if begins {
					attributes = fmt.Sprintf(` table:number-columns-spanned="%d" table:number-rows-spanned="%d"`, a.Right-a.Left+1, a.Bottom-a.Top+1)
				} else if covered {
					name = "covered-table-cell"
				}
				b.WriteString(`<table:` + name + attributes + odsCellOf(at2(line.cells, column)) + `</table:` + name + `>`)
			}
			b.WriteString(`</table:table-row>`)
		}
		b.WriteString(`</table:table>`)
	}
	b.WriteString(`</office:spreadsheet></office:body></office:document-content>`)
	return packed([][2]string{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", b.String()}})
}

func (s *grid) hides(column int) bool {
	for _, c := range s.hidden {
		if c == column {
			return true
		}
	}
	return false
}

func at2(cells []any, i int) any {
	if i < len(cells) {
		return cells[i]
	}
	return nil
}

func odsCellOf(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ">"
	case int:
		return fmt.Sprintf(` office:value-type="float" office:value="%d"><text:p>%d</text:p>`, v, v)
	case serialDate:
		return fmt.Sprintf(` office:value-type="date" office:date-value="%s"><text:p>%s</text:p>`, v.date(), v.date().Dotted())
	}
	return ` office:value-type="string"><text:p>` + html.EscapeString(fmt.Sprint(cell)) + `</text:p>`
}

// xml2003 writes an XML spreadsheet of Excel 2003.
func (l *list) xml2003() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`)
	for _, s := range l.sheets {
		fmt.Fprintf(&b, `<Worksheet ss:Name="%s"><Table>`, s.name)
		for column := range s.width() {
			b.WriteString(`<Column` + map[bool]string{true: ` ss:Hidden="1"`}[s.hides(column)] + `/>`)
		}
		for i, line := range s.lines {
			b.WriteString(`<Row` + map[bool]string{true: ` ss:Hidden="1"`}[line.hidden] + `>`)
			for column, cell := range line.cells {
				a, begins, covered := s.covered(column, i+1)
				if covered || cell == nil || cell == "" {
					continue
				}
				attributes := fmt.Sprintf(` ss:Index="%d"`, column+1)
				if begins {
					attributes += fmt.Sprintf(` ss:MergeAcross="%d" ss:MergeDown="%d"`, a.Right-a.Left, a.Bottom-a.Top)
				}
				b.WriteString(`<Cell` + attributes + `>` + data2003(cell) + `</Cell>`)
			}
			b.WriteString(`</Row>`)
		}
		b.WriteString(`</Table></Worksheet>`)
	}
	return []byte(b.String() + `</Workbook>`)
}

func data2003(cell any) string {
	switch v := cell.(type) {
	case int:
		return fmt.Sprintf(`<Data ss:Type="Number">%d</Data>`, v)
	case serialDate:
		return fmt.Sprintf(`<Data ss:Type="DateTime">%sT00:00:00.000</Data>`, v.date())
	}
	return `<Data ss:Type="String">` + html.EscapeString(fmt.Sprint(cell)) + `</Data>`
}

// html writes a page with a table, as registers save one under .xls.
func (l *list) html() []byte {
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="utf-8"></head><body><table border=1>`)
	s := l.sheets[0]
	for i, line := range s.lines {
		b.WriteString(`<tr` + map[bool]string{true: ` style="display:none"`}[line.hidden] + `>`)
		for column := range s.width() {
			a, begins, covered := s.covered(column, i+1)
			if covered {
				continue
			}
			attributes := ""
			if begins {
				attributes = fmt.Sprintf(` colspan=%d rowspan=%d`, a.Right-a.Left+1, a.Bottom-a.Top+1)
			}
			b.WriteString(`<td` + attributes + `>` + html.EscapeString(cellText(at2(line.cells, column))))
		}
	}
	return []byte(b.String() + `</table></body></html>`)
}
