package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// graduatesScreen answers: who is there, and what is missing for each?
type graduatesScreen struct {
	window *Window

	count  *widget.Label
	search *widgets.Entry
	class  *filterSelect
	status *filterSelect
	mode   *filterSelect
	table  *widgets.Table
	nobody *widget.Label
	remove *widgets.Button
	form   *widgets.Button
	panel  *graduatePanel
	adding *quickAdd

	asked turn
	// rows are those shown, by id.
	rows map[string]registrar.Row
	all  int
	// arrived says that a route has led here to one graduate.
	arrived bool
	// next is the id to make current when the rows arrive.
	next string
}

func newGraduatesScreen(w *Window) *graduatesScreen {
	s := &graduatesScreen{window: w, rows: map[string]registrar.Row{}}
	s.count = widget.NewLabel("")
	s.search = widgets.NewEntry(w.say("ui.search", nil))
	if w.Registrar().Campaign().CardNumber.Used {
		s.search.PlaceHolder = w.say("ui.search_card", nil)
	}
	s.search.OnChanged = s.onFilter
	s.search.OnEscape = s.onSearchLeft
	s.search.OnMove = func(int) { s.focusTable() }
	s.class = newFilterSelect(w.say("ui.all_classes", nil), s.onFilter)
	s.status = newFilterSelect(w.say("ui.all_statuses", nil), s.onFilter)
	s.mode = newFilterSelect(w.say("ui.all_modes", nil), s.onFilter)
	s.table = widgets.NewTable(s.columns())
	s.table.KeepHidden = true
	s.table.OnCursor = s.onCursor
	s.table.OnSelected = s.showCount
	s.table.OnOpened = func(string) { s.onForm() }
	s.table.OnRemove = s.onRemove
	s.table.OnPaste = s.onPaste
	s.nobody = widget.NewLabel("")
	s.nobody.Wrapping, s.nobody.Alignment = fyne.TextWrapWord, fyne.TextAlignCenter
	s.remove = widgets.NewButton(w.say("ui.remove_button", nil), theme.DeleteIcon(), s.onRemove)
	s.form = widgets.NewButton(w.say("form_screen.open", nil), theme.DocumentIcon(), s.onForm)
	s.panel = newGraduatePanel(w, s.openForm)
	s.adding = newQuickAdd(s)
	return s
}

// byPhone says that the phone goes before all: it is the login (KG-067).
func (s *graduatesScreen) byPhone() bool { return s.window.Registrar().Campaign().Has("accesses") }

// Arrive makes a graduate the current one, who then has the keyboard.
func (s *graduatesScreen) Arrive(r Route) {
	if r.Graduate != "" {
		s.next, s.arrived = r.Graduate, true
	}
}

func (s *graduatesScreen) Shown() {
	s.load()
	if s.window.JustEntered() {
		s.begin()
	}
	if s.arrived {
		s.arrived = false
		s.focusTable()
	}
}

// begin puts the keyboard into the table for who has just signed in, but for one who
// gets something back that was half typed before the lock.
func (s *graduatesScreen) begin() {
	half := s.search.Text
	for _, e := range s.adding.entries {
		half += e.Text
	}
	if half == "" {
		s.focusTable()
	}
}

func (s *graduatesScreen) Changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged {
		s.load()
	}
}

// answer is what a question to the registry gives: ready words.
type answer struct {
	rows    []registrar.Row
	table   []widgets.Row
	classes []string
	all     int
}

// load asks the registry in the background and shows the answer to the last question.
func (s *graduatesScreen) load() {
	filter, byPhone, w := s.filter(), s.byPhone(), s.window
	r := w.Registrar()
	run(w, &s.asked, func(context.Context) (answer, error) {
		rows, err := r.List(filter)
		if err != nil {
			return answer{}, err
		}
		a := answer{rows: rows, classes: r.Classes(), all: r.Count(), table: make([]widgets.Row, len(rows))}
		for i := range rows {
			a.table[i] = graduateRow(w, &rows[i], byPhone)
		}
		return a, nil
	}, s.onLoaded)
}

func (s *graduatesScreen) filter() registrar.Filter {
	return registrar.Filter{Query: s.search.Text, Class: s.class.chosen(), Status: data.Status(s.status.chosen()), Mode: data.Mode(s.mode.chosen())}
}

func (s *graduatesScreen) onLoaded(a answer, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.all = a.all
	clear(s.rows)
	for _, row := range a.rows {
		s.rows[row.Graduate.ID] = row
	}
	s.class.offer(a.classes, func(class string) string { return class })
	s.status.offer([]string{string(data.StatusDraft), string(data.StatusComplete), string(data.StatusNumbered), string(data.StatusRemoved)},
		func(code string) string { return s.window.say("status."+code, nil) })
	s.mode.offer([]string{string(data.BySchool), string(data.BySelf)}, func(code string) string { return s.window.say("mode."+code, nil) })
	s.table.SetRows(a.table)
	if f := s.filter(); f.Query == "" && f.Class == "" && f.Status == "" && f.Mode == "" {
		// Everybody is shown: who is not has been taken out.
		s.table.ForgetHidden()
	}
	switch {
	case s.next != "":
		s.table.MoveTo(s.next)
		s.next = ""
	case s.table.Cursor() == "" && len(a.table) > 0 && s.search.Text == "":
		s.table.MoveTo(a.table[0].Key)
	}
	s.showCount()
	s.onCursor(s.table.Cursor())
}

// showCount says how many there are, shown, and selected.
func (s *graduatesScreen) showCount() {
	w, shown := s.window, len(s.table.Rows())
	words := w.say("ui.count", map[string]any{"count": s.all})
	if shown != s.all {
		words = w.say("ui.count_of", map[string]any{"shown": shown, "all": s.all})
	}
	if n := s.table.Marked(); n > 0 {
		words += " · " + w.say("ui.marked", map[string]any{"count": n})
	}
	if n := s.table.Hidden(); n > 0 {
		words += " · " + w.say("ui.marked_hidden", map[string]any{"number": n})
	}
	s.count.SetText(words)
	switch {
	case s.all == 0:
		s.nobody.SetText(w.say("ui.nobody", nil))
	case shown == 0:
		s.nobody.SetText(w.say("ui.nobody_found", nil))
	default:
		s.nobody.SetText("")
	}
	label, icon := w.say("ui.remove_button", nil), theme.DeleteIcon()
	if s.status.chosen() == string(data.StatusRemoved) {
		label, icon = w.say("ui.undo", nil), theme.ContentUndoIcon()
	}
	s.remove.SetText(label)
	s.remove.SetIcon(icon)
	if len(s.table.Selected()) == 0 {
		s.remove.Disable()
	} else {
		s.remove.Enable()
	}
}

func (s *graduatesScreen) onFilter(string) { s.load() }

// onSearchLeft clears the search and goes to the rows.
func (s *graduatesScreen) onSearchLeft() {
	s.search.SetText("")
	s.focusTable()
}

func (s *graduatesScreen) focusTable() { s.window.Canvas().Focus(s.table.Focusable()) }

func (s *graduatesScreen) onCursor(id string) {
	row, there := s.rows[id]
	enable(s.form, there)
	if !there {
		s.panel.show(nil)
		return
	}
	s.panel.show(&row)
	if len(s.table.Selected()) > 0 {
		s.remove.Enable()
	}
}

// onForm opens the form of the current graduate (KG-040).
func (s *graduatesScreen) onForm() {
	if id := s.table.Cursor(); id != "" {
		s.panel.keep()
		s.openForm(id, "")
	}
}

// openForm goes to a form, from which the others of the list are before and after.
func (s *graduatesScreen) openForm(id, field string) {
	var listed []string
	for _, row := range s.table.Rows() {
		listed = append(listed, row.Key)
	}
	s.window.Go(Route{Screen: screenForm, Graduate: id, Field: field, Only: listed})
}

// Ticked are those who are ticked in the table.
func (s *graduatesScreen) Ticked() []string {
	if s.table.Marked() == 0 {
		return nil
	}
	return s.table.Selected()
}

func (s *graduatesScreen) onSearch() { s.window.Canvas().Focus(s.search) }

func (s *graduatesScreen) onQuickAdd() {
	if !s.window.May(registrar.RightRegister) {
		s.window.done(s.window.whyLooking(), nil)
		return
	}
	s.adding.focus()
}

func (s *graduatesScreen) onSelectAll() { s.table.SelectAll() }

// onCopyNumber puts the centre's card number of the current row on the clipboard.
func (s *graduatesScreen) onCopyNumber() {
	row, there := s.rows[s.table.Cursor()]
	if !there || row.Graduate.Current().CardNumber == "" {
		s.window.done(s.window.say("ui.nothing_to_copy", nil), nil)
		return
	}
	number := row.Graduate.Current().CardNumber
	s.window.Clipboard().SetContent(number)
	s.window.done(s.window.say("ui.copied", map[string]any{"value": number}), nil)
}

// onRemove takes the selected ones out; it can be taken back at once.
func (s *graduatesScreen) onRemove() {
	ids := slices.Clone(s.table.Selected())
	if len(ids) == 0 {
		return
	}
	if s.status.chosen() == string(data.StatusRemoved) {
		s.onRestore(ids)
		return
	}
	r := s.window.Registrar()
	runLong(s.window, s.window.say("ui.remove_button", nil), func(ctx context.Context, _ Progress) (int, error) {
		return len(ids), r.Remove(ctx, ids, "")
	}, func(n int, err error) { s.onRemoved(ids, n, err) })
}

func (s *graduatesScreen) onRemoved(ids []string, n int, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.window.done(s.window.say("ui.removed", map[string]any{"count": n}), func() { s.onRestore(ids) })
}

func (s *graduatesScreen) onRestore(ids []string) {
	r := s.window.Registrar()
	runLong(s.window, s.window.say("ui.undo", nil), func(ctx context.Context, _ Progress) (int, error) {
		return len(ids), r.Restore(ctx, ids)
	}, func(_ int, err error) {
		if err != nil {
			s.window.fail(err)
			return
		}
		s.window.done(s.window.say("ui.restored", nil), nil)
	})
}

// onPrint goes to the print screen with the selected ones, or with nobody chosen
// where none is selected.
func (s *graduatesScreen) onPrint() {
	s.window.Go(Route{Screen: screenPrint, Only: s.Ticked()})
}

// onErase destroys the data of those who are marked, for good, after asking.
func (s *graduatesScreen) onErase() {
	s.window.Go(Route{Screen: screenErasing, Only: slices.Clone(s.table.Selected())})
}
