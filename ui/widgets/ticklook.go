package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tickLook is how a box to tick looks.
type tickLook struct{ round, checked, disabled, focused bool }

func newTickRenderer(look func() tickLook) *tickRenderer {
	r := &tickRenderer{look: look, halo: canvas.NewCircle(color.Transparent), fill: &rowIcon{}, icon: &rowIcon{}}
	r.paint()
	return r
}

type tickRenderer struct {
	look       func() tickLook
	halo       *canvas.Circle
	fill, icon *rowIcon
}

// Objects are what is drawn, the lowest first.
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halo, &r.fill.Image, &r.icon.Image}
}

// Destroy has nothing to give back.
func (r *tickRenderer) Destroy() {}

// MinSize is as high as a line of words in a label.
func (r *tickRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon) + 2*theme.Size(theme.SizeNameInnerPadding))
}

// Layout puts the box at the top, beside the first line of the words.
func (r *tickRenderer) Layout(size fyne.Size) {
	side, pad := theme.Size(theme.SizeNameInlineIcon), theme.Size(theme.SizeNameInnerPadding)
	left := (size.Width - side) / 2
	for _, image := range []*rowIcon{r.fill, r.icon} {
		image.Resize(fyne.NewSquareSize(side))
		image.Move(fyne.NewPos(left, pad-1))
	}
	r.halo.Resize(fyne.NewSquareSize(side + pad))
	r.halo.Move(fyne.NewPos(left-pad/2, pad/2-1))
}

// Refresh shows what has changed.
func (r *tickRenderer) Refresh() {
	r.paint()
	r.halo.Refresh()
}

func (r *tickRenderer) paint() {
	look := r.look()
	fill, empty, full := theme.CheckButtonFillIcon(), theme.CheckButtonIcon(), theme.CheckButtonCheckedIcon()
	if look.round {
		fill, empty, full = theme.RadioButtonFillIcon(), theme.RadioButtonIcon(), theme.RadioButtonCheckedIcon()
	}
	shown, colour := empty, theme.ColorNamePlaceHolder
	if look.checked {
		shown, colour = full, theme.ColorNamePrimary
	}
	if look.disabled {
		colour = theme.ColorNameDisabled
	}
	r.fill.show(fill, theme.ColorNameInputBackground)
	r.icon.show(shown, colour)
	r.halo.FillColor = color.Transparent
	if look.focused && !look.disabled {
		r.halo.FillColor = theme.Color(theme.ColorNameFocus)
	}
}
