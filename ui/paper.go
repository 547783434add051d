package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// paperBox shows a new paper key until it is on paper or copied by hand: it is shown
// this once.
type paperBox struct {
	window *Window
	code   string
	saved  *widget.Label
	// kept says that the sheet is written, warned that it was asked about.
	kept, warned bool
	asked        turn
}

// showPaperCode shows the code of the paper key and offers its sheet.
func showPaperCode(w *Window, code string) {
	p := &paperBox{window: w, code: code, saved: wrapped("")}
	first, second := code[:len(code)/2], code[len(code)/2+1:]
	letters := container.NewVBox()
	for _, line := range []string{first, second} {
		label := widget.NewLabelWithStyle(line, fyne.TextAlignCenter, fyne.TextStyle{Bold: true, Monospace: true})
		label.SizeName = theme.SizeNameSubHeadingText
		letters.Add(label)
	}
	save := widgets.NewButton(w.say("account.save_sheet", nil), theme.DocumentPrintIcon(), p.onSave)
	body := container.NewVBox(wrapped(w.say("account.paper_about", nil)), panel(letters), container.NewHBox(save), p.saved)
	w.LockWaits(func() bool { return !p.kept })
	w.ask(w.say("account.paper_title", nil), body, 640, choice{label: w.say("account.paper_kept", nil), ready: p.onKept})
	w.Canvas().Focus(save)
}

// onKept leaves when the sheet is written; without it, only when it is pressed again.
func (p *paperBox) onKept() bool {
	if !p.kept && !p.warned {
		p.warned = true
		p.saved.SetText(p.window.say("account.paper_not_saved", nil))
		return false
	}
	p.window.LockWaits(nil)
	return true
}

func (p *paperBox) onSave() {
	w := p.window
	w.Files.Save(w.say("account.save_sheet", nil), w.say("account.sheet_name", nil)+".pdf", func(path string) {
		run(w, &p.asked, func(context.Context) (string, error) { return path, w.Registrar().WritePaperKey(path, p.code) }, p.onSaved)
	})
}

// onSaved opens the sheet, so that it can be printed at once.
func (p *paperBox) onSaved(path string, err error) {
	w := p.window
	if err != nil {
		w.fail(err)
		return
	}
	p.kept = true
	p.saved.SetText(w.say("account.paper_made", map[string]any{"file": path}))
	run(w, &p.asked, func(context.Context) (string, error) { return path, w.OpenFile(path) }, func(_ string, err error) { w.fail(err) })
}
