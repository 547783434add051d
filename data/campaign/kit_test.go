package campaign

import (
	"strings"
	"testing"
)

func TestEnvelope(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct {
		name, changes string
		refused       bool
		want          string
	}{
		{"UA-069 certificate and notice", "", false, "certificate registration_notice"},
		{"UA-070 with special conditions", "conditions=0102", false, "certificate registration_notice medical_returned conditions_notice"},
		{"UA-071 with an application for the additional session", "additional_reason=religion", false, "certificate registration_notice additional_notice"},
		{"UA-071 who has not applied, since the reason follows from the subjects", "additional_reason=clash", false, "certificate registration_notice"},
		{"UA-096 UA-097 UA-098 with a refusal", "", true, "minutes documents_returned card_returned"},
		{"UA-099 with a refusal of conditions", "conditions=0102", true, "minutes documents_returned card_returned medical_copy"},
	} {
		t.Run(test.name, func(t *testing.T) {
			inside, err := zno.Envelope(zno.Person(pupil(zno, changed(test.changes)...), &zno.Demo.School, today), test.refused)
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, d := range inside {
				codes = append(codes, d.Code)
				if d.Numbered != (d.Code == "certificate") {
					t.Errorf("%s has the number: %v", d.Code, d.Numbered)
				}
			}
			if have := strings.Join(codes, " "); have != test.want {
				t.Error(have)
			}
		})
	}
}
