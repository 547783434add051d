package graduates

import "graduand/data"

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
