package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// copiesScreen answers: where is the copy, and how does the season end? Each panel is
// one thing to do, in the order in which a season needs them (F-15, F-16). Who may not
// end the season sees the copies only.
type copiesScreen struct {
	window *Window
	// ends says that the one who signed in may move, close and erase.
	ends bool

	scroll *container.Scroll
	made   *widget.Label
	list   *fyne.Container
	panels int

	listing turn
	opening turn
	season  turn
}

func newCopiesScreen(w *Window) *copiesScreen {
	made := wrapped("")
	made.Importance = widget.SuccessImportance
	made.Hide()
	return &copiesScreen{window: w, ends: w.May(registrar.RightClose), made: made, list: container.NewVBox()}
}

func (s *copiesScreen) Build() fyne.CanvasObject {
	s.panels = 0
	column := container.NewVBox(heading(s.window.say("screen.copies", nil)),
		s.panel("copies.backup_title", s.backupPart()), s.panel("copies.restore_title", s.restorePart()))
	if s.ends {
		column.Add(s.panel("copies.move_title", s.movePart()))
		column.Add(s.panel("copies.close_title", s.closePart()))
		column.Add(s.panel("copies.erase_title", s.erasePart()))
	} else {
		column.Add(wrapped(s.window.say("copies.only_head", nil)))
	}
	s.scroll = container.NewVScroll(container.NewPadded(container.New(&readable{width: 820 * s.window.scale()}, column)))
	return s.scroll
}

// panel is the next thing to do, with its number.
func (s *copiesScreen) panel(title string, content fyne.CanvasObject) fyne.CanvasObject {
	s.panels++
	head := widget.NewLabelWithStyle(strconv.Itoa(s.panels)+". "+s.window.say(title, nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName, head.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return container.NewPadded(panel(container.NewVBox(head, content)))
}

func (s *copiesScreen) Shown() { s.readBackups() }

// Changed does nothing: what ends the season builds the window anew, and the backups
// are listed whenever the screen is shown.
func (s *copiesScreen) Changed(registrar.Signal) {}

// MainAction makes a copy.
func (s *copiesScreen) MainAction() { s.onBackup() }

func (s *copiesScreen) restorePart() fyne.CanvasObject {
	w := s.window
	restore := widgets.NewButton(w.say("copies.restore", nil), theme.DownloadIcon(), func() { w.Go(Route{Screen: screenRestoring}) })
	return container.NewVBox(wrapped(w.say("copies.restore_about", nil)), container.NewHBox(restore))
}

// movePart is for the day when the work goes on on another computer.
func (s *copiesScreen) movePart() fyne.CanvasObject {
	w := s.window
	if w.Closed() == "moved" {
		back := widgets.NewButton(w.say("copies.move_back", nil), theme.ViewRefreshIcon(), s.onMoveBack)
		return container.NewVBox(s.state("registry.moved"), container.NewHBox(back))
	}
	move := widgets.NewButton(w.say("copies.move", nil), theme.MailForwardIcon(), s.onMove)
	return container.NewVBox(wrapped(w.say("copies.move_about", nil)), container.NewHBox(move))
}

// closePart is for the end of the season.
func (s *copiesScreen) closePart() fyne.CanvasObject {
	w := s.window
	end := widgets.NewButton(w.say("copies.close", nil), theme.ConfirmIcon(), s.onClose)
	switch w.Closed() {
	case "closed":
		again := widgets.NewButton(w.say("copies.reopen", nil), theme.ViewRefreshIcon(), s.onReopen)
		return container.NewVBox(s.state("registry.closed"), container.NewHBox(again))
	case "moved":
		end.Disable()
		return container.NewVBox(wrapped(w.say("copies.close_moved", nil)), container.NewHBox(end))
	}
	return container.NewVBox(wrapped(w.say("copies.close_about", nil)), container.NewHBox(end))
}

// state is what has become of the work in this file.
func (s *copiesScreen) state(id string) fyne.CanvasObject {
	label := wrapped(s.window.say(id, nil))
	label.Importance = widget.WarningImportance
	return label
}

func (s *copiesScreen) erasePart() fyne.CanvasObject {
	w := s.window
	erase := widgets.NewButton(w.say("copies.erase", nil), theme.DeleteIcon(), func() { eraseOf(w, nil) })
	erase.Importance = widget.DangerImportance
	return container.NewVBox(wrapped(w.say("copies.erase_about", nil)), container.NewHBox(erase))
}
