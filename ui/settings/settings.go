// Package settings is how the window looks, what the school is, the days of the campaign,
// and whether the registry is sound.
package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/door"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: how does the window look, what is our school, and is the
// registry sound?
type Screen struct {
	window   *frame.Window
	form     *door.SchoolForm
	calendar *calendarPart
	// letterhead is nil where the campaign sends no lists on paper.
	letterhead *letterheadPart

	school  *fyne.Container
	saved   *widget.Label
	scroll  *container.Scroll
	verdict *widget.Label
	// found is what the examination has found, nil before one.
	found  *[]registrar.Ill
	anchor *anchorPart
	places *placesPart
	// copies are the sentences on the last copies.
	copies *widget.Label
	// aside takes what is spoilt out; it is shown when something is.
	aside  *widgets.Button
	saving frame.Turn
	asked  frame.Turn
	looked frame.Turn
	// unnamed says that a route has led to a day that nobody has named yet.
	unnamed bool
}

// New makes the settings of window, school and registry.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w, saved: widgets.Wrapped(""), verdict: widgets.Wrapped(""), copies: widgets.Wrapped(""), anchor: newAnchorPart(w), places: newPlacesPart(w)}
	s.setForm(w.School())
	return s
}

func (s *Screen) setForm(school data.School) {
	s.form = door.NewSchoolForm(s.window, s.window.Registrar().Campaign(), school)
	s.form.Full, s.form.OnSubmit, s.form.Fixed = true, s.onSave, !s.window.May(registrar.RightSchool)
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.window
	s.school, s.calendar = container.NewVBox(), newCalendarPart(w)
	column := container.NewVBox(widgets.Heading(w.Say("screen.settings", nil)),
		s.part("look", s.look()), s.part("school", s.schoolPart()), s.letterheadBox(), s.part("calendar", s.calendar.lines), s.part("registry", s.registryPart()), s.part("program", s.places.build()))
	s.scroll = container.NewVScroll(container.NewPadded(container.New(&widgets.Readable{Width: 820 * w.Scale()}, column)))
	s.calendar.arrange = func() { widgets.Arrange(s.scroll) }
	s.showForm()
	return s.scroll
}

// letterheadBox is the part for the letterhead, nothing where there are no lists on paper.
func (s *Screen) letterheadBox() fyne.CanvasObject {
	if !s.window.Registrar().Campaign().Has("lists") {
		return container.NewVBox()
	}
	s.letterhead = newLetterheadPart(s.window)
	title := widget.NewLabelWithStyle(s.window.Say("letterhead.title", nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	return container.NewPadded(widgets.Panel(container.NewVBox(title, s.letterhead.box)))
}

// part is a panel with a title.
func (s *Screen) part(id string, content fyne.CanvasObject) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(s.window.Say("settings_screen."+id, nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	return container.NewPadded(widgets.Panel(container.NewVBox(title, content)))
}

// kept is what was typed about the school and is not saved yet, nil for nothing; what the
// examination of that sitting has found, nil where there was none; the mark that was typed, and
// whether it was compared.
type kept struct {
	school   *data.School
	found    *[]registrar.Ill
	sitting  func() bool
	mark     string
	compared bool
	lines    string
}

// Keep is what was typed, and what was said of the registry.
func (s *Screen) Keep() any {
	k := kept{found: s.found, sitting: s.window.Still(), mark: s.anchor.typed.Text, compared: s.anchor.answer.Text != ""}
	if s.form.Typed {
		k.school = &s.form.School
	}
	if s.letterhead != nil {
		k.lines = s.letterhead.lines.Text
	}
	return k
}

// GiveBack shows it again.
func (s *Screen) GiveBack(was any) {
	k := was.(kept)
	if k.school != nil {
		s.setForm(*k.school)
		s.form.Typed = true
		s.showForm()
	}
	if k.found != nil && k.sitting() {
		s.found = k.found
		s.showFound()
	}
	if s.letterhead != nil {
		s.letterhead.lines.SetText(k.lines)
	}
	if s.anchor.typed.SetText(k.mark); k.compared {
		s.anchor.onCompare()
	}
}

func (s *Screen) schoolPart() fyne.CanvasObject {
	save := widgets.NewButton(s.window.Say("settings_screen.save", nil), theme.DocumentSaveIcon(), s.onSave)
	save.Importance = widget.HighImportance
	if !s.window.May(registrar.RightSchool) {
		why := widgets.Wrapped(s.window.WhyLooking())
		why.Importance = widget.WarningImportance
		return container.NewVBox(why, s.school)
	}
	return container.NewVBox(s.school, widgets.Air(s.window.Scale()), container.NewBorder(nil, nil, container.NewHBox(save), nil, s.saved))
}

func (s *Screen) showForm() {
	s.school.Objects = []fyne.CanvasObject{s.form.Build(s.scroll)}
	s.school.Refresh()
}

// MainAction saves the description of the school, as Ctrl+S.
func (s *Screen) MainAction() {
	if !s.window.Refused(registrar.RightSchool) {
		s.onSave()
	}
}

func (s *Screen) onSave() {
	if s.form.Valid() {
		s.save(s.form.School, s.onSaved)
	}
}

// schools are the description of the school before it was stored, and as it stands then.
type schools struct{ before, after data.School }

// save stores a description of the school.
func (s *Screen) save(school data.School, done func(schools, error)) {
	r := s.window.Registrar()
	frame.Run(s.window, &s.saving, func(ctx context.Context) (schools, error) {
		before := r.School()
		err := r.Season.ChangeSchool(ctx, school)
		return schools{before, r.School()}, err
	}, done)
}

func (s *Screen) onSaved(stored schools, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	s.form.Typed = s.form.School != stored.after
	s.saved.SetText(w.Say("settings_screen.saved_at", map[string]any{"time": w.Clock(w.Now()).Format("15:04")}))
	w.Done(w.Say("settings_screen.saved", nil), func() { s.save(stored.before, s.onRestored) })
}

func (s *Screen) onRestored(stored schools, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	s.form.Typed = false
	s.setForm(stored.after)
	s.showForm()
	s.saved.SetText("")
	w.Done(w.Say("settings_screen.restored", nil), nil)
}

func (s *Screen) registryPart() fyne.CanvasObject {
	w := s.window
	c := w.Registrar().Campaign()
	path := widget.NewLabel(w.Registrar().Path())
	path.Wrapping = fyne.TextWrapBreak
	s.aside = widgets.NewButton(w.Say("settings_screen.set_aside", nil), theme.WarningIcon(), func() { askSetAside(w, s.onSetAside) })
	s.aside.Hide()
	check := widgets.NewButton(w.Say("settings_screen.doctor", nil), theme.ConfirmIcon(), s.onDoctor)
	return container.NewVBox(container.New(layout.NewFormLayout(),
		widget.NewLabel(w.Say("settings_screen.file", nil)), path,
		widget.NewLabel(w.Say("settings_screen.campaign", nil)), s.campaignPart(),
		widget.NewLabel(w.Say("settings_screen.legal", nil)), widgets.Wrapped(door.LegalBasis(c)),
		widget.NewLabel(w.Say("season_screen.backup_title", nil)), s.copies),
		container.NewBorder(nil, nil, container.NewVBox(container.NewHBox(check, s.aside)), nil, s.verdict), s.anchor.build())
}

// Arrive notes that a day of the calendar is wanted that nobody has named yet, or takes a file of the
// campaign.
func (s *Screen) Arrive(r frame.Route) {
	s.unnamed = r.Unnamed
	if r.File != "" && !s.window.Refused(registrar.RightSchool) {
		s.newerIn(r.File)
	}
}

// Shown asks when the last copies were made.
func (s *Screen) Shown() {
	if s.unnamed {
		s.unnamed = false
		s.calendar.leadTo()
	}
	s.places.look()
	r := s.window.Registrar()
	frame.Run(s.window, &s.looked, func(ctx context.Context) (season.Copies, error) { return r.Season.Copies(ctx) }, s.onCopies)
}

func (s *Screen) onCopies(copies season.Copies, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	var lines []string
	for _, sentence := range copies.Sentences() {
		lines = append(lines, s.window.Say(sentence.ID, sentence.Args))
	}
	s.copies.SetText(strings.Join(lines, "\n"))
}

// Changed shows the calendar anew, and the school unless somebody is typing in it.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal == registrar.SchoolChanged && !s.form.Typed {
		s.refill()
	}
	if signal == registrar.SchoolChanged && s.letterhead != nil {
		s.letterhead.show()
	}
	if signal == registrar.CalendarChanged {
		s.calendar.show()
	}
}

func (s *Screen) refill() {
	s.setForm(s.window.School())
	s.showForm()
}

// Unsaved says that the school was changed and not saved, or lines of a letterhead were typed and not
// taken.
func (s *Screen) Unsaved() bool {
	return s.form.Typed || s.letterhead != nil && s.letterhead.typed()
}
