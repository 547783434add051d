package graduates

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// cardDoubt is a card number that is to be looked at, and whose it is.
type cardDoubt struct{ id, who, number string }

// stands asks the registry whether the number is what it was.
func (d cardDoubt) stands(r *registrar.Registrar) bool {
	row, err := r.Table.Find(d.id)
	return err == nil && row.Graduate.Removed == nil && row.Graduate.Current().CardNumber == d.number
}

// Doubted keeps a card number in sight that is asked about: Enter has gone on to the next one by
// then, and what is said of that stands in the status line.
func (p *graduatePanel) Doubted(who string, f registrar.Finding) {
	if f.Field != data.FieldCardNumber || f.Severity != data.SeverityConfirm {
		return
	}
	p.doubts = slices.DeleteFunc(p.doubts, func(d cardDoubt) bool { return d.id == f.Graduate })
	p.doubts = append(p.doubts, cardDoubt{f.Graduate, who, fmt.Sprint(f.Args["value"])})
}

// showDoubts names the doubts about others than who is shown, of whom the findings tell; the one
// who comes is looked at.
func (p *graduatePanel) showDoubts(comes bool) {
	if comes {
		p.doubts = slices.DeleteFunc(p.doubts, func(d cardDoubt) bool { return d.id == p.id })
	}
	var named []string
	for _, d := range p.doubts {
		if d.id != p.id {
			named = append(named, p.window.Say("graduates_screen.card_doubt", map[string]any{"name": d.who, "number": d.number}))
		}
	}
	widgets.SetWords(p.doubt, p.window.Say("graduates_screen.card_doubts", map[string]any{"cards": strings.Join(named, "; ")}))
	widgets.SetHidden(p.doubt, len(named) == 0)
}

// onCardEntered saves a card number and goes on to that of the next graduate: sixty cards are
// typed one after the other. Nobody waits for the registry: what is typed meanwhile goes into
// the next field.
func (p *graduatePanel) onCardEntered() {
	card := p.inputs[data.FieldCardNumber]
	p.onward = p.id
	card.Keep()
	switch {
	case p.onward == "":
		// The answer was there at once.
	case card.Unsaved():
		p.ahead.begin(p.window.Canvas())
	default:
		p.goOn()
	}
}

// goOn turns to the next graduate, at whose card number the keyboard then is.
func (p *graduatePanel) goOn() {
	p.onward, p.going = "", true
	if !p.toNext() {
		p.arrive()
	}
	p.going = false
}

// arrive gives the keyboard to the card number, unless somebody has gone elsewhere.
func (p *graduatePanel) arrive() {
	if p.ahead.waits() {
		p.ahead.end(p.window.Canvas(), p.inputs[data.FieldCardNumber].Focusable())
	}
}

// cardSaved goes on, unless the number was refused: it is to be mended first.
func (p *graduatePanel) cardSaved() {
	card := p.inputs[data.FieldCardNumber]
	if !card.Unsaved() {
		p.goOn()
		return
	}
	p.onward = ""
	if p.ahead.waits() {
		p.window.Canvas().Focus(card.Focusable())
	}
	p.Edited()
}

// cardWords says how far the printed card of somebody is: printed when, checked and signed, or
// changed since. It is "" where nothing came of the card yet.
func cardWords(w *frame.Window, row *registrar.Row) string {
	if row.Card == "" || row.Card == data.CardMissing {
		return ""
	}
	r, day := row.Graduate.Current(), row.Printed.Dotted()
	signed, checked := r.Fact(data.FactSigned, ""), r.Fact(data.FactChecked, "")
	return w.Say("graduates_screen.card_said", map[string]any{
		"printed": day[:min(len("02.01"), len(day))],
		"changed": row.Card == data.CardChanged,
		"checked": row.Card == data.CardChecked || row.Card == data.CardSigned && checked != nil && checked.Seen == signed.Seen,
		"signed":  row.Card == data.CardSigned,
	})
}
