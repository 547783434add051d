package exchange

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// sheetOf is the button that saves the covering sheet of messages, by whose fingerprint the centre knows
// the keys of the school.
func (s *Screen) sheetOf(follow func(fyne.CanvasObject), messages ...data.Message) fyne.CanvasObject {
	b := widgets.NewTabbed(s.say("sheet", nil), func() { s.onSheet(messages) }, follow)
	b.SetIcon(theme.DocumentPrintIcon())
	widgets.Enable(b, s.window.May(registrar.RightPrint))
	return b
}

// onSheet asks where the sheet goes.
func (s *Screen) onSheet(messages []data.Message) {
	w, r := s.window, s.window.Registrar()
	if w.Refused(registrar.RightPrint) {
		return
	}
	job := printing.Job{Document: printing.Message}
	for _, m := range messages {
		job.Messages = append(job.Messages, m.ID)
	}
	name := s.say("sheet_file", map[string]any{"number": messages[0].Sequence}) + registrar.FormatPDF
	w.SaveAs(s.say("sheet_save", nil), name, func(path string) {
		frame.Run(w, &s.doing, func(ctx context.Context) (printing.Printed, error) { return r.Printing.Save(ctx, path, job) }, func(_ printing.Printed, err error) {
			if err != nil {
				w.Fail(err)
				return
			}
			w.DoneForGood(s.say("sheet_saved", map[string]any{"file": path}))
		})
	})
}
