package paper

// Cell is a small paper among others on a sheet: words and lines one below the other in a column
// that begins at X mm and is Width wide. Nothing is drawn before all of it is known to fit.
type Cell struct {
	Doc      *Document
	X, Width float64
	// Y is where the next thing begins, in mm.
	Y     float64
	steps []func(lower float64)
}

// Add leaves so many mm for what draw sets below y.
func (c *Cell) Add(height float64, draw func(y float64)) {
	y := c.Y
	c.steps = append(c.steps, func(lower float64) { draw(y + lower) })
	c.Y += height
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
	c.Y += space
	c.Add(b.Height(), func(y float64) { c.Doc.Block(b, c.X, y) })
}

// Rule draws a line over the width, space mm below what stands above.
func (c *Cell) Rule(space, width float64) {
	c.Y += space
	c.Add(width, func(y float64) { c.Doc.Line(c.X, y, c.X+c.Width, y, width) })
}

// Draw draws all that was set, so many mm lower than it was set.
func (c *Cell) Draw(lower float64) {
	for _, step := range c.steps {
		step(lower)
	}
}
