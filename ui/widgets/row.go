package widgets

import (
	"image"

	"fyne.io/fyne/v2"
)

// Cell is what a table shows in one place: ready words, made off the window's
// thread. Colour is a name of the theme, "" for the usual one. Short, where there is one,
// is shown where there is no room for all of Text, and rows are sorted by Sort in its place.
// Picture is asked whenever the row is drawn, on the window's goroutine, and gives a small picture
// that stands before the words, nil while there is none; see [Table.Pictures].
type Cell struct {
	Text    string
	Short   string
	Sort    string
	Colour  fyne.ThemeColorName
	Icon    fyne.Resource
	Picture func() image.Image
}

// Row is one row of a table. Key names it for ever: the selection follows keys.
type Row struct {
	Key   string
	Cells []Cell
	// cell makes each of so many cells when the row is first looked at, see [Listing.Row].
	cell  func(column int) Cell
	count int
}

// look gives the cells, made now if they were not yet.
func (r *Row) look() []Cell {
	if r.Cells == nil && r.cell != nil {
		r.Cells = make([]Cell, r.count)
		for i := range r.Cells {
			r.Cells[i] = r.cell(i)
		}
	}
	return r.Cells
}

// Column is one column of a table. Width is in device-independent pixels; the one
// column with Stretch takes what is left, but no less than its width, and one with Most is
// as wide as that where there is room for it. Right aligns numbers. On a narrow window the
// columns with the highest Drop vanish first; those with 0 stay. With TwoLines words that
// are too long for one line take two, and such a column gives way where even those that stay
// have too little room. Name is what a [TableLook] calls the column, in every language.
type Column struct {
	Name     string
	Title    string
	Width    float32
	Most     float32
	Stretch  bool
	Right    bool
	TwoLines bool
	Drop     int
}

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
	return Row{Key: key, count: len(l), cell: func(column int) Cell { return l[column].Cell(of) }}
}

// Text is a cell of plain words.
func Text(words string) Cell { return Cell{Text: words} }
