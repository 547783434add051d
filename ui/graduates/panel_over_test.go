package graduates

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame/frametest"
)

// TestNothingLiesOverTheFieldsOfThePanel: a click there is for the field (design §2).
func TestNothingLiesOverTheFieldsOfThePanel(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[1].Key)
	if size := s.panel.ahead.Size(); size != (fyne.Size{}) {
		t.Errorf("what types ahead takes the clicks of %v", size)
	}
}
