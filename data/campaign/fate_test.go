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

func TestReusablePapers(t *testing.T) {
	zno := builtin(t, "zno-2020")
	paper := func(code string) *KitDocument {
		return &zno.KitDocuments[slices.IndexFunc(zno.KitDocuments, func(k KitDocument) bool { return k.Code == code })]
	}
	for _, test := range []struct {
		name, code string
		refused    bool
		reasons    []string
		want       bool
	}{
		{"UA-100 a copy is made anew", "passport_copy", true, []string{"5"}, false},
		{"UA-103 the card is new", "card", true, []string{"5"}, false},
		{"UA-096 what came back goes again", "study_certificate", true, []string{"5"}, true},
		{"UA-096 the medical conclusion too", "medical_conclusion", true, []string{"5"}, true},
		{"UA-101 but not after reason 6", "medical_conclusion", true, []string{"6"}, false},
		{"UA-085 after a registration all is new", "study_certificate", false, nil, false},
		{"UA-070 but what came in the envelope", "medical_conclusion", false, nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := paper(test.code).Reusable(test.refused, test.reasons); got != test.want {
				t.Error(got)
			}
		})
	}
}
