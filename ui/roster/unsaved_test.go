package roster

import (
	"strings"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// TestQuittingTellsWhatWaits: who quits is asked as long as rows wait, is told how many for what,
// and is not frightened when nothing is left to do (F-07, F-14).
func TestQuittingTellsWhatWaits(t *testing.T) {
	asked := func(w *frame.Window) bool {
		w.Quit()
		defer func() {
			for len(w.Boxes()) > 0 {
				w.Boxes()[0].Close()
			}
		}()
		return len(w.Boxes()) > 0
	}
	withDoubts(t, "what waits is told", func(t *testing.T, c importCase, w *frame.Window) {
		s := theImport(w)
		list := w.Say("screen.roster", nil)
		want := func(number int, ids ...string) {
			t.Helper()
			words := s.UnsavedWords()
			if !asked(w) || !strings.HasPrefix(words, list) || strings.Count(words, ",") != len(ids)-1 {
				t.Errorf("it is told %q", words)
			}
			for _, id := range ids {
				if !strings.Contains(words, w.Say("roster_screen."+id, withNumber(number))) {
					t.Errorf("no %s in %q", id, words)
				}
				number++
			}
		}
		want(1, "unsaved_add", "unsaved_doubts")
		tapSay(t, w, "roster_screen.add", withCount(1))
		want(2, "unsaved_doubts")
		tapSay(t, w, "roster_screen.settle_rest", nil)
		tapSay(t, w, "roster_screen.leave_all", withNumber(2))
		frametest.FrontTap(t, w, w.Say("roster_screen.leave_all", withNumber(2)))
		if s.Unsaved() {
			t.Errorf("nothing is left to do, and yet: %s", s.UnsavedWords())
		}
	})
	t.Run("F-07 also where the window was built anew meanwhile, on another page", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11-А.csv", "ПІБ;Клас\nКоваль Іван;11-А\n")})
		w.Go(frame.Route{Screen: frame.History})
		w.OnDark()
		runner := w.Runner
		later := frametest.Delay(t, w)
		if kept := w.Current(); kept != frame.History {
			t.Fatal(kept)
		}
		w.Go(frame.Route{Screen: frame.Roster})
		if s := theImport(w); s.pending().added != 1 {
			t.Errorf("before the answer: %+v", s.pending())
		}
		later.DoAll()
		w.Runner = runner
		if !asked(w) {
			t.Error("it quits silently")
		}
	})
	t.Run("F-07 who wants another file is asked only about work of their own", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11-А.csv", "ПІБ;Клас\nКоваль Іван;11-А\n")})
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "11-Б.csv", "ПІБ;Клас\nБойко Яна;11-Б\n")})
		if len(w.Boxes()) > 0 || theImport(w).file.Name != "11-Б.csv" {
			t.Errorf("asked, or still %s", theImport(w).file.Name)
		}
	})
}
