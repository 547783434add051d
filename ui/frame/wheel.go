package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// onWheel gives the wheel that was turned over an entry to the nearest scroller around
// it that can move: a form goes on scrolling when an entry slides under the pointer.
func (w *Window) onWheel(over *widgets.Entry, e *fyne.ScrollEvent) {
	w.ScrollAround(func(o fyne.CanvasObject) bool {
		holder, is := o.(interface{ Inner() *widgets.Entry })
		return is && holder.Inner() == over
	}, e)
}

// ScrollAround gives the wheel to the nearest scroller around an object that can move.
func (w *Window) ScrollAround(it func(fyne.CanvasObject) bool, e *fyne.ScrollEvent) {
	around := scrollersAround(w.front(), it, nil)
	for i := len(around) - 1; i >= 0; i-- {
		before := around[i].Offset
		around[i].Scrolled(e)
		if around[i].Offset != before {
			return
		}
	}
}

// front is what lies uppermost in the window: the content of a dialog, else the page.
func (w *Window) front() fyne.CanvasObject {
	if popup, is := w.Canvas().Overlays().Top().(*widget.PopUp); is {
		return popup.Content
	}
	return w.window.Content()
}

// scrollersAround are the scrollers on the way from an object down to another, the
// outermost first; nil where that is not below it.
func scrollersAround(from fyne.CanvasObject, to func(fyne.CanvasObject) bool, passed []*container.Scroll) []*container.Scroll {
	if to(from) {
		return append([]*container.Scroll{}, passed...)
	}
	var children []fyne.CanvasObject
	switch o := from.(type) {
	case *fyne.Container:
		children = o.Objects
	case *widgets.Watcher:
		children = []fyne.CanvasObject{o.Content}
	case *container.Scroll:
		children, passed = []fyne.CanvasObject{o.Content}, append(passed, o)
	}
	for _, child := range children {
		if found := scrollersAround(child, to, passed); found != nil {
			return found
		}
	}
	return nil
}
