package exchange

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

func (s *Screen) mayWrite() bool { return s.window.May(registrar.RightPrintFinal) }

// onWrite asks for a folder, as on a flash drive, and writes there what is to be sent.
func (s *Screen) onWrite() {
	if s.write.Disabled() || s.window.Refused(registrar.RightPrintFinal) {
		return
	}
	s.askWhere(exchange.Order{Only: s.sending.chosen()})
}

// onAnew asks before everybody is sent once more: a message was lost on its way, and the centre waits
// for it.
func (s *Screen) onAnew() {
	w := s.window
	w.AskTwice(s.say("anew_title", nil), widgets.Wrapped(s.say("anew_about", nil)), 520, frame.Choice{Label: w.Say("ui.cancel", nil)},
		frame.Choice{Label: s.say("anew_yes", nil), Chosen: func() { s.askWhere(exchange.Order{Anew: true}) }})
}

func (s *Screen) askWhere(order exchange.Order) {
	s.window.FilesFor(frame.ToCentre).Folder(s.say("where", nil), func(folder string) {
		order.To = folder
		s.writeTo(folder, order)
	})
}

// writeTo writes the messages, with progress and a way to stop.
func (s *Screen) writeTo(folder string, order exchange.Order) {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, s.say("writing", nil), func(ctx context.Context, progress frame.Progress) (exchange.Sent, error) {
		return r.Exchange.Export(ctx, order, progress)
	}, func(sent exchange.Sent, err error) { s.onWritten(folder, sent, err) })
}

// onWritten says where the files lie and what comes next. Of several those that were written before a
// failure stay, and are named.
func (s *Screen) onWritten(folder string, sent exchange.Sent, err error) {
	w := s.window
	s.sending.Table.Select()
	s.sending.top = len(sent.Paths) > 0
	s.ask()
	if len(sent.Paths) == 0 {
		w.Fail(err)
		return
	}
	page := container.New(&widgets.Stacked{})
	for i, path := range sent.Paths {
		m := sent.Messages[i]
		page.Add(widgets.ResultLine(theme.NewSuccessThemedResource(theme.ConfirmIcon()), s.say("written_file", map[string]any{
			"file": filepath.Base(path), "size": frame.SizeOf(w, m.Octets), "sequence": m.Sequence, "people": m.People, "files": m.Files})))
	}
	show := widgets.NewButton(s.say("folder", nil), theme.FolderOpenIcon(), func() { w.OpenOutside(&s.opening, folder) })
	page.Add(container.NewBorder(nil, nil, nil, container.NewCenter(show), widgets.Wrapped(s.say("written_where", map[string]any{"folder": folder}))))
	page.Add(widgets.Wrapped(s.say("written_read", nil)))
	if err != nil {
		page.Add(widgets.WarningLine(w.Explain(err)))
	}
	page.Add(container.NewBorder(nil, nil, nil, container.NewCenter(s.sheetOf(nil, sent.Messages...)), widgets.BulletLine(s.say("next_sheet", nil))))
	for _, id := range []string{"next_hand", "next_wait"} {
		page.Add(widgets.BulletLine(s.say(id, map[string]any{"read": s.say("read", nil)})))
	}
	w.DoneForGood(s.say("written", map[string]any{"number": len(sent.Paths)}))
	scroll := widgets.ScrolledTo(widgets.OffTheBar(page), writtenWidth, 380, w.Scale())
	w.Canvas().Focus(w.Ask(s.say("written_title", nil), scroll, writtenWidth, frame.Choice{Label: w.Say("ui.close", nil)}).Primary())
}

// writtenWidth is the width of the dialog.
const writtenWidth = 580
