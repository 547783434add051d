package field

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// conditionsInput is the choice among the coded special conditions (UA-137): those chosen
// on top, under them a search by code or words, and the whole texts in their groups.
type conditionsInput struct {
	inputFrame
	chosen  *fyne.Container
	summary conditionsSummary
	search  *widgets.Entry
	nothing *widget.Label
	groups  []*conditionGroup
	// unknown are stored codes that the campaign does not have: they stay until they are
	// taken away on top.
	unknown []string
	scroll  *widgets.InnerScroll
}

// conditionsSummary is what the list on top shows.
type conditionsSummary struct {
	codes string
	able  bool
}

// conditionGroup is a group with its heading.
type conditionGroup struct {
	rows []*tickRow
	// keys are the words that the search looks into, row by row.
	keys []string
	box  *fyne.Container
}

func newConditionsInput(w *frame.Window, host Host, f form.Field) *conditionsInput {
	c := &conditionsInput{inputFrame: newInputFrame(w, host, f), chosen: container.New(&widgets.Stacked{}), nothing: widgets.Small(w.Say("input.nothing_found", nil))}
	c.search = widgets.NewSearch(w.Say("input.search_condition", nil))
	c.search.OnChanged = func(string) { c.filter() }
	c.search.OnSubmitted = func(string) { c.onSubmitted() }
	c.search.OnEscape = c.onLeaveSearch
	c.search.OnEnter = func() { host.Reveal(c.search) }
	c.search.OnMove = func(int) { c.focusFirst() }
	c.nothing.Hide()
	list := container.New(&widgets.Stacked{}, c.nothing)
	for _, group := range w.Registrar().Campaign().ConditionGroups {
		list.Add(c.group(group).box)
	}
	// The bar of the scroller lies over its content: the padding keeps it off.
	c.scroll = widgets.NewInnerScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), list))
	c.scroll.Outer = func(e *fyne.ScrollEvent) {
		w.ScrollAround(func(o fyne.CanvasObject) bool { return o == fyne.CanvasObject(c.scroll) }, e)
	}
	c.assemble(c, container.New(&widgets.Stacked{}, c.chosen, c.search, container.New(&widgets.FixedSize{Size: fyne.NewSize(0, conditionsHeight*w.Scale())}, c.scroll)))
	return c
}

// conditionsHeight is how much of the list is seen at once.
const conditionsHeight = 340

func (*conditionsInput) wide() bool { return true }

func (c *conditionsInput) group(g registrar.Item) *conditionGroup {
	heading := widget.NewLabelWithStyle(g.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	heading.Wrapping = fyne.TextWrapWord
	group := &conditionGroup{box: container.New(&widgets.Stacked{}, heading)}
	for _, x := range c.window.Registrar().Campaign().Conditions {
		if x.Group == g.Code {
			group.rows = append(group.rows, c.row(&x))
			group.keys = append(group.keys, data.FindKey(x.Title+" "+x.Footnote+" "+g.Title))
			group.box.Add(group.rows[len(group.rows)-1].box)
		}
	}
	c.groups = append(c.groups, group)
	return group
}

func (c *conditionsInput) row(x *registrar.Condition) *tickRow {
	row := newTickRow(registrar.Item{Code: x.Code, Title: x.Code + "  " + x.Title, Note: x.Footnote}, c.onTicked)
	row.tick.OnEnter = func() { c.onFocus(row) }
	row.tick.OnEscape = c.onEscape
	row.tick.OnMove = func(step int) { c.onMove(row, step) }
	return row
}

func (c *conditionsInput) onFocus(row *tickRow) {
	c.host.Reveal(c.scroll)
	widgets.Follow(&c.scroll.Scroll, row.box)
}

// onMove goes to the next row that is seen; above the first one is the search.
func (c *conditionsInput) onMove(row *tickRow, step int) {
	seen := c.seen()
	at := slices.Index(seen, row)
	if at == 0 && step < 0 {
		c.focus(c.search)
		return
	}
	focusNear(seen, at, step)
}

func (c *conditionsInput) focus(o fyne.Focusable) { c.window.Canvas().Focus(o) }

func (c *conditionsInput) focusFirst() {
	if seen := c.seen(); len(seen) > 0 {
		c.focus(seen[0].tick)
	}
}

// rows are all of them.
func (c *conditionsInput) rows() []*tickRow {
	var rows []*tickRow
	for _, group := range c.groups {
		rows = append(rows, group.rows...)
	}
	return rows
}

// seen are the rows that the search has left.
func (c *conditionsInput) seen() []*tickRow {
	return slices.DeleteFunc(c.rows(), func(row *tickRow) bool { return !row.box.Visible() })
}

// filter leaves the rows in which every word of the search stands, or whose code begins
// with it.
func (c *conditionsInput) filter() {
	words, some := strings.Fields(data.FindKey(c.search.Text)), false
	for _, group := range c.groups {
		found := 0
		for i, row := range group.rows {
			row.box.Hidden = slices.ContainsFunc(words, func(word string) bool {
				return !strings.HasPrefix(row.code, word) && !strings.Contains(group.keys[i], word)
			})
			if !row.box.Hidden {
				found++
			}
		}
		group.box.Hidden = found == 0
		some = some || found > 0
	}
	c.nothing.Hidden = some
	widgets.Arrange(c.scroll)
	c.scroll.ScrollToTop()
}

// onSubmitted ticks the only row that the search has left.
func (c *conditionsInput) onSubmitted() {
	if seen := c.seen(); len(seen) == 1 && c.search.Text != "" && c.able() {
		seen[0].tick.Set(!seen[0].tick.Checked)
		c.search.SetText("")
		c.onTicked()
	}
}

// onLeaveSearch empties the search, or gives back what is stored where it is empty.
func (c *conditionsInput) onLeaveSearch() {
	if c.search.Text == "" {
		c.onEscape()
		return
	}
	c.search.SetText("")
}

func (c *conditionsInput) onTicked() {
	c.summarise(c.ticked())
	c.onTaken()
}

func (c *conditionsInput) ticked() []string {
	var codes []string
	for _, row := range c.rows() {
		if row.tick.Checked {
			codes = append(codes, row.code)
		}
	}
	return append(codes, c.unknown...)
}

func (c *conditionsInput) display() {
	stored := data.SplitList(c.stored())
	c.unknown = slices.DeleteFunc(slices.Clone(stored), func(code string) bool { return c.window.Registrar().Campaign().Condition(code) != nil })
	for _, row := range c.rows() {
		row.tick.Set(slices.Contains(stored, row.code))
	}
	c.summarise(stored)
}

// summarise lists the chosen ones on top, each with a button that takes it away.
func (c *conditionsInput) summarise(codes []string) {
	w := c.window
	now := conditionsSummary{codes: strings.Join(codes, ","), able: c.able()}
	if now == c.summary && len(c.chosen.Objects) > 0 {
		return
	}
	c.summary = now
	c.chosen.RemoveAll()
	if len(codes) == 0 {
		c.chosen.Add(widgets.Small(w.Say("input.no_condition", nil)))
	}
	for _, code := range codes {
		words := widget.NewLabel(code)
		if x := w.Registrar().Campaign().Condition(code); x != nil {
			words.SetText(code + "  " + x.Title)
		}
		words.Wrapping = fyne.TextWrapWord
		away := widgets.NewIcon(w.Say("input.condition_away", map[string]any{"condition": code}), theme.CancelIcon(), func() { c.onAway(code) })
		away.Importance = widget.LowImportance
		if !c.able() {
			away.Disable()
		}
		c.chosen.Add(container.New(layout.NewBorderLayout(nil, nil, nil, away), words, away))
	}
	widgets.Arrange(c.whole)
}

// onAway takes a chosen one away.
func (c *conditionsInput) onAway(code string) {
	c.unknown = slices.DeleteFunc(c.unknown, func(other string) bool { return other == code })
	for _, row := range c.rows() {
		if row.code == code {
			row.tick.Set(false)
		}
	}
	c.focus(c.search)
	c.onTicked()
}

func (c *conditionsInput) setAble(able bool) {
	for _, row := range c.rows() {
		row.setAble(able)
	}
}

func (c *conditionsInput) Values() []registrar.Assign {
	return []registrar.Assign{{Field: c.field.Code, Value: strings.Join(c.ticked(), ",")}}
}

func (c *conditionsInput) Focusable() fyne.Focusable { return c.search }
