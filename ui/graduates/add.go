package graduates

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// quickAdd is the row for a new graduate below the table. Where the phone is the
// login it has exactly four fields: phone, surname, name, patronymic (KG-011);
// elsewhere the class stands in the place of the phone.
type quickAdd struct {
	screen  *Screen
	codes   []string
	entries []*widgets.Entry
	fault   *widget.Label
	asked   frame.Turn
}

func newQuickAdd(s *Screen) *quickAdd {
	q := &quickAdd{screen: s, codes: []string{data.FieldClass, data.FieldSurname, data.FieldGivenName, data.FieldPatronymic}}
	if s.byPhone() {
		q.codes[0] = data.FieldPhone
	}
	for i, code := range q.codes {
		e := widgets.NewEntry(s.window.Say("field."+code, nil))
		e.OnSubmitted = func(string) { q.onSubmitted(i) }
		e.OnEscape = q.onEscape
		q.entries = append(q.entries, e)
	}
	q.fault = widget.NewLabel("")
	q.fault.Importance, q.fault.Wrapping, q.fault.SizeName = widget.DangerImportance, fyne.TextWrapWord, theme.SizeNameCaptionText
	q.fault.Hide()
	return q
}

func (q *quickAdd) build() fyne.CanvasObject {
	w := q.screen.window
	add := widgets.NewButton(w.Say("ui.add_button", nil), theme.ContentAddIcon(), func() { q.onAdd(false) })
	add.Importance = widget.HighImportance
	names := container.NewGridWithColumns(3, q.entries[1], q.entries[2], q.entries[3])
	first := container.New(&widgets.FixedWidth{Width: q.firstWidth() * w.Scale()}, q.entries[0])
	line := container.New(layout.NewBorderLayout(nil, nil, first, add), first, names, add)
	return container.NewVBox(line, q.fault)
}

func (q *quickAdd) firstWidth() float32 {
	if q.codes[0] == data.FieldPhone {
		return 150
	}
	return 70
}

// focus goes to the first field that is empty.
func (q *quickAdd) focus() {
	for _, e := range q.entries {
		if e.Text == "" {
			q.screen.window.Canvas().Focus(e)
			return
		}
	}
	q.screen.window.Canvas().Focus(q.entries[0])
}

// onSubmitted adds where a surname and a name are there, else goes to the next field.
func (q *quickAdd) onSubmitted(at int) {
	if at+1 < len(q.entries) && (q.entries[1].Text == "" || q.entries[2].Text == "") {
		q.screen.window.Canvas().Focus(q.entries[at+1])
		return
	}
	q.onAdd(false)
}

func (q *quickAdd) onEscape() {
	q.fault.Hide()
	q.screen.focusTable()
}

func (q *quickAdd) Values() []registrar.Assign {
	var values []registrar.Assign
	for i, code := range q.codes {
		if text := q.entries[i].Text; text != "" {
			values = append(values, registrar.Assign{Field: code, Value: text})
		}
	}
	return values
}

// onAdd adds the graduate. A person of the same name and birth date is asked about;
// any other refusal stands under the row, and what was typed stays.
func (q *quickAdd) onAdd(anyway bool) {
	w, r, values := q.screen.window, q.screen.window.Registrar(), q.Values()
	if !slices.ContainsFunc(values, func(v registrar.Assign) bool { return v.Field != data.FieldClass }) {
		// A second click on the button: nothing was typed since.
		q.focus()
		return
	}
	frame.Run(w, &q.asked, func(ctx context.Context) (string, error) {
		return r.Table.Add(ctx, values, anyway)
	}, q.onAdded)
}

func (q *quickAdd) onAdded(id string, err error) {
	w := q.screen.window
	switch {
	case registrar.CodeOf(err) == "rule.duplicate_person":
		question := widgets.Wrapped(w.Explain(err))
		w.Ask(w.Say("ui.twice", nil), question, 460,
			frame.Choice{Label: w.Say("ui.do_not_add", nil)},
			frame.Choice{Label: w.Say("ui.add_anyway", nil), Chosen: func() { q.onAdd(true) }})
		return
	case err != nil:
		q.fault.SetText(w.Explain(err))
		q.fault.Show()
		return
	}
	q.fault.Hide()
	name := q.entries[1].Text + " " + q.entries[2].Text
	for i, e := range q.entries {
		if q.codes[i] != data.FieldClass {
			e.SetText("")
		}
	}
	w.Done(w.Say("ui.added", map[string]any{"name": name}), func() { q.screen.onUndoAdd(id) })
	q.screen.next = id
	q.screen.load()
	q.focus()
}
