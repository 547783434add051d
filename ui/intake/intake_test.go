package intake

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// opened is the screen of a school of four, of whom the last one has another way.
func opened(t *testing.T) (*frame.Window, *Screen, []string) {
	t.Helper()
	w, _ := frametest.WithPrepared(t, "zno-2020", "uk", 4, "for the intake", func(r *registrar.Registrar) {
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		for _, row := range rows {
			desktest.Set(t, r, row.Graduate.ID, "marks=", "conditions=", "category=school_current")
		}
		desktest.Set(t, r, rows[3].Graduate.ID, "marks=exempt")
	})
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	w.Go(frame.Route{Screen: frame.Intake})
	return w, screens.Of(w), frametest.IdsOf(t, w)
}

func press(w *frame.Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func factsOf(t *testing.T, w *frame.Window, id string) *data.Registration {
	t.Helper()
	return frametest.GraduateOf(t, w, id).Current()
}

func TestAKitIsReceivedByTheKeyboard(t *testing.T) {
	w, s, ids := opened(t)
	t.Run("UA-053 who has still to hand in stands before who has another way, and is counted", func(t *testing.T) {
		if got := s.Table.Keys(); !slices.Equal(got, ids) {
			t.Errorf("%v of %v", got, ids)
		}
		frametest.MustSee(t, w, "ще не здали: 3 · здали: 0", "ще не здано", "закладу")
	})
	t.Run("UA-158, UA-160 Enter leads to the checklist, all that can be is ticked at once, likeness is not", func(t *testing.T) {
		press(w, fyne.KeyReturn)
		if w.Canvas().Focused() != s.kit.whole {
			t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
		}
		press(w, fyne.KeyReturn)
		if r := factsOf(t, w, ids[0]); r.Fact(data.FactPaper, "card") == nil || r.Fact(data.FactAsked, "card.4") == nil || r.Fact(data.FactAsked, "card.5") != nil || r.Fact(data.FactKitReceived, "") != nil {
			t.Fatalf("%+v", r.Facts)
		}
		open := slices.IndexFunc(s.kit.lines, func(l *line) bool { return l.key == "card.5" })
		if w.Canvas().Focused() != s.kit.lines[open].tick {
			t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
		}
	})
	t.Run("UA-051 Space answers, Enter receives and goes on to the next", func(t *testing.T) {
		test.Type(w.Canvas().Focused(), " ")
		press(w, fyne.KeyReturn)
		r := factsOf(t, w, ids[0])
		if f := r.Fact(data.FactKitReceived, ""); f == nil || f.On != w.Registrar().Today() || r.Fact(data.FactAsked, "card.5") == nil {
			t.Fatalf("%+v", r.Facts)
		}
		if s.Table.Cursor() != ids[1] || s.kit.id != ids[1] || w.Canvas().Focused() != s.kit.whole {
			t.Errorf("current is %s of %v, the keyboard is at %T", s.Table.Cursor(), ids, w.Canvas().Focused())
		}
		frametest.MustSee(t, w, "ще не здали: 2 · здали: 1", "усе гаразд", "Розписки (1)")
	})
	t.Run("UA-066 without the card nothing is received, and it is said why", func(t *testing.T) {
		s.MainAction()
		frametest.MustSee(t, w, "у комплекті немає документа")
		frametest.Confirm(w)
		if factsOf(t, w, ids[1]).Fact(data.FactKitReceived, "") != nil {
			t.Error("received")
		}
	})
	t.Run("F-10 the arrows go through the boxes, Space ticks, Esc goes back to the list", func(t *testing.T) {
		w.Canvas().Focus(s.kit.whole)
		press(w, fyne.KeyDown)
		test.Type(w.Canvas().Focused(), " ")
		press(w, fyne.KeyDown, fyne.KeyUp)
		if f := factsOf(t, w, ids[1]).Fact(data.FactPaper, "card"); f == nil || w.Canvas().Focused() != s.kit.lines[0].tick {
			t.Errorf("%+v, the keyboard is at %T", f, w.Canvas().Focused())
		}
		press(w, fyne.KeyEscape)
		if w.Canvas().Focused() != s.Table.Focusable() {
			t.Errorf("the keyboard is at %T", w.Canvas().Focused())
		}
	})
	t.Run("UA-158 receipts are printed for those whose kits were just received", func(t *testing.T) {
		s.MainAction()
		s.OnPrint()
		if len(s.received) > 0 || !slices.Equal(frametest.Came.Only, ids[:2]) {
			t.Errorf("printed are %v, %v are left", frametest.Came.Only, s.received)
		}
	})
	desktest.Sound(t, w.Registrar())
}

func TestANoSaysWhichRefusalItBrings(t *testing.T) {
	w, s, ids := opened(t)
	at := slices.IndexFunc(s.kit.lines, func(l *line) bool { return l.key == "card.3" })
	tick := s.kit.lines[at].tick
	w.Canvas().Focus(tick)
	t.Run("UA-087, UA-093 it is said before, and stands there after", func(t *testing.T) {
		press(w, fyne.KeyRight)
		frametest.MustSee(t, w, "Що не так?", "загрожує відмовою внаслідок неналежного оформлення")
		test.Type(w.Canvas().Focused(), "без дати")
		frametest.Confirm(w)
		if f := factsOf(t, w, ids[0]).Fact(data.FactFailed, "card.3"); f == nil || f.Note != "без дати" {
			t.Fatalf("%+v", f)
		}
		frametest.MustSee(t, w, "без дати", "Загрожує відмова внаслідок неналежного оформлення")
	})
	t.Run("UA-160 yes takes its place, and no answer that of a yes", func(t *testing.T) {
		w.Canvas().Focus(tick)
		press(w, fyne.KeyLeft)
		if r := factsOf(t, w, ids[0]); r.Fact(data.FactAsked, "card.3") == nil || r.Fact(data.FactFailed, "card.3") != nil {
			t.Errorf("%+v", r.Facts)
		}
		now := w.Now
		w.Now = func() time.Time { return now().Add(time.Minute) } // a space among letters is no tick
		test.Type(tick, " ")
		if r := factsOf(t, w, ids[0]); len(r.Facts) > 0 && r.Fact(data.FactAsked, "card.3") != nil {
			t.Errorf("%+v", r.Facts)
		}
	})
}

func TestTheCardOfTheAttemptBefore(t *testing.T) {
	w, s, ids := opened(t)
	const old = "7000003"
	desktest.Set(t, w.Registrar(), ids[2], "card_number="+old)
	err := w.Registrar().Write(frametest.Ctx, registry.RightRegister, nil, func(e *registry.Edit) error {
		return e.ChangeAll(ids[2:3], "", func(g *data.Graduate) error { g.StartAttempt(data.RetryRegistration, 50); return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	s.ask()
	t.Run("UA-103 a card of an earlier attempt leads to whose it was, here, and is told from the present one", func(t *testing.T) {
		if frametest.Scan(w, old, fyne.KeyReturn); w.Front() != frame.Screen(s) || s.Table.Cursor() != ids[2] {
			t.Errorf("%s of %v, at %T", s.Table.Cursor(), ids, w.Front())
		}
		frametest.MustSee(t, w, "Картка "+old+" — з попередньої реєстрації")
	})
}

func TestNumbersAtTheIntake(t *testing.T) {
	w, s, ids := opened(t)
	const number = "7000002"
	desktest.Set(t, w.Registrar(), ids[1], "card_number=")
	desktest.Set(t, w.Registrar(), ids[2], "card_number="+number)
	t.Run("UA-151 a scanned card is somebody's, who comes to the front", func(t *testing.T) {
		s.Search.SetText("такого немає")
		if frametest.Scan(w, number, fyne.KeyReturn); s.Table.Cursor() != ids[2] || s.kit.id != ids[2] {
			t.Errorf("%s is current of %v", s.Table.Cursor(), ids)
		}
	})
	t.Run("UA-151 one that nobody has is of the one whose kit is here", func(t *testing.T) {
		if s.Scanned("7654321") {
			t.Error("taken for one who has a number")
		}
		s.Table.MoveTo(ids[1])
		if s.Scanned("RB123456785UA") {
			t.Error("a number of a parcel is taken")
		}
		w.Canvas().Focus(s.Table.Focusable())
		if s.Scanned("7654321"); factsOf(t, w, ids[1]).CardNumber != "" {
			t.Error("entered before anybody has agreed")
		}
		frametest.MustSee(t, w, "7654321", "ще ні в кого немає")
		frametest.Confirm(w)
		if factsOf(t, w, ids[1]).CardNumber != "7654321" {
			t.Errorf("%q", factsOf(t, w, ids[1]).CardNumber)
		}
		if w.Canvas().Focused() != fyne.Focusable(s.kit.whole) {
			t.Errorf("the keyboard is at %T, and the kit is next", w.Canvas().Focused())
		}
	})
	t.Run("UA-151 a number that is refused stays to be mended, with the reason", func(t *testing.T) {
		w.Canvas().Focus(s.kit.numberIn)
		s.kit.numberIn.SetText(number)
		press(w, fyne.KeyReturn)
		if factsOf(t, w, ids[1]).CardNumber != "7654321" || s.kit.numberIn.Text != number || !s.kit.number.Faulty() {
			t.Errorf("%q, %q", factsOf(t, w, ids[1]).CardNumber, s.kit.numberIn.Text)
		}
	})
}

func TestWaysAtTheIntake(t *testing.T) {
	w, s, ids := opened(t)
	show := func(values ...string) {
		t.Helper()
		desktest.Set(t, w.Registrar(), ids[1], values...)
		s.ask()
		s.Table.MoveTo(ids[1])
	}
	t.Run("UA-054 who sends it alone is told of", func(t *testing.T) {
		s.Table.MoveTo(ids[3])
		frametest.MustSee(t, w, "надсилає комплект сама")
	})
	t.Run("UA-055, UA-056 by e-mail no glued photo is asked about, and the file is", func(t *testing.T) {
		show("marks=uncontrolled_territory,extern", "gives_scans=yes")
		frametest.MustNotSee(t, w, "Дві однакові фотокартки 3 х 4")
		frametest.MustSee(t, w, "Скан-копії на електронну адресу закладу освіти", "Фотокартка (файл)")
	})
	t.Run("UA-067 who goes in person is told where to and until when", func(t *testing.T) {
		show("gives_scans=", "marks=must_come_in_person", "region=Львівська")
		frametest.MustSee(t, w, "особисто звернутися до регіонального центру до", "Львівський")
	})
	t.Run("UA-142 before the call nothing is received, and the phone of the centre stands there", func(t *testing.T) {
		school := w.Registrar().School()
		school.CentrePhone = "057 705-07-37"
		desktest.Must(w.Registrar().Season.ChangeSchool(desktest.Ctx, school))
		show("marks=deep_visual_impairment")
		frametest.MustSee(t, w, "Спершу зателефонуйте до регіонального центру", "705-07-37", "Записати розмову…")
	})
}

func TestAKitIsGivenBackInTheWindow(t *testing.T) {
	w, s, ids := opened(t)
	s.kit.onWhole()
	s.MainAction()
	s.Table.MoveTo(ids[0])
	frametest.MustSee(t, w, "Комплект прийнято:")
	s.kit.onBack()
	frametest.Confirm(w)
	if f := factsOf(t, w, ids[0]).Facts; len(f) > 0 {
		t.Errorf("UA-053 %v", f)
	}
}

func TestARouteChoosesWhomItIsAbout(t *testing.T) {
	w, s, ids := opened(t)
	s.Search.SetText("такого немає")
	w.Go(w.NextRoute(data.NextKit, ids[2]))
	if s.kit.id != ids[2] || w.Canvas().Focused() != s.kit.whole {
		t.Errorf("UA-053 %s of %v, the keyboard is at %T", s.kit.id, ids, w.Canvas().Focused())
	}
	w.Go(w.NextPeople(data.NextVisit))
	if got := s.Table.Keys(); !slices.Equal(got, ids[3:]) {
		t.Errorf("UA-067 %v of %v", got, ids)
	}
}

func TestAVisitIsNotedFromTheIntake(t *testing.T) {
	w, s, ids := opened(t)
	desktest.Set(t, w.Registrar(), ids[0], "marks=must_come_in_person")
	s.choose(ids[0])
	s.ask()
	t.Run("UA-067 who has to go to the centre is told, with the way to where that is noted", func(t *testing.T) {
		frametest.MustSee(t, w, "треба особисто звернутися")
		frametest.Tap(t, w, "Записати відвідання центру")
		if frametest.Came.Screen != frame.Post || frametest.Came.Graduate != ids[0] {
			t.Errorf("%+v", frametest.Came)
		}
	})
}

func TestTheChecklistFits(t *testing.T) {
	w, s, ids := opened(t)
	desktest.Set(t, w.Registrar(), ids[0], "names_differ=yes", "documents_language=foreign", "marks=must_come_in_person")
	s.ask()
	for _, size := range frametest.WindowSizes {
		w.Fyne().Resize(size)
		frametest.Fits(t, "F-08", w.Fyne().Content(), size, fyne.Position{}, false)
		if found := frametest.Overlaps(w.Fyne().Content()); len(found) > 0 {
			t.Errorf("%v: %v", size, found)
		}
	}
}

func TestWhoOnlyLooksReceivesNothing(t *testing.T) {
	w, _, ids := opened(t)
	frametest.MustNotSee(t, w, "лише дивитися")
	frametest.LetIn(t, w, registrar.RoleReader)
	w.Go(frame.Route{Screen: frame.Intake})
	s := screens.Of(w)
	s.Table.Select(ids[:2]...)
	s.onSeveral()
	if s.kit.may() || s.several.Visible() || !s.kit.receive.Disabled() || !s.kit.whole.Disabled() || !s.kit.lines[0].tick.Disabled() || w.Canvas().Overlays().Top() != nil {
		t.Error("F-06 a reader can receive a kit")
	}
	frametest.MustSee(t, w, "лише дивитися")
}
