package campaign

import (
	"strings"
	"testing"
)

// Whose envelope goes to the address on the card instead of to the school.
func TestWhoseEnvelopeComesHome(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct {
		name, changes string
		home          bool
	}{
		{"UA-073 a graduate of this year gets it in the school", "", false},
		{"UA-073 a student of a college too", "category=higher_current", false},
		{"UA-073 of past years at home", "category=past_years", true},
		{"UA-073 last year's retaker is of past years", "category=past_years marks=last_year_retaker", true},
		{"UA-073 who is exempt at home", "marks=exempt", true},
		{"UA-064 of a school abroad, who studies at none of ours: not confirmed", "category=foreign_current", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			home, err := zno.Holds(zno.EnvelopeMail.Home, zno.Person(pupil(zno, changed(test.changes)...), &zno.Demo.School, today))
			if err != nil || home != test.home {
				t.Error(home, err)
			}
		})
	}
	if zno.Confirmed("envelope.home") {
		t.Error("no point says where the envelopes of schools abroad go")
	}
}

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
