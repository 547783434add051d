package papers

import (
	"slices"
	"testing"

	"graduand/data"
)

// UA-127, UA-128: the list names the subjects that count, each with its level where it has one, and
// no other.
func TestSubjectsOfTheListHaveTheirLevels(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Дуб")
	g.Current().Subjects = []data.SubjectChoice{{Subject: "ukrainian", Attestation: true}, {Subject: "physics"}, {Subject: "english", Level: "profile", Attestation: true}}
	if got := s.countedSubjects(g.Graduate); !slices.Equal(got, []string{"Українська мова і література", "англійська мова (профільний рівень)"}) {
		t.Errorf("%q", got)
	}
}
