package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"graduand/data"
)

// archived is a workbook with one sheet.
func archived(t testing.TB, sheet string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="А" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="a/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readBy is what a sheet is read as when one of so many bytes is a long one.
func readBy(t testing.TB, content []byte, long uint64) (*Book, error) {
	defer func(usual uint64) { longSheet = usual }(longSheet)
	longSheet = long
	return OpenAll(t.Context(), "list.xlsx", content)
}

// randomSheet is a sheet in which a second reader is led astray: ends of rows in comments
// and texts, rows without numbers or in the wrong order, other things between the rows.
func randomSheet(rng *rand.Rand) string {
	var b strings.Builder
	p := []string{"", "", "", "x:"}[rng.IntN(4)]
	numbered, odd := rng.IntN(3) > 0, rng.IntN(2) == 0
	outer := []string{p, p, p, "y:"}[rng.IntN(4)]
	fmt.Fprintf(&b, "%s<%sworksheet><%ssheetData>", []string{"", "", "\ufeff", `<?xml version="1.0" encoding="windows-1251"?>`}[rng.IntN(4)], outer, p)
	for row := range 1 + rng.IntN(30) {
		if odd {
			b.WriteString([]string{"", "", "", "<!-- </row> -->", "<foo/>", "<foo><c><v>1</v></c></foo>", "<row/>", "<!--<row><c><v>7</v></c></row>-->"}[rng.IntN(8)])
		}
		number := ""
		if numbered {
			number = fmt.Sprintf(` r="%d"`, row+1-rng.IntN(20)/19)
		}
		fmt.Fprintf(&b, `<%srow%s%s>`, p, number, []string{"", "", ` hidden="1"`}[rng.IntN(3)])
		if rng.IntN(8) == 0 {
			fmt.Fprintf(&b, `<c r="A%d"><f t="array" ref="A%d:B%d">1</f></c>`, row+1, row+1, row+2)
		}
		for range rng.IntN(5) {
			b.WriteString([]string{`<c><v>5</v></c>`, `<c t="str"><v>слово</v></c>`, `<c t="inlineStr"><is><t><![CDATA[</row>]]></t></is></c>`,
				`<c t="str"><v>&lt;/row&gt;</v></c>`, `<c><f>A1+1</f></c>`, `<c/>`, `<c t="s"><v>3</v></c>`}[rng.IntN(6+rng.IntN(20)/19)])
		}
		fmt.Fprintf(&b, "</%srow>", p)
	}
	hidden := []string{"", "", `<cols><col min="2" max="2" hidden="1"/></cols>`}[rng.IntN(3)]
	fmt.Fprintf(&b, `</%ssheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>%s</%sworksheet>%s`, p, hidden, outer, []string{"", "", "", "<row/>"}[rng.IntN(4)])
	return b.String()
}

// numbered is a sheet of the same rows again and again, with their numbers.
func numbered(rows string, times int) string {
	var b strings.Builder
	for i, row := range strings.Split(strings.Repeat(rows, times), "<row>") {
		if i > 0 {
			fmt.Fprintf(&b, `<row r="%d">`, i)
		}
		b.WriteString(row)
	}
	return "<worksheet><sheetData>" + b.String() + "</sheetData></worksheet>"
}

// TestTwoReadersReadAsOne: nothing of a sheet is read otherwise, nor refused otherwise,
// where a second reader has begun in its middle (F-14).
func TestTwoReadersReadAsOne(t *testing.T) {
	refused := 0
	for seed := range uint64(3000) {
		sheet := randomSheet(rand.New(rand.NewPCG(seed, 1)))
		content := archived(t, sheet)
		want, wantErr := readBy(t, content, math.MaxUint64)
		got, err := readBy(t, content, 1)
		if data.CodeOf(err) != data.CodeOf(wantErr) || !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %s\none reader %+v, %v\ntwo %+v, %v", seed, sheet, want, wantErr, got, err)
		}
		if err != nil {
			refused++
		}
	}
	if refused < 100 || refused > 2500 {
		t.Errorf("%d of 3000 sheets refused", refused)
	}
}

// TestTheSecondReaderIsOfUse in an ordinary list: what it has read is taken.
func TestTheSecondReaderIsOfUse(t *testing.T) {
	sheet := numbered(`<row><c t="str"><v>слово</v></c></row>`, 10)
	r := &sheetReader{book: &xlsx{}, draft: draft{gatherer: gatherer{total: &gauge{}}}}
	e := newEvents(t.Context(), "sheet", "worksheet", strings.NewReader(sheet))
	if err := r.readHalves(e, []byte(sheet)); err != nil || len(r.gatherer.lines) != 10 {
		t.Fatalf("%d lines, %v", len(r.gatherer.lines), err)
	}
	if e.finished {
		t.Error("the first reader has read all of it")
	}
}

// TestASheetInOtherLetters, which are read ahead of what is told of them: where the first
// reader seems to be at the end of a row, it is not (F-14).
func TestASheetInOtherLetters(t *testing.T) {
	const head = `<?xml version="1.0" encoding="windows-1251"?>`
	rows, sheet, at := numbered("<row><c><v>1</v></c></row>", 160), "", -1
	for pad := 0; at != len(head)+4096; pad++ {
		sheet = head + strings.Replace(rows, "<sheetData>", "<sheetData>"+strings.Repeat(" ", pad), 1)
		at = len(sheet)/2 + strings.Index(sheet[len(sheet)/2:], "</row>") + len("</row>")
	}
	content := archived(t, sheet)
	want, wantErr := readBy(t, content, math.MaxUint64)
	if got, err := readBy(t, content, 1); err != nil || wantErr != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v; the same: %v", wantErr, err, reflect.DeepEqual(got, want))
	}
}

// TestAPanicOfTheSecondReader is met by the first one too, where somebody catches it.
func TestAPanicOfTheSecondReader(t *testing.T) {
	sheet := numbered(`<row><c t="s"><v>0</v></c></row>`, 10)
	r := &sheetReader{draft: draft{gatherer: gatherer{total: &gauge{}}}} // of no workbook
	defer func() {
		if recover() == nil {
			t.Error("there was none")
		}
	}()
	_ = r.readHalves(newEvents(t.Context(), "sheet", "worksheet", strings.NewReader(sheet)), []byte(sheet))
}

// TestTheSecondHalfIsTooMuch: limits hold for both halves together.
func TestTheSecondHalfIsTooMuch(t *testing.T) {
	for code, row := range map[string]string{"roster.too_many_rows": `<row><c><v>1</v></c></row>`,
		"roster.suspicious": `<row><c><v>1</v></c></row><row><c><f t="array" ref="A1:A10001">1</f><v>1</v></c></row>`} {
		times := map[string]int{"roster.too_many_rows": maxRows + 1, "roster.suspicious": 2}[code]
		if _, err := readBy(t, archived(t, numbered(row, times)), 1); data.CodeOf(err) != code {
			t.Errorf("got %v, want %s", err, code)
		}
	}
}
