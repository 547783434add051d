package paper

// Pile is the content of a document as strips that are not yet on pages.
type Pile struct {
	strips []strip
	// space is the white space in mm that the next strip wants above it.
	space float64
}

// strip is what no page break divides: a line of text, a row, or a signature. One that
// keeps stays on the page of the next strip. At the top of a page there is no space
// above it.
type strip struct {
	space, height float64
	keeps         bool
	draw          func(y float64)
	// again draws, where the strip begins a page, what it goes on with: lead mm high,
	// above it. Nil for none.
	lead  float64
	again func(y float64)
}

// Add adds a strip, height mm high, that draw sets below y.
func (p *Pile) Add(height float64, draw func(y float64)) {
	p.strips = append(p.strips, strip{space: p.space, height: height, draw: draw})
	p.space = 0
}

// Gap leaves so many mm of white space before the next strip.
func (p *Pile) Gap(space float64) { p.space += space }

// KeepLast keeps the last strip on the page of the one that follows.
func (p *Pile) KeepLast() { p.strips[len(p.strips)-1].keeps = true }

// Again lets the last strip, where it begins a page, go on with lead mm that draw sets.
func (p *Pile) Again(lead float64, draw func(y float64)) {
	last := &p.strips[len(p.strips)-1]
	last.lead, last.again = lead, draw
}

// wholeLines is up to how many lines a paragraph is not divided by the end of a page.
const wholeLines = 5

// keepLines keeps the last count strips together, unless they are too many.
func (p *Pile) keepLines(count int) {
	for i := 1; i < count && count <= wholeLines; i++ {
		p.strips[len(p.strips)-1-i].keeps = true
	}
}

// KeepEnds keeps the first two and the last two of the last count strips together, so
// that none of them is left alone on a page; up to whole strips are not divided at all.
func (p *Pile) KeepEnds(count, whole int) {
	first, last := len(p.strips)-count, len(p.strips)-1
	for i := first; i < last; i++ {
		p.strips[i].keeps = p.strips[i].keeps || count <= whole || i == first || i == last-1
	}
}

// Pages shares the strips out: on the first page they begin at first mm, on the others
// at next, and everywhere they end above end.
func (p *Pile) Pages(first, next, end float64) []Span {
	spans := []Span{{}}
	at := first
	for i, strip := range p.strips {
		if last := &spans[len(spans)-1]; i > last.First && at+strip.space+p.together(i) > end {
			spans = append(spans, Span{First: i})
			at = next + strip.lead
		}
		if i > spans[len(spans)-1].First {
			at += strip.space
		}
		at += strip.height
		spans[len(spans)-1].Last = i + 1
	}
	return spans
}

// together is the height of a strip and of those that it keeps itself to.
func (p *Pile) together(i int) float64 {
	height := p.strips[i].height
	for ; p.strips[i].keeps; i++ {
		height += p.strips[i+1].space + p.strips[i+1].height
	}
	return height
}

// Put draws the strips of one page from y on and returns the y below them.
func (p *Pile) Put(on Span, y float64) float64 {
	for i := on.First; i < on.Last; i++ {
		strip := p.strips[i]
		if i > on.First {
			y += strip.space
		} else if strip.again != nil && i > 0 {
			strip.again(y)
			y += strip.lead
		}
		strip.draw(y)
		y += strip.height
	}
	return y
}

// TooHigh reports whether a strip is higher than a page that has so many mm of room.
func (p *Pile) TooHigh(room float64) bool {
	for _, strip := range p.strips {
		if strip.lead+strip.height > room {
			return true
		}
	}
	return false
}

// Span is the strips [first, last) of one page.
type Span struct{ First, Last int }
