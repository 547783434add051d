package roster

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// besideTexts say what of a roster was read by nobody: the parts of the file, and the lines, or
// parts of lines, that are nobody.
func besideTexts(r *Roster) string {
	var all []string
	for _, part := range r.Skipped {
		all = append(all, fmt.Sprint(part.Column, part.Area, "=", part.Rows))
	}
	for _, p := range r.Passed {
		all = append(all, fmt.Sprint(p.Number, p.Reason, " ", p.Text))
	}
	return strings.Join(all, "|")
}

// TestHiddenSheets: a sheet that nobody sees is said first, and to be one (F-14).
func TestHiddenSheets(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(workbooktest.XLSX(t, sheet("11-А", line("ПІБ"), line("Гук Ян")), sheet("Розклад", line("Фізика")), sheet("11-Б", line("ПІБ"), line("Крук Ія")), sheet("старі", line("x")))))
	must(t, err)
	defer f.Close()
	must(t, f.SetSheetVisible("11-Б", false))
	must(t, f.SetSheetVisible("старі", false, true))
	r := read(t, workbooktest.Bytes(t, f), ukraine(), Options{})
	want := []SkippedPart{{Sheet: "11-Б", Rows: 2, Hidden: true}, {Sheet: "старі", Rows: 1, Hidden: true}, {Sheet: "Розклад", Rows: 1}}
	if got := toldRows(r.Rows); !slices.Equal(r.Skipped, want) || !slices.Equal(got, []string{"Гук Ян 11-А"}) {
		t.Errorf("F-14 rows %q, skipped %+v", got, r.Skipped)
	}
}

// TestListOnHiddenSheet: where only a hidden sheet may have the list, the refusal says so (F-14).
func TestListOnHiddenSheet(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(workbooktest.XLSX(t, sheet("Розклад", line("Фізика")), sheet("11-Б", line("ПІБ"), line("Крук Ія")))))
	must(t, err)
	defer f.Close()
	must(t, f.SetSheetVisible("11-Б", false))
	_, err = Read(t.Context(), "file", workbooktest.Bytes(t, f), ukraine(), Options{})
	var refused *data.Error
	if !errors.As(err, &refused) || refused.Code != "roster.no_header" {
		t.Fatalf("F-14 refused with %v", err)
	}
	if said := text.For("uk").Say(refused.Code, refused.Args); !strings.Contains(said, "Аркуш «11-Б» прихований") {
		t.Errorf("F-14 %s", said)
	}
	if said := text.For("uk").Say(refused.Code, nil); strings.Contains(said, "прихований") {
		t.Errorf("F-14 nothing is hidden: %s", said)
	}
}

// TestCellsBesideTables: a filled cell that no table of the sheet covers is named (F-14).
func TestCellsBesideTables(t *testing.T) {
	below := func(n int) []string {
		lines := []string{"ПІБ|Клас"}
		for i := range n {
			lines = append(lines, fmt.Sprintf("Гук%c Ян|11-А", 'а'+rune(i%32)))
		}
		return lines
	}
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"people above a table that begins lower", []string{"ПІБ|Клас", "Гук Ян|11-А|||Лис Ія|11-Б", "Сич Ян|11-А|||Бук Ія", "Рак Ян|11-А||№|ПІБ|Клас", "Жук Ян|11-А||1|Дуб Ія|11-В"}, "E2:F3=3|1header ПІБ Клас"},
		{"a word above it", []string{"ПІБ|Клас", "Гук Ян|11-А|||і ще", "Рак Ян|11-А||№|ПІБ|Клас", "Жук Ян|11-А||1|Дуб Ія|11-В"}, "E2=1|1header ПІБ Клас"},
		{"apart from each other", []string{"ПІБ|Клас", "Гук Ян|11-А|||а||б", "Рак Ян|11-А||№|ПІБ|Клас", "Жук Ян|11-А||1|Дуб Ія|11-В"}, "E2=1|G2=1|1header ПІБ Клас"},
		{"between the tables", []string{"ПІБ|Клас", "Гук Ян|11-А", "Рак Ян|11-А|див.||№|ПІБ|Клас", "Жук Ян|11-А|||1|Дуб Ія|11-В"}, "C=1|1header ПІБ Клас"},
		{"far below, where no column was seen", append(below(70), "Сич Ян|11-А||див.", "Лис Ян|11-А||див."), "D72:D73=2|1header ПІБ Клас"},
		{"in a line that is named as a whole", append(below(70), "Всього|70||див."), "1header ПІБ Клас|72end Всього 70 див."},
		{"in a column that is named", append(below(3), "Сич Ян|11-А||див."), "D=1|1header ПІБ Клас"},
	} {
		r, err := readBook(t.Context(), classBook(nil, c.lines...), ukraine(), Options{})
		must(t, err)
		if got := besideTexts(r); got != c.want {
			t.Errorf("F-14 %s: %s\nwant %s", c.name, got, c.want)
		}
	}
	beside := []string{"11-А|||11-Б", "№|ПІБ||№|ПІБ"}
	for i := range 65 {
		beside = append(beside, fmt.Sprintf("%d|Гук%c Ян||%d|Сич%c Ія", i+1, 'а'+rune(i%32), i+1, 'а'+rune(i%32)))
	}
	r, err := readBook(t.Context(), classBook(nil, append(beside, "|Всього: 65||66|Рак Ія|||див.")...), ukraine(), Options{})
	must(t, err)
	if got := besideTexts(r); got != "H68=1|1title 11-А 11-Б|2header № ПІБ № ПІБ|68end Всього: 65" {
		t.Errorf("F-14 in a line that is somebody's in part: %s", got)
	}
	book := classBook(map[int]map[int]workbook.Mark{72: {4: workbook.MarkUnsaved}}, append(below(70), "Сич Ян|11-А|||")...)
	r, err = readBook(t.Context(), book, ukraine(), Options{})
	must(t, err)
	if got := besideTexts(r); got != "E72=1|1header ПІБ Клас" {
		t.Errorf("F-14 a formula without its value: %s", got)
	}
}

// TestPartsOfLines: of a line in which one table has a person and another one nobody, the latter's
// cells are named (F-14).
func TestPartsOfLines(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"a total beside", "11-А|||11-Б/№|ПІБ||№|ПІБ/1|Гук Ян||1|Крук Ія/2|Сич Ян|||Всього: 1", "1title 11-А 11-Б|2header № ПІБ № ПІБ|4end Всього: 1"},
		{"a signature before", "11-А|||11-Б/№|ПІБ||№|ПІБ/1|Гук Ян||1|Крук Ія/|Директор: Верболоз||2|Сич Ія", "1title 11-А 11-Б|2header № ПІБ № ПІБ|4end Директор: Верболоз"},
		{"nobody in both", "11-А|||11-Б/№|ПІБ||№|ПІБ/1|Гук Ян||1|Крук Ія/|Всього: 1|||Всього: 1", "1title 11-А 11-Б|2header № ПІБ № ПІБ|4end Всього: 1 Всього: 1"},
		{"a total beside a table that begins lower", "ПІБ|Клас/Гук Ян|11-А/Рак Ян|11-А||№|ПІБ|Клас/Жук Ян|11-А||1|Дуб Ія|11-В/Всього|3||2|Яр Ія|11-В", "1header ПІБ Клас|5end Всього 3"},
		{"nothing beside", "11-А|||11-Б/№|ПІБ||№|ПІБ/1|Гук Ян||1|Крук Ія/2|Сич Ян", "1title 11-А 11-Б|2header № ПІБ № ПІБ"},
	} {
		r, err := readBook(t.Context(), classBook(nil, strings.Split(c.lines, "/")...), ukraine(), Options{})
		must(t, err)
		if got := besideTexts(r); got != c.want {
			t.Errorf("F-14 %s: %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestParentsTelephonesAsContacts: where the telephone is no login a parent's is taken for want of
// the graduate's own, and it is said of which column and for how many (F-14).
func TestParentsTelephonesAsContacts(t *testing.T) {
	for _, c := range []struct {
		name  string
		rules Rules
		lines string
		want  string
	}{
		{"for want of the own one", ukraine(), "ПІБ|Телефон матері/Гук Ян|0671112233/Сич Ян|/Лис Ія|0671112235", "B Телефон матері 2"},
		{"of two parents the first", ukraine(), "ПІБ|Тел. батька|Тел. матері/Гук Ян|0671112233|0671112234", "B Тел. батька 1"},
		{"beside the own one", ukraine(), "ПІБ|Телефон|Телефон матері/Гук Ян|0501112233|0671112234", ""},
		{"under the header again", ukraine(), "ПІБ|Телефон матері/Гук Ян|0671112233/ПІБ|Телефон матері/Сич Ян|0671112234", "B Телефон матері 2"},
		{"in two tables", ukraine(), "ПІБ|Телефон матері/Гук Ян|0671112233/Прізвище|Ім’я|Телефон батька/Лис|Ія|0671112235", "B Телефон матері 1|C Телефон батька 1"},
		{"in tables side by side", ukraine(), "11-А||11-Б/ПІБ|Телефон матері|ПІБ|Телефон матері/Гук Ян|0671112233|Сич Ія|0671112234", "B Телефон матері 1|D Телефон матері 1"},
		{"where it is the login", func() Rules { r := ukraine(); r.PhoneIsLogin = true; return r }(), "ПІБ|Телефон матері/Гук Ян|0671112233", ""},
		{"of a column of relatives", ukraine(), "ПІБ|ПІБ|Телефон/Гук Ян|Гук Лев|0671112233/Сич Ія|Сич Ганна|0671112234", "C Телефон 2"},
		{"refused for letters", ukraine(), "ПІБ|Телефон матері/Гук Ян|немає зв’язку", ""},
	} {
		r, err := readBook(t.Context(), classBook(nil, strings.Split(c.lines, "/")...), c.rules, Options{})
		must(t, err)
		var got []string
		for _, part := range r.Contacts {
			got = append(got, fmt.Sprint(part.Column, " ", part.Header, " ", part.Rows))
		}
		if said := strings.Join(got, "|"); said != c.want {
			t.Errorf("F-14 %s: %q, want %q", c.name, said, c.want)
		}
	}
	r, err := readBook(t.Context(), classBook(nil, "ПІБ|Телефон матері", "Гук Ян|0671112233"), ukraine(), Options{Columns: map[string]string{"phone": "B"}})
	must(t, err)
	if len(r.Contacts) != 0 {
		t.Errorf("F-14 a person has said whose it is: %+v", r.Contacts)
	}
}
