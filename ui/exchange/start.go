package exchange

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// showStart is the page while no centre has enrolled the school: what is done first. refused says why
// the last file was not taken, "" for none.
func (s *Screen) showStart(refused string) {
	s.came = nil
	s.start = widgets.NewButton(s.say("take_file", nil), theme.FolderOpenIcon(), s.onRead)
	s.start.Importance = widget.HighImportance
	may := s.window.May(registrar.RightAccounts)
	widgets.Enable(s.start, may)
	column := container.NewVBox(widgets.Heading(s.say("start_title", nil)), widgets.Wrapped(s.say("start_about", nil)))
	if !may {
		column.Add(widgets.ResultLine(theme.InfoIcon(), s.say("start_head", nil)))
	}
	for _, id := range []string{"start_ask", "start_code", "start_take"} {
		column.Add(widgets.BulletLine(s.say(id, nil)))
	}
	if refused != "" {
		column.Add(widgets.DangerLine(refused))
	}
	column.Add(container.NewHBox(s.start))
	column.Add(widgets.ImportAir())
	for _, id := range []string{"start_sealed", "start_offline"} {
		column.Add(widgets.BulletLine(s.say(id, nil)))
	}
	s.setPage(widgets.FewWords(s.window.Scale(), column))
}
