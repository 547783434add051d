package workbook

import (
	"errors"
	"testing"

	"graduand/data"
)

// F-14: a sheet of which less was read than its file holds is refused, and both counts are
// said.
func TestSheetsOfWhichSomethingIsLost(t *testing.T) {
	lines := []Line{{Number: 1, Cells: []string{"ПІБ", "", "Клас"}}, {Number: 2, Cells: []string{"", ""}, Marks: []Mark{0, MarkUnsaved}}}
	if err := accounted(Sheet{Lines: lines, Held: Count{Rows: 2, Cells: 3}}); err != nil {
		t.Error(err)
	}
	for _, held := range []Count{{Rows: 3, Cells: 3}, {Rows: 2, Cells: 4}, {Rows: 2, Cells: 2}} {
		err := accounted(Sheet{Name: "11-А", Lines: lines, Held: held})
		var e *data.Error
		if !errors.As(err, &e) || e.Code != "roster.unaccounted" || e.Args["cells"] != held.Cells || e.Args["read_cells"] != 3 || e.Args["sheet"] != "11-А" {
			t.Errorf("%+v: %v", held, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	for ref, want := range map[string][2]int{"A1": {0, 1}, "b12": {1, 12}, "$AA$7": {26, 7}, "XFD1048576": {16383, 1048576}} {
		if column, row, ok := placeOf(ref); !ok || column != want[0] || row != want[1] {
			t.Errorf("%s: %d %d %v", ref, column, row, ok)
		}
	}
	for _, ref := range []string{"", "A", "7", "A0", "A-1", "A1B", "A99999999", "ABCDEFG1", "Б1", "A1 "} {
		if _, _, ok := placeOf(ref); ok {
			t.Errorf("%q is a place", ref)
		}
	}
	for _, ref := range []string{"A1", "A1:A1", "B2:A1", "A1:", ":A1", "A1:B2:C3"} {
		if a, ok := areaOf(ref); ok {
			t.Errorf("%q is the area %v", ref, a)
		}
	}
}
