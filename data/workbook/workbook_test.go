package workbook

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// written is a workbook of two sheets, the second out of sight.
func written(t testing.TB) []byte {
	t.Helper()
	w := NewWriter("Назва", "")
	first := w.Add("11-А [учні]")
	first.Line(1, []string{"ПІБ", "Клас"}, Look{Bold: true})
	first.Line(3, []string{"=2+2", "007", "_x0041_"}, Look{})
	first.Spread(0, 1, 4, "разом", Look{})
	second := w.Add("11-А [УЧНІ]")
	second.Put(1, 2, "тут")
	second.Hide(true)
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriterIsRead(t *testing.T) {
	content := written(t)
	if !bytes.Equal(content, written(t)) {
		t.Error("same words, other bytes")
	}
	book, err := Open(t.Context(), "file", content)
	if err != nil {
		t.Fatal(err)
	}
	sheet := book.Sheets[0]
	if len(book.Sheets) != 1 || sheet.Name != "11-А  учні" || len(sheet.Lines) != 3 {
		t.Fatalf("sheets: %+v", book.Sheets)
	}
	if l := sheet.Lines[1]; l.Number != 3 || !slices.Equal(l.Cells, []string{"=2+2", "007", "_x0041_"}) || l.Cell(1) != "007" || l.Cell(9) != "" {
		t.Errorf("line: %+v", l)
	}
	if want := (Area{Top: 4, Bottom: 4, Right: 1}); !slices.Equal(sheet.Merged, []Area{want}) || want.String() != "A4:B4" {
		t.Errorf("merged: %+v", sheet.Merged)
	}
	if !slices.Equal(book.Hidden, []HiddenSheet{{Name: "11-А  УЧНІ 2", Rows: 1}}) {
		t.Errorf("hidden: %+v", book.Hidden)
	}
}

func TestOpenAll(t *testing.T) {
	book, err := OpenAll(t.Context(), "file", written(t))
	if err != nil || len(book.Sheets) != 2 || book.Sheets[1].Lines[0].Cell(1) != "тут" {
		t.Errorf("%+v %v", book, err)
	}
	if _, err := OpenAll(t.Context(), "file", []byte("ПІБ;Клас\n")); !errors.Is(err, ErrText) {
		t.Errorf("a text table: %v", err)
	}
	if _, err := OpenAll(t.Context(), "list.pdf", []byte("%PDF-1.4")); data.CodeOf(err) != "roster.pdf" || !strings.Contains(err.Error(), "list.pdf") {
		t.Errorf("a document: %v", err)
	}
}

func TestPaste(t *testing.T) {
	lines, err := Paste("Коваль\t\"11-А\r\nкласу\"\r\n\r\nЛис\t007")
	if err != nil || len(lines) != 2 || lines[0].Cell(1) != "11-А\nкласу" || lines[1].Number != 3 || lines[1].Cell(1) != "007" {
		t.Errorf("%+v %v", lines, err)
	}
	if _, err := Paste(strings.Repeat("a\n", maxRows+1)); data.CodeOf(err) != "roster.too_many_rows" {
		t.Errorf("too many: %v", err)
	}
}

func TestWithin(t *testing.T) {
	_, err := Open(t.Context(), "file", nil)
	if data.CodeOf(err) != "roster.empty" {
		t.Errorf("empty: %v", err)
	}
	_, err = Within(t.Context(), "list.xlsx", func(ctx context.Context) (*Book, error) { panic("broken") })
	if data.CodeOf(err) != "roster.damaged" || !strings.Contains(err.Error(), "list.xlsx") {
		t.Errorf("panic: %v", err)
	}
}

func TestCells(t *testing.T) {
	for typed, want := range map[string]string{"3.80501234567E+11": "380501234567", "380501234567.0": "380501234567", "007": "007", "1E5x": "1E5x"} {
		if digits, rounded := ExactDigits(typed); digits != want || rounded {
			t.Errorf("digits of %q: %q %v", typed, digits, rounded)
		}
	}
	if _, rounded := ExactDigits("3.80501E+11"); !rounded {
		t.Error("six digits of twelve are not said to be lost")
	}
	for typed, want := range map[string]data.Date{"37685": "2003-03-05", "37685.5": "2003-03-05", "999": "", "05.03.2003": ""} {
		if date, _ := DayNumber(typed, false); date != want {
			t.Errorf("day %q: %q", typed, date)
		}
	}
	if date, _ := DayNumber("36223", true); date != "2003-03-05" {
		t.Errorf("day since 1904: %q", date)
	}
	if Unquoted(`="0671234567"`) != "0671234567" || Unquoted(`="a`) != `="a` || CellName(26, 7) != "AA7" || !IsError("#N/A") || IsError("№ 5") {
		t.Error("cells are read otherwise")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("ПІБ;Клас\nКоваль Іван;11-А\n"))
	f.Add([]byte("sep=,\n\"ПІБ\",\"Дата\nнародження\"\nКоваль Іван,37685\n"))
	f.Add([]byte("\xff\xfe\x1f\x04"))
	f.Add(written(f))
	f.Add([]byte("<html><meta charset=utf-8><table><tr><td rowspan=2 colspan=2>ПІБ<td style='display:none'>Клас<tr><td><table><td>a</table></table>"))
	f.Add([]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ID="z"><NumberFormat Format="0000"/></Style></Styles>` +
		`<Worksheet Name="a"><Table><Row Index="2"><Cell StyleID="z" MergeAcross="2"><Data Type="Number">7</Data></Cell><Cell Formula="=1"/></Row></Table></Worksheet></Workbook>`))
	f.Add([]byte(`<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="2">` +
		`<table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`))
	f.Fuzz(func(t *testing.T, content []byte) {
		book, err := Open(t.Context(), "fuzz", content)
		if err != nil && (data.CodeOf(err) == "" || strings.Contains(err.Error(), "read file: panic")) {
			t.Fatal(err)
		}
		if data.CodeOf(err) == "roster.unaccounted" {
			t.Fatal(err) // what is not read is our fault, whatever the file is
		}
		if err == nil && len(book.Sheets) == 0 {
			t.Fatal("neither sheets nor an error")
		}
	})
}
