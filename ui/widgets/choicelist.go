package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// choiceList is the open list of a [Select]: as high as the window lets it be, and scrolled to the
// entry that is marked. Fyne's list cannot be told to scroll, so that the keyboard leaves what is
// seen of it.
type choiceList struct {
	widget.BaseWidget
	of     *Select
	rows   []*choiceRow
	scroll *container.Scroll
	over   *widget.PopUp
	// marked is the place of the entry that Enter chooses, -1 for none.
	marked int
	typed  typedLetters
}

// newChoiceList has the chosen entry of a choice marked; it is not shown yet.
func newChoiceList(of *Select, c fyne.Canvas) *choiceList {
	l := &choiceList{of: of, marked: -1}
	box := container.NewVBox()
	for i, words := range of.Options {
		row := newChoiceRow(l, i, words)
		l.rows = append(l.rows, row)
		box.Add(row)
	}
	l.scroll = container.NewVScroll(box)
	l.ExtendBaseWidget(l)
	l.over = widget.NewPopUp(l, c)
	return l
}

// CreateRenderer shows the entries.
func (l *choiceList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// show opens the list, the chosen entry in the middle of it, and gives it the keyboard.
func (l *choiceList) show() {
	l.over.Show()
	l.place()
	l.mark(l.of.SelectedIndex())
	if l.marked >= 0 {
		middle := l.rows[l.marked].Position().Y - (l.scroll.Size().Height-l.rows[l.marked].Size().Height)/2
		l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(middle, l.scroll.Content.MinSize().Height-l.scroll.Size().Height))))
	}
	l.over.Canvas.Focus(l)
}

// place puts the list below its choice, or above where all of it, or more of it, has room only there.
func (l *choiceList) place() {
	room, at, edge := l.over.Canvas.Size(), l.of.at(), theme.Padding()
	air := theme.InnerPadding()
	all := l.scroll.Content.MinSize().AddWidthHeight(air, air)
	top := at.Y + l.of.Size().Height
	below := room.Height - top - edge
	height := min(all.Height, max(below, at.Y-edge))
	if height > below {
		top = at.Y - height
	}
	if height < all.Height {
		all.Width += theme.Size(theme.SizeNameScrollBar)
	}
	width := max(all.Width, l.of.Size().Width)
	l.over.Move(fyne.NewPos(max(0, min(at.X, room.Width-width)), top))
	l.over.Resize(fyne.NewSize(min(width, room.Width), height))
}

// mark goes to another entry; a place that is none takes the mark away.
func (l *choiceList) mark(at int) {
	was := l.marked
	if l.marked = at; at < 0 || at >= len(l.rows) {
		l.marked = -1
	}
	for _, changed := range []int{was, l.marked} {
		if changed >= 0 {
			l.rows[changed].Refresh()
		}
	}
}

// goTo marks another entry, the first or the last where there is none at this place, and scrolls to it.
func (l *choiceList) goTo(at int) {
	l.mark(max(0, min(at, len(l.rows)-1)))
	Follow(l.scroll, l.rows[l.marked])
}

// page is how many entries a page is further on: as many as are seen, but for one.
func (l *choiceList) page() int {
	return max(1, int(l.scroll.Size().Height/(l.rows[0].Size().Height+theme.Padding()))-1)
}

// choose closes the list and chooses the marked entry, if the choice still offers it.
func (l *choiceList) choose() {
	l.over.Hide()
	if l.marked >= 0 {
		l.of.SetSelectedIndex(slices.Index(l.of.Options, l.rows[l.marked].words.Text))
	}
}

// choiceRow is one entry of an open list; the mouse over it marks it, a click chooses it.
type choiceRow struct {
	widget.BaseWidget
	list  *choiceList
	at    int
	words *canvas.Text
	back  *canvas.Rectangle
}

var _ desktop.Hoverable = (*choiceRow)(nil)

func newChoiceRow(list *choiceList, at int, words string) *choiceRow {
	r := &choiceRow{list: list, at: at, words: canvas.NewText(words, color.Transparent), back: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	r.paint()
	return r
}

// CreateRenderer shows the words with air around them.
func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	air := theme.InnerPadding()
	words := container.New(layout.NewCustomPaddedLayout(air, air, air, air), r.words)
	return widget.NewSimpleRenderer(container.NewStack(r.back, words))
}

// Refresh shows whether it is marked.
func (r *choiceRow) Refresh() {
	r.paint()
	r.words.Refresh()
	r.back.Refresh()
}

func (r *choiceRow) paint() {
	r.words.Color, r.words.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	r.back.CornerRadius, r.back.FillColor = theme.SelectionRadiusSize(), color.Transparent
	if r.list.marked == r.at {
		r.back.FillColor = theme.Color(theme.ColorNameFocus)
	}
}

// Tapped chooses it.
func (r *choiceRow) Tapped(*fyne.PointEvent) {
	Touched()
	r.list.mark(r.at)
	r.list.choose()
}

// MouseIn marks it.
func (r *choiceRow) MouseIn(*desktop.MouseEvent) {
	Touched()
	r.list.mark(r.at)
}

// MouseMoved tells that somebody is there.
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut leaves the mark: the keyboard goes on from it.
func (r *choiceRow) MouseOut() {}
