package table

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// bulkDialog gives several graduates the same value: a field is chosen, then the value by
// what fits its kind, and it is said how many that would change (KG-041). Nothing is
// proposed before a value is given; to empty the field is a choice of its own.
type bulkDialog struct {
	window *frame.Window
	ids    []string
	// marked says that these graduates were ticked: else it is the current one alone.
	marked bool
	names  []string
	fields []table.CollectField

	field *widgets.DialogSelect
	how   *widgets.DialogSelect
	value *fyne.Container
	entry *widgets.Entry
	one   *widgets.DialogSelect
	// codes are those of the ticks; a subject stands there once with each of its levels.
	codes []string
	ticks []*widgets.DialogCheck
	// clear empties the field of all; nil where that is one of the choices.
	clear *widgets.DialogCheck
	about *widget.Label
	box   *frame.Box

	// agreed are the graduates whom the value as it stands would change.
	agreed []string
	// changes are those changes, one by one.
	changes []table.Proposed
	doing   frame.Turn
}

// AskBulk asks what these graduates are to have in common. Marked says that they were
// ticked; where nobody was it is the current one, which the dialog says.
func AskBulk(w *frame.Window, ids []string, marked bool) {
	(&bulkDialog{window: w, ids: ids, marked: marked}).ask()
}

// ask asks the registry for names and fields, and then shows the dialog.
func (d *bulkDialog) ask() {
	r, ids := d.window.Registrar(), d.ids
	frame.Run(d.window, &d.doing, func(context.Context) ([]table.CollectField, error) {
		rows, err := r.Table.List(registrar.Filter{Only: ids})
		if err != nil {
			return nil, err
		}
		d.names = nil
		for _, row := range rows {
			d.names = append(d.names, row.Graduate.FullName())
		}
		return r.Table.CollectFields(registrar.Filter{Only: ids})
	}, d.onFields)
}

func (d *bulkDialog) onFields(fields []table.CollectField, err error) {
	if err != nil {
		d.window.Fail(err)
		return
	}
	d.fields = slices.DeleteFunc(fields, ofOnePerson)
	d.show()
}

// whom says who is meant.
func (d *bulkDialog) whom() fyne.CanvasObject {
	w, args := d.window, map[string]any{"names": d.window.Named(d.names)}
	if !d.marked {
		return widgets.WarningLine(w.Say("bulk_screen.only", args))
	}
	return widgets.Wrapped(w.Say("bulk_screen.whom", args))
}

// ofOnePerson are the fields that two people do not have in common.
func ofOnePerson(f table.CollectField) bool {
	return slices.Contains([]string{registrar.KindName, registrar.KindPhone, registrar.KindEmail}, f.Kind) ||
		slices.Contains([]string{data.FieldCardNumber, data.FieldDocumentSeries, data.FieldDocumentNumber}, f.Code)
}

// hows are what can be done with a field of several codes, in the order of the choice.
var hows = []table.How{table.Include, table.Exclude, table.Put}

func (d *bulkDialog) show() {
	w := d.window
	leave := func() { d.box.Leave() }
	var titles, ways []string
	for _, f := range d.fields {
		titles = append(titles, w.TitleOfField(f.Code))
	}
	for _, how := range hows {
		ways = append(ways, w.Say("bulk_screen."+string(how), nil))
	}
	d.field, d.how = widgets.NewDialogSelect(titles, leave), widgets.NewDialogSelect(ways, leave)
	d.field.OnChanged = func(string) { d.onField() }
	d.how.OnChanged = func(string) { d.onHow() }
	d.value, d.about = container.NewVBox(), widgets.Wrapped("")
	content := container.NewVBox(d.whom(), widgets.FieldCaption(w.Say("bulk_screen.field", nil)), d.field, d.value, d.about)
	d.box = w.Ask(w.Say("bulk_screen.title", map[string]any{"count": len(d.ids)}), content, bulkWidth,
		frame.Choice{Label: w.Say("bulk_screen.do", nil), Ready: d.onDo}, frame.Choice{Label: w.Say("bulk_screen.keep", nil)})
	d.onField()
	w.Canvas().Focus(d.field)
}

// bulkWidth is the width of the dialog, ticksHeight the height of its ticks.
const (
	bulkWidth   = 560
	ticksHeight = 230
)

func (d *bulkDialog) chosen() table.CollectField {
	return d.fields[max(d.field.SelectedIndex(), 0)]
}

// onValue says how many the value would change, and what it would overwrite; before there
// is a value, what is missing.
func (d *bulkDialog) onValue() {
	d.agreed, d.changes = nil, nil
	if missing := d.missing(); missing != "" {
		d.say(missing, widget.MediumImportance)
		return
	}
	w, r, ids, change := d.window, d.window.Registrar(), d.ids, d.change()
	frame.Run(w, &d.doing, func(context.Context) ([]table.Proposed, error) {
		return r.Table.ProposeMany(ids, []table.Many{change})
	}, d.onProposed)
}

// say writes a sentence under the value.
func (d *bulkDialog) say(words string, importance widget.Importance) {
	d.about.Importance = importance
	d.about.SetText(words)
	d.box.Fit(bulkWidth)
}

func (d *bulkDialog) onProposed(proposals []table.Proposed, err error) {
	w := d.window
	if d.missing() != "" {
		// It is the answer about a value that has been taken away since.
		return
	}
	if err != nil {
		d.say(w.Explain(err), widget.DangerImportance)
		return
	}
	over, emptied := 0, 0
	var refused []table.Proposed
	for _, p := range proposals {
		switch {
		case p.Refused != nil:
			refused = append(refused, p)
			continue
		case p.After == "":
			emptied++
		case p.Before != "" && d.change().How == table.Put:
			over++
		}
		d.agreed, d.changes = append(d.agreed, p.Graduate), append(d.changes, p)
	}
	if d.entry != nil && emptied > 0 && !d.emptying() {
		// Signs of which nothing is left are no value.
		d.agreed, d.changes = nil, nil
		d.say(w.Say("bulk_screen.no_text", nil), widget.MediumImportance)
		return
	}
	d.sayFound(over, emptied, refused)
}

// sayFound says how many would change, how many of them lose another value, and who
// cannot be changed.
func (d *bulkDialog) sayFound(over, emptied int, refused []table.Proposed) {
	w, importance := d.window, widget.MediumImportance
	words := w.Say("bulk_screen.would", map[string]any{"number": len(d.agreed), "all": len(d.ids)})
	if over > 0 {
		words += " " + w.Say("bulk_screen.overwrites", map[string]any{"number": over})
	}
	if emptied > 0 {
		words += " " + w.Say("bulk_screen.empties", map[string]any{"number": emptied})
	}
	if over+emptied+len(refused) > 0 {
		importance = widget.WarningImportance
	}
	if len(refused) > 0 {
		words += " " + w.Say("bulk_screen.refuses", map[string]any{"number": len(refused), "name": refused[0].Name, "reason": w.Explain(refused[0].Refused)})
	}
	d.say(words, importance)
}

// onDo makes the change; the dialog stays when there is nothing to change, and says what
// is missing.
func (d *bulkDialog) onDo() bool {
	if missing := d.missing(); missing != "" {
		d.say(missing, widget.DangerImportance)
		d.window.Canvas().Focus(d.input())
		return false
	}
	if len(d.agreed) == 0 {
		return false
	}
	w, r, ids, change := d.window, d.window.Registrar(), d.agreed, d.change()
	args := map[string]any{"names": named(w, d.changes), "field": w.TitleOfField(change.Field)}
	there := Step{Title: w.Say("bulk_screen.do", nil),
		Do:   func(ctx context.Context) (int, error) { return r.Table.ChangeMany(ctx, ids, []table.Many{change}) },
		Said: func(int) string { return w.Say("bulk_screen.done", args) }}
	Act(w, there, takingBack(w, d.changes))
	return true
}

// takingBack takes back what was changed for many, all or nothing: a value that somebody
// has changed since is not lost.
func takingBack(w *frame.Window, taken []table.Proposed) Step {
	r := w.Registrar()
	var back []table.Proposed
	for _, p := range taken {
		if p.Refused == nil {
			back = append(back, p.Back())
		}
	}
	return Step{Title: w.Say("ui.undo", nil),
		Do:   func(ctx context.Context) (int, error) { return r.Table.TakeProposed(ctx, back, "") },
		Said: func(int) string { return w.Say("bulk_screen.taken_back", map[string]any{"names": named(w, taken)}) }}
}

// named names those whom changes are about, each once.
func named(w *frame.Window, changes []table.Proposed) string {
	var names []string
	seen := map[string]bool{}
	for _, p := range changes {
		if !seen[p.Graduate] {
			names, seen[p.Graduate] = append(names, p.Name), true
		}
	}
	return w.Named(names)
}
