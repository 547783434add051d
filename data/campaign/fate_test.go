package campaign

import (
	"slices"
	"testing"
)

func TestAfterRefusal(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct {
		name, changes  string
		reasons        []string
		returned, kept []string
	}{
		{"UA-098 UA-100 the card without its statement comes back, copies stay", "", []string{"5"}, []string{"card_returned"}, []string{"passport_copy"}},
		{"UA-096 originals come back", "conditions=0102", []string{"1", "5"}, []string{"card_returned", "medical_conclusion"}, []string{"passport_copy"}},
		{"UA-099 UA-101 with reason 6 the medical conclusion stays, a certified copy comes", "conditions=0102", []string{"6"}, []string{"card_returned", "medical_copy"}, []string{"passport_copy", "medical_conclusion"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			kit, err := zno.Kit(zno.Person(pupil(zno, changed(test.changes)...), &zno.Demo.School, today))
			if err != nil {
				t.Fatal(err)
			}
			fate := zno.AfterRefusal(kit, test.reasons)
			if returned, kept := Codes(fate.Returned), Codes(fate.Kept); !slices.Equal(returned, test.returned) || !slices.Equal(kept, test.kept) {
				t.Errorf("returned %v, kept %v", returned, kept)
			}
		})
	}
}
