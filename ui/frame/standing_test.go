package frame

import "testing"

// A window comes back to where it was, on a screen that is there, and fits it.
func TestPlaceOfTheWindow(t *testing.T) {
	office, small, beside := Area{0, 0, 1366, 728}, Area{0, 0, 1024, 560}, Area{1366, 0, 1920, 1040}
	for _, c := range []struct {
		name    string
		screens []Area
		wanted  Area
		want    Area
	}{
		{"as it was", []Area{office}, Area{20, 10, 1000, 600}, Area{20, 10, 1000, 600}},
		{"on the second screen", []Area{office, beside}, Area{1500, 100, 1356, 752}, Area{1500, 100, 1356, 752}},
		{"the second screen was taken away", []Area{office}, Area{1500, 100, 1000, 600}, Area{183, 64, 1000, 600}},
		{"half beyond the edge", []Area{office}, Area{900, -40, 1000, 600}, Area{366, 0, 1000, 600}},
		{"the usual size on 1366×768", []Area{office}, Area{13, 30, 1356, 760}, Area{10, 0, 1356, 728}},
		{"the usual size on 1024×600", []Area{small}, Area{0, 0, 1356, 760}, Area{0, 0, 1024, 560}},
		{"nobody knows the screens", nil, Area{5, 6, 7, 8}, Area{5, 6, 7, 8}},
	} {
		if got := PlaceIn(c.screens, c.wanted); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
