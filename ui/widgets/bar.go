package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// BarPart is a part of a bar: how large beside the others, and its colour. Striped, Dotted and Framed
// tell it from the others to who sees no colours.
type BarPart struct {
	Size                    int
	Colour                  fyne.ThemeColorName
	Striped, Dotted, Framed bool
}

// Bar shows how a whole is shared, from left to right. What it shows stands in words beside it.
type Bar struct {
	widget.BaseWidget
	parts []BarPart
}

// NewBar shows these parts.
func NewBar(parts ...BarPart) *Bar {
	b := &Bar{parts: parts}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows other parts.
func (b *Bar) Set(parts ...BarPart) {
	if !slices.Equal(parts, b.parts) {
		b.parts = parts
		b.Refresh()
	}
}

// barHeight is how high a bar is with letters of the usual size, stripe how far its stripes are from
// each other.
const (
	barHeight = 14
	stripe    = 6
)

// CreateRenderer draws the parts.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{bar: b} }

type barRenderer struct {
	bar  *Bar
	size fyne.Size
	all  []fyne.CanvasObject
}

// Destroy has nothing to give back.
func (*barRenderer) Destroy() {}

// MinSize is narrow: a bar takes what there is.
func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(40*scale(), barHeight*scale()) }

// Objects are the parts with their stripes.
func (r *barRenderer) Objects() []fyne.CanvasObject { return r.all }

// Refresh takes the colours of the theme that holds now.
func (r *barRenderer) Refresh() {
	r.Layout(r.size)
	canvas.Refresh(r.bar)
}

// Layout gives each part its share of the width. One that is there is seen, however small.
func (r *barRenderer) Layout(size fyne.Size) {
	r.size, r.all = size, nil
	whole := 0
	for _, p := range r.bar.parts {
		whole += p.Size
	}
	x, left := float32(0), size.Width
	for _, p := range r.bar.parts {
		if p.Size == 0 {
			continue
		}
		width := min(max(size.Width*float32(p.Size)/float32(whole), 2), left)
		part := canvas.NewRectangle(theme.Color(p.Colour))
		part.Move(fyne.NewPos(x, 0))
		part.Resize(fyne.NewSize(width, size.Height))
		r.all = append(r.all, part)
		switch {
		case p.Striped:
			r.stripes(x, width, size.Height)
		case p.Dotted:
			r.dots(x, width, size.Height)
		case p.Framed:
			part.StrokeColor, part.StrokeWidth = theme.Color(theme.ColorNamePlaceHolder), 1
		}
		x, left = x+width, left-width
	}
}

// dots draws a row of dots in the middle of a part.
func (r *barRenderer) dots(x, width, height float32) {
	wide := height / 3
	for at := x + wide; at+wide < x+width; at += stripe * scale() * 2 {
		dot := canvas.NewCircle(theme.Color(theme.ColorNameForeground))
		dot.Resize(fyne.NewSquareSize(wide))
		dot.Move(fyne.NewPos(at, wide))
		r.all = append(r.all, dot)
	}
}

// stripes draws slanting lines over a part, none of which leaves it.
func (r *barRenderer) stripes(x, width, height float32) {
	end := x + width
	for at := x - height + stripe*scale()/2; at < end; at += stripe * scale() {
		line := canvas.NewLine(theme.Color(theme.ColorNameBackground))
		line.StrokeWidth = 2
		from, to := max(at, x), min(at+height, end)
		line.Position1, line.Position2 = fyne.NewPos(from, height-(from-at)), fyne.NewPos(to, height-(to-at))
		r.all = append(r.all, line)
	}
}
