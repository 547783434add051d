package form

import (
	"slices"

	"fyne.io/fyne/v2"

	"graduand/ui/field"
	"graduand/ui/widgets"
)

// first is the first thing in the step that takes the focus, nil for none.
func (p *stepPage) first() fyne.Focusable { return p.firstOf(p.codes) }

// firstOf is the first of some fields that is in the step and takes the focus, nil for none.
func (p *stepPage) firstOf(codes []string) fyne.Focusable {
	for _, code := range codes {
		if !slices.Contains(p.codes, code) {
			continue
		}
		if f := p.screen.sheet.inputs[code].Focusable(); canFocus(f) {
			return f
		}
	}
	return nil
}

// canFocus tells whether something is there and takes the keyboard.
func canFocus(f fyne.Focusable) bool {
	if f == nil {
		return false
	}
	disabled, can := f.(fyne.Disableable)
	return !can || !disabled.Disabled()
}

// focusField goes to a field of the step; false says that it is not there.
func (p *stepPage) focusField(code string) bool {
	code = field.Of(code)
	if !slices.Contains(p.codes, code) {
		return false
	}
	in := p.screen.sheet.inputs[code]
	p.Reveal(in.Object())
	if f := in.Focusable(); f != nil {
		p.screen.window.Canvas().Focus(f)
	}
	return true
}

// Reveal scrolls to what has got the focus.
func (p *stepPage) Reveal(o fyne.CanvasObject) {
	p.revealed = o
	if at := p.focused(p.grid.Objects); at != nil && p.fields.release(p.grid.Objects, at) {
		widgets.Arrange(p.scroll)
	}
	widgets.Follow(p.scroll, o)
}

// keepFocus remembers what has the keyboard in the step. What it gives back hands the keyboard
// on, as Tab would, where that has gone meanwhile: a question with its button, a field that an
// answer takes away, a slot. Else what is typed next would go nowhere.
func (p *stepPage) keepFocus() (giveOn func()) {
	at := p.keyboard()
	if at == nil || !field.Holds(p.body, at) {
		return func() {}
	}
	behind := p.behind(at)
	return func() {
		if field.Holds(p.body, at) {
			return
		}
		next := p.firstOf(behind)
		if next == nil {
			next = p.screen.forth
		}
		p.screen.window.Canvas().Focus(next)
	}
}

// keyboard is what has the focus in the step; under a dialog it is what had it before.
func (p *stepPage) keyboard() fyne.CanvasObject {
	canvas := p.screen.window.Canvas()
	if len(canvas.Overlays().List()) > 0 {
		return p.revealed
	}
	at, _ := canvas.Focused().(fyne.CanvasObject)
	return at
}

// behind are the fields after the one in which an object is.
func (p *stepPage) behind(at fyne.CanvasObject) []string {
	for i, in := range p.inputs() {
		if field.Holds(in.Object(), at) {
			return p.codes[i+1:]
		}
	}
	return nil
}
