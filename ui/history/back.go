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
			s.change(e, "history_screen.brought_back", func(ctx context.Context, r *registrar.Registrar) (int64, error) {
				return r.Form.BringBack(ctx, e.event.Graduate, e.event.Seq)
			})
		}}, frame.Choice{Label: w.Say("bulk_screen.keep", nil)})
}

// deed writes to a registry something that takes an entry of the history back, and gives the
// number of the entry that it makes itself.
type deed func(context.Context, *registrar.Registrar) (made int64, err error)

// taking is how something that is done about the history is told and taken back in turn.
type taking struct {
	// names are those whom it is about, done and undone the ids of what is said of them.
	names, done, undone string
	back                func(made int64) deed
}

// change does something about one event, tells it by id, and lets it be undone and done again.
func (s *Screen) change(e *pastEvent, id string, do deed) {
	back := func(made int64) deed {
		return func(ctx context.Context, r *registrar.Registrar) (int64, error) {
			return r.Form.Undo(ctx, e.event.Graduate, made, nil)
		}
	}
	s.take(taking{e.name, id, "history_screen.taken_back", back}, do, s.window.Done)
}

func (s *Screen) take(t taking, do deed, tell func(message string, undo func())) {
	w := s.window
	s.write(w.Say(t.done, map[string]any{"name": t.names}), do, func(message string, made int64) {
		tell(message, func() {
			s.write(w.Say(t.undone, map[string]any{"name": t.names}), t.back(made), func(message string, made int64) {
				w.Undone(message, func() { s.take(t, t.back(made), w.Redone) })
			})
		})
	})
}

// write does it in the background.
func (s *Screen) write(message string, do deed, done func(message string, made int64)) {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.asking, func(ctx context.Context) (int64, error) { return do(ctx, r) }, func(made int64, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		done(message, made)
	})
}
