package access

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar/access"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// slipChoice asks in which language slips are written, and whether those are printed too whose
// password nobody knows any more.
type slipChoice struct {
	window   *frame.Window
	language *widgets.DialogSelect
	issued   *widgets.DialogCheck
	// said is what was chosen when the dialog was confirmed.
	said access.Slips
}

func newSlipChoice(w *frame.Window, leave func()) *slipChoice {
	c := &slipChoice{window: w, language: widgets.NewDialogSelect(frame.LanguageNames(w), leave)}
	c.language.SetSelectedIndex(slices.Index(text.Languages(), w.Registrar().Campaign().Language))
	c.issued = widgets.NewDialogCheck(w.Say("access_screen.slips_issued", nil), false, leave)
	return c
}

func (c *slipChoice) build() fyne.CanvasObject {
	return container.NewVBox(widgets.NewLabelled(c.window.Say("access_screen.slips_language", nil), c.language).Box, c.issued)
}

func (c *slipChoice) keep() {
	c.said = access.Slips{Language: text.Languages()[max(c.language.SelectedIndex(), 0)], Issued: c.issued.Checked}
}
