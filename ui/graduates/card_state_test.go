package graduates

import (
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// How far the printed card of somebody is stands in the panel, and in the row where nothing else is
// to be said (UA-160, UA-048).
func TestThePrintedCardIsToldOf(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	s, desk := graduatesOf(w), w.Registrar()
	id := frametest.IdsOf(t, w)[0]
	s.table.MoveTo(id)
	told := func(row, panel string) {
		t.Helper()
		w.Go(frame.Route{Screen: frame.Graduates})
		known, err := desk.Table.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		known.First = nil
		if got := statusCell(w, &known); got.Text != row {
			t.Errorf("the row says %q, want %q", got.Text, row)
		}
		if got := s.panel.about.Text; !strings.Contains(got, panel) || panel == "" && strings.Contains(got, "картку") {
			t.Errorf("the panel says %q, want %q", got, panel)
		}
	}
	frametest.ChangeField(t, w, id, "card_number", "0412352")
	told("картка з номером", "")
	if _, err := desk.Printing.Save(frametest.Ctx, filepath.Join(t.TempDir(), "card.pdf"), printing.Job{Document: printing.Card, Only: []string{id}}); err != nil {
		t.Fatal(err)
	}
	on := "картку надруковано " + desk.Today().Dotted()[:5]
	told("надруковано, не перевірено", on)
	note := func(kind data.FactKind) {
		t.Helper()
		if err := desk.Table.Record(frametest.Ctx, []string{id}, data.Fact{Kind: kind}); err != nil {
			t.Fatal(err)
		}
	}
	note(data.FactChecked)
	told("перевірено, не підписано", on+", перевірено")
	note(data.FactSigned)
	told("підписано", on+", перевірено, підписано")
	frametest.ChangeField(t, w, id, "class", "11-Ґ")
	told("змінено після друку", on+", змінено відтоді: надрукуйте її знову")
}
