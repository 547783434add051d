package graduates

import (
	"slices"
	"strings"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// TestTheReasonIsWholeInLargeLetters: what is missing of subjects is read in the row itself, in
// both languages of schools.
func TestTheReasonIsWholeInLargeLetters(t *testing.T) {
	for _, language := range []string{"uk", "ru"} {
		w, _ := frametest.WithDemo(t, "zno-2020", language, 6)
		ids := frametest.IdsOf(t, w)
		frametest.ChangeField(t, w, ids[0], "subjects", "")
		w.Settings.Scale = 130
		w.Anew()
		w.Go(frame.Route{Screen: frame.Graduates})
		s := graduatesOf(w)
		words := s.rows[ids[0]].First
		if words == nil || !strings.Contains(w.Phrase(*words), "0") {
			t.Fatalf("%s: the first thing missing is %v", language, words)
		}
		if cut := frametest.CutWords(s.table); slices.ContainsFunc(cut, func(s string) bool { return strings.Contains(s, "1") }) {
			t.Errorf("%s: cut: %q", language, cut)
		}
	}
}
