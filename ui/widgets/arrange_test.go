package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// countedLabel counts how often it is drawn anew.
type countedLabel struct {
	widget.Label
	drawn int
}

func (c *countedLabel) Refresh() {
	c.drawn++
	c.Label.Refresh()
}

func TestArrange(t *testing.T) {
	test.NewTempApp(t)
	first, second := Wrapped("short"), &countedLabel{}
	second.Text = "stays"
	second.ExtendBaseWidget(second)
	page := container.NewVScroll(container.New(&Stacked{}, container.New(&Stacked{}, first), second))
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(200, 100))
	place, drawn, content := second.Position().Y, second.drawn, page.Content.Size().Height
	first.SetText("words that take several lines in a window that is as narrow as this one is, and then some more of them")
	Arrange(page)
	t.Run("what stands under something that has grown goes down, and the page with it", func(t *testing.T) {
		if second.Position().Y < place+40 || page.Content.Size().Height < content+20 {
			t.Errorf("it stood at %.0f and stands at %.0f; the page was %.0f high and is %.0f", place, second.Position().Y, content, page.Content.Size().Height)
		}
	})
	t.Run("what shows the same is not drawn anew", func(t *testing.T) {
		if second.drawn != drawn {
			t.Errorf("it was drawn %d times more", second.drawn-drawn)
		}
	})
}

func TestIconOfAStep(t *testing.T) {
	test.NewTempApp(t)
	icon := &countedIcon{Resource: theme.ErrorIcon()}
	item := NewStepItem("Passport", func() {})
	item.SetState(icon, theme.ColorNameError, "2 errors", false)
	test.NewTempWindow(t, item)
	first := icon.read
	item.SetState(icon, theme.ColorNameError, "1 error", true)
	item.MouseIn(nil)
	if first == 0 || icon.read != first {
		t.Errorf("it was read %d times, then %d times", first, icon.read)
	}
	if item.SetState(icon, theme.ColorNameWarning, "1 error", true); icon.read == first {
		t.Error("the old colour stays")
	}
}
