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

// Design §2: what is missing has the room that there is, and begins at the top for each person.
func TestWhatIsMissingHasRoom(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	w.Fyne().Resize(fyne.NewSize(1366, 660))
	ids := frametest.IdsOf(t, w)
	for _, id := range ids[:2] {
		for _, code := range []string{"postal_index", "settlement", "street", "house", "phone", "email"} {
			frametest.ChangeField(t, w, id, code, "")
		}
	}
	s := graduatesOf(w)
	s.table.MoveTo(ids[0])
	seen := 0
	for _, line := range s.panel.found.Object().(*fyne.Container).Objects {
		if line.Position().Y+line.Size().Height <= s.panel.lacks.Size().Height-theTitle {
			seen++
		}
	}
	if seen < 2 {
		t.Errorf("of what is missing %d are seen in %v", seen, s.panel.lacks.Size())
	}
	fields := s.panel.scroller.Position().Y
	frametest.ChangeField(t, w, ids[0], "postal_index", "21001")
	if now := s.panel.scroller.Position().Y; now != fields {
		t.Errorf("while one is shown the fields go from %v to %v", fields, now)
	}
	frametest.ChangeField(t, w, ids[0], "postal_index", "")
	s.panel.lacks.ScrollToBottom()
	if s.panel.lacks.Offset.Y == 0 {
		t.Fatal("there is nothing to scroll")
	}
	s.table.MoveTo(ids[1])
	if at := s.panel.lacks.Offset.Y; at != 0 {
		t.Errorf("the next one begins %v down", at)
	}
}

// theTitle is the height of the line that says how many are missing.
const theTitle = 36
