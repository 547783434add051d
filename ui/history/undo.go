package history

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// undoForm asks which fields of one change are to be what they were before it.
type undoForm struct {
	screen *Screen
	event  *pastEvent
	ticks  map[string]*widgets.DialogCheck
	box    *frame.Box
}

// onUndo shows what taking back the current event alone would change, and does it when that is
// wanted.
func (s *Screen) onUndo() {
	e := s.find(s.table.Cursor())
	if e == nil || s.undo.Disabled() {
		return
	}
	if s.reversible(e) {
		s.askReversal(e)
		return
	}
	r := s.window.Registrar()
	frame.Run(s.window, &s.asking, func(ctx context.Context) (registrar.Undoing, error) {
		return r.Form.Undoable(ctx, e.event.Graduate, e.event.Seq)
	}, func(u registrar.Undoing, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		f := &undoForm{screen: s, event: e, ticks: map[string]*widgets.DialogCheck{}}
		f.ask(u)
	})
}

func (f *undoForm) ask(u registrar.Undoing) {
	w := f.screen.window
	rows := container.NewVBox(widgets.BoldWords(f.event.name))
	for i, line := range becoming(w, u.Changes) {
		rows.Add(f.line(u, u.Changes[i].Field, line))
	}
	for _, c := range u.Since {
		rows.Add(widgets.WarningLine(w.Say("graduate.changed_since", map[string]any{"field": w.TitleOfField(c.Field)})))
	}
	title := w.Say("history_screen.undo", nil)
	if len(u.Changes) == 0 || u.Whole && len(u.Since) > 0 {
		if len(u.Since) == 0 {
			rows.Add(widgets.Wrapped(w.Say("graduate.same_state", nil)))
		}
		w.Ask(title, rows, 560, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	f.box = w.Ask(title, widgets.ScrolledTo(rows, 560, 360, w.Scale()), 560,
		frame.Choice{Label: title, Ready: f.anyTicked, Chosen: f.onChosen}, frame.Choice{Label: w.Say("bulk_screen.keep", nil)})
}

// line is one field: a tick where there are several to choose from; an attempt goes back as a whole.
func (f *undoForm) line(u registrar.Undoing, field, words string) fyne.CanvasObject {
	if len(u.Changes) == 1 || u.Whole {
		return widgets.Wrapped(words)
	}
	f.ticks[field] = widgets.NewDialogCheck(words, true, func() { f.box.Leave() })
	return f.ticks[field]
}

// chosen are the fields whose ticks are set.
func (f *undoForm) chosen() (fields []string) {
	for _, c := range f.event.event.Changes {
		if tick := f.ticks[c.Field]; tick != nil && tick.Checked {
			fields = append(fields, c.Field)
		}
	}
	return fields
}

func (f *undoForm) anyTicked() bool { return len(f.ticks) == 0 || len(f.chosen()) > 0 }

func (f *undoForm) onChosen() {
	fields, e := f.chosen(), f.event
	f.screen.take(e.name, "history_screen.undone", "history_screen.taken_back", func(ctx context.Context, r *registrar.Registrar) (int64, error) {
		return r.Form.Undo(ctx, e.event.Graduate, e.event.Seq, fields)
	})
}

// becoming says of each field what it is now and will be.
func becoming(w *frame.Window, changes []registrar.FieldChange) []string {
	words, said := frame.NewChanges(w), []string(nil)
	for _, c := range changes {
		id := "history_screen.becomes"
		switch {
		case c.Before == "":
			id = "history_screen.becomes_filled"
		case c.After == "":
			id = "history_screen.becomes_empty"
		}
		said = append(said, w.Say(id, map[string]any{"field": w.TitleOfField(c.Field),
			"before": words.Value(c.Field, c.Before), "after": words.Value(c.Field, c.After)}))
	}
	return said
}
