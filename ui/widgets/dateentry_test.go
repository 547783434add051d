package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestPickerOfADay(t *testing.T) {
	test.NewTempApp(t)
	d := NewDateEntry(DateWords{Months: [12]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}})
	d.FirstYear, d.LastYear = 2019, 2021
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(600, 400))
	escaped := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { escaped++ })
	press := func(key fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	t.Run("F-07 Esc closes the picker, and not what lies under it", func(t *testing.T) {
		d.pick()
		press(fyne.KeyEscape)
		if len(w.Canvas().Overlays().List()) > 0 || escaped > 0 || w.Canvas().Focused() != fyne.Focusable(d) {
			t.Errorf("%d overlays, %d keys went through, the focus is on %T", len(w.Canvas().Overlays().List()), escaped, w.Canvas().Focused())
		}
	})
	t.Run("F4 opens it, and Alt with the arrow down", func(t *testing.T) {
		for how, open := range map[string]func(){
			"F4":       func() { d.TypedKey(key(fyne.KeyF4)) },
			"Alt+Down": func() { d.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}) },
			"a click":  func() { test.Tap(d.ActionItem.(fyne.Tappable)) },
		} {
			open()
			if len(w.Canvas().Overlays().List()) != 1 {
				t.Errorf("%s does not open it", how)
			}
			press(fyne.KeyEscape)
		}
	})
	t.Run("a day is picked by the keyboard alone", func(t *testing.T) {
		d.pick()
		for range 3 {
			press(fyne.KeyReturn)
		}
		if d.Text != "01.01.2021" || len(w.Canvas().Overlays().List()) > 0 {
			t.Errorf("picked %q", d.Text)
		}
	})
}

// TestArrowsChooseADay, from the day that stands there, and leave nothing at the edges.
func TestArrowsChooseADay(t *testing.T) {
	test.NewTempApp(t)
	d := NewDateEntry(DateWords{Months: [12]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}})
	d.FirstYear, d.LastYear = 1995, 2006
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(600, 400))
	w.Canvas().Focus(d)
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	at := func(want string) {
		t.Helper()
		if b, is := w.Canvas().Focused().(*Button); !is || b.Text != want {
			t.Fatalf("the keyboard is at %v, not at %s", w.Canvas().Focused(), want)
		}
	}
	press(fyne.KeyF4)
	at("2006")
	press(fyne.KeyUp, fyne.KeyLeft)
	at("2006")
	press(fyne.KeyDown, fyne.KeyRight)
	at("2001")
	press(fyne.KeyDown, fyne.KeyDown)
	at("1997")
	press(fyne.KeyUp, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown)
	at("VI")
	press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyLeft, fyne.KeyEnter)
	if d.Text != "07.06.2001" || w.Canvas().Focused() != fyne.Focusable(d) {
		t.Fatalf("picked %q", d.Text)
	}
	press(fyne.KeyF4)
	at("2001")
	press(fyne.KeyReturn)
	at("VI")
	press(fyne.KeyReturn)
	at("7")
	press(fyne.KeyRight, fyne.KeyReturn)
	if d.Text != "08.06.2001" {
		t.Errorf("picked %q", d.Text)
	}
}

// TestTabLeadsFromADateToTheNextField: what is typed then is not lost in an icon.
func TestTabLeadsFromADateToTheNextField(t *testing.T) {
	test.NewTempApp(t)
	date, search, next := NewDateEntry(DateWords{}), NewSearch("Пошук"), NewEntry("")
	c := test.NewTempWindow(t, container.NewVBox(date, search, next)).Canvas()
	for _, want := range []fyne.Focusable{date, search, next} {
		if c.FocusNext(); c.Focused() != want {
			t.Fatalf("the focus is on %T %v", c.Focused(), c.Focused())
		}
	}
}

func TestASearchIsEmptiedByItsCross(t *testing.T) {
	test.NewTempApp(t)
	search, told := NewSearch("Пошук"), "-"
	search.OnChanged = func(words string) { told = words }
	c := test.NewTempWindow(t, container.NewVBox(search)).Canvas()
	cross := search.ActionItem.(*entryIcon)
	seen := func() bool { return test.WidgetRenderer(cross).Objects()[0].Visible() }
	if seen() {
		t.Error("there is a cross where there is nothing to empty")
	}
	c.Focus(search)
	test.Type(search, "гук")
	if !seen() {
		t.Error("there is no cross")
	}
	test.Tap(cross)
	if search.Text != "" || told != "" || c.Focused() != fyne.Focusable(search) || seen() {
		t.Errorf("left %q, told %q, the focus is on %T", search.Text, told, c.Focused())
	}
}
