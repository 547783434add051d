package table

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// bulkLine is one field of the dialog with its new value.
type bulkLine struct {
	dialog *bulkDialog
	// whole is all of it, value what fits the field.
	whole *fyne.Container
	field *widgets.DialogSelect
	drop  *widgets.Button
	value *fyne.Container

	how   *widgets.DialogSelect
	entry *widgets.FollowedEntry
	one   *widgets.DialogSelect
	// codes are those of the ticks; a subject stands there once with each of its levels.
	codes []string
	ticks []*widgets.DialogCheck
	// boxes are the ticks, held by holder.
	boxes, holder *fyne.Container
	// clear empties the field of all; nil where that is one of the choices.
	clear *widgets.DialogCheck
	about *widget.Label
}

// hows are what can be done with a field of several codes, in the order of the choice.
var hows = []table.How{table.Include, table.Exclude, table.Put}

// newBulkLine is a line of the field of this number.
func newBulkLine(d *bulkDialog, field int) *bulkLine {
	w, line := d.window, &bulkLine{dialog: d}
	var titles, ways []string
	for _, f := range d.fields {
		titles = append(titles, w.TitleOfField(f.Code))
	}
	for _, how := range hows {
		ways = append(ways, w.Say("bulk_screen."+string(how), nil))
	}
	line.field, line.how = widgets.NewDialogSelect(titles, line.leave), widgets.NewDialogSelect(ways, line.leave)
	line.field.Selected = titles[max(field, 0)]
	line.field.Gained, line.how.Gained = line.following(line.field), line.following(line.how)
	line.field.OnChanged = func(string) { line.onField() }
	line.how.OnChanged = func(string) { line.onHow() }
	line.drop = widgets.NewButton(w.Say("bulk_screen.drop", nil), theme.ContentRemoveIcon(), func() { d.onDrop(line) })
	line.drop.Aside = true
	line.boxes, line.holder = container.NewVBox(), container.NewStack()
	line.value, line.about = container.NewVBox(), widgets.Wrapped("")
	// Above the field: the Tab key goes from the field to its value, and no Enter on the way drops them.
	caption := container.NewBorder(nil, nil, nil, line.drop, widgets.FieldCaption(w.Say("bulk_screen.field", nil)))
	line.whole = container.NewVBox(caption, line.field, line.value, line.about)
	return line
}

// arrange fits the line to whether it is the only one: else it can be taken away, and its ticks
// do not scroll within what scrolls.
func (l *bulkLine) arrange(alone bool) {
	widgets.SetHidden(l.drop, alone)
	l.holder.RemoveAll()
	if alone {
		l.holder.Add(widgets.ScrolledTo(l.boxes, bulkWidth, ticksHeight, l.dialog.window.Scale()))
	} else {
		l.holder.Add(l.boxes)
	}
}

func (l *bulkLine) chosen() table.CollectField {
	return l.dialog.fields[max(l.field.SelectedIndex(), 0)]
}

// leave is Esc in an input.
func (l *bulkLine) leave() { l.dialog.box.Leave() }

// following scrolls to an input that gets the focus.
func (l *bulkLine) following(input fyne.CanvasObject) func() {
	return func() { l.dialog.window.Reveal(input) }
}

// say writes a sentence under the value.
func (l *bulkLine) say(words string, importance widget.Importance) {
	l.about.Importance = importance
	l.about.SetText(words)
}

// tell says how many the value would change, how many of them lose another value, who is
// not asked for the field, who cannot be changed, and what else changes with it. It reports whether all can be done as it
// says, and how many values are lost.
func (l *bulkLine) tell(proposals []table.Proposed) (good bool, lost int) {
	w := l.dialog.window
	over, emptied := []string(nil), 0
	var refused []table.Proposed
	var unasked []string
	brought := table.BroughtAmong(proposals)
	proposals = slices.DeleteFunc(proposals, func(p table.Proposed) bool { return p.With != "" })
	for _, p := range proposals {
		switch {
		case p.Unasked:
			unasked = append(unasked, p.Name)
		case p.Refused != nil:
			refused = append(refused, p)
		case p.After == "":
			emptied++
		case p.Before != "" && l.change().How == table.Put:
			over = append(over, p.Before)
		}
	}
	if l.entry != nil && emptied > 0 && !l.emptying() {
		// Signs of which nothing is left are no value.
		l.say(w.Say("bulk_screen.no_text", nil), widget.MediumImportance)
		return false, 0
	}
	words := w.Say("bulk_screen.would", map[string]any{"number": len(proposals) - len(refused) - len(unasked), "all": len(l.dialog.ids)})
	if len(over) > 0 {
		words += " " + w.Say("bulk_screen.overwrites", map[string]any{"number": len(over), "values": l.counted(over)})
	}
	if emptied > 0 {
		words += " " + w.Say("bulk_screen.empties", map[string]any{"number": emptied})
	}
	if len(unasked) > 0 {
		words += " " + w.Say("bulk_screen.unasked", map[string]any{"number": len(unasked), "names": w.Named(unasked)})
	}
	if len(refused) > 0 {
		words += " " + w.Say("bulk_screen.refuses", map[string]any{"number": len(refused), "name": refused[0].Name, "reason": w.ExplainBeside(refused[0].Refused)})
	}
	if len(brought) > 0 {
		words += " " + w.Say("bulk_screen.brings", map[string]any{"what": namedChanges(w, brought)})
	}
	lost = len(over) + emptied
	l.say(words, importanceOf(len(refused), lost+len(unasked)+len(brought)))
	return len(refused) == 0, lost
}

// namedChanges are changes one by one with old and new, as many as can be read.
func namedChanges(w *frame.Window, changes []table.Proposed) string {
	words, said := frame.NewChanges(w), []string(nil)
	for _, p := range changes {
		said = append(said, w.Say("proposals.change", map[string]any{"name": p.Name, "field": w.TitleOfField(p.Field),
			"before": words.Value(p.Field, p.Before), "after": words.Value(p.Field, p.After)}))
	}
	return w.Named(said)
}

func importanceOf(refused, lost int) widget.Importance {
	switch {
	case refused > 0:
		return widget.DangerImportance
	case lost > 0:
		return widget.WarningImportance
	}
	return widget.MediumImportance
}

// mostValues is how many of the values that are lost are named.
const mostValues = 3

// counted names stored values in their order, each once with how many have it.
func (l *bulkLine) counted(stored []string) string {
	words, counts, order := frame.NewChanges(l.dialog.window), map[string]int{}, []string(nil)
	for _, value := range stored {
		if counts[value]++; counts[value] == 1 {
			order = append(order, value)
		}
	}
	var said []string
	for _, value := range order[:min(len(order), mostValues)] {
		said = append(said, l.dialog.window.Say("bulk_screen.counted", map[string]any{"value": words.Value(l.chosen().Code, value), "number": counts[value]}))
	}
	if len(order) > mostValues {
		said = append(said, "…")
	}
	return strings.Join(said, ", ")
}
