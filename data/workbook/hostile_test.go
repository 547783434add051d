package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"graduand/data"
	"graduand/data/roster"
	"graduand/data/text"
	"graduand/data/workbook/workbooktest"
)

// rules are those of a campaign in short: these tests walk the road from a file to its
// rows, as what is hostile may only show itself on the way.
var rules = roster.Rules{PhoneRegion: "UA", NameScript: "cyrillic", Today: "2020-02-10", MinimumAge: 14, MaximumAge: 60}

func read(t testing.TB, content []byte) *roster.Roster {
	t.Helper()
	r, err := roster.Read(t.Context(), "file", content, rules, roster.Options{})
	must(t, err)
	return r
}

// wide is text in UTF-16, as old files have it.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// twelve is a class list of twelve graduates and ten columns.
func twelve(t testing.TB) []byte {
	rows := [][]any{line("Список учнів"), line("№ з/п", "Прізвище", "Ім'я", "По батькові", "Стать", "Дата народження", "Клас", "Телефон", "Серія", "Номер документа")}
	for i := range 12 {
		rows = append(rows, line(i+1, "Петренко", "Олена", "Іванівна", "ж", 37685+i, "11-А", fmt.Sprintf("+38050%07d", i), "КВ", fmt.Sprintf("%06d", 100000+i)))
	}
	return workbooktest.XLSX(t, sheet("Аркуш1", rows...))
}

const (
	sheetHead = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	sheetTail = `</sheetData></worksheet>`
)

// stored rebuilds a workbook with one part changed and nothing packed, so that no
// ratio betrays it.
func stored(t testing.TB, content []byte, name, body string) []byte {
	t.Helper()
	names, bodies := workbooktest.Parts(t, content)
	if _, found := bodies[name]; !found {
		names = append(names, name)
	}
	bodies[name] = []byte(body)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		must(t, err)
		_, err = part.Write(bodies[name])
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

func withSheet(t testing.TB, xml string) []byte {
	return workbooktest.Replace(t, small(t), "xl/worksheets/sheet1.xml", func([]byte) []byte { return []byte(xml) })
}

func small(t testing.TB) []byte {
	return workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "Дата народження"), line("Коваль Іван", "05.03.2003"), line("Лис Ія", 37685)))
}

func rowsXML(n int, row string) string {
	var b strings.Builder
	b.WriteString(sheetHead)
	for i := 1; i <= n; i++ {
		b.WriteString(strings.ReplaceAll(row, "$", fmt.Sprint(i)))
	}
	return b.String() + sheetTail
}

type hostile struct {
	name, code string
	content    []byte
}

// hostiles are files that a secretary can be given, with the code of the answer;
// "" means that the file is read.
func hostiles(t testing.TB) []hostile {
	good := small(t)
	random := make([]byte, 50_000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 2000)
	add := func(name string, body string) []byte {
		return workbooktest.Replace(t, good, name, func([]byte) []byte { return []byte(body) })
	}
	entries := func(n int) []byte {
		names, bodies := workbooktest.Parts(t, good)
		for i := range n {
			names = append(names, fmt.Sprintf("xl/media/%d.png", i))
		}
		return workbooktest.Pack(t, names, bodies)
	}
	twice := func() []byte {
		names, bodies := workbooktest.Parts(t, good)
		return workbooktest.Pack(t, append(names, "xl/workbook.xml"), bodies)
	}
	const sheet1 = "xl/worksheets/sheet1.xml"
	changed := func(name string, change func([]byte) []byte) []byte {
		return workbooktest.Replace(t, good, name, change)
	}
	only := func(name string) []byte {
		return workbooktest.Pack(t, []string{name}, map[string][]byte{name: []byte("x")})
	}
	inline := `<row r="$"><c r="A$" t="inlineStr"><is><t>ПІБ</t></is></c><c r="B$" t="inlineStr"><is><t>Клас</t></is></c></row>`
	return []hostile{
		{"empty file", "roster.empty", nil},
		{"spaces only", "roster.empty", []byte(" \r\n\t \n")},
		{"zeros only", "roster.empty", make([]byte, 4096)},
		{"BOM only", "roster.empty", []byte("\xef\xbb\xbf")},
		{"separators only", "roster.empty", []byte(";;;\n;;;\n")},
		{"21 MiB", "roster.too_large", bytes.Repeat([]byte("a;b\n"), 21<<18)},
		{"old xls", "roster.old_excel", []byte(ole + string(wide("Workbook")))},
		{"raw BIFF", "roster.old_excel", []byte("\x09\x08\x10\x00\x00\x06\x05\x00" + strings.Repeat("\x00", 100))},
		{"xlsb", "roster.old_excel", only("xl/workbook.bin")},
		{"encrypted xlsx", "roster.encrypted", []byte(ole + string(wide("EncryptedPackage")))},
		{"old doc", "roster.word", []byte(ole + string(wide("WordDocument")))},
		{"docx", "roster.word", only("word/document.xml")},
		{"rtf", "roster.word", []byte(`{\rtf1\ansi list}`)},
		{"html renamed", "roster.html", []byte("\xef\xbb\xbf \n<html><table><tr><td>ПІБ</td></tr></table></html>")},
		{"html table without html", "roster.html", []byte("<TABLE><tr><td>ПІБ</td></tr></TABLE>")},
		{"mhtml", "roster.html", []byte("MIME-Version: 1.0\nContent-Type: multipart/related\n")},
		{"xml spreadsheet 2003", "roster.unknown_format", []byte(`<?xml version="1.0"?><Workbook></Workbook>`)},
		{"pdf", "roster.pdf", []byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3")},
		{"jpeg", "roster.image", append([]byte("\xff\xd8\xff\xe0"), random...)},
		{"png", "roster.image", append([]byte("\x89PNG\r\n\x1a\n"), random...)},
		{"gif", "roster.image", []byte("GIF89a\x01\x00\x01\x00")},
		{"bmp", "roster.image", []byte("BM\x36\x00\x00\x00\x00\x00")},
		{"heic", "roster.image", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")},
		{"webp", "roster.image", []byte("RIFF\x24\x00\x00\x00WEBPVP8 ")},
		{"ods", "roster.opendocument", only("mimetype")},
		{"numbers", "roster.opendocument", only("Index/Document.iwa")},
		{"pptx", "roster.opendocument", only("ppt/presentation.xml")},
		{"zip of something", "roster.unknown_format", only("photos/1.jpg")},
		{"rar", "roster.archive", []byte("Rar!\x1a\x07\x00")},
		{"gzip", "roster.archive", []byte("\x1f\x8b\x08\x00")},
		{"xlsm", "roster.macros", add("xl/vbaProject.bin", "macros")},
		{"macros by content type", "roster.macros", add("[Content_Types].xml", `<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml" PartName="/xl/workbook.xml"/></Types>`)},
		{"macros by the ending of parts", "roster.macros", add("[Content_Types].xml", `<Types><Default Extension="XML" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`)},
		{"sylk", "roster.unknown_format", []byte("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"ПІБ\"\r\nE\r\n")},
		{"sylk of LibreOffice", "roster.unknown_format", []byte("ID;PSCALC3\nB;X6;Y3\nC;X1;Y1;K\"ПІБ\"\n")},
		{"dif", "roster.unknown_format", []byte("TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,2\r\n")},
		{"a calculator on the network", "roster.unknown_format", []byte("socialcalc:version:1.5\nMIME-Version: 1.0\n")},
		{"json", "roster.unknown_format", []byte(`[{"name": "Гук Ян"}]`)},
		{"json of an object", "roster.unknown_format", []byte("{\n  \"students\": []}")},
		{"vcard", "roster.unknown_format", []byte("BEGIN:VCARD\nFN:Гук Ян\n")},
		{"letters lost in saving", "roster.letters_lost", []byte("\"?\";\"???\";\"????\"\n1;\"??? ?? ????????\";\"11-?\"\n")},
		{"letters lost, tabs", "roster.letters_lost", []byte("???????\t??'?\n????????\t????\n")},
		{"truncated zip", "roster.damaged", good[:len(good)-200]},
		{"half a zip", "roster.damaged", good[:len(good)/2]},
		{"empty zip", "roster.damaged", []byte("PK\x05\x06")},
		{"random bytes", "roster.unknown_format", random},
		{"random bytes behind PK", "roster.damaged", append([]byte("PK\x03\x04"), random...)},
		{"text with a zero byte", "roster.unknown_format", []byte("ПІБ;Клас\nКоваль\x00 Іван;11\n")},
		{"letters of an unknown code", "roster.unknown_letters", []byte("\xf0\x80\xb1\x81\xf2;\x82\x83\x84\x85\xa8\xa7\n\x81\x82\x83;\x84\x85\n")},
		{"3000 entries", "roster.suspicious", entries(3000)},
		{"a part twice", "roster.suspicious", twice()},
		{"bomb of spaces, 100 MB", "roster.suspicious", withSheet(t, sheetHead+strings.Repeat(" ", 100<<20)+sheetTail)},
		{"bomb of spaces, 60 MB", "roster.suspicious", withSheet(t, sheetHead+strings.Repeat(" ", 60<<20)+sheetTail)},
		{"shared strings, 2 million", "roster.suspicious", add("xl/sharedStrings.xml", `<sst>`+strings.Repeat("<si><t>a</t></si>", 1_800_000)+"</sst>")},
		{"nesting, 3 million deep", "roster.suspicious", withSheet(t, sheetHead+randomTags(3_000_000))},
		{"an element with 300,000 attributes", "roster.suspicious", withSheet(t, sheetHead+`<row r="1" `+attributes(300_000)+`/>`+sheetTail)},
		{"a row of 200,000 nameless cells", "roster.suspicious", withSheet(t, sheetHead+`<row r="1">`+strings.Repeat("<c><v>1</v></c>", 200_000)+"</row>"+sheetTail)},
		{"nesting, stored", "roster.suspicious", stored(t, good, "xl/worksheets/sheet1.xml", sheetHead+randomTags(2_700_000))},
		{"attributes, stored", "roster.suspicious", stored(t, good, "xl/worksheets/sheet1.xml", sheetHead+`<row r="1" `+attributes(1_200_000)+`/>`+sheetTail)},
		{"nameless cells, stored", "roster.suspicious", stored(t, good, "xl/worksheets/sheet1.xml", sheetHead+`<row r="1">`+strings.Repeat("<c><v>1</v></c>", 1_200_000)+"</row>"+sheetTail)},
		{"shared strings, stored", "roster.suspicious", stored(t, good, "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>a</t></si>", 1_100_000)+"</sst>")},
		{"as many shared strings as are let through", "", stored(t, good, "xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+strings.Repeat("<si><t>ПІБ</t></si>", 290_000)+"</sst>")},
		{"nesting in the workbook part", "roster.damaged", stored(t, good, "xl/workbook.xml", randomTags(500_000))},
		{"too large a workbook part", "roster.suspicious", stored(t, good, "xl/workbook.xml", "<workbook>"+strings.Repeat("<definedName/>", 400_000)+"</workbook>")},
		{"a cell of 900 KB", "roster.no_header", stored(t, good, "xl/worksheets/sheet1.xml", rowsXML(2, `<row r="$"><c t="inlineStr"><is><t>ПІБ</t></is></c><c t="inlineStr"><is><t>`+strings.Repeat("a", 900_000)+`</t></is></c></row>`))},
		{"19 MB of rows with one number", "roster.too_many_rows", stored(t, good, "xl/worksheets/sheet1.xml", rowsXML(350_000, `<row r="$"><c r="A$"><v>$</v></c></row>`))},
		{"19 MB of styled empty cells", "roster.empty", stored(t, good, "xl/worksheets/sheet1.xml", rowsXML(20, `<row r="$">`+strings.Repeat(`<c s="1"/>`, 90_000)+"</row>"))},
		{"one cell at XFD1048576", "roster.too_many_columns", withSheet(t, sheetHead+`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`+sheetTail)},
		{"row 2,000,000,000", "roster.damaged", withSheet(t, sheetHead+`<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>`+sheetTail)},
		{"3000 rows with a cell in XFD", "roster.too_many_columns", withSheet(t, rowsXML(3000, `<row r="$"><c r="XFD$"><v>1</v></c></row>`))},
		{"65 columns", "roster.too_many_columns", []byte(strings.Repeat("a;", 64) + "b\n")},
		{"a million declared empty rows", "roster.empty", withSheet(t, rowsXML(1_000_000, `<row r="$" s="1"/>`))},
		{"a roster and a million empty rows", "", withSheet(t, strings.Replace(rowsXML(1_000_000, `<row r="$" s="1"/>`), `<row r="1" s="1"/><row r="2" s="1"/>`,
			`<row r="1"><c t="inlineStr"><is><t>ПІБ</t></is></c></row><row r="2"><c t="inlineStr"><is><t>Лис Ія</t></is></c></row>`, 1))},
		{"a million rows with a number", "roster.too_many_rows", withSheet(t, rowsXML(1_000_000, `<row r="$"><c><v>$</v></c></row>`))},
		{"30,000 lines of text", "roster.too_many_rows", bytes.Repeat([]byte("Коваль;Іван\n"), 30_000)},
		{"19,000 lines of headers", "roster.suspicious", []byte("ПІБ;Клас\n" + strings.Repeat(strings.Repeat("Клас;ПІБ;", 29)+"Клас\n", 19_000) + "Лис Ія;11\n")},
		{"headers only", "roster.nobody", withSheet(t, rowsXML(500, inline))},
		{"entities", "roster.damaged", withSheet(t, `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>`+strings.TrimPrefix(sheetHead, `<?xml version="1.0"?>`)+
			`<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1" t="inlineStr"><is><t>&b;</t></is></c></row>`+sheetTail)},
		{"sheet that is not XML", "roster.damaged", withSheet(t, "hello")},
		{"workbook.xml that is not XML", "roster.damaged", add("xl/workbook.xml", "hello")},
		{"a sheet cut in the middle", "roster.damaged", changed(sheet1, func(b []byte) []byte { return b[:len(b)/2] })},
		{"a sheet cut between two rows", "roster.damaged", changed(sheet1, func(b []byte) []byte { return b[:bytes.LastIndex(b, []byte("<row"))] })},
		{"a wrong tag in a sheet", "roster.damaged", changed(sheet1, func(b []byte) []byte { return bytes.Replace(b, []byte("</row>"), []byte("</oops></row>"), 1) })},
		{"an HTML entity in a sheet", "roster.damaged", changed(sheet1, func(b []byte) []byte { return bytes.Replace(b, []byte("<v>"), []byte("<v>&nbsp;"), 1) })},
		{"shared strings cut in the middle", "roster.damaged", changed("xl/sharedStrings.xml", func(b []byte) []byte { return b[:len(b)/2] })},
		{"an HTML entity in the shared strings", "roster.damaged", changed("xl/sharedStrings.xml", func(b []byte) []byte { return bytes.Replace(b, []byte("Лис"), []byte("&nbsp;"), 1) })},
		{"a control character in a sheet", "roster.damaged", changed(sheet1, func(b []byte) []byte { return bytes.Replace(b, []byte("<v>"), []byte("<v>\x01"), 1) })},
		{"rows out of order", "roster.damaged", withSheet(t, sheetHead+`<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`+sheetTail)},
		{"row 2,000,000,000 behind others", "roster.damaged", withSheet(t, sheetHead+`<row r="1"><c r="A1"><v>1</v></c></row><row r="2000000000"><c r="A2000000000"><v>1</v></c></row>`+sheetTail)},
		{"a directory that lies about a size", "roster.damaged", lying(t, good)},
		{"a flipped bit in a sheet", "roster.damaged", flipped(t, good)},
		{"a sheet that is missing", "roster.damaged", without(t, good, sheet1)},
		{"a shared string of 290,000 runs in 19,000 cells", "roster.suspicious", stored(t, withSheet(t, rowsXML(19_000, `<row r="$"><c t="s"><v>0</v></c></row>`)), "xl/sharedStrings.xml",
			"<sst><si>"+strings.Repeat("<r><t>12345</t></r>", 290_000)+"</si></sst>")},
		{"ten million cells in a line", "roster.nobody", []byte("ПІБ;" + strings.Repeat(";", 10_000_000) + "\n")},
		{"telephones of 32,000 letters", "", []byte("ПІБ;Телефон\n" + strings.Repeat("Лис Ія;"+strings.Repeat("0 ", 16_000)+"\n", 300))},
		{"dates of 15,000 tails", "", []byte("ПІБ;Дата народження\n" + strings.Repeat("Лис Ія;"+strings.Repeat("р.", 15_000)+"\n", 300))},
		{"MacCyrillic", "", encoded(t, charmap.MacintoshCyrillic)},
		{"KOI8-U", "", encoded(t, charmap.KOI8U)},
		{"workbook without sheets", "roster.empty", add("xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`)},
		{"broken styles are not even read", "", add("xl/styles.xml", "<<<<")},
		{"19 MB of nameless cells of a page", "roster.too_many_columns", []byte("<table><tr><td>a<tr>" + strings.Repeat("<td>a", 3_900_000))},
		{"19 MB of rows of a page", "roster.html", []byte("<table>" + strings.Repeat("<tr>", 4_900_000))},
		{"19 MB of open elements of a page", "roster.suspicious", []byte("<table><tr><td>" + strings.Repeat("<span>a", 2_800_000))},
		{"19 MB of texts within 190 elements", "roster.suspicious", []byte("<table><tr><td>" + strings.Repeat("<span>", 190) + strings.Repeat("<b>a</b>", 2_400_000))},
		{"19 MB of one tag of a page", "roster.suspicious", []byte("<table><tr " + attributes(1_500_000))},
		{"19 MB of text beside tables", "roster.suspicious", []byte("<html><table><tr><td>a<tr><td>b</table>" + strings.Repeat("aaaa<br>", 2_400_000))},
		{"19 MB of paragraphs", "roster.too_many_rows", []byte("<html>" + strings.Repeat("<p>a", 4_900_000))},
		{"19 MB of empty cells of an XML spreadsheet", "roster.empty", []byte(xml2003(sheet2003("1", "<Row>"+strings.Repeat("<Cell/>", 2_800_000)+"</Row>")))},
		{"19 MB of styles of an XML spreadsheet", "roster.suspicious", []byte(xml2003("<Styles>" + styles(600_000) + "</Styles>"))},
		{"OpenDocument, 60 MB of cells", "roster.suspicious", odsOf(t, odsTable("<table:table-row>"+strings.Repeat("<table:table-cell/>", 3_000_000)+"</table:table-row>"))},
		{"OpenDocument, a million repeated rows of 64 cells", "roster.suspicious", odsOf(t, odsTable(strings.Repeat(`<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="64"><text:p>`+strings.Repeat("a", 200)+`</text:p></table:table-cell></table:table-row>`, 20)))},
		{"OpenDocument, spaces a thousand times", "roster.suspicious", odsOf(t, odsTable("<table:table-row><table:table-cell><text:p>"+strings.Repeat(`<text:s text:c="1000000"/>`, 90_000)+"a</text:p></table:table-cell></table:table-row>"))},
		{"formulas for a million cells", "roster.suspicious", withSheet(t, rowsXML(60, `<row r="$"><c r="A$"><f t="array" ref="A$:BK20000">1</f></c></row>`))},
		{"a formula for 19,000 rows", "", withSheet(t, sheetHead+`<row r="1"><c r="A1" t="inlineStr"><is><t>ПІБ</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Лис Ія</t></is></c><c r="B2"><f t="array" ref="B2:B19000">1</f></c></row>`+sheetTail)},
		{"path out of the archive", "", add("../../etc/passwd", "root")},
	}
}

// directoryOf finds the record of the first sheet in the zip directory.
func directoryOf(t testing.TB, content []byte) []byte {
	t.Helper()
	at := bytes.LastIndex(content, []byte("xl/worksheets/sheet1.xml"))
	if at < 46 || string(content[at-46:at-42]) != "PK\x01\x02" {
		t.Fatal("no directory")
	}
	return content[at-46:]
}

func lying(t testing.TB, content []byte) []byte {
	content = bytes.Clone(content)
	directoryOf(t, content)[24]--
	return content
}

func flipped(t testing.TB, content []byte) []byte {
	content = bytes.Clone(content)
	content[bytes.Index(content, []byte("xl/worksheets/sheet1.xml"))+200] ^= 4
	return content
}

func without(t testing.TB, content []byte, part string) []byte {
	names, bodies := workbooktest.Parts(t, content)
	return workbooktest.Pack(t, slices.DeleteFunc(names, func(name string) bool { return name == part }), bodies)
}

func encoded(t testing.TB, code *charmap.Charmap) []byte {
	s, err := code.NewEncoder().String("Прізвище;По батькові;Дата народження\nПетренко;Остапович;05.03.2003\nБондар;Олегович;06.03.2003\n")
	must(t, err)
	return []byte(s)
}

func randomTags(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) }

func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `a%d="" `, i)
	}
	return b.String()
}

func styles(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<Style ss:ID="s%d"/>`, i)
	}
	return b.String()
}

// TestHostile reads every hostile file in a process of its own, whose peak memory
// is measured.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	cases := hostiles(t)
	if len(cases) < 40 {
		t.Fatalf("only %d hostile files", len(cases))
	}
	for i, c := range cases {
		must(t, os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), c.content, 0o600))
	}
	child := exec.Command(os.Args[0], "-test.run=^TestHostileChild$", "-test.v")
	child.Env = append(os.Environ(), "WORKBOOK_HOSTILE="+dir)
	out, err := child.CombinedOutput()
	if err != nil {
		t.Fatalf("child: %v\n%s", err, out)
	}
	for i, c := range cases {
		t.Run("F-14 hostile: "+c.name, func(t *testing.T) {
			answer := fmt.Sprintf("answer %d %q ", i, c.code)
			if !strings.Contains(string(out), answer) {
				t.Errorf("want %s in:\n%s", answer, out)
			}
			for _, lang := range text.Languages() {
				if c.code != "" && !text.For(lang).Has(c.code) {
					t.Errorf("%s: no sentence for %s", lang, c.code)
				}
			}
		})
	}
	t.Logf("%s", out)
}

// TestHostileChild is the process that TestHostile starts.
func TestHostileChild(t *testing.T) {
	dir := os.Getenv("WORKBOOK_HOSTILE")
	if dir == "" {
		t.Skip("runs only as the child of TestHostile")
	}
	for i := 0; ; i++ {
		content, err := os.ReadFile(filepath.Join(dir, fmt.Sprint(i)))
		if err != nil {
			break
		}
		start := time.Now()
		_, err = roster.Read(t.Context(), "file", content, rules, roster.Options{})
		took := time.Since(start)
		if took > 10*time.Second {
			t.Errorf("file %d took %v", i, took)
		}
		fmt.Printf("answer %d %q %v peak %d MB\n", i, data.CodeOf(err), took.Round(time.Millisecond), peakMemory(t))
	}
	if peak := peakMemory(t); peak > 300 {
		t.Errorf("peak memory %d MB", peak)
	}
}

// peakMemory is the peak resident size of this process in MB; 0 where the system
// does not tell.
func peakMemory(t *testing.T) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes := 0
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		t.Fatalf("read VmHWM: %v", err)
	}
	return kilobytes >> 10
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sheet and line are the words in which these tests say a workbook.
var (
	sheet = workbooktest.NewSheet
	line  = workbooktest.Line
)

func TestHiddenSheets(t *testing.T) {
	t.Run("F-14 hidden sheets are skipped", func(t *testing.T) {
		f := excelize.NewFile()
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"ПІБ"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"Лис Ія"}))
		_, err := f.NewSheet("Архів")
		must(t, err)
		must(t, f.SetSheetRow("Архів", "A1", &[]any{"ПІБ", "Клас"}))
		must(t, f.SetSheetRow("Архів", "A2", &[]any{"Старий Учень", "11"}))
		must(t, f.SetSheetVisible("Архів", false))
		if r := read(t, workbooktest.Bytes(t, f)); len(r.Rows) != 1 || r.Rows[0].Graduate.Surname != "Лис" {
			t.Errorf("rows: %+v", r.Rows)
		}
	})
}
