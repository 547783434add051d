package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// addDoubts shows what a person has to decide about a row: which of two readings is right,
// or whether the row is taken at all. A decision can be taken back.
func (f *importForm) addDoubts(row *roster.Row) {
	at := row.Place()
	if _, decided := f.screen.choice.Taken[at]; decided {
		f.fields.Add(widget.NewButtonWithIcon(f.screen.say("decide_again", nil), theme.ContentUndoIcon(), func() { f.undecide(at) }))
		return
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
	if asIs && !row.Unread() {
		f.fields.Add(widget.NewButtonWithIcon(f.screen.say("take_row", nil), theme.ConfirmIcon(), func() { f.decide(at, true) }))
	}
	f.fields.Add(widget.NewButtonWithIcon(f.screen.say("leave_row", nil), theme.CancelIcon(), func() { f.decide(at, false) }))
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
		return widget.NewButton(f.screen.say("choose_reading", map[string]any{"text": text}), chosen)
	}
	words := widgets.Wrapped(text)
	words.TextStyle.Bold = true
	return container.NewVBox(words, widget.NewButton(f.screen.say("choose_this", nil), chosen))
}

// choose puts a reading in the place of the cell.
func (f *importForm) choose(cell roster.Cell, text string) {
	f.screen.choice.Cells[cell] = text
	f.screen.judge(f.settled)
}

// decide takes a row as it was read, or leaves it out.
func (f *importForm) decide(at roster.RowPlace, take bool) {
	f.screen.choice.Taken[at] = take
	f.screen.judge(f.settled)
}

// undecide asks again.
func (f *importForm) undecide(at roster.RowPlace) {
	delete(f.screen.choice.Taken, at)
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

// doubtBar decides about all rows in doubt at once.
type doubtBar struct {
	screen      *Screen
	take, leave *widget.Button
	whole       *fyne.Container
}

func newDoubtBar(s *Screen) *doubtBar { return &doubtBar{screen: s} }

func (b *doubtBar) build() fyne.CanvasObject {
	hint := widgets.Wrapped(b.screen.say("doubts_hint", nil))
	hint.SizeName = theme.SizeNameCaptionText
	b.take = &widget.Button{Icon: theme.ConfirmIcon(), Importance: widget.LowImportance, OnTapped: func() { b.onAll(true) }}
	b.leave = &widget.Button{Icon: theme.CancelIcon(), Importance: widget.LowImportance, OnTapped: func() { b.onAll(false) }}
	b.whole = container.NewVBox(hint, container.NewHScroll(container.NewHBox(b.take, b.leave)))
	return b.whole
}

// refresh shows the bar above the rows in doubt.
func (b *doubtBar) refresh(shown bool) {
	number := b.screen.count(roster.Doubtful)
	b.whole.Hidden = !shown || number == 0
	b.take.SetText(b.screen.say("take_all", map[string]any{"number": number}))
	b.leave.SetText(b.screen.say("leave_all", map[string]any{"number": number}))
}

// onAll asks once more before it decides about people unseen.
func (b *doubtBar) onAll(take bool) {
	s, id := b.screen, "leave_all"
	if take {
		id = "take_all"
	}
	number := map[string]any{"number": s.count(roster.Doubtful)}
	question := widgets.Wrapped(s.say(id+"_text", number))
	s.window.Ask(s.say(id+"_title", nil), question, 460,
		frame.Choice{Label: s.say(id, number), Chosen: func() { b.decide(take) }},
		frame.Choice{Label: s.window.Say("ui.cancel", nil)})
}

func (b *doubtBar) decide(take bool) {
	s := b.screen
	for i := range s.judged.Rows {
		if row := &s.judged.Rows[i]; row.Outcome == roster.Doubtful {
			s.choice.Taken[row.Place()] = take
		}
	}
	s.judge(nil)
}
