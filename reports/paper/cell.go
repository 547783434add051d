package paper

// Cell is a small paper among others on a sheet: words and lines one below the other in a column
// that begins at X, Y mm and is Width wide, as a pile on one page. Nothing is drawn before all of it
// is known to fit.
type Cell struct {
	Pile
	Doc         *Document
	X, Y, Width float64
}

// Words sets words over the width, space mm below what stands above; nothing for no words.
func (c *Cell) Words(as Type, space float64, words string) {
	if words == "" {
		return
	}
	c.Block(as.Wrap(words, c.Width), space)
}

// Block sets lines, space mm below what stands above.
func (c *Cell) Block(b Block, space float64) {
	c.Gap(space)
	c.Add(b.Height(), func(y float64) { c.Doc.Block(b, c.X, y) })
}

// Rule draws a line over the width, space mm below what stands above.
func (c *Cell) Rule(space, width float64) {
	c.Gap(space)
	c.Add(width, func(y float64) { c.Doc.Line(c.X, y, c.X+c.Width, y, width) })
}

// End is the y below all that was set.
func (c *Cell) End() float64 {
	y := c.Y
	for i, strip := range c.strips {
		if i > 0 {
			y += strip.space
		}
		y += strip.height
	}
	return y
}

// Draw draws all that was set, so many mm lower than it was set.
func (c *Cell) Draw(lower float64) { c.Put(Span{Last: len(c.strips)}, c.Y+lower) }

// Fit is the column filled by compose in the first of some sizes, from large to small, with which it
// ends above bottom mm; nil where it does with none.
func (c Cell) Fit(bottom float64, sizes []float64, compose func(c *Cell, size float64)) *Cell {
	for _, size := range sizes {
		tried := c
		if compose(&tried, size); tried.End() <= bottom {
			return &tried
		}
	}
	return nil
}
