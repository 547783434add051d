package reports

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// GroupedList is the post's list of items that are handed in together, form 103 of Ukrposhta, on a
// sheet that lies. Its words are the post's and come from the campaign file.
type GroupedList struct {
	Words GroupedWords
	// Number is that of the list, Kind what the items are, Office where they are handed in, Sender
	// who sends them; what is "" is a line for the pen.
	Number, Kind, Office, Sender string
	Rows                         []GroupedRow
}

// GroupedWords are the words of the form.
type GroupedWords struct {
	// Form is its name at the right edge, Title stands before the number, Subtitle before the kind.
	Form, Title, Subtitle string
	// KindCaption, Office, OfficeCaption, Sender and SenderCaption stand before the lines of the
	// head and below them.
	KindCaption, Office, OfficeCaption, Sender, SenderCaption string
	// Columns are the ten headings.
	Columns [10]string
	// Total, Tax, Stamp and Accepted are the words of the foot.
	Total, Tax, Stamp, Accepted string
}

// GroupedRow is one item: where it goes, to whom, and what of the other columns is known; the
// post fills the rest in.
type GroupedRow struct{ Where, Whom, Phone, Marks, Weight, Value, Cash, Fee, Tracking string }

// A sheet of A4 that lies, and its edges in mm: the post keeps the list, so the left one is wide.
const (
	lyingWidth  = paper.PageHeight
	lyingHeight = paper.PageWidth
	lyingLeft   = 20.0
	lyingRight  = lyingWidth - 10.0
	lyingTop    = 12.0
	lyingBottom = lyingHeight - 12.0
)

// GroupedPDF prints it; the headings stand again on each page, which are numbered where there are
// several. Errors: report.empty without rows, report.no_room for a row that no page holds,
// report.no_glyph.
func GroupedPDF(w io.Writer, g GroupedList, language string, own map[string]string) error {
	if len(g.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	doc := paper.New(strings.TrimSpace(g.Words.Title+" "+g.Number), paper.Serif, paper.SerifBold)
	var p paper.Pile
	g.head(&p, doc)
	if i := g.table().AddTo(&p, doc, len(g.Rows), lyingBottom-lyingTop); i >= 0 {
		return paper.NoRoom(g.Words.Title, g.Rows[i].Whom)
	}
	g.foot(&p, doc)
	drawLying(doc, &p, text.For(language).With(own))
	return doc.Write(w)
}

// drawLying sets all pages of a lying sheet; more than one are numbered.
func drawLying(doc *paper.Document, p *paper.Pile, t *text.Text) {
	spans := p.Pages(lyingTop, lyingTop, lyingBottom)
	for n, on := range spans {
		doc.PageOf(paper.Size{Width: lyingWidth, Height: lyingHeight})
		if len(spans) > 1 {
			words := t.Say("report_form.page", data.Args{"page": n + 1, "pages": len(spans)})
			doc.BlockRight(paper.OfficialNote().Wrap(words, lyingRight-lyingLeft), lyingRight, lyingTop-6)
		}
		p.Put(on, lyingTop)
	}
}

// head sets the form's name, the number, and the lines that say what is handed in, where, by whom.
func (g *GroupedList) head(p *paper.Pile, doc *paper.Document) {
	form, title := paper.Serif.Sized(10), paper.SerifBold.Sized(14)
	p.Add(title.Leading()+1, func(y float64) {
		doc.BlockRight(form.Wrap(g.Words.Form, 40), lyingRight, y)
		const number = 60.0
		before := title.Width(g.Words.Title) + 3
		left := lyingLeft + (lyingRight-lyingLeft-before-number)/2
		doc.Text(title, left, y+title.Ascent(), g.Words.Title)
		onLine(doc, g.Number, left+before, y+title.Ascent(), number)
	})
	for _, line := range [][3]string{
		{g.Words.Subtitle, g.Kind, g.Words.KindCaption},
		{g.Words.Office, g.Office, g.Words.OfficeCaption},
		{g.Words.Sender, g.Sender, g.Words.SenderCaption},
	} {
		as := paper.Serif.Sized(11)
		words := as.FitWords(line[1], lyingRight-lyingLeft-as.Width(line[0])-3, 7)
		p.Gap(1.5)
		height := words.Height() + 0.5
		p.Add(height+paper.OfficialCaption().Leading(), func(y float64) {
			from := lyingLeft + as.Width(line[0]) + 3
			doc.Text(as, lyingLeft, y+height-1.2, line[0])
			doc.Block(words, from, y)
			doc.Line(from, y+height, lyingRight, y+height, paper.Thin)
			doc.BlockCentre(paper.OfficialCaption().FitBoth(line[2], lyingRight-from, 7), from, lyingRight, y+height+0.3)
		})
	}
	p.Gap(3)
}

// table has columns that are together as wide as the sheet between its edges.
func (g *GroupedList) table() *paper.Table {
	titles := g.Words.Columns
	column := func(n int, width float64, right bool, cell func(r *GroupedRow) string) paper.Column {
		return paper.Column{Title: titles[n], Width: width, Right: right, Cell: func(i int) string { return cell(&g.Rows[i]) }}
	}
	return &paper.Table{Left: lyingLeft, Head: paper.Serif.Sized(9), Body: paper.Serif.Sized(10), Floor: 6.5, Centred: true, Columns: []paper.Column{
		{Title: titles[0], Width: 11, Right: true, Cell: rowNumber},
		column(1, 54, false, func(r *GroupedRow) string { return r.Where }),
		column(2, 51, false, func(r *GroupedRow) string { return r.Whom }),
		column(3, 28, false, func(r *GroupedRow) string { return strings.ReplaceAll(r.Phone, " ", "\u00a0") }),
		column(4, 25, false, func(r *GroupedRow) string { return r.Marks }),
		column(5, 13, true, func(r *GroupedRow) string { return r.Weight }),
		column(6, 20, true, func(r *GroupedRow) string { return r.Value }),
		column(7, 17, true, func(r *GroupedRow) string { return r.Cash }),
		column(8, 18, true, func(r *GroupedRow) string { return r.Fee }),
		column(9, 30, false, func(r *GroupedRow) string { return r.Tracking }),
	}}
}

// foot sets the sums, which the post fills in, and the places of the stamp and of who takes it.
func (g *GroupedList) foot(p *paper.Pile, doc *paper.Document) {
	as, caption := paper.Serif.Sized(11), paper.OfficialCaption()
	const middle, height = lyingLeft + 120.0, 34.0
	p.Gap(4)
	p.Add(height, func(y float64) {
		for i, words := range []string{g.Words.Total, g.Words.Tax} {
			base := y + 5 + float64(i)*9
			doc.Text(as, middle, base, words)
			doc.Line(middle+as.Width(words)+2, base+0.8, lyingRight, base+0.8, paper.Thin)
		}
		doc.Line(middle, y+height-6, lyingRight, y+height-6, paper.Thin)
		doc.BlockCentre(caption.FitBoth(g.Words.Accepted, lyingRight-middle, 7), middle, lyingRight, y+height-5.7)
		doc.Line(lyingLeft, y+height-6, lyingLeft+90, y+height-6, paper.Thin)
		doc.BlockCentre(caption.FitBoth(g.Words.Stamp, 90, 7), lyingLeft, lyingLeft+90, y+height-5.7)
	})
}
