package widgets

import (
	"strings"

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

// lay puts words into a place. Those that have no room even in two lines give way to
// the short ones, where there are any.
func (c *cellWords) lay(words, short string, column Column, at fyne.Position, size fyne.Size) {
	room := size.Width - 2*cellGap
	c.second.Hide()
	c.setSize(theme.Size(theme.SizeNameText))
	if !column.TwoLines || c.width(words) <= room {
		c.first.Text = fit(words, c.first, room)
		placeText(c.first, column.Right, at, size)
		return
	}
	c.setSize(theme.Size(theme.SizeNameText) * ofTwoLines)
	line, rest := c.breakLine(words, room)
	if c.width(rest) > room && short != "" {
		c.lay(short, "", column, at, size)
		return
	}
	c.first.Text, c.second.Text = fit(line, c.first, room), fit(rest, c.second, room)
	c.second.Hidden = rest == ""
	if c.second.Hidden {
		placeText(c.first, column.Right, at, size)
		return
	}
	// Each has half of the row but for the line below.
	half, top := fyne.NewSize(size.Width, size.Height/2-scale()), at
	placeText(c.first, column.Right, top, half)
	placeText(c.second, column.Right, top.AddXY(0, half.Height), half)
}

// ofTwoLines is how large the letters of two lines are: as large as two can be in a row
// without touching, hardly smaller than those of one.
const ofTwoLines = 12.0 / usualText

func (c *cellWords) setSize(size float32) { c.first.TextSize, c.second.TextSize = size, size }

func (c *cellWords) width(words string) float32 {
	return fyne.MeasureText(words, c.first.TextSize, c.first.TextStyle).Width
}

// breakLine takes as many words as have room in a line, one at least, and leaves the rest.
func (c *cellWords) breakLine(words string, room float32) (line, rest string) {
	all := strings.Fields(words)
	n := min(1, len(all))
	for n < len(all) && c.width(strings.Join(all[:n+1], " ")) <= room {
		n++
	}
	return strings.Join(all[:n], " "), strings.Join(all[n:], " ")
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

// fit shortens a text that is wider than its cell, with an ellipsis.
func fit(s string, t *canvas.Text, width float32) string {
	measure := func(s string) float32 { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width }
	if width <= 0 {
		return ""
	}
	if measure(s) <= width {
		return s
	}
	letters := []rune(s)
	low, high := 0, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		if measure(string(letters[:middle])+"…") <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(letters[:low]) + "…"
}
