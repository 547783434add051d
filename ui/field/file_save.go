package field

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onSave writes the untouched original to a file.
func (s *fileSlot) onSave() {
	r, id, place, ending := s.window.Registrar(), s.owner, s.place, s.ending
	frame.Run(s.window, &s.doing, func(context.Context) (registrar.Row, error) { return r.Table.Find(id) },
		func(row registrar.Row, err error) { s.askWhere(row, place, ending, err) })
}

// askWhere asks for the file that the original of a graduate is written to.
func (s *fileSlot) askWhere(of registrar.Row, place, ending string, err error) {
	w, r := s.window, s.window.Registrar()
	if err != nil {
		w.Fail(err)
		return
	}
	title, name := w.Say("form_file.save", nil), data.FileName(of.Graduate.FullName()+" "+s.title, ending)
	askRecipient(w, title, of.Graduate.ID, func(whom string) {
		w.SaveAs(title, name, func(path string) {
			frame.RunLong(w, w.Say("site.saving", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
				return path, r.Form.SaveAttachment(registrar.GoesTo(ctx, whom), of.Graduate.ID, place, path)
			}, func(path string, err error) { onOriginalSaved(w, path, err) })
		})
	})
}

// askRecipient asks to whom an original goes: the slot has no room for the question.
func askRecipient(w *frame.Window, title, id string, then func(whom string)) {
	var box *frame.Box
	to := frame.NewRecipient(w)
	to.About(registrar.EventFileSaved, id)
	to.InDialog(func() *frame.Box { return box })
	box = w.Ask(title, container.NewVBox(widgets.Wrapped(w.Say("recipient.about", nil)), to.Field.Box), 460,
		frame.Choice{Label: w.Say("recipient.place", nil), Chosen: func() { then(to.Said()) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(to.Entry)
}

func onOriginalSaved(w *frame.Window, path string, err error) {
	if err != nil {
		w.Fail(err)
		return
	}
	w.Done(w.Say("form_file.saved", map[string]any{"file": filepath.Base(path)}), nil)
}
