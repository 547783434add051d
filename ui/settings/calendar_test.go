package settings

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestSettingsCalendar(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	part := settingsOf(w).calendar
	t.Run("F-04 KG-054 the school names the day that the file leaves open", func(t *testing.T) {
		dates, _ := w.Registrar().Season.Calendar()
		part.onName(dates[1])
		day := w.Canvas().Focused().(*widgets.DateEntry)
		test.Type(day, "15.04.2019")
		frametest.Tap(t, w, "Записать день")
		frametest.MustSee(t, w, "слишком далеко")
		day.SetText("15.04.2021")
		frametest.Tap(t, w, "Записать день")
		frametest.MustSee(t, w, "Календарь сохранён", "Внесено школой", "15.04.2021")
		if len(w.Boxes()) > 0 {
			t.Error("the dialog is still there")
		}
	})
	t.Run("F-04 a day that was named is taken back, named again, and back", func(t *testing.T) {
		named := func() bool {
			dates, _ := w.Registrar().Season.Calendar()
			return dates[1].On == "2021-04-15" || dates[0].On == "2021-04-15"
		}
		if w.OnUndo(); named() {
			t.Error("named still")
		}
		if w.OnRedo(); !named() {
			t.Error("not named again")
		}
		if w.OnUndo(); named() {
			t.Error("named still, after it was done again")
		}
		w.OnRedo()
	})
	t.Run("F-04 a day off is added, taken back and brought back", func(t *testing.T) {
		part.onAdd()
		test.Type(w.Canvas().Focused().(*widgets.DateEntry), "24.03.2021")
		frametest.Tap(t, w, "Записать день")
		_, off := w.Registrar().Season.Calendar()
		if len(off) != 1 || off[0].On != "2021-03-24" || off[0].Working {
			t.Fatalf("%+v", off)
		}
		frametest.Tap(t, w, "Убрать")
		if _, off = w.Registrar().Season.Calendar(); len(off) != 0 {
			t.Errorf("%+v", off)
		}
		frametest.Tap(t, w, w.Say("ui.undo", nil))
		if _, off = w.Registrar().Season.Calendar(); len(off) != 1 {
			t.Errorf("%+v", off)
		}
		if w.OnUndo(); len(w.Boxes()) > 0 {
			t.Fatal("it fails")
		}
		if _, off = w.Registrar().Season.Calendar(); len(off) != 0 {
			t.Errorf("the act before, that added it, is not taken back: %+v", off)
		}
	})
}

// The overview leads to the day that nobody has named: it is in sight, and Enter names it.
func TestARouteLeadsToTheUnnamedDay(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	later := frametest.Delay(t, w)
	w.Go(frame.Route{Screen: frame.SettingsPage, Unnamed: true})
	for len(later.Work) > 0 {
		later.Do(0)
	}
	s := settingsOf(w)
	if s.calendar.unnamed == nil || w.Canvas().Focused() != fyne.Focusable(s.calendar.unnamed) {
		t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.calendar.unnamed).Y
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.scroll).Y; at < top || at+s.calendar.unnamed.Size().Height > top+s.scroll.Size().Height {
		t.Errorf("it stands at %v of %v from %v", at, s.scroll.Size().Height, top)
	}
	test.Tap(s.calendar.unnamed)
	for len(later.Work) > 0 {
		later.Do(0)
	}
	if _, is := w.Canvas().Focused().(*widgets.DateEntry); !is {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}
