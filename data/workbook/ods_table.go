package workbook

import (
	"encoding/xml"

	"graduand/data"
)

// odsTable is a sheet of OpenDocument under way.
type odsTable struct {
	draft
	ods     *ods
	depth   int
	columns []odsColumns

	row      int // the number of the row under way, or of the last one
	inRow    int // its depth, 0 between rows
	times    int // how often the row stands
	rowStyle string
	column   int // the next one to be filled
	tags     int // in the row
	inCell   int // the depth of the cell under way
	cell     odsCell
}

// odsColumns are columns beside each other that have one style for their cells.
type odsColumns struct {
	times int
	style string
}

func (d *odsTable) began(e *events, t xml.StartElement) error {
	if d.tags++; d.tags > maxRowTags {
		return data.Fail("roster.suspicious", nil)
	}
	switch name := t.Name.Local; {
	case d.inCell > 0:
		if d.cell.began(e.depth-d.inCell, t, d.ods) {
			return nil
		}
	case d.inRow > 0:
		if name == "table-cell" || name == "covered-table-cell" {
			d.inCell = e.depth
			d.cell.reset(t)
			return nil
		}
	case name == "table-row":
		d.inRow = e.depth
		return d.beginRow(t)
	case name == "table-column":
		return d.takeColumn(t)
	case name == "table-row-group", name == "table-rows", name == "table-header-rows",
		name == "table-column-group", name == "table-columns", name == "table-header-columns":
		return nil
	}
	d.ods.skipped, d.ods.noting = e.depth, t.Name.Local == "annotation" // or a drawing, another table
	return nil
}

func (d *odsTable) chars(b []byte) error {
	if d.inCell > 0 && !d.cell.chars(b) {
		return data.Fail("roster.suspicious", nil)
	}
	return nil
}

func (d *odsTable) ended(e *events, name string) error {
	switch {
	case d.inCell > 0 && e.depth == d.inCell:
		d.inCell = 0
		return d.endCell()
	case d.inCell > 0:
		d.cell.ended(e.depth-d.inCell, name)
	case d.inRow > 0 && e.depth == d.inRow:
		d.inRow = 0
		d.row += d.times - 1
		return d.endRow(d.times)
	case e.depth == d.depth:
		d.ods.table = nil
		return d.finish()
	}
	return nil
}

func (d *odsTable) finish() error {
	if d.counting {
		d.ods.book.add(&d.draft, Sheet{}, false)
		return nil
	}
	sheet, err := d.sheet()
	if err != nil {
		return err
	}
	d.ods.book.add(&d.draft, sheet, d.ods.all)
	return nil
}

func (d *odsTable) takeColumn(t xml.StartElement) error {
	d.tags = 0
	c := odsColumns{times: timesOf(t, "number-columns-repeated"), style: attribute(t, "default-cell-style-name")}
	first := 0
	for _, before := range d.columns {
		first += before.times
	}
	if d.columns = append(d.columns, c); len(d.columns) > maxColumnRuns {
		return data.Fail("roster.suspicious", nil)
	}
	if isUnseen(attribute(t, "visibility")) || d.ods.styles[attribute(t, "style-name")].hidden {
		return d.hide(first, first+c.times-1)
	}
	return nil
}

func (d *odsTable) beginRow(t xml.StartElement) error {
	d.row++
	d.times, d.column, d.tags = timesOf(t, "number-rows-repeated"), 0, 0
	d.rowStyle = attribute(t, "default-cell-style-name")
	hidden := isUnseen(attribute(t, "visibility")) || d.ods.styles[attribute(t, "style-name")].hidden
	return d.gatherer.begin(d.row, hidden)
}

// isUnseen is how a row or a column says that it is hidden or filtered away.
func isUnseen(visibility string) bool { return visibility == "collapse" || visibility == "filter" }

// endCell puts a cell into its columns, as often as it stands.
func (d *odsTable) endCell() error {
	first := d.column
	d.column += d.cell.times
	if a := d.cell.area(first, d.row); a != Cell(first, d.row) {
		if err := d.merge(a); err != nil {
			return err
		}
	}
	if !d.cell.holds() {
		return nil
	}
	for column := first; column < d.column; column++ {
		text, mark := d.cell.read()
		if d.cell.struck || d.ods.isStruck(d.styleOf(column)) {
			mark |= MarkStruck
		}
		if d.cell.unseen(d.ods.inkOf(d.styleOf(column))) {
			mark |= MarkUnseen
		}
		if err := d.fill(column, text, mark); err != nil {
			return err
		}
		if column > MaxColumns {
			d.held.inRow += d.column - column - 1
			break // the row is refused when it ends
		}
	}
	return nil
}

// styleOf is the style of the cell under way: its own, its row's, or its column's.
func (d *odsTable) styleOf(column int) string {
	if d.cell.style != "" {
		return d.cell.style
	}
	if d.rowStyle != "" {
		return d.rowStyle
	}
	for _, c := range d.columns {
		if column -= c.times; column < 0 {
			return c.style
		}
	}
	return ""
}
