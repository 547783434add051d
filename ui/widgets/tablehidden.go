package widgets

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// WithoutRoom is what is said of the columns that a table has no room for. The window puts
// its own words there.
var WithoutRoom = func() string { return "" }

// keeps says that somebody has asked to see a column where there is too little room for all.
func (t *Table) keeps(column int) bool {
	return slices.Contains(t.arranged.Kept, t.nameOf(column))
}

// hidden counts the columns that have no room.
func (t *Table) hidden(widths []float32) (number int) {
	for _, width := range widths {
		if width == 0 {
			number++
		}
	}
	return number
}

// NotShown are the columns that have no room, each of which can be shown in the place of
// others, and those that somebody has shown so; none where all have room.
func (t *Table) NotShown() (items []*fyne.MenuItem) {
	widths := t.widths(t.header.Size().Width)
	if t.hidden(widths) == 0 {
		return nil
	}
	for i, width := range widths {
		if width > 0 && !t.keeps(i) {
			continue
		}
		item := fyne.NewMenuItem(t.columns[i].Title, func() { t.keep(i, width == 0) })
		item.Checked = width > 0
		items = append(items, item)
	}
	return items
}

// keep shows a column in the place of those less needed, or leaves it to its own need again.
// Where it has no room beside others that were shown so, it is shown in their place.
func (t *Table) keep(column int, shown bool) {
	name := t.nameOf(column)
	t.arranged.Kept = slices.DeleteFunc(t.arranged.Kept, func(s string) bool { return s == name })
	if shown {
		t.arranged.Kept = append(t.arranged.Kept, name)
		if t.widths(t.header.Size().Width)[column] == 0 {
			t.arranged.Kept = []string{name}
		}
	}
	t.list.forget()
	t.refreshAll()
	t.tellArranged()
}

// hiddenSign is the button at the right end of the titles that tells how many columns have no
// room: +3.
type hiddenSign struct {
	words *canvas.Text
	back  *canvas.Rectangle
}

func newHiddenSign() hiddenSign {
	s := hiddenSign{canvas.NewText("", nil), canvas.NewRectangle(nil)}
	s.words.TextStyle.Bold, s.words.Alignment = true, fyne.TextAlignCenter
	return s
}

// hiddenWidth is the room that the sign takes from the titles, none where all have room.
func (t *Table) hiddenWidth(widths []float32) float32 {
	if t.hidden(widths) == 0 {
		return 0
	}
	return signLetters().width(hiddenWords(t.hidden(widths))) + 4*cellGap
}

func signLetters() letters {
	return letters{theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true}}
}

func hiddenWords(number int) string { return fmt.Sprintf("+%d", number) }

// lay puts the sign at the right end of the titles.
func (s *hiddenSign) lay(t *Table, widths []float32, size fyne.Size) {
	number, width := t.hidden(widths), t.hiddenWidth(widths)
	s.words.Hidden, s.back.Hidden = number == 0, number == 0
	s.words.Text, s.words.TextSize = hiddenWords(number), signLetters().size
	s.words.Color, s.back.FillColor = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNameButton)
	s.back.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	at, room := fyne.NewPos(size.Width-width+cellGap, 3*scale()), fyne.NewSize(width-2*cellGap, size.Height-6*scale())
	s.back.Move(at)
	s.back.Resize(room)
	height := s.words.MinSize().Height
	s.words.Move(at.AddXY(0, (room.Height-height)/2))
	s.words.Resize(fyne.NewSize(room.Width, height))
}

// onHidden says that the sign is here.
func (h *tableHeader) onHidden(x float32) bool {
	width := h.table.hiddenWidth(h.table.widths(h.Size().Width))
	return width > 0 && x >= h.Size().Width-width
}

// showHidden names the columns that have no room, under the sign.
func (h *tableHeader) showHidden() {
	c := fyne.CurrentApp().Driver().CanvasForObject(h)
	items := h.table.NotShown()
	if c == nil || len(items) == 0 {
		return
	}
	head := fyne.NewMenuItem(WithoutRoom(), nil)
	head.Disabled = true
	menu := widget.NewPopUpMenu(fyne.NewMenu("", append([]*fyne.MenuItem{head, fyne.NewMenuItemSeparator()}, items...)...), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(h)
	menu.ShowAtPosition(at.AddXY(h.Size().Width-menu.MinSize().Width, h.Size().Height))
}
