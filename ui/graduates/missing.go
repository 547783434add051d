package graduates

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/widgets"
)

// showMissing lists the findings, each with its icon; one click goes to the field.
func (p *graduatePanel) showMissing(of *form.Form) {
	findings := of.Findings()
	title := p.window.Say("ui.missing", map[string]any{"number": len(findings)})
	if len(findings) == 0 {
		title = p.window.Say("ui.nothing_missing", nil)
	}
	p.found.Show(p.id, field.ErrorsFirst(findings))
	p.missing.Objects = []fyne.CanvasObject{p.doubt, widgets.BoldWords(title), p.found.Object()}
	widgets.Arrange(p.body)
}

// wholeFindings is how much of a height shows no finding cut in the middle; all of it where
// it has no room for one. The words are broken into lines here: their own layout comes later.
func (p *graduatePanel) wholeFindings(height float32) float32 {
	whole, y := float32(0), float32(0)
	for _, o := range p.missing.Objects {
		if o.Visible() && o != p.found.Object() {
			y += widgets.LayOut(o, fyne.NewPos(0, y), p.missing.Size().Width) + theme.Padding()
		}
	}
	top := y
	for _, line := range p.found.Object().(*fyne.Container).Objects {
		y += widgets.LayOut(line, fyne.NewPos(0, y-top), p.missing.Size().Width)
		if y <= height {
			whole = y
		}
		y += theme.Padding()
	}
	if whole == 0 {
		return height
	}
	return min(whole+theme.Padding(), height)
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
	p.window.AfterClick(func() { p.scrollTo(o) })
}

func (p *graduatePanel) scrollTo(o fyne.CanvasObject) {
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
