package paper

// Density is how closely the data part is set; a card takes the first one that fits.
type Density struct {
	Value, Label, Floor, Title float64
	Pad                        float64
	Columns                    int
}

// Densities go from airy to dense; below the last one nothing can be read.
func Densities() []Density {
	return []Density{
		{Value: 11, Label: 8.5, Floor: 10, Title: 10, Pad: 1.9, Columns: 1},
		{Value: 10.5, Label: 8, Floor: 9, Title: 9.5, Pad: 1.2, Columns: 1},
		{Value: 10, Label: 8, Floor: 9, Title: 9, Pad: 0.8, Columns: 1},
		{Value: 9.5, Label: 7.5, Floor: 8.5, Title: 8.5, Pad: 0.5, Columns: 1},
		{Value: 9.5, Label: 7.5, Floor: 8.5, Title: 8.5, Pad: 0.5, Columns: 2},
		{Value: 9, Label: 7, Floor: 8, Title: 8, Pad: 0.6, Columns: 2},
		{Value: 9, Label: 7, Floor: 8, Title: 8, Pad: 0.35, Columns: 2},
		{Value: 8.5, Label: 7, Floor: 7.5, Title: 8, Pad: 0.45, Columns: 2},
		{Value: 8.5, Label: 7, Floor: 7.5, Title: 8, Pad: 0.2, Columns: 2},
		{Value: 8, Label: 6.5, Floor: 7, Title: 7.5, Pad: 0.1, Columns: 2},
		{Value: 7, Label: 6, Floor: 7, Title: 7, Pad: 0, Columns: 2},
	}
}

// Flow lays things out from Y downwards without drawing them yet, so that a denser
// setting can be tried. Above Clear, text keeps left of Edge, beside the photos.
type Flow struct {
	Density
	Doc   *Document
	Y     float64
	Edge  float64
	Clear float64
	steps []func()
}

// Later adds what is drawn when the setting fits.
func (f *Flow) Later(step func()) { f.steps = append(f.steps, step) }

// Draw draws all that was laid out.
func (f *Flow) Draw() {
	for _, step := range f.steps {
		step()
	}
}

// End is the right edge for what begins here.
func (f *Flow) End() float64 {
	if f.Y < f.Clear {
		return f.Edge
	}
	return Right
}

// Heading sets a bold line with a rule below it.
func (f *Flow) Heading(title string, end float64) {
	if title == "" {
		return
	}
	b := SansBold.Sized(f.Title).Wrap(title, end-Left)
	f.Y += f.Pad + 1.4
	y := f.Y
	f.Y += b.Height() + 0.5
	rule := f.Y
	f.Later(func() {
		f.Doc.Block(b, Left, y)
		f.Doc.Line(Left, rule, end, rule, Medium)
	})
	f.Y += 0.3
}

// Row sets the label at the left and the value on a hairline right of it.
func (f *Flow) Row(name, words string, end float64) {
	const labelWidth, between = 43.0, 2.0
	x := Left + labelWidth + between
	label := Sans.Sized(f.Label).Grey(0.3).Wrap(name, labelWidth)
	value := Sans.Sized(f.Value).FitLine(words, end-x, f.Floor)
	first := Sans.Sized(f.Value).Ascent()
	height := max(first-label.Ascent()+label.Height(), first-value.Ascent()+value.Height()) + f.Pad
	y := f.Y + f.Pad
	f.Later(func() {
		f.Doc.Block(label, Left, y+first-label.Ascent())
		f.Doc.Block(value, x, y+first-value.Ascent())
		f.Doc.Hair(x, y+height, end, y+height)
	})
	f.Y = y + height
}

// Paragraph sets words over the full width.
func (f *Flow) Paragraph(as Type, words string) {
	b := as.Wrap(words, Right-Left)
	y := f.Y + f.Pad + 0.3
	f.Later(func() { f.Doc.Block(b, Left, y) })
	f.Y = y + b.Height()
}
