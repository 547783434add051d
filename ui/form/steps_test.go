package form

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar/form"
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

// UA-029: a step in which stands only what every new graduate has is ready when somebody has
// looked at it, at itself or at all on the last page.
func TestAStepAsEveryoneHasItIsLookedAtFirst(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	openForm(w, frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна"))
	s := formOf(w)
	at := slices.IndexFunc(s.form.Steps, func(x form.Step) bool { return x.Code == "category" })
	step := &s.form.Steps[at]
	step.Errors, step.Findings = 0, nil
	if state := s.state(step); state != stateUsual {
		t.Errorf("nobody has opened it, it is %s", state)
	}
	s.onJump(at)
	s.onJump(0)
	step = &s.form.Steps[at]
	step.Errors, step.Findings = 0, nil
	if state := s.state(step); state != stateComplete {
		t.Errorf("somebody has opened it, it is %s", state)
	}
	s.turnTo(frametest.AddGraduate(t, w, "surname", "Дзюба", "given_name", "Іван"))
	if len(s.opened) > 1 {
		t.Errorf("another's steps count as opened: %v", s.opened)
	}
}

// UA-029: a school's own pupils see their days in the step that is named after them.
func TestTheStepOfDaysShowsThem(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	openForm(w, frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна", "subjects", "chemistry,physics"))
	s := formOf(w)
	s.onJump(slices.IndexFunc(s.form.Steps, func(x form.Step) bool { return x.Code == "stay" }))
	words := frametest.Visible(w)
	physics, chemistry := strings.Index(words, "02.07.2020"), strings.Index(words, "17.07.2020")
	if physics < 0 || chemistry < physics || !strings.Contains(words, "Дні вибраних предметів") {
		t.Errorf("shown:\n%s", words)
	}
}

// What a finding rests on is named in the window's language.
func TestTheBasisOfAFindingIsInTheWindowsLanguage(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ky")
	openForm(w, frametest.AddGraduate(t, w, "surname", "Асанов", "given_name", "Бакыт"))
	frametest.MustSee(t, w, "Негизи: ЦООМОнун нускамасы")
	frametest.MustNotSee(t, w, "Инструкция")
}

// The list of steps begins with the first wherever there is room for the one that is shown.
func TestTheListOfStepsBeginsAtItsTop(t *testing.T) {
	h := newTypist(t, "zno-2020", "uk", 1)
	h.loop.Dice = nil
	h.W.Fyne().Resize(fyne.NewSize(1024, 420))
	h.s.onJump(2)
	h.loop.Rest()
	// As heights that were not known yet leave it.
	h.s.steps.scroll.ScrollToOffset(fyne.NewPos(0, 40))
	if h.s.steps.scroll.Offset.Y == 0 {
		t.Fatal("the list has room for all")
	}
	h.s.steps.revealed = -1
	h.s.read(false)
	h.loop.Rest()
	h.loop.Ring()
	h.loop.Rest()
	if got := h.s.steps.scroll.Offset.Y; got != 0 || h.s.at != 2 {
		t.Errorf("step %d is shown, %v are hidden", h.s.at, got)
	}
}
