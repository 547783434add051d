package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// textInput is a field that is typed: a text, a name, a place, a phone, a day (KG-042,
// UA-030, UA-031, UA-032). A day can be picked from a calendar as well.
type textInput struct {
	inputFrame
	entry *widgets.Entry
	// date is nil for a field that is no day.
	date *widgets.DateEntry
	// take is the button that takes what is proposed for a genitive, nil for another field.
	take *below
}

func newTextInput(w *frame.Window, host Host, f form.Field) *textInput {
	t := &textInput{inputFrame: newInputFrame(w, host, f)}
	var object fyne.CanvasObject
	if f.Kind == registrar.KindDate {
		t.date = w.NewDateEntry()
		if f.Code != data.FieldBirthDate {
			w.BelieveRecent(t.date)
		}
		t.date.OnPicked = func(string) { t.Keep() }
		t.entry, object = &t.date.Entry, t.date
	} else {
		t.entry = widgets.NewEntry("")
		object = t.entry
	}
	if f.Kind == registrar.KindGenitive {
		object = t.proposing(t.entry)
	}
	t.entry.OnChanged = func(string) { t.onEdited() }
	t.entry.OnSubmitted = func(string) { t.onSubmitted() }
	t.entry.OnLeave = t.Keep
	t.entry.OnEnter = func() {
		t.typedIn = false
		host.Reveal(object)
	}
	t.entry.OnEscape = t.onEscape
	t.assemble(t, object)
	return t
}

// onSubmitted is Enter: it saves what was typed and goes on to the next field, as in a dialog, past
// what stands under this one.
func (t *textInput) onSubmitted() {
	t.Keep()
	t.typedIn = true
	t.window.Submit()
	t.typedIn = false
}

// display shows the stored value as a person reads it.
func (t *textInput) display() {
	switch {
	case t.date != nil:
		t.date.SetISO(t.stored())
	case t.field.Kind == registrar.KindPhone:
		t.entry.SetText(registrar.FormatPhone(t.stored()))
	default:
		t.entry.SetText(t.stored())
	}
	t.showProposed()
}

// proposing puts the button under the entry of a genitive that takes what is proposed (F-11).
func (t *textInput) proposing(entry fyne.CanvasObject) fyne.CanvasObject {
	t.take = t.below("", t.onTake)
	t.take.SetIcon(theme.ConfirmIcon())
	return container.New(&widgets.Stacked{}, entry, container.NewHBox(t.take))
}

// showProposed shows what stands for an empty genitive: in the entry, in pale letters, and on the
// button that takes it.
func (t *textInput) showProposed() {
	if t.take == nil {
		return
	}
	proposed, hidden := t.field.Proposed, t.take.Hidden
	t.entry.SetPlaceHolder(proposed)
	t.take.SetText(t.window.Say("input.set", map[string]any{"value": proposed}))
	t.take.Hidden = proposed == "" || t.stored() != "" || !t.able()
	if t.take.Hidden != hidden {
		widgets.Arrange(t.whole)
	}
}

func (t *textInput) onTake() {
	t.onPropose(data.Proposal{Field: t.field.Code, Value: t.field.Proposed})
}

func (t *textInput) setAble(able bool) {
	// Disabling what is disabled would take the focus from it again.
	switch {
	case t.entry.Disabled() != able:
	case t.date != nil && able:
		t.date.Enable()
	case t.date != nil:
		t.date.Disable()
	case able:
		t.entry.Enable()
	default:
		t.entry.Disable()
	}
}

func (t *textInput) Values() []registrar.Assign {
	return []registrar.Assign{{Field: t.field.Code, Value: t.entry.Text}}
}

func (t *textInput) Focusable() fyne.Focusable {
	if t.date != nil {
		return t.date
	}
	return t.entry
}

// Typed is what stands in an input that is typed into; false for any other.
func Typed(in Input) (words string, is bool) {
	t, is := in.(*textInput)
	if !is {
		return "", false
	}
	return t.entry.Text, true
}

// Retype types words into an input that is typed into, in the place of what stands there;
// false for any other.
func Retype(in Input, words string) bool {
	t, is := in.(*textInput)
	if is {
		t.entry.SetText(words)
	}
	return is
}
