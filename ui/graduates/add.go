package graduates

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/table"
	"graduand/ui/widgets"
)

// quickAdd is the row for a new graduate below the table. Where the phone is the
// login it has exactly four fields: phone, surname, name, patronymic (KG-011);
// elsewhere the class stands in the place of the phone. It is empty for the next one as soon
// as somebody is sent to the registry; who is refused or asked about comes back to it when it is free.
type quickAdd struct {
	screen  *Screen
	codes   []string
	entries []*widgets.Entry
	fault   *widget.Label
	refused []typedRow
	// ofAnother says that what is said is of somebody else than the one in the row.
	ofAnother bool
}

// typedRow is what was typed of one graduate, in the order of the fields, and why it was
// refused.
type typedRow struct {
	words []string
	why   string
}

func newQuickAdd(s *Screen) *quickAdd {
	q := &quickAdd{screen: s, codes: []string{data.FieldClass, data.FieldSurname, data.FieldGivenName, data.FieldPatronymic}}
	if s.byPhone() {
		q.codes[0] = data.FieldPhone
	}
	for i, code := range q.codes {
		e := widgets.NewEntry(frame.Capital(s.window.Say("field."+code, nil)))
		e.OnSubmitted = func(string) { q.onSubmitted(i) }
		e.OnAtOnce = q.onAdd
		e.OnChanged = func(string) { q.onTyped() }
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
	add := widgets.NewButton(w.Say("ui.add_button", nil), theme.ContentAddIcon(), q.onAdd)
	add.Importance = widget.HighImportance
	names := container.NewGridWithColumns(3, q.entries[1], q.entries[2], q.entries[3])
	first := container.New(&widgets.FixedWidth{Width: q.firstWidth()}, q.entries[0])
	line := container.New(&oneOrTwo{least: q.namesWidth()}, first, names, add)
	return container.NewVBox(line, q.fault)
}

// firstWidth has room for what stands in the first field, and for its name, which differs with
// the language.
func (q *quickAdd) firstWidth() float32 {
	least := float32(70)
	if q.codes[0] == data.FieldPhone {
		least = 150
	}
	hint := fyne.MeasureText(q.entries[0].PlaceHolder, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width
	return max(least*q.screen.window.Scale(), hint+4*theme.Size(theme.SizeNameInnerPadding))
}

// namesWidth has room for the hints of the names.
func (q *quickAdd) namesWidth() (width float32) {
	for _, e := range q.entries[1:] {
		width = max(width, fyne.MeasureText(e.PlaceHolder, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width)
	}
	return 3*(width+2*theme.Size(theme.SizeNameInnerPadding)+theme.Padding()) + theme.Padding()
}

// oneOrTwo puts the first field, the names and the button into one line, or where the names have less
// than the least width there the names into a line of their own below the others.
type oneOrTwo struct {
	least float32
	two   bool
}

// MinSize is that of the lines there were last.
func (l *oneOrTwo) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, names, add := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	size := fyne.NewSize(max(first.Width+add.Width+2*theme.Padding(), names.Width), max(first.Height, names.Height, add.Height))
	if l.two {
		size.Height += names.Height + theme.Padding()
	}
	return size
}

// Layout puts them.
func (l *oneOrTwo) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap, high := theme.Padding(), objects[1].MinSize().Height
	first, add := objects[0].MinSize().Width, objects[2].MinSize().Width
	left := size.Width - first - add - 2*gap
	at := fyne.NewPos(first+gap, 0)
	if l.two = left < l.least; l.two {
		left, at = size.Width, fyne.NewPos(0, high+gap)
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(first, high))
	objects[1].Move(at)
	objects[1].Resize(fyne.NewSize(left, high))
	objects[2].Move(fyne.NewPos(size.Width-add, 0))
	objects[2].Resize(fyne.NewSize(add, high))
}

// focus goes to the first name that is empty, and before all to the phone where that is the login;
// where all are there to the surname, which is selected: it is there that one is begun. To the class,
// which stays from one to the next, it goes in an empty row alone.
func (q *quickAdd) focus() {
	w, none := q.screen.window, strings.Join(q.words(), "") == ""
	for i, e := range q.entries {
		if e.Text == "" && (none || q.codes[i] != data.FieldClass) {
			w.Canvas().Focus(e)
			return
		}
	}
	w.SearchIn(q.entries[1])
}

// onSubmitted goes to the next field, and adds behind the last.
func (q *quickAdd) onSubmitted(at int) {
	if at+1 < len(q.entries) {
		q.screen.window.Canvas().Focus(q.entries[at+1])
		return
	}
	q.onAdd()
}

func (q *quickAdd) onEscape() {
	q.fault.Hide()
	q.screen.focusTable()
}

// words are what stands in the row.
func (q *quickAdd) words() []string {
	words := make([]string, len(q.entries))
	for i, e := range q.entries {
		words[i] = e.Text
	}
	return words
}

// fill puts words into the row.
func (q *quickAdd) fill(words []string) {
	for i, e := range q.entries {
		e.SetText(words[i])
	}
}

// empty says that nobody stands in the row: the class stays for the next one.
func (q *quickAdd) empty() bool {
	return !slices.ContainsFunc(q.entries, func(e *widgets.Entry) bool {
		return e.Text != "" && q.codes[slices.Index(q.entries, e)] != data.FieldClass
	})
}

// waiting names those who were typed and are not added, by whatever was typed of them.
func (q *quickAdd) waiting() (names []string) {
	rows := q.refused
	if !q.empty() {
		rows = append([]typedRow{{words: q.words()}}, rows...)
	}
	for _, row := range rows {
		names = append(names, cmp.Or(nameOf(row.words), row.words[0]))
	}
	return names
}

// nameOf is the name among the words of a row.
func nameOf(words []string) string { return strings.Join(frame.Filled(words[1:]...), " ") }

// valuesOf are words as values of the fields.
func (q *quickAdd) valuesOf(words []string) (values []registrar.Assign) {
	for i, code := range q.codes {
		if words[i] != "" {
			values = append(values, registrar.Assign{Field: code, Value: words[i]})
		}
	}
	return values
}

// onAdd sends whom the row names to the registry and makes room for the next one.
func (q *quickAdd) onAdd() {
	words := q.words()
	if !q.empty() {
		q.clear()
		q.add(words, false)
	}
	q.focus()
}

// added is who has been added.
type added struct {
	row registrar.Row
	// outside says that the filter of the list would not show the row.
	outside bool
}

// add adds a graduate. Each answer counts, however fast the next one is typed.
func (q *quickAdd) add(words []string, anyway bool) {
	w, r, values, filter := q.screen.window, q.screen.window.Registrar(), q.valuesOf(words), q.screen.filter()
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (a added, err error) {
		id, err := r.Table.Add(ctx, values, anyway)
		if err != nil {
			return added{}, err
		}
		if a.row, err = r.Table.Find(id); err != nil {
			return added{}, err
		}
		filter.Only = []string{id}
		shown, err := r.Table.List(filter)
		a.outside = len(shown) == 0
		return a, err
	}, func(a added, err error) { q.onAdded(words, a, err) })
}

// onAdded says who was added. A person of the same name, as far as birth dates do not tell
// them apart, a name with digits and a class that looks like a name are asked about; any other refusal stands under the row.
func (q *quickAdd) onAdded(words []string, a added, err error) {
	w := q.screen.window
	switch {
	case slices.Contains([]string{"rule.duplicate_person", "graduate.same_name"}, registrar.CodeOf(err)):
		q.ask("ui.twice", words, w.Explain(err))
		return
	case registrar.CodeOf(err) == "graduate.digits":
		q.ask("graduates_screen.digits", words, w.Explain(err))
		return
	case registrar.CodeOf(err) == "graduate.layout":
		q.askLayout(words, err)
		return
	case registrar.CodeOf(err) == "graduate.class_words":
		q.ask("graduates_screen.class_words", words, w.Explain(err))
		return
	case err != nil:
		q.refuse(typedRow{words, w.Explain(err)})
		return
	}
	g := a.row.Graduate
	ids, name := []string{g.ID}, g.FullName()
	said := map[string]any{"name": name, "outside": a.outside}
	if g.Sex != "" {
		said["sex"] = w.Say("ui.sex_"+string(g.Sex), nil)
	}
	table.Acted(w, w.Say("graduates_screen.added", said), q.screen.restoring(ids, name), q.screen.removing(ids, name))
	q.screen.comeTo(g.ID)
	q.fault.Hide()
	q.giveBack()
}

// clear makes room for the next one, whose class is likely the same.
func (q *quickAdd) clear() {
	for i, e := range q.entries {
		if q.codes[i] != data.FieldClass {
			e.SetText("")
		}
	}
}

// refuse gives back what was typed of somebody who was not added, and says why; while
// somebody else stands in the row, it waits.
func (q *quickAdd) refuse(row typedRow) {
	q.refused = append(q.refused, row)
	if !q.giveBack() {
		q.ofAnother = true
		q.say(q.screen.window.Say("graduates_screen.refused", map[string]any{"name": nameOf(row.words), "reason": row.why}))
	}
}

// giveBack puts the first of those who were refused into the row, where it is free.
func (q *quickAdd) giveBack() bool {
	if len(q.refused) == 0 || !q.empty() {
		return false
	}
	row := q.refused[0]
	q.refused = q.refused[1:]
	q.fill(row.words)
	q.ofAnother = false
	q.say(row.why)
	if slices.ContainsFunc(q.entries, func(e *widgets.Entry) bool { return q.screen.window.Canvas().Focused() == fyne.Focusable(e) }) {
		q.focus()
	}
	return true
}

// onTyped takes back what was said of other words in the row; what was said of another stays.
func (q *quickAdd) onTyped() {
	if !q.ofAnother {
		q.say("")
	}
}

// say shows why somebody was not added, "" for nothing.
func (q *quickAdd) say(why string) {
	q.ofAnother = q.ofAnother && why != ""
	q.fault.SetText(why)
	widgets.SetHidden(q.fault, why == "")
}
