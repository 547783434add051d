package centrelist

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/centrelist"
	"graduand/ui/widgets"
)

// showRows is the page of a list: the rows by what they are, and beside them the one of the cursor.
func (s *Screen) showRows() {
	w := s.window
	name := widgets.NewShortenedBold(s.name, theme.SizeNameSubHeadingText)
	other := widgets.NewButton(s.say("other_file", nil), theme.FolderOpenIcon(), s.onChoose)
	columns := widgets.NewButton(s.say("columns", nil), theme.ListIcon(), s.onColumns)
	s.write = widgets.NewButton("", theme.ConfirmIcon(), s.onWrite)
	s.write.Importance = widget.HighImportance
	s.class = widgets.NewEntry("")
	s.class.Text = s.list.Class
	s.class.OnChanged = func(typed string) { s.list.Class = strings.TrimSpace(typed) }
	s.rows, s.panel = newRows(s), newPanel(s)
	s.head = container.NewBorder(nil, nil, nil, container.NewHBox(other, columns, s.write), name)
	top := container.NewVBox(s.head)
	if words := s.unread(); words != "" {
		label := widgets.Wrapped(words)
		label.Importance, label.SizeName = widget.WarningImportance, theme.SizeNameCaptionText
		top.Add(label)
	}
	class := container.New(&widgets.FixedWidth{Width: 80 * w.Scale()}, s.class)
	top.Add(s.rows.buildFilters())
	// The order of the objects is the order of Tab.
	bulk, panel := s.rows.buildBulk(class), s.panel.build()
	left := container.New(layout.NewBorderLayout(bulk, nil, nil, nil), bulk, s.rows.body())
	s.setPage(container.NewPadded(container.New(layout.NewBorderLayout(top, nil, nil, panel), top, left, panel)))
	s.rows.first = true
	s.refresh()
}

// refresh shows the comparison as it is now.
func (s *Screen) refresh() {
	s.rows.refresh()
	s.panel.refresh()
	s.refreshWrite()
}

// refreshWrite says on the button how much is written.
func (s *Screen) refreshWrite() {
	numbers, values, added := s.list.Writes()
	s.write.SetText(s.say("write", map[string]any{"number": numbers + values + added}))
	widgets.Enable(s.write, numbers+values+added > 0)
	s.head.Refresh()
}

// maxUnread is how many lines about unread parts there is room for.
const maxUnread = 2

// unread says what of the file holds something and is not read.
func (s *Screen) unread() string {
	var lines []string
	for _, part := range s.list.Skipped {
		id := "skipped_column"
		switch {
		case part.Whole():
			id = "skipped_sheet"
		case part.Area != "":
			id = "skipped_area"
		}
		lines = append(lines, s.say(id, map[string]any{"sheet": part.Sheet, "column": part.Column, "header": part.Header, "area": part.Area, "rows": part.Rows}))
	}
	for _, p := range s.list.Unrecognised() {
		lines = append(lines, s.say("unrecognised", map[string]any{"row": p.Number, "text": p.Text}))
	}
	if len(lines) > maxUnread {
		lines = append(lines[:maxUnread], s.say("skipped_more", map[string]any{"number": len(lines) - maxUnread}))
	}
	return strings.Join(lines, "\n")
}

// kindIcon is the icon of a filter.
func kindIcon(k centrelist.Kind) fyne.Resource {
	switch k {
	case centrelist.Doubtful:
		return theme.QuestionIcon()
	case centrelist.Different:
		return theme.WarningIcon()
	case centrelist.Number:
		return theme.ContentAddIcon()
	case centrelist.MissingHere:
		return theme.AccountIcon()
	case centrelist.MissingThere:
		return theme.VisibilityOffIcon()
	}
	return theme.ConfirmIcon()
}
