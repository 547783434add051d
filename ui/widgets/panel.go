package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel puts content on a panel's background with air around it.
func Panel(content fyne.CanvasObject) fyne.CanvasObject {
	back := NewThemed(ColorPanel)
	return container.NewStack(back, container.NewPadded(container.NewPadded(content)))
}

// themed is a rectangle in a colour of the theme.
type themed struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

// NewThemed makes a rectangle in a colour of the theme.
func NewThemed(name fyne.ThemeColorName) *themed {
	t := &themed{name: name}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the rectangle.
func (t *themed) CreateRenderer() fyne.WidgetRenderer {
	return &themedRenderer{WidgetRenderer: widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent)), themed: t}
}

type themedRenderer struct {
	fyne.WidgetRenderer
	themed *themed
}

// Refresh takes the colour of the theme that holds now.
func (r *themedRenderer) Refresh() {
	rectangle := r.Objects()[0].(*canvas.Rectangle)
	rectangle.FillColor = theme.Color(r.themed.name)
	rectangle.CornerRadius = 0
	rectangle.Refresh()
}

func (r *themedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.Refresh()
}
