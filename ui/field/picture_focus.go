package field

import (
	"slices"
)

// focused is the code of the question that has the keyboard, "" for none.
func (v *PictureView) focused() string {
	at := slices.IndexFunc(v.answers, func(a pictureAnswer) bool { return v.window.Canvas().Focused() == a.choice })
	if at < 0 {
		return ""
	}
	return v.answers[at].code
}

func (v *PictureView) focus(code string) {
	if at := slices.IndexFunc(v.answers, func(a pictureAnswer) bool { return a.code == code }); at >= 0 {
		v.window.Canvas().Focus(v.answers[at].choice)
	}
}

// FocusOpen gives the keyboard to the first question that has no answer; where there is none,
// the picture is done.
func (v *PictureView) FocusOpen() {
	if !v.focusNext() {
		v.OnDone()
	}
}

// focusNext gives the keyboard to the first question that has no answer, and says whether there is
// one.
func (v *PictureView) focusNext() bool {
	at := slices.IndexFunc(v.answers, func(a pictureAnswer) bool { return a.open && !a.choice.Disabled() })
	if at >= 0 {
		v.window.Canvas().Focus(v.answers[at].choice)
	}
	return at >= 0
}
