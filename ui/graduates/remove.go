package graduates

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/table"
	"graduand/ui/widgets"
)

// OnRemove takes the selected ones out, or brings them back where the removed ones are shown.
func (s *Screen) OnRemove() {
	if s.window.Refused(registrar.RightRegister) {
		return
	}
	if ids := slices.Clone(s.table.Selected()); len(ids) > 0 {
		s.remove(ids)
	}
}

// showsRemoved says that the rows are those of graduates who were taken out.
func (s *Screen) showsRemoved() bool { return s.status.Chosen() == string(data.StatusRemoved) }

// remove takes graduates out; it can be taken back. Where a card has its number or a form is
// finished, it is asked first: much work stands there.
func (s *Screen) remove(ids []string) {
	w, names := s.window, s.named(ids)
	if s.showsRemoved() {
		table.Act(w, s.restoring(ids, names), s.removing(ids, names))
		return
	}
	remove := func() { table.Act(w, s.removing(ids, names), s.restoring(ids, names)) }
	words := s.doneFor(ids)
	if words == "" {
		remove()
		return
	}
	w.Ask(w.Say("graduates_screen.remove_title", map[string]any{"names": names}), widgets.Wrapped(words), 520,
		frame.Choice{Label: w.Say("ui.remove_button", nil), Chosen: remove}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// doneFor says what was done already for those who are to be taken out, "" where it is not
// much.
func (s *Screen) doneFor(ids []string) string {
	var numbered, finished []string
	for _, id := range ids {
		row := s.rows[id]
		switch {
		case row == nil:
		case row.Graduate.Current().CardNumber != "":
			numbered = append(numbered, id)
		case row.Graduate.Current().Fact(data.FactFinished, "") != nil:
			finished = append(finished, id)
		}
	}
	w, words := s.window, []string(nil)
	if len(numbered) > 0 {
		words = append(words, w.Say("graduates_screen.numbered", map[string]any{"names": s.named(numbered)}))
	}
	if len(finished) > 0 {
		words = append(words, w.Say("graduates_screen.finished", map[string]any{"names": s.named(finished)}))
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(append(words, w.Say("graduates_screen.remove_about", nil)), " ")
}

// named names graduates who are shown.
func (s *Screen) named(ids []string) string {
	var names []string
	for _, id := range ids {
		if row := s.rows[id]; row != nil {
			names = append(names, row.Graduate.FullName())
		}
	}
	return s.window.Named(names)
}

// removing takes graduates out.
func (s *Screen) removing(ids []string, names string) table.Step {
	w, r := s.window, s.window.Registrar()
	return table.Step{Title: w.Say("ui.remove_button", nil),
		Do: func(ctx context.Context) (int, error) { return len(ids), r.Table.Remove(ctx, ids, "") },
		Said: func(int) string {
			return w.Say("graduates_screen.removed", map[string]any{"names": names})
		}}
}

// restoring brings graduates back; the first becomes the current one.
func (s *Screen) restoring(ids []string, names string) table.Step {
	w, r := s.window, s.window.Registrar()
	return table.Step{Title: w.Say("ui.undo", nil),
		Do: func(ctx context.Context) (int, error) { return len(ids), r.Table.Restore(ctx, ids) },
		Said: func(int) string {
			s.comeTo(ids...)
			return w.Say("graduates_screen.restored", map[string]any{"names": names})
		}}
}

// OnErase destroys the data of those who are marked, for good, after asking.
func (s *Screen) OnErase() {
	s.window.Go(frame.Route{Screen: frame.Erasing, Only: slices.Clone(s.table.Selected())})
}
