package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// SiteList is who stands at the centre's site and who does not yet (KG-013). It stays in
// school.
type SiteList struct {
	School, Campaign string
	// Made is the day as it is shown.
	Made string
	Rows []SiteRow
}

// SiteRow is one graduate: On is the day of entering as it is shown, By who entered it.
type SiteRow struct {
	Name, Class string
	State       data.SiteState
	On, By      string
}

// SiteListPDF prints it; the headings stand again on each page. Errors: report.empty without
// rows, report.no_room for a row that no page holds, report.no_glyph.
func SiteListPDF(w io.Writer, l SiteList, language string, own map[string]string) error {
	if len(l.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("document.onsite", nil)
	a := schoolList(t, title, l.School, l.Campaign, t.Say("report_form.onsite_count", l.count()))
	if i := l.table(t).AddTo(&a.Pile, a.Doc, len(l.Rows), paper.OfficialBottom-paper.OfficialTop); i >= 0 {
		return paper.NoRoom(title, l.Rows[i].Name)
	}
	a.Gap(8)
	a.Signature(t.Say("report.responsible", nil), "")
	a.Draw()
	return a.Doc.Write(w)
}

// schoolList begins the page of a list that stays in school: whose it is, its title, and a line
// of words about it.
func schoolList(t *text.Text, title, school, campaign, words string) *paper.Official {
	a := &paper.Official{Doc: paper.New(title, paper.Serif, paper.SerifBold, paper.Sans), T: t}
	a.Centred(paper.OfficialWords(), school, 0)
	a.Centred(paper.OfficialNote().Sized(10), campaign, 1)
	a.Centred(paper.SerifBold.Sized(16), title, 6)
	a.Centred(paper.OfficialWords(), words, 1)
	a.Gap(5)
	return a
}

// count says of how many the data is there.
func (l *SiteList) count() data.Args {
	entered := 0
	for i := range l.Rows {
		if l.Rows[i].State == data.SiteEntered {
			entered++
		}
	}
	return data.Args{"entered": entered, "all": len(l.Rows), "date": l.Made}
}

// table has columns that are together as wide as the page between its margins.
func (l *SiteList) table(t *text.Text) *paper.Table {
	return &paper.Table{Left: paper.OfficialLeft, Head: paper.Serif.Sized(10), Body: paper.Serif.Sized(11), Floor: 7.5, Columns: []paper.Column{
		numbers(10),
		{Title: t.Say("column.name", nil), Width: 60, Cell: func(i int) string { return l.Rows[i].Name }},
		{Title: t.Say("column.class", nil), Width: 16, Cell: func(i int) string { return l.Rows[i].Class }},
		{Title: t.Say("report_form.onsite", nil), Width: 32, Cell: func(i int) string { return t.Say("report_form.onsite_"+string(l.Rows[i].State), nil) }},
		{Title: t.Say("report_form.onsite_when", nil), Width: 52, Cell: func(i int) string { return l.Rows[i].when() }},
	}}
}

// when is the day and who it was.
func (r *SiteRow) when() string {
	if r.By == "" || r.On == "" {
		return r.On
	}
	return r.On + ", " + r.By
}
