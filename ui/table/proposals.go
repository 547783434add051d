package table

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// proposals shows what a table from outside would change, cell by cell, each to be ticked:
// conflicts and what would be deleted are marked and not ticked, what is refused says why
// and cannot be. Space ticks, Enter takes what is ticked.
type proposals struct {
	window    *frame.Window
	from      string
	proposed  []table.Proposed
	misplaced []table.Misplaced
	notes     []string

	table  *widgets.Table
	count  *widget.Label
	detail *widget.Label
	// keys name the rows; those of proposals come after those that are nobody's.
	keys map[string]int
	box  *frame.Box
}

func newProposals(w *frame.Window, from string, proposed []table.Proposed, misplaced []table.Misplaced) *proposals {
	return &proposals{window: w, from: from, proposed: proposed, misplaced: misplaced, keys: map[string]int{}}
}

// say adds a sentence above the table.
func (d *proposals) say(words string) { d.notes = append(d.notes, words) }

// show shows the table, or says that there is nothing to take.
func (d *proposals) show(title string) {
	w := d.window
	if len(d.proposed)+len(d.misplaced) == 0 {
		d.notes = append(d.notes, w.Say("proposals.none", nil))
		w.Ask(title, widgets.Wrapped(strings.Join(d.notes, "\n")), bulkWidth, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	width := min(proposalsWidth, w.Canvas().Size().Width/w.Scale()-proposalsMargin)
	content := container.New(&widgets.FixedSize{Size: fyne.NewSize((width-proposalsPadding)*w.Scale(), w.Canvas().Size().Height-proposalsRoom*w.Scale())}, d.build())
	d.box = w.Ask(title, content, width, frame.Choice{Label: w.Say("proposals.take", nil), Ready: d.onTake}, frame.Choice{Label: w.Say("proposals.keep", nil)})
	d.box.Topic = frame.Table
	d.onTicked()
	d.table.MoveTo(d.table.Rows()[0].Key)
	w.Canvas().Focus(d.table.Focusable())
}

// Sizes of the dialog: how wide it grows, what it leaves free of the window at its sides,
// what its own frame takes, and what else stands in it and around it from top to bottom.
const (
	proposalsWidth   = 1080
	proposalsMargin  = 60
	proposalsPadding = 40
	proposalsRoom    = 190
)

func (d *proposals) build() fyne.CanvasObject {
	w := d.window
	column := func(id string, width float32, drop int) widgets.Column {
		return widgets.Column{Title: w.Say("proposals."+id, nil), Width: width, Drop: drop}
	}
	what := column("becomes", 190, 0)
	what.Stretch = true
	d.table = widgets.NewTable([]widgets.Column{column("who", 190, 0), column("field", 150, 0), column("was", 160, 1), what, column("place", 60, 2)})
	d.table.OnSelected = d.onTicked
	d.table.OnCursor = d.onCursor
	d.table.OnEnter = func() { d.box.Confirm() }
	d.table.OnEscape = func() { d.box.Leave() }
	d.table.SetRows(d.rows())
	d.table.Select(d.good()...)
	d.count, d.detail = widget.NewLabel(""), widgets.Wrapped("")
	notes := container.NewVBox(widgets.Wrapped(w.Say("proposals.about", nil)))
	if n := d.erased(d.proposed); n > 0 {
		d.say(w.Say("proposals.some_erased", map[string]any{"number": n}))
	}
	if n := d.doubtful(); n > 0 {
		d.say(w.Say("proposals.some_doubtful", map[string]any{"number": n}))
	}
	for _, words := range d.notes {
		notes.Add(widgets.WarningLine(words))
	}
	below := container.New(&widgets.FixedSize{Size: fyne.NewSize(0, detailHeight*w.Scale())}, container.NewVScroll(d.detail))
	bottom := container.NewVBox(below, d.count)
	return container.New(layout.NewBorderLayout(notes, bottom, nil, nil), notes, d.table, bottom)
}

// detailHeight leaves room for three lines about the current row.
const detailHeight = 64

// rows are a line for each row that is nobody's, and then for each cell.
func (d *proposals) rows() []widgets.Row {
	var rows []widgets.Row
	for i, m := range d.misplaced {
		rows = append(rows, widgets.Row{Key: fmt.Sprintf("-%d", i), Cells: []widgets.Cell{{Text: "—"}, {}, {},
			refusedCell(frame.OneLine(d.window.Explain(m.Reason))), {Text: m.Place}}})
	}
	for i, p := range d.proposed {
		key := fmt.Sprint(i)
		d.keys[key] = i
		rows = append(rows, widgets.Row{Key: key, Cells: []widgets.Cell{{Text: p.Name}, {Text: d.window.TitleOfField(p.Field)},
			{Text: d.words(p.Field, p.Before)}, d.outcome(p), {Text: p.Place}}})
	}
	return rows
}

func refusedCell(words string) widgets.Cell {
	return widgets.Cell{Text: words, Colour: theme.ColorNameError, Icon: theme.ErrorIcon()}
}

// words is a stored value as people read it; a stroke for none.
func (d *proposals) words(field, value string) string {
	if value == "" {
		return "—"
	}
	return d.window.TitleOfCode(field, value)
}

// outcome is what a cell becomes, or why it does not.
func (d *proposals) outcome(p table.Proposed) widgets.Cell {
	switch {
	case p.Refused != nil:
		return refusedCell(frame.OneLine(d.window.ExplainBeside(p.Refused)))
	case erases(p):
		return widgets.Cell{Text: d.window.Say("proposals.erased", nil), Colour: theme.ColorNameError, Icon: theme.DeleteIcon()}
	case p.Conflict, p.Doubt != nil:
		return widgets.Cell{Text: d.words(p.Field, p.After), Colour: theme.ColorNameWarning, Icon: theme.WarningIcon()}
	}
	return widgets.Cell{Text: d.words(p.Field, p.After)}
}

// erases says that a proposal would leave nothing of a value.
func erases(p table.Proposed) bool { return p.Refused == nil && p.After == "" }

// erased counts the proposals that would delete a value.
func (d *proposals) erased(among []table.Proposed) int {
	n := 0
	for _, p := range among {
		if erases(p) {
			n++
		}
	}
	return n
}

// doubtful counts the proposals that somebody has to look at first.
func (d *proposals) doubtful() int {
	n := 0
	for _, p := range d.proposed {
		if p.Refused == nil && p.Doubt != nil {
			n++
		}
	}
	return n
}

// good are the rows that are ticked at first: neither refused, in conflict nor in doubt,
// and none that deletes: a cell is emptied by a slip as easily as on purpose.
func (d *proposals) good() []string {
	var keys []string
	for i := range d.proposed {
		if p := d.proposed[table.Leader(d.proposed, i)]; p.Refused == nil && !p.Conflict && p.Doubt == nil && !erases(p) {
			keys = append(keys, fmt.Sprint(i))
		}
	}
	return keys
}

// ticked are the proposals to take, with their rows: none that is refused, and what another brings
// along with that.
func (d *proposals) ticked() (keys []string, chosen []table.Proposed) {
	if d.table.Marked() == 0 {
		return nil, nil
	}
	marked := map[int]bool{}
	for _, key := range d.table.Selected() {
		if i, is := d.keys[key]; is {
			marked[i] = true
		}
	}
	for i, p := range d.proposed {
		if p.Refused == nil && marked[table.Leader(d.proposed, i)] {
			keys, chosen = append(keys, fmt.Sprint(i)), append(chosen, p)
		}
	}
	return keys, chosen
}

// onTicked says how many will be taken; the tick of what cannot be goes again.
func (d *proposals) onTicked() {
	keys, chosen := d.ticked()
	if d.table.Marked() > 0 && !slices.Equal(keys, d.table.Selected()) {
		d.table.Select(keys...)
		return
	}
	conflicts, refused := 0, len(d.misplaced)
	for _, p := range d.proposed {
		switch {
		case p.Refused != nil:
			refused++
		case p.Conflict:
			conflicts++
		}
	}
	if d.count != nil {
		words := d.window.Say("proposals.count", map[string]any{"taken": len(chosen), "conflicts": conflicts, "refused": refused})
		if n := d.erased(chosen); n > 0 {
			words += " " + d.window.Say("proposals.deletes", map[string]any{"number": n})
		}
		d.count.SetText(words)
	}
}

// onCursor says all about the current row: its cells may be too narrow for it.
func (d *proposals) onCursor(key string) {
	w := d.window
	i, is := d.keys[key]
	if !is {
		d.detail.SetText(w.Explain(d.misplaced[d.misplacedAt(key)].Reason))
		return
	}
	p := d.proposed[i]
	args := map[string]any{"name": p.Name, "field": d.window.TitleOfField(p.Field), "before": d.words(p.Field, p.Before),
		"after": d.words(p.Field, p.After), "seen": d.words(p.Field, p.Seen), "typed": p.Typed}
	switch {
	case p.Refused != nil:
		args["reason"] = w.ExplainBeside(p.Refused)
		d.detail.SetText(w.Say("proposals.refused", args))
	case p.Conflict:
		d.detail.SetText(w.Say("proposals.conflict", args))
	case p.Doubt != nil:
		d.detail.SetText(w.Say("proposals.change", args) + ". " + w.Explain(p.Doubt))
	case erases(p):
		d.detail.SetText(w.Say("proposals.delete", args))
	default:
		d.detail.SetText(w.Say("proposals.change", args))
	}
	if p.With != "" {
		d.detail.SetText(d.detail.Text + ". " + w.Say("proposals.along", map[string]any{"with": w.TitleOfField(p.With)}))
	}
}

func (d *proposals) misplacedAt(key string) int {
	for i := range d.misplaced {
		if key == fmt.Sprintf("-%d", i) {
			return i
		}
	}
	return 0
}

// onTake takes what is ticked; the dialog stays until that is done, and when nothing is ticked.
func (d *proposals) onTake() bool {
	_, chosen := d.ticked()
	if len(chosen) == 0 {
		d.count.SetText(d.window.Say("proposals.nothing", nil))
		return false
	}
	w, r, from := d.window, d.window.Registrar(), d.from
	there := Step{Title: w.Say("proposals.take", nil),
		Do: func(ctx context.Context) (int, error) { return r.Table.TakeProposed(ctx, chosen, from) },
		Said: func(n int) string {
			args := about(w, chosen)
			args["number"] = n
			return w.Say("proposals.done", args)
		}}
	actIn(d.box, w, there, takingBack(w, chosen))
	return false
}
