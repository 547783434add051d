package workbook

import "encoding/xml"

// cell2003 is a cell of an XML spreadsheet under way. Its data may have letters of their own
// look within; a comment beside the data is no part of it.
type cell2003 struct {
	open    bool
	column  int
	style   string
	formula bool

	kind    string // of the data, "" for none
	inData  bool
	text    []byte
	strikes int // how many elements under way strike out
	struck  bool
	inked   bool // something of the text has a colour of its own
}

func (c *cell2003) reset(t xml.StartElement) {
	*c = cell2003{open: true, style: attribute(t, "StyleID"), formula: attribute(t, "Formula") != "", text: c.text[:0]}
}

// began takes an element inside the cell, which itself is at depth 5.
func (c *cell2003) began(depth int, t xml.StartElement) {
	c.inked = c.inked || c.inData && t.Name.Local == "Font" && attribute(t, "Color") != ""
	switch name := t.Name.Local; {
	case depth == 6 && name == "Data":
		c.inData, c.kind = true, attribute(t, "Type")
	case depth > 6 && c.inData && (name == "S" || name == "Strike"), c.strikes > 0:
		c.strikes++
	}
}

func (c *cell2003) ended(depth int) {
	if depth == 6 {
		c.inData = false
	}
	c.strikes = max(0, c.strikes-1)
}

// chars takes letters, and reports whether there are not too many.
func (c *cell2003) chars(depth int, b []byte) bool {
	if !c.inData {
		return true
	}
	c.struck = c.struck || c.strikes > 0 && !blank(b)
	c.text = append(c.text, b...)
	return len(c.text) <= maxString
}

// holds reports that there is anything in the cell.
func (c *cell2003) holds() bool { return !blank(c.text) || c.isUnsaved() }

// isUnsaved reports a formula whose value is not in the file. An empty text is a value.
func (c *cell2003) isUnsaved() bool { return c.formula && blank(c.text) && c.kind != "String" }

// read is the trimmed text of a cell that holds anything, and what it is besides.
func (c *cell2003) read(look *style) (string, Mark) {
	mark := Mark(0)
	if c.struck || look.struck {
		mark = MarkStruck
	}
	if !c.inked && look.ink.unseen() {
		mark |= MarkUnseen
	}
	switch {
	case c.isUnsaved():
		return "", mark | MarkUnsaved
	case c.kind == "Number":
		text, kind := look.number(string(c.text))
		return trimCell(text), mark | kind
	case c.kind == "DateTime":
		return trimCell(string(c.text)), mark | MarkDay
	case c.kind == "Boolean":
		mark |= MarkTruth
	}
	return trimCell(string(c.text)), mark
}
