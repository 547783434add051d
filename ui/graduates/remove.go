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
// Where the current row is none of the ticked ones it is asked who is meant: whoever has
// clicked a row after that means this one, and the ticks may be out of sight.
func (s *Screen) OnRemove() {
	if s.window.Refused(registrar.RightRegister) {
		return
	}
	ids, at := slices.Clone(s.table.Selected()), s.table.Cursor()
	switch {
	case len(ids) == 0:
	case at != "" && !slices.Contains(ids, at) && !s.showsRemoved():
		s.askWhom(at, ids)
	default:
		s.remove(ids)
	}
}

// OnRemoveOne takes out one whom another page was about, whatever is chosen in the list, which
// then stands there.
func (s *Screen) OnRemoveOne(id string) {
	if s.window.Refused(registrar.RightRegister) {
		return
	}
	if s.showsRemoved() {
		s.status.Choose("")
	}
	s.whenThere = func() { s.askTakeOut([]string{id}) }
	s.comeTo(id)
}

// askWhom asks whether the current one is to be taken out or those who are ticked.
func (s *Screen) askWhom(at string, ticked []string) {
	w, name := s.window, s.named([]string{at})
	words := w.Say("graduates_screen.remove_which", map[string]any{"name": name, "names": s.named(ticked)})
	all := w.Say("graduates_screen.remove_ticked", map[string]any{"number": len(ticked)})
	w.AskTwice(w.Say("graduates_screen.remove_whom", nil), widgets.Wrapped(s.withDone(words, ticked)), 640,
		frame.Choice{Label: w.Say("graduates_screen.keep", nil)},
		frame.Choice{Label: w.Say("graduates_screen.remove_only", map[string]any{"name": name}), Chosen: func() { s.remove([]string{at}) }},
		frame.Choice{Label: all, Chosen: func() { s.removeNow(ticked) }})
}

// showsRemoved says that the rows are those of graduates who were taken out.
func (s *Screen) showsRemoved() bool { return s.status.Chosen() == string(data.StatusRemoved) }

// remove takes graduates out; it can be taken back. Several are always asked about, and Enter
// leaves them; one is where a card has its number or a form is finished: much work stands
// there.
func (s *Screen) remove(ids []string) {
	if names := s.named(ids); s.showsRemoved() {
		table.Act(s.window, s.restoring(ids, names), s.removing(ids, names))
		return
	}
	s.askTakeOut(ids)
}

func (s *Screen) askTakeOut(ids []string) {
	w, names := s.window, s.named(ids)
	remove := func() { s.removeNow(ids) }
	words := s.doneFor(ids)
	switch {
	case len(ids) > 1:
		number := map[string]any{"number": len(ids)}
		w.AskTwice(w.Say("graduates_screen.remove_many", number), widgets.Wrapped(s.withDone(names+".", ids)), 520,
			frame.Choice{Label: w.Say("graduates_screen.keep", nil)},
			frame.Choice{Label: w.Say("graduates_screen.remove_number", number), Chosen: remove})
	case words == "":
		remove()
	default:
		w.Ask(w.Say("graduates_screen.remove_title", map[string]any{"names": names}), widgets.Wrapped(s.withDone("", ids)), 520,
			frame.Choice{Label: w.Say("ui.remove_button", nil), Chosen: remove}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	}
}

// removeNow takes graduates out as it was asked.
func (s *Screen) removeNow(ids []string) {
	names := s.named(ids)
	table.Act(s.window, s.removing(ids, names), s.restoring(ids, names))
}

// withDone are words with what was done already for those who are to be taken out, and how
// they come back.
func (s *Screen) withDone(words string, ids []string) string {
	return strings.TrimSpace(words + " " + strings.TrimSpace(s.doneFor(ids)+" "+s.window.Say("graduates_screen.remove_about", nil)))
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
	return strings.Join(words, " ")
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
			return w.Say("graduates_screen.removed", map[string]any{"number": len(ids), "names": names})
		}}
}

// restoring brings graduates back; the first becomes the current one.
func (s *Screen) restoring(ids []string, names string) table.Step {
	w, r := s.window, s.window.Registrar()
	return table.Step{Title: w.Say("ui.restore_button", nil),
		Do: func(ctx context.Context) (int, error) { return len(ids), r.Table.Restore(ctx, ids) },
		Said: func(int) string {
			s.comeTo(ids...)
			return w.Say("graduates_screen.restored", map[string]any{"number": len(ids), "names": names})
		}}
}

// OnErase destroys the data of those who are marked, for good, after asking.
func (s *Screen) OnErase() {
	s.window.Go(frame.Route{Screen: frame.Erasing, Only: slices.Clone(s.table.Selected())})
}
