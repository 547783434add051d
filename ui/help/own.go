package help

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// overAside and overBelow are what the help over something leaves free of the window.
const overAside, overBelow = 160, 190

// ShowOver tells of what is in front over it, where nothing that is typed there may go: over a dialog,
// over a page before the sign-in, and over the own form of a graduate, who is told nothing of the
// screens that only the school has (KG-068).
func ShowOver(w *frame.Window, r frame.Route) {
	s := New(w)
	s.from, s.field = r.About, r.Field
	s.book = newBook(s.sectionsOver())
	room := w.Canvas().Size().SubtractWidthHeight(overAside, overBelow*w.Scale())
	content := container.New(&widgets.FixedSize{Size: room}, s.under(s.overHead()))
	box := w.Ask(w.Say("screen.help", nil), content, room.Width/w.Scale(), frame.Choice{Label: w.Say("ui.close", nil)})
	box.OnPage, box.Topic = s.onPage, frame.HelpOver
	s.search.OnEscape = func() {
		if s.search.Text == "" {
			widgets.Left()
			return
		}
		s.search.SetText("")
	}
	s.search.OnSubmitted = func(string) {}
	s.load()
}

// overHead is the search; before the sign-in the guides stand below it, where the first day is told.
func (s *Screen) overHead() fyne.CanvasObject {
	if s.window.Registrar() != nil {
		return s.search
	}
	s.guides = container.New(&widgets.Flow{})
	frame.Run(s.window, &frame.Turn{}, func(context.Context) ([]*registrar.CampaignFile, error) { return registrar.BuiltinCampaigns() }, s.onCampaigns)
	return container.NewVBox(s.search, s.guides)
}

// onCampaigns has a button for the guide of each.
func (s *Screen) onCampaigns(all []*registrar.CampaignFile, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	for _, c := range all {
		s.guides.Add(widgets.NewButton(s.window.GuideOf(c), theme.DocumentIcon(), func() { OpenGuide(s.window, c) }))
	}
}

func (s *Screen) sectionsOver() []helpSection {
	switch w := s.window; {
	case w.Registrar() == nil:
		return doorSections(w)
	case w.IsGraduate():
		return ownSections(w)
	default:
		return helpSections(w)
	}
}

// onPage goes a page up or down.
func (s *Screen) onPage(by int) bool {
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -float32(by) * s.scroll.Size().Height}})
	return true
}

// ownSections are what a graduate is told.
func ownSections(w *frame.Window) []helpSection {
	h, about, kept := newHelpWords(w), "own.about", "help_screen.offline"
	if w.Registrar().AtHome() {
		about, kept = "own.about_home", "welcome.notice_home_file"
	}
	h.form(about)
	h.asked(ownQuestions)
	h.files()
	h.dates()
	h.subjects()
	h.conditions()
	h.documents()
	h.refusals()
	h.kit()
	h.centres()
	h.keys("Tab", "Enter", "Esc", "F4", "↑ ↓", "Ctrl+S")
	h.tell("privacy", "welcome.notice_home", "welcome.notice_home_password", kept)
	return h.sections
}
