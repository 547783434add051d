package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame/frametest"
)

// A step that has become shorter than it was scrolled by shows its fields, not the air below them.
func TestAShortenedStepIsInSight(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	id := frametest.IdsOf(t, w)[0]
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	frametest.ChangeField(t, w, id, "privileged", "yes")
	openForm(w, id)
	s := formOf(w)
	s.goToField("privileged")
	s.page.scroll.ScrollToBottom()
	whole := s.page.scroll.Offset.Y
	s.page.onMoved(200)
	frametest.ChangeField(t, w, id, "privileged", "")
	words := s.page.body.MinSize().Height
	if s.page.air.Visible() {
		words -= s.page.air.MinSize().Height
	}
	if whole == 0 || words-s.page.scroll.Offset.Y < s.page.scroll.Size().Height/2 {
		t.Errorf("scrolled by %v (before %v) of %v", s.page.scroll.Offset.Y, whole, words)
	}
}
