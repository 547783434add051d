package centrelist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// showStart is the first page: what the list is and where it comes from. refused says why the last
// file was not taken, "" for none.
func (s *Screen) showStart(refused string) {
	s.forget()
	s.file, s.list, s.result = file{}, nil, false
	s.choose = widgets.NewButton(s.say("choose", nil), theme.FolderOpenIcon(), s.onChoose)
	s.choose.Importance = widget.HighImportance
	column := container.NewVBox(widgets.Heading(s.say("start_title", nil)), widgets.Wrapped(s.say("start_hint", nil)))
	if link := s.service(); link != nil {
		column.Add(link)
	}
	if refused != "" {
		column.Add(widgets.DangerLine(refused))
	}
	column.Add(container.NewHBox(s.choose))
	column.Add(widgets.ImportAir())
	for _, id := range []string{"start_columns", "start_numbers", "start_nothing"} {
		column.Add(widgets.BulletLine(s.say(id, nil)))
	}
	s.setPage(widgets.FewWords(s.window.Scale(), column))
}

// service leads to the page that gives the list, with what the campaign says of it; nil where it names
// none. Whoever opens it signs in there: the program is not told how (UA-146).
func (s *Screen) service() fyne.CanvasObject {
	c := s.window.Registrar().Campaign()
	page := c.Link(c.CentreList.Link)
	if page == nil {
		return nil
	}
	link := widgets.NewLink(page.Title, func() { s.window.OpenOutside(&s.opening, page.URL) })
	return container.NewVBox(container.NewHBox(link), widgets.Small(page.Note))
}
