package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
)

// ownScreen is all that a graduate sees: the own form, by the very same rules (KG-069).
type ownScreen struct{ *formScreen }

func newOwnScreen(w *Window) *ownScreen {
	s := newFormScreen(w)
	s.own = true
	return &ownScreen{s}
}

func (s *ownScreen) Build() fyne.CanvasObject {
	w := s.window
	id := "own.about"
	if w.Registrar().AtHome() {
		id = "own.about_home"
	}
	column := container.NewBorder(small(w.say(id, nil)), nil, nil, nil, s.formScreen.Build())
	return container.New(&readable{width: 1100 * w.scale()}, column)
}

// Shown turns to the one graduate that there is.
func (s *ownScreen) Shown() {
	rows, err := s.window.Registrar().List(registrar.Filter{})
	if err != nil || len(rows) == 0 {
		s.window.fail(err)
		return
	}
	s.turnTo(rows[0].Graduate.ID)
	s.read(true)
}
