package printing

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// UA-049: photos are printed on the paper and as often as is chosen beside the preview.
func TestPaperAndNumberOfPhotos(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 2)
	desktest.Attach(t, w.Registrar(), frametest.FirstGraduate(t, w).Graduate.ID, "face_photo", desktest.GoodPortrait())
	t.Run("a document that offers neither asks for neither", func(t *testing.T) {
		frametest.MustNotSee(t, w, "Папір", "Скільки кожному")
	})
	s.chooseDocument(t, printing.Photos)
	t.Run("the usual is said and is what is printed", func(t *testing.T) {
		frametest.MustSee(t, w, "Папір", "А4", "Скільки кожному")
		if job := s.job(); job.Paper != "a4" || job.Each != 0 || s.options.each.PlaceHolder != "2" {
			t.Errorf("%+v, %q is usual", job, s.options.each.PlaceHolder)
		}
	})
	s.options.paper.SetSelectedIndex(1)
	s.options.each.SetText("9")
	s.options.each.OnSubmitted("9")
	chosen := func(t *testing.T) {
		t.Helper()
		if job := printOf(w).job(); job.Document != printing.Photos || job.Paper != "10x15" || job.Each != 9 {
			t.Errorf("%+v", job)
		}
		frametest.MustSee(t, w, "1 з 1")
	}
	t.Run("what is chosen is printed", chosen)
	t.Run("F-07 and outlives another language", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.ChangeLanguage("ru")
		w.ChangeLanguage("uk")
		w.Go(frame.Route{Screen: frame.Printing})
		chosen(t)
	})
	s = printOf(w)
	t.Run("what is no number is said in the place of the preview", func(t *testing.T) {
		s.options.each.SetText("багато")
		s.options.each.OnSubmitted("багато")
		frametest.MustSee(t, w, "напишіть число від 1 до 99")
		if s.mayPrint() {
			t.Error("it may be printed")
		}
	})
	t.Run("another document is asked for as usual", func(t *testing.T) {
		s.chooseDocument(t, printing.Card)
		if job := s.job(); job.Paper != "" || job.Each != 0 {
			t.Errorf("%+v", job)
		}
		s.chooseDocument(t, printing.Photos)
		if job := s.job(); job.Paper != "a4" || job.Each != 0 {
			t.Errorf("%+v", job)
		}
	})
}

// UA-025: of a copy that is not as the original it is said beside the preview what it lacks.
func TestWhatCopiesLackIsSaid(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 2)
	g := frametest.FirstGraduate(t, w).Graduate
	desktest.Set(t, w.Registrar(), g.ID, "document_kind=passport_book", "document_series=КВ", "document_number=123456")
	desktest.Attach(t, w.Registrar(), g.ID, "copy_front", desktest.CardFront())
	s.chooseDocument(t, printing.Copies)
	frametest.MustSee(t, w, "1 з 1", "Копій, що не зовсім такі, як оригінал: 1", g.FullName(), "копія не в", "немає скану")
}
