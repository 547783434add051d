package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Register is what goes with the list: people with their class and one more word about
// each, certified by the head (UA-058, UA-059).
type Register struct {
	Title    string
	Subtitle string
	// Head stands on top, or else School and Address.
	Head    Head
	School  string
	Address string
	// Columns are the six headings, from the number of the row to that word.
	Columns [6]string
	Rows    []RegisterRow
	// HeadTitle and HeadName certify it; Seal is its place.
	HeadTitle, HeadName, Seal string
}

// RegisterRow is one person.
type RegisterRow struct{ Surname, GivenName, Patronymic, Class, Word string }

// RegisterPDF prints it; the headings stand again on each page. Errors: report.empty
// without rows, report.no_room for a row that no page holds, report.no_glyph.
func RegisterPDF(w io.Writer, r Register, language string, own map[string]string) error {
	if len(r.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	a := &paper.Official{Doc: paper.New(r.Title, paper.Serif, paper.SerifBold, paper.Sans), T: text.For(language).With(own)}
	setHead(a, &r.Head, r.School, r.Address)
	setIssued(a, "", "", PhotoBox{})
	a.Centred(paper.SerifBold.Sized(16), r.Title, 6)
	a.Centred(paper.OfficialWords(), r.Subtitle, 1)
	a.Gap(5)
	if i := r.table().AddTo(&a.Pile, a.Doc, len(r.Rows), paper.OfficialBottom-paper.OfficialTop); i >= 0 {
		return paper.NoRoom(r.Title, r.Rows[i].Surname)
	}
	a.Gap(8)
	a.Signature(r.HeadTitle, r.HeadName)
	a.Seal(r.Seal)
	a.Draw()
	return a.Doc.Write(w)
}

func (r *Register) table() *paper.Table {
	return &paper.Table{Columns: r.columns(), Left: paper.OfficialLeft, Head: paper.Serif.Sized(10), Body: paper.Serif.Sized(11), Floor: 7.5}
}

// columns are together as wide as the page between its margins.
func (r *Register) columns() []paper.Column {
	return []paper.Column{
		{Title: r.Columns[0], Width: 10, Centred: true, Cell: rowNumber},
		{Title: r.Columns[1], Width: 36, Cell: func(i int) string { return r.Rows[i].Surname }},
		{Title: r.Columns[2], Width: 28, Cell: func(i int) string { return r.Rows[i].GivenName }},
		{Title: r.Columns[3], Width: 36, Cell: func(i int) string { return r.Rows[i].Patronymic }},
		{Title: r.Columns[4], Width: 22, Cell: func(i int) string { return r.Rows[i].Class }},
		{Title: r.Columns[5], Width: 38, Cell: func(i int) string { return r.Rows[i].Word }},
	}
}
