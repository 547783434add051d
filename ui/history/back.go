package history

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// statesOf are the events after which a graduate's form was as it can be again.
var statesOf = []string{registrar.EventAdded, registrar.EventChanged, registrar.EventFilled, registrar.EventBroughtBack}

// bringable says whether the state after an event can be brought back.
func (s *Screen) bringable(e *pastEvent) bool {
	return e.there && slices.Contains(statesOf, e.event.Kind) && s.window.May(registrar.RightRegister)
}

// onBringBack shows what the state after the current event would change, and brings it
// back when that is wanted.
func (s *Screen) onBringBack() {
	e := s.find(s.table.Cursor())
	if e == nil || s.back.Disabled() {
		return
	}
	r := s.window.Registrar()
	frame.Run(s.window, &s.asking, func(ctx context.Context) ([]registrar.FieldChange, error) {
		return r.Form.StateAt(ctx, e.event.Graduate, e.event.Seq)
	}, func(changes []registrar.FieldChange, err error) { s.confirmBringBack(e, changes, err) })
}

func (s *Screen) confirmBringBack(e *pastEvent, changes []registrar.FieldChange, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	words := frame.NewChanges(w)
	rows := container.NewVBox(widgets.Wrapped(w.Say("history_screen.back_about", map[string]any{"name": e.name, "date": e.event.At.Local().Format("02.01.2006 15:04")})))
	for _, line := range words.Lines(&registrar.Event{Changes: changes}) {
		rows.Add(widgets.Wrapped(line))
	}
	if len(changes) == 0 {
		rows.Add(widgets.Wrapped(w.Say("graduate.same_state", nil)))
		w.Ask(w.Say("history_screen.bring_back", nil), rows, 560, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	w.Ask(w.Say("history_screen.bring_back", nil), widgets.ScrolledTo(rows, 560, 360, w.Scale()), 560,
		frame.Choice{Label: w.Say("history_screen.bring_back", nil), Chosen: func() { s.bringBack(e.event) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (s *Screen) bringBack(e registrar.Event) {
	r := s.window.Registrar()
	frame.Run(s.window, &s.asking, func(ctx context.Context) (string, error) {
		return strconv.FormatInt(e.Seq, 10), r.Form.BringBack(ctx, e.Graduate, e.Seq)
	}, s.onBroughtBack)
}

func (s *Screen) onBroughtBack(_ string, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.window.Done(s.window.Say("history_screen.brought_back", nil), nil)
}
