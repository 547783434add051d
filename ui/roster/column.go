package roster

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// columnHead is one column of the preview.
type columnHead struct {
	columns *importColumns
	table   *roster.Table
	index   int
	lines   []roster.Line
	choose  *widgets.Select
	title   *widgets.Shortened
	cells   *widgets.Shortened
	place   *widgets.FixedWidth
	look    columnLook
}

func (c *importColumns) newHead(table *roster.Table, index int, lines []roster.Line) *columnHead {
	h := &columnHead{columns: c, table: table, index: index, lines: lines, place: &widgets.FixedWidth{}}
	h.choose = widgets.NewSelect(c.titles, h.onField)
	h.choose.PlaceHolder = c.screen.say("what", nil)
	h.title, h.cells = widgets.NewShortenedBold(frame.OneLine(table.Titles[index]), ""), widgets.NewShortened("", "")
	return h
}

func (h *columnHead) build() fyne.CanvasObject {
	content := container.New(layout.NewCustomPaddedVBoxLayout(0), h.choose, h.title, h.cells)
	if h.table.Header == 0 {
		h.title.Hide()
	}
	return container.New(h.place, content)
}

func (h *columnHead) refresh() {
	c := h.columns
	field := c.screen.fieldsOf(h.table)[h.index]
	look := columnLook{importance: widget.LowImportance, texts: h.texts()}
	if field != "" || h.table.Header > 0 || c.screen.choice.Fields[h.table.TablePlace] != nil {
		look.chosen = c.titles[slices.Index(c.fields, field)+1]
	}
	if field != "" {
		look.importance = widget.MediumImportance
	}
	if look != h.look {
		h.show(look)
	}
	h.place.Width = h.width()
}

// show draws the column anew with another look.
func (h *columnHead) show(look columnLook) {
	h.look = look
	h.choose.Selected, h.cells.Text = look.chosen, look.texts
	h.title.Importance, h.cells.Importance = look.importance, look.importance
	h.choose.Refresh()
	h.title.Refresh()
	h.cells.Refresh()
}

// columnLook is what a column shows that can change.
type columnLook struct {
	chosen, texts string
	importance    widget.Importance
}

// texts are the cells of the column, a line each: as they were read, else as they
// stand in the file.
func (h *columnHead) texts() string {
	texts := make([]string, len(h.lines))
	for i, line := range h.lines {
		cell := h.columns.screen.file.Shown(h.table.Sheet, line, h.index)
		if row, read := h.columns.screen.judged.of(roster.Cell{Sheet: h.table.Sheet, Row: line.Number, Column: h.index}); read && h.index < len(row.Cells) {
			cell = row.Readable()[h.index]
		}
		texts[i] = frame.OneLine(cell)
	}
	return strings.Join(texts, "\n")
}

// width is what the column needs, within bounds.
func (h *columnHead) width() float32 {
	scale, size := h.columns.screen.window.Scale(), theme.Size(theme.SizeNameText)
	measure := func(words string, style fyne.TextStyle) float32 { return fyne.MeasureText(words, size, style).Width }
	shown := h.choose.Selected
	if shown == "" {
		shown = h.choose.PlaceHolder
	}
	needed := max(measure(shown, fyne.TextStyle{})+theme.Size(theme.SizeNameInlineIcon)+theme.Size(theme.SizeNameInnerPadding), measure(h.title.Text+" ", h.title.TextStyle))
	for text := range strings.SplitSeq(h.cells.Text, "\n") {
		needed = max(needed, measure(text, fyne.TextStyle{}))
	}
	return min(max(needed+2*theme.Size(theme.SizeNameInnerPadding), 100*scale), 260*scale)
}

// onField takes the column for something else. A field stands in one column of each table, only
// documents may stand in several.
func (h *columnHead) onField(string) {
	s := h.columns.screen
	field := ""
	if at := h.choose.SelectedIndex(); at > 0 {
		field = h.columns.fields[at-1]
	}
	fields := slices.Clone(s.fieldsOf(h.table))
	if fields[h.index] == field && s.choice.Fields[h.table.TablePlace] != nil {
		return
	}
	from, to := h.beside()
	for i := from; i < to; i++ {
		if fields[i] == field && field != roster.Document {
			fields[i] = ""
		}
	}
	fields[h.index] = field
	s.choice.Fields[h.table.TablePlace] = fields
	s.judge(nil)
}

// beside are the bounds of that of the tables side by side in which the column stands.
func (h *columnHead) beside() (from, to int) {
	bounds := h.table.Bounds
	for k := 1; k < len(bounds); k++ {
		if h.index < bounds[k] {
			return bounds[k-1], bounds[k]
		}
	}
	return bounds[0], bounds[len(bounds)-1]
}
