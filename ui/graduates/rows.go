package graduates

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// answer is what a question to the registry gives.
type answer struct {
	filter  registrar.Filter
	rows    map[string]*registrar.Row
	table   []widgets.Row
	classes []string
	// lacking are the fields that somebody lacks.
	lacking []string
	all     int
	// removed is how many were removed, where nobody else is there.
	removed int
}

// load asks the registry in the background and shows the answer to the last question.
func (s *Screen) load() {
	filter, w := s.filter(), s.window
	r := w.Registrar()
	filter.Also = s.also
	if s.panel.hasFocus() {
		// Whom a change takes out of the filter stays in sight while somebody types there.
		filter.Also = append(slices.Clone(s.also), s.panel.GraduateID())
	}
	frame.Run(w, &s.asked, func(context.Context) (answer, error) {
		rows, err := listed(r, filter)
		if err != nil {
			return answer{}, err
		}
		lacking, err := r.Table.Lacking()
		if err != nil {
			return answer{}, err
		}
		a := answer{filter: filter, lacking: lacking, rows: make(map[string]*registrar.Row, len(rows)), classes: r.Table.Classes(), all: r.Table.Count(), table: make([]widgets.Row, len(rows))}
		if a.all == 0 {
			removed, err := r.Table.List(registrar.Filter{Removed: true})
			if err != nil {
				return answer{}, err
			}
			a.removed = len(removed)
		}
		for i := range rows {
			row := &rows[i]
			a.table[i], a.rows[row.Graduate.ID] = s.listing.Row(row.Graduate.ID, row), row
		}
		return a, nil
	}, s.onLoaded)
}

// listed are those whom a filter chooses; of gathered people those who are still there.
func listed(r *registrar.Registrar, filter registrar.Filter) ([]registrar.Row, error) {
	wanted, alone := map[string]bool{}, filter.Only != nil
	for _, id := range append(filter.Only, filter.Also...) {
		wanted[id] = true
	}
	filter.Only = nil
	rows, err := r.Table.List(filter)
	if alone {
		rows = slices.DeleteFunc(rows, func(row registrar.Row) bool { return !wanted[row.Graduate.ID] })
	}
	return rows, err
}

// filter is what was typed and chosen above the table.
func (s *Screen) filter() registrar.Filter {
	f := frame.InState(s.status.Chosen())
	f.Query, f.Class = s.search.Text, s.class.Chosen()
	if frame.IsGathered(s.status.Chosen()) {
		f.Only = s.gathered
	}
	f.Mode, f.Site = data.Mode(s.mode.Chosen()), registrar.SiteState(s.site.Chosen())
	return f
}

// statusWords is what a choice among the statuses says.
func (s *Screen) statusWords(code string) string { return frame.StateWords(s.window, code) }

func (s *Screen) modeWords(code string) string { return s.window.Say("mode."+code, nil) }

func (s *Screen) siteWords(code string) string {
	return s.window.Say("graduates_screen.site_"+code, nil)
}

func (s *Screen) onLoaded(a answer, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.all, s.removed = a.all, a.removed
	s.rows = a.rows
	if s.class.Offer(a.classes, s.window.ClassWords); s.class.Chosen() != a.filter.Class {
		s.load() // nobody is left in the class: all are shown
		return
	}
	statuses := frame.States(s.window.Registrar().Campaign())
	if lacks := a.filter.Lacks; lacks != "" && !slices.Contains(a.lacking, lacks) {
		a.lacking = append(slices.Clip(a.lacking), lacks) // the last one has been mended: the choice stays
	}
	if chosen := s.status.Chosen(); frame.IsGathered(chosen) || strings.HasPrefix(chosen, frame.NextStep) {
		statuses = append(statuses, chosen)
	}
	for _, field := range a.lacking {
		statuses = append(statuses, frame.LacksField+field)
	}
	s.status.Offer(statuses, s.statusWords)
	s.mode.Offer([]string{string(data.BySchool), string(data.BySelf)}, s.modeWords)
	var states []string
	for _, state := range registrar.SiteStates() {
		states = append(states, string(state))
	}
	s.site.Offer(states, s.siteWords)
	s.showRows(a)
	s.showCount()
	s.onCursor(s.table.Cursor())
	if !s.window.Shows(s) {
		s.entered, s.whenThere = false, nil // somebody has gone elsewhere meanwhile, and is not led away
	}
	if s.entered {
		s.onSearchEntered("")
	}
	if there := s.whenThere; there != nil {
		s.whenThere = nil
		there()
	}
}

// showRows shows other rows. Where the current one has been taken out, and is not only
// hidden by another filter, that beside it becomes the current one. The panel is told of it by
// [Screen.onLoaded], once.
func (s *Screen) showRows(a answer) {
	a.filter.Also = nil
	near := ""
	if reflect.DeepEqual(a.filter, s.shown) {
		near = s.table.Near(a.table)
	}
	s.shown = a.filter
	s.table.SetRows(a.table)
	if reflect.DeepEqual(a.filter, registrar.Filter{}) {
		// Everybody is shown: who is not has been taken out.
		s.table.ForgetHidden()
	}
	switch {
	case s.next != "":
		s.table.StandAt(s.next)
		s.next = ""
	case s.table.Cursor() != "":
	case near != "":
		s.table.StandAt(near)
	case len(a.table) > 0 && s.search.Text == "":
		s.table.StandAt(a.table[0].Key)
	}
}

// comeTo shows graduates, whatever the filter, and makes the first the current one; among
// the removed ones nobody has a place who is not.
func (s *Screen) comeTo(ids ...string) {
	s.next, s.also = ids[0], ids
	if s.showsRemoved() {
		s.next, s.also = "", nil
	}
	if s.window.Registrar() != nil {
		s.load()
	}
}
