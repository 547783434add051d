package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableRow draws one row; it is used again for other rows as the table scrolls.
type tableRow struct {
	widget.BaseWidget
	table   *Table
	id      int
	hovered bool
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

// show makes it the row of another place in the table.
func (r *tableRow) show(id int) {
	r.id, r.hovered = id, r.hovered && id == r.id
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

// Tapped has nothing to do: the press was enough.
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
	// pictures are there in a table that has any.
	pictures []*rowPicture
	size     fyne.Size
}

func (r *rowRenderer) Destroy() {}

func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, rowHeight(1)) }

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.back, r.line, &r.box.Image}
	for i := range r.texts {
		all = append(append(all, r.texts[i].objects()...), &r.icons[i].Image)
	}
	for _, p := range r.pictures {
		all = append(all, &p.Image)
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
	cell, table, pictured := r.cell(i), r.row.table, false
	if len(r.pictures) > 0 {
		r.pictures[i].place(x, table.Pictures*scale(), height)
		pictured = r.pictures[i].Image.Image != nil
		r.pictures[i].Hidden = width == 0 || !pictured
	}
	left := table.beforeWords(cell)
	r.icons[i].Hidden = r.icons[i].Resource == nil || width == 0 || pictured
	if r.icons[i].Visible() {
		// In the place of a picture that is not there it stands in the middle.
		r.icons[i].Move(fyne.NewPos(x+cellGap+(left-cellGap-iconSide())/2, (height-iconSide())/2))
		r.icons[i].Resize(fyne.NewSquareSize(iconSide()))
	}
	x, width = x+left, width-left
	r.texts[i].lay(cell.Text, cell.Short, r.row.table.columns[i], fyne.NewPos(x, 0), fyne.NewSize(width, height))
}

// iconSide is how wide and high the icon of a cell is.
func iconSide() float32 { return 16 * scale() }

// beforeWords is the room that the icon or the picture of a cell takes from its words.
func (t *Table) beforeWords(c Cell) float32 {
	switch {
	case c.Picture != nil:
		return t.Pictures*scale() + cellGap
	case c.Icon != nil:
		return iconSide() + cellGap
	}
	return 0
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
	switch {
	case current && t.list.focused:
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	case current:
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
		if r.row.table.Pictures > 0 {
			r.pictures = append(r.pictures, newRowPicture())
		}
	}
	r.pictures = r.pictures[:min(len(r.pictures), len(r.row.table.columns))]
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
	if len(r.pictures) > 0 {
		var picture image.Image
		if cell.Picture != nil {
			picture = cell.Picture()
		}
		r.pictures[i].show(picture)
	}
}
