package workbook_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

const (
	mainSpace     = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
	relationSpace = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	strictSpace   = `http://purl.oclc.org/ooxml/officeDocument/relationships`
)

// parted is a workbook of parts by hand: a change takes a part, renames it or adds one.
type parted struct {
	names  []string
	bodies map[string]string
}

func (p *parted) set(name, body string) {
	if _, found := p.bodies[name]; !found {
		p.names = append(p.names, name)
	}
	p.bodies[name] = body
}

func (p *parted) rename(from, to string) {
	body := p.bodies[from]
	delete(p.bodies, from)
	p.names = slices.DeleteFunc(p.names, func(name string) bool { return name == from })
	p.set(to, body)
}

func (p *parted) replace(old, by string) {
	for name, body := range p.bodies {
		p.bodies[name] = strings.ReplaceAll(body, old, by)
	}
}

func (p *parted) bytes(t testing.TB) []byte {
	bodies := map[string][]byte{}
	for name, body := range p.bodies {
		bodies[name] = []byte(body)
	}
	return workbooktest.Pack(t, p.names, bodies)
}

// byHand is a workbook of three rows, texts shared and in their cells.
func byHand() *parted {
	p := &parted{bodies: map[string]string{}}
	p.set("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	p.set("_rels/.rels", `<Relationships xmlns="x"><Relationship Id="rId1" Type="`+relationSpace+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	p.set("xl/workbook.xml", `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="`+mainSpace+`" xmlns:r="`+relationSpace+`"><sheets><sheet name="11-А" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	p.set("xl/_rels/workbook.xml.rels", `<Relationships xmlns="x"><Relationship Id="rId1" Type="`+relationSpace+`/worksheet" Target="worksheets/sheet1.xml"/>`+
		`<Relationship Id="rId2" Type="`+relationSpace+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)
	p.set("xl/worksheets/sheet1.xml", `<worksheet xmlns="`+mainSpace+`"><sheetData>`+
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Клас</t></is></c></row>`+
		`<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="str"><v>11-А</v></c></row>`+
		`<row r="7"><c r="A7" t="s"><v>2</v></c><c r="B7"><v>11</v></c></row>`+
		`</sheetData><mergeCells count="1"><mergeCell ref="B3:B7"/></mergeCells></worksheet>`)
	p.set("xl/sharedStrings.xml", `<sst xmlns="`+mainSpace+`"><si><t>ПІБ</t></si><si><t>Лис Ія</t></si><si><r><t>Коваль </t></r><r><rPr><b/></rPr><t>Іван</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si></sst>`)
	return p
}

var byHandText = "1 ПІБ|Клас\n3 Лис Ія|11-А\n7 Коваль Іван|11\n"

// written is what was read of a sheet, one line for each of its lines.
func written(s workbook.Sheet) string {
	var b strings.Builder
	for _, line := range s.Lines {
		fmt.Fprintf(&b, "%d %s\n", line.Number, strings.Join(line.Cells, "|"))
	}
	return b.String()
}

func opened(t testing.TB, content []byte) *workbook.Book {
	t.Helper()
	book, err := workbook.Open(t.Context(), "file", content)
	must(t, err)
	return book
}

// F-14: a workbook is read by its XML, whatever way that is spelled.
func TestEverySpellingOfXML(t *testing.T) {
	for name, change := range map[string]func(*parted){
		"as Excel writes it": func(*parted) {},
		"single quotes":      func(p *parted) { p.replace(`"`, `'`) },
		"spaces round =":     func(p *parted) { p.replace(`="`, ` = "`) },
		"line ends in tags":  func(p *parted) { p.replace(` r="`, "\r\n\tr=\""); p.replace(`"/>`, "\"\n/>") },
		"prefixes": func(p *parted) {
			for name, body := range p.bodies {
				if !strings.HasSuffix(name, "sheet1.xml") && !strings.HasSuffix(name, "Strings.xml") && name != "xl/workbook.xml" {
					continue
				}
				body = strings.ReplaceAll(strings.ReplaceAll(body, "</", "</x:"), " xmlns=", " xmlns:x=")
				for _, element := range []string{"workbook", "sheets", "sheet ", "worksheet", "sheetData", "row", "c ", "v>", "is>", "t>", "mergeCells", "mergeCell ", "sst", "si>", "r>", "rPr>", "b/", "rPh"} {
					body = strings.ReplaceAll(body, "<"+element, "<x:"+element)
				}
				p.bodies[name] = body
			}
		},
		"workbook22.xml": func(p *parted) {
			p.rename("xl/workbook.xml", "xl/workbook22.xml")
			p.rename("xl/_rels/workbook.xml.rels", "xl/_rels/workbook22.xml.rels")
			p.replace("xl/workbook.xml", "xl/workbook22.xml")
		},
		"another folder and absolute targets": func(p *parted) {
			p.rename("xl/workbook.xml", "book/main.xml")
			p.rename("xl/_rels/workbook.xml.rels", "book/_rels/main.xml.rels")
			p.replace(`"xl/workbook.xml"`, `"/book/main.xml"`)
			p.replace(`"worksheets/`, `"/xl/worksheets/`)
			p.rename("xl/sharedStrings.xml", "book/sharedStrings2.xml")
			p.replace("sharedStrings.xml", "sharedStrings2.xml")
		},
		"targets upwards":                   func(p *parted) { p.replace(`"worksheets/`, `"../xl/./worksheets/`) },
		"strokes of Windows and other case": func(p *parted) { p.rename("xl/worksheets/sheet1.xml", `xl\Worksheets\Sheet1.XML`) },
		"percent signs in a target": func(p *parted) {
			p.rename("xl/worksheets/sheet1.xml", "xl/worksheets/аркуш 1.xml")
			p.replace(`"worksheets/sheet1.xml`, `"worksheets/%D0%B0%D1%80%D0%BA%D1%83%D1%88%201.xml`)
		},
		"strict": func(p *parted) {
			p.replace(relationSpace, strictSpace)
			p.replace(mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
		},
		"without relations of the archive": func(p *parted) { p.replace("/officeDocument\"", "/core-properties\"") },
		"references and raw text": func(p *parted) {
			p.replace("Лис Ія", "Лис <![CDATA[Ія]]>")
			p.replace("ПІБ", "&#x41F;&#1030;Б")
			p.replace("Клас", "Кл<!-- note -->ас")
		},
		"byte order mark": func(p *parted) {
			p.set("xl/worksheets/sheet1.xml", "\ufeff"+p.bodies["xl/worksheets/sheet1.xml"])
		},
		"UTF-16": func(p *parted) {
			p.set("xl/sharedStrings.xml", "\xff\xfe"+string(wide(`<?xml version="1.0" encoding="UTF-16"?>`+p.bodies["xl/sharedStrings.xml"])))
		},
		"without numbers of rows": func(p *parted) {
			p.replace(`<row r="1">`, "<row>")
			p.replace(`<row r="3">`, "<row>")
			p.replace(`<row r="7">`, "<row>")
		},
		"cells from right to left": func(p *parted) {
			p.replace(`<c r="A7" t="s"><v>2</v></c><c r="B7"><v>11</v></c>`, `<c r="B7"><v>11</v></c><c r="A7" t="s"><v>2</v></c>`)
		},
		"kinds of parts that it might have": func(p *parted) { // as SheetJS lists them
			p.set("[Content_Types].xml", `<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>`)
		},
		"elements of a later Excel": func(p *parted) {
			p.replace("<sheetData>", `<sheetPr><tabColor rgb="FF"/></sheetPr><sheetData>`)
			p.replace("</worksheet>", `<extLst><ext><x14:row xmlns:x14="y" r="9"><c r="A9"><v>1</v></c></x14:row></ext></extLst></worksheet>`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := byHand()
			change(p)
			s := opened(t, p.bytes(t)).Sheets[0]
			if got := written(s); got != byHandText || s.Name != "11-А" {
				t.Errorf("sheet %q:\n%s", s.Name, got)
			}
			if want := (workbook.Area{Top: 3, Left: 1, Bottom: 7, Right: 1}); !slices.Equal(s.Merged, []workbook.Area{want}) {
				t.Errorf("merged: %v", s.Merged)
			}
			if want := (workbook.Count{Rows: 3, Cells: 6}); s.Held != want {
				t.Errorf("held: %+v", s.Held)
			}
		})
	}
}

// F-14: what cannot be told for certain is damage, and nothing is lost.
func TestDamagedWorkbooks(t *testing.T) {
	for name, change := range map[string]func(*parted){
		"two cells in one place":          func(p *parted) { p.replace(`r="B7"`, `r="A7"`) },
		"a cell of another row":           func(p *parted) { p.replace(`r="B7"`, `r="B8"`) },
		"a shared text that is not there": func(p *parted) { p.replace("<v>2</v>", "<v>3</v>") },
		"a sheet without a relation":      func(p *parted) { p.replace(`r:id="rId1"`, `r:id="rId9"`) },
		"two outermost elements":          func(p *parted) { p.replace("</worksheet>", "</worksheet><worksheet/>") },
		"text outside":                    func(p *parted) { p.replace("</worksheet>", "</worksheet>x") },
		"no end":                          func(p *parted) { p.replace("</worksheet>", "") },
		"an end of another element":       func(p *parted) { p.replace("</row>", "</rov>") },
		"another kind of part": func(p *parted) {
			p.replace("worksheet xmlns", "chartsheet xmlns")
			p.replace("</worksheet>", "</chartsheet>")
		},
		"an external sheet": func(p *parted) {
			p.replace(`Target="worksheets/sheet1.xml"`, `TargetMode="External" Target="file:///c:/list.xlsx"`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := byHand()
			change(p)
			if _, err := workbook.Open(t.Context(), "file", p.bytes(t)); data.CodeOf(err) != "roster.damaged" {
				t.Errorf("%v", err)
			}
		})
	}
}
