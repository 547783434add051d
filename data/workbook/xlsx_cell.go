package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"

	"graduand/data"
)

// cellPart is the part of a cell that its events belong to.
type cellPart uint8

const (
	outside cellPart = iota
	inValue
	inFormula
	inInline
)

// xlsxCell is a cell of Office Open XML under way.
type xlsxCell struct {
	kind, style string // as written, "" for a number and for the usual style
	part        cellPart
	value       []byte
	rich        richText
	valued      bool // it has a value, be it an empty one
	formula     bool
}

func (c *xlsxCell) reset() {
	*c = xlsxCell{value: c.value[:0], rich: richText{text: c.rich.text[:0]}}
}

// began takes an element right inside the cell.
func (c *xlsxCell) began(t xml.StartElement, r *sheetReader) error {
	switch t.Name.Local {
	case "v":
		c.part, c.valued = inValue, true
	case "is":
		c.part = inInline
		c.rich.reset()
	case "f":
		c.part, c.formula = inFormula, true
		return r.formula(t)
	}
	return nil
}

// chars takes letters, and reports whether there are not too many.
func (c *xlsxCell) chars(b []byte) bool {
	switch c.part {
	case inValue:
		c.value = append(c.value, b...)
	case inInline:
		return c.rich.chars(b)
	}
	return len(c.value) <= maxString
}

// holds reports that there is anything in the cell.
func (c *xlsxCell) holds(x *xlsx) bool {
	switch {
	case c.kind == "s" && len(c.value) > 0:
		n, err := c.index()
		return err != nil || n < 0 || n >= len(x.strings) || x.strings[n].held
	case c.kind == "inlineStr":
		return !blank([]byte(decoded(string(c.rich.text)))) || c.isUnsaved(x)
	case c.kind == "str":
		return !blank([]byte(decoded(string(c.value)))) || c.isUnsaved(x)
	}
	return !blank(c.value) || c.isUnsaved(x)
}

// isUnsaved reports a formula whose value is not in the file. An empty text is a value; a
// zero is none where all formulas are due to be calculated before they are shown, as
// programs leave it that cannot calculate.
func (c *xlsxCell) isUnsaved(x *xlsx) bool {
	if !c.formula {
		return false
	}
	return blank(c.value) && len(c.rich.text) == 0 && (c.kind != "str" || !c.valued) ||
		x.calculates && (c.kind == "" || c.kind == "n") && string(c.value) == "0"
}

// read is the trimmed text of a cell that holds anything, and what it is besides.
func (c *xlsxCell) read(x *xlsx) (string, Mark, error) {
	look, err := x.styleOf(c.style)
	if err != nil {
		return "", 0, err
	}
	mark := markOf(true, look)
	if look.struck {
		mark |= MarkStruck
	}
	if c.isUnsaved(x) {
		return "", mark | MarkUnsaved, nil
	}
	switch c.kind {
	case "s":
		return c.shared(x, look)
	case "inlineStr":
		return trimCell(decoded(string(c.rich.text))), struckMark(c.rich.struck, c.rich.plain, look) | markOf(c.rich.plain, look), nil
	case "", "n":
		text, kind := look.number(string(c.value))
		return trimCell(text), mark | kind, nil
	case "d":
		return trimCell(string(c.value)), mark | MarkDay, nil
	case "b":
		mark |= MarkTruth
	}
	return trimCell(decoded(string(c.value))), mark, nil
}

// index is the place of a shared text, which a program that sets its XML wide puts between spaces.
func (c *xlsxCell) index() (int, error) {
	n, err := strconv.Atoi(string(c.value))
	if err != nil {
		return strconv.Atoi(strings.TrimSpace(string(c.value)))
	}
	return n, nil
}

func (c *xlsxCell) shared(x *xlsx, look *style) (string, Mark, error) {
	n, err := c.index()
	if err != nil || n < 0 || n >= len(x.strings) {
		return "", 0, data.FailWith(err, "roster.damaged", nil)
	}
	s := &x.strings[n]
	return s.text, struckMark(s.struck, s.plain, look) | markOf(s.plain, look), nil
}

// markOf is that of a cell which nobody sees, unless its text has a look of its own.
func markOf(plain bool, look *style) Mark {
	if plain && look.unseen {
		return MarkUnseen
	}
	return 0
}

// struckMark is that of a text which is struck out by its runs, or by its cell where it
// looks as the cell does.
func struckMark(byRuns, plain bool, look *style) Mark {
	if byRuns || plain && look.struck {
		return MarkStruck
	}
	return 0
}
