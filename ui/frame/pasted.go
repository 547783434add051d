package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/ui/widgets"
)

// PastedLine is a line of a pasted block as it was understood.
type PastedLine struct {
	Line int
	// Words say what was understood; Why is why nothing was, nil for what was.
	Words string
	Why   error
}

// Pasted adds to a dialog what was understood of a pasted block, first the lines that were not; it
// says how many were understood.
func (f *RecordForm) Pasted(lines []PastedLine) (understood int) {
	w, list := f.Window, container.NewVBox()
	for _, line := range lines {
		if line.Why != nil {
			list.Add(widgets.ResultLine(theme.NewWarningThemedResource(theme.WarningIcon()), w.Say("paste_block.line", map[string]any{"line": line.Line, "words": w.Explain(line.Why)})))
		}
	}
	for _, line := range lines {
		if line.Why == nil {
			understood++
			list.Add(widgets.ResultLine(theme.NewSuccessThemedResource(theme.ConfirmIcon()), w.Say("paste_block.line", map[string]any{"line": line.Line, "words": line.Words})))
		}
	}
	f.Fields.Add(widgets.BoldWords(w.Say("paste_block.understood", map[string]any{"understood": understood, "lines": len(lines)})))
	scroll := container.NewVScroll(widgets.OffTheBar(list))
	list.Resize(fyne.NewSize(RecordWidth*w.Scale(), 0))
	scroll.SetMinSize(fyne.NewSize(0, min(list.MinSize().Height, w.Canvas().Size().Height-330*w.Scale())))
	f.Fields.Add(scroll)
	return understood
}
