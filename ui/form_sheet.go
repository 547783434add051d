package ui

import (
	"maps"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
)

// formSheet are the inputs of one graduate's form. An input stays as long as its
// graduate is shown: what was refused in it waits, in whatever step it stands.
type formSheet struct {
	screen *formScreen
	id     string
	inputs map[string]formInput
	// seen are the fields that this graduate's values were put into already.
	seen map[string]bool
	// waiting is what was refused before the window was made anew: each text is put into
	// its input when that is shown.
	waiting map[string]string
}

func newFormSheet(s *formScreen, id string) *formSheet {
	return &formSheet{screen: s, id: id, inputs: map[string]formInput{}, seen: map[string]bool{}}
}

func (f *formSheet) graduateID() string { return f.id }

func (f *formSheet) reveal(o fyne.CanvasObject) {
	if f == f.screen.sheet {
		f.screen.page.reveal(o)
	}
}

func (f *formSheet) edited() {
	if f == f.screen.sheet {
		f.screen.read(false)
	}
}

// turnTo takes another graduate; nothing in the sheet may be unsaved.
func (f *formSheet) turnTo(id string) {
	f.id = id
	clear(f.seen)
}

// input is the input of a field with its present value and what is wrong with it.
func (f *formSheet) input(field registrar.FormField, form *registrar.Form, found []registrar.Finding) formInput {
	in := f.inputs[field.Code]
	if in == nil {
		in = newFormInput(f.screen.window, f, field)
		f.inputs[field.Code] = in
	}
	in.show(field, form.Graduate, !f.seen[field.Code])
	f.seen[field.Code] = true
	if text, is := in.(*textInput); is && f.waiting[field.Code] != "" {
		typed := f.waiting[field.Code]
		delete(f.waiting, field.Code)
		text.entry.SetText(typed)
		in.keep()
	}
	in.found(found)
	return in
}

// keep saves what was typed and not left yet.
func (f *formSheet) keep() {
	for code, in := range f.inputs {
		if f.seen[code] {
			in.keep()
		}
	}
}

// typed are the texts that were refused, by the code of their field.
func (f *formSheet) typed() map[string]string {
	typed := map[string]string{}
	maps.Copy(typed, f.waiting)
	for code, in := range f.inputs {
		if text, is := in.(*textInput); is && f.holds(code) {
			typed[code] = text.entry.Text
		}
	}
	return typed
}

// unsaved says that something was refused, or is on its way.
func (f *formSheet) unsaved() bool {
	for code := range f.inputs {
		if f.holds(code) {
			return true
		}
	}
	return len(f.waiting) > 0
}

// holds says that the input of a field has something that is in no registry.
func (f *formSheet) holds(code string) bool {
	code = inputOf(code)
	in := f.inputs[code]
	return f.waiting[code] != "" || in != nil && f.seen[code] && in.unsaved()
}
