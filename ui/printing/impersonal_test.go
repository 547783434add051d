package printing

import (
	"path/filepath"
	"testing"

	"graduand/data/papers"
	"graduand/ui/frame/frametest"
)

// What is about nobody asks for nobody, says what is written by hand in it, and is saved
// under its own name.
func TestADocumentAboutNobody(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 3)
	s.chooseDocument(t, papers.Card)
	frametest.MustSee(t, w, "Про кого", "3 випускники")
	s.chooseDocument(t, papers.Envelope)
	t.Run("nobody is asked for", func(t *testing.T) {
		frametest.MustNotSee(t, w, "Про кого", "Кому віддаєте", "3 випускники")
		if job := s.job(); job.Class != "" || job.Only != nil {
			t.Errorf("%+v", job)
		}
	})
	t.Run("what has to be written by hand is said", func(t *testing.T) {
		frametest.MustSee(t, w, "Адреси центру в кампанії немає")
	})
	t.Run("it is saved under its own name", func(t *testing.T) {
		files.ToSave = filepath.Join(t.TempDir(), "x.pdf")
		tapSave(t, w, w.Say("printing_screen.save_pdf", nil))
		if files.Proposed != "конверт.pdf" {
			t.Errorf("the name is %q", files.Proposed)
		}
		frametest.MustSee(t, w, "Записано «x.pdf».")
	})
	t.Run("and a document for somebody asks again", func(t *testing.T) {
		s.chooseDocument(t, papers.Card)
		frametest.MustSee(t, w, "Про кого", "3 випускники")
	})
}
