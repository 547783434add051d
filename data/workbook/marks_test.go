package workbook_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
)

const (
	number  = workbook.MarkNumber
	day     = workbook.MarkDay
	shown   = workbook.MarkShown
	unsaved = workbook.MarkUnsaved
	struck  = workbook.MarkStruck
	truth   = workbook.MarkTruth
)

// styled is a workbook of one sheet by the XML of its rows, with styles: 1 is struck out,
// the others have the formats in their order, a number being that of a format of Excel.
func styled(rows string, formats ...any) *parted {
	p := byHand()
	var codes, cells strings.Builder
	for i, f := range formats {
		id := fmt.Sprint(f)
		if code, is := f.(string); is {
			id = fmt.Sprint(164 + i)
			fmt.Fprintf(&codes, `<numFmt numFmtId="%s" formatCode="%s"/>`, id, strings.ReplaceAll(code, `"`, "&quot;"))
		}
		fmt.Fprintf(&cells, `<xf numFmtId="%s" fontId="0"/>`, id)
	}
	p.set("xl/styles.xml", `<styleSheet xmlns="`+mainSpace+`"><numFmts>`+codes.String()+`</numFmts><fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>`+
		`<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/>`+cells.String()+`<xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>`)
	p.replace("</Relationships>", `<Relationship Id="rId3" Type="`+relationSpace+`/styles" Target="styles.xml"/></Relationships>`)
	p.set("xl/worksheets/sheet1.xml", `<worksheet xmlns="`+mainSpace+`"><sheetData>`+rows+`</sheetData></worksheet>`)
	return p
}

func first(t testing.TB, p *parted) workbook.Line {
	t.Helper()
	return opened(t, p.bytes(t)).Sheets[0].Lines[0]
}

// F-14: a cell is a number, a day, a formula without its value or a text, and says so.
func TestMarksOfCells(t *testing.T) {
	for cell, want := range map[string]struct {
		text string
		mark workbook.Mark
	}{
		`<c r="A1"><v>12</v></c>`:                                           {"12", number},
		`<c r="A1" t="n"><v>12</v></c>`:                                     {"12", number},
		`<c r="A1"><v>1.2E7</v></c>`:                                        {"12000000", number},
		`<c r="A1"><v>3.805012E+11</v></c>`:                                 {"380501200000", number},
		`<c r="A1"><v>5.0e8</v></c>`:                                        {"500000000", number},
		`<c r="A1"><v>501234567.0</v></c>`:                                  {"501234567", number},
		`<c r="A1"><v>9007199254740991</v></c>`:                             {"9007199254740991", number},
		`<c r="A1"><v>1.2345678901234501E+19</v></c>`:                       {"1.2345678901234501E+19", number},
		`<c r="A1"><v>0.30000000000000004</v></c>`:                          {"0.3", number},
		`<c r="A1"><v>1.1999999999999999E-2</v></c>`:                        {"0.012", number},
		`<c r="A1"><v>11.000000000000002</v></c>`:                           {"11", number},
		`<c r="A1"><v>1.1999999999</v></c>`:                                 {"1.1999999999", number},
		`<c r="A1"><v>-5</v></c>`:                                           {"-5", number},
		`<c r="A1"><v>007</v></c>`:                                          {"007", number},
		`<c r="A1"><v>NaN</v></c>`:                                          {"NaN", 0},
		`<c r="A1" t="b"><v>1</v></c>`:                                      {"1", truth},
		`<c r="A1" t="e"><v>#N/A</v></c>`:                                   {"#N/A", 0},
		`<c r="A1" t="d"><v>2003-05-14T00:00:00</v></c>`:                    {"2003-05-14T00:00:00", day},
		`<c r="A1" t="str"><f>B1</f><v>Лис</v></c>`:                         {"Лис", 0},
		`<c r="A1"><f>B1</f><v>7</v></c>`:                                   {"7", number},
		`<c r="A1"><f>B1</f></c>`:                                           {"", unsaved},
		`<c r="A1"><f>B1</f><v/></c>`:                                       {"", unsaved},
		`<c r="A1"><f>B1</f><v></v></c>`:                                    {"", unsaved},
		`<c r="A1" t="str"><f>B1</f></c>`:                                   {"", unsaved},
		`<c r="A1" t="s"><f>B1</f></c>`:                                     {"", unsaved},
		`<c r="A1"><f t="shared" si="0"/></c>`:                              {"", unsaved},
		`<c r="A1"><f t="array" ref="A1">TRIM(B1)</f></c>`:                  {"", unsaved},
		`<c r="A1" s="1"><f>B1</f></c>`:                                     {"", unsaved | struck},
		`<c r="A1" t="str"><f>B1</f><v></v></c>`:                            {"", 0},
		`<c r="A1" t="str"><f>B1</f><v/></c>`:                               {"", 0},
		`<c r="A1" t="s"><v></v></c>`:                                       {"", 0},
		`<c r="A1" s="1" t="inlineStr"><is><t>Лис</t></is></c>`:             {"Лис", struck},
		`<c r="A1" s="1" t="s"><v>1</v></c>`:                                {"Лис Ія", struck},
		`<c r="A1" s="1"><v>7</v></c>`:                                      {"7", number | struck},
		`<c r="A1" s="2" t="s"><v>1</v></c>`:                                {"Лис Ія", 0},
		`<c r="A1" s="99" t="s"><v>1</v></c>`:                               {"Лис Ія", 0},
		`<c r="A1" t="inlineStr"><is><t>_x0041_ _x005F_x0041_</t></is></c>`: {"A _x0041_", 0},
		`<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>Лис</t></r><r><rPr><strike val="1"/></rPr><t> Ія</t></r></is></c>`: {"Лис Ія", struck},
		`<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>Лис</t></r><r><t> Коваль</t></r></is></c>`:                         {"Лис Коваль", struck},
		`<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t> </t></r><r><t>Коваль</t></r></is></c>`:                            {"Коваль", 0},
		`<c r="A1" s="1" t="inlineStr"><is><r><rPr><b/></rPr><t>Коваль</t></r></is></c>`:                                          {"Коваль", 0},
		`<c r="A1" s="1" t="inlineStr"><is><r><t>Коваль</t></r></is></c>`:                                                         {"Коваль", struck},
	} {
		line := first(t, styled(`<row r="1">`+cell+`<c r="B1" t="inlineStr"><is><t>.</t></is></c></row>`))
		if line.Cell(0) != want.text || line.Mark(0) != want.mark {
			t.Errorf("%s: %q %05b", cell, line.Cell(0), line.Mark(0))
		}
	}
}

// F-14, UA-031: a number is what the sheet shows of it: a day, or zeros that only a format
// writes.
func TestFormatsOfNumbers(t *testing.T) {
	for _, c := range []struct {
		format any
		value  string
		text   string
		mark   workbook.Mark
	}{
		{14, "37755", "37755", number | day}, {22, "37755.5", "37755.5", number | day}, {30, "37755", "37755", number | day},
		{46, "0.5", "0.5", number | day}, {57, "37755", "37755", number | day}, {1, "37755", "37755", number}, {49, "37755", "37755", number},
		{"dd.mm.yyyy", "37755.958333", "37755.958333", number | day}, {`[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`, "37755", "37755", number | day},
		{`dd\-mmm\-yy;@`, "37755", "37755", number | day}, {"[h]:mm", "1.5", "1.5", number | day}, {"YYYY", "37755", "37755", number | day},
		{`"д."00"м"`, "5", "д.05м", number | shown}, {"General", "5", "5", number}, {`General"d"`, "5", "5", number}, {"0.00E+00", "1234567", "1234567", number},
		{"[Red]0", "7", "7", number}, {"# ##0", "1234567", "1234567", number}, {`#\ ##0\ "грн"`, "1234567", "1234567", number}, {"#,##0", "1234567", "1234567", number},
		{"000000000", "1234567", "001234567", number | shown}, {"000000000", "301234567", "301234567", number}, {"00000000", "4567", "00004567", number | shown},
		{`"КВ" 000000`, "12345", "КВ 012345", number | shown}, {`"КВ"\ 000000`, "654321", "КВ 654321", number | shown}, {`КВ000000`, "12345", "КВ012345", number | shown},
		{"000-000", "12345", "012-345", number | shown}, {`000\-000`, "1234567", "1234-567", number | shown}, {"#00000", "12", "00012", number | shown},
		{`+38\ (000)\ 000\-00\-00`, "501234567", "+38 (050) 123-45-67", number | shown}, {`"№ "0`, "7", "№ 7", number | shown},
		{"[$ID-422]000000000", "1234567", "ID001234567", number | shown}, {"[Blue]00000;[Red]-00000", "12", "00012", number | shown},
		{"000;-000;", "0", "0", number}, {"00000", "1.2E3", "01200", number | shown}, {"00000", "12.5", "12.5", number}, {"00000", "-12", "-12", number}, {"0", "7", "7", number},
		{"00000", "0", "00000", number | shown},
	} {
		line := first(t, styled(`<row r="1"><c r="A1" s="2"><v>`+c.value+`</v></c></row>`, c.format))
		if line.Cell(0) != c.text || line.Mark(0) != c.mark {
			t.Errorf("%v of %s: %q %05b", c.format, c.value, line.Cell(0), line.Mark(0))
		}
	}
}

// F-18: what nobody sees is read and said.
func TestHiddenRowsAndColumns(t *testing.T) {
	cell := `<c t="inlineStr"><is><t>a</t></is></c>`
	p := styled(`<row r="1">` + cell + cell + cell + `</row><row r="2" hidden="1">` + cell + `</row><row r="3" hidden="true" outlineLevel="1">` + cell +
		`</row><row r="4" ht="0" customHeight="1">` + cell + `</row><row r="5" ht="15" hidden="0" collapsed="1">` + cell + cell + `</row>`)
	p.replace("<sheetData>", `<cols><col min="2" max="2" hidden="1"/><col min="3" max="3" width="0" customWidth="1"/><col min="4" max="16384" hidden="1"/></cols><sheetData>`)
	s := opened(t, p.bytes(t)).Sheets[0]
	var hidden []bool
	for _, line := range s.Lines {
		hidden = append(hidden, line.Hidden)
	}
	if !slices.Equal(hidden, []bool{false, true, true, true, false}) || !slices.Equal(s.HiddenColumns, []int{1, 2}) {
		t.Errorf("rows %v, columns %v", hidden, s.HiddenColumns)
	}
}

// F-14: a row of formulas without values is a row, and so are the cells whose value comes
// from a formula in another one.
func TestRowsOfUnsavedFormulas(t *testing.T) {
	s := opened(t, styled(`<row r="1"><c r="A1" t="inlineStr"><is><t>ПІБ</t></is></c></row><row r="2"><c r="B2"><f>A9</f></c></row>`+
		`<row r="4"><c r="A4"><f t="array" ref="A4:B5">A9:B10</f></c></row>`).bytes(t)).Sheets[0]
	if got := written(s); got != "1 ПІБ\n2 |\n4 |\n5 |\n" {
		t.Fatalf("lines:\n%s", got)
	}
	if l := s.Lines[1]; l.Mark(0) != 0 || l.Mark(1) != unsaved {
		t.Errorf("row 2: %v", l.Marks)
	}
	if a, b := s.Lines[2], s.Lines[3]; a.Mark(1) != unsaved || b.Mark(0) != unsaved || b.Mark(1) != unsaved {
		t.Errorf("the array: %v %v", a.Marks, b.Marks)
	}
	if want := (workbook.Count{Rows: 4, Cells: 6}); s.Held != want {
		t.Errorf("held: %+v", s.Held)
	}
}

// A zero is no value where the workbook says that its formulas are due to be calculated.
func TestZerosThatWaitForTheirFormula(t *testing.T) {
	p := styled(`<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><f>C1</f><v>7</v></c><c r="C1"><v>0</v></c></row>`)
	if line := first(t, p); line.Mark(0) != number || line.Cell(0) != "0" {
		t.Errorf("calculated: %q %v", line.Cell(0), line.Marks)
	}
	p.replace("</sheets>", `</sheets><calcPr calcId="124519" fullCalcOnLoad="1"/>`)
	if line := first(t, p); line.Mark(0) != unsaved || line.Mark(1) != number || line.Mark(2) != number {
		t.Errorf("not calculated: %v", line.Marks)
	}
}

func TestBrokenStyles(t *testing.T) {
	p := styled(`<row r="1"><c r="A1" s="1"><v>7</v></c></row>`)
	p.set("xl/styles.xml", "<<<")
	if _, err := workbook.Open(t.Context(), "file", p.bytes(t)); data.CodeOf(err) != "roster.damaged" {
		t.Errorf("%v", err)
	}
}

// F-14: a comment on a cell is kept with its row.
func TestNotes(t *testing.T) {
	p := byHand()
	p.set("xl/worksheets/_rels/sheet1.xml.rels", `<Relationships xmlns="x"><Relationship Id="rId1" Type="`+relationSpace+`/comments" Target="../comments1.xml"/>`+
		`<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`)
	p.set("xl/comments1.xml", `<x:comments xmlns:x="`+mainSpace+`"><x:authors><x:author>secretary</x:author></x:authors><x:commentList><x:comment ref="A3" authorId="0"><x:text><x:r><x:t>вибу</x:t></x:r><x:r><x:t>ла</x:t></x:r></x:text></x:comment>`+
		`<x:comment ref="A99" authorId="0"><x:text><x:t>nobody</x:t></x:text></x:comment></x:commentList></x:comments>`)
	p.set("xl/threadedComments/threadedComment1.xml", `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B7" personId="1"><text>переведена</text></threadedComment></ThreadedComments>`)
	s := opened(t, p.bytes(t)).Sheets[0]
	if written(s) != byHandText || !slices.Equal(s.Lines[1].Notes, []string{"вибула"}) || !slices.Equal(s.Lines[2].Notes, []string{"переведена"}) || s.Lines[0].Notes != nil {
		t.Errorf("%+v", s.Lines)
	}
}

// F-14: letters in the colour of what they stand on, and a format that shows nothing, are marked.
func TestMarksOfWhatNobodySees(t *testing.T) {
	p := byHand()
	p.set("xl/styles.xml", `<styleSheet xmlns="`+mainSpace+`"><numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts>`+
		`<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font><font><color rgb="ff00ff00"/></font><font><color theme="4" tint="0.4"/></font><font><color theme="0" tint="-0.5"/></font></fonts>`+
		`<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill></fills>`+
		`<cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="2"/><xf fontId="3" fillId="2"/><xf fontId="4" fillId="3"/><xf numFmtId="164" fontId="0" fillId="0"/><xf fontId="1" fillId="2"/><xf fontId="0" fillId="2"/><xf fontId="5" fillId="0"/><xf fontId="1" fillId="1"/></cellXfs></styleSheet>`)
	p.replace("</Relationships>", `<Relationship Id="rId3" Type="`+relationSpace+`/styles" Target="styles.xml"/></Relationships>`)
	var cells strings.Builder
	for style := range 10 {
		fmt.Fprintf(&cells, `<c s="%d" t="str"><v>Гук</v></c>`, style)
	}
	fmt.Fprint(&cells, `<c s="1"><v>5</v></c><c s="1" t="inlineStr"><is><r><rPr><color rgb="FF000000"/></rPr><t>Гук</t></r></is></c>`)
	p.set("xl/worksheets/sheet1.xml", `<worksheet xmlns="`+mainSpace+`"><sheetData><row r="1">`+cells.String()+`</row></sheetData></worksheet>`)
	line := first(t, p)
	for i, want := range []bool{false, true, true, true, true, true, false, false, false, false, true, false} {
		if got := line.Mark(i)&workbook.MarkUnseen != 0; got != want {
			t.Errorf("F-14 cell %d: unseen %v", i, got)
		}
	}
}
