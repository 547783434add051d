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

// tableIn is the first table that is seen in o, one with rows before others; nil for none.
func tableIn(o fyne.CanvasObject) (found *widgets.Table) {
	if o == nil || !o.Visible() {
		return nil
	}
	if table, is := o.(*widgets.Table); is {
		return table
	}
	for _, part := range partsOf(o) {
		switch table := tableIn(part); {
		case table == nil:
		case table.Count() > 0:
			return table
		case found == nil:
			found = table
		}
	}
	return found
}

// firstIn is the first in o that is seen and takes keys, of choices beside each other the one
// that holds; nil for none.
func firstIn(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if table, is := o.(*widgets.Table); is {
		return table.Focusable()
	}
	if input, is := o.(fyne.Focusable); is {
		if able, may := o.(fyne.Disableable); !may || !able.Disabled() {
			return input
		}
		return nil
	}
	for _, part := range partsOf(o) {
		if choice, is := part.(*widgets.Button); is && choice.Present && choice.Visible() && !choice.Disabled() {
			return choice
		}
	}
	for _, part := range partsOf(o) {
		if found := firstIn(part); found != nil {
			return found
		}
	}
	return nil
}

// firstField is the first in o that is seen and typed into or chosen in, nil for none.
func firstField(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	switch input := o.(type) {
	case interface {
		fyne.Focusable
		fyne.Disableable
		Inner() *widgets.Entry
	}:
		if !input.Disabled() {
			return input
		}
	case *widgets.DialogSelect:
		return input
	case *widgets.OneOf:
		return input
	}
	for _, part := range partsOf(o) {
		if found := firstField(part); found != nil {
			return found
		}
	}
	return nil
}
