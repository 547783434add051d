package roster

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
)

// ukraine and kyrgyzstan are rules like those of the two campaigns.
func ukraine() Rules {
	return Rules{
		PhoneRegion: "UA", NameScript: "cyrillic", Today: "2020-02-10", MinimumAge: 14, MaximumAge: 60,
		DocumentKinds: []DocumentKind{
			{Code: "passport", Names: []string{"паспорт", "паспорт громадянина України", "паспорт книжечка"}, SeriesPattern: `[А-ЯІЇЄҐ]{2}`, NumberPattern: `\d{6}`, Example: "КВ 123456"},
			{Code: "id_card", Names: []string{"ID", "ід", "ID-картка", "паспорт (ID-картка)"}, NumberPattern: `\d{9}`, Example: "001234567"},
			{Code: "birth_certificate", Names: []string{"свідоцтво про народження"}, SeriesPattern: `[IVXІХ]+-[А-ЯІЇЄҐ]{2}`, NumberPattern: `\d{6}`, Example: "I-КВ 123456"},
		},
		Fields: map[string]string{"street": "Вулиця", "postal_index": "Поштовий індекс"},
	}
}

func kyrgyzstan() Rules {
	return Rules{
		PhoneRegion: "KG", NameScript: "cyrillic", Today: "2021-02-10", MinimumAge: 14, MaximumAge: 60,
		DocumentKinds: []DocumentKind{
			{Code: "passport", Names: []string{"паспорт", "ID-карта"}, SeriesPattern: `AN|ID|AC`, NumberPattern: `\d{7}`, Example: "AN1234567"},
			{Code: "birth_certificate", Names: []string{"свидетельство о рождении"}, SeriesPattern: `(?:КР|KR)(?:-?[А-ЯA-Z]{1,3})?`, NumberPattern: `\d{5,8}`, Example: "КР-А 123456"},
		},
	}
}

// xlsxOf makes an .xlsx of sheets, name first: strings stay text, numbers are
// numbers.
func xlsxOf(t testing.TB, sheets ...sheetOf) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", s.name))
		} else if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for r, row := range s.rows {
			cell, _ := excelize.CoordinatesToCellName(1, r+1)
			must(t, f.SetSheetRow(s.name, cell, &row))
		}
	}
	return bytesOf(t, f)
}

type sheetOf struct {
	name string
	rows [][]any
}

// merged merges cells of the first sheet of a workbook.
func merged(t testing.TB, content []byte, ranges ...string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	must(t, err)
	defer f.Close()
	for _, r := range ranges {
		from, to, _ := strings.Cut(r, ":")
		must(t, f.MergeCell(f.GetSheetName(0), from, to))
	}
	return bytesOf(t, f)
}

func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, f.Write(&b))
	return b.Bytes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func line(cells ...any) []any { return cells }

func read(t testing.TB, content []byte, rules Rules, options Options) *Roster {
	t.Helper()
	r, err := Read(t.Context(), "file", content, rules, options)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// refusal is the code that the content is refused with; "" when it is read.
func refusal(t testing.TB, content []byte, rules Rules, options Options) string {
	t.Helper()
	_, err := Read(t.Context(), "file", content, rules, options)
	if err != nil && data.CodeOf(err) == "" {
		t.Errorf("error without a code: %v", err)
	}
	return data.CodeOf(err)
}

// rulesOf are the rules that a row breaks.
func rulesOf(r Row) []string {
	var rules []string
	for _, p := range r.Problems {
		rules = append(rules, p.Rule)
	}
	return rules
}

// bigRoster is a class list of n graduates and ten columns.
func bigRoster(t testing.TB, n int) []byte {
	rows := [][]any{
		line("Список учнів"),
		line("№ з/п", "Прізвище", "Ім'я", "По батькові", "Стать", "Дата народження", "Клас", "Телефон", "Серія", "Номер документа"),
	}
	for i := range n {
		rows = append(rows, line(i+1, fmt.Sprintf("Петренко%s", letters(i)), "Олена", "Іванівна", "ж", 37685+i%300, "11-А",
			fmt.Sprintf("+38050%07d", i), "КВ", fmt.Sprintf("%06d", 100000+i)))
	}
	return xlsxOf(t, sheetOf{"Аркуш1", rows})
}

func letters(i int) string {
	s := ""
	for range 4 {
		s += string(rune('а' + i%26))
		i /= 26
	}
	return s
}
