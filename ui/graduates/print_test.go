package graduates

import (
	"slices"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Who is printed out of the list is who stands in it: the ticked ones, else those whom a search or
// a filter shows, and everybody where neither is on.
func TestTheListPrintsWhomItShows(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	s := graduatesOf(w)
	ids := frametest.IdsOf(t, w)
	printed := func(what string, want []string, shown bool) {
		t.Helper()
		s.OnPrint()
		if r := frametest.Came; r.Screen != frame.Printing || !slices.Equal(r.Only, want) || r.Shown != shown {
			t.Errorf("%s: printed are %v, shown: %v, want %v", what, r.Only, r.Shown, want)
		}
		frametest.Came = frame.Route{}
		w.Go(frame.Route{Screen: frame.Graduates})
	}
	printed("nothing chosen", nil, false)
	s.search.SetText(frametest.GraduateOf(t, w, ids[3]).FullName())
	printed("found", ids[3:4], true)
	s.OnPaper("list")
	if r := frametest.Came; r.Paper != "list" || !slices.Equal(r.Only, ids[3:4]) {
		t.Errorf("a document of the menu is printed for %v", r.Only)
	}
	s.table.Select(ids[3])
	s.search.SetText("")
	printed("ticked", ids[3:4], false)
	s.table.Select()
	s.class.SetSelected(s.class.Options[1])
	printed("a class", s.table.Keys(), true)
	s.class.SetSelectedIndex(0)
	frametest.Came = frame.Route{}
	s.search.SetText("нікого такого")
	if s.OnPrint(); frametest.Came.Screen != "" {
		t.Errorf("nobody is shown, and printed are %+v", frametest.Came)
	}
}

// Ctrl+P typed right after the search waits for its answer.
func TestPrintWaitsForTheSearch(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	s := graduatesOf(w)
	id := frametest.IdsOf(t, w)[3]
	later := frametest.Delay(t, w)
	s.search.SetText(frametest.GraduateOf(t, w, id).FullName())
	s.OnPrint()
	for len(later.Work) > 0 {
		later.Do(0)
	}
	if r := frametest.Came; !slices.Equal(r.Only, []string{id}) {
		t.Errorf("printed are %v, want %s alone", r.Only, id)
	}
}

// Who goes elsewhere before the rows are there is led nowhere by what was pressed here.
func TestLateRowsLeadNobodyAway(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	s := graduatesOf(w)
	id := frametest.IdsOf(t, w)[3]
	for what, press := range map[string]func(){"Ctrl+P": s.OnPrint, "Enter": func() { s.onSearchEntered("") }} {
		t.Run(what, func(t *testing.T) {
			w.Go(frame.Route{Screen: frame.Graduates})
			s.search.SetText("")
			later := frametest.Delay(t, w)
			s.search.SetText(frametest.GraduateOf(t, w, id).FullName())
			press()
			w.Go(frame.Route{Screen: frame.Help})
			later.DoAll()
			if !w.InFront(frame.Help) {
				t.Errorf("led to %+v", frametest.Came)
			}
		})
	}
}
