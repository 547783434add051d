package graduates

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/text"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// TestNothingMovesWithTheCount nor when there is something to take back: buttons, rows and the row
// for a new one stay under the mouse (design §4). The search alone gives way to a long count.
func TestNothingMovesWithTheCount(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.WithDemo(t, "zno-2020", language, 12)
		s := graduatesOf(w)
		driver := fyne.CurrentApp().Driver()
		places := func() (at []fyne.Position) {
			w.Fyne().Content().Refresh() // as the window arranges what has grown before it draws
			for _, b := range frametest.FindAll[*widgets.Button](w.Fyne().Content()) {
				if b.Text == w.Say("bulk_screen.button", nil) {
					at = append(at, driver.AbsolutePositionForObject(b))
				}
			}
			return append(at, driver.AbsolutePositionForObject(s.table), driver.AbsolutePositionForObject(s.adding.entries[0]))
		}
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size)
			s.table.Select()
			s.search.SetText("")
			before := places()
			s.table.Select(s.table.Keys()[:11]...)
			s.search.SetText(s.rows[s.table.Keys()[11]].Graduate.Surname)
			w.Done("—", func() {})
			if after := places(); !slices.Equal(after, before) {
				t.Errorf("%s %v: %v become %v", language, size, before, after)
			}
		}
	}
}
