package roster

import (
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// showFile is the page of an opened file: columns above, rows below, and beside
// them the form of the row that is being mended.
func (s *Screen) showFile() {
	name := widgets.NewShortenedBold(s.file.Name, theme.SizeNameSubHeadingText)
	other := widgets.NewButton(s.say("other_file", nil), theme.FolderOpenIcon(), s.onChoose)
	s.add = widgets.NewButton("", theme.ContentAddIcon(), s.onAdd)
	s.add.Importance = widget.HighImportance
	s.fill = widgets.NewButton("", theme.DocumentCreateIcon(), s.onFill)
	s.columns = newImportColumns(s)
	s.rows = newImportRows(s)
	s.form = newImportForm(s)
	s.refusal = widgets.Wrapped("")
	s.refusal.Importance = widget.DangerImportance
	s.skipped = widgets.Wrapped("")
	s.skipped.Importance, s.skipped.SizeName = widget.WarningImportance, theme.SizeNameCaptionText
	s.head = container.NewBorder(nil, nil, nil, container.NewHBox(other, s.fill, s.add), name)
	left := container.NewBorder(container.NewVBox(s.columns.build(), s.refusal, s.skipped), nil, nil, nil, s.rows.build())
	s.setPage(container.NewPadded(container.NewBorder(s.head, nil, nil, s.form.build(), left)))
}

// showJudged shows the last reading, or why there is none.
func (s *Screen) showJudged(refused error) {
	s.refusal.Hidden = refused == nil
	if refused != nil {
		s.refusal.SetText(s.window.Explain(refused))
	}
	s.refusal.Refresh()
	s.showSkipped()
	s.columns.refresh()
	s.rows.refresh()
	s.form.refresh()
	s.refreshAdd()
}

// showSkipped says whose telephones were taken for the graduates' own, and what of the file
// holds something and is not read, lest anybody is lost silently.
func (s *Screen) showSkipped() {
	var lines []string
	if s.judged != nil {
		for _, part := range s.judged.Contacts {
			lines = append(lines, s.say("contact_phones", partArgs(part)))
		}
		for _, part := range s.judged.Skipped {
			lines = append(lines, s.say(skippedText(part), partArgs(part)))
		}
	}
	s.skipped.Hidden = len(lines) == 0
	s.skipped.SetText(strings.Join(lines[:min(len(lines), maxSkipped)], "\n"))
}

// skippedText is the sentence about a part that was not read.
func skippedText(part roster.SkippedPart) string {
	switch {
	case part.GivenOut:
		return "given_out"
	case part.Whole() && part.Hidden:
		return "hidden_sheet"
	case part.Whole():
		return "skipped_sheet"
	case part.Area != "":
		return "skipped_area"
	case part.Hidden:
		return "skipped_hidden"
	case part.Parents:
		return "skipped_parents"
	}
	return "skipped_column"
}

// partArgs is what a sentence may say of a part of a file.
func partArgs(part roster.SkippedPart) map[string]any {
	return map[string]any{"sheet": part.Sheet, "column": part.Column, "header": part.Header, "area": part.Area, "rows": part.Rows}
}

// maxSkipped is how many lines about unread parts there is room for.
const maxSkipped = 3

// refreshAdd says on the buttons how many are added, and how many values are filled in.
func (s *Screen) refreshAdd() {
	values := 0
	if s.judged != nil {
		values = s.judged.Values()
	}
	s.fill.Hidden = values == 0
	s.fill.SetText(s.say("fill", map[string]any{"count": values}))
	count := s.count(roster.Accepted)
	s.add.SetText(s.say("add", map[string]any{"count": count}))
	if count > 0 {
		s.add.Enable()
	} else {
		s.add.Disable()
	}
	s.head.Refresh()
}

// count counts the rows of the last reading with an outcome.
func (s *Screen) count(o roster.Outcome) int {
	switch {
	case s.judged == nil:
		return 0
	case o == passedOver:
		return len(s.judged.Passed)
	}
	return s.judged.Count(o)
}

// showStart is the first page: choose a file or drop it. refused says why the last
// one was not taken, "" for none.
func (s *Screen) showStart(refused string) {
	s.forget()
	s.file, s.judged, s.result = nil, nil, nil
	s.choose = widgets.NewButton(s.say("choose", nil), theme.FolderOpenIcon(), s.onChoose)
	s.choose.Importance = widget.HighImportance
	column := container.NewVBox(
		widgets.Heading(s.say("start_title", nil)),
		widgets.Wrapped(s.say("start_hint", nil)))
	if refused != "" {
		column.Add(widgets.DangerLine(refused))
	}
	start := container.NewHBox(s.choose)
	if s.window.Registrar().Campaign().HasCards() {
		start.Add(widgets.NewButton(s.say("centre_list", nil), nil, func() { s.window.Go(frame.Route{Screen: frame.CentreList}) }))
	}
	column.Add(start)
	column.Add(widgets.ImportAir())
	column.Add(container.NewVBox(container.NewHBox(widget.NewIcon(theme.InfoIcon()), widgets.BoldWords(s.say("understands", nil)))))
	for _, id := range []string{"understands_files", "understands_columns", "understands_rows", "understands_file"} {
		column.Add(widgets.BulletLine(s.say(id, nil)))
	}
	s.setPage(widgets.FewWords(s.window.Scale(), column))
}
