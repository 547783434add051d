package history

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// countActs counts whom each act has changed that changed several, and those whom each class
// list has added.
func (s *Screen) countActs() {
	s.acts, s.lists = map[int64]int{}, map[string]int64{}
	for i := range s.events {
		e := &s.events[i].event
		switch {
		case e.Batch > 0:
			s.acts[e.Batch]++
		case e.Kind == registrar.EventImported, e.Kind == registrar.EventCentreList:
			// Of the centre's list those are counted apart whom it has changed.
			s.acts[e.Seq] += len(e.Graduates)
			for _, id := range e.Graduates {
				s.lists[id] = e.Seq
			}
		}
	}
}

// actOf is the number of the act of several that an event is a part of, 0 for none.
func (s *Screen) actOf(e *registrar.Event) int64 {
	switch e.Kind {
	case registrar.EventImported, registrar.EventCentreList:
		return e.Seq
	case registrar.EventAdded:
		return s.lists[e.Graduate]
	}
	return e.Batch
}

// offerAll offers to take back all that was changed with an event. Without one the button is
// there and closed: nothing jumps.
func (s *Screen) offerAll(e *pastEvent) {
	w, count := s.window, 0
	if e != nil && w.May(registrar.RightRegister) {
		count = s.acts[s.actOf(&e.event)]
	}
	widgets.Enable(s.all, count > 1)
	if count > 1 {
		s.all.SetText(w.Say("undo_all.button_of", map[string]any{"number": count}))
		return
	}
	s.all.SetText(w.Say("undo_all.button", nil))
}

// onUndoAll shows what taking back all that was changed with the current event would do, and
// does it when that is wanted.
func (s *Screen) onUndoAll() {
	e := s.find(s.table.Cursor())
	if e != nil && !s.all.Disabled() {
		s.askReversal(e)
	}
}

// comings are the events by which somebody came or went.
var comings = []string{registrar.EventAdded, registrar.EventRemoved, registrar.EventRestored}

// reversible says that one alone came or went by an event, which goes back as an act does.
func (s *Screen) reversible(e *pastEvent) bool {
	return e.there && slices.Contains(comings, e.event.Kind) && s.actOf(&e.event) == 0 && s.window.May(registrar.RightRegister)
}

// askReversal asks what would become of everybody.
func (s *Screen) askReversal(e *pastEvent) {
	r := s.window.Registrar()
	frame.Run(s.window, &s.asking, func(ctx context.Context) ([]registrar.Reversal, error) {
		return r.Form.UndoableAll(ctx, e.event.Seq)
	}, func(all []registrar.Reversal, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		s.askAll(e, all)
	})
}

// askAll names whom it is about, who stays as it is, and what each will be.
func (s *Screen) askAll(e *pastEvent, all []registrar.Reversal) {
	w := s.window
	var back, left, each []string
	for _, r := range all {
		if r.Left != nil {
			left = append(left, r.Name)
			each = append(each, w.Say("undo_all.stays", map[string]any{"name": r.Name, "reason": frame.Capital(w.Explain(r.Left))}))
			continue
		}
		back = append(back, r.Name)
		each = append(each, r.Name+": "+strings.Join(becomingOf(w, r), "; "))
	}
	args := map[string]any{"number": len(back), "all": len(all), "date": e.when, "names": w.Named(left)}
	whom := "undo_all.whom"
	if e.event.Kind == registrar.EventImported || e.event.Kind == registrar.EventAdded {
		whom = "undo_all.whom_added"
	}
	rows := container.NewVBox(widgets.Wrapped(w.Say(whom, args)))
	if len(left) > 0 {
		rows.Add(widgets.WarningLine(w.Say("undo_all.left", args)))
	}
	// One label: a hundred of them take a second to be laid out.
	rows.Add(widgets.ScrolledTo(widgets.OffTheBar(widgets.Wrapped("• "+strings.Join(each, "\n• "))), 620, 300, w.Scale()))
	title := w.Say("undo_all.title", map[string]any{"number": len(all)})
	if len(all) == 1 {
		title = w.Say("history_screen.undo", nil)
	}
	if len(back) == 0 {
		rows.Add(widgets.Wrapped(w.Say("undo_all.none", nil)))
		w.Ask(title, rows, 620, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	label := title
	if len(all) > 1 {
		label = w.Say("undo_all.do", args)
	}
	do := frame.Choice{Label: label, Chosen: func() { s.undoAll(e.event.Seq, w.Named(back)) }}
	w.Ask(title, rows, 620, do, frame.Choice{Label: w.Say("bulk_screen.keep", nil)})
}

func (s *Screen) undoAll(seq int64, names string) {
	s.take(names, "undo_all.undone", "undo_all.redone", func(ctx context.Context, r *registrar.Registrar) (int64, error) {
		return r.Form.UndoAll(ctx, seq)
	})
}

// becomingOf says what one of several will be.
func becomingOf(w *frame.Window, r registrar.Reversal) []string {
	switch {
	case r.Returns:
		return []string{w.Say("undo_all.returns", nil)}
	case r.Leaves:
		return []string{w.Say("undo_all.leaves", nil)}
	}
	return becoming(w, r.Changes)
}
