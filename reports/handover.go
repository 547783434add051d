package reports

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Handover is the register in which graduates sign for the envelopes that the centre has sent to
// the school for them (UA-074): it stays in school.
type Handover struct {
	School, Campaign string
	// Received is the day on which the envelopes came, as it is shown, "" where nobody has said it.
	Received string
	Rows     []HandoverRow
}

// HandoverRow is one envelope: whose it is, the number of the card, and what has to be in it. On is
// the day of handing over, "" for the pen; the signature is for the pen always.
type HandoverRow struct {
	Name, Class, Number, On string
	Contents                []HandoverItem
}

// HandoverItem is a paper in an envelope, for data/text to word, with its number where it has one
// that is known. Ticked says that who got it has ticked it off, else there is a box for the pen.
type HandoverItem struct {
	Title  any
	Number string
	Ticked bool
}

// words are the paper behind its box.
func (c *HandoverItem) words(t *text.Text) string {
	words := "□ "
	if c.Ticked {
		words = "√ "
	}
	words += paper.Word(c.Title, t)
	if c.Number != "" {
		words += " № " + c.Number
	}
	return words
}

// signatureRow is how high a row is in which somebody signs, in mm.
const signatureRow = 9.0

// HandoverPDF prints it; the headings stand again on each page. Errors: report.empty without
// rows, report.no_room for a row that no page holds, report.no_glyph.
func HandoverPDF(w io.Writer, h Handover, language string, own map[string]string) error {
	if len(h.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("handover.title", nil)
	received := ""
	if h.Received != "" {
		received = t.Say("handover.received", data.Args{"date": h.Received})
	}
	a := schoolList(t, title, h.School, h.Campaign, received)
	if i := h.table(t).AddTo(&a.Pile, a.Doc, len(h.Rows), paper.OfficialBottom-paper.OfficialTop); i >= 0 {
		return paper.NoRoom(title, h.Rows[i].Name)
	}
	a.Gap(3)
	a.Paragraph(paper.OfficialWords().Wrap(t.Say("handover.total", data.Args{"number": len(h.Rows)}), paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
	a.KeepLast()
	a.Gap(4)
	a.Filled(t.Say("handover.by", nil))
	a.Draw()
	return a.Doc.Write(w)
}

// table has columns that are together as wide as the page between its margins.
func (h *Handover) table(t *text.Text) *paper.Table {
	column := func(id string, width float64, cell func(r *HandoverRow) string) paper.Column {
		return paper.Column{Title: t.Say(id, nil), Width: width, Cell: func(i int) string { return cell(&h.Rows[i]) }}
	}
	contents := column("handover.contents", 48, func(r *HandoverRow) string { return r.inside(t) })
	contents.As = func(int) paper.Type { return paper.Serif.Sized(9.5) }
	return &paper.Table{Left: paper.OfficialLeft, Head: paper.Serif.Sized(9), Body: paper.Serif.Sized(10), Floor: 7, Least: signatureRow, Columns: []paper.Column{
		numbers(8),
		column("report_form.missing_name", 41, func(r *HandoverRow) string { return r.Name }),
		column("column.class", 12, func(r *HandoverRow) string { return r.Class }),
		column("handover.card", 17, func(r *HandoverRow) string { return r.Number }),
		contents,
		column("handover.date", 18, func(r *HandoverRow) string { return r.On }),
		column("handover.signature", 26, func(*HandoverRow) string { return "" }),
	}}
}

// inside is what is in the envelope, a line a paper.
func (r *HandoverRow) inside(t *text.Text) string {
	lines := make([]string, len(r.Contents))
	for i := range r.Contents {
		lines[i] = r.Contents[i].words(t)
	}
	return strings.Join(lines, "\n")
}
