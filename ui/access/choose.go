package access

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// splitAccessKey parts the key of a row into graduate and door.
func splitAccessKey(key string) (id string, door data.Door) {
	id, after, _ := strings.Cut(key, "/")
	return id, data.Door(after)
}

// chosenRows are the marked ones, else the current one.
func (s *Screen) chosenRows() []accessRow {
	var rows []accessRow
	for _, key := range s.Table.Selected() {
		if row, there := s.rows[key]; there {
			rows = append(rows, row)
		}
	}
	return rows
}

// OnPrint prints those who are chosen.
func (s *Screen) OnPrint() {
	chosen := people(s.chosenRows(), anybody)
	s.Window.Go(frame.Route{Screen: frame.Printing, Only: graduateIDs(chosen)})
}

// OnForm opens the form of the one whose access the keyboard is at.
func (s *Screen) OnForm() {
	id, _ := splitAccessKey(s.Table.Cursor())
	s.OpenForm(frame.Route{Graduate: id, Only: graduateIDs(people(s.listed, anybody))})
}

// issued are the graduates in the table who have any access.
func (s *Screen) issued() []*data.Graduate { return people(s.listed, hasAny) }

// people are the graduates of rows, each once, of whom something holds.
func people(rows []accessRow, holds func(*data.Graduate) bool) []*data.Graduate {
	var found []*data.Graduate
	seen := map[string]bool{}
	for _, row := range rows {
		if !seen[row.graduate.ID] && holds(row.graduate) {
			seen[row.graduate.ID] = true
			found = append(found, row.graduate)
		}
	}
	return found
}

func anybody(*data.Graduate) bool { return true }

// hasAny, hasOwn and lacksOwn tell of accesses at all and of those of this program.
func hasAny(g *data.Graduate) bool   { return len(g.Accesses) > 0 }
func hasOwn(g *data.Graduate) bool   { return g.Access(data.DoorOwn) != nil }
func lacksOwn(g *data.Graduate) bool { return !hasOwn(g) }

// doors are all of them, this program's own first.
var doors = []data.Door{data.DoorOwn, data.DoorPlatform}

// names are those of graduates, as they are told of.
func names(graduates []*data.Graduate) []string {
	all := make([]string, len(graduates))
	for i, g := range graduates {
		all[i] = g.FullName()
	}
	return all
}

func graduateIDs(graduates []*data.Graduate) []string {
	ids := make([]string, len(graduates))
	for i, g := range graduates {
		ids[i] = g.ID
	}
	return ids
}

// one is the graduate of whom alone an action is, nil where several or nobody is
// chosen.
func (s *Screen) one() *data.Graduate {
	if chosen := people(s.chosenRows(), anybody); len(chosen) == 1 {
		return chosen[0]
	}
	return nil
}

// onChosen shows what there is to know about the current row, and which actions there
// are for the chosen ones.
func (s *Screen) onChosen() {
	w, words := s.Window, s.Window.Say("ui.choose_somebody", nil)
	if row, there := s.rows[s.Table.Cursor()]; there {
		words = accessDetail(w, row)
	}
	if n := s.Table.Marked(); n > 0 {
		words = w.Say("ui.marked", map[string]any{"count": n}) + " · " + words
	}
	s.detail.SetText(words)
	s.nameAll()
	g := s.one()
	own := g != nil && hasOwn(g)
	widgets.Enable(s.change, s.whoseOwn() != nil)
	widgets.Enable(s.home, own)
	open := slices.ContainsFunc(s.chosenRows(), func(row accessRow) bool { return row.state() == accessOpen })
	widgets.Enable(s.handOver, open)
	widgets.Enable(s.remove, open)
	widgets.Enable(s.handBack, slices.ContainsFunc(s.chosenRows(), func(row accessRow) bool { return row.state() == accessHanded }))
	issued := slices.ContainsFunc(s.listed, func(row accessRow) bool { return row.access != nil })
	widgets.Enable(s.slips, issued)
	widgets.Enable(s.excel, issued)
}

// nameAll says what the button does now: mark every row shown, or unmark them.
func (s *Screen) nameAll() {
	words := "menu.all"
	if n := s.Table.Marked(); n > 0 && n == s.Table.Count() {
		words = "access_screen.unmark_all"
	}
	s.all.SetText(s.Window.Say(words, nil))
}
