package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar/roster"
	"graduand/ui/widgets"
)

// addDoubts shows what a person has to decide about a row: which of two readings is right, whether
// the row is about one of the registry or of another row, or is taken at all. A decision can be
// taken back.
func (f *importForm) addDoubts(row *roster.Row) {
	at := row.Place()
	if _, decided := f.screen.choice.Decided[at]; decided {
		f.addButton("decide_again", nil, theme.ContentUndoIcon(), func() { f.undecide(at) })
		return
	}
	if other, differs := row.RepeatsOtherwise(); differs {
		f.addButton("instead", map[string]any{"row": row.Repeats()}, theme.ConfirmIcon(), func() { f.decide(other, roster.Leave) })
	}
	if row.Outcome != roster.Doubtful {
		return
	}
	asIs := false
	for _, p := range row.WorstFirst() {
		if p.Severity == data.SeverityConfirm {
			asIs = !f.addReadings(row, p) || asIs
		}
	}
	take := "take_row"
	if row.Resembles() {
		f.addButton("same_row", nil, theme.AccountIcon(), func() { f.decide(at, roster.Same) })
		take = "other_row"
	}
	if asIs && !row.Unread() {
		f.addButton(take, nil, theme.ConfirmIcon(), func() { f.decide(at, roster.Take) })
	}
	f.addButton("leave_row", nil, theme.CancelIcon(), func() { f.decide(at, roster.Leave) })
}

// addButton adds the button of a decision.
func (f *importForm) addButton(id string, args map[string]any, icon fyne.Resource, chosen func()) {
	f.fields.Add(widgets.NewButton(f.screen.say(id, args), icon, chosen))
}

// addReadings asks the question and offers the texts of which one settles it; false where
// there are none.
func (f *importForm) addReadings(row *roster.Row, p roster.Problem) bool {
	question := widgets.Wrapped(p.Sentence(f.screen.window.Text()))
	question.Importance, question.SizeName = widget.WarningImportance, theme.SizeNameCaptionText
	f.fields.Add(question)
	cell, known := f.screen.judged.CellOf(row, p)
	if !known {
		return false
	}
	for _, text := range p.Readings {
		f.fields.Add(f.reading(text, func() { f.choose(cell, text) }))
	}
	return len(p.Readings) > 0
}

// shortReading is how many letters of a reading a button has room for.
const shortReading = 14

// reading is the button of one reading; a long one stands above its button.
func (f *importForm) reading(text string, chosen func()) fyne.CanvasObject {
	if !data.LongerThan(text, shortReading) {
		return widgets.NewButton(f.screen.say("choose_reading", map[string]any{"text": text}), nil, chosen)
	}
	words := widgets.Wrapped(text)
	words.TextStyle.Bold = true
	return container.NewVBox(words, widgets.NewButton(f.screen.say("choose_this", nil), nil, chosen))
}

// choose puts a reading in the place of the cell.
func (f *importForm) choose(cell roster.Cell, text string) {
	f.screen.choice.Cells[cell] = text
	f.screen.judge(f.settled)
}

// decide says of a row what becomes of it.
func (f *importForm) decide(at roster.RowPlace, decision roster.Decision) {
	f.screen.choice.Decided[at] = decision
	f.screen.judge(f.settled)
}

// undecide asks again.
func (f *importForm) undecide(at roster.RowPlace) {
	delete(f.screen.choice.Decided, at)
	f.screen.judge(nil)
}

// settled goes on to the next row in doubt; behind the last one the form closes.
func (f *importForm) settled() {
	s := f.screen
	index, row, found := s.judged.at(f.at)
	if !found {
		return
	}
	s.window.Done(s.say("row_"+string(row.Outcome), map[string]any{"row": row.At()}), nil)
	if row.Outcome != roster.Doubtful && !s.nextDoubt(index) {
		f.onLeave()
	}
}

// nextDoubt moves to the first row in doubt behind another row, or before it.
func (s *Screen) nextDoubt(after int) bool {
	first := -1
	for i := range s.judged.Rows {
		if s.judged.Rows[i].Outcome != roster.Doubtful {
			continue
		}
		if i > after {
			first = i
			break
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 || s.rows.shown != roster.Doubtful {
		return false
	}
	for _, line := range s.rows.table.Rows() {
		if rowOfKey(line.Key) == first {
			s.rows.table.MoveTo(line.Key)
			return true
		}
	}
	return false
}
