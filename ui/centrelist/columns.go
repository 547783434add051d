package centrelist

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar/centrelist"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// columnChoice is a column with what it is said to hold.
type columnChoice struct {
	column centrelist.Column
	choose *widgets.DialogSelect
	// before is the field that it was read as.
	before string
}

// onColumns asks about the columns of the list that is shown.
func (s *Screen) onColumns() { s.askColumns(s.file, s.list.Columns, "") }

// askColumns asks what each column of a file is; why says what is wrong with it, "" for nothing.
func (s *Screen) askColumns(of file, columns []centrelist.Column, why string) {
	w := s.window
	fields := s.window.Registrar().CentreList.Fields()
	titles := []string{s.say("leave_out", nil)}
	for _, field := range fields {
		titles = append(titles, s.fieldTitle(field))
	}
	rows := container.NewVBox()
	if why != "" {
		rows.Add(widgets.DangerLine(why))
	}
	rows.Add(widgets.Wrapped(s.say("columns_hint", nil)))
	var choices []*columnChoice
	var box *frame.Box
	leave := func() { box.Leave() }
	for _, c := range columns {
		choice := &columnChoice{column: c, choose: widgets.NewDialogSelect(s.titlesFor(c, titles), leave), before: known(c)}
		choice.choose.SetSelectedIndex(slices.Index(fields, choice.before) + 1)
		choices = append(choices, choice)
		sample := widgets.NewShortened(strings.Join(c.Sample, " · "), theme.SizeNameCaptionText)
		rows.Add(container.New(&widgets.Halves{}, container.NewVBox(widgets.NewShortenedBold(s.columnTitle(c), ""), sample), container.NewVBox(choice.choose)))
	}
	box = w.Ask(s.say("columns_title", nil), widgets.ScrolledTo(widgets.OffTheBar(rows), 600, 380, w.Scale()), 640,
		frame.Choice{Label: s.say("columns_read", nil), Chosen: func() { s.readWith(of, fields, choices) }},
		frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// titlesFor are the choices for a column: the first, which leaves it as it was read, says of a column
// about the level or the mark of one subject what it is.
func (s *Screen) titlesFor(c centrelist.Column, titles []string) []string {
	if c.Of != centrelist.AboutAttested && c.Of != centrelist.AboutLevel {
		return titles
	}
	titles = slices.Clone(titles)
	titles[0] = s.say("column_"+string(c.Of), map[string]any{"subject": s.window.Word(s.window.Registrar().Campaign().Words(data.FieldSubjects, c.Field))})
	return titles
}

// known is the field of a column as it is offered: of a column about one subject that says no more
// than that it is taken, the subject.
func known(c centrelist.Column) string {
	if c.Of == centrelist.AboutAttested || c.Of == centrelist.AboutLevel {
		return ""
	}
	return c.Field
}

// columnTitle is how people find a column: its letter with its header, and the sheet.
func (s *Screen) columnTitle(c centrelist.Column) string {
	return s.say("column_title", map[string]any{"column": c.Letter, "header": frame.OneLine(c.Header)})
}

// fieldTitle is what a field, or a subject, is called.
func (s *Screen) fieldTitle(field string) string {
	w := s.window
	if w.Registrar().Campaign().Subject(field) != nil {
		return s.say("one_subject", map[string]any{"subject": w.Word(w.Registrar().Campaign().Words(data.FieldSubjects, field))})
	}
	for _, id := range []string{"field." + field, "roster_screen.field." + field} {
		if w.Text().Has(id) {
			return data.Capital(w.Say(id, nil))
		}
	}
	return data.Capital(w.TitleOfField(field))
}

// readWith reads the file anew by what was said of the columns.
func (s *Screen) readWith(of file, fields []string, choices []*columnChoice) {
	o := of.options
	columns := map[string]string{}
	for field, where := range o.Columns {
		columns[field] = where
	}
	for _, c := range choices {
		field := ""
		if at := c.choose.SelectedIndex(); at > 0 {
			field = fields[at-1]
		}
		if field == c.before {
			continue
		}
		for said, where := range columns {
			if where == c.column.Letter {
				delete(columns, said)
			}
		}
		if field != "" {
			columns[field] = c.column.Letter
		}
	}
	o.Columns = columns
	s.read(of.name, o, func() ([]byte, error) { return of.content, nil })
}
