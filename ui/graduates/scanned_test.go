package graduates

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registry"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// UA-151: a card under the scanner opens whose it is, from every page.
func TestScannedCardOpensWhoseItIs(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	anna := frametest.AddGraduate(t, w, "surname", "Бондар", "given_name", "Анна", "class", "11-Б", "card_number", "0412352")
	found := func(t *testing.T) {
		t.Helper()
		if !w.InFront(frame.Graduates) || s.table.Cursor() != anna || w.Canvas().Focused() != s.table.Focusable() {
			t.Errorf("%s is in front, %q is current, the keyboard is at %T", w.Current(), s.table.Cursor(), w.Canvas().Focused())
		}
		frametest.MustSee(t, w, "Бондар Анна")
	}
	for name, from := range map[string]string{"from another page": frame.SettingsPage, "in the list": frame.Graduates, "from a form": frame.Form} {
		t.Run("UA-151 "+name, func(t *testing.T) {
			s.table.MoveTo(s.table.Keys()[0])
			w.Go(frame.Route{Screen: from})
			frametest.Scan(w, "0412352", fyne.KeyReturn)
			found(t)
		})
	}
	t.Run("UA-151 whatever is searched and chosen above the list, which stays", func(t *testing.T) {
		s.search.SetText("яяя")
		s.focusTable()
		frametest.Scan(w, "0412352", fyne.KeyReturn)
		if found(t); s.search.Text != "яяя" {
			t.Errorf("%q is searched for", s.search.Text)
		}
		s.search.SetText("")
	})
	t.Run("UA-151 also while those who were removed are shown", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates, Chooses: true, State: "removed"})
		frametest.Scan(w, "0412352", fyne.KeyReturn)
		if found(t); s.showsRemoved() {
			t.Error("the removed ones are shown")
		}
	})
	t.Run("UA-151 an earlier card of a new attempt is told from the one of now", func(t *testing.T) {
		err := w.Registrar().Write(frametest.Ctx, registry.RightRegister, nil, func(e *registry.Edit) error {
			return e.ChangeAll([]string{anna}, "", func(g *data.Graduate) error {
				g.StartAttempt(data.RetryRegistration, 50)
				g.Current().CardNumber = "0512352"
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		for number, words := range map[string]string{"0512352": "Картка 0512352: Бондар Анна", "0412352": "Картка 0412352 — з попередньої реєстрації: Бондар Анна"} {
			w.Go(frame.Route{Screen: frame.SettingsPage})
			frametest.Scan(w, number, fyne.KeyReturn)
			found(t)
			frametest.MustSee(t, w, words)
		}
	})
	t.Run("UA-151 who was removed is shown among the removed ones", func(t *testing.T) {
		if err := w.Registrar().Table.Remove(frametest.Ctx, []string{anna}, "вибула"); err != nil {
			t.Fatal(err)
		}
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.Scan(w, "0412352", fyne.KeyReturn)
		if found(t); !s.showsRemoved() {
			t.Error("the others are shown")
		}
	})
}

// UA-151: a number that nobody has is never lost in silence, and given to nobody in passing.
func TestScannedNumberOfNobody(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	s := graduatesOf(w)
	ivan := frametest.AddGraduate(t, w, "surname", "Бойко", "given_name", "Іван")
	petro := frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Петро", "card_number", "7654321")
	offer := w.Say("scanner.give", map[string]any{"name": "Бойко Іван"})
	scan := func(number string) {
		s.focusTable()
		frametest.Scan(w, number, fyne.KeyReturn)
	}
	t.Run("UA-151 it is said and offered to who is selected and has none", func(t *testing.T) {
		s.table.MoveTo(ivan)
		scan("1234567")
		frametest.MustSee(t, w, "Номера картки 1234567 немає ні в кого.", "Виберіть цю людину", offer)
	})
	t.Run("UA-151 the next scan gives it to nobody and is looked for itself", func(t *testing.T) {
		frametest.Scan(w, "7654321", fyne.KeyReturn)
		if len(w.Boxes()) > 0 || s.table.Cursor() != petro || frametest.Stored(t, w, ivan, "card_number") != "" {
			t.Errorf("%d dialogs, %q is current", len(w.Boxes()), s.table.Cursor())
		}
	})
	t.Run("UA-151 who has a number is offered no other", func(t *testing.T) {
		scan("1234567")
		frametest.MustNotSee(t, w, w.Say("scanner.give", map[string]any{"name": "Сорока Петро"}))
		frametest.FrontTap(t, w, w.Say("ui.close", nil))
	})
	t.Run("UA-151 another barcode is told from a card, and offered to nobody", func(t *testing.T) {
		s.table.MoveTo(ivan)
		scan("1234567890123")
		frametest.MustSee(t, w, "Номера картки 1234567890123 немає ні в кого.", "1234567)")
		frametest.MustNotSee(t, w, offer)
		frametest.FrontTap(t, w, w.Say("ui.close", nil))
	})
	t.Run("UA-151 the offer is taken by its button, and goes back", func(t *testing.T) {
		scan("1234567")
		frametest.FrontTap(t, w, offer)
		if number := frametest.Stored(t, w, ivan, "card_number"); number != "1234567" {
			t.Fatalf("the number is %q", number)
		}
		w.OnUndoAct()
		if number := frametest.Stored(t, w, ivan, "card_number"); number != "" {
			t.Errorf("taken back, the number is %q", number)
		}
	})
	t.Run("UA-151 who may only look is offered nothing", func(t *testing.T) {
		w, _ := frametest.WithHead(t, "uk")
		id := frametest.AddGraduate(t, w, "surname", "Бойко", "given_name", "Іван")
		frametest.LetIn(t, w, registrar.RoleReader)
		graduatesOf(w).table.MoveTo(id)
		frametest.Scan(w, "9999999", fyne.KeyReturn)
		frametest.MustSee(t, w, "Номера картки 9999999 немає ні в кого.")
		if n := len(w.Boxes()[0].Buttons()); n != 1 {
			t.Errorf("%d buttons", n)
		}
	})
}

// UA-151: into the field of the number the card is scanned as it is typed.
func TestScannedIntoTheFieldOfTheNumber(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	s := graduatesOf(w)
	ivan := frametest.AddGraduate(t, w, "surname", "Бойко", "given_name", "Іван")
	petro := frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Петро")
	s.table.MoveTo(ivan)
	w.Canvas().Focus(s.panel.inputs["card_number"].Focusable())
	frametest.Scan(w, "1234567", fyne.KeyReturn)
	frametest.Scan(w, "7654321", fyne.KeyReturn)
	if first, second := frametest.Stored(t, w, ivan, "card_number"), frametest.Stored(t, w, petro, "card_number"); first != "1234567" || second != "7654321" {
		t.Errorf("the numbers are %q and %q", first, second)
	}
}

// UA-151: in the search a card finds its person, whatever stood there.
func TestScannedIntoTheSearch(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	anna := frametest.AddGraduate(t, w, "surname", "Бондар", "given_name", "Анна", "card_number", "0412352")
	s.OnSearch()
	s.search.SetText("Петренко")
	frametest.Scan(w, "0412352")
	if frametest.Scan(w, "0412352", fyne.KeyReturn); s.search.Text != "0412352" {
		t.Errorf("%q is searched for", s.search.Text)
	}
	if keys := s.table.Keys(); len(keys) != 1 || keys[0] != anna || !w.InFront(frame.Form) {
		t.Errorf("found are %v, %s is in front", keys, w.Current())
	}
}
