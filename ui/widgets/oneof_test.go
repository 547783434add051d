package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestOneOfIsOneStop: Tab comes to a group and leaves it, the arrows choose.
func TestOneOfIsOneStop(t *testing.T) {
	test.NewTempApp(t)
	var told []int
	before, group, after := NewEntry(""), NewOneOf(func(at int) { told = append(told, at) }), NewEntry("")
	group.Offer(Option{Title: "паспорт"}, Option{Title: "ID-картка", Note: "девʼять цифр"}, Option{Title: "свідоцтво"})
	w := test.NewTempWindow(t, container.NewVBox(before, group, after))
	c := w.Canvas()
	for _, want := range []fyne.Focusable{before, group, after} {
		if c.FocusNext(); c.Focused() != want {
			t.Fatalf("the focus is on %T", c.Focused())
		}
	}
	c.FocusPrevious()
	for i, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyUp} {
		group.TypedKey(key(name))
		if want := []int{0, 1, 2, 2, 1, 0, 0}[i]; group.Chosen() != want {
			t.Errorf("after key %d: %d, want %d", i, group.Chosen(), want)
		}
	}
	if len(told) != 5 {
		t.Errorf("told %v: what stays chosen is no change", told)
	}
	t.Run("a click on the words chooses too", func(t *testing.T) {
		c.Focus(after)
		test.Tap(group.rows[2])
		if group.Chosen() != 2 || c.Focused() != fyne.Focusable(group) {
			t.Errorf("chosen %d, the focus is on %T", group.Chosen(), c.Focused())
		}
	})
	t.Run("Space takes the first where none is chosen", func(t *testing.T) {
		group.Set(-1)
		group.TypedRune(' ')
		if group.Chosen() != 0 {
			t.Errorf("chosen %d", group.Chosen())
		}
	})
	t.Run("nobody chooses in a closed group", func(t *testing.T) {
		group.Disable()
		test.Tap(group.rows[1])
		group.TypedKey(key(fyne.KeyDown))
		if group.Chosen() != 0 {
			t.Errorf("chosen %d", group.Chosen())
		}
		c.Focus(before)
		if c.FocusNext(); c.Focused() != fyne.Focusable(after) {
			t.Errorf("Tab stops at %T", c.Focused())
		}
	})
}
