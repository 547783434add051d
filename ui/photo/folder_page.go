package photo

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// The form beside the files has a share of the width, within bounds, at the usual size of letters.
const (
	formShare = 0.32
	leastForm = 300
	mostForm  = 460
)

// showFiles is the page of files: the table, and beside it the form of the current one.
func (s *Folder) showFiles() {
	w := s.window
	name := widgets.NewShortenedBold(s.say("heading", map[string]any{"folder": s.name}), theme.SizeNameSubHeadingText)
	back := widgets.NewButton(s.say("back", nil), theme.NavigateBackIcon(), func() { w.Go(frame.Route{Screen: frame.Photo}) })
	other := widgets.NewButton(s.say("another", nil), theme.FolderOpenIcon(), func() { chooseFolder(w) })
	s.attach = widgets.NewButton("", theme.ConfirmIcon(), s.onAttach)
	s.attach.Importance = widget.HighImportance
	s.rows, s.form = newFolderRows(s), newFolderForm(s)
	s.shown = outcomes[0]
	for _, of := range outcomes {
		if s.count(of) > 0 {
			s.shown = of
			break
		}
	}
	top := container.NewBorder(nil, nil, nil, container.NewHBox(back, other, s.attach), name)
	side, list := widgets.Panel(s.form.build()), s.rows.build()
	page := &widgets.PageLayout{Head: top, Body: list, Side: side, Share: formShare, Least: leastForm * w.Scale(), Most: mostForm * w.Scale()}
	// The order of the objects is the order of Tab.
	s.setPage(container.NewPadded(container.New(page, top, list, side)))
	s.refresh()
}

// refresh shows what becomes of the files now.
func (s *Folder) refresh() {
	s.rows.refresh()
	count := s.count(photo.Sure)
	s.attach.SetText(s.say("attach", map[string]any{"count": count}))
	widgets.Enable(s.attach, count > 0)
	s.page.Refresh()
}

// showOutcome shows the files of another outcome.
func (s *Folder) showOutcome(of photo.Outcome) {
	s.shown = of
	s.refresh()
	s.focusRows()
}

func (s *Folder) focusRows() {
	var at fyne.Focusable = s.rows.table.Focusable()
	if s.rows.table.Count() == 0 && !s.attach.Disabled() {
		at = s.attach
	}
	s.window.Canvas().Focus(at)
}

// next goes on to the next file that somebody has to settle, of whatever outcome; behind the last
// one all that is sure waits to be put in.
func (s *Folder) next() {
	for _, of := range []photo.Outcome{s.shown, photo.Doubtful, photo.Unmatched} {
		if (of == photo.Doubtful || of == photo.Unmatched) && s.count(of) > 0 {
			s.showOutcome(of)
			return
		}
	}
	if s.shown == photo.Doubtful || s.shown == photo.Unmatched {
		s.shown = photo.Sure
		s.refresh()
		s.window.Canvas().Focus(s.attach)
		return
	}
	s.focusRows()
}
