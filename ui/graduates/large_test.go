package graduates

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/data/text"
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

// TestColumnsThatLargeLettersHideAreNamed in every language, and each can be shown.
func TestColumnsThatLargeLettersHideAreNamed(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.WithDemo(t, "zno-2020", language, 3)
		w.Settings.Scale = 130
		w.Anew()
		w.Go(frame.Route{Screen: frame.Graduates})
		w.Fyne().Resize(frametest.WindowSizes[0])
		s := graduatesOf(w)
		birth := w.Say("column.birth", nil)
		inTable := func(words string) bool {
			return slices.ContainsFunc(frametest.TextsOf(s.table), func(s *canvas.Text) bool { return s.Visible() && s.Text == words })
		}
		if inTable("22.06.2003") || !inTable("+4") {
			t.Fatalf("%s: no column is hidden, or nothing says so", language)
		}
		s.table.Focusable().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
		frametest.MustSee(t, w, w.Say("ui.columns_hidden", nil))
		at := slices.IndexFunc(s.table.NotShown(), func(i *fyne.MenuItem) bool { return i.Label == birth })
		if at < 0 {
			t.Fatalf("%s: %q is not named", language, birth)
		}
		s.table.NotShown()[at].Action()
		if !inTable(birth) || !inTable("22.06.2003") {
			t.Errorf("%s: %q is not shown", language, birth)
		}
		if again := graduatesOf(frametest.Reopened(t, w)); len(again.table.NotShown()) == 0 || w.Settings.Tables[frame.Graduates].Kept[0] != "birth" {
			t.Errorf("%s: forgotten: %+v", language, w.Settings.Tables[frame.Graduates])
		}
	}
}
