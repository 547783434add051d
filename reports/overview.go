package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Measures of the page in mm: where the bars of classes and of the way begin and end, and how wide
// the column of a figure is.
const (
	overviewBarX   = paper.Left + 30.0
	overviewBarEnd = paper.Right - 62.0
	overviewStageX = paper.Left + 78.0
	overviewFigure = 12.0
	overviewBar    = 3.6
	overviewRow    = 5.6
)

// overviewPage is the overview under way, as strips.
type overviewPage struct {
	paper.Pile
	*Overview
	doc *paper.Document
	t   *text.Text
}

// OverviewPDF prints it on as many pages as it needs, readable in black and white. Errors:
// report.empty for nobody, report.no_room for what no page holds, report.no_glyph.
func OverviewPDF(w io.Writer, o Overview, language string, own map[string]string) error {
	if len(o.Classes) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("overview_paper.title", nil)
	page := &overviewPage{Overview: &o, doc: paper.New(title, paper.Sans, paper.SansBold), t: t}
	page.classes()
	page.way()
	room := paper.Bottom - paper.Top - 40
	if err := page.days(title, room); err != nil {
		return err
	}
	page.tasks()
	if page.TooHigh(room) {
		return paper.NoRoom(title, o.School)
	}
	page.draw(title)
	return page.doc.Write(w)
}

// draw sets all pages under their mastheads.
func (p *overviewPage) draw(title string) {
	small := paper.MastheadSmall()
	head := paper.NewMasthead(
		[]paper.Line{small.Line(p.Campaign), paper.MastheadTitle().Line(title), paper.Sans.Sized(9).Line(p.School)},
		[]paper.Line{small.Line(p.t.Say("report_form.printed", data.Args{"date": p.Made}))})
	from := head.End() + 1
	spans := p.Pages(from, from, paper.Bottom)
	for n, on := range spans {
		p.doc.Page()
		head.Draw(p.doc, n+1, len(spans), p.t)
		p.Put(on, from)
	}
}

// heading sets a bold line that stays with what follows.
func (p *overviewPage) heading(id string) {
	b := paper.SansBold.Sized(12).Wrap(p.t.Say(id, nil), paper.Right-paper.Left)
	p.Gap(4)
	p.Add(b.Height()+1.2, func(y float64) { p.doc.Block(b, paper.Left, y) })
	p.KeepLast()
}

// classes sets what the parts of a bar mean, a bar for each class, and one for everybody.
func (p *overviewPage) classes() {
	p.heading("overview.classes")
	p.legend()
	p.columns()
	for i := range p.Classes {
		p.bar(&p.Classes[i], paper.Sans.Sized(10), p.className(p.Classes[i].Class))
	}
	p.bar(&p.All, paper.SansBold.Sized(10), p.t.Say("overview_paper.all", nil))
}

func (p *overviewPage) className(class string) string {
	if class == "" {
		return p.t.Say("ui.no_class", nil)
	}
	return class
}

// legend sets each fill with its words, two in a line.
func (p *overviewPage) legend() {
	const swatch, half = 8.0, (paper.Right - paper.Left) / 2
	as := paper.Sans.Sized(9)
	for i := 0; i < len(p.Shares); i += 2 {
		line := p.Shares[i:min(i+2, len(p.Shares))]
		blocks, height := make([]paper.Block, len(line)), 0.0
		for j, words := range line {
			blocks[j] = as.Wrap(data.Capital(paper.Word(words, p.t)), half-swatch-5)
			height = max(height, blocks[j].Height())
		}
		p.Add(height+0.8, func(y float64) {
			for j, b := range blocks {
				x := paper.Left + float64(j)*half
				p.doc.Filled(paper.FillOf(i+j), x, y+0.2, swatch, overviewBar-0.4)
				p.doc.Block(b, x+swatch+2, y)
			}
		})
		p.KeepLast()
	}
	p.Gap(1.5)
}

// bar sets a name, the bar, and its figures at the right.
func (p *overviewPage) bar(b *OverviewBar, as paper.Type, words string) {
	name := as.FitBoth(words, overviewBarX-paper.Left-2, 6.5)
	all := 0
	for _, n := range b.Parts {
		all += n
	}
	height := max(overviewRow, name.Height()+1)
	p.Add(height, func(y float64) {
		p.doc.Block(name, paper.Left, y+(height-name.Height())/2)
		p.doc.ShareBar(b.Parts, overviewBarX, y+(height-overviewBar)/2, overviewBarEnd-overviewBarX, overviewBar)
		p.figures(b.Parts, all, y+(height-paper.Sans.Sized(9.5).Leading())/2)
	})
}

// figures sets the number of each part in its column, and the sum of them in bold.
func (p *overviewPage) figures(parts []int, all int, y float64) {
	for i, n := range append(parts[:len(parts):len(parts)], all) {
		as := paper.Sans.Sized(9.5)
		if i == len(parts) {
			as = paper.SansBold.Sized(9.5)
		}
		edge, width := p.column(i)
		b := as.FitBoth(strconv.Itoa(n), width-1, 4)
		p.doc.BlockRight(b, edge, y+as.Ascent()-b.Ascent())
	}
}

// column is where the figures of a part end, and how wide their column is.
func (p *overviewPage) column(i int) (edge, width float64) {
	columns := float64(len(p.Shares) + 1)
	width = min(overviewFigure, (paper.Right-overviewBarEnd-2)/columns)
	return paper.Right - (columns-1-float64(i))*width, width
}

// columns sets over each column of figures the fill that they count.
func (p *overviewPage) columns() {
	sum := paper.Sans.Sized(8).FitBoth(p.t.Say("overview_paper.sum", nil), overviewFigure-2, 5)
	p.Add(sum.Height()+0.8, func(y float64) {
		for i := range p.Shares {
			edge, width := p.column(i)
			p.doc.Filled(paper.FillOf(i), edge-width/2, y+0.3, width/2, sum.Height()-0.8)
		}
		p.doc.BlockRight(sum, paper.Right, y)
	})
	p.KeepLast()
}

// way sets each part of it with how many have it behind them.
func (p *overviewPage) way() {
	if len(p.Stages) == 0 {
		return
	}
	p.heading("overview.way")
	as := paper.Sans.Sized(10)
	for i := range p.Stages {
		s := &p.Stages[i]
		name := as.FitBoth(data.Capital(paper.Word(s.Title, p.t)), overviewStageX-paper.Left-2, 7)
		height := max(overviewRow, name.Height()+1)
		p.Add(height, func(y float64) {
			p.doc.Block(name, paper.Left, y+(height-name.Height())/2)
			p.doc.Progress(s.Number, max(s.Of-s.Number, 0), overviewStageX, y+(height-overviewBar)/2, paper.Right-26-overviewStageX, overviewBar)
			words := p.t.Say("overview_paper.of", data.Args{"number": s.Number, "of": s.Of})
			p.doc.BlockRight(paper.Block{Type: as.Sized(9), Lines: []string{words}}, paper.Right, y+(height-as.Leading())/2)
		})
	}
}

// days sets the days of the campaign, how far off they are, and how many are late by them.
func (p *overviewPage) days(title string, room float64) error {
	if len(p.Days) == 0 {
		return nil
	}
	p.heading("overview_paper.days")
	column := func(id string, width float64, cell func(d *OverviewDay) string) paper.Column {
		return paper.Column{Title: p.t.Say("overview_paper."+id, nil), Width: width, Cell: func(i int) string { return cell(&p.Days[i]) }}
	}
	late := func(i int) paper.Type {
		if p.Days[i].late() {
			return paper.SansBold.Sized(9.5)
		}
		return paper.Sans.Sized(9.5)
	}
	table := &paper.Table{Left: paper.Left, Head: paper.Sans.Sized(8.5), Body: paper.Sans.Sized(9.5), Floor: 7, Columns: []paper.Column{
		column("day", 88, func(d *OverviewDay) string { return d.Title }),
		column("date", 24, func(d *OverviewDay) string { return d.On }),
		column("left", 42, func(d *OverviewDay) string { return d.left(p.t) }),
		column("waiting", 28, func(d *OverviewDay) string { return counted(d.Waiting) }),
	}}
	for i := range table.Columns {
		table.Columns[i].As = late
	}
	table.Columns[3].Right = true
	if i := table.AddTo(&p.Pile, p.doc, len(p.Days), room); i >= 0 {
		return paper.NoRoom(title, p.Days[i].Title)
	}
	return nil
}

// late says that the day has passed by while somebody waits.
func (d *OverviewDay) late() bool { return d.On != "" && d.Days < 0 && d.Waiting > 0 }

// left is how far off the day is, in words.
func (d *OverviewDay) left(t *text.Text) string {
	switch {
	case d.On == "":
		return t.Say("overview.no_due_known", nil)
	case d.Days == 0:
		return t.Say("overview.today", nil)
	case d.Days == 1:
		return t.Say("overview.tomorrow", nil)
	case d.late():
		return t.Say("overview_paper.late", data.Args{"days": t.Say("overview.days", data.Args{"count": -d.Days})})
	case d.Days < 0:
		return t.Say("overview_paper.past", nil)
	}
	return t.Say("overview.days", data.Args{"count": d.Days})
}

// tasks set what there is to do, gravest first, and whom it hinders.
func (p *overviewPage) tasks() {
	p.heading("overview_paper.tasks")
	if len(p.Tasks) == 0 {
		p.words(paper.Sans.Sized(10), "", p.t.Say("overview.nothing", nil))
		return
	}
	for i := range p.Tasks {
		p.task(&p.Tasks[i])
	}
}

// task sets what there is to do behind its sign, and the names of whom it hinders.
func (p *overviewPage) task(task *OverviewTask) {
	sign := map[data.Severity]string{data.SeverityError: "!", data.SeverityWarning: "?", data.SeverityConfirm: "□"}[task.Severity]
	p.Gap(1.4)
	p.words(paper.SansBold.Sized(9.5), sign, paper.Word(task.What, p.t))
	if len(task.Who) > 0 {
		p.KeepLast()
		p.words(paper.Sans.Sized(9), "", strings.Join(task.Who, ", "))
	}
}

// words sets a sentence, which may go on on the next page, behind a sign.
func (p *overviewPage) words(as paper.Type, sign, sentence string) {
	const indent = 5.0
	b := as.Wrap(sentence, paper.Right-paper.Left-indent)
	for i, line := range b.Lines {
		p.Add(b.Leading(), func(y float64) {
			if i == 0 {
				p.doc.Text(as, paper.Left, y+b.Ascent(), sign)
			}
			p.doc.Text(as, paper.Left+indent, y+b.Ascent(), line)
		})
	}
	p.KeepEnds(len(b.Lines), 4)
}
