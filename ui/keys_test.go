package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// give gives the command of the menu with this word, with no dialog open.
func give(t *testing.T, w *frame.Window, id string) {
	t.Helper()
	clearBoxes(w)
	for _, c := range commands(w.Fyne().MainMenu()) {
		if c.Label == w.Say(id, nil) {
			c.Action()
			return
		}
	}
	t.Fatalf("the menu has no %q", w.Say(id, nil))
}

func clearBoxes(w *frame.Window) {
	for len(w.Boxes()) > 0 {
		w.Boxes()[0].Close()
	}
}

// prints tells whether the page of printing is about nobody but one.
func prints(w *frame.Window, g *data.Graduate) bool {
	all := frametest.FindAll[*widgets.Select](frametest.PageIn(w))
	return slices.ContainsFunc(all, func(s *widgets.Select) bool {
		return s.Selected == w.Say("printing_screen.selected", map[string]any{"number": 1}) || strings.Contains(s.Selected, g.Surname)
	})
}

// Ctrl+P prints those whom the page in front is about, and nobody else.
func TestCtrlPPrintsThoseInFront(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	third := rows[2].Graduate
	for page, reach := range map[string]func(){
		frame.Form: func() { w.Go(frame.Route{Screen: frame.Form, Graduate: third.ID}) },
		frame.Access: func() {
			w.Go(frame.Route{Screen: frame.Access})
			table := frametest.ListIn(t, w)
			for _, row := range table.Rows() {
				if row.Cells[0].Text == third.FullName() {
					table.MoveTo(row.Key)
				}
			}
		},
	} {
		reach()
		give(t, w, "menu.print_selected")
		if !w.InFront(frame.Printing) {
			t.Fatalf("%s: in front is %s\n%s", page, w.Current(), frametest.Visible(w))
		}
		if !prints(w, third) {
			t.Errorf("%s: others are printed:\n%s", page, frametest.Visible(w))
		}
	}
}

// Ctrl+B opens the form of the one whom the page in front is about, not of the current one of the
// list of graduates.
func TestCtrlBOpensTheFormOfTheOneInFront(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{frame.Photo, frame.Payment, frame.Access, frame.Graduates} {
		for _, who := range []*data.Graduate{rows[2].Graduate, rows[1].Graduate} {
			clearBoxes(w)
			w.Go(frame.Route{Screen: page})
			moveToNamed(t, w, who.FullName())
			give(t, w, "menu.form")
			if at, _ := w.Whose(); !w.InFront(frame.Form) || at != who.ID {
				t.Errorf("%s: in front is %s of %s, want that of %s", page, w.Current(), at, who.ID)
			}
		}
	}
}

// moveToNamed makes the row of a full name the current one.
func moveToNamed(t *testing.T, w *frame.Window, name string) {
	t.Helper()
	table := frametest.ListIn(t, w)
	for _, row := range table.Rows() {
		if slices.ContainsFunc(row.Cells, func(c widgets.Cell) bool { return c.Text == name }) {
			table.MoveTo(row.Key)
			return
		}
	}
	t.Fatalf("no row of %s", name)
}

// Ctrl+P and the button of the payments print their own list, of the ticked ones or of all shown.
func TestPaymentsPrintTheirOwnList(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	table := func() *widgets.Table {
		w.Go(frame.Route{Screen: frame.Payment})
		return frametest.ListIn(t, w)
	}
	chosen := func(want string) {
		t.Helper()
		all := frametest.FindAll[*widgets.Select](frametest.PageIn(w))
		if !w.InFront(frame.Printing) || all[0].Selected != "Список оплат" || !strings.HasPrefix(all[1].Selected, want) {
			t.Errorf("want %q, in front is %s: %q for %q", want, w.Current(), all[0].Selected, all[1].Selected)
		}
	}
	w.Go(frame.Route{Screen: frame.Form, Graduate: frametest.IdsOf(t, w)[0]})
	give(t, w, "menu.print_selected")
	table()
	give(t, w, "menu.print_selected")
	chosen(w.Say("printing_screen.everybody", map[string]any{"number": 4}))
	table().SelectAll()
	frametest.Tap(t, w, "Печать…")
	chosen(w.Say("printing_screen.selected", map[string]any{"number": 4}))
}

// Ctrl+F goes to the search of the page in front; only a page without one leaves for the list.
func TestCtrlFSearchesThePageInFront(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	for _, page := range []string{frame.Payment, frame.Access, frame.History, frame.Help, frame.Graduates} {
		w.Go(frame.Route{Screen: page})
		w.Canvas().Unfocus()
		give(t, w, "menu.search")
		e, is := w.Canvas().Focused().(*widgets.Entry)
		if !w.InFront(page) || !is || !strings.HasPrefix(e.PlaceHolder, "Поиск") {
			t.Errorf("%s: in front is %s, the keyboard at %T", page, w.Current(), w.Canvas().Focused())
			continue
		}
		// Another word takes the place of the one before.
		e.SetText("перше")
		w.Canvas().Unfocus()
		give(t, w, "menu.search")
		if frametest.TypeFocused(w, "інше"); e.Text != "інше" {
			t.Errorf("%s: %q is searched", page, e.Text)
		}
	}
	w.Go(frame.Route{Screen: frame.SettingsPage})
	give(t, w, "menu.search")
	if !w.InFront(frame.Graduates) {
		t.Errorf("in front is %s", w.Current())
	}
}

// F1 opens the help at what is said of the page in front, from whatever has the keyboard.
func TestF1TellsOfThePageInFront(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	for page, id := range map[string]string{frame.Form: "form", frame.Roster: "list"} {
		w.Go(frame.Route{Screen: page, Graduate: frametest.IdsOf(t, w)[0]})
		if at := w.Canvas().Focused(); at != nil {
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		} else {
			w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		}
		if !w.InFront(frame.Help) {
			t.Fatalf("%s: in front is %s\n%s", page, w.Current(), frametest.Visible(w))
		}
		words := frametest.TextsOf(frametest.PageIn(w))
		at := func(title string) int {
			return slices.IndexFunc(words, func(s *canvas.Text) bool { return s.Text == title })
		}
		if first, other := at(w.Say("help_screen."+id, nil)), at(w.Say("help_screen.memo", nil)); first < 0 || first > other {
			t.Errorf("%s: the help begins elsewhere", page)
		}
	}
}

// A graduate has Ctrl+Z too.
func TestAGraduateHasUndoInTheMenu(t *testing.T) {
	s := newStage(t, "ort-2021", "ru")
	s.w.Runner = frame.AtOnce()
	s.w.CloseRegistry()
	s.signIn(s.login.Phone, s.login.Password)
	give(t, s.w, "menu.undo")
	frametest.MustSee(t, s.w, s.w.Say("ui.nothing_undo", nil))
}

// Ctrl+S saves on every page that saves, for a graduate too.
func TestCtrlSSaves(t *testing.T) {
	t.Run("the school", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.EntryOf(t, w, "name").SetText("Вигаданий ліцей")
		give(t, w, "menu.main")
		if got := w.Registrar().School().Name; got != "Вигаданий ліцей" {
			t.Errorf("the school is %q", got)
		}
	})
	t.Run("a field beside the list", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
		id := frametest.IdsOf(t, w)[0]
		w.Go(frame.Route{Screen: frame.Graduates, Graduate: id})
		e, is := frametest.FieldBelow(w.Fyne().Content(), w.TitleOfField(data.FieldGivenName)+" *").(fyne.Focusable)
		if !is {
			t.Fatalf("there is no such field:\n%s", frametest.Visible(w))
		}
		w.Canvas().Focus(e)
		test.Type(e, "а")
		give(t, w, "menu.main")
		if w.Canvas().Focused() != e {
			t.Error("the keyboard is elsewhere")
		}
		if got := frametest.GraduateOf(t, w, id).GivenName; got[len(got)-2:] != "а" && got[:2] != "а" && got[:2] != "А" {
			t.Errorf("the name is %q", got)
		}
	})
	t.Run("a graduate goes on", func(t *testing.T) {
		s := newStage(t, "ort-2021", "ru")
		s.w.Runner = frame.AtOnce()
		s.w.CloseRegistry()
		s.signIn(s.login.Phone, s.login.Password)
		clearBoxes(s.w)
		before := frametest.Visible(s.w)
		give(t, s.w, "menu.main")
		if frametest.Visible(s.w) == before {
			t.Error("nothing happens")
		}
	})
}

// The window system tells Ctrl+Z and Ctrl+Y by names of their own: under another name the
// menu never hears of them.
func TestTheMenuHearsOfUndo(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	heard := map[string]bool{}
	for _, c := range commands(w.Fyne().MainMenu()) {
		if c.Shortcut != nil {
			heard[c.Shortcut.ShortcutName()] = true
		}
	}
	for _, keys := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}} {
		if !heard[keys.ShortcutName()] {
			t.Errorf("nothing in the menu hears of %s", keys.ShortcutName())
		}
	}
}

// What lies open over a page goes with it, and no key presses there what nobody sees any more.
func TestAPageTakesItsListsAndTheKeyboardAlong(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	for name, lead := range map[string]func(){
		"a page": func() { w.Go(frame.Route{Screen: frame.Graduates}) },
		"colour": w.OnDark,
	} {
		w.Go(frame.Route{Screen: frame.Form, Graduate: frametest.IdsOf(t, w)[0], Field: "birth_date"})
		day, is := w.Canvas().Focused().(*widgets.DateEntry)
		if !is {
			t.Fatalf("%T has the keyboard", w.Canvas().Focused())
		}
		day.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
		if len(w.Canvas().Overlays().List()) != 1 {
			t.Fatal("no calendar opens")
		}
		lead()
		if n, at := len(w.Canvas().Overlays().List()), w.Canvas().Focused(); n > 0 || at == fyne.Focusable(day) {
			t.Errorf("%s: %d lists stand open, %T has the keyboard", name, n, at)
		}
	}
	w.Go(frame.Route{Screen: frame.Roster})
	choose := frametest.FindAll[*widgets.Button](frametest.PageIn(w))[0]
	w.Canvas().Focus(choose)
	w.Go(frame.Route{Screen: frame.Graduates})
	if at := w.Canvas().Focused(); at == fyne.Focusable(choose) {
		t.Errorf("%q keeps the keyboard", choose.Text)
	}
}

// TestWhoComesToAPageHasTheKeyboardThere, by a shortcut while the list of pages had it, and by
// the list itself.
func TestWhoComesToAPageHasTheKeyboardThere(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 3)
		clearBoxes(w)
		pages := append(w.Listed(false), w.Listed(true)...)
		items := func() []*widgets.NavItem { return frametest.FindAll[*widgets.NavItem](w.Fyne().Content()) }
		for i, page := range pages {
			for way, lead := range map[string]func(){
				"a shortcut":   func() { w.Go(frame.Route{Screen: page}) },
				"Enter":        func() { items()[i].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
				"Enter again":  func() { items()[i].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
				"a first look": func() { w.Forget(); w.Go(frame.Route{Screen: page}) },
			} {
				w.Canvas().Focus(items()[i])
				lead()
				at := w.Canvas().Focused()
				if !w.InFront(page) || at == nil || !slices.Contains(frametest.FindAll[fyne.Focusable](frametest.PageIn(w)), at) {
					t.Errorf("%s, %s, by %s: the keyboard is at %T", campaign, page, way, at)
				}
			}
		}
	}
}

// A command of the menu acts on the page in front: Ctrl+T ticks there and nowhere else, and what is
// about those whom the list has chosen is off where nobody sees them, and says so.
func TestACommandActsOnThePageInFront(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, _ := frametest.WithDemo(t, campaign, language, 5)
		ids := frametest.IdsOf(t, w)
		w.Go(frame.Route{Screen: frame.Graduates})
		list := frametest.ListIn(t, w)
		list.MoveTo(ids[1])
		for _, page := range append(append(w.Listed(false), w.Listed(true)...), frame.Form) {
			if page == frame.Graduates {
				continue
			}
			for _, id := range []string{"menu.all", "menu.remove", "menu.bulk", "menu.paste", "menu.copy_number", "menu.form", "menu.print_selected", "menu.erase"} {
				clearBoxes(w)
				if id == "menu.copy_number" && !w.Registrar().Campaign().CardNumber.Used {
					continue
				}
				if page == frame.Form && id == "menu.remove" {
					continue // it is about the one of the form: TestInAFormItsOwnIsRemoved
				}
				w.Go(frame.Route{Screen: page, Graduate: ids[3]})
				before := len(frametest.IdsOf(t, w))
				give(t, w, id)
				if w.InFront(frame.Graduates) || len(list.Ticks()) > 0 || len(frametest.IdsOf(t, w)) != before {
					t.Errorf("%s %s: %s leads to %s, ticks %v", campaign, page, id, w.Current(), list.Ticks())
				}
				if who, _ := w.Whose(); w.InFront(frame.Form) && who == ids[1] && page == frame.Form {
					t.Errorf("%s: %s is about one whom nobody sees", campaign, id)
				}
			}
		}
	}
	t.Run("the accesses are ticked among themselves", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, "ort-2021", "ru", 5)
		w.Go(frame.Route{Screen: frame.Access})
		if give(t, w, "menu.all"); frametest.ListIn(t, w).Marked() != len(frametest.ListIn(t, w).Rows()) || !w.InFront(frame.Access) {
			t.Errorf("%d are ticked", frametest.ListIn(t, w).Marked())
		}
	})
}
