package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// anchorPart compares a mark of the history that somebody has kept with the registry.
type anchorPart struct {
	window *frame.Window
	typed  *widgets.Entry
	answer *widget.Label
	asked  frame.Turn
}

func newAnchorPart(w *frame.Window) *anchorPart {
	return &anchorPart{window: w, typed: widgets.NewEntry(""), answer: widgets.Wrapped("")}
}

func (p *anchorPart) build() fyne.CanvasObject {
	w := p.window
	r := w.Registrar()
	frame.Run(w, &frame.Turn{}, func(context.Context) (string, error) { return r.Anchor() }, p.onNow)
	p.typed.OnSubmitted = func(string) { p.onCompare() }
	compare := widgets.NewButton(w.Say("settings_screen.anchor_compare", nil), nil, p.onCompare)
	return container.NewVBox(widgets.Wrapped(w.Say("settings_screen.anchor_about", nil)),
		container.NewBorder(nil, nil, widget.NewLabel(w.Say("settings_screen.anchor", nil)), compare, p.typed), p.answer)
}

// onNow shows the present mark, as an example of one; none to who may not see it.
func (p *anchorPart) onNow(now string, err error) {
	if err == nil {
		p.typed.SetPlaceHolder(now)
	}
}

func (p *anchorPart) onCompare() {
	r, typed := p.window.Registrar(), p.typed.Text
	frame.Run(p.window, &p.asked, func(ctx context.Context) (bool, error) { return r.HoldsAnchor(ctx, typed) }, p.onCompared)
}

func (p *anchorPart) onCompared(holds bool, err error) {
	p.answer.Importance = widget.DangerImportance
	if registrar.CodeOf(err) == "anchor.unreadable" {
		p.answer.SetText(p.window.Explain(err))
		return
	}
	if err != nil {
		p.answer.SetText("")
		p.window.Fail(err)
		return
	}
	id := "anchor.missing"
	if holds {
		id, p.answer.Importance = "anchor.holds", widget.SuccessImportance
	}
	p.answer.SetText(p.window.Say(id, nil))
}
