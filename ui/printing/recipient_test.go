package printing

import (
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame/frametest"
)

// KG-013: one line says to whom a paper goes, and the history holds it.
func TestPaperGoesToWhomWasSaid(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "ort-2021", "ru", 4)
	school := w.School()
	centre := w.Registrar().Campaign().Centre(school.Centre).Title
	saved := func() string {
		files.ToSave = filepath.Join(t.TempDir(), "paper.pdf")
		tapSave(t, w, "Сохранить PDF…")
		return frametest.ToWhom(t, w, registrar.EventPrinted)
	}
	for document, want := range map[string]struct{ proposed, kept string }{
		printing.Card: {"если пусто — центр", centre}, printing.Missing: {"если пусто — классный руководитель", "class_teacher"}, printing.Sheet: {"если пусто — выпускник", "graduate"},
	} {
		s.chooseDocument(t, document)
		if s.to.Entry.PlaceHolder != want.proposed || s.to.Said() != "" {
			t.Errorf("KG-013 %s: %q is proposed, %q said", document, s.to.Entry.PlaceHolder, s.to.Said())
		}
		if got := saved(); got != want.kept {
			t.Errorf("KG-013 %s goes to %q, want %q", document, got, want.kept)
		}
	}
	s.chooseDocument(t, printing.Card)
	s.to.Entry.SetText("мать")
	if got := saved(); got != "мать" {
		t.Errorf("KG-013 it goes to %q", got)
	}
	s.chooseDocument(t, printing.Sheet)
	if got := s.to.Said(); got != "" {
		t.Errorf("another paper goes to %q", got)
	}
	s.chooseDocument(t, printing.Card)
	if got := s.to.Said(); got != "мать" {
		t.Errorf("the same paper goes to %q", got)
	}
}
