package form

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// siteLine is a line of the panel: the title of a page, or a row of it.
type siteLine struct {
	title string
	row   form.SiteRow
}

// showPages shows the pages. A line that says what it said before stays as it is, with the
// focus, and is not laid out anew; the others are once all of them are there.
func (s *sitePanel) showPages(pages []form.SitePage) {
	former, lines := s.lines, []siteLine(nil)
	objects := s.rows.Objects
	s.rows.Objects = nil
	for _, page := range pages {
		lines = append(lines, siteLine{title: page.Title})
		for _, row := range page.Rows {
			lines = append(lines, siteLine{row: row})
		}
	}
	for i, line := range lines {
		if i < len(former) && reflect.DeepEqual(line, former[i]) {
			s.rows.Objects = append(s.rows.Objects, objects[i])
		} else {
			s.rows.Objects = append(s.rows.Objects, s.line(line))
		}
	}
	s.lines = lines
	widgets.Arrange(s.scroll)
}

func (s *sitePanel) line(l siteLine) fyne.CanvasObject {
	if l.title != "" {
		return widgets.BoldWords(l.title)
	}
	return s.row(l.row)
}

// row is one field: its name on the site, its value, and the button that copies it.
func (s *sitePanel) row(row form.SiteRow) fyne.CanvasObject {
	w := s.window
	name := widgets.FieldCaption(frame.Capital(s.words.Word(row.Title)))
	name.Importance = widget.LowImportance
	value := fmt.Sprint(s.words.Word(row.Value))
	shown := widgets.Wrapped(value)
	if row.Picture {
		shown.Wrapping = fyne.TextWrapBreak
	}
	copyIt := &widgets.TabbedButton{}
	copyIt.Text, copyIt.OnTapped = w.Say("site.copy", nil), func() { s.onCopy(name.Text, value) }
	copyIt.ExtendBaseWidget(copyIt)
	copyIt.Gained = func() { widgets.Follow(s.scroll, copyIt) }
	if value == "" {
		shown.SetText(w.Say("site.empty", nil))
		shown.Importance = widget.LowImportance
		copyIt.Disable()
	}
	return container.NewBorder(nil, nil, nil, container.NewCenter(copyIt), container.New(&widgets.Tight{}, name, shown))
}

func (s *sitePanel) onCopy(name, value string) {
	s.window.CopyForAWhile(value)
	s.window.Done(s.window.Say("site.copied", map[string]any{"name": name}), nil)
}
