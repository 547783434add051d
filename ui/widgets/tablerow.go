package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableList is the list of rows: it adds the keys of a table to Fyne's list.
type tableList struct {
	widget.List
	table *Table
	shift bool
}

var _ desktop.Keyable = (*tableList)(nil)

func newTableList(t *Table) *tableList {
	l := &tableList{table: t}
	l.HideSeparators = true
	l.Length = func() int { return len(t.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newTableRow(t) }
	l.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) { o.(*tableRow).show(id) }
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained makes the first row current, so that the keyboard has where to start.
func (l *tableList) FocusGained() {
	if l.table.cursor == "" {
		l.table.step(0, false)
	}
	l.Refresh()
}

// FocusLost forgets a held Shift.
func (l *tableList) FocusLost() {
	l.shift = false
	l.Refresh()
}

// KeyDown notes that Shift is held.
func (l *tableList) KeyDown(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		l.shift = true
	}
}

// KeyUp notes that Shift is free.
func (l *tableList) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		l.shift = false
	}
}

// TypedKey moves, selects and opens.
func (l *tableList) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	t := l.table
	page := max(int(l.Size().Height/t.rowHeight())-1, 1)
	switch key.Name {
	case fyne.KeyDown:
		t.step(1, l.shift)
	case fyne.KeyUp:
		t.step(-1, l.shift)
	case fyne.KeyPageDown:
		t.step(page, l.shift)
	case fyne.KeyPageUp:
		t.step(-page, l.shift)
	case fyne.KeyHome:
		t.step(-len(t.rows), l.shift)
	case fyne.KeyEnd:
		t.step(len(t.rows), l.shift)
	case fyne.KeySpace:
		if t.cursor != "" && !t.Plain {
			t.toggle(t.cursor)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.OnEnter != nil {
			t.OnEnter()
		} else if t.cursor != "" && t.OnOpened != nil {
			t.OnOpened(t.cursor)
		}
	case fyne.KeyDelete:
		if t.OnRemove != nil {
			t.OnRemove()
		}
	case desktop.KeyMenu:
		t.showMenuByKey()
	case fyne.KeyEscape:
		if t.OnEscape != nil {
			t.OnEscape()
		} else {
			Left()
		}
	}
}

// tableRow draws one row; it is used again for other rows as the table scrolls.
type tableRow struct {
	widget.BaseWidget
	table   *Table
	id      int
	hovered bool
	held    fyne.KeyModifier
	at      fyne.Position
}

var (
	_ desktop.Hoverable   = (*tableRow)(nil)
	_ desktop.Mouseable   = (*tableRow)(nil)
	_ fyne.DoubleTappable = (*tableRow)(nil)

	_ fyne.SecondaryTappable = (*tableRow)(nil)
)

func newTableRow(t *Table) *tableRow {
	r := &tableRow{table: t, id: -1}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) show(id int) {
	r.id = id
	r.Refresh()
}

func (r *tableRow) row() *Row {
	if r.id < 0 || r.id >= len(r.table.rows) {
		return nil
	}
	return &r.table.rows[r.id]
}

// MouseDown takes the click at once: a table answers on the press.
func (r *tableRow) MouseDown(e *desktop.MouseEvent) {
	Touched()
	if row := r.row(); row != nil && e.Button == desktop.MouseButtonPrimary {
		r.table.clicked(row.Key, e.Modifier, e.Position.X < r.table.boxWidth())
	}
}

// MouseUp has nothing to do.
func (r *tableRow) MouseUp(*desktop.MouseEvent) {}

// Tapped keeps the list from selecting the row in its own way.
func (r *tableRow) Tapped(*fyne.PointEvent) {}

// TappedSecondary shows what can be done with the row.
func (r *tableRow) TappedSecondary(e *fyne.PointEvent) {
	Touched()
	if row := r.row(); row != nil {
		r.table.showMenu(row.Key, e.AbsolutePosition)
	}
}

// DoubleTapped opens the row.
func (r *tableRow) DoubleTapped(*fyne.PointEvent) {
	if row := r.row(); row != nil && r.table.OnOpened != nil {
		r.table.OnOpened(row.Key)
	}
}

// MouseIn lights the row.
func (r *tableRow) MouseIn(*desktop.MouseEvent) {
	Touched()
	r.hovered = true
	r.Refresh()
}

// MouseMoved has nothing to do.
func (r *tableRow) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut dims the row.
func (r *tableRow) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// CreateRenderer draws background, box and cells.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{row: r, back: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), box: &rowIcon{}}
	renderer.Refresh()
	return renderer
}

type rowRenderer struct {
	row   *tableRow
	back  *canvas.Rectangle
	line  *canvas.Rectangle
	box   *rowIcon
	texts []*cellWords
	icons []*rowIcon
	size  fyne.Size
}

func (r *rowRenderer) Destroy() {}

func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.row.table.rowHeight()) }

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.back, r.line, &r.box.Image}
	for i := range r.texts {
		all = append(append(all, r.texts[i].objects()...), &r.icons[i].Image)
	}
	return all
}

func (r *rowRenderer) Layout(size fyne.Size) {
	r.size = size
	r.back.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.box.layBox(r.row.table.boxWidth(), size.Height)
	r.box.Hidden = r.row.table.Plain
	x := r.row.table.boxWidth()
	for i, width := range r.row.table.widths(size.Width) {
		if i < len(r.texts) {
			r.layoutCell(i, x, width, size.Height)
		}
		x += width
	}
}

func (r *rowRenderer) layoutCell(i int, x, width, height float32) {
	r.icons[i].Hidden = r.icons[i].Resource == nil || width == 0
	if r.icons[i].Visible() {
		side := 16 * scale()
		r.icons[i].Move(fyne.NewPos(x+cellGap, (height-side)/2))
		r.icons[i].Resize(fyne.NewSquareSize(side))
		x, width = x+side+cellGap, width-side-cellGap
	}
	cell := r.cell(i)
	r.texts[i].lay(cell.Text, cell.Short, r.row.table.columns[i], fyne.NewPos(x, 0), fyne.NewSize(width, height))
}

func (r *rowRenderer) cell(i int) Cell {
	if row := r.row.row(); row != nil && i < len(row.look()) {
		return row.Cells[i]
	}
	return Cell{}
}

func (r *rowRenderer) Refresh() {
	r.prepare()
	t := r.row.table
	r.line.FillColor = theme.Color(theme.ColorNameSeparator)
	row := r.row.row()
	marked := row != nil && t.selected[row.Key]
	current := row != nil && row.Key == t.cursor
	r.back.FillColor = theme.Color(theme.ColorNameBackground)
	switch {
	case current || marked:
		r.back.FillColor = theme.Color(theme.ColorNameSelection)
	case r.row.hovered:
		r.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.back.StrokeWidth = 0
	if current {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNameFocus), 1
	}
	box := theme.CheckButtonIcon()
	if marked {
		box = theme.CheckButtonCheckedIcon()
	}
	r.box.show(box, theme.ColorNameForeground)
	for i := range r.texts {
		r.refreshCell(i)
	}
	r.Layout(r.size)
	canvas.Refresh(r.row)
}

// prepare makes as many texts as there are columns.
func (r *rowRenderer) prepare() {
	for len(r.texts) < len(r.row.table.columns) {
		r.texts = append(r.texts, newCellWords())
		icon := &rowIcon{}
		icon.Hide()
		r.icons = append(r.icons, icon)
	}
	r.texts, r.icons = r.texts[:len(r.row.table.columns)], r.icons[:len(r.row.table.columns)]
}

func (r *rowRenderer) refreshCell(i int) {
	cell := r.cell(i)
	colour := cell.Colour
	if colour == "" {
		colour = theme.ColorNameForeground
	}
	r.texts[i].first.Color, r.texts[i].second.Color = theme.Color(colour), theme.Color(colour)
	r.icons[i].show(cell.Icon, colour)
}
