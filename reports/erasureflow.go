package reports

import (
	"graduand/data"
	"graduand/data/text"
)

// act is a certificate that is not yet on pages.
type act struct {
	pile
	sheet *sheet
	t     *text.Text
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

// draw sets all pages; more than one are numbered above the margin.
func (a *act) draw() {
	spans := a.pages(letterTop, letterTop, letterBottom)
	for n, p := range spans {
		a.sheet.page()
		if len(spans) > 1 {
			words := a.t.Say("report.erasure_sheet", data.Args{"page": n + 1, "pages": len(spans)})
			a.sheet.blockRight(actCaption().wrap(words, letterRight-letterLeft), letterRight, letterTop-7)
		}
		a.put(p, letterTop)
	}
}
