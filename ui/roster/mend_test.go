package roster

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/roster"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestImportMend(t *testing.T) {
	inEachCampaign(t, "a mended row becomes good and is added", func(t *testing.T, c importCase, w *frame.Window, files *frametest.Files) {
		typeInto(t, w, "3", 1, "31.03.2003")
		mustRead(t, w, w.Say("roster_screen.verdict_rejected", nil))
		tapSay(t, w, "roster_screen.check", nil)
		mustCount(t, w, 2, 0, 1)
		frametest.MustSee(t, w, w.Say("roster_screen.row_accepted", map[string]any{"row": 3}))
		if at := theImport(w).form.at.Row; at != 4 {
			t.Errorf("the form is at row %d, want the next bad one", at)
		}
		typeInto(t, w, "4", 0, "Лис Ія")
		tapSay(t, w, "roster_screen.add", withCount(2))
		if got := graduateNames(t, w); len(got) != 3 {
			t.Errorf("what was typed and not checked was lost: %v", got)
		}
		content, err := os.ReadFile(files.ToOpen)
		if err != nil || string(content) != c.list {
			t.Errorf("the file was changed: %v", err)
		}
	})
	inEachCampaign(t, "what is wrong is said until what is typed is good, not until Enter", func(t *testing.T, c importCase, w *frame.Window, _ *frametest.Files) {
		loop := &frametest.Loop{}
		w.Runner = loop.Runner()
		told := func(typed string) bool {
			typeInto(t, w, "3", 1, typed)
			loop.Ring()
			loop.Rest()
			var words []string
			frametest.Collect(theImport(w).form.fields, &words)
			return strings.Contains(strings.Join(words, " "), c.reason)
		}
		if !told("32.03.2003 х") || told("31.03.2003") || theImport(w).judged.Rows[1].Outcome != roster.Rejected {
			t.Errorf("it is said:\n%s", frametest.Visible(w))
		}
	})
	t.Run("F-14 a row that is still bad stays, with what was typed", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", importCases[0].list)})
		typeInto(t, w, "3", 1, "33.03.2003")
		tapSay(t, w, "roster_screen.check", nil)
		mustCount(t, w, 1, 0, 2)
		frametest.MustSee(t, w, "33.03.2003", w.Say("roster_screen.row_rejected", map[string]any{"row": 3}))
		takeColumn(t, w, 4, "class")
		frametest.MustSee(t, w, "33.03.2003")
	})
	t.Run("F-14 another file does not throw mended rows away unasked", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", importCases[0].list)})
		typeInto(t, w, "3", 1, "31.03.2003")
		other := rosterFile(t, "other.csv", "ПІБ\nКоваль Іван\n")
		w.Go(frame.Route{Screen: frame.Roster, File: other})
		tapSay(t, w, "roster_screen.discard_no", nil)
		frametest.MustSee(t, w, "list.csv", "31.03.2003")
		w.Go(frame.Route{Screen: frame.Roster, File: other})
		tapSay(t, w, "roster_screen.discard_yes", nil)
		frametest.MustSee(t, w, "other.csv")
	})
}

func TestImportClosesTheFormOfOtherRows(t *testing.T) {
	inEachCampaign(t, "the form of a row does not stand beside rows of another kind", func(t *testing.T, _ importCase, w *frame.Window, _ *frametest.Files) {
		typeInto(t, w, "3", 1, "31.03.2003")
		if !theImport(w).form.whole.Visible() {
			t.Fatal("no form")
		}
		theImport(w).rows.onFilter(passedOver)
		if theImport(w).form.whole.Visible() {
			t.Error("the form of row 3 stands beside the lines passed over")
		}
		if theImport(w).unjudged {
			t.Error("what was typed was not judged")
		}
	})
}

// F-14: what is wrong is typed anew: the first letter takes its place.
func TestTheWrongCellIsTypedOver(t *testing.T) {
	inEachCampaign(t, "the wrong date is selected", func(t *testing.T, _ importCase, w *frame.Window, _ *frametest.Files) {
		s := theImport(w)
		s.rows.onFilter(roster.Rejected)
		s.rows.onOpened(s.rows.table.Rows()[0].Key)
		if s.form.wrong == nil || w.Canvas().Focused() != fyne.Focusable(s.form.wrong) {
			t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
		}
		if frametest.Strike(w, "160803"); s.form.wrong.Text != "160803" {
			t.Errorf("it holds %q", s.form.wrong.Text)
		}
	})
}

func TestImportResultGoesOnByEnter(t *testing.T) {
	inEachCampaign(t, "Enter goes to the graduates from the last page", func(t *testing.T, _ importCase, w *frame.Window, _ *frametest.Files) {
		tapSay(t, w, "roster_screen.add", withCount(1))
		frametest.MustSee(t, w, w.Say("roster_screen.to_graduates", nil))
		if w.Canvas().Focused() == nil {
			t.Fatal("nothing has the keyboard")
		}
		frametest.Enter(w.Canvas().Focused())
		if !w.InFront(frame.Graduates) {
			t.Errorf("at %s", w.Current())
		}
	})
}

func TestImportResult(t *testing.T) {
	inEachCampaign(t, "good rows are added, bad ones saved with reasons", func(t *testing.T, c importCase, w *frame.Window, files *frametest.Files) {
		theImport(w).columns.class.SetText("11-В")
		theImport(w).columns.class.OnLeave()
		tapSay(t, w, "roster_screen.add", withCount(1))
		frametest.MustSee(t, w, w.Clock(w.Now()).Format("15:04")+"  "+w.Say("roster_screen.added", withCount(1)), w.Say("roster_screen.left", withNumber(2)))
		if got := graduateNames(t, w); len(got) != 1 || got[0] != c.good {
			t.Errorf("graduates %v", got)
		}
		files.ToSave = filepath.Join(t.TempDir(), "roster-errors")
		tapSay(t, w, "roster_screen.save_errors", nil)
		frametest.MustSee(t, w, w.Say("roster_screen.saved", map[string]any{"file": "roster-errors.xlsx"}))
		if want := w.Say("roster_screen.errors_file", nil); files.Proposed != want+".xlsx" || strings.ContainsAny(want, "abcdefghijklmnopqrstuvwxyz") {
			t.Errorf("the file is called %q", files.Proposed)
		}
		mustHold(t, files.ToSave+".xlsx", c.bad, c.reason)
		if got := frametest.ToWhom(t, w, registrar.EventProblems); got != "class_teacher" {
			t.Errorf("KG-013 the rows to mend go to %q", got)
		}
		tapSay(t, w, "roster_screen.mend_rest", nil)
		mustCount(t, w, 0, 1, 2)
		if got := theImport(w).columns.class.Text; got != "11-В" {
			t.Errorf("the class said before is %q", got)
		}
		tapSay(t, w, "roster_screen.there", withNumber(1))
		frametest.MustSee(t, w, c.good)
	})
	inEachCampaign(t, "the same list again adds nobody, the page leads on", func(t *testing.T, c importCase, w *frame.Window, files *frametest.Files) {
		tapSay(t, w, "roster_screen.add", withCount(1))
		files.Endings = nil
		if theImport(w).MainAction(); files.Endings != nil || w.Canvas().Focused() != fyne.Focusable(theImport(w).next) {
			t.Error("Ctrl+S once more asks for another file")
		}
		tapSay(t, w, "roster_screen.another", nil)
		mustCount(t, w, 0, 1, 2)
		theImport(w).MainAction()
		mustCount(t, w, 0, 1, 2)
		tapSay(t, w, "roster_screen.will_add", withNumber(0))
		frametest.MustSee(t, w, w.Say("roster_screen.none_will_add", nil))
		if frametest.FindButton(w.Fyne().Content(), w.Say("roster_screen.add", withCount(0))) != nil {
			t.Error("nobody can be added, yet the button may be pressed")
		}
		files.ToOpen = rosterFile(t, "next.csv", "ПІБ;Клас\nНова Людина;11-А\n")
		tapSay(t, w, "roster_screen.other_file", nil)
		tapSay(t, w, "roster_screen.add", withCount(1))
		tapSay(t, w, "roster_screen.another", nil)
		mustCount(t, w, 0, 1, 0)
		files.ToOpen = rosterFile(t, "third.csv", "ПІБ;Клас\nТретя Людина;11-А\n")
		tapSay(t, w, "roster_screen.other_file", nil)
		tapSay(t, w, "roster_screen.add", withCount(1))
		tapSay(t, w, "roster_screen.to_graduates", nil)
		if w.Current() != frame.Graduates || len(graduateNames(t, w)) != 3 {
			t.Errorf("screen %s, graduates %v", w.Current(), graduateNames(t, w))
		}
	})
	t.Run("F-14 who is added elsewhere meanwhile is there already", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", importCases[0].list)})
		_, err := w.Registrar().Table.Add(frametest.Ctx, []registrar.Assign{{Field: "surname", Value: "Петренко"}, {Field: "given_name", Value: "Олена"},
			{Field: "patronymic", Value: "Іванівна"}, {Field: "birth_date", Value: "05.03.2003"}}, false)
		if err != nil {
			t.Fatal(err)
		}
		// What the list says more of them is offered.
		mustCount(t, w, 0, 0, 2)
		frametest.MustSee(t, w, "Доповнити: 1", "Заповнити порожнє: ")
	})
}

// mustHold fails unless the workbook holds these words.
func mustHold(t testing.TB, path string, words ...string) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(rows)
	for _, word := range words {
		if !strings.Contains(all, word) {
			t.Errorf("%q is not in the workbook: %s", word, all)
		}
	}
}

func TestImportRefuses(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		t.Run("F-14 a web page by the name of a workbook in "+campaign, func(t *testing.T) {
			w, _ := frametest.Empty(t, campaign, "uk")
			page := rosterFile(t, "list.xlsx", "<html><table><tr><td>ПІБ</td></tr></table></html>")
			w.Go(frame.Route{Screen: frame.Roster, File: page})
			mustRead(t, w, "list.xlsx: "+w.Say("roster.html", nil))
			frametest.MustSee(t, w, w.Say("roster_screen.choose", nil))
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "good.csv", "ПІБ\nКоваль Іван\n")})
			mustCount(t, w, 1, 0, 0)
			w.Go(frame.Route{Screen: frame.Roster, File: page})
			mustRead(t, w, w.Say("roster.html", nil))
			tapSay(t, w, "ui.close", nil)
			frametest.MustSee(t, w, "good.csv")
			if len(graduateNames(t, w)) != 0 {
				t.Error("something was added")
			}
		})
	}
	t.Run("F-14 damaged and strange files", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		for id, content := range map[string][]byte{
			"roster.damaged": []byte("PK\x03\x04 cut off"), "roster.pdf": []byte("%PDF-1.4"), "roster.empty": bytes.Repeat([]byte{0}, 9),
		} {
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.xlsx", string(content))})
			mustRead(t, w, w.Say(id, map[string]any{"file": "list.xlsx"}))
		}
		w.Go(frame.Route{Screen: frame.Roster, File: t.TempDir()})
		mustRead(t, w, "тека, а не файл")
	})
}

func TestImportDropped(t *testing.T) {
	t.Run("F-14 a file dropped anywhere is opened", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		path := rosterFile(t, "11-А.csv", importCases[0].list)
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
		mustCount(t, w, 1, 0, 2)
	})
	t.Run("F-14 of several files the first is opened", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster})
		path := rosterFile(t, "11-А.csv", importCases[0].list)
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path), storage.NewFileURI(path)})
		frametest.MustSee(t, w, w.Say("ui.drop_later", map[string]any{"files": "11-А.csv"}))
		frametest.Confirm(w)
		mustCount(t, w, 1, 0, 2)
	})
}

func TestImportFits(t *testing.T) {
	t.Run("F-14 large letters fit too", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "ru")
		w.Settings.Scale = 150
		w.Forget()
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", importCases[0].list)})
		typeInto(t, w, "3", 1, "31.03.2003")
		if width := w.Fyne().Content().MinSize().Width; width > 1024 {
			t.Errorf("the page of the file is %v wide", width)
		}
	})
	for _, language := range text.Languages() {
		t.Run("F-14 every page fits 1024×600 in "+language, func(t *testing.T) {
			w, _ := frametest.Empty(t, "zno-2020", language)
			w.Go(frame.Route{Screen: frame.Roster})
			fits := func(page string) {
				t.Helper()
				if size := w.Fyne().Content().MinSize(); size.Width > 1024 || size.Height > 600 {
					t.Errorf("%s needs %v", page, size)
				}
			}
			fits("start")
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "a long name of a list of graduates of the class 11-A.csv", importCases[0].list)})
			typeInto(t, w, "3", 1, "31.03.2003")
			fits("file")
			theImport(w).columns.onFold()
			theImport(w).columns.onFold()
			tapSay(t, w, "roster_screen.check", nil)
			tapSay(t, w, "roster_screen.add", withCount(2))
			fits("result")
		})
	}
}

// TestAnotherFileEndsWhatWasSaid: what was said of a row of one file does not stand below another
// (F-14).
func TestAnotherFileEndsWhatWasSaid(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", importCases[0].list)})
	typeInto(t, w, "3", 1, "31.03.2003")
	tapSay(t, w, "roster_screen.check", nil)
	said := w.Say("roster_screen.row_accepted", map[string]any{"row": 3})
	frametest.MustSee(t, w, said)
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "other.csv", "ПІБ\nКоваль Іван\n")})
	tapSay(t, w, "roster_screen.discard_yes", nil)
	if strings.Contains(frametest.Visible(w), said) {
		t.Errorf("%q is still said", said)
	}
	frametest.MustSee(t, w, w.Say("roster_screen.opened", map[string]any{"file": "other.csv"}))
}
