package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// settingsScreen answers: how does the window look, what is our school, and is the
// registry sound?
type settingsScreen struct {
	window   *Window
	form     *schoolForm
	calendar *calendarPart

	school  *fyne.Container
	saved   *widget.Label
	scroll  *container.Scroll
	verdict *widget.Label
	saving  turn
	asked   turn
}

func newSettingsScreen(w *Window) *settingsScreen {
	s := &settingsScreen{window: w, saved: wrapped(""), verdict: wrapped("")}
	s.setForm(w.School())
	return s
}

func (s *settingsScreen) setForm(school data.School) {
	s.form = newSchoolForm(s.window, s.window.Registrar().Campaign(), school)
	s.form.full, s.form.onSubmit = true, s.onSave
}

func (s *settingsScreen) Build() fyne.CanvasObject {
	w := s.window
	s.school, s.calendar = container.NewVBox(), newCalendarPart(w)
	column := container.NewVBox(heading(w.say("screen.settings", nil)),
		s.part("look", s.look()), s.part("school", s.schoolPart()), s.part("calendar", s.calendar.lines), s.part("registry", s.registryPart()), s.part("program", s.programPart()))
	s.scroll = container.NewVScroll(container.NewPadded(container.New(&readable{width: 820 * w.scale()}, column)))
	s.showForm()
	return s.scroll
}

// part is a panel with a title.
func (s *settingsScreen) part(id string, content fyne.CanvasObject) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(s.window.say("settings_screen."+id, nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	return container.NewPadded(panel(container.NewVBox(title, content)))
}

// look chooses language, theme and size of letters.
func (s *settingsScreen) look() fyne.CanvasObject {
	w := s.window
	var sizes []string
	size, dark := 0, 0
	for i, scale := range Scales() {
		sizes = append(sizes, fmt.Sprintf("%d %%", scale))
		if scale == w.Settings.Scale {
			size = i
		}
	}
	if w.Settings.Dark {
		dark = 1
	}
	themes := []string{w.say("settings_screen.light", nil), w.say("settings_screen.dark", nil)}
	return container.New(layout.NewFormLayout(),
		widget.NewLabel(w.say("settings_screen.languages", nil)), languageButtons(w, s.onLanguage),
		widget.NewLabel(w.say("settings_screen.theme", nil)), choiceButtons(themes, dark, s.onTheme),
		widget.NewLabel(w.say("settings_screen.scale", nil)), choiceButtons(sizes, size, s.onScale),
		widget.NewLabel(w.say("settings_screen.lock", nil)), s.lockTimes())
}

// lockTimes chooses after how long without anybody the window locks.
func (s *settingsScreen) lockTimes() fyne.CanvasObject {
	w := s.window
	var titles []string
	present := -1
	for i, minutes := range LockTimes() {
		title := w.say("settings_screen.lock_never", nil)
		if minutes > 0 {
			title = w.say("settings_screen.lock_minutes", map[string]any{"minutes": minutes})
		}
		titles = append(titles, title)
		if minutes == w.Settings.LockMinutes {
			present = i
		}
	}
	return choiceButtons(titles, present, s.onLockTime)
}

func (s *settingsScreen) onLockTime(choice int) {
	s.window.Settings.LockMinutes = LockTimes()[choice]
	s.anew()
}

func (s *settingsScreen) onLanguage(language string) {
	s.window.Settings.Language = language
	s.anew()
}

func (s *settingsScreen) onTheme(choice int) {
	s.window.Settings.Dark = choice == 1
	s.anew()
}

func (s *settingsScreen) onScale(choice int) {
	s.window.Settings.Scale = Scales()[choice]
	s.anew()
}

// anew keeps the settings and builds the window again.
func (s *settingsScreen) anew() {
	s.window.saveSettings()
	s.window.anew()
}

// Keep is what was typed about the school and not saved yet.
func (s *settingsScreen) Keep() any {
	if !s.form.typed {
		return nil
	}
	return s.form.school
}

func (s *settingsScreen) GiveBack(kept any) {
	s.setForm(kept.(data.School))
	s.form.typed = true
	s.showForm()
}

func (s *settingsScreen) schoolPart() fyne.CanvasObject {
	save := widgets.NewButton(s.window.say("settings_screen.save", nil), theme.DocumentSaveIcon(), s.onSave)
	save.Importance = widget.HighImportance
	if !s.window.May(registrar.RightSchool) {
		save.Disable()
		s.saved.SetText(s.window.whyLooking())
	}
	return container.NewVBox(s.school, air(s.window.scale()), container.NewBorder(nil, nil, container.NewHBox(save), nil, s.saved))
}

func (s *settingsScreen) showForm() {
	s.school.Objects = []fyne.CanvasObject{s.form.build(s.scroll)}
	s.school.Refresh()
}

func (s *settingsScreen) onSave() {
	if s.form.valid() {
		s.save(s.form.school, s.onSaved)
	}
}

// schools are the description of the school before it was stored, and as it stands then.
type schools struct{ before, after data.School }

// save stores a description of the school.
func (s *settingsScreen) save(school data.School, done func(schools, error)) {
	r := s.window.Registrar()
	run(s.window, &s.saving, func(ctx context.Context) (schools, error) {
		before := r.School()
		err := r.ChangeSchool(ctx, school)
		return schools{before, r.School()}, err
	}, done)
}

func (s *settingsScreen) onSaved(stored schools, err error) {
	w := s.window
	if err != nil {
		w.fail(err)
		return
	}
	s.form.typed = s.form.school != stored.after
	s.saved.SetText(w.say("settings_screen.saved_at", map[string]any{"time": w.Now().Format("15:04")}))
	w.done(w.say("settings_screen.saved", nil), func() { s.save(stored.before, s.onRestored) })
}

func (s *settingsScreen) onRestored(stored schools, err error) {
	w := s.window
	if err != nil {
		w.fail(err)
		return
	}
	s.form.typed = false
	s.setForm(stored.after)
	s.showForm()
	s.saved.SetText("")
	w.done(w.say("settings_screen.restored", nil), nil)
}

func (s *settingsScreen) registryPart() fyne.CanvasObject {
	w := s.window
	c := w.Registrar().Campaign()
	path := widget.NewLabel(w.Registrar().Path())
	path.Wrapping = fyne.TextWrapBreak
	check := widgets.NewButton(w.say("settings_screen.doctor", nil), theme.ConfirmIcon(), s.onDoctor)
	return container.NewVBox(container.New(layout.NewFormLayout(),
		widget.NewLabel(w.say("settings_screen.file", nil)), path,
		widget.NewLabel(w.say("settings_screen.campaign", nil)), wrapped(w.say("settings_screen.revision", map[string]any{"title": campaignTitle(c), "revision": c.Revision})),
		widget.NewLabel(w.say("settings_screen.legal", nil)), wrapped(legalBasis(c))),
		container.NewBorder(nil, nil, container.NewHBox(check), nil, s.verdict))
}

// onDoctor has the whole registry examined.
func (s *settingsScreen) onDoctor() {
	w := s.window
	r := w.Registrar()
	s.verdict.Importance = widget.MediumImportance
	s.verdict.SetText(w.say("settings_screen.examining", nil))
	run(w, &s.asked, func(ctx context.Context) ([]registrar.Ill, error) { return r.Doctor(ctx) }, s.onExamined)
}

func (s *settingsScreen) onExamined(ills []registrar.Ill, err error) {
	if err != nil {
		s.verdict.SetText("")
		s.window.fail(err)
		return
	}
	s.verdict.Importance = widget.SuccessImportance
	sentences := []string{s.window.say("doctor.sound", nil)}
	if len(ills) > 0 {
		s.verdict.Importance = widget.DangerImportance
		sentences = []string{s.window.say("settings_screen.ill", nil)}
	}
	for _, ill := range ills {
		sentences = append(sentences, s.window.say("doctor."+ill.Code, ill.Args))
	}
	s.verdict.SetText(strings.Join(sentences, "\n"))
}

func (s *settingsScreen) programPart() fyne.CanvasObject {
	return wrapped(s.window.say("settings_screen.version", map[string]any{"version": registrar.Program}))
}

func (s *settingsScreen) Shown() {}

// Changed shows the calendar anew, and the school unless somebody is typing in it.
func (s *settingsScreen) Changed(signal registrar.Signal) {
	if signal == registrar.SchoolChanged && !s.form.typed {
		s.refill()
	}
	if signal == registrar.CalendarChanged {
		s.calendar.show()
	}
}

func (s *settingsScreen) refill() {
	s.setForm(s.window.School())
	s.showForm()
}

// Unsaved says that the school was changed and not saved.
func (s *settingsScreen) Unsaved() bool { return s.form.typed }
