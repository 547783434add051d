package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHeader shows the titles of the columns.
type tableHeader struct {
	widget.BaseWidget
	table *Table
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the titles.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	r := &headerRenderer{header: h, back: canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))}
	r.Refresh()
	return r
}

type headerRenderer struct {
	header *tableHeader
	back   *canvas.Rectangle
	titles []*cellWords
	size   fyne.Size
}

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.header.table.rowHeight()) }

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.back}
	for _, t := range r.titles {
		all = append(all, t.objects()...)
	}
	return all
}

func (r *headerRenderer) Layout(size fyne.Size) {
	r.size = size
	r.back.Resize(size)
	x := r.header.table.boxWidth()
	for i, width := range r.header.table.widths(size.Width) {
		column := r.header.table.columns[i]
		r.titles[i].lay(column.Title, "", column, fyne.NewPos(x, 0), fyne.NewSize(width, size.Height))
		x += width
	}
}

func (r *headerRenderer) Refresh() {
	r.back.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	r.titles = nil
	for range r.header.table.columns {
		title := newCellWords()
		for _, line := range []*canvas.Text{title.first, title.second} {
			line.Color, line.TextStyle.Bold = theme.Color(theme.ColorNameForeground), true
		}
		r.titles = append(r.titles, title)
	}
	r.Layout(r.size)
	canvas.Refresh(r.header)
}
