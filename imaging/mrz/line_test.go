package mrz

import "testing"

// The edge of a card that lies below a line and reaches far back under it is no sign of the line.
func TestEdgeBelowALineIsNoSign(t *testing.T) {
	var all []blob
	for i := range 30 {
		all = append(all, blob{100 + 25*i, 100, 120 + 25*i, 130, 300})
	}
	all = append(all, blob{60, 145, 1300, 190, 9000})
	found := rows(all, 1400)
	if len(found) != 1 || len(found[0].blobs) != 30 {
		t.Errorf("%d rows", len(found))
	}
}
