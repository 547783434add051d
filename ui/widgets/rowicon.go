package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// rowIcon is an icon of a row of a table. A row is refreshed at every move of the cursor,
// and to read an icon costs more than the rest of the row: it is read again only when it
// is another one or has another colour.
type rowIcon struct {
	canvas.Image
	icon fyne.Resource
	ink  color.Color
}

// show shows an icon in a colour of the theme; nil shows none.
func (r *rowIcon) show(icon fyne.Resource, colour fyne.ThemeColorName) {
	ink := theme.Color(colour)
	if icon == r.icon && ink == r.ink {
		return
	}
	r.icon, r.ink, r.Resource = icon, ink, nil
	if icon != nil {
		r.Resource = theme.NewColoredResource(icon, colour)
		r.Image.Refresh()
	}
}
