package reports

import "graduand/data/text"

// Entry is one field of a form as people read it. Label and Lines are words, ids of
// data/text, or lists of both (see [text.Text.Word]). Without lines there is an empty
// one, for the pen.
type Entry struct {
	Label any
	Lines []any
}

// entrySize is how large entries are set.
type entrySize struct {
	value, label, title letter
	// box is the side of a square to tick before each entry, 0 for none; middle is where
	// the values begin. Both in mm, as pad is, the white space below an entry.
	box, middle, pad float64
}

// entries are the content of a paper for one person, as strips.
type entries struct {
	pile
	entrySize
	sheet *sheet
	t     *text.Text
}

// heading sets a bold line over a rule; it stays with what follows.
func (e *entries) heading(words string) {
	e.gap(e.pad + 1.6)
	b := e.title.wrap(words, right-left)
	for i, line := range b.lines {
		e.add(b.leading(), func(y float64) {
			e.sheet.text(b.letter, left, y+b.ascent(), line)
			if i == len(b.lines)-1 {
				e.sheet.line(left, y+b.leading()+0.2, right, y+b.leading()+0.2, medium)
			}
		})
		e.keepLast()
	}
	e.gap(0.6 + e.box/6)
}

// entry sets the label at the left and the lines of the value right of it. An entry of
// many lines may go on on the next page.
func (e *entries) entry(of Entry) {
	indent := 0.0
	if e.box > 0 {
		indent = e.box + 2.5
	}
	label := e.label.wrap(wordOf(of.Label, e.t), e.middle-left-indent-2)
	value := e.values(of.Lines)
	count, step := max(len(label.lines), len(value.lines), 1), value.leading()
	for i := range count {
		height := step
		if i == count-1 {
			height += e.pad
		}
		e.add(height, func(y float64) {
			e.sheet.text(label.letter, left+indent, y+value.ascent(), at(label.lines, i))
			e.sheet.text(value.letter, e.middle, y+value.ascent(), at(value.lines, i))
			if i == 0 && e.box > 0 {
				e.sheet.box(left+0.2, y+(step-e.box)/2+0.1, e.box, e.box, medium)
			}
			if i == count-1 {
				e.sheet.hair(left, y+height-e.pad/2, right, y+height-e.pad/2)
			}
		})
	}
	e.keepEnds(count, wholeEntry)
}

// wholeEntry is up to how many lines an entry is not divided by the end of a page.
const wholeEntry = 12

// values are the lines of a value, each broken where it is too long.
func (e *entries) values(lines []any) block {
	all := block{letter: e.value}
	for _, line := range lines {
		all.lines = append(all.lines, e.value.wrap(wordOf(line, e.t), right-e.middle).lines...)
	}
	return all
}

// paragraph sets words over the full width.
func (e *entries) paragraph(l letter, words string) {
	b := l.wrap(words, right-left)
	for _, line := range b.lines {
		e.add(b.leading(), func(y float64) { e.sheet.text(b.letter, left, y+b.ascent(), line) })
	}
	e.keepLines(len(b.lines))
	e.gap(0.6)
}

// signed sets words in bold before places for the day and the signature; it stays with
// what stands above it.
func (e *entries) signed(words string) {
	const dateX, dateWidth, signX, height = left + 76.0, 40.0, left + 124.0, 15.0
	if len(e.strips) > 0 {
		e.keepLast()
	}
	e.gap(4)
	b := letter{face: sansBold, size: 11}.wrap(words, dateX-left-4)
	e.add(max(height, b.height()+4), func(y float64) {
		line := y + height - 4
		e.sheet.block(b, left, max(line-b.height(), y))
		e.sheet.signatureLine(dateX, dateWidth, line, e.t.Say("report.date_caption", nil), "")
		e.sheet.signatureLine(signX, right-signX, line, e.t.Say("report.signature_caption", nil), "")
	})
}

// personPaper is what the pages of a paper for one person have above their entries.
type personPaper struct {
	first, next masthead
}

// set draws a paper for one person: on one page in the largest letters that fit, or else
// on several in those of the size several.
func (p personPaper) set(s *sheet, t *text.Text, sizes []entrySize, several entrySize, compose func(*entries)) {
	from, next := p.first.end()+1, p.next.end()+1
	made := func(size entrySize) (*entries, []span) {
		e := &entries{entrySize: size, sheet: s, t: t}
		compose(e)
		return e, e.pages(from, next, bottom)
	}
	e, spans := made(several)
	for _, size := range sizes {
		if smaller, pages := made(size); len(pages) == 1 {
			e, spans = smaller, pages
			break
		}
	}
	for n, on := range spans {
		s.page()
		head, y := p.next, next
		if n == 0 {
			head, y = p.first, from
		}
		head.draw(s, n+1, len(spans), t)
		e.put(on, y)
	}
}
