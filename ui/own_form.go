package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// ownScreen is all that a graduate sees: the own form.
type ownScreen struct {
	window *Window
	panel  *graduatePanel
}

func newOwnScreen(w *Window) *ownScreen {
	s := &ownScreen{window: w, panel: newGraduatePanel(w)}
	s.panel.full = true
	return s
}

func (s *ownScreen) build() fyne.CanvasObject {
	w := s.window
	id := "own.about"
	if w.registrar.AtHome() {
		id = "own.about_home"
	}
	about := wrapped(w.say(id, nil))
	leave := widgets.NewButton(w.say("own.leave", nil), theme.LogoutIcon(), w.lock)
	title := widget.NewLabelWithStyle(w.say("own.title", nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameHeadingText
	head := container.NewVBox(container.NewBorder(nil, nil, nil, leave, title), about)
	column := container.NewBorder(head, nil, nil, nil, panel(s.panel.build()))
	return container.NewPadded(container.New(&readable{width: 640 * w.scale()}, column))
}

func (s *ownScreen) shown() {
	s.read()
	s.panel.focus()
}

func (s *ownScreen) changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged {
		s.read()
	}
}

// read shows the one graduate that there is.
func (s *ownScreen) read() {
	rows, err := s.window.registrar.List(registrar.Filter{})
	if err != nil {
		s.window.fail(err)
		return
	}
	for i := range rows {
		s.panel.show(&rows[i])
	}
}
