package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"

	"graduand/data"
)

// sheetReader reads the part of one sheet of Office Open XML.
type sheetReader struct {
	draft
	book   *xlsx
	arrays []Area // of formulas for several cells whose values may not be saved
	spread int    // rows of those areas together

	section string // the element under way below the outermost one
	row     int    // its number, 0 until it is known
	hiding  bool   // the row is hidden
	tags    int    // in the row
	column  int    // of the cell under way, or of the last one
	cell    xlsxCell
}

// event takes one event of the sheet's part.
func (r *sheetReader) event(e *events, token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.began(e.depth, t)
	case xml.CharData:
		if e.depth > 4 && !r.cell.chars(t) {
			return data.Fail("roster.suspicious", data.Args{"part": e.part})
		}
	case xml.EndElement:
		if r.section == "sheetData" {
			return r.ended(e.depth, t.Name.Local)
		}
	}
	return nil
}

func (r *sheetReader) began(depth int, t xml.StartElement) error {
	name := t.Name.Local
	if depth == 2 {
		r.section = name
		return nil
	}
	if r.section != "sheetData" {
		return r.aside(depth, t)
	}
	if r.tags++; r.tags > maxRowTags {
		return data.Fail("roster.suspicious", nil)
	}
	switch {
	case depth == 3 && name == "row":
		return r.beginRow(t)
	case depth == 4 && name == "c":
		return r.beginCell(t)
	case depth == 5:
		return r.cell.began(t, r)
	case depth > 5 && r.cell.part == inInline:
		r.cell.rich.began(depth-5, t)
	}
	return nil
}

// aside takes what the sheet says beside its cells.
func (r *sheetReader) aside(depth int, t xml.StartElement) error {
	switch {
	case depth == 3 && r.section == "cols" && t.Name.Local == "col":
		if isTrue(attribute(t, "hidden")) || isTiny(attribute(t, "width"), 0.5) {
			first, err1 := strconv.Atoi(attribute(t, "min"))
			last, err2 := strconv.Atoi(attribute(t, "max"))
			if err1 == nil && err2 == nil {
				return r.hide(first-1, last-1)
			}
		}
	case depth == 3 && r.section == "mergeCells" && t.Name.Local == "mergeCell":
		if a, ok := areaOf(attribute(t, "ref")); ok {
			return r.merge(a)
		}
	}
	return nil
}

// beginRow begins a row; one that does not say its number takes that of its first cell.
func (r *sheetReader) beginRow(t xml.StartElement) error {
	r.tags, r.row, r.column, r.hiding = 0, 0, -1, false
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "r":
			number, err := strconv.Atoi(strings.TrimSpace(a.Value))
			if err != nil || number < 1 {
				return errPlace
			}
			if err := r.beginLine(number); err != nil {
				return err
			}
		case "hidden":
			r.hiding = r.hiding || isTrue(a.Value)
		case "ht":
			r.hiding = r.hiding || isTiny(a.Value, 1)
		}
	}
	return nil
}

func (r *sheetReader) beginLine(number int) error {
	if r.row = number; number > lastExcelRow {
		return errPlace
	}
	return r.gatherer.begin(number, false)
}

// beginCell finds the place of a cell: the one that it says, or the next one.
func (r *sheetReader) beginCell(t xml.StartElement) error {
	r.cell.reset()
	r.column++
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "r":
			column, row, ok := placeOf(a.Value)
			if !ok || column >= lastExcelColumn || r.row != 0 && row != r.row {
				return errPlace
			}
			r.column = column
			if r.row == 0 {
				if err := r.beginLine(row); err != nil {
					return err
				}
			}
		case "t":
			r.cell.kind = a.Value
		case "s":
			r.cell.style = a.Value
		}
	}
	if r.row == 0 {
		return r.beginLine(r.gatherer.last + 1)
	}
	return nil
}

func (r *sheetReader) ended(depth int, name string) error {
	switch {
	case depth == 2:
		r.section = ""
	case depth == 3 && name == "row":
		return r.endRow()
	case depth == 4 && name == "c":
		return r.endCell()
	case depth == 5:
		r.cell.part = outside
	case r.cell.part == inInline:
		r.cell.rich.ended(depth-5, name)
	}
	return nil
}

func (r *sheetReader) endRow() error {
	if r.row == 0 {
		if err := r.beginLine(r.gatherer.last + 1); err != nil {
			return err
		}
	}
	r.gatherer.hidden, r.row = r.hiding, 0
	return r.draft.endRow(1)
}

// endCell counts a cell by what it holds and then reads it.
func (r *sheetReader) endCell() error {
	if !r.cell.holds(r.book) {
		return nil
	}
	if r.counting {
		r.held.cell()
		return nil
	}
	text, mark, err := r.cell.read(r.book)
	if err != nil {
		return err
	}
	return r.fill(r.column, text, mark)
}

// sheet is what has been read, with the cells that a formula elsewhere is due to fill.
func (r *sheetReader) sheet() (Sheet, error) {
	s, err := r.draft.sheet()
	if err != nil {
		return Sheet{}, err
	}
	return s, r.spreadArrays(&s)
}
