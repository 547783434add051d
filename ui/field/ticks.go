package field

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// tickWords are words that tick the box they stand beside when they are clicked.
type tickWords struct {
	widget.Label
	tick *widgets.Tick
}

func newTickWords(words string, tick *widgets.Tick) *tickWords {
	t := &tickWords{tick: tick}
	t.Text, t.Wrapping = words, fyne.TextWrapWord
	t.ExtendBaseWidget(t)
	return t
}

// Tapped ticks the box.
func (t *tickWords) Tapped(e *fyne.PointEvent) { t.tick.Tapped(e) }

// tickRow is a box with its title beside it and a note in small letters under the title;
// both take as many lines as they need.
type tickRow struct {
	code  string
	tick  *widgets.Tick
	words *tickWords
	box   *fyne.Container
}

func newTickRow(item registrar.Item, onChanged func()) *tickRow {
	r := &tickRow{code: item.Code, tick: widgets.NewTick(func(bool) { onChanged() })}
	r.words = newTickWords(item.Title, r.tick)
	words := container.New(widgets.Snug, r.words)
	if item.Note != "" {
		note := widgets.Small(item.Note)
		note.Importance = widget.LowImportance
		words.Add(note)
	}
	r.box = container.New(&widgets.Beside{}, r.tick, words)
	return r
}

func (r *tickRow) setAble(able bool) {
	if able {
		r.tick.Enable()
	} else {
		r.tick.Disable()
	}
	widgets.Faint(&r.words.Label, !able && !r.tick.Checked)
}

// tickList are boxes below one another, several of which can be ticked. The arrows lead from
// one to the next.
type tickList struct {
	host                Host
	onChanged, onEscape func()
	items               []registrar.Item
	rows                []*tickRow
	box                 *fyne.Container
}

func newTickList(host Host, onChanged, onEscape func()) *tickList {
	return &tickList{host: host, onChanged: onChanged, onEscape: onEscape, box: container.New(&widgets.Stacked{})}
}

// offer shows other items. The same ones stay as they are: one of them may have the focus.
func (l *tickList) offer(items []registrar.Item, able bool) {
	if slices.Equal(items, l.items) {
		return
	}
	l.items, l.rows = slices.Clone(items), nil
	l.box.RemoveAll()
	for i, item := range items {
		row := newTickRow(item, l.onChanged)
		row.tick.OnEnter = func() { l.host.Reveal(row.box) }
		row.tick.OnEscape = l.onEscape
		row.tick.OnMove = func(step int) { focusNear(l.rows, i, step) }
		row.setAble(able)
		l.rows = append(l.rows, row)
		l.box.Add(row.box)
	}
}

// focusNear goes to the next row, upwards or downwards, that is seen.
func focusNear(rows []*tickRow, at, step int) {
	for i := at + step; i >= 0 && i < len(rows); i += step {
		if c := fyne.CurrentApp().Driver().CanvasForObject(rows[i].tick); c != nil && rows[i].box.Visible() {
			c.Focus(rows[i].tick)
			return
		}
	}
}

// set ticks those that are so.
func (l *tickList) set(is func(code string) bool) {
	for _, row := range l.rows {
		row.tick.Set(is(row.code))
	}
}

// ticked are the codes of the ticked ones.
func (l *tickList) ticked() []string {
	var codes []string
	for _, row := range l.rows {
		if row.tick.Checked {
			codes = append(codes, row.code)
		}
	}
	return codes
}

func (l *tickList) setAble(able bool) {
	for _, row := range l.rows {
		row.setAble(able)
	}
}

// Focusable is the first one.
func (l *tickList) Focusable() fyne.Focusable {
	if len(l.rows) == 0 {
		return nil
	}
	return l.rows[0].tick
}
