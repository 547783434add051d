package printing

import (
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/ui/widgets"
)

// What was printed before is shown in the place of what would be printed now: saved, opened and
// printed as everything else, and nothing of it can be chosen but to whom it goes (F-20).

// buildAgain is what stands in the place of the choice then.
func (s *Screen) buildAgain() {
	back := widgets.NewButton(s.say("printing_screen.again_back"), nil, s.onPresent)
	s.asItWas = widgets.Wrapped("")
	s.past = container.NewVBox(s.asItWas, back)
	s.past.Hide()
}

// showAgain shows an entry of the history as it was printed; 0 leads back to the choice.
func (s *Screen) showAgain(entry int64) {
	if s.again != entry {
		s.again, s.stale = entry, true
		s.offerFormats()
	}
}

// onPresent leads back to what would be printed now.
func (s *Screen) onPresent() {
	s.showAgain(0)
	s.remake()
	s.window.Canvas().Focus(s.document)
}

// hideChoice hides what cannot be chosen of what was printed before.
func (s *Screen) hideChoice() {
	s.past.Hidden = s.again == 0
	for _, field := range s.choice {
		field.Hidden = field.Hidden || s.again != 0
	}
}

// tellAgain says which document it is, and of which day.
func (s *Screen) tellAgain(then data.Date) {
	if s.again != 0 {
		s.asItWas.SetText(s.window.Say("printing_screen.again", map[string]any{
			"document": s.registrar.Printing.Document(s.job().Document).Title, "date": then.Dotted()}))
		s.arrange()
	}
}
