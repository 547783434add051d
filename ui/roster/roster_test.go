package roster

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/roster"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// importCase is the same list for each campaign: row 2 is good, rows 3 and 4 are bad.
type importCase struct {
	campaign, language string
	list               string
	good, bad          string // names
	reason             string // of row 3
}

var importCases = []importCase{
	{"zno-2020", "uk", "ПІБ;Дата народження;Клас;Паспорт;Примітка\n" +
		"Петренко Олена Іванівна;05.03.2003;11-А;КВ 123456;x\nКоваль Іван Петрович;32.03.2003;11-А;КВ 123457;x\nЛис;07.03.2003;11-А;;x\n",
		"Петренко Олена Іванівна", "Коваль Іван Петрович", "Дати «32.03.2003» немає в календарі."},
	{"ort-2021", "ru", "ФИО;Дата рождения;Класс;Паспорт;Примечание\n" +
		"Асанов Бакыт;05.03.2004;11-А;AN1234567;x\nУсупова Айгүл;32.03.2004;11-А;AN1234568;x\nЛис;07.03.2004;11-А;;x\n",
		"Асанов Бакыт", "Усупова Айгүл", "Даты «32.03.2004» нет в календаре."},
}

// inEachCampaign runs a test in both campaigns with the list opened.
func inEachCampaign(t *testing.T, name string, test func(*testing.T, importCase, *frame.Window, *frametest.Files)) {
	for _, c := range importCases {
		t.Run(fmt.Sprintf("F-14 %s in %s", name, c.campaign), func(t *testing.T) {
			w, files := frametest.Empty(t, c.campaign, c.language)
			w.Go(frame.Route{Screen: frame.Roster})
			files.ToOpen = rosterFile(t, "11-А.csv", c.list)
			tapSay(t, w, "roster_screen.choose", nil)
			test(t, c, w, files)
		})
	}
}

func rosterFile(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func tapSay(t testing.TB, w *frame.Window, id string, args map[string]any) {
	t.Helper()
	frametest.Tap(t, w, w.Say(id, args))
}

func withNumber(n int) map[string]any { return map[string]any{"number": n} }

func withCount(n int) map[string]any { return map[string]any{"count": n} }

// mustCount fails unless the filters say these numbers.
func mustCount(t testing.TB, w *frame.Window, added, there, mend int) {
	t.Helper()
	frametest.MustSee(t, w, w.Say("roster_screen.will_add", withNumber(added)), w.Say("roster_screen.there", withNumber(there)), w.Say("roster_screen.mend", withNumber(mend)))
}

// mustRead is frametest.MustSee for sentences that may stand in several lines.
func mustRead(t testing.TB, w *frame.Window, sentence string) {
	t.Helper()
	if all := frame.OneLine(frametest.Visible(w)); !strings.Contains(all, sentence) {
		t.Errorf("nobody reads %q in:\n%s", sentence, all)
	}
}

func graduateNames(t testing.TB, w *frame.Window) []string {
	t.Helper()
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range rows {
		names = append(names, r.Graduate.FullName())
	}
	return names
}

// take says what a column is taken for, as a person does by its Select.
func takeColumn(t testing.TB, w *frame.Window, column int, field string) {
	t.Helper()
	s := theImport(w)
	title := s.say("leave_out", nil)
	if field != "" {
		title = s.fieldTitle(field)
	}
	s.columns.heads[column].choose.SetSelected(title)
}

// typeInto opens the form of the first line of a row and types into one entry.
func typeInto(t testing.TB, w *frame.Window, row string, entry int, words string) {
	t.Helper()
	s := theImport(w)
	for _, line := range s.rows.table.Rows() {
		if line.Cells[0].Text == row {
			s.rows.table.MoveTo(line.Key)
			s.form.entries[entry].SetText(words)
			return
		}
	}
	t.Fatalf("no line of row %s among %v", row, s.rows.table.Rows())
}

func TestImportStart(t *testing.T) {
	for _, language := range text.Languages() {
		t.Run("F-14 the first page says what to do in "+language, func(t *testing.T) {
			w, _ := frametest.Empty(t, "zno-2020", language)
			w.Go(frame.Route{Screen: frame.Roster})
			frametest.MustSee(t, w, w.Say("roster_screen.start_title", nil), w.Say("roster_screen.choose", nil), w.Say("roster_screen.understands", nil), ".xlsx", ".csv")
		})
	}
}

func TestImportShowsTheList(t *testing.T) {
	inEachCampaign(t, "counts and reasons are seen", func(t *testing.T, c importCase, w *frame.Window, _ *frametest.Files) {
		mustCount(t, w, 1, 0, 2)
		frametest.MustSee(t, w, "11-А.csv", c.reason, c.bad, "32.03.", w.Say("roster.rule.given_name_empty", nil))
		tapSay(t, w, "roster_screen.will_add", withNumber(1))
		frametest.MustSee(t, w, c.good)
		if len(graduateNames(t, w)) != 0 {
			t.Error("something was added before «Add»")
		}
	})
}

func TestImportColumns(t *testing.T) {
	inEachCampaign(t, "a column is taken for something else", func(t *testing.T, c importCase, w *frame.Window, _ *frametest.Files) {
		takeColumn(t, w, 1, "")
		mustCount(t, w, 2, 0, 1)
		takeColumn(t, w, 4, "birth_date")
		mustCount(t, w, 0, 0, 3)
		frametest.MustSee(t, w, w.Say("roster.rule.date_unreadable", map[string]any{"value": "x"}))
		takeColumn(t, w, 1, "birth_date")
		mustCount(t, w, 1, 0, 2)
		if got := theImport(w).columns.heads[4].choose.SelectedIndex(); got != 0 {
			t.Errorf("the other column still has the field: %d", got)
		}
	})
	t.Run("F-14 a class for rows without one", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", "ПІБ;Дата народження\nКоваль Іван;05.03.2003\n")})
		s := theImport(w)
		if got := s.columns.class.PlaceHolder; got != "" {
			t.Errorf("before a class is typed %q stands there, as if it were given", got)
		}
		s.columns.class.SetText("11 б")
		s.columns.class.OnSubmitted("")
		if got := s.rows.table.Rows()[0].Cells[3].Text; got != "11-Б" {
			t.Errorf("class %q", got)
		}
	})
	t.Run("F-14 one sheet of several", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: twoSheets(t)})
		mustCount(t, w, 2, 0, 0)
		frametest.MustSee(t, w, "11-А", "11-Б: 2", "05.03.2003")
		theImport(w).columns.sheet.SetSelected("11-Б")
		mustCount(t, w, 1, 0, 0)
		if strings.Contains(frametest.Visible(w), "Петренко") {
			t.Error("the other sheet is still there")
		}
	})
}

// twoSheets is a workbook of two classes whose columns differ.
func twoSheets(t testing.TB) string {
	t.Helper()
	book := excelize.NewFile()
	rows := map[string][][]any{
		"11-А": {{"ПІБ", "Дата народження"}, {"Петренко Олена", 37685}},
		"11-Б": {{"Прізвище", "Ім’я"}, {"Лис", "Ія"}},
	}
	for _, sheet := range []string{"11-А", "11-Б"} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows[sheet] {
			if err := book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "two.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportByHand(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		t.Run("F-14 a file without a header is mapped by hand in "+campaign, func(t *testing.T) {
			w, _ := frametest.Empty(t, campaign, "uk")
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.txt", "1;Коваль Іван;05.03.2003\n2;Лис Ія;06.03.2003\n")})
			frametest.MustSee(t, w, w.Say("roster.no_header", nil), "Коваль Іван", "06.03.2003", w.Say("roster_screen.what", nil))
			takeColumn(t, w, 1, "full_name")
			mustCount(t, w, 2, 0, 0)
			takeColumn(t, w, 2, "birth_date")
			tapSay(t, w, "roster_screen.add", withCount(2))
			if got := graduateNames(t, w); len(got) != 2 {
				t.Errorf("graduates %v", got)
			}
		})
	}
}

// Who is in the registry with other data is told so where there is room for it.
func TestImportTellsWhatDiffers(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky"} {
		w, _ := frametest.Empty(t, "ort-2021", language)
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "a.csv", "ФИО;Дата рождения;Класс;Паспорт;Пол\nАсанов Бакыт;05.03.2004;11-А;AN1234567;мужской\n")})
		tapSay(t, w, "roster_screen.add", withCount(1))
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "b.csv", "ФИО;Дата рождения;Класс;Паспорт;Пол\nАсанов Бакыт;05.03.2004;11-Б;AN1234567;женский\n")})
		s := theImport(w)
		s.rows.onFilter(roster.Duplicate)
		row := s.rows.table.Rows()[0]
		if note := row.Cells[5]; note.Text == "" {
			t.Fatalf("%s: nothing is told: %+v", language, row)
		}
		for _, size := range frametest.WindowSizes {
			for _, open := range []func(){func() {}, func() { s.rows.table.MoveTo(row.Key) }} {
				open()
				w.Fyne().Resize(size.AddWidthHeight(1, 1))
				w.Fyne().Resize(size)
				if cut := frametest.CutWords(s.rows.table); len(cut) > 0 {
					t.Errorf("%s, %v: cut %q", language, size, cut)
				}
			}
		}
	}
}

// A row that repeats another one of the file is no row of somebody in the registry: it is told apart,
// with the row that it repeats (F-18).
func TestRepeatsInTheFileAreToldApart(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	list := "ФИО;Дата рождения;Класс;Телефон\nАсанов Бакыт;05.03.2004;11-А;+996555112201\n"
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "a.csv", list)})
	frametest.MustSee(t, w, "Уже в реестре: 0")
	frametest.MustNotSee(t, w, "Повторы в файле: 0")
	tapSay(t, w, "roster_screen.add", withCount(1))
	again := list + "Усупова Айгүл;06.03.2004;11-А;+996555112202\nУсупова Айгүл;06.03.2004;11-А;+996555112202\n"
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "b.csv", again)})
	frametest.MustSee(t, w, "Будет добавлено: 1", "Уже в реестре: 1", "Повторы в файле: 1")
	frametest.Tap(t, w, "Повторы в файле: 1")
	mustRead(t, w, "Этот человек уже есть в строке 3.")
	tapSay(t, w, "roster_screen.add", withCount(1))
	mustRead(t, w, "Уже были в реестре, их не изменили: 1")
	mustRead(t, w, "Повторяют другую строку списка, второй раз не добавлены: 1 (строка 4 — тот же человек, что в строке 3)")
}

// Who is there with empty fields is completed where that is pressed, and what comes next is
// said; a click on a row to mend goes to what is wrong in it.
func TestImportCompletes(t *testing.T) {
	w, files := frametest.Empty(t, "ort-2021", "ru")
	frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанов", "given_name", "Бакыт")
	files.ToOpen = filepath.Join(t.TempDir(), "list.csv")
	const list = "ФИО;Телефон;Дата рождения;Класс\nАсанов Бакыт;0555000101;05.03.2004;11-А\nНовый Человек;0555000103;07.03.2004;11-А\nПлохой День;0555000104;32.03.2004;11-А\n"
	if err := os.WriteFile(files.ToOpen, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Roster})
	s := theImport(w)
	s.onChoose()
	t.Run("F-14 the wrong field has the cursor after a click", func(t *testing.T) {
		s.rows.onFilter(roster.Rejected)
		key := s.rows.table.Rows()[0].Key
		s.rows.table.MoveTo(key)
		s.rows.table.OnClicked(key)
		if e, is := w.Canvas().Focused().(*formEntry); !is || e.Text != "32.03.2004" {
			t.Errorf("%T has the keyboard", w.Canvas().Focused())
		}
	})
	t.Run("F-14 what is empty is filled, by name", func(t *testing.T) {
		frametest.MustSee(t, w, "Дополнить: 1", "Уже в реестре: 0")
		frametest.Tap(t, w, "Заполнить пустое: 2 значения")
		frametest.MustSee(t, w, "Заполнено 2 значения: Асанов Бакыт.", "Дополнить: 0", "Уже в реестре: 1")
	})
	t.Run("F-14 the next step is said", func(t *testing.T) {
		s.onAdd()
		mustRead(t, w, "на экране «Выпускники» видно, чего ещё не хватает каждому")
	})
	frametest.Shot(t, w, "import-result")
}

// The button that says after the import that it fills what is empty does it.
func TestImportCompletesFromTheResult(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанов", "given_name", "Бакыт")
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "roster.csv",
		"ФИО;Телефон;Дата рождения;Класс\nАсанов Бакыт;0555000101;05.03.2004;11-А\nНовый Человек;0555000103;07.03.2004;11-А\n")})
	theImport(w).onAdd()
	frametest.Tap(t, w, "Заполнить пустое: 2 значения")
	frametest.MustSee(t, w, "Заполнено 2 значения: Асанов Бакыт.", "Дополнить: 0")
	if g := frametest.GraduateOf(t, w, id); g.Class != "11-А" || g.BirthDate != "2004-03-05" {
		t.Errorf("%+v", g)
	}
}

// TestRowsTellPeopleApart: the rows show the telephone where people sign in with it, else the
// document (F-14).
func TestRowsTellPeopleApart(t *testing.T) {
	for campaign, want := range map[string]string{"zno-2020": "column.document", "ort-2021": "column.phone"} {
		w, _ := frametest.Empty(t, campaign, "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11.csv", "ФИО;Телефон;Класс\nАсанов Бакыт;+996555112201;11-А\n")})
		s := theImport(w)
		s.rows.onFilter(roster.Accepted)
		if got := s.rows.columns()[4].Title; got != w.Say(want, nil) {
			t.Errorf("%s shows %q", campaign, got)
		}
		if cell := s.rows.table.Rows()[0].Cells[4].Text; want == "column.phone" && cell != "+996555112201" {
			t.Errorf("%s shows %q", campaign, cell)
		}
	}
}
