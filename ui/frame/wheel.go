package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	if scroller, is := from.(*container.Scroll); is {
		passed = append(passed, scroller)
	}
	for _, part := range partsOf(from) {
		if found := scrollersAround(part, to, passed); found != nil {
			return found
		}
	}
	return nil
}
