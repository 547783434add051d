package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Arrange gives everything in an object its place anew, when something in it came, went or
// grew. Refresh does so too, but draws and wraps every word anew as well, which costs many
// times as much: what shows something else by now has been refreshed by who changed it.
// What has no size yet gets its places with it.
func Arrange(o fyne.CanvasObject) {
	if o.Size().IsZero() {
		return
	}
	place(o)
	canvas.Refresh(o)
}

func place(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, child := range o.Objects {
			place(child)
		}
	case *Tile:
		o.content.Resize(o.Size())
		place(o.content)
	case *InnerScroll:
		placeScrolled(&o.Scroll)
	case *container.Scroll:
		placeScrolled(o)
	}
}

// placeScrolled gives the content the size that it needs by now, and the bar its own.
func placeScrolled(s *container.Scroll) {
	s.Base.Refresh()
	place(s.Content)
}

// SetWords shows words in a label that may show them already: to wrap them anew is dear.
func SetWords(label *widget.Label, words string) {
	if label.Text != words {
		label.SetText(words)
	}
}

// Enable lets a widget be used, or not.
func Enable(o fyne.Disableable, able bool) {
	if able {
		o.Enable()
	} else {
		o.Disable()
	}
}

// SetHidden hides an object, or shows it.
func SetHidden(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
		return
	}
	o.Show()
}
