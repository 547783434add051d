package form

import (
	"testing"

	"graduand/ui/frame/frametest"
)

// UA-029, KG-058: «ready» is said of what was filled in. A step with nothing in it, the papers
// in the folder and a form that nobody finishes here are not.
func TestAStepThatNobodyFilledInIsNotReady(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	openForm(w, frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна"))
	s, kits, empty := formOf(w), 0, 0
	for i := range s.form.Steps {
		step, filled := &s.form.Steps[i], false
		for _, f := range step.Fields {
			filled = filled || f.Value != ""
		}
		state := s.state(step)
		if !filled && state == stateComplete {
			t.Errorf("%s is ready", step.Title)
		}
		if len(step.Kit) > 0 && state == stateKit {
			kits++
		}
		if state == stateOptional {
			empty++
		}
	}
	if kits != 1 || empty == 0 {
		t.Errorf("%d kits, %d empty steps", kits, empty)
	}
}
