package workbook

import (
	"cmp"
	"encoding/xml"
	"strconv"
	"strings"

	"graduand/data"
)

// excelSpace is that of the names of an XML spreadsheet of Excel 2003.
const excelSpace = "urn:schemas-microsoft-com:office:spreadsheet"

// xml2003 is an XML spreadsheet of Excel 2002 and 2003 under way.
type xml2003 struct {
	all  bool
	book *Book
	// date1904 says that day numbers count from 1904.
	date1904 bool
	styles   map[string]style
	style    string // the one that is being defined
	total    gauge

	sheet   *draft
	row     int
	below   int // rows below it that look as it does
	column  int // the next one to be filled
	columns int // of the sheet, as far as it has described them
	cell    cell2003
}

// openXML2003 reads on behind the outermost element.
func openXML2003(e *events, all bool) (*Book, error) {
	x := &xml2003{all: all, book: &Book{}, styles: map[string]style{}}
	if err := e.each(x.event); err != nil {
		return nil, err
	}
	if x.date1904 {
		x.book.from1904()
	}
	return finished(x.book, all)
}

func (x *xml2003) event(e *events, token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return x.began(e, t)
	case xml.CharData:
		if e.depth == 4 && inside(e, "Visible") && x.sheet != nil {
			x.sheet.unseen = x.sheet.unseen || strings.HasPrefix(strings.TrimSpace(string(t)), "Sheet") && !strings.Contains(string(t), "Visible")
		}
		if !x.cell.chars(e.depth, t) {
			return data.Fail("roster.suspicious", nil)
		}
	case xml.EndElement:
		return x.ended(e.depth, t.Name.Local)
	}
	return nil
}

func (x *xml2003) began(e *events, t xml.StartElement) error {
	switch name := t.Name.Local; {
	case e.depth == 2 && name == "Worksheet":
		x.sheet = &draft{name: attribute(t, "Name"), gatherer: gatherer{total: &x.total}}
		x.row, x.below, x.columns = 0, 0, 0
	case e.depth == 3 && name == "Style":
		return x.define(t)
	case e.depth == 3 && name == "Date1904":
		x.date1904 = true
	case e.depth == 4 && name == "NumberFormat":
		x.reformat(attribute(t, "Format"))
	case e.depth == 4 && name == "Font":
		s := x.styles[x.style]
		s.struck, s.ink.letters = isTrue(attribute(t, "StrikeThrough")), cmp.Or(colour(attribute(t, "Color")), s.ink.letters)
		x.styles[x.style] = s
	case e.depth == 4 && name == "Interior":
		s := x.styles[x.style]
		s.ink.ground = cmp.Or(colour(attribute(t, "Color")), s.ink.ground)
		x.styles[x.style] = s
	case x.sheet == nil:
	case e.depth == 4 && name == "Column":
		return x.takeColumn(t)
	case e.depth == 4 && name == "Row":
		return x.beginRow(t)
	case e.depth == 5 && name == "Cell":
		return x.beginCell(t)
	case e.depth > 5:
		x.cell.began(e.depth, t)
	}
	return nil
}

// define begins a style, which has what its parent has unless it says otherwise.
func (x *xml2003) define(t xml.StartElement) error {
	if x.style = attribute(t, "ID"); len(x.styles) > maxStyles {
		return data.Fail("roster.suspicious", nil)
	}
	x.styles[x.style] = x.styles[attribute(t, "Parent")]
	return nil
}

func (x *xml2003) reformat(code string) {
	s := x.styles[x.style]
	switch code {
	case "General Date", "Long Date", "Medium Date", "Short Date", "Long Time", "Medium Time", "Short Time":
		s.format = format{day: true}
	case "", "Fixed", "Standard", "Percent", "Scientific", "Currency", "Euro Currency", "General Number", "Yes/No", "True/False", "On/Off":
		s.format = format{}
	default:
		s.format = formatOf(code)
	}
	x.styles[x.style] = s
}

func (x *xml2003) takeColumn(t xml.StartElement) error {
	x.columns = indexOf(t, x.columns)
	last := x.columns + spanOf(t, "Span")
	first := x.columns
	x.columns = last + 1
	if isTrue(attribute(t, "Hidden")) || isTiny(attribute(t, "Width"), 1) {
		return x.sheet.hide(first, last)
	}
	return nil
}

func (x *xml2003) beginRow(t xml.StartElement) error {
	x.row = indexOf(t, x.row+x.below) + 1
	x.below, x.column = spanOf(t, "Span"), 0
	if x.row > lastExcelRow {
		return errPlace
	}
	return x.sheet.gatherer.begin(x.row, isTrue(attribute(t, "Hidden")) || isTiny(attribute(t, "Height"), 1))
}

func (x *xml2003) beginCell(t xml.StartElement) error {
	x.cell.reset(t)
	index := indexOf(t, x.column)
	if index < x.column {
		return errPlace
	}
	x.cell.column = index
	across, down := spanOf(t, "MergeAcross"), spanOf(t, "MergeDown")
	x.column = index + across + 1
	return x.sheet.merge(Area{Top: x.row, Left: index, Bottom: x.row + down, Right: index + across})
}

func (x *xml2003) ended(depth int, name string) error {
	switch {
	case x.sheet == nil:
	case depth == 5 && name == "Cell" && x.cell.open:
		return x.endCell()
	case depth == 4 && name == "Row":
		return x.sheet.endRow(1)
	case depth == 2 && name == "Worksheet":
		sheet, err := x.sheet.sheet()
		if err == nil {
			x.book.add(x.sheet, sheet, x.all)
		}
		x.sheet = nil
		return err
	case depth > 5:
		x.cell.ended(depth)
	}
	return nil
}

func (x *xml2003) endCell() error {
	x.cell.open = false
	if !x.cell.holds() {
		return nil
	}
	look := x.styles[x.cell.style]
	text, mark := x.cell.read(&look)
	return x.sheet.fill(x.cell.column, text, mark)
}

// indexOf is where an element says that it stands, counting from 0, or else the next place.
func indexOf(t xml.StartElement, next int) int {
	if n := spanOf(t, "Index"); n > 0 {
		return n - 1
	}
	return next
}

// spanOf is a number of an element, 0 for none.
func spanOf(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, lastExcelRow)
}
