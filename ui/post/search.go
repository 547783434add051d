package post

import (
	"context"
	"slices"

	"graduand/data/registrar"
	"graduand/data/registrar/post"
	"graduand/ui/frame"
)

// OnSearch goes to the search.
func (s *Screen) OnSearch() { s.window.SearchIn(s.search) }

// Scanned takes the card number that a scanner has read: it leads to where the papers of its owner are.
func (s *Screen) Scanned(number string) bool {
	s.search.SetText(number)
	s.onSought()
	return true
}

// onSearchLeft clears the search and goes to the rows.
func (s *Screen) onSearchLeft() {
	s.search.SetText("")
	s.focusTable()
}

// onSought is Enter in the search, by hand or by a scanner: it leads to where the papers of that person
// are, and says so.
func (s *Screen) onSought() {
	w, r, query := s.window, s.window.Registrar(), s.search.Text
	if query == "" {
		return
	}
	frame.Run(w, &s.seeking, func(context.Context) ([]registrar.Row, error) { return r.Table.List(registrar.Filter{Query: query}) }, func(rows []registrar.Row, err error) {
		switch {
		case err != nil:
			w.Fail(err)
		case len(rows) == 0:
			w.Done(w.Say("ui.nobody_found", nil), nil)
		case len(rows) > 1:
			w.Done(w.Say("post_screen.several", map[string]any{"number": len(rows)}), nil)
		default:
			s.onFound(&rows[0])
		}
	})
}

// onFound says where somebody's papers are, and shows it.
func (s *Screen) onFound(row *registrar.Row) {
	w, name := s.window, row.Graduate.FullName()
	list, pack := row.Trail.List, row.Trail.Package
	own := slices.ContainsFunc(s.known.own, func(o post.OwnRow) bool { return o.Graduate.ID == row.Graduate.ID })
	switch {
	case list == nil && own:
		s.turn(letters, row.Graduate.ID)
		w.Done(w.Say("post_screen.goes_own", map[string]any{"name": name}), nil)
	case list == nil:
		w.Done(w.Say("post_screen.in_none", map[string]any{"name": name}), nil)
	case pack == nil:
		s.turn(lists, list.ID)
		w.Done(w.Say("post_screen.in_list", map[string]any{"name": name, "list": list.Number}), nil)
	default:
		s.turn(lists, list.ID)
		w.Done(w.Say("post_screen.in_package", map[string]any{"name": name, "list": list.Number, "package": pack.Number}), nil)
	}
	// A scanner types the next number over this one.
	s.OnSearch()
}
