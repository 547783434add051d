package frametest

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// drawn is a text where the window draws it.
type drawn struct {
	words     string
	from, end fyne.Position
}

// touching is how far two lines may reach into each other, in pixels: letters have air of their own.
const touching = 3

// Overlaps are the pairs of texts in an object that are drawn over one another, as far as the
// scrollers around them show them.
func Overlaps(o fyne.CanvasObject) (pairs []string) {
	all := drawnIn(o, fyne.Position{}, fyne.Position{}, fyne.NewPos(1e6, 1e6))
	for i, a := range all {
		for _, b := range all[:i] {
			across := min(a.end.X, b.end.X) - max(a.from.X, b.from.X)
			down := min(a.end.Y, b.end.Y) - max(a.from.Y, b.from.Y)
			if across > touching && down > touching {
				pairs = append(pairs, fmt.Sprintf("%q over %q, by %.0f×%.0f at %.0f,%.0f", a.words, b.words, across, down, a.from.X, a.from.Y))
			}
		}
	}
	return pairs
}

// drawnIn walks over what is visible between two corners of the window; at is where what an object
// stands in begins.
func drawnIn(o fyne.CanvasObject, at, from, end fyne.Position) (all []drawn) {
	if o == nil || !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	if _, scrolls := o.(fyne.Scrollable); scrolls {
		from, end = fyne.NewPos(max(from.X, at.X), max(from.Y, at.Y)), fyne.NewPos(min(end.X, at.X+o.Size().Width), min(end.Y, at.Y+o.Size().Height))
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if t := textAt(o, at); strings.TrimSpace(o.Text) != "" {
			t.from = fyne.NewPos(max(from.X, t.from.X), max(from.Y, t.from.Y))
			t.end = fyne.NewPos(min(end.X, t.end.X), min(end.Y, t.end.Y))
			return []drawn{t}
		}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		all = append(all, drawnIn(child, at, from, end)...)
	}
	return all
}

// textAt is where the letters of a text are, which may have more room than they need, or less.
func textAt(t *canvas.Text, at fyne.Position) drawn {
	need := t.MinSize()
	room := t.Size().Subtract(need)
	at.Y += room.Height / 2
	switch t.Alignment {
	case fyne.TextAlignCenter:
		at.X += room.Width / 2
	case fyne.TextAlignTrailing:
		at.X += room.Width
	}
	return drawn{t.Text, at, at.Add(need)}
}
