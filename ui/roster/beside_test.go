package roster

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// besideCases are lists of two tables side by side; who stands on the left of row 3 is in doubt.
var besideCases = []importCase{
	{campaign: "zno-2020", language: "uk", list: "Хлопці;;;;Дівчата\nПІБ;Телефон;Дата народження;Примітка;Прізвище та імʼя;Телефон;Дата народження;Примітка\n" +
		"Петренко Назар;+380501112201;05.03.2003;вибув;Коваль Уляна;+380501112202;06.03.2003;\n" +
		"Гук Марко;+380501112203;07.03.2003;;Сич Ганна;;33.03.2003;\n", good: "Коваль Уляна", bad: "Петренко Назар"},
	{campaign: "ort-2021", language: "ru", list: "Юноши;;;;Девушки\nФ.И.О.;Телефон;Дата рождения;Примечание;Ф.И.О.;Телефон;Дата рождения;Примечание\n" +
		"Асанов Бакыт;+996555112201;05.03.2004;отчислен;Усупова Айгүл;+996555112202;06.03.2004;\n" +
		"Токтоев Эмил;+996555112203;07.03.2004;;Садыкова Нуриза;;33.03.2004;\n", good: "Усупова Айгүл", bad: "Асанов Бакыт"},
}

func withTwoInALine(t *testing.T, name string, test func(*testing.T, importCase, *frame.Window)) {
	for _, c := range besideCases {
		t.Run("F-14 F-18 "+name+" in "+c.campaign, func(t *testing.T) {
			w, _ := frametest.Empty(t, c.campaign, c.language)
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11.csv", c.list)})
			test(t, c, w)
		})
	}
}

// formTexts are what the fields of the open form hold.
func formTexts(s *Screen) []string {
	texts := []string{}
	for _, e := range s.form.entries {
		texts = append(texts, e.Text)
	}
	return texts
}

func rowNamed(t *testing.T, s *Screen, name string) *roster.Row {
	t.Helper()
	for i := range s.judged.Rows {
		if row := &s.judged.Rows[i]; row.Graduate.FullName() == name {
			return row
		}
	}
	t.Fatalf("%s is not there", name)
	return nil
}

// TestFormOfOneOfTwoInALine: the form of one of two people in a line is of that one alone.
func TestFormOfOneOfTwoInALine(t *testing.T) {
	withTwoInALine(t, "the form is of the person that was clicked", func(t *testing.T, c importCase, w *frame.Window) {
		s := theImport(w)
		s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
		if !strings.Contains(s.form.title.Text, c.bad) || !strings.Contains(s.form.title.Text, "3:A") {
			t.Errorf("the form is of %q", s.form.title.Text)
		}
		if texts := formTexts(s); len(texts) != 3 || texts[0] != c.bad {
			t.Errorf("the form shows %q", texts)
		}
		s.rows.onFilter(roster.Rejected)
		s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
		if texts := formTexts(s); len(texts) != 3 || texts[1] != "" {
			t.Errorf("the form of the right table shows %q", texts)
		}
		if c.campaign == "zno-2020" {
			frametest.MustSee(t, w, "Дівчата Прізвище та імʼя")
		}
	})
	withTwoInALine(t, "what is typed is that person's", func(t *testing.T, c importCase, w *frame.Window) {
		s := theImport(w)
		s.rows.onFilter(roster.Rejected)
		s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
		before := len(s.judged.Rows)
		s.form.entries[1].SetText("+380671112299")
		s.form.entries[2].SetText("17.03.2003")
		s.form.entries[0].SetText("Верба Оксана")
		tapSay(t, w, "roster_screen.check", nil)
		if len(s.judged.Rows) != before {
			t.Fatalf("%d people, before %d", len(s.judged.Rows), before)
		}
		mended := rowNamed(t, s, "Верба Оксана")
		if mended.Graduate.Sex != data.Female || mended.Graduate.BirthDate != "2003-03-17" || mended.At() != "4:E" {
			t.Errorf("%s: %+v", mended.At(), mended.Graduate)
		}
		for i := range s.judged.Rows {
			if row := &s.judged.Rows[i]; row.At() == "4:A" && row.Outcome != roster.Accepted {
				t.Errorf("who stands beside is %s, %v", row.Outcome, row.Problems)
			}
		}
	})
}

// TestNobodyBesideIsLeftOut: to take none of those in doubt leaves who stands beside them.
func TestNobodyBesideIsLeftOut(t *testing.T) {
	withTwoInALine(t, "none in doubt are taken", func(t *testing.T, c importCase, w *frame.Window) {
		s := theImport(w)
		tapSay(t, w, "roster_screen.leave_all", withNumber(1))
		frametest.MustSee(t, w, w.Say("roster_screen.leave_all_text", withNumber(1)))
		frametest.FindButton(w.Canvas().Overlays().Top(), w.Say("roster_screen.leave_all", withNumber(1))).Tapped(nil)
		if is := rowNamed(t, s, c.good).Outcome; is != roster.Accepted {
			t.Errorf("%s is %s", c.good, is)
		}
		if is := rowNamed(t, s, c.bad).Outcome; is != roster.LeftOut {
			t.Errorf("%s is %s", c.bad, is)
		}
	})
}

// TestPreviewShowsBothTables: of two tables side by side the cells of both stand over the rows.
func TestPreviewShowsBothTables(t *testing.T) {
	withTwoInALine(t, "the preview shows both", func(t *testing.T, c importCase, w *frame.Window) {
		for i, want := range map[int]string{0: c.bad, 4: c.good} {
			if texts := theImport(w).columns.heads[i].texts(); !strings.HasPrefix(texts, want+"\n") {
				t.Errorf("column %d shows %q", i, texts)
			}
		}
	})
}

// TestPreviewShowsTablesBelow: the columns of a table below are shown, and may be taken for
// something else without touching those above.
func TestPreviewShowsTablesBelow(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11.csv", "ПІБ;Клас\nГук Ян;11-А\n\nПрізвище;Імʼя;Телефон\nСич;Ія;+380501112233\n")})
	s := theImport(w)
	frametest.MustSee(t, w, "Прізвище", "+380501112233")
	if len(s.columns.heads) != 5 {
		t.Fatalf("%d columns are shown", len(s.columns.heads))
	}
	if phone := s.columns.heads[4]; phone.choose.Selected != s.fieldTitle(data.FieldPhone) {
		t.Errorf("the phone below is taken for %q", phone.choose.Selected)
	}
	takeColumn(t, w, 4, "")
	if g := rowNamed(t, s, "Сич Ія").Graduate; g.Phone != "" {
		t.Errorf("the phone %s is still read", g.Phone)
	}
	if g := rowNamed(t, s, "Гук Ян").Graduate; g.Class != "11-А" {
		t.Errorf("the table above changed: %q", g.Class)
	}
}

// TestColumnsOfOneOfTwoTables: a column of one of two tables side by side that is taken for a
// name leaves the names of the other.
func TestColumnsOfOneOfTwoTables(t *testing.T) {
	withTwoInALine(t, "the other table keeps its names", func(t *testing.T, c importCase, w *frame.Window) {
		s := theImport(w)
		before := len(s.judged.Rows)
		takeColumn(t, w, 4, "")
		takeColumn(t, w, 4, "full_name")
		if len(s.judged.Rows) != before {
			t.Errorf("%d people, before %d", len(s.judged.Rows), before)
		}
		rowNamed(t, s, c.bad)
		rowNamed(t, s, c.good)
	})
}

// Over the columns stand titles, those of the program and those of the campaign alike: they begin
// with a capital letter.
func TestTitlesOfColumnsBeginAlike(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.Empty(t, "zno-2020", language)
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11.csv", "ПІБ;Стать;Дата народження;Вулиця\nКоваль Уляна;ж;05.03.2003;Лісова\n")})
		for _, title := range theImport(w).columns.titles[1:] {
			if title != frame.Capital(title) {
				t.Errorf("%s: «%s» stands over a column", language, title)
			}
		}
	}
}
