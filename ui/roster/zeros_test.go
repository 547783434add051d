package roster

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// F-14 numbers of documents that lost their zeros are put in one by one, after a look, also
// one that was typed by hand, or in all rows at once, with the count said.
func TestLostZerosOfDocumentsArePutIn(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	list := "ПІБ;Дата народження;Документ\nКоваль Іван Петрович;31.03.2003;3820076\nЛис Ія Іванівна;30.03.2003;3820077\nДзюба Яна Іванівна;29.03.2003;3820078\nСорока Яна Іванівна;28.03.2003;у роботі\n"
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "list.csv", list)})
	mustCount(t, w, 0, 0, 4)
	theImport(w).form.show(0)
	mustRead(t, w, "003820076?")
	tapSay(t, w, "roster_screen.choose_reading", map[string]any{"text": "003820076"})
	mustCount(t, w, 1, 0, 3)
	typeInto(t, w, "5", 2, "3820079")
	tapSay(t, w, "roster_screen.check", nil)
	mustRead(t, w, "003820079?")
	tapSay(t, w, "roster_screen.mend_all", withNumber(3))
	mustRead(t, w, w.Say("roster_screen.mend_all_text", withNumber(3)))
	mustCount(t, w, 1, 0, 3)
	w.Boxes()[0].Primary().OnTapped()
	mustCount(t, w, 4, 0, 0)
	for i, want := range []string{"003820076", "003820077", "003820078", "003820079"} {
		if got := theImport(w).judged.Rows[i].Graduate.Document.Number; got != want {
			t.Errorf("row %d has %s, want %s", i, got, want)
		}
	}
}
