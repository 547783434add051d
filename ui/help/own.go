package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// ownAside and ownBelow are what the help over the own form leaves free of the window.
const ownAside, ownBelow = 160, 190

// ShowOwn tells a graduate what concerns the own form and the rules of the campaign, over that form:
// nothing of the screens that only the school has (KG-068).
func ShowOwn(w *frame.Window) {
	s := New(w)
	s.book = newBook(ownSections(w))
	room := w.Canvas().Size().SubtractWidthHeight(ownAside, ownBelow*w.Scale())
	content := container.New(&widgets.FixedSize{Size: room}, s.under(s.search))
	box := w.Ask(w.Say("screen.help", nil), content, room.Width/w.Scale(), frame.Choice{Label: w.Say("ui.close", nil)})
	box.OnPage = s.onPage
	s.search.OnSubmitted = func(string) {}
	s.load()
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
