package field

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestEveryKindCanBeLocked(t *testing.T) {
	for _, id := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, id, "uk", 1)
		s := newInputSheet(t, w)
		for _, step := range s.form().Steps {
			for _, f := range step.Fields {
				in := s.inputs[f.Code]
				if in == nil || Of(f.Code) != f.Code || in.Focusable() == nil || f.Kind == "conditions" {
					continue
				}
				f.Locked = true
				in.Show(f, s.form().Graduate, false)
				day := w.Registrar().Campaign().LockedAfter(f.Code).Dotted()
				s.sees(f.Code, w.Say("input.locked", map[string]any{"day": day}))
				for _, o := range frametest.FindAll[*widgets.OneOf](in.Object()) {
					if labels := frametest.FindAll[*widget.Label](test.WidgetRenderer(o).Objects()[0]); o.Chosen() != 1 && labels[1].Importance != widget.LowImportance {
						t.Errorf("KG-054 the choices of %s look open", f.Code)
					}
				}
				if !in.Focusable().(fyne.Disableable).Disabled() {
					t.Errorf("KG-054 %s is open", f.Code)
				}
			}
		}
	}
}

func TestInputsLoseNothing(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := newInputSheet(t, w)
	birth := s.text("birth_date")
	was := birth.entry.Text
	t.Run("a refused value stays with its reason, Esc gives the stored one back", func(t *testing.T) {
		s.typed("birth_date", "31.02.2003")
		s.sees("birth_date", "такого дня немає")
		if birth.entry.Text != "31.02.2003" || !birth.Unsaved() {
			t.Errorf("shown %q, unsaved %v", birth.entry.Text, birth.Unsaved())
		}
		s.change(registrar.Assign{Field: "class", Value: "11-В"})
		if birth.entry.Text != "31.02.2003" {
			t.Error("a change elsewhere takes away what was refused")
		}
		s.focus(birth.date)
		s.key(fyne.KeyEscape)
		if birth.entry.Text != was || birth.Unsaved() {
			t.Errorf("shown %q, unsaved %v", birth.entry.Text, birth.Unsaved())
		}
	})
	t.Run("a change from elsewhere is shown, but not over what is being typed", func(t *testing.T) {
		street, house := s.text("street"), s.text("house")
		s.focus(street.entry)
		street.entry.SetText("вул. Нова")
		s.change(registrar.Assign{Field: "street", Value: "вул. Чужа"}, registrar.Assign{Field: "house", Value: "99"})
		if street.entry.Text != "вул. Нова" || house.entry.Text != "99" {
			t.Errorf("shown %q and %q", street.entry.Text, house.entry.Text)
		}
		s.focus(nil)
		s.stored("street", "вул. Нова")
	})
	t.Run("what is typed while the disk works stays, and the last value wins", func(t *testing.T) {
		var later []func()
		w.Runner.Background = func(f func()) { later = append(later, f) }
		t.Cleanup(func() { w.Runner.Background = frame.AtOnce().Background })
		flat := s.text("flat")
		flat.entry.SetText("1")
		flat.Keep()
		flat.entry.SetText("12")
		flat.Keep()
		flat.entry.SetText("123")
		for len(later) > 0 { // what follows from one of them, too: the end of the test waits for it
			last := later[len(later)-1]
			later = later[:len(later)-1]
			last()
		}
		w.Runner.Background = frame.AtOnce().Background
		s.read(false)
		s.stored("flat", "12")
		if flat.entry.Text != "123" || !flat.Unsaved() {
			t.Errorf("shown %q, unsaved %v", flat.entry.Text, flat.Unsaved())
		}
		flat.Keep()
		s.stored("flat", "123")
	})
	t.Run("a tick that was refused stays ticked", func(t *testing.T) {
		s.change(registrar.Assign{Field: "marks", Value: ""})
		marks := s.ticks("marks")
		if err := w.Registrar().Table.Remove(frametest.Ctx, []string{s.id}, ""); err != nil {
			t.Fatal(err)
		}
		tick(t, marks.list.rows, "extern")
		if !marks.Unsaved() || !slices.Equal(marks.list.ticked(), []string{"extern"}) || !marks.fault.Visible() {
			t.Errorf("ticked %v, unsaved %v", marks.list.ticked(), marks.Unsaved())
		}
		if err := w.Registrar().Table.Restore(frametest.Ctx, []string{s.id}); err != nil {
			t.Fatal(err)
		}
		s.read(false)
		marks.Keep()
		s.stored("marks", "extern")
	})
	t.Run("what is refused of another graduate is said aloud", func(t *testing.T) {
		first := s.id
		birth.entry.SetText("31.02.2003")
		var later []func()
		w.Runner.Background = func(f func()) { later = append(later, f) }
		birth.Keep()
		w.Runner.Background = frame.AtOnce().Background
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		s.id = rows[1].Graduate.ID
		s.read(true)
		later[0]()
		if len(w.Boxes()) != 1 || birth.Unsaved() {
			t.Errorf("%d dialogs, unsaved %v", len(w.Boxes()), birth.Unsaved())
		}
		w.Boxes()[0].Close()
		s.id = first
	})
}

func TestLinkThatCannotBeOpened(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	s := newInputSheet(t, w)
	w.OpenFile = func(string) error { return errors.New("no browser") }
	s.inputs["privileged"].(*tickInput).onLink("https://www.testing.kg")
	if len(w.Boxes()) != 1 {
		t.Errorf("%d dialogs say so", len(w.Boxes()))
	}
}
