package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// doubtBar decides about all rows in doubt at once.
type doubtBar struct {
	screen *Screen
	// buttons are those of the decisions, in the order of bulkDecisions.
	buttons []*widgets.Button
	whole   *fyne.Container
}

// bulkDecision is what can be decided about all rows in doubt, or those of them whom it suits.
type bulkDecision struct {
	id       string
	decision roster.Decision
	icon     fyne.ThemeIconName
	suits    func(*roster.Row) bool
}

var bulkDecisions = []bulkDecision{
	{"same_all", roster.Same, theme.IconNameAccount, (*roster.Row).Resembles},
	{"take_all", roster.Take, theme.IconNameConfirm, func(*roster.Row) bool { return true }},
	{"leave_all", roster.Leave, theme.IconNameCancel, func(*roster.Row) bool { return true }},
}

func newDoubtBar(s *Screen) *doubtBar { return &doubtBar{screen: s} }

func (b *doubtBar) build() fyne.CanvasObject {
	hint := widgets.Wrapped(b.screen.say("doubts_hint", nil))
	hint.SizeName = theme.SizeNameCaptionText
	row := container.NewHBox()
	for _, d := range bulkDecisions {
		button := widgets.NewButton("", theme.Icon(d.icon), func() { b.onAll(d) })
		button.Importance = widget.LowImportance
		b.buttons = append(b.buttons, button)
		row.Add(button)
	}
	b.whole = container.NewVBox(hint, container.NewHScroll(row))
	return b.whole
}

// refresh shows the bar above the rows in doubt.
func (b *doubtBar) refresh(shown bool) {
	b.whole.Hidden = !shown || b.screen.count(roster.Doubtful) == 0
	for i, d := range bulkDecisions {
		number := len(b.suited(d))
		b.buttons[i].Hidden = number == 0
		b.buttons[i].SetText(b.screen.say(d.id, map[string]any{"number": number}))
	}
}

// suited are the places of the rows in doubt of which it can be decided.
func (b *doubtBar) suited(d bulkDecision) (places []roster.RowPlace) {
	if b.screen.judged == nil {
		return nil
	}
	for i := range b.screen.judged.Rows {
		if row := &b.screen.judged.Rows[i]; row.Outcome == roster.Doubtful && d.suits(row) {
			places = append(places, row.Place())
		}
	}
	return places
}

// onAll asks once more before it decides about people unseen.
func (b *doubtBar) onAll(d bulkDecision) {
	s, number := b.screen, map[string]any{"number": len(b.suited(d))}
	question := widgets.Wrapped(s.say(d.id+"_text", number))
	s.window.Ask(s.say(d.id+"_title", nil), question, 460,
		frame.Choice{Label: s.say(d.id, number), Chosen: func() { b.decide(d) }},
		frame.Choice{Label: s.window.Say("ui.cancel", nil)})
}

func (b *doubtBar) decide(d bulkDecision) {
	for _, place := range b.suited(d) {
		b.screen.choice.Decided[place] = d.decision
	}
	b.screen.judge(nil)
}
