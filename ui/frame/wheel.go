package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/ui/widgets"
)

// scrollAround gives the wheel to the nearest scroller around an object that can move.
func scrollAround(front fyne.CanvasObject, it func(fyne.CanvasObject) bool, e *fyne.ScrollEvent) {
	around := scrollersAround(front, it, nil)
	for i := len(around) - 1; i >= 0; i-- {
		before := around[i].Offset
		around[i].Scrolled(e)
		if around[i].Offset != before {
			return
		}
	}
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
