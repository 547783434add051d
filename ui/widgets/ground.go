package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Ground is the coloured ground of a bar beside what scrolls, which takes the mouse and does nothing with it. Fyne
// 2.7 clips what scrolls within something that scrolls by the inner of the two alone: a row, or the words in an entry,
// that has scrolled away under the bar would be pressed through it.
type Ground struct{ themed }

var (
	_ fyne.Draggable    = (*Ground)(nil)
	_ fyne.Scrollable   = (*Ground)(nil)
	_ desktop.Mouseable = (*Ground)(nil)
	_ desktop.Hoverable = (*Ground)(nil)
)

// NewGround makes a ground in a colour of the theme.
func NewGround(name fyne.ThemeColorName) *Ground {
	g := &Ground{themed{name: name}}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged has nothing to do.
func (g *Ground) Dragged(*fyne.DragEvent) {}

// DragEnd has nothing to do.
func (g *Ground) DragEnd() {}

// Scrolled has nothing to do.
func (g *Ground) Scrolled(*fyne.ScrollEvent) {}

// MouseDown tells that somebody is there.
func (g *Ground) MouseDown(*desktop.MouseEvent) { Touched() }

// MouseUp has nothing to do.
func (g *Ground) MouseUp(*desktop.MouseEvent) {}

// MouseIn tells that somebody is there.
func (g *Ground) MouseIn(*desktop.MouseEvent) { Touched() }

// MouseMoved tells that somebody is there.
func (g *Ground) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut has nothing to do.
func (g *Ground) MouseOut() {}
