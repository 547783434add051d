package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// partsOf are the objects that stand in another, nil for one that holds none.
func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *widgets.Watcher:
		return []fyne.CanvasObject{o.Content}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	}
	return nil
}

// typedIn is what stands in the entries of an object.
func typedIn(o fyne.CanvasObject) map[*widgets.Entry]string {
	typed := map[*widgets.Entry]string{}
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if e, is := o.(interface{ Inner() *widgets.Entry }); is {
			typed[e.Inner()] = e.Inner().Text
		}
		for _, part := range partsOf(o) {
			look(part)
		}
	}
	look(o)
	return typed
}
