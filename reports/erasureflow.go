package reports

import (
	"graduand/data"
	"graduand/data/text"
)

// act is a certificate as strips that are not yet on pages.
type act struct {
	sheet  *sheet
	t      *text.Text
	strips []strip
	// space is the white space in mm that the next strip wants above it.
	space float64
}

// strip is what no page break divides: a line of text, or a signature. One that
// keeps stays on the page of the next strip. At the top of a page there is no space
// above it.
type strip struct {
	space, height float64
	keeps         bool
	draw          func(y float64)
}

func (a *act) add(height float64, draw func(y float64)) {
	a.strips = append(a.strips, strip{space: a.space, height: height, draw: draw})
	a.space = 0
}

func (a *act) gap(space float64) { a.space += space }

func (a *act) keepLast() { a.strips[len(a.strips)-1].keeps = true }

// wholeLines is up to how many lines a paragraph is not divided by the end of a page.
const wholeLines = 5

// keepLines keeps the last count strips together, unless they are too many.
func (a *act) keepLines(count int) {
	for i := 1; i < count && count <= wholeLines; i++ {
		a.strips[len(a.strips)-1-i].keeps = true
	}
}

// paragraph sets a block from x mm on.
func (a *act) paragraph(b block, x float64) {
	for _, line := range b.lines {
		a.add(b.leading(), func(y float64) { a.sheet.text(b.letter, x, y+b.ascent(), line) })
	}
	a.keepLines(len(b.lines))
}

// centred sets words in the middle, space mm below what stands above; nothing for
// no words.
func (a *act) centred(l letter, words string, space float64) {
	if words == "" {
		return
	}
	a.gap(space)
	b := l.wrap(words, letterRight-letterLeft)
	for _, line := range b.lines {
		a.add(b.leading(), func(y float64) { a.sheet.textCentre(l, letterLeft, letterRight, y+l.ascent(), line) })
	}
}

// heading sets a bold line that stays with what follows.
func (a *act) heading(words string) {
	a.gap(5)
	b := letter{face: serifBold, size: 12}.wrap(words, letterRight-letterLeft)
	for _, line := range b.lines {
		a.add(b.leading(), func(y float64) { a.sheet.text(b.letter, letterLeft, y+b.ascent(), line) })
		a.keepLast()
	}
	a.gap(1)
}

// fact sets a value beside its label, on one strip.
func (a *act) fact(label, value string) {
	const labelWidth, between = 52.0, 3.0
	name := actLetter().sized(11).fitWords(label, labelWidth, 8)
	b := actLetter().fitWords(value, letterRight-letterLeft-labelWidth-between, 9)
	height := max(name.height(), b.height()) + 1.6
	a.add(height, func(y float64) {
		a.sheet.block(name, letterLeft, y+actLetter().ascent()-name.ascent())
		a.sheet.block(b, letterLeft+labelWidth+between, y)
		a.sheet.hair(letterLeft, y+height-0.6, letterRight, y+height-0.6)
	})
	a.gap(0.8)
}

// entry sets the words of a list right of their number.
func (a *act) entry(number, words string) {
	const indent = 9.0
	b := actLetter().wrap(words, letterRight-letterLeft-indent)
	for i, line := range b.lines {
		a.add(b.leading(), func(y float64) {
			if i == 0 {
				a.sheet.text(b.letter, letterLeft, y+b.ascent(), number)
			}
			a.sheet.text(b.letter, letterLeft+indent, y+b.ascent(), line)
		})
	}
	a.keepLines(len(b.lines))
	a.gap(0.8)
}

// pages shares the strips out.
func (a *act) pages() []span {
	spans := []span{{}}
	at := letterTop
	for i, p := range a.strips {
		if last := &spans[len(spans)-1]; i > last.first && at+p.space+a.together(i) > letterBottom {
			spans = append(spans, span{first: i})
			at = letterTop
		}
		if i > spans[len(spans)-1].first {
			at += p.space
		}
		at += p.height
		spans[len(spans)-1].last = i + 1
	}
	return spans
}

// together is the height of a strip and of those that it keeps itself to.
func (a *act) together(i int) float64 {
	height := a.strips[i].height
	for ; a.strips[i].keeps; i++ {
		height += a.strips[i+1].space + a.strips[i+1].height
	}
	return height
}

// draw sets all pages; more than one are numbered above the margin.
func (a *act) draw() {
	spans := a.pages()
	for n, p := range spans {
		a.sheet.page()
		if len(spans) > 1 {
			words := a.t.Say("report.erasure_sheet", data.Args{"page": n + 1, "pages": len(spans)})
			a.sheet.blockRight(actCaption().wrap(words, letterRight-letterLeft), letterRight, letterTop-7)
		}
		y := letterTop
		for i := p.first; i < p.last; i++ {
			if i > p.first {
				y += a.strips[i].space
			}
			a.strips[i].draw(y)
			y += a.strips[i].height
		}
	}
}
