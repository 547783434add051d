package post_test

import (
	"bytes"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// against are the reasons that are told of a list which is printed as final, by ids.
func (s *school) against(job printing.Job) map[string][]string {
	s.t.Helper()
	job.Document = printing.List
	printed, err := s.Printing.Draw(&bytes.Buffer{}, printing.FormatPDF, job)
	desktest.Must(err)
	told := map[string][]string{}
	for _, of := range printed.Against {
		for _, why := range of.Found {
			told[of.ID] = append(told[of.ID], why.ID)
		}
	}
	if printed.Named() != (len(told) > 0) {
		s.t.Errorf("told of %d, asked about: %v", len(told), printed.Named())
	}
	return told
}

func TestFinalListWithWhoeverShouldNotBeOnIt(t *testing.T) {
	s := newSchool(t, desktest.Options())
	in, noKit, listed, wrong := s.received(), s.add(), s.received(), s.received()
	s.list("11-А", listed)
	refused := s.received()
	s.fact(refused, data.FactSeen, func(f *data.Fact) { f.Means = data.MeansRefused })
	s.fact(wrong, data.FactFailed, func(f *data.Fact) { f.Of = "card.2" })
	all := []string{in, noKit, listed, refused, wrong}
	t.Run("UA-057 what the desk of lists would refuse is told of a list that is signed", func(t *testing.T) {
		told := s.against(printing.Job{Only: all, Final: true})
		for id, want := range map[string][]string{in: nil, noKit: {"post.left.no_kit"}, listed: {"post.left.on_list"}, refused: {"post.left.refused"}, wrong: {"post.warning.kit_fault"}} {
			if !slices.Equal(told[id], want) {
				t.Errorf("of %s it is told %v, want %v", id, told[id], want)
			}
		}
	})
	t.Run("of one that is no final list nothing is told", func(t *testing.T) {
		if told := s.against(printing.Job{Only: all}); len(told) > 0 {
			t.Errorf("told %v", told)
		}
	})
	t.Run("UA-118 nor of a list of which that is the final print", func(t *testing.T) {
		list := s.list("11-Б", in)
		if told := s.against(printing.Job{Only: []string{in}, Final: true}); len(told) > 0 {
			t.Errorf("told %v", told)
		}
		s.mustFinish(list)
		if told := s.against(printing.Job{Only: []string{in}, Final: true}); !slices.Equal(told[in], []string{"post.left.on_list"}) {
			t.Errorf("of one that is final already it is told %v", told)
		}
	})
}
