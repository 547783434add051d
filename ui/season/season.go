// Package season is the copies of a registry and the end of the work in it: a backup, the
// move to another computer, closing, and destroying personal data.
package season

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: where is the copy, and how does the season end? Each panel is
// one thing to do, in the order in which a season needs them (F-15, F-16). Who may not
// end the season sees the copies only.
type Screen struct {
	window *frame.Window
	// ends says that the one who signed in may move, close and erase.
	ends bool

	scroll *container.Scroll
	made   *widget.Label
	list   *fyne.Container
	// told are when the last copies were made.
	told *fyne.Container
	// known says how many of last year's portraits are known here, hidden where none are.
	known  *fyne.Container
	panels int

	listing frame.Turn
	opening frame.Turn
	season  frame.Turn
	looking frame.Turn
}

// New makes the panels of copies and of the end of the season.
func New(w *frame.Window) *Screen {
	made := widgets.Wrapped("")
	made.Importance = widget.SuccessImportance
	made.Hide()
	return &Screen{window: w, ends: w.May(registrar.RightClose), made: made, told: container.NewVBox(), known: container.NewVBox(), list: container.NewVBox()}
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	s.panels = 0
	column := container.NewVBox(widgets.Heading(s.window.Say("screen.season", nil)),
		s.panel("season_screen.backup_title", s.backupPart()), s.panel("season_screen.restore_title", s.restorePart()))
	if s.ends {
		column.Add(s.panel("season_screen.move_title", s.movePart()))
		column.Add(s.panel("season_screen.close_title", s.closePart()))
		column.Add(s.panel("season_screen.next_title", s.nextPart()))
		column.Add(s.panel("season_screen.erase_title", s.erasePart()))
	} else if s.window.OnlyLooking() {
		column.Add(widgets.Wrapped(s.window.WhyLooking()))
	} else {
		column.Add(widgets.Wrapped(s.window.Say("season_screen.only_head", nil)))
	}
	s.scroll = container.NewVScroll(container.NewPadded(container.New(&widgets.Readable{Width: 820 * s.window.Scale()}, column)))
	return s.scroll
}

// panel is the next thing to do, with its number.
func (s *Screen) panel(title string, content fyne.CanvasObject) fyne.CanvasObject {
	s.panels++
	head := widget.NewLabelWithStyle(strconv.Itoa(s.panels)+". "+s.window.Say(title, nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName, head.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return container.NewPadded(widgets.Panel(container.NewVBox(head, content)))
}

// Shown lists the backups anew, and tells of last year's portraits.
func (s *Screen) Shown() {
	s.readBackups()
	if s.ends {
		s.readLastYear()
	}
}

// Changed does nothing: what ends the season builds the window anew, and the backups
// are listed whenever the screen is shown.
func (s *Screen) Changed(registrar.Signal) {}

// MainAction makes a copy.
func (s *Screen) MainAction() { s.onBackup() }

func (s *Screen) restorePart() fyne.CanvasObject {
	w := s.window
	restore := widgets.NewButton(w.Say("season_screen.restore", nil), theme.DownloadIcon(), func() { w.Go(frame.Route{Screen: frame.Restoring}) })
	return container.NewVBox(widgets.Wrapped(w.Say("season_screen.restore_about", nil)), container.NewHBox(restore))
}

// movePart is for the day when the work goes on on another computer.
func (s *Screen) movePart() fyne.CanvasObject {
	w := s.window
	if w.Closed() == "moved" {
		back := widgets.NewButton(w.Say("season_screen.move_back", nil), theme.ViewRefreshIcon(), s.onMoveBack)
		return container.NewVBox(s.state("registry.moved"), container.NewHBox(back))
	}
	move := widgets.NewButton(w.Say("season_screen.move", nil), theme.MailForwardIcon(), s.onMove)
	return container.NewVBox(widgets.Wrapped(w.Say("season_screen.move_about", nil)), container.NewHBox(move))
}

// closePart is for the end of the season.
func (s *Screen) closePart() fyne.CanvasObject {
	w := s.window
	end := widgets.NewButton(w.Say("season_screen.close", nil), theme.ConfirmIcon(), s.onClose)
	switch w.Closed() {
	case "closed":
		again := widgets.NewButton(w.Say("season_screen.reopen", nil), theme.ViewRefreshIcon(), s.onReopen)
		return container.NewVBox(s.state("registry.closed"), container.NewHBox(again))
	case "moved":
		end.Disable()
		return container.NewVBox(widgets.Wrapped(w.Say("season_screen.close_moved", nil)), container.NewHBox(end))
	}
	return container.NewVBox(widgets.Wrapped(w.Say("season_screen.close_about", nil)), container.NewHBox(end))
}

// state is what has become of the work in this file.
func (s *Screen) state(id string) fyne.CanvasObject {
	label := widgets.Wrapped(s.window.Say(id, nil))
	label.Importance = widget.WarningImportance
	return label
}

func (s *Screen) erasePart() fyne.CanvasObject {
	w := s.window
	erase := widgets.NewButton(w.Say("season_screen.erase", nil), theme.DeleteIcon(), func() { eraseOf(w, nil) })
	erase.Importance = widget.DangerImportance
	return container.NewVBox(widgets.Wrapped(w.Say("season_screen.erase_about", nil)), container.NewHBox(erase))
}
