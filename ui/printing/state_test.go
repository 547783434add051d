package printing

import (
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// UA-132: a part of a class is also those who are so far, and it is chosen where it is printed.
func TestUA132ThoseInAStateArePrinted(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	if _, err := w.Registrar().Printing.Save(frametest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: printing.Card, Only: ids[:2]}); err != nil {
		t.Fatal(err)
	}
	s.chooseState(t, "ще не надруковано")
	frametest.MustSee(t, w, "У документі 4 випускники", "1 з 4")
	s.chooseDocument(t, printing.Missing)
	if job := s.job(); job.Card != data.CardMissing {
		t.Errorf("another document is for %+v", job)
	}
	w.ChangeLanguage("en")
	if s = printOf(w); s.job().Card != data.CardMissing {
		t.Errorf("in another language it is for %+v", s.job())
	}
	w.ChangeLanguage("uk")
	w.Go(frame.Route{Screen: frame.Graduates})
	w.Go(frame.Route{Screen: frame.Printing})
	if s = printOf(w); s.job().Card != "" || s.chosen.kind != everybody {
		t.Errorf("an old choice is for %+v", s.job())
	}
}

// chooseState chooses by words as a person does.
func (s *Screen) chooseState(t *testing.T, words string) {
	t.Helper()
	for at, option := range s.state.Options {
		if option == words {
			s.state.SetSelectedIndex(at)
			return
		}
	}
	t.Fatalf("%q is not among %v", words, s.state.Options)
}
