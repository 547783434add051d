package graduates

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
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

// F-02: how far somebody is and what is next say the table, the panel and the filter alike; the button
// of the panel leads to where it is done.
func TestTheNextStepIsTheSameEverywhere(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	w.Go(frame.Route{Screen: frame.Graduates})
	s := graduatesOf(w)
	at := slices.IndexFunc(s.listing.Columns(), func(c widgets.Column) bool { return c.Name == "next" })
	for _, row := range s.table.Rows() {
		known, err := w.Registrar().Table.Find(row.Key)
		if err != nil {
			t.Fatal(err)
		}
		s.table.MoveTo(row.Key)
		words := w.NextWords(known.Next)
		if row.Cells[at].Text != words || words != "" && s.panel.next.Said.Text != "Далі: "+words {
			t.Errorf("next is %q, the table says %q, the panel %q", words, row.Cells[at].Text, s.panel.next.Said.Text)
		}
		w.Go(frame.Route{Screen: frame.Graduates, Chooses: true, State: frame.NextStep + string(known.Next)})
		if _, there := s.rows[row.Key]; !there || len(s.rows) != len(rowsOf(t, w, registrar.Filter{Next: known.Next})) {
			t.Errorf("%q: %d rows", known.Next, len(s.rows))
		}
		w.Go(frame.Route{Screen: frame.Graduates, Chooses: true})
	}
	s.table.MoveTo(s.table.Rows()[0].Key)
	s.panel.next.Lead.Tapped(nil)
	if came := frametest.Came; came.Graduate != s.table.Rows()[0].Key {
		t.Errorf("the button leads to %+v", came)
	}
}

// The card is printed under the code that the desk of printing has for it.
func TestTheNextStepOfACardIsItsDocument(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 2)
	if r := w.NextRoute(data.NextPrintCard, "x"); r.Screen == frame.Printing && r.Paper != printing.Card {
		t.Errorf("it leads to %+v", r)
	}
}

func rowsOf(t *testing.T, w *frame.Window, f registrar.Filter) []registrar.Row {
	t.Helper()
	rows, err := w.Registrar().Table.List(f)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A kit that the school has is told before whatever might be mended.
func TestAReceivedKitIsToldBeforeHints(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	for _, row := range rowsOf(t, w, registrar.Filter{}) {
		if row.First == nil {
			continue
		}
		row.Status = data.StatusListed
		if cell := statusCell(w, &row); cell.Icon == nil || !strings.HasPrefix(cell.Text, "у списку. ") || cell.Short != "у списку" {
			t.Errorf("%+v", cell)
		}
		row.Status = data.StatusRefused
		if cell := statusCell(w, &row); cell.Text != "відмовлено в реєстрації" || cell.Icon == nil {
			t.Errorf("%+v", cell)
		}
		return
	}
	t.Error("nobody lacks anything")
}
