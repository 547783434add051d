package season

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Above says above all pages that the registry cannot be written, why, and what can be done; it is nil
// where it can be written.
func Above(w *frame.Window) fyne.CanvasObject {
	if !w.OnlyLooking() {
		return nil
	}
	var copying fyne.CanvasObject
	if w.May(registrar.RightBackup) {
		copying = container.NewCenter(widgets.NewButton(w.Say("looking.copy", nil), theme.ContentCopyIcon(), func() { onWorkCopy(w) }))
	}
	words := widgets.ResultLine(theme.NewWarningThemedResource(theme.VisibilityIcon()), w.WhyLooking()+" "+w.Say("looking.may", nil))
	sentence := container.New(&widgets.LeastWidth{Width: leastSentence * w.Scale()}, words)
	sentence.Resize(fyne.NewSize(w.Canvas().Size().Width, 0))
	line := container.NewStack(widgets.NewGround(widgets.ColorPanel), container.NewBorder(nil, nil, nil, copying, sentence))
	return line
}

// leastSentence is the width of the sentence above all pages with letters of the usual size, whatever
// room the button beside it leaves.
const leastSentence = 360

// onWorkCopy asks first: there are two registries then.
func onWorkCopy(w *frame.Window) {
	w.Ask(w.Say("looking.copy_ask", nil), widgets.Wrapped(w.Say("looking.copy_follows", nil)), 560,
		frame.Choice{Label: w.Say("looking.copy_yes", nil), Chosen: func() { onCopyPlace(w) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func onCopyPlace(w *frame.Window) {
	r := w.Registrar()
	name := strings.TrimSuffix(filepath.Base(r.Path()), filepath.Ext(r.Path())) + ".graduand"
	w.SaveAs(w.Say("looking.copy_place", nil), name, func(path string) {
		frame.RunLong(w, w.Say("looking.copying", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
			_, err := r.WorkCopy(ctx, path)
			return path, err
		}, func(path string, err error) { onWorkCopied(w, path, err) })
	})
}

// onWorkCopied leads to the copy.
func onWorkCopied(w *frame.Window, path string, err error) {
	if err != nil {
		w.Fail(err)
		return
	}
	w.Ask(w.Say("looking.copied_title", nil), widgets.Wrapped(w.Say("looking.copied", map[string]any{"file": path})), 560,
		frame.Choice{Label: w.Say("season_screen.next_open", nil), Chosen: func() { w.Open(path) }}, frame.Choice{Label: w.Say("ui.close", nil)})
}
