package door

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// paperBox shows a new paper key until it is on paper or copied by hand: it is shown
// this once.
type paperBox struct {
	window *frame.Window
	code   string
	saved  *widget.Label
	// warning says how long it is until the window locks, where nobody is there.
	warning *widget.Label
	box     *frame.Box
	// kept says that the sheet is written, warned that it was asked about.
	kept, warned bool
	asked        frame.Turn
}

// paperWidth is the width of the dialog.
const paperWidth = 640

// ShowPaperCode shows the code of the paper key and offers its sheet.
func ShowPaperCode(w *frame.Window, code string) {
	p := &paperBox{window: w, code: code, saved: widgets.Wrapped(""), warning: widgets.Wrapped("")}
	p.warning.Importance = widget.WarningImportance
	first, second := code[:len(code)/2], code[len(code)/2+1:]
	letters := container.NewVBox()
	for _, line := range []string{first, second} {
		label := widget.NewLabelWithStyle(line, fyne.TextAlignCenter, fyne.TextStyle{Bold: true, Monospace: true})
		label.SizeName = theme.SizeNameSubHeadingText
		letters.Add(label)
	}
	save := widgets.NewButton(w.Say("account.save_sheet", nil), theme.DocumentPrintIcon(), p.onSave)
	body := container.NewVBox(widgets.Wrapped(w.Say("account.paper_about", nil)), widgets.Panel(letters), container.NewHBox(save), p.saved, p.warning)
	w.ShowsOnce(&frame.Once{Kept: func() bool { return p.kept }, Warn: p.onWarn, Lost: w.Say("account.paper_lost", nil)})
	p.box = w.Ask(w.Say("account.paper_title", nil), body, paperWidth, frame.Choice{Label: w.Say("account.paper_kept", nil), Ready: p.onKept})
	w.Canvas().Focus(save)
}

// onKept leaves when the sheet is written; without it, only when it is pressed again.
func (p *paperBox) onKept() bool {
	if !p.kept && !p.warned {
		p.warned = true
		p.saved.SetText(p.window.Say("account.paper_not_saved", nil))
		return false
	}
	p.window.ShowsOnce(nil)
	return true
}

// onWarn counts down to the lock, which takes the code away.
func (p *paperBox) onWarn(seconds int) {
	words := ""
	if seconds > 0 {
		words = p.window.Say("account.paper_lock", map[string]any{"seconds": seconds})
	}
	if widgets.SetWords(p.warning, words); words != "" {
		p.box.Fit(paperWidth)
	}
}

func (p *paperBox) onSave() {
	w, r := p.window, p.window.Registrar()
	w.FilesFor(frame.PaperKey).Save(w.Say("account.save_sheet", nil), w.Say("account.sheet_name", nil)+".pdf", func(path string) {
		frame.RunIn(p.box, func(context.Context) (string, error) { return path, r.Printing.WritePaperKey(path, p.code) }, p.onSaved)
	})
}

// onSaved opens the sheet, so that it can be printed at once.
func (p *paperBox) onSaved(path string, err error) {
	w := p.window
	if err != nil {
		w.Fail(err)
		return
	}
	p.kept = true
	w.Canvas().Focus(p.box.Primary()) // Enter goes on now, and does not save again
	p.saved.SetText(w.Say("account.paper_made", map[string]any{"file": path}))
	frame.Run(w, &p.asked, func(context.Context) (string, error) { return path, w.OpenFile(path) }, p.onShown)
}

// onShown says beside where the sheet lies that it has to be opened by hand: it is saved.
func (p *paperBox) onShown(path string, err error) {
	if err == nil {
		return
	}
	w := p.window
	w.LogFailure("show sheet of the paper key", err)
	p.saved.SetText(w.Say("account.paper_made", map[string]any{"file": path}) + "\n" + w.Explain(registrar.CannotOpen(err, filepath.Base(path))))
	p.box.Fit(paperWidth)
}

// tallForm is a form in a dialog that takes the height it needs, as far as the window has
// room; where it has less the form scrolls, and the bar stands beside its fields.
type tallForm struct {
	window *frame.Window
	form   *fyne.Container
	scroll *container.Scroll
	box    *frame.Box
}

// tallWidth is the width of such a dialog, tallInside that of the form in it, and tallRest
// the height of the dialog's title and buttons with air around it.
const (
	tallWidth  = 620
	tallInside = 580
	tallRest   = 170
)

func newTallForm(w *frame.Window) *tallForm {
	t := &tallForm{window: w, form: container.NewVBox()}
	t.scroll = container.NewVScroll(widgets.OffTheBar(t.form))
	return t
}

// show shows the dialog.
func (t *tallForm) show(title string, choices ...frame.Choice) *frame.Box {
	t.fit()
	t.box = t.window.Ask(title, t.scroll, tallWidth, choices...)
	return t.box
}

// fit takes the height that is needed now: what is wrong has come under the fields, or gone.
func (t *tallForm) fit() {
	scale := t.window.Scale()
	// Words that wrap know their height only when they have their width.
	for range 2 {
		t.scroll.Content.Resize(fyne.NewSize(tallInside*scale, t.scroll.Content.MinSize().Height))
	}
	t.scroll.SetMinSize(fyne.NewSize(0, min(t.scroll.Content.MinSize().Height, t.window.Canvas().Size().Height-tallRest*scale)))
	if t.box != nil {
		t.box.Fit(tallWidth)
	}
}
