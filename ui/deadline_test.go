package ui

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

// F-15: who has filled everything in and waits for the centre's card number is counted as not ready,
// and it is said that nothing else is lacking.
func TestWhoLacksTheNumberOnlyIsCountedApart(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	complete := 0
	for _, row := range rows {
		if row.Status != data.StatusDraft && row.Graduate.Current().CardNumber != "" {
			frametest.ChangeField(t, w, row.Graduate.ID, data.FieldCardNumber, "")
			complete++
		}
	}
	deadline, err := w.Registrar().Season.Deadline()
	if err != nil || complete == 0 || deadline.Numberless != complete || deadline.Waiting < complete {
		t.Fatalf("%+v, %v; %d complete", deadline, err, complete)
	}
	if seen := strings.Join(strings.Fields(frametest.Visible(w)), " "); !strings.Contains(seen, w.Say("ui.deadline_numberless", map[string]any{"number": complete})) {
		t.Errorf("it is not told apart:\n%s", seen)
	}
}
