package roster

import (
	"context"

	"graduand/ui/table"
)

// tellAdded says how many a list has added. That is taken back as one: all of them are
// removed, and brought back where it is done again.
func (s *Screen) tellAdded(ids []string) {
	w, r, number := s.window, s.window.Registrar(), len(ids)
	added := s.say("added", map[string]any{"count": number})
	table.Acted(w, added,
		table.Step{Title: w.Say("ui.undo", nil),
			Do:   func(ctx context.Context) (int, error) { return number, r.Table.Restore(ctx, ids) },
			Said: func(int) string { return added }},
		table.Step{Title: w.Say("ui.undo", nil),
			Do:   func(ctx context.Context) (int, error) { return number, r.Table.Remove(ctx, ids, "") },
			Said: func(number int) string { return s.say("added_back", map[string]any{"number": number}) }})
}

// tellFilled says what a list has filled in, and of whom. That is taken back as one: who was
// changed since stays as he is.
func (s *Screen) tellFilled(f filling) {
	w, r, seq := s.window, s.window.Registrar(), f.Seq
	names := w.Named(f.Names)
	filled := s.say("filled", map[string]any{"count": f.values, "names": names})
	step := func(said string) table.Step {
		return table.Step{Title: w.Say("ui.undo", nil),
			Do: func(ctx context.Context) (int, error) {
				made, err := r.Form.UndoAll(ctx, seq)
				if err == nil {
					seq = made
				}
				return f.values, err
			},
			Said: func(int) string { return said }}
	}
	table.Acted(w, filled, step(filled), step(s.say("filled_back", map[string]any{"names": names})))
}
