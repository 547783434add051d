package form

import (
	"slices"
	"time"

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
	if f := in.Focusable(); f != nil && p.screen.inFront() {
		p.screen.window.Canvas().Focus(f)
	}
	return true
}

// fieldAt is the code of the field that has the keyboard, "" for none.
func (p *stepPage) fieldAt() string {
	at := p.focused(p.grid.Objects)
	for i, in := range p.inputs() {
		if at != nil && in.Object() == at {
			return p.codes[i]
		}
	}
	return ""
}

// FieldAt is the code of the field that has the keyboard, "" for none: the help begins with it.
func (s *Screen) FieldAt() string {
	if s.at < 0 || s.at >= len(s.form.Steps) {
		return ""
	}
	return s.page.fieldAt()
}

// Reveal scrolls to what has got the focus.
func (p *stepPage) Reveal(o fyne.CanvasObject) {
	p.revealed = o
	if at := p.focused(p.grid.Objects); at != nil && p.fields.release(p.grid.Objects, at, p.mayGo()) {
		widgets.Arrange(p.scroll)
	}
	p.screen.window.AfterClick(func() {
		if p.revealed == o && field.Holds(p.body, o) {
			widgets.Follow(p.scroll, o)
		}
	})
}

// mayGo is how much room may go above a field and below it. Under a mouse that has just pressed
// the field that is no more than is scrolled by: the field stays there.
func (p *stepPage) mayGo() (room gaps) {
	whole, above := p.scroll.Content.MinSize().Height, p.scroll.Offset.Y
	if !widgets.Pressing {
		return gaps{whole, whole}
	}
	if above == 0 {
		return gaps{0, whole}
	}
	return gaps{above, whole - above - p.scroll.Size().Height}
}

// calm gives up all room of messages that have gone once nobody has been at a field for a while.
func (p *stepPage) calm() {
	w := p.screen.window
	if p.focused(p.grid.Objects) != nil {
		return
	}
	w.After(untilCalm, func() {
		if p.focused(p.grid.Objects) == nil && len(w.Canvas().Overlays().List()) == 0 {
			p.fields.forget()
			widgets.Arrange(p.scroll)
		}
	})
}

// untilCalm is how long nobody is at a field who only goes from one to another.
const untilCalm = time.Second

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
