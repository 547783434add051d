package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Outgoing is the register of what the school has sent (UA-118): each paper with the day and the
// number under which it went, and where it is. It stays in school.
type Outgoing struct {
	School, Campaign string
	// Made is the day as it is shown.
	Made string
	Rows []OutgoingRow
}

// OutgoingRow is one paper that went out.
type OutgoingRow struct {
	// Date and Number are those under which it went, as they are shown.
	Date, Number string
	Addressee    string
	// What it is, for data/text to word; Withdrawn says that it was taken back and counts no more.
	What      any
	Withdrawn bool
	// People and Kits are how many rows it has and how many kits went with it; 0 for none.
	People, Kits int
	// Package is the number of the package, Tracking that of the posted item with its carrier, Sent
	// the day of the postmark or, by courier, the day that the centre has recorded; "" while it is
	// not known.
	Package, Tracking, Sent string
}

// OutgoingPDF prints it on sheets that lie; the headings stand again on each. Errors: report.empty
// without rows, report.no_room for a row that no page holds, report.no_glyph.
func OutgoingPDF(w io.Writer, o Outgoing, language string, own map[string]string) error {
	if len(o.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("outgoing.title", nil)
	doc := paper.New(title, paper.Serif, paper.SerifBold)
	var p paper.Pile
	lyingWords(&p, doc, paper.OfficialWords(), o.School)
	lyingWords(&p, doc, paper.OfficialNote().Sized(10), o.Campaign)
	p.Gap(3)
	lyingWords(&p, doc, paper.SerifBold.Sized(16), title)
	lyingWords(&p, doc, paper.OfficialWords().Sized(11), t.Say("report_form.printed", data.Args{"date": o.Made}))
	p.Gap(4)
	if i := o.table(t).AddTo(&p, doc, len(o.Rows), lyingBottom-lyingTop); i >= 0 {
		return paper.NoRoom(title, o.Rows[i].Number)
	}
	p.Gap(3)
	sum := paper.OfficialWords().Wrap(t.Say("outgoing.total", o.sums()), lyingRight-lyingLeft)
	p.Add(sum.Height(), func(y float64) { doc.Block(sum, lyingLeft, y) })
	drawLying(doc, &p, t)
	return doc.Write(w)
}

// lyingWords sets words in the middle of a lying sheet; nothing for no words.
func lyingWords(p *paper.Pile, doc *paper.Document, as paper.Type, words string) {
	if words == "" {
		return
	}
	b := as.Wrap(words, lyingRight-lyingLeft)
	p.Add(b.Height()+0.8, func(y float64) { doc.BlockCentre(b, lyingLeft, lyingRight, y) })
	p.KeepLast()
}

// sums counts what went out and was not taken back.
func (o *Outgoing) sums() data.Args {
	rows, people, kits := 0, 0, 0
	for i := range o.Rows {
		if r := &o.Rows[i]; !r.Withdrawn {
			rows, people, kits = rows+1, people+r.People, kits+r.Kits
		}
	}
	return data.Args{"rows": rows, "people": people, "kits": kits}
}

// table has columns that are together as wide as the sheet between its edges.
func (o *Outgoing) table(t *text.Text) *paper.Table {
	column := func(id string, width float64, cell func(r *OutgoingRow) string) paper.Column {
		return paper.Column{Title: t.Say("outgoing."+id, nil), Width: width, Cell: func(i int) string { return cell(&o.Rows[i]) }}
	}
	count := func(id string, width float64, of func(r *OutgoingRow) int) paper.Column {
		c := column(id, width, func(r *OutgoingRow) string { return counted(of(r)) })
		c.Right = true
		return c
	}
	return &paper.Table{Left: lyingLeft, Head: paper.Serif.Sized(10), Body: paper.Serif.Sized(10.5), Floor: 7, Columns: []paper.Column{
		numbers(10),
		column("date", 22, func(r *OutgoingRow) string { return r.Date }),
		column("number", 27, func(r *OutgoingRow) string { return r.Number }),
		column("addressee", 56, func(r *OutgoingRow) string { return r.Addressee }),
		column("what", 56, func(r *OutgoingRow) string { return r.what(t) }),
		count("people", 15, func(r *OutgoingRow) int { return r.People }),
		count("kits", 20, func(r *OutgoingRow) int { return r.Kits }),
		column("package", 17, func(r *OutgoingRow) string { return r.Package }),
		column("sent", 44, func(r *OutgoingRow) string { return r.sent(t) }),
	}}
}

// counted is a number in a table, "" for none.
func counted(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (r *OutgoingRow) what(t *text.Text) string {
	words := paper.Word(r.What, t)
	if r.Withdrawn {
		return t.Say("outgoing.withdrawn", data.Args{"what": words})
	}
	return words
}

// sent is how it went, and on which day.
func (r *OutgoingRow) sent(t *text.Text) string {
	day := ""
	if r.Sent != "" {
		day = t.Say("outgoing.sent_on", data.Args{"date": r.Sent})
	}
	return strings.TrimSpace(r.Tracking + "\n" + day)
}
