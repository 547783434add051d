package roster

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// importForm shows the cells of one row by the columns that are taken, each with
// what is wrong under it. What is typed is kept at once, whatever is pressed next;
// the row is judged on «check» and when another row is chosen.
type importForm struct {
	screen  *Screen
	at      roster.RowPlace
	open    bool
	title   *widget.Label
	verdict *widget.Label
	fields  *fyne.Container
	scroll  *container.Scroll
	body    *fyne.Container
	whole   *fyne.Container
	entries []*formEntry
	// wrong is the first entry with a problem, said what stands under the entries.
	wrong *formEntry
	said  []saidProblem
	// weighing reads what was typed once the typing rests, pending calls that off.
	weighing frame.Turn
	pending  func()
}

func newImportForm(s *Screen) *importForm { return &importForm{screen: s} }

func (f *importForm) build() fyne.CanvasObject {
	s := f.screen
	f.title = &widget.Label{TextStyle: fyne.TextStyle{Bold: true}, Wrapping: fyne.TextWrapWord}
	f.verdict = widgets.Wrapped("")
	f.verdict.SizeName = theme.SizeNameCaptionText
	f.fields = container.NewVBox()
	// The bar of the scroller lies over its content: the padding keeps it off the frames.
	f.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), f.fields))
	check, leave := widgets.NewButton(s.say("check", nil), nil, f.onCheck), widgets.NewButton(s.window.Say("ui.close", nil), nil, f.onLeave)
	check.Importance, leave.Importance = widget.HighImportance, widget.LowImportance
	f.body = container.NewBorder(container.NewVBox(f.title, f.verdict), container.NewHBox(check, leave), nil, nil, f.scroll)
	f.whole = container.New(&widgets.FixedWidth{Width: 290 * s.window.Scale()}, widgets.Panel(f.body))
	f.whole.Hide()
	return f.whole
}

// show opens the form of a row of the last reading. What was typed for another row
// is judged first.
func (f *importForm) show(index int) {
	if f.screen.judged == nil || index < 0 || index >= len(f.screen.judged.Rows) {
		return
	}
	row := &f.screen.judged.Rows[index]
	at := row.Place()
	if f.open && f.at == at {
		return
	}
	f.at, f.open = at, true
	if f.screen.unjudged {
		f.screen.judge(nil)
		return
	}
	f.refresh()
}

// refresh shows the row as the last reading has it.
func (f *importForm) refresh() {
	_, row, found := f.screen.judged.at(f.at)
	f.whole.Hidden = !f.open || !found
	if f.whole.Hidden {
		f.screen.page.Refresh()
		return
	}
	f.title.SetText(f.screen.say("form_title", map[string]any{"row": row.At(), "name": row.Graduate.FullName()}))
	f.verdict.SetText(f.screen.say("verdict_"+string(row.Outcome), nil))
	f.callOff()
	f.fields.Objects, f.entries, f.wrong, f.said = nil, nil, nil, nil
	f.sayProblems(row, "")
	f.addDoubts(row)
	for _, c := range row.Columns() {
		f.addField(row, c.Index, c.Letter(), c.Header, c.Field)
	}
	f.screen.page.Refresh()
	f.body.Refresh()
	f.scroll.ScrollToTop()
	if f.wrong != nil {
		f.onFocused(f.wrong)
	}
}

// addField adds the entry of one column.
func (f *importForm) addField(row *roster.Row, index int, letter, header, field string) {
	title := frame.OneLine(header)
	if title == "" {
		title = f.screen.fieldTitle(field)
	}
	if row.Shares(index) {
		title = f.screen.say("shared_cell", map[string]any{"title": title})
	}
	cell := roster.Cell{Sheet: row.Sheet, Row: row.Number, Column: index}
	entry := newFormEntry(f.onFocused)
	if cells := row.Readable(); index < len(cells) {
		entry.Text = frame.OneLine(cells[index])
	}
	if typed, mended := f.screen.choice.Cells[cell]; mended {
		entry.Text = typed
	}
	entry.OnChanged = func(typed string) { f.onTyped(cell, typed) }
	entry.OnSubmitted = func(string) { f.onCheck() }
	entry.OnEscape = f.onLeave
	f.entries = append(f.entries, entry)
	f.fields.Add(widgets.FieldCaption(title))
	f.fields.Add(entry)
	if f.sayProblems(row, letter) && f.wrong == nil {
		f.wrong = entry
	}
}

// sayProblems says what is wrong in the column with this letter, "" for what is
// wrong in none, and reports whether there is something.
func (f *importForm) sayProblems(row *roster.Row, letter string) bool {
	found := false
	for _, p := range row.WorstFirst() {
		if p.Column != letter || row.Outcome == roster.Doubtful && p.Severity == data.SeverityConfirm {
			continue // a question is asked above all fields
		}
		found = true
		words := widgets.Wrapped(p.Sentence(f.screen.window.Text()))
		words.Importance, words.SizeName = widget.WarningImportance, theme.SizeNameCaptionText
		if p.Severity == data.SeverityError {
			words.Importance = widget.DangerImportance
		}
		f.fields.Add(words)
		from := len(f.fields.Objects) - 1
		f.addMending(row, p)
		f.said = append(f.said, saidProblem{letter, p.Severity, slices.Clone(f.fields.Objects[from:])})
	}
	return found
}

// addMending offers the text that would mend what is wrong, here and in all rows in which
// the same is wrong.
func (f *importForm) addMending(row *roster.Row, p roster.Problem) {
	s := f.screen
	cell, text, mends := s.judged.Mending(row, p)
	if !mends {
		return
	}
	f.fields.Add(f.reading(text, func() {
		s.choice.Cells[cell] = text
		s.judge(f.checked)
	}))
	if all := s.judged.Mendings(p.Rule); len(all) > 1 {
		f.fields.Add(widgets.NewButton(s.say("mend_all", map[string]any{"number": len(all)}), nil, func() { f.askMendAll(p.Rule) }))
	}
}

// askMendAll asks once more before it changes rows that nobody has looked at.
func (f *importForm) askMendAll(rule string) {
	s, all := f.screen, f.screen.judged.Mendings(rule)
	number := map[string]any{"number": len(all)}
	s.window.Ask(s.say("mend_all_title", nil), widgets.Wrapped(s.say("mend_all_text", number)), 460,
		frame.Choice{Label: s.say("mend_all", number), Chosen: func() {
			maps.Copy(s.choice.Cells, all)
			s.judge(f.checked)
		}},
		frame.Choice{Label: s.window.Say("ui.cancel", nil)})
}

// focus goes to the first entry with a problem, else to the first one.
func (f *importForm) focus() {
	switch {
	case f.wrong != nil:
		f.screen.window.Canvas().Focus(f.wrong)
		// What is wrong is typed anew.
		f.wrong.TypedShortcut(&fyne.ShortcutSelectAll{})
	case len(f.entries) > 0:
		f.screen.window.Canvas().Focus(f.entries[0])
	}
}

// onTyped keeps the text in the place of the file's.
func (f *importForm) onTyped(cell roster.Cell, typed string) {
	f.screen.choice.Cells[cell] = typed
	f.screen.unjudged = true
	f.callOff()
	f.pending = f.screen.window.After(typingRests, f.weigh)
}

// onCheck judges the row as it is typed now; a good one makes place for the next.
func (f *importForm) onCheck() {
	f.screen.judge(f.checked)
}

func (f *importForm) checked() {
	s := f.screen
	index, row, found := s.judged.at(f.at)
	if !found {
		return
	}
	s.window.Done(s.say("row_"+string(row.Outcome), map[string]any{"row": row.At()}), nil)
	if row.Outcome == roster.Rejected || row.Outcome == roster.Doubtful {
		f.focus()
		return
	}
	if s.rows.next(index) {
		f.focus()
		return
	}
	f.onLeave()
}

// close takes the form away; what was typed is judged.
func (f *importForm) close() {
	f.open = false
	if f.screen.unjudged {
		f.screen.judge(nil)
	}
	f.refresh()
}

// onLeave closes the form and goes back to the rows.
func (f *importForm) onLeave() {
	f.close()
	f.screen.window.Canvas().Focus(f.screen.rows.table.Focusable())
}

// onFocused scrolls so that the entry is seen with its title and its problems.
func (f *importForm) onFocused(e *formEntry) {
	top, height := e.Position().Y, e.Size().Height
	from, seen := f.scroll.Offset.Y, f.scroll.Size().Height
	if top-height < from || top+2*height > from+seen {
		f.scroll.ScrollToOffset(fyne.NewPos(0, max(top-height, 0)))
	}
}

// formEntry is an entry that tells when it has the focus: Fyne does not scroll to
// where Tab goes.
type formEntry struct {
	widgets.Entry
	focused func(*formEntry)
}

func newFormEntry(focused func(*formEntry)) *formEntry {
	e := &formEntry{focused: focused}
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained shows the entry.
func (e *formEntry) FocusGained() {
	e.Entry.FocusGained()
	e.focused(e)
}
