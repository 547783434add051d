package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/roster"
	"graduand/ui/widgets"
)

// importRows counts the rows by what becomes of them and shows those of one kind.
type importRows struct {
	screen  *Screen
	shown   roster.Outcome
	filters map[roster.Outcome]*widgets.Button
	table   *widgets.Table
	nobody  *widget.Label
	doubts  *doubtBar
	whole   *fyne.Container
	// first says that no reading was shown yet, so the filter is not the user's.
	first bool
}

// outcomes are the filters from left to right, with their sentences.
var outcomes = []struct {
	outcome      roster.Outcome
	filter, none string
}{
	{roster.Accepted, "will_add", "none_will_add"},
	{roster.Doubtful, "doubtful", "none_doubtful"},
	{roster.Fills, "fills", "none_fills"},
	{roster.Duplicate, "there", "none_there"},
	{roster.Repeated, "repeated", "none_repeated"},
	{roster.Rejected, "mend", "none_mend"},
	{passedOver, "passed", "none_passed"},
}

// passedOver are the filled lines of the file that are nobody.
const passedOver roster.Outcome = "passed_over"

func newImportRows(s *Screen) *importRows {
	return &importRows{screen: s, shown: roster.Accepted, filters: map[roster.Outcome]*widgets.Button{}, first: true}
}

func (r *importRows) build() fyne.CanvasObject {
	bar := container.NewHBox()
	icons := []fyne.Resource{theme.ContentAddIcon(), theme.QuestionIcon(), theme.DocumentCreateIcon(), theme.AccountIcon(), theme.ContentCopyIcon(), theme.WarningIcon(), theme.MediaSkipNextIcon()}
	for i, o := range outcomes {
		r.filters[o.outcome] = widgets.NewButton("", icons[i], func() { r.onFilter(o.outcome) })
		bar.Add(r.filters[o.outcome])
	}
	r.table = widgets.NewTable(r.columns())
	r.table.Plain = true
	r.table.OnCursor = r.onCursor
	r.table.OnOpened = r.onOpened
	r.table.OnClicked = r.onClicked
	r.nobody = &widget.Label{Alignment: fyne.TextAlignCenter, Importance: widget.LowImportance, Wrapping: fyne.TextWrapWord}
	r.doubts = newDoubtBar(r.screen)
	r.whole = container.NewBorder(container.NewVBox(container.NewHScroll(bar), r.doubts.build()), nil, nil, nil, container.NewStack(r.table, container.NewVBox(widgets.ImportAir(), widgets.ImportAir(), r.nobody)))
	return r.whole
}

// columns are those of rows to mend, or of people as they were understood.
func (r *importRows) columns() []widgets.Column {
	w, s := r.screen.window, r.screen
	number := widgets.Column{Title: s.say("row", nil), Width: 66, Right: true}
	if s.judged != nil && len(s.judged.Held) > 1 {
		number.Width = 100
	}
	if r.shown == roster.Rejected || r.shown == roster.Doubtful {
		reason := "reason"
		if r.shown == roster.Doubtful {
			reason = "question"
		}
		return []widgets.Column{number,
			{Title: s.say("who", nil), Width: 130, TwoLines: true},
			{Title: s.say("column", nil), Width: 120, TwoLines: true, Drop: 1},
			{Title: s.say("value", nil), Width: 90, TwoLines: true, Drop: 2},
			{Title: s.say(reason, nil), Width: 190, TwoLines: true, Stretch: true}}
	}
	if r.shown == passedOver {
		return []widgets.Column{number,
			{Title: s.say("stands", nil), Width: 200, TwoLines: true, Stretch: true},
			{Title: s.say("why_passed", nil), Width: 200, TwoLines: true}}
	}
	return []widgets.Column{number,
		{Title: w.Say("column.name", nil), Width: 190, TwoLines: true},
		{Title: w.Say("column.birth", nil), Width: 90, Drop: 2},
		{Title: w.Say("column.class", nil), Width: 60, Drop: 1},
		r.telling(),
		{Title: s.say("note", nil), Width: 200, TwoLines: true, Stretch: true}}
}

// telling is the column of what tells a person from namesakes: the telephone where people sign in
// with it, else the document.
func (r *importRows) telling() widgets.Column {
	w := r.screen.window
	if w.Registrar().Campaign().PhoneIsLogin {
		return widgets.Column{Title: w.Say("column.phone", nil), Width: 130, Drop: 3}
	}
	return widgets.Column{Title: w.Say("column.document", nil), Width: 100, Drop: 3}
}

// refresh shows the last reading. Few lists repeat anybody: the filter of repeats is there where one
// does. The first reading shows the rows in
// doubt, if any, or those to mend: they are a person's work.
func (r *importRows) refresh() {
	s := r.screen
	r.whole.Hidden = s.judged == nil
	if s.judged == nil {
		return
	}
	if r.first && s.count(roster.Rejected) > 0 {
		r.shown = roster.Rejected
	}
	if r.first && s.count(roster.Doubtful) > 0 {
		r.shown = roster.Doubtful
	}
	r.first = false
	r.doubts.refresh(r.shown == roster.Doubtful)
	for _, o := range outcomes {
		b := r.filters[o.outcome]
		b.Importance = widget.LowImportance
		if o.outcome == r.shown {
			b.Importance = widget.MediumImportance
			r.nobody.SetText(s.say(o.none, nil))
		}
		b.SetText(r.filterWords(o.outcome, o.filter))
		widgets.SetHidden(b, o.outcome == roster.Repeated && o.outcome != r.shown && s.count(o.outcome) == 0)
	}
	lines := s.judged.lines[r.shown]
	r.nobody.Hidden = len(lines) > 0
	r.table.SetColumns(r.columns())
	r.table.SetRows(lines)
	r.whole.Refresh()
}

// filterWords are those of a filter: how many rows it shows, and of those in doubt how many a
// person has left out.
func (r *importRows) filterWords(o roster.Outcome, words string) string {
	s := r.screen
	left := s.count(roster.LeftOut)
	if o != roster.Doubtful || left == 0 {
		return s.say(words, map[string]any{"number": s.count(o)})
	}
	return s.say("doubtful_left", map[string]any{"number": s.count(o), "left": left})
}

// onFilter shows other rows. The form of one of those before would stand beside rows that it
// is none of.
func (r *importRows) onFilter(o roster.Outcome) {
	if r.shown != o {
		r.screen.form.close()
	}
	r.shown = o
	r.refresh()
}

// onCursor shows the form of the row.
func (r *importRows) onCursor(key string) { r.screen.form.show(rowOfKey(key)) }

// onClicked puts the cursor into the field in which something is wrong.
func (r *importRows) onClicked(string) {
	if r.shown == roster.Rejected && r.screen.form.wrong != nil {
		r.screen.form.focus()
	}
}

// onOpened goes into the form.
func (r *importRows) onOpened(key string) {
	r.screen.form.show(rowOfKey(key))
	r.screen.form.focus()
}

// next moves to the row at the place of the mended one, so that row after row can be
// mended, and reports whether there is one.
func (r *importRows) next(after int) bool {
	lines := r.table.Rows()
	if r.shown != roster.Rejected && r.shown != roster.Doubtful || len(lines) == 0 {
		return false
	}
	for _, line := range lines {
		if rowOfKey(line.Key) > after {
			r.table.MoveTo(line.Key)
			return true
		}
	}
	r.table.MoveTo(lines[0].Key)
	return true
}
