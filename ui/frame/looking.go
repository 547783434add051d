package frame

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// WhyLocked says that a registry is open for looking and why, and when somebody may be working in it
// of which moment it is; "" for one that can be written.
func (w *Window) WhyLocked(how *registrar.Looking) string {
	if how == nil {
		return ""
	}
	words := w.Say("looking.opened", map[string]any{"why": w.Say("looking."+string(how.Why), nil)})
	if how.Log {
		words += " " + w.Say("looking.log", map[string]any{"time": w.Clock(how.At).Format("15:04")})
	}
	return words
}

// Locked says that the open registry cannot be written.
func (w *Window) Locked() bool { return w.known.looking != nil }

// underLooking puts above a page that the registry cannot be written, why, and what can be done; above
// that of one that can be written nothing.
func (w *Window) underLooking(page fyne.CanvasObject) fyne.CanvasObject {
	if !w.Locked() {
		return page
	}
	var copying fyne.CanvasObject
	if w.May(registrar.RightBackup) {
		copying = container.NewCenter(widgets.NewButton(w.Say("looking.copy", nil), theme.ContentCopyIcon(), w.onWorkCopy))
	}
	words := widgets.ResultLine(theme.NewWarningThemedResource(theme.VisibilityIcon()), w.WhyLocked(w.known.looking)+" "+w.Say("looking.may", nil))
	sentence := container.New(&widgets.LeastWidth{Width: leastSentence * w.Scale()}, words)
	sentence.Resize(fyne.NewSize(w.Canvas().Size().Width, 0))
	line := container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewBorder(nil, nil, nil, copying, sentence))
	return container.NewBorder(line, nil, nil, nil, page)
}

// leastSentence is the width of the sentence above all pages with letters of the usual size, whatever
// room the button beside it leaves.
const leastSentence = 360

// onWorkCopy asks first: there are two registries then.
func (w *Window) onWorkCopy() {
	w.Ask(w.Say("looking.copy_ask", nil), widgets.Wrapped(w.Say("looking.copy_follows", nil)), 560,
		Choice{Label: w.Say("looking.copy_yes", nil), Chosen: w.onCopyPlace}, Choice{Label: w.Say("ui.cancel", nil)})
}

func (w *Window) onCopyPlace() {
	r := w.registrar
	name := strings.TrimSuffix(filepath.Base(r.Path()), filepath.Ext(r.Path())) + ".graduand"
	w.SaveAs(w.Say("looking.copy_place", nil), name, func(path string) {
		RunLong(w, w.Say("looking.copying", nil), func(ctx context.Context, _ Progress) (string, error) {
			_, err := r.WorkCopy(ctx, path)
			return path, err
		}, w.onWorkCopied)
	})
}

// onWorkCopied leads to the copy.
func (w *Window) onWorkCopied(path string, err error) {
	if err != nil {
		w.Fail(err)
		return
	}
	w.Ask(w.Say("looking.copied_title", nil), widgets.Wrapped(w.Say("looking.copied", map[string]any{"file": path})), 560,
		Choice{Label: w.Say("season_screen.next_open", nil), Chosen: func() { w.Open(path) }}, Choice{Label: w.Say("ui.close", nil)})
}

// andNotNoted adds to what was done that the history does not have it, where that was told.
func (w *Window) andNotNoted(message string) string {
	if !w.notNoted {
		return message
	}
	w.notNoted = false
	return strings.TrimSuffix(message, ".") + ". " + w.Say("looking.not_noted", nil)
}
