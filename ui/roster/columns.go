package roster

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/roster"
	"graduand/ui/widgets"
)

// importColumns shows the first rows of the sheets with a Select above each column
// that says what the column is taken for, and asks which sheets are read and which
// class holds for rows without one.
type importColumns struct {
	screen *Screen
	// fields are what the Selects offer, after «leave out».
	fields []string
	titles []string
	sheet  *widgets.Select
	class  *widgets.Entry
	fold   *widgets.Button
	scroll *container.Scroll
	heads  []*columnHead
}

func newImportColumns(s *Screen) *importColumns {
	c := &importColumns{screen: s, fields: s.window.Registrar().Roster.Fields()}
	for _, sheet := range s.file.Sheets {
		for _, table := range sheet.Tables() {
			for _, field := range table.Fields {
				if field != "" && !slices.Contains(c.fields, field) {
					c.fields = append(c.fields, field)
				}
			}
		}
	}
	c.titles = append(c.titles, s.say("leave_out", nil))
	for _, field := range c.fields {
		c.titles = append(c.titles, s.fieldTitle(field))
	}
	return c
}

func (c *importColumns) build() fyne.CanvasObject {
	s := c.screen
	c.sheet = widgets.NewSelect(c.sheetChoices(), c.onSheet)
	c.sheet.Selected = c.sheet.Options[0]
	if len(s.choice.Sheets) > 0 {
		c.sheet.Selected = s.choice.Sheets[0]
	}
	c.class = widgets.NewEntry("") // an example would look like the class that is given
	c.class.Text = s.choice.Class
	c.class.OnSubmitted = func(string) { c.onClass() }
	c.class.OnLeave = c.onClass
	c.fold = widgets.NewButton("", nil, c.onFold)
	c.fold.Importance = widget.LowImportance
	c.scroll = container.NewScroll(container.NewWithoutLayout())
	sheets := container.NewHBox(widget.NewLabel(s.say("sheet", nil)), container.New(&widgets.FixedWidth{Width: 180 * s.window.Scale()}, c.sheet))
	if len(s.file.Sheets) < 2 {
		sheets.Hide()
	}
	class := container.NewHBox(widget.NewLabel(s.say("class", nil)), container.New(&widgets.FixedWidth{Width: 80 * s.window.Scale()}, c.class))
	c.fill()
	c.showFold()
	options := container.NewBorder(nil, nil, nil, c.fold, container.NewHScroll(container.New(layout.NewCustomPaddedLayout(3, 3, 0, 0), container.NewHBox(sheets, class))))
	return container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewVBox(options, c.scroll))
}

// sheetChoices are all sheets together, then each by its name.
func (c *importColumns) sheetChoices() []string {
	choices := []string{c.screen.say("all_sheets", nil)}
	for _, sheet := range c.screen.file.Sheets {
		choices = append(choices, sheet.Name)
	}
	return choices
}

// previewed are the sheets of which there is something to show: the chosen one, or
// those that look like rosters, or, where none does, all.
func (c *importColumns) previewed() []*roster.Sheet {
	s := c.screen
	var rosters, all []*roster.Sheet
	for i := range s.file.Sheets {
		sheet := &s.file.Sheets[i]
		if len(sheet.Lines) == 0 || len(s.choice.Sheets) > 0 && !slices.Contains(s.choice.Sheets, sheet.Name) {
			continue
		}
		all = append(all, sheet)
		if sheet.Header > 0 || s.choice.Fields[sheet.TablePlace] != nil {
			rosters = append(rosters, sheet)
		}
	}
	if len(rosters) > 0 {
		return rosters
	}
	return all
}

// fill builds the preview anew: other sheets are shown.
func (c *importColumns) fill() {
	c.heads = nil
	column := container.NewVBox()
	sheets := c.previewed()
	for _, sheet := range sheets {
		if len(c.screen.file.Sheets) > 1 {
			column.Add(widgets.BoldWords(sheet.Name))
		}
		for _, table := range sheet.Tables() {
			column.Add(c.preview(table))
		}
	}
	c.scroll.Content = column
	c.refresh()
	height := column.MinSize().Height
	c.scroll.SetMinSize(fyne.NewSize(0, min(height, 190*c.screen.window.Scale())+theme.Size(theme.SizeNameScrollBar)))
}

// previewLines is how many rows of people are shown.
const previewLines = 4

// preview shows the header and the first rows of one table.
func (c *importColumns) preview(table *roster.Table) fyne.CanvasObject {
	lines := table.Below[:min(previewLines, len(table.Below))]
	numbers := make([]string, len(lines))
	for i, line := range lines {
		numbers[i] = fmt.Sprint(line.Number)
	}
	number := &widget.Label{Text: strings.Join(numbers, "\n"), Alignment: fyne.TextAlignTrailing, Importance: widget.LowImportance}
	row := container.NewHBox(container.New(&widgets.FixedWidth{Width: 38 * c.screen.window.Scale()}, container.NewBorder(nil, number, nil, nil)))
	for i := table.Bounds[0]; i < table.Bounds[len(table.Bounds)-1]; i++ {
		head := c.newHead(table, i, lines)
		c.heads = append(c.heads, head)
		row.Add(head.build())
	}
	return row
}

// refresh shows what the columns are taken for now, and the rows as they were read;
// columns left out are pale.
func (c *importColumns) refresh() {
	for _, h := range c.heads {
		h.refresh()
	}
	widgets.Arrange(c.scroll)
}

// fieldsOf are what the columns of a table are taken for: as said, as read, or as recognised.
func (s *Screen) fieldsOf(table *roster.Table) []string {
	if said := s.choice.Fields[table.TablePlace]; said != nil {
		return said
	}
	if s.judged != nil {
		if fields, read := s.judged.FieldsOf(table); read {
			return fields
		}
	}
	return table.Fields
}

func (c *importColumns) onSheet(string) {
	s := c.screen
	s.choice.Sheets = nil
	if at := c.sheet.SelectedIndex(); at > 0 {
		s.choice.Sheets = []string{s.file.Sheets[at-1].Name}
	}
	c.fill()
	s.judge(nil)
}

func (c *importColumns) onClass() {
	if s := c.screen; s.choice.Class != strings.TrimSpace(c.class.Text) {
		s.choice.Class = strings.TrimSpace(c.class.Text)
		s.judge(nil)
	}
}

// onFold hides the preview, so that the rows have more place, or shows it again.
func (c *importColumns) onFold() {
	if c.scroll.Visible() {
		c.scroll.Hide()
	} else {
		c.scroll.Show()
	}
	c.showFold()
	c.screen.page.Refresh()
}

func (c *importColumns) showFold() {
	id, icon := "hide_columns", theme.MenuDropUpIcon()
	if !c.scroll.Visible() {
		id, icon = "show_columns", theme.MenuDropDownIcon()
	}
	c.fold.Icon = icon
	c.fold.SetText(c.screen.say(id, nil))
}
