package graduates

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame/frametest"
)

// TestNoFindingIsCutInTheMiddle: whole ones are seen, and the title says how many there are
// (design §2).
func TestNoFindingIsCutInTheMiddle(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ky"} {
		for _, size := range frametest.WindowSizes {
			w, _ := frametest.WithDemo(t, campaign, language, 30)
			w.Fyne().Resize(size)
			s := graduatesOf(w)
			most := 0
			for _, row := range s.table.Rows() {
				s.table.MoveTo(row.Key)
				lines := s.panel.found.Object().(*fyne.Container).Objects
				if most = max(most, len(lines)); len(lines) == 0 {
					continue
				}
				scroll := s.panel.body.Objects[1]
				top := fyne.CurrentApp().Driver().AbsolutePositionForObject(scroll).Y
				cut := slices.IndexFunc(lines, func(line fyne.CanvasObject) bool {
					from := fyne.CurrentApp().Driver().AbsolutePositionForObject(line).Y - top
					return from < scroll.Size().Height && from+line.Size().Height > scroll.Size().Height
				})
				if cut > 0 {
					t.Errorf("%s %v: finding %d of %d is cut", row.Key, size, cut+1, len(lines))
				}
				if said := frametest.Visible(w); !strings.Contains(said, ": "+strconv.Itoa(len(lines))) {
					t.Errorf("%s: nothing says that there are %d:\n%s", row.Key, len(lines), said)
				}
			}
			if most < 3 {
				t.Errorf("%s: nobody misses three things", campaign)
			}
		}
	}
}
