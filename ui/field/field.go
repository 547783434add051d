// Package field are the inputs of a form: one for each kind of field, with its title, its
// hint, what was refused and what was found under it. An input saves itself: when it is
// left, on Enter, after a pause, and at every tick and choice.
package field

import (
	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
)

// Host is what the inputs of a form stand in.
type Host interface {
	// GraduateID is whose form it is, "" while it is nobody's.
	GraduateID() string
	// Reveal scrolls to what has got the focus.
	Reveal(o fyne.CanvasObject)
	// Edited is called when something was saved: the registry is to be asked again.
	Edited()
}

// Doubter is a [Host] that keeps doubts about what was saved in sight.
type Doubter interface {
	// Doubted is told that what was saved of somebody, who is named, is to be looked at.
	Doubted(who string, f registrar.Finding)
}

// Restorer is a [Host] that tells what of it is not saved.
type Restorer interface {
	// GaveBack is called when a value that was refused or half typed has gone back to what is stored.
	GaveBack()
}

// Arranger is a [Host] that gives its inputs their places anew where one of them has grown or
// shrunk by itself: what stands under it would lie over its words, or leave a gap.
type Arranger interface{ Arrange() }

func arrange(h Host) {
	if a, is := h.(Arranger); is {
		a.Arrange()
	}
}

// Input is one field of a form on the screen; it saves itself when it is left, on
// Enter, and at every tick and choice.
type Input interface {
	Object() fyne.CanvasObject
	// Show fills it; fresh says that it is another graduate, so that what was being typed
	// is forgotten. Without fresh nothing overwrites what is being typed or was refused.
	Show(f form.Field, g *data.Graduate, fresh bool)
	// Found shows what is wrong with the field under it. The list may be that of the whole
	// step: an input takes its own.
	Found(list []registrar.Finding)
	// Focusable is the first thing in it that takes the focus, nil where there is none.
	Focusable() fyne.Focusable
	// Keep saves what was typed and not left yet.
	Keep()
	// Unsaved says that it holds something that was refused or is not saved yet.
	Unsaved() bool
}

// Of is the code of the field whose input shows another: which subjects count as
// final marks is ticked in the rows of the subjects (UA-039). Every other field has an
// input of its own.
func Of(field string) string {
	if field == data.FieldAttestation {
		return data.FieldSubjects
	}
	return field
}

// TakesRow says that an input wants the whole width of the form.
func TakesRow(i Input) bool {
	wide, is := i.(interface{ wide() bool })
	return is && wide.wide()
}

// New makes the input for a field of any kind (KG-042, KG-046, UA-030…UA-042).
// A field that [Of] gives to another has an input that shows nothing.
func New(w *frame.Window, host Host, f form.Field) Input {
	switch f.Kind {
	case registrar.KindFile, registrar.KindFiles:
		return newFile(w, host, f)
	case registrar.KindCheckbox:
		return newTickInput(w, host, f)
	case registrar.KindMarks, registrar.KindPrivileges, registrar.KindChoices:
		return newTicksInput(w, host, f)
	case registrar.KindSubjects:
		if f.Code == data.FieldSubjects {
			return newSubjectsInput(w, host, f)
		}
		return newTicksInput(w, host, f)
	case registrar.KindAttestation:
		return &noInput{}
	case registrar.KindConditions:
		return newConditionsInput(w, host, f)
	case registrar.KindInstitution:
		return newInstitutionInput(w, host, f)
	}
	if codes, isChoice := ChoicesOf(w, f.Field); isChoice {
		return newChoiceInput(w, host, f, codes)
	}
	return newTextInput(w, host, f)
}

// titled is what a field is called where it was saved.
func titled(w *frame.Window, code string) string {
	return w.Wording(func() any { return w.Registrar().Campaign().FieldTitle(code) })
}
