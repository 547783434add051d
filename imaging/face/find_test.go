package face

import (
	"slices"
	"testing"

	pigo "github.com/esimov/pigo/core"
)

func TestFacesOfTheMirrorComeBack(t *testing.T) {
	if got := mirrored([]Face{{X: 10, Y: 20, Size: 5, Quality: 1}}, 100); got[0] != (Face{89, 20, 5, 1}) {
		t.Errorf("%v", got)
	}
	if got := enlarged([]Face{{10, 20, 5, 1}}, 1.5); got[0] != (Face{15, 30, 7.5, 1}) {
		t.Errorf("%v", got)
	}
}

// Clusters within each other are one face, the surest; others stay, the surest first.
func TestNestedClustersAreOneFace(t *testing.T) {
	got := merged([]pigo.Detection{{Row: 100, Col: 100, Scale: 80, Q: 50}, {Row: 110, Col: 95, Scale: 120, Q: 300}, {Row: 100, Col: 400, Scale: 90, Q: 60}})
	if want := []Face{{95, 110, 120, 300}, {400, 100, 90, 60}}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}
