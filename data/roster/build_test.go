package roster

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/workbook/workbooktest"
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

// sheet and line are the words in which the tables of these tests say a workbook.
var (
	sheet = workbooktest.NewSheet
	line  = workbooktest.Line
)

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
	return workbooktest.Bytes(t, f)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

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
	return workbooktest.XLSX(t, sheet("Аркуш1", rows...))
}

func letters(i int) string {
	s := ""
	for range 4 {
		s += string(rune('а' + i%26))
		i /= 26
	}
	return s
}
