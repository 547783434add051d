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
	desktest.Attach(t, w.Registrar(), frametest.FirstGraduate(t, w).Graduate.ID, "face_photo", desktest.Picture(t, 3))
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
	desktest.Attach(t, w.Registrar(), g.ID, "copy_front", desktest.Picture(t, 3))
	s.chooseDocument(t, printing.Copies)
	frametest.MustSee(t, w, "1 з 1", "Копій, що не зовсім такі, як оригінал: 1", g.FullName(), "копія не в", "немає скану")
}

// UA-026: labels are moved by as much as is typed, which this PC remembers and no other paper knows.
func TestLabelsAreMoved(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 2)
	frametest.MustNotSee(t, w, "Зсув праворуч, мм")
	s.chooseDocument(t, printing.Labels)
	frametest.MustSee(t, w, "Зсув праворуч, мм", "Зсув униз, мм", "Скільки кожному", "1 з 1")
	move := func(right, down string) {
		s.options.right.SetText(right)
		s.options.down.SetText(down)
		s.options.down.OnSubmitted(down)
	}
	move("1,5", "−2")
	if got := s.job().Offset; got != (printing.Offset{Right: 1.5, Down: -2}) || w.Settings.PrintRight != 1.5 || w.Settings.PrintDown != -2 {
		t.Errorf("%+v, kept %v %v", got, w.Settings.PrintRight, w.Settings.PrintDown)
	}
	for _, wrong := range []string{"трохи", "10", "-9,5"} {
		if move(wrong, "0"); s.mayPrint() {
			t.Errorf("moved by %q it may be printed", wrong)
		}
		frametest.MustSee(t, w, "напишіть міліметри від −4 до 4")
	}
	if w.Settings.PrintRight != 1.5 {
		t.Errorf("kept is %v", w.Settings.PrintRight)
	}
	move("", "-2")
	if w.Settings.PrintRight != 0 || s.job().Offset != (printing.Offset{Down: -2}) {
		t.Errorf("%+v, kept %v", s.job().Offset, w.Settings.PrintRight)
	}
	s.chooseDocument(t, printing.Card)
	if got := s.job().Offset; got != (printing.Offset{}) {
		t.Errorf("a card is moved by %+v", got)
	}
	t.Run("the next sitting at this PC begins with it", func(t *testing.T) {
		if o := newOptions(s); o.right.Text != "" || o.down.Text != "-2" {
			t.Errorf("%q %q", o.right.Text, o.down.Text)
		}
	})
}

// UA-066: the notice can be printed without a name: then nobody is asked for.
func TestABlankNotice(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 3)
	frametest.MustNotSee(t, w, "Без імені, заповнити ручкою")
	s.chooseDocument(t, printing.Privacy)
	frametest.MustSee(t, w, "Без імені, заповнити ручкою", "Про кого", "3 випускники")
	s.options.blank.SetChecked(true)
	frametest.MustNotSee(t, w, "Про кого", "3 випускники")
	if job := s.job(); !job.Blank || job.Only != nil || job.Class != "" {
		t.Errorf("%+v", job)
	}
	t.Run("F-07 it outlives another language", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.ChangeLanguage("ru")
		w.ChangeLanguage("uk")
		w.Go(frame.Route{Screen: frame.Printing})
		if job := printOf(w).job(); !job.Blank {
			t.Errorf("%+v", job)
		}
		frametest.MustNotSee(t, w, "Про кого")
	})
	s = printOf(w)
	s.chooseDocument(t, printing.Card)
	frametest.MustSee(t, w, "Про кого", "3 випускники")
	if s.job().Blank {
		t.Error("a card is blank")
	}
}
