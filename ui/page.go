package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// pageLayout puts a head over a body and, where they are not nil, a foot below and a side at
// the right of it. Head and foot get the height that their words and buttons need at the
// width there is. The side has three tenths of the width, within least and most.
type pageLayout struct {
	head, body, foot, side fyne.CanvasObject
	least, most            float32
}

// MinSize lets body and side be as narrow as they like to be.
func (p *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	gap := theme.Padding()
	size := p.body.MinSize()
	if p.side != nil {
		size = fyne.NewSize(size.Width+gap+p.least, max(size.Height, p.side.MinSize().Height))
	}
	for _, o := range []fyne.CanvasObject{p.head, p.foot} {
		if o != nil {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height+gap)
		}
	}
	return size
}

// Layout gives the body what head, foot and side leave.
func (p *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Padding()
	top := heightAt(p.head, size.Width) + gap
	bottom, width := size.Height, size.Width
	p.head.Move(fyne.Position{})
	if p.foot != nil {
		bottom -= heightAt(p.foot, size.Width)
		p.foot.Move(fyne.NewPos(0, bottom))
		bottom -= gap
	}
	if p.side != nil {
		wide := min(max(size.Width*0.3, p.least), p.most)
		width -= wide + gap
		p.side.Resize(fyne.NewSize(wide, bottom-top))
		p.side.Move(fyne.NewPos(width+gap, top))
	}
	p.body.Resize(fyne.NewSize(width, bottom-top))
	p.body.Move(fyne.NewPos(0, top))
}

// heightAt gives an object a width and the height that it needs there, which wrapped
// words know only when they have the width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}
