package form

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// showAll shows the form as it was read.
func (s *Screen) showAll() {
	s.showHead()
	if s.at < len(s.form.Steps) {
		s.page.show(&s.form.Steps[s.at])
		s.pages.Objects = []fyne.CanvasObject{s.page.scroll}
	} else {
		s.review.show()
		s.pages.Objects = []fyne.CanvasObject{s.review.scroll}
	}
	// After the fields have taken what waited for them: it may be saved by now.
	s.steps.show()
	s.tellStillBlocked()
	widgets.Arrange(s.pages)
	if s.at < len(s.form.Steps) {
		s.page.inSight()
	}
	s.showFoot()
	if s.site != nil {
		s.site.show(s.id)
	}
}

func (s *Screen) showHead() {
	w, g := s.window, s.form.Graduate
	s.name.SetText(g.FullName())
	s.sheet.name = g.FullName()
	about := w.Say("status."+string(s.status), nil)
	if g.Class != "" {
		about = g.Class + " · " + about
	}
	if learner := w.Learner(g); learner != "" {
		about = learner + " · " + about
	}
	if s.form.Route != "" {
		about += " · " + s.form.Route
	}
	s.about.SetText(about)
	if !s.own {
		s.todo.Show(s.step, s.id)
		widgets.Arrange(s.head)
	}
	at := slices.Index(s.order, s.id)
	widgets.Enable(s.previous, at > 0)
	widgets.Enable(s.next, at >= 0 && at < len(s.order)-1)
}

// showFoot shows the buttons of the step, or those of the review.
func (s *Screen) showFoot() {
	w, last := s.window, len(s.form.Steps)
	widgets.Enable(s.back, s.at > 0)
	s.forth.Enable()
	s.print.Hide()
	switch {
	case s.at == last:
		if !s.own && w.May(registrar.RightPrint) {
			s.print.Show()
		}
		s.review.label(s.forth)
	case s.at == last-1:
		s.forth.SetText(w.Say("form_screen.go_on", nil))
	default:
		s.forth.SetText(w.Say("form_screen.next", nil))
	}
	widgets.Arrange(s.foot)
}

// focus goes to the first field of the step, or to what the review is there for.
func (s *Screen) focus() {
	if !s.inFront() {
		return
	}
	if s.at < len(s.form.Steps) {
		if first := s.page.first(); first != nil {
			s.window.Canvas().Focus(first)
			return
		}
	}
	s.window.Canvas().Focus(s.forth)
}

// onWidth folds the panel of the centre's site away where the window is narrow.
func (s *Screen) onWidth(float32) {
	s.site.setNarrow(s.window.Canvas().Size().Width < narrowForm*s.window.Scale())
}

// narrowForm is the width of a window, in device-independent pixels, under which the
// fields need all the room.
const narrowForm = 1200

// keptForm is whose form is shown, at which step, and what could not be saved of it.
type keptForm struct {
	id     string
	at     int
	order  []string
	sheets map[string]map[string]string
	// names are whose they are.
	names map[string]string
}

// Keep saves what can be saved, and keeps what was refused.
func (s *Screen) Keep() any {
	s.sheet.Keep()
	k := keptForm{id: s.id, at: s.at, order: s.order, sheets: map[string]map[string]string{s.id: s.sheet.typed()}, names: map[string]string{s.id: s.sheet.name}}
	for id, sheet := range s.held {
		k.sheets[id], k.names[id] = sheet.typed(), sheet.name
	}
	return k
}

// GiveBack puts what was refused back; it waits until its field is shown.
func (s *Screen) GiveBack(kept any) {
	k := kept.(keptForm)
	s.id, s.at, s.order = k.id, k.at, k.order
	for id, typed := range k.sheets {
		if len(typed) == 0 {
			continue
		}
		s.held[id] = newFormSheet(s, id)
		s.held[id].waiting, s.held[id].name = typed, k.names[id]
	}
	if sheet := s.held[k.id]; sheet != nil {
		s.sheet = sheet
		delete(s.held, k.id)
	}
	s.sheet.id = k.id
}

// Unsaved says that something was refused in a form, in this one or in another.
func (s *Screen) Unsaved() bool {
	for _, sheet := range s.held {
		if sheet.Unsaved() {
			return true
		}
	}
	return s.sheet.Unsaved()
}

// UnsavedWords name the persons and the fields.
func (s *Screen) UnsavedWords() string {
	sheets := []*formSheet{s.sheet}
	for _, id := range slices.Sorted(maps.Keys(s.held)) {
		sheets = append(sheets, s.held[id])
	}
	var words []string
	for _, sheet := range sheets {
		if sheet.Unsaved() {
			words = append(words, sheet.unsavedWords())
		}
	}
	return strings.Join(words, "; ")
}

// untouched says that nobody has filled in anything but what makes a graduate.
func (s *Screen) untouched() bool {
	for _, step := range s.form.Steps {
		for _, f := range step.Fields {
			if f.Value != "" && !slices.Contains(givenFields, f.Code) {
				return false
			}
		}
	}
	return true
}

// givenFields come with the graduate: they are typed when somebody is added (KG-041), and the
// sex follows from them.
var givenFields = []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldSex, data.FieldPhone, data.FieldClass, data.FieldMode, data.FieldCategory}
