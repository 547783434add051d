package paper

// Space inside a cell in mm.
const (
	CellSide  = 1.1
	CellAbove = 0.9
)

// Column is one column of a table: its title, its width in mm and what stands in it. Figures that
// are added up or compared stand at the Right of their cells.
type Column struct {
	Title   string
	Width   float64
	Centred bool
	Right   bool
	Cell    func(row int) string
	// As is how the cells are set where they are not as the others; nil for none such.
	As func(row int) Type
}

// Table is columns, and how their rows are set.
type Table struct {
	Columns []Column
	// Left is where the first column begins in mm.
	Left float64
	// Head and Body are the letters of the titles and of the cells, which may become
	// smaller down to Floor points.
	Head, Body Type
	Floor      float64
	// Centred says that the titles stand in the middle of their cells.
	Centred bool
	// Least is how high a row is at least in mm: where somebody writes into it.
	Least float64
	// Stays says that a row stays on the page of the one above, which says whose it is; nil where
	// none does.
	Stays func(row int) bool
}

// TableRow is one row of cells, measured.
type TableRow struct {
	Cells  []Block
	Height float64
	header bool
}

// Header measures the titles.
func (t *Table) Header() TableRow {
	row := t.measure(func(c Column) Block { return t.fit(t.Head, c.Title, c) })
	row.header = true
	return row
}

// Row measures what stands in the columns of a row.
func (t *Table) Row(i int) TableRow {
	return t.measure(func(c Column) Block {
		if c.As != nil {
			return t.fit(c.As(i), c.Cell(i), c)
		}
		return t.fit(t.Body, c.Cell(i), c)
	}).least(t.Least)
}

// least makes a row at least so high.
func (r TableRow) least(height float64) TableRow {
	r.Height = max(r.Height, height)
	return r
}

func (t *Table) fit(as Type, words string, c Column) Block {
	return as.FitWords(words, c.Width-2*CellSide, t.Floor)
}

func (t *Table) measure(cell func(c Column) Block) TableRow {
	row := TableRow{Cells: make([]Block, len(t.Columns))}
	for i, c := range t.Columns {
		row.Cells[i] = cell(c)
		row.Height = max(row.Height, row.Cells[i].Height())
	}
	row.Height += 2 * CellAbove
	return row
}

// draw sets a row with its borders at y.
func (t *Table) draw(doc *Document, row TableRow, y float64) {
	x := t.Left
	for i, c := range t.Columns {
		b := row.Cells[i]
		doc.Box(x, y, c.Width, row.Height, Thin)
		switch {
		case row.header && t.Centred:
			doc.BlockCentre(b, x, x+c.Width, y+(row.Height-b.Height())/2)
		case c.Centred:
			doc.BlockCentre(b, x, x+c.Width, y+t.above(row, b))
		case c.Right && !row.header:
			doc.BlockRight(b, x+c.Width-CellSide, y+t.above(row, b))
		default:
			doc.Block(b, x+CellSide, y+t.above(row, b))
		}
		x += c.Width
	}
}

// above is the white space over a cell: in a row that is high for the pen its words stand in the
// middle.
func (t *Table) above(row TableRow, b Block) float64 {
	if t.Least > 0 && !row.header {
		return (row.Height - b.Height()) / 2
	}
	return CellAbove
}

// AddTo adds header and rows to a pile; the header stands again on every page. What
// follows stays together with two rows, or with one where the page before would have none.
// A row that is higher than room is not added, and no further one: it is returned, else -1.
func (t *Table) AddTo(p *Pile, doc *Document, rows int, room float64) (tooHigh int) {
	header := t.Header()
	p.Add(header.Height, func(y float64) { t.draw(doc, header, y) })
	p.KeepLast()
	for i := range rows {
		row := t.Row(i)
		if header.Height+row.Height > room {
			return i
		}
		p.Add(row.Height, func(y float64) { t.draw(doc, row, y) })
		p.Again(header.Height, func(y float64) { t.draw(doc, header, y) })
		if i == rows-1 || i == rows-2 && i > 0 || t.Stays != nil && i < rows-1 && t.Stays(i+1) {
			p.KeepLast()
		}
	}
	return -1
}
