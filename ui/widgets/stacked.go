package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tight stacks a name, an input and what stands under it with little air between them.
// Words that wrap get their width before anybody asks how high they are.
type Tight struct{}

// MinSize is the widest and the sum of the heights.
func (*Tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height
		}
	}
	size.Height -= 2 * tightGap
	return size
}

// tightGap is what a label's own padding is reduced by.
const tightGap = 4

// Layout puts them below one another.
func (*Tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(-tightGap)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		y += LayOut(o, fyne.NewPos(0, y), size.Width)
		if i == 0 {
			y -= tightGap
		}
	}
}

// LayOut gives an object a width and the height that it then needs, which it returns.
func LayOut(o fyne.CanvasObject, at fyne.Position, width float32) (height float32) {
	o.Move(at)
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height = o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}

// Stacked puts objects below one another without air between them; those that wrap get
// their width first. Overlap is how far each reaches into the one above: labels have air
// of their own.
type Stacked struct{ overlap float32 }

// Snug are words in small letters right under those they belong to.
var Snug = &Stacked{overlap: 2 * tightGap}

// MinSize is the widest and the sum of the heights.
func (s *Stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
		if size.Height > least.Height {
			size.Height -= s.overlap
		}
	}
	return size
}

// Layout puts them below one another.
func (s *Stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			y += LayOut(o, fyne.NewPos(0, y), size.Width) - s.overlap
		}
	}
}

// Columns puts objects beside each other in the order of Tab: the first takes what the
// others leave, each of the others has its width, at the 100 % of the scale. Where too
// little is left the others stand in a second line.
type Columns struct {
	Widths []float32
	Scale  float32
	narrow bool
}

// leastFirst is the width under which the words of the first cannot be read.
const leastFirst = 150

// rest is what the others leave to the first.
func (c *Columns) rest(width float32) float32 {
	for _, w := range c.Widths {
		width -= w*c.Scale + theme.Padding()
	}
	return width
}

// squeezed is how much of their widths the others need at the least.
const squeezed = 0.9

// MinSize has room for the others, a little narrower, and for all beneath each other.
func (c *Columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, size := objects[0].MinSize(), fyne.Size{}
	for i, o := range objects[1:] {
		size.Width += c.Widths[i]*c.Scale + theme.Padding()
		size.Height = max(size.Height, o.MinSize().Height)
	}
	size.Width *= squeezed
	if c.narrow {
		return fyne.NewSize(max(first.Width, size.Width), first.Height+size.Height)
	}
	return fyne.NewSize(max(first.Width, size.Width), max(first.Height, size.Height))
}

// Layout puts them beside each other, at the top.
func (c *Columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, part := c.rest(size.Width), float32(1)
	c.narrow = rest < leastFirst*c.Scale
	x, y := rest+theme.Padding(), float32(0)
	if c.narrow {
		part = min(size.Width/(size.Width-rest), 1)
		x, y = max(rest, 0), LayOut(objects[0], fyne.Position{}, size.Width)
	} else {
		LayOut(objects[0], fyne.Position{}, rest)
	}
	for i, o := range objects[1:] {
		width := c.Widths[i] * c.Scale * part
		LayOut(o, fyne.NewPos(x, y), width)
		x += width + theme.Padding()
	}
}

// Beside puts a box at the left of its words, at their first line.
type Beside struct{}

// MinSize is that of both.
func (*Beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	box, words := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(box.Width+words.Width, max(box.Height, words.Height))
}

// Layout puts them beside each other.
func (*Beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	box := objects[0].MinSize()
	objects[0].Resize(box)
	objects[0].Move(fyne.Position{})
	LayOut(objects[1], fyne.NewPos(box.Width-besideGap, 0), size.Width-box.Width+besideGap)
}

// besideGap is how far the words go towards their box: both have air of their own.
const besideGap = 6

// Footed puts its second object at the end of the room, as high as its words need at that width, and
// gives the first what is left above it.
type Footed struct{}

// MinSize is the wider and the sum of the heights.
func (*Footed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	body, foot := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(body.Width, foot.Width), body.Height+theme.Padding()+foot.Height)
}

// Layout puts them.
func (*Footed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := LayOut(objects[1], fyne.Position{}, size.Width)
	objects[1].Move(fyne.NewPos(0, size.Height-high))
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, max(size.Height-high-theme.Padding(), 0)))
}
