package printing

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Of the cards in a document those with a number of the centre are noted, and who is left is named: a
// draft among them stops nobody. Where all are drafts nothing is offered.
func TestMarksLeaveDraftsOut(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6, printing.Card)
	r := s.registrar
	draft := s.named.IDs[0]
	again := func() {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.Go(frame.Route{Screen: frame.Printing, Paper: printing.Card})
	}
	desktest.Set(t, r, draft, "card_number=")
	again()
	s.onMark(data.FactChecked)
	name := frame.NameOf(r, draft)
	if words := frametest.DialogWords(w); !strings.Contains(words, name) || !strings.Contains(words, w.Say("ui.count", map[string]any{"count": len(s.named.IDs) - len(s.named.Drafts)})) {
		t.Errorf("%s is not named as left out:\n%s", name, words)
	}
	frametest.FrontTap(t, w, s.say("printing_screen.mark_yes"))
	for _, id := range s.named.IDs {
		row, err := r.Table.Find(id)
		noted := row.Graduate.Current().Fact(data.FactChecked, "") != nil
		if isDraft := slices.ContainsFunc(s.named.Drafts, func(d printing.Unready) bool { return d.ID == id }); err != nil || noted == isDraft {
			t.Errorf("%s: noted %v, a draft %v, %v", row.Graduate.FullName(), noted, isDraft, err)
		}
	}
	for _, id := range s.named.IDs {
		desktest.Set(t, r, id, "card_number=")
	}
	if again(); !s.marks.Hidden {
		t.Error("drafts are offered to be noted")
	}
}
