package roster

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"graduand/data/workbook"
)

// file writes the list in one of the formats that schools have.
func (l *list) file() (content []byte, kind string) {
	if l.chance(60) {
		return l.xlsx(), "xlsx"
	}
	for i := range l.lines { // a text table hides nothing
		l.lines[i].hidden = false
	}
	for _, p := range l.people {
		p.unseen = false
	}
	return l.text()
}

// text writes a text table in one of the usual codes.
func (l *list) text() ([]byte, string) {
	comma := pick(l.rand, ";", "\t", ",")
	var b strings.Builder
	for _, line := range l.lines {
		for i, cell := range line.cells {
			if i > 0 {
				b.WriteString(comma)
			}
			b.WriteString(quotedCell(cellText(cell), comma))
		}
		b.WriteString("\r\n")
	}
	plain := b.String()
	switch l.rand.IntN(4) {
	case 0:
		return []byte("\ufeff" + plain), "csv with a mark"
	case 1:
		encoded, err := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder().String(plain)
		if err == nil {
			return []byte(encoded), "csv in UTF-16"
		}
	case 2:
		encoded, err := charmap.Windows1251.NewEncoder().String(plain)
		if err == nil {
			return []byte(encoded), "csv in windows-1251"
		}
	}
	return []byte(plain), "csv"
}

func cellText(cell any) string {
	if day, is := cell.(serialDate); is {
		return fmt.Sprint(int(day))
	}
	if cell == nil {
		return ""
	}
	return fmt.Sprint(cell)
}

func quotedCell(s, comma string) string {
	if !strings.ContainsAny(s, comma+"\"\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// xlsx writes a workbook as one of the programs that make them would.
func (l *list) xlsx() []byte {
	quote := pick(l.rand, `"`, `'`)
	var sheet strings.Builder
	sheet.WriteString(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i, line := range l.lines {
		fmt.Fprintf(&sheet, `<row r=%s%d%s%s>`, quote, i+1, quote, map[bool]string{true: ` hidden=` + quote + `1` + quote}[line.hidden])
		for c, cell := range line.cells {
			sheet.WriteString(xmlCell(workbook.CellName(c, i+1), cell, quote))
		}
		sheet.WriteString(`</row>`)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	return packed([][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="` + l.title + `" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
		{"xl/worksheets/sheet1.xml", sheet.String()},
	})
}

func xmlCell(name string, cell any, quote string) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case int:
		return fmt.Sprintf(`<c r=%s%s%s><v>%d</v></c>`, quote, name, quote, v)
	case serialDate:
		return fmt.Sprintf(`<c r=%s%s%s s="1"><v>%d</v></c>`, quote, name, quote, int(v))
	}
	if text := fmt.Sprint(cell); text != "" {
		return fmt.Sprintf(`<c r=%s%s%s t=%sinlineStr%s><is><t>%s</t></is></c>`, quote, name, quote, quote, quote, html.EscapeString(text))
	}
	return ""
}

func packed(parts [][2]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range parts {
		if f, err := w.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store}); err == nil {
			f.Write([]byte(part[1])) // into memory
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
