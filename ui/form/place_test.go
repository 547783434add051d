package form

import (
	"testing"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

// KG-060: a form opens where it was left, though nobody has turned a page in it, and whatever the check
// makes of what was typed: the step, and the field.
func TestAFormOpensInTheFieldInWhichItWasLeft(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	ids := frametest.IdsOf(t, w)
	frametest.ChangeField(t, w, ids[1], data.FieldDocumentNumber, "")
	openForm(w, ids[1])
	atStep(t, w, "personal")
	h := handsOf(t, w)
	h.tab(data.FieldDocumentNumber)
	h.Write("1234567")
	w.Canvas().FocusNext()
	w.Canvas().FocusPrevious()
	// Another window, as after a quit: nothing is known but the settings.
	formOf(w).turnTo(ids[0])
	openForm(w, ids[1])
	atStep(t, w, "personal")
	if got := formOf(w).page.fieldAt(); got != data.FieldDocumentNumber {
		t.Errorf("the keyboard is at %q", got)
	}
}
