package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Handover is the register in which graduates sign for the envelopes that the centre has sent to
// the school for them (UA-074): it stays in school. Nothing in the program fills it yet: it waits
// for the envelopes of issue 17.
type Handover struct {
	School, Campaign string
	// Received is the day on which the envelopes came, as it is shown, "" where nobody has said it.
	Received string
	Rows     []HandoverRow
}

// HandoverRow is one envelope: whose it is, the number of the card, and that of the certificate in
// it, "" where it is not known. On is the day of handing over, "" for the pen; the signature is for
// the pen always.
type HandoverRow struct {
	Name, Class, Number, Certificate, On string
	// Contents are what has to be in the envelope, beside the certificate with its number.
	Contents []HandoverItem
}

// HandoverItem is a paper in an envelope, for data/text to word; Ticked says that who got it has
// ticked it off, else there is a box for the pen.
type HandoverItem struct {
	Title  any
	Ticked bool
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
	return &paper.Table{Left: paper.OfficialLeft, Head: paper.Serif.Sized(9), Body: paper.Serif.Sized(10.5), Floor: 7, Least: signatureRow, Columns: []paper.Column{
		numbers(9),
		column("report_form.missing_name", 56, func(r *HandoverRow) string { return r.Name }),
		column("column.class", 13, func(r *HandoverRow) string { return r.Class }),
		column("handover.card", 22, func(r *HandoverRow) string { return r.Number }),
		column("handover.certificate", 22, func(r *HandoverRow) string { return r.Certificate }),
		column("handover.date", 20, func(r *HandoverRow) string { return r.On }),
		column("handover.signature", 28, func(*HandoverRow) string { return "" }),
	}}
}
