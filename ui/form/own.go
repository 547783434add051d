package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Own is all that a graduate sees: the own form, by the very same rules (KG-069).
type Own struct{ *Screen }

func NewOwn(w *frame.Window) *Own {
	s := New(w)
	s.own = true
	return &Own{s}
}

func (s *Own) Build() fyne.CanvasObject {
	w := s.window
	id := "own.about"
	if w.Registrar().AtHome() {
		id = "own.about_home"
	}
	column := container.NewBorder(widgets.Small(w.Say(id, nil)), nil, nil, nil, s.Screen.Build())
	return container.New(&widgets.Readable{Width: 1100 * w.Scale()}, column)
}

// Shown turns to the one graduate that there is.
func (s *Own) Shown() {
	rows, err := s.window.Registrar().List(registrar.Filter{})
	if err != nil || len(rows) == 0 {
		s.window.Fail(err)
		return
	}
	s.turnTo(rows[0].Graduate.ID)
	s.read(true)
}
