package form

import (
	"cmp"
	"maps"
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// formSheet are the inputs of one graduate's form. An input stays as long as its
// graduate is shown: what was refused in it waits, in whatever step it stands.
type formSheet struct {
	screen *Screen
	id     string
	// name is whose form it is, "" until that was read.
	name   string
	inputs map[string]field.Input
	// seen are the fields that this graduate's values were put into already.
	seen map[string]bool
	// waiting is what was refused before the window was made anew: each text is put into
	// its input when that is shown.
	waiting map[string]string
}

func newFormSheet(s *Screen, id string) *formSheet {
	return &formSheet{screen: s, id: id, inputs: map[string]field.Input{}, seen: map[string]bool{}}
}

func (f *formSheet) GraduateID() string { return f.id }

func (f *formSheet) Reveal(o fyne.CanvasObject) {
	if f == f.screen.sheet {
		f.screen.page.Reveal(o)
	}
}

func (f *formSheet) Edited() {
	if f == f.screen.sheet {
		if f.screen.at >= 0 && f.screen.inFront() {
			f.screen.remember()
		}
		f.screen.read(false)
	}
}

// GaveBack says anew how far the steps are.
func (f *formSheet) GaveBack() { f.Edited() }

// Arrange gives the fields their places anew.
func (f *formSheet) Arrange() {
	if f == f.screen.sheet && f.screen.pages != nil {
		widgets.Arrange(f.screen.pages)
	}
}

// turnTo takes another graduate; nothing in the sheet may be unsaved.
func (f *formSheet) turnTo(id string) {
	f.id, f.name = id, ""
	clear(f.seen)
}

// input is the input of a field with its present value and what is wrong with it.
func (f *formSheet) input(asked form.Field, form *form.Form, found []registrar.Finding) field.Input {
	code := asked.Code
	in := f.inputs[code]
	if in == nil {
		in = field.New(f.screen.window, f, asked)
		f.inputs[code] = in
	}
	in.Show(asked, form.Graduate, !f.seen[code])
	f.seen[code] = true
	if typed := f.waiting[code]; typed != "" && field.Retype(in, typed) {
		delete(f.waiting, code)
		in.Keep()
	}
	in.Found(found)
	return in
}

// Keep saves what was typed and not left yet.
func (f *formSheet) Keep() {
	for code, in := range f.inputs {
		if f.seen[code] {
			in.Keep()
		}
	}
}

// typed are the texts that were refused, by the code of their field.
func (f *formSheet) typed() map[string]string {
	typed := map[string]string{}
	maps.Copy(typed, f.waiting)
	for code, in := range f.inputs {
		if words, is := field.Typed(in); is && f.holds(code) {
			typed[code] = words
		}
	}
	return typed
}

// Unsaved says that something was refused, or is on its way.
func (f *formSheet) Unsaved() bool {
	for code := range f.inputs {
		if f.holds(code) {
			return true
		}
	}
	return len(f.waiting) > 0
}

// holds says that the input of a field has something that is in no registry.
func (f *formSheet) holds(code string) bool {
	code = field.Of(code)
	in := f.inputs[code]
	return f.waiting[code] != "" || in != nil && f.seen[code] && in.Unsaved()
}

// unsavedWords name whose form it is, and the fields that hold what is in no registry.
func (f *formSheet) unsavedWords() string {
	w, codes := f.screen.window, map[string]bool{}
	for code := range f.inputs {
		codes[field.Of(code)] = f.holds(code)
	}
	for code := range f.waiting {
		codes[field.Of(code)] = true
	}
	var titles []string
	for _, asked := range w.Registrar().Campaign().AllFields() {
		if codes[asked.Code] {
			titles = append(titles, w.Say("form_screen.unsaved_field", map[string]any{"field": w.TitleOfField(asked.Code)}))
		}
	}
	return strings.Join(frame.Filled(cmp.Or(f.name, w.Say("screen."+frame.Form, nil)), strings.Join(titles, ", ")), " — ")
}
