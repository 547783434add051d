package history

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// statesOf are the events that changed a form: each can be taken back, and the state before
// it brought back.
var statesOf = []string{registrar.EventChanged, registrar.EventFilled, registrar.EventBroughtBack}

// bringable says whether an event changed a form that may be changed now.
func (s *Screen) bringable(e *pastEvent) bool {
	return e.there && len(e.event.Changes) > 0 && slices.Contains(statesOf, e.event.Kind) && s.window.May(registrar.RightRegister)
}

// onBringBack shows what the state before the current event would change, and brings it
// back when that is wanted.
func (s *Screen) onBringBack() {
	e := s.find(s.table.Cursor())
	if e == nil || s.back.Disabled() {
		return
	}
	r := s.window.Registrar()
	frame.Run(s.window, &s.asking, func(ctx context.Context) ([]registrar.FieldChange, error) {
		return r.Form.StateBefore(ctx, e.event.Graduate, e.event.Seq)
	}, func(changes []registrar.FieldChange, err error) { s.confirmBringBack(e, changes, err) })
}

func (s *Screen) confirmBringBack(e *pastEvent, changes []registrar.FieldChange, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	rows := container.NewVBox(widgets.Wrapped(w.Say("history_screen.back_about", map[string]any{"name": e.name, "date": e.when})))
	for _, line := range becoming(w, changes) {
		rows.Add(widgets.Wrapped(line))
	}
	if len(changes) == 0 {
		rows.Add(widgets.Wrapped(w.Say("graduate.same_state", nil)))
		w.Ask(w.Say("history_screen.bring_back", nil), rows, 560, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	w.Ask(w.Say("history_screen.bring_back", nil), widgets.ScrolledTo(rows, 560, 360, w.Scale()), 560,
		frame.Choice{Label: w.Say("history_screen.bring_back", nil), Chosen: func() {
			s.take(e.name, "history_screen.brought_back", "history_screen.taken_back", func(ctx context.Context, r *registrar.Registrar) (int64, error) {
				return r.Form.BringBack(ctx, e.event.Graduate, e.event.Seq)
			})
		}}, frame.Choice{Label: w.Say("bulk_screen.keep", nil)})
}

// deed writes to a registry something that takes an entry of the history back, and gives the
// number of the entry that it makes itself.
type deed func(context.Context, *registrar.Registrar) (made int64, err error)

// take does something about the history, and tells it by id of those who are named; undone is
// the id of what is said when it is taken back in turn.
func (s *Screen) take(names, id, undone string, do deed) {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.asking, func(ctx context.Context) (int64, error) { return do(ctx, r) }, func(made int64, err error) {
		if made > 0 {
			args := map[string]any{"name": names}
			w.Did(w.Say(id, args), w.Say(undone, args), made)
		}
		w.Fail(err)
	})
}

// printable says whether an event printed a document that can be printed again as it was, before
// the eyes of whoever asks.
func (s *Screen) printable(e *pastEvent) bool {
	p := e.event.Print
	return p != nil && p.Format == registrar.FormatPDF && s.window.May(registrar.RightPrint)
}

// onPrintAgain shows the document of the current event as it was, to be saved or printed (F-20).
func (s *Screen) onPrintAgain() {
	e := s.find(s.table.Cursor())
	if e == nil || s.again.Disabled() {
		return
	}
	s.window.Go(frame.Route{Screen: frame.Printing, Paper: e.event.Note, Again: e.event.Seq})
}
