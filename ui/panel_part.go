package ui

import (
	"context"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// panelPart is what the fields of the panel that are not typed share: a name, and under
// them what was refused.
type panelPart struct {
	panel *graduatePanel
	code  string
	name  string
	fault *widget.Label
	asked turn
}

func newPanelPart(p *graduatePanel, code, name string) panelPart {
	f := panelPart{panel: p, code: code, name: name, fault: wrapped("")}
	f.fault.Importance, f.fault.SizeName = widget.DangerImportance, theme.SizeNameCaptionText
	f.fault.Hide()
	return f
}

// caption is the name above the field.
func (f *panelPart) caption() *widget.Label {
	name := widget.NewLabel(f.name)
	name.SizeName, name.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return name
}

// save does what the field is there for, in the background, and says what came of it.
func (f *panelPart) save(work func(context.Context) error) {
	f.fault.Hide()
	run(f.panel.window, &f.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { f.onSaved(err) })
}

func (f *panelPart) onSaved(err error) {
	w := f.panel.window
	if err != nil {
		f.fault.SetText(w.explain(err))
		f.fault.Show()
		return
	}
	w.done(w.say("ui.saved", map[string]any{"name": f.name}), nil)
}
