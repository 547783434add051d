package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestFlow(t *testing.T) {
	test.NewTempApp(t)
	box := func() fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(100, 20), container.NewStack())
	}
	a, b, last := box(), box(), box()
	f := container.New(&Flow{Last: 150}, a, b, layout.NewSpacer(), last)
	gap := theme.Padding()
	if least := f.MinSize(); least.Width != 100 {
		t.Errorf("the least width is %v", least.Width)
	}
	f.Resize(fyne.NewSize(600, 20))
	if last.Size().Width != 150 || last.Position().X != 450 || f.MinSize().Height != 20 {
		t.Errorf("in one row: %v at %v, %v high", last.Size(), last.Position(), f.MinSize().Height)
	}
	f.Resize(fyne.NewSize(250, 20))
	if last.Position().Y != 20+gap || b.Position().X != 100+gap || f.MinSize().Height != 40+gap {
		t.Errorf("in two rows: %v, %v high", last.Position(), f.MinSize().Height)
	}
	f.Resize(fyne.NewSize(600, 20))
	if f.MinSize().Height != 20 {
		t.Errorf("wide again it is %v high", f.MinSize().Height)
	}
}
