package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PageLayout puts a head over a body and, where they are not nil, a foot below and a side at
// the right of it. Head and foot get the height that their words and buttons need at the
// width there is. The side has a share of the width, three tenths where none is said, within
// least and most.
type PageLayout struct {
	Head, Body, Foot, Side fyne.CanvasObject
	Least, Most, Share     float32
}

// MinSize lets body and side be as narrow as they like to be.
func (p *PageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	gap := theme.Padding()
	size := p.Body.MinSize()
	if p.Side != nil {
		size = fyne.NewSize(size.Width+gap+p.Least, max(size.Height, p.Side.MinSize().Height))
	}
	for _, o := range []fyne.CanvasObject{p.Head, p.Foot} {
		if o != nil {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height+gap)
		}
	}
	return size
}

// Layout gives the body what head, foot and side leave.
func (p *PageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Padding()
	top := heightAt(p.Head, size.Width) + gap
	bottom, width := size.Height, size.Width
	p.Head.Move(fyne.Position{})
	if p.Foot != nil {
		bottom -= heightAt(p.Foot, size.Width)
		p.Foot.Move(fyne.NewPos(0, bottom))
		bottom -= gap
	}
	if p.Side != nil {
		share := p.Share
		if share == 0 {
			share = 0.3
		}
		wide := min(max(size.Width*share, p.Least), p.Most)
		width -= wide + gap
		p.Side.Resize(fyne.NewSize(wide, bottom-top))
		p.Side.Move(fyne.NewPos(width+gap, top))
	}
	p.Body.Resize(fyne.NewSize(width, bottom-top))
	p.Body.Move(fyne.NewPos(0, top))
}

// heightAt gives an object a width and the height that it needs there, which wrapped
// words know only when they have the width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}

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
