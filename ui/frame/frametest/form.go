package frametest

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// FormField is a field of the step of a form that is shown: what stands under its caption.
type FormField struct {
	Code   string
	Object fyne.CanvasObject
}

// FormFields are the fields of the step in front, in their order, found by their captions.
func FormFields(w *frame.Window) []FormField {
	titles := map[string]string{}
	for _, f := range w.Registrar().Campaign().AllFields() {
		titles[w.TitleOfField(f.Code)] = f.Code
	}
	return fieldsIn(w.Fyne().Content(), titles)
}

func fieldsIn(o fyne.CanvasObject, titles map[string]string) (all []FormField) {
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *widgets.Watcher:
		children = []fyne.CanvasObject{o.Content}
	case *container.Scroll:
		children = []fyne.CanvasObject{o.Content}
	case *fyne.Container:
		if _, is := o.Layout.(*widgets.Tight); is && len(o.Objects) > 1 {
			if caption, is := o.Objects[0].(*widget.Label); is && titles[strings.TrimSuffix(caption.Text, " *")] != "" {
				return []FormField{{titles[strings.TrimSuffix(caption.Text, " *")], belowCaption(o.Objects)}}
			}
		}
		children = o.Objects
	}
	for _, child := range children {
		all = append(all, fieldsIn(child, titles)...)
	}
	return all
}

// belowCaption is what is filled in below a caption: words of why it is closed may stand between.
func belowCaption(parts []fyne.CanvasObject) fyne.CanvasObject {
	at := slices.IndexFunc(parts, func(o fyne.CanvasObject) bool { _, words := o.(*widget.Label); return !words })
	return parts[max(at, 0)]
}

// FormFieldOf is the field of the step in front with this code; false where it is not asked.
func FormFieldOf(w *frame.Window, code string) (f FormField, asked bool) {
	all := FormFields(w)
	at := slices.IndexFunc(all, func(f FormField) bool { return f.Code == code })
	if at < 0 {
		return FormField{}, false
	}
	return all[at], true
}

// Focusable is the first thing in it that takes the keyboard, nil where there is none.
func (f FormField) Focusable() fyne.Focusable {
	for _, o := range FindAll[fyne.Focusable](f.Object) {
		disabled, can := o.(fyne.Disableable)
		if o.(fyne.CanvasObject).Visible() && !(can && disabled.Disabled()) {
			return o
		}
	}
	return nil
}

// Entry is the entry of a field that is typed, nil for any other.
func (f FormField) Entry() *widgets.Entry {
	switch e := f.Object.(type) {
	case *widgets.Entry:
		return e
	case *widgets.DateEntry:
		return &e.Entry
	}
	return nil
}

// FormStep is which step of a form is in front, from 0; the last is the review. It is -1 where no
// form is.
func FormStep(w *frame.Window) int {
	return slices.IndexFunc(FindAll[*widgets.StepItem](w.Fyne().Content()), func(s *widgets.StepItem) bool {
		_, current := s.State()
		return current
	})
}

// OnwardButton is the button of the page that does what the page is there for.
func OnwardButton(t testing.TB, w *frame.Window) *widgets.Button {
	t.Helper()
	for _, b := range FindAll[*widgets.Button](w.Fyne().Content()) {
		if b.Importance == widget.HighImportance {
			return b
		}
	}
	t.Fatalf("nothing leads on in:\n%s", Visible(w))
	return nil
}

// SubjectLine is what stands in the line of a subject: its box, its level, where it has
// levels, and the box that counts it as a final mark.
type SubjectLine struct {
	Tick, Attest *widgets.Tick
	Level        fyne.Focusable
	Words        fyne.CanvasObject
}

// SubjectLines are those of the field of the subjects, by the codes of the subjects.
func SubjectLines(w *frame.Window, subjects fyne.CanvasObject) map[string]SubjectLine {
	lines := map[string]SubjectLine{}
	for _, line := range FindAll[*fyne.Container](subjects) {
		if _, is := line.Layout.(*widgets.Columns); !is {
			continue
		}
		ticks := FindAll[*widgets.Tick](line)
		found := SubjectLine{Tick: ticks[0], Attest: ticks[1], Words: line.Objects[0]}
		for _, level := range FindAll[interface {
			fyne.Focusable
			SelectedIndex() int
		}](line) {
			found.Level = level
		}
		var said []string
		Collect(line.Objects[0], &said)
		for _, s := range w.Registrar().Campaign().Subjects {
			if strings.Join(strings.Fields(strings.Join(said, " ")), " ") == s.Title {
				lines[s.Code] = found
			}
		}
	}
	return lines
}

// clearedKinds are the kinds of fields that begin empty, with all that is asked about them.
var clearedKinds = []string{"text", "settlement", registrar.KindName, registrar.KindEmail, registrar.KindPhone, registrar.KindDate}

// ClearFields leaves next to nothing in the text fields of somebody.
func ClearFields(t testing.TB, w *frame.Window, id string) {
	t.Helper()
	form, err := w.Registrar().Form.Of(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range form.Steps {
		for _, f := range step.Fields {
			if slices.Contains(clearedKinds, f.Kind) && !slices.Contains([]string{data.FieldSurname, data.FieldGivenName, data.FieldPhone}, f.Code) && f.Value != "" {
				if _, err := w.Registrar().Table.Change(Ctx, id, []registrar.Assign{{Field: f.Code}}); err != nil {
					t.Logf("%s stays: %v", f.Code, err)
				}
			}
		}
	}
}
