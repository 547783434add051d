package widgets

// ColumnOf is a column of a table of T: it carries its title, its width and its cell.
type ColumnOf[T any] struct {
	Column
	// Cell is what the column shows of a T. It is called on the window's goroutine when the
	// row is first drawn, so it makes words of what T holds and asks nobody.
	Cell func(T) Cell
}

// Listing are the columns of a table of T in their order.
type Listing[T any] []ColumnOf[T]

// Columns are the columns as a table takes them.
func (l Listing[T]) Columns() []Column {
	columns := make([]Column, len(l))
	for i, c := range l {
		columns[i] = c.Column
	}
	return columns
}

// Row is the row that shows a T. Its words are made when it is first drawn: of ten thousand
// rows a person looks at thirty.
func (l Listing[T]) Row(key string, of T) Row {
	return Row{Key: key, make: func() []Cell {
		cells := make([]Cell, len(l))
		for i, c := range l {
			cells[i] = c.Cell(of)
		}
		return cells
	}}
}

// Text is a cell of plain words.
func Text(words string) Cell { return Cell{Text: words} }
