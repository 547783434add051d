package graduates

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/widgets"
)

// showMissing lists the findings, each with its icon; one click goes to the field.
func (p *graduatePanel) showMissing(of *form.Form) {
	var findings []registrar.Finding
	for _, step := range of.Steps {
		findings = append(findings, step.Findings...)
	}
	findings = append(findings, of.Rest...)
	title := p.window.Say("ui.missing", nil)
	if len(findings) == 0 {
		title = p.window.Say("ui.nothing_missing", nil)
	}
	p.found.Show(p.id, field.ErrorsFirst(findings))
	p.missing.Objects = []fyne.CanvasObject{widgets.BoldWords(title), p.found.Object()}
	widgets.Arrange(p.body)
}

// onGo goes to what a finding is about: in the panel where it has the field, else in the
// form.
func (p *graduatePanel) onGo(f registrar.Finding) {
	if p.inputs[f.Field] != nil {
		p.focusField(f.Field)
		return
	}
	p.openForm(p.id, f.Field)
}

func (p *graduatePanel) focusField(code string) {
	if in := p.inputs[code]; in != nil {
		p.window.Canvas().Focus(in.Focusable())
	}
}

// Reveal scrolls to a field that has got the focus.
func (p *graduatePanel) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.whole).Y
	view := p.scroller.Size().Height
	switch offset := p.scroller.Offset.Y; {
	case top < offset:
		p.scroller.ScrollToOffset(fyne.NewPos(0, max(top-revealGap, 0)))
	case top+o.Size().Height > offset+view:
		p.scroller.ScrollToOffset(fyne.NewPos(0, top+o.Size().Height-view+revealGap))
	}
}

// revealGap is the room around a field that was scrolled to.
const revealGap = 28
