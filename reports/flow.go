package reports

// The margins of cards and forms in mm.
const (
	left   = 14.0
	right  = pageWidth - 14.0
	top    = 10.0
	bottom = pageHeight - 10.0
)

// gap is the white space between a column of text and a photo box.
const gap = 6.0

// density is how closely the data part is set; a card takes the first one that fits.
type density struct {
	value, label, floor, title float64
	pad                        float64
	columns                    int
}

// densities go from airy to dense; below the last one nothing can be read.
func densities() []density {
	return []density{
		{value: 11, label: 8.5, floor: 10, title: 10, pad: 1.9, columns: 1},
		{value: 10.5, label: 8, floor: 9, title: 9.5, pad: 1.2, columns: 1},
		{value: 10, label: 8, floor: 9, title: 9, pad: 0.8, columns: 1},
		{value: 9.5, label: 7.5, floor: 8.5, title: 8.5, pad: 0.5, columns: 1},
		{value: 9.5, label: 7.5, floor: 8.5, title: 8.5, pad: 0.5, columns: 2},
		{value: 9, label: 7, floor: 8, title: 8, pad: 0.6, columns: 2},
		{value: 9, label: 7, floor: 8, title: 8, pad: 0.35, columns: 2},
		{value: 8.5, label: 7, floor: 7.5, title: 8, pad: 0.45, columns: 2},
		{value: 8.5, label: 7, floor: 7.5, title: 8, pad: 0.2, columns: 2},
		{value: 8, label: 6.5, floor: 7, title: 7.5, pad: 0.1, columns: 2},
		{value: 7, label: 6, floor: 7, title: 7, pad: 0, columns: 2},
	}
}

// flow lays things out from y downwards without drawing them yet, so that a denser
// setting can be tried. Above clear, text keeps left of edge, beside the photos.
type flow struct {
	density
	sheet *sheet
	y     float64
	edge  float64
	clear float64
	steps []func()
}

func (f *flow) later(step func()) { f.steps = append(f.steps, step) }

func (f *flow) draw() {
	for _, step := range f.steps {
		step()
	}
}

// end is the right edge for what begins here.
func (f *flow) end() float64 {
	if f.y < f.clear {
		return f.edge
	}
	return right
}

// heading sets a bold line with a rule below it.
func (f *flow) heading(title string, end float64) {
	if title == "" {
		return
	}
	b := letter{face: sansBold, size: f.title}.wrap(title, end-left)
	f.y += f.pad + 1.4
	y := f.y
	f.y += b.height() + 0.5
	rule := f.y
	f.later(func() {
		f.sheet.block(b, left, y)
		f.sheet.line(left, rule, end, rule, medium)
	})
	f.y += 0.3
}

// group sets a heading and its rows; a group keeps the width it begins with.
func (f *flow) group(g Group) {
	end := f.end()
	f.heading(g.Title, end)
	for _, r := range g.Rows {
		f.row(r, end)
	}
}

// row sets the label at the left and the value on a hairline right of it.
func (f *flow) row(r Row, end float64) {
	const labelWidth, between = 43.0, 2.0
	x := left + labelWidth + between
	label := letter{face: sans, size: f.label, gray: 0.3}.wrap(r.Label, labelWidth)
	value := letter{face: sans, size: f.value}.fitLine(r.Value, end-x, f.floor)
	first := letter{face: sans, size: f.value}.ascent()
	height := max(first-label.ascent()+label.height(), first-value.ascent()+value.height()) + f.pad
	y := f.y + f.pad
	f.later(func() {
		f.sheet.block(label, left, y+first-label.ascent())
		f.sheet.block(value, x, y+first-value.ascent())
		f.sheet.hair(x, y+height, end, y+height)
	})
	f.y = y + height
}
