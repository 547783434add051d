package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// cellWords are the words in one place of a table: one line, or two.
type cellWords struct{ first, second *canvas.Text }

func newCellWords() *cellWords {
	c := &cellWords{canvas.NewText("", nil), canvas.NewText("", nil)}
	c.second.Hide()
	return c
}

// objects are what is drawn: the second line only where there is one.
func (c *cellWords) objects() []fyne.CanvasObject {
	if c.second.Hidden {
		return []fyne.CanvasObject{c.first}
	}
	return []fyne.CanvasObject{c.first, c.second}
}

// lay puts words into a place.
func (c *cellWords) lay(words, short string, column Column, at fyne.Position, size fyne.Size) {
	lines := linesOf(words, short, column.TwoLines, size.Width-2*cellGap, c.first.TextStyle)
	c.first.TextSize, c.second.TextSize = lines.size, lines.size
	c.first.Text, c.second.Text = lines.first, lines.second
	c.second.Hidden = lines.second == ""
	if c.second.Hidden {
		placeText(c.first, column.Right, at, size)
		return
	}
	// Each has half of the row but for the line below, and no more of a high row than they need.
	high := min(size.Height, rowHeight(2))
	half, top := fyne.NewSize(size.Width, high/2-scale()), at.AddXY(0, (size.Height-high)/2)
	placeText(c.first, column.Right, top, half)
	placeText(c.second, column.Right, top.AddXY(0, half.Height), half)
}

// placeText puts a line into a place, in the middle of its height.
func placeText(t *canvas.Text, right bool, at fyne.Position, size fyne.Size) {
	t.Alignment = fyne.TextAlignLeading
	if right {
		t.Alignment = fyne.TextAlignTrailing
	}
	h := t.MinSize().Height
	t.Move(fyne.NewPos(at.X+cellGap, at.Y+(size.Height-h)/2))
	t.Resize(fyne.NewSize(max(size.Width-2*cellGap, 0), h))
}

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
	if icon == nil {
		return
	}
	r.Resource = inkedIn(icon, colour)
	// One that has no size yet is read when it gets it.
	if !r.Size().IsZero() {
		r.Image.Refresh()
	}
}

// layBox puts a box to tick into its place before the cells.
func (r *rowIcon) layBox(width, height float32) {
	side := 18 * scale()
	r.Move(fyne.NewPos((width-side)/2, (height-side)/2))
	r.Resize(fyne.NewSquareSize(side))
}
