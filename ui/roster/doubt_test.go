package roster

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// doubtCases is a list for each campaign whose second row is in doubt for what stands beside
// it, and whose third comes again with another birth date.
var doubtCases = []importCase{
	{campaign: "zno-2020", language: "uk", list: "ПІБ;Дата народження;Клас;Примітка\nПетренко Олена Іванівна;05.03.2003;11-А;\n" +
		"Коваль Іван Петрович;06.03.2003;11-А;вибув\nПетренко Олена Іванівна;05.04.2003;11-А;\n", good: "Петренко Олена Іванівна", bad: "Коваль Іван Петрович"},
	{campaign: "ort-2021", language: "ru", list: "ФИО;Дата рождения;Класс;Примечание\nАсанов Бакыт;05.03.2004;11-А;\n" +
		"Усупова Айгүл;06.03.2004;11-А;отчислена\nАсанов Бакыт;05.04.2004;11-А;\n", good: "Асанов Бакыт", bad: "Усупова Айгүл"},
}

func withDoubts(t *testing.T, name string, test func(*testing.T, importCase, *frame.Window)) {
	for _, c := range doubtCases {
		t.Run("F-14 F-18 "+name+" in "+c.campaign, func(t *testing.T) {
			w, _ := frametest.Empty(t, c.campaign, c.language)
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11-А.csv", c.list)})
			test(t, c, w)
		})
	}
}

// TestDoubtsAreShownFirst: rows in doubt are what the page of the file begins with, and
// nobody of them is added unasked.
func TestDoubtsAreShownFirst(t *testing.T) {
	withDoubts(t, "doubts come first", func(t *testing.T, c importCase, w *frame.Window) {
		frametest.MustSee(t, w, w.Say("roster_screen.doubtful", withNumber(2)), w.Say("roster_screen.question", nil), c.bad)
		tapSay(t, w, "roster_screen.add", withCount(1))
		if got := graduateNames(t, w); len(got) != 1 || got[0] != c.good {
			t.Errorf("added %v", got)
		}
		frametest.MustSee(t, w, w.Say("roster_screen.doubts_left", withNumber(2)))
		tapSay(t, w, "roster_screen.settle_rest", nil)
		frametest.MustSee(t, w, w.Say("roster_screen.doubtful", withNumber(2)))
	})
}

// TestLinesOfParentsAreShown: what may be a parent, or has left by its column, is asked about in
// the window too (F-14, KG-033).
func TestLinesOfParentsAreShown(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11-А.csv", "№;ПІБ;Клас;Дата вибуття\n1;Петренко Олена Іванівна;11-А;\n;Мама - Петренко Ганна;11-А;\n2;Коваль Іван Петрович;11-А;12.01.2020\n")})
	frametest.MustSee(t, w, w.Say("roster_screen.doubtful", withNumber(2)), "Коваль Іван Петрович")
	tapSay(t, w, "roster_screen.add", withCount(1))
	if got := graduateNames(t, w); len(got) != 1 || got[0] != "Петренко Олена Іванівна" {
		t.Errorf("added %v", got)
	}
}

// TestDoubtsAreSettled: a row is taken, another left out, and a decision taken back.
func TestDoubtsAreSettled(t *testing.T) {
	withDoubts(t, "one taken and one left out", func(t *testing.T, c importCase, w *frame.Window) {
		s := theImport(w)
		s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
		tapSay(t, w, "roster_screen.take_row", nil)
		frametest.MustSee(t, w, w.Say("roster_screen.doubtful", withNumber(1)), w.Say("roster_screen.will_add", withNumber(2)))
		if s.form.at.Row != 4 {
			t.Errorf("the form is at row %d, want the next one in doubt", s.form.at.Row)
		}
		tapSay(t, w, "roster_screen.leave_row", nil)
		frametest.MustSee(t, w, w.Say("roster_screen.doubtful_left", map[string]any{"number": 0, "left": 1}), w.Say("roster_screen.verdict_left_out", nil))
		s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
		tapSay(t, w, "roster_screen.decide_again", nil)
		frametest.MustSee(t, w, w.Say("roster_screen.doubtful", withNumber(1)))
		tapSay(t, w, "roster_screen.leave_all", withNumber(1))
		frametest.MustSee(t, w, w.Say("roster_screen.leave_all_text", withNumber(1)))
		frametest.FrontTap(t, w, w.Say("roster_screen.leave_all", withNumber(1)))
		frametest.MustSee(t, w, w.Say("roster_screen.doubtful_left", map[string]any{"number": 0, "left": 1}))
		if !s.Unsaved() {
			t.Error("decisions can be thrown away unasked")
		}
		tapSay(t, w, "roster_screen.add", withCount(2))
		if got := graduateNames(t, w); len(got) != 2 {
			t.Errorf("added %v", got)
		}
	})
}

// TestSamePersonIsDecided: a row of the name of one who is there fills that one in, and of two rows
// about one person the other is taken.
func TestSamePersonIsDecided(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	r := w.Registrar()
	for _, name := range []string{"Коваль", "Петренко"} {
		desktest.MustAdd(t, r, "surname="+name, "given_name=Іван")
	}
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", "ПІБ;Дата народження;Клас\nКоваль Іван;05.04.2003;11-А\nПетренко Іван;05.04.2003;11-А\n"+
		"Дуб Ганна;06.04.2003;11-А\nДуб Ганна;06.04.2003;11-Б\n")})
	s := theImport(w)
	s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
	frametest.MustSee(t, w, "Інша людина: додати")
	tapSay(t, w, "roster_screen.same_row", nil)
	tapSay(t, w, "roster_screen.same_all", withNumber(1))
	frametest.MustSee(t, w, "Рядків: 1. Нікого не буде додано")
	frametest.FrontTap(t, w, w.Say("roster_screen.same_all", withNumber(1)))
	if filled, doubted := s.count(roster.Fills), s.count(roster.Doubtful); filled != 2 || doubted != 0 {
		t.Fatalf("rows that fill: %d, in doubt: %d", filled, doubted)
	}
	s.form.show(3)
	tapSay(t, w, "roster_screen.instead", map[string]any{"row": "4"})
	if first, second := s.judged.Rows[2].Outcome, s.judged.Rows[3].Outcome; first != roster.LeftOut || second != roster.Accepted {
		t.Errorf("the first of two is %s, the other %s", first, second)
	}
}

// TestReadingIsChosen: of two readings of a day the chosen one is added.
func TestReadingIsChosen(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", "ПІБ;Дата народження\nКоваль Іван;05/04/2003\n")})
	s := theImport(w)
	if s.count(roster.Doubtful) != 1 {
		t.Fatalf("rows in doubt: %d", s.count(roster.Doubtful))
	}
	s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
	tapSay(t, w, "roster_screen.choose_reading", map[string]any{"text": "04.05.2003"})
	if row := s.judged.Rows[0]; row.Outcome != roster.Accepted || row.Graduate.BirthDate != "2003-05-04" {
		t.Errorf("F-14 %s, born %s", row.Outcome, row.Graduate.BirthDate)
	}
}

// TestLongReadingsAreNotCut: two readings of a long name stand whole in the form.
func TestLongReadingsAreNotCut(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.Empty(t, "zno-2020", language)
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", "ПІБ;Дата народження\nНечуй Левицький Іван Семенович;05.04.2003\n")})
		s := theImport(w)
		s.rows.table.MoveTo(s.rows.table.Rows()[0].Key)
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size.AddWidthHeight(1, 1))
			w.Fyne().Resize(size)
			if wide, seen := s.form.fields.MinSize().Width, s.form.scroll.Size().Width; wide > seen {
				t.Errorf("F-14 %s, %v: the form is %v wide, %v are seen", language, size, wide, seen)
			}
		}
		frametest.Tap(t, w, w.Say("roster_screen.choose_this", nil))
		if got := s.judged.Rows[0]; got.Outcome != roster.Accepted || got.Graduate.Surname != "Нечуй Левицький" {
			t.Errorf("F-14 %s: %s, %q", language, got.Outcome, got.Graduate.Surname)
		}
	}
}

// TestPassedLinesAreShown: who wants to know sees which lines are nobody, and why.
func TestPassedLinesAreShown(t *testing.T) {
	withDoubts(t, "lines that are nobody", func(t *testing.T, c importCase, w *frame.Window) {
		tapSay(t, w, "roster_screen.passed", withNumber(1))
		s := theImport(w)
		row := s.rows.table.Rows()[0]
		if row.Cells[0].Text != "1" || row.Cells[2].Text != w.Say("roster.passed.header", nil) {
			t.Errorf("%+v", row)
		}
		s.rows.table.MoveTo(row.Key)
		if s.form.open {
			t.Error("a form opens for nobody")
		}
	})
}
