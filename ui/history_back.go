package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
)

// statesOf are the events after which a graduate's form was as it can be again.
var statesOf = []string{registrar.EventAdded, registrar.EventChanged, registrar.EventFilled, registrar.EventBroughtBack}

// bringable says whether the state after an event can be brought back.
func (s *historyScreen) bringable(e *registrar.Event) bool {
	if e.Graduate == "" || !slices.Contains(statesOf, e.Kind) || !s.window.May(registrar.RightRegister) {
		return false
	}
	_, err := s.window.Registrar().Find(e.Graduate)
	return err == nil
}

// onBringBack shows what the state after the current event would change, and brings it
// back when that is wanted.
func (s *historyScreen) onBringBack() {
	at := slices.IndexFunc(s.events, func(e pastEvent) bool { return e.row.Key == s.table.Cursor() })
	if at < 0 || s.back.Disabled() {
		return
	}
	w, e := s.window, s.events[at].event
	run(w, &s.asking, func(ctx context.Context) ([]registrar.FieldChange, error) {
		return w.Registrar().StateAt(ctx, e.Graduate, e.Seq)
	}, func(changes []registrar.FieldChange, err error) { s.confirmBringBack(e, changes, err) })
}

func (s *historyScreen) confirmBringBack(e registrar.Event, changes []registrar.FieldChange, err error) {
	w := s.window
	if err != nil {
		w.fail(err)
		return
	}
	words := &pastWords{text: w.Text(), registrar: w.Registrar(), names: map[string]string{}}
	rows := container.NewVBox(wrapped(w.say("history_screen.back_about", map[string]any{"name": words.name(e.Graduate), "date": e.At.Local().Format("02.01.2006 15:04")})))
	for _, line := range words.changes(&registrar.Event{Changes: changes}) {
		rows.Add(wrapped(line))
	}
	if len(changes) == 0 {
		rows.Add(wrapped(w.say("graduate.same_state", nil)))
		w.ask(w.say("history_screen.bring_back", nil), rows, 560, choice{label: w.say("ui.close", nil)})
		return
	}
	w.ask(w.say("history_screen.bring_back", nil), scrolled(rows, 360*w.scale()), 560,
		choice{label: w.say("history_screen.bring_back", nil), chosen: func() { s.bringBack(e) }}, choice{label: w.say("ui.cancel", nil)})
}

func (s *historyScreen) bringBack(e registrar.Event) {
	w := s.window
	run(w, &s.asking, func(ctx context.Context) (string, error) {
		return strconv.FormatInt(e.Seq, 10), w.Registrar().BringBack(ctx, e.Graduate, e.Seq)
	}, s.onBroughtBack)
}

func (s *historyScreen) onBroughtBack(_ string, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.window.done(s.window.say("history_screen.brought_back", nil), nil)
}
