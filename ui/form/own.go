package form

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Own is all that a graduate sees: the own form, by the very same rules (KG-069).
type Own struct {
	*Screen
	finding frame.Turn
}

// NewOwn makes the own form.
func NewOwn(w *frame.Window) *Own {
	s := New(w)
	s.own = true
	return &Own{Screen: s}
}

// Build puts what the form is for above it.
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
	r := s.window.Registrar()
	frame.Run(s.window, &s.finding, func(context.Context) ([]registrar.Row, error) { return r.Table.List(registrar.Filter{}) }, s.onFound)
}

func (s *Own) onFound(rows []registrar.Row, err error) {
	if err != nil || len(rows) == 0 {
		s.window.Fail(err)
		return
	}
	s.turnTo(rows[0].Graduate.ID)
	s.read(true)
}
