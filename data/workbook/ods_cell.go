package workbook

import (
	"encoding/xml"
	"slices"
	"strings"
	"unicode"
)

// odsCell is a cell of OpenDocument under way.
type odsCell struct {
	style       string
	kind        string // the type of its value, "" for none
	value       string
	valued      bool // there is a value, be it an empty text
	formula     bool
	wide, high  int
	times       int
	paragraphs  int
	inParagraph bool
	shown       []byte
	spans       []odsSpan // under way
	struck      bool      // something of the text is, by a span
	inks        []ink     // of the letters, by their spans; each once
}

// mostInks is how many colours of the letters of one cell are looked at.
const mostInks = 8

// odsSpan is what a part of a text says of its letters.
type odsSpan struct {
	struck bool
	ink    ink
}

func (c *odsCell) reset(t xml.StartElement) {
	*c = odsCell{
		times: timesOf(t, "number-columns-repeated"), wide: timesOf(t, "number-columns-spanned"), high: timesOf(t, "number-rows-spanned"),
		shown: c.shown[:0], spans: c.spans[:0], inks: c.inks[:0],
	}
	for _, a := range t.Attr {
		if a.Name.Space == "calcext" {
			continue // says the same in other words
		}
		switch a.Name.Local {
		case "style-name":
			c.style = a.Value
		case "value-type":
			c.kind = a.Value
		case "value", "date-value", "boolean-value", "string-value":
			c.value, c.valued = a.Value, true
		case "formula":
			c.formula = true
		}
	}
}

// area is what the cell takes up.
func (c *odsCell) area(column, row int) Area {
	return Area{Top: row, Left: column, Bottom: row + c.high - 1, Right: column + c.wide - 1}
}

// began takes an element inside the cell, and reports whether it belongs to what is shown.
func (c *odsCell) began(deep int, t xml.StartElement, o *ods) bool {
	name := t.Name.Local
	if deep == 1 {
		if c.inParagraph = name == "p"; c.inParagraph && c.paragraphs > 0 {
			c.shown = append(c.shown, '\n')
		}
		if c.paragraphs++; c.inParagraph {
			c.spans = c.spans[:0]
		}
		return c.inParagraph
	}
	switch name {
	case "annotation", "frame", "ruby-text", "note":
		return false
	case "s":
		for range min(timesOf(t, "c"), maxSpaces) {
			c.shown = append(c.shown, ' ')
		}
	case "tab":
		c.shown = append(c.shown, '\t')
	case "line-break":
		c.shown = append(c.shown, '\n')
	case "span":
		style, around := attribute(t, "style-name"), c.span().ink
		c.spans = append(c.spans, odsSpan{o.isStruck(style), o.inkOf(style).over(around)})
	}
	return true
}

func (c *odsCell) ended(deep int, name string) {
	if deep == 1 {
		c.inParagraph = false
	} else if name == "span" && len(c.spans) > 0 {
		c.spans = c.spans[:len(c.spans)-1]
	}
}

// chars takes letters, and reports whether there are not too many.
func (c *odsCell) chars(b []byte) bool {
	if !c.inParagraph {
		return true
	}
	if !blank(b) {
		span := c.span()
		if c.struck = c.struck || span.struck; len(c.inks) < mostInks && !slices.Contains(c.inks, span.ink) {
			c.inks = append(c.inks, span.ink)
		}
	}
	c.shown = append(c.shown, b...)
	return len(c.shown) <= maxString
}

// span is the innermost part of the text under way.
func (c *odsCell) span() odsSpan {
	if len(c.spans) == 0 {
		return odsSpan{}
	}
	return c.spans[len(c.spans)-1]
}

// unseen reports that nobody sees any letter of the cell, whose own colours are these.
func (c *odsCell) unseen(own ink) bool {
	if len(c.inks) == 0 {
		return own.unseen()
	}
	return !slices.ContainsFunc(c.inks, func(i ink) bool { return !i.over(own).unseen() })
}

// holds reports that there is anything in the cell.
func (c *odsCell) holds() bool {
	return !blank(c.shown) || !blank([]byte(c.value)) || c.isUnsaved()
}

// isUnsaved reports a formula whose value is not in the file. An empty text is a value.
func (c *odsCell) isUnsaved() bool {
	return c.formula && blank(c.shown) && blank([]byte(c.value)) && c.kind != "string"
}

// read is the trimmed text of a cell that holds anything, and what it is besides.
func (c *odsCell) read() (string, Mark) {
	shown := trimCell(string(c.shown))
	switch {
	case c.isUnsaved():
		return "", MarkUnsaved
	case blank([]byte(c.value)):
		return shown, 0
	case c.kind == "date":
		return trimCell(c.value), MarkDay
	case c.kind == "boolean":
		if isTrue(c.value) {
			return "1", MarkTruth
		}
		return "0", MarkTruth
	case c.kind == "float" || c.kind == "currency" || c.kind == "percentage":
		return shownNumber(c.value, shown)
	case shown == "":
		return trimCell(c.value), 0
	}
	return shown, 0
}

// shownNumber is a number by its value, or by what is shown of it where that adds zeros or
// letters to the same digits.
func shownNumber(value, shown string) (string, Mark) {
	text, is := numberText(value)
	if !is {
		return trimCell(text), 0
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, shown)
	lettered := strings.ContainsFunc(shown, unicode.IsLetter)
	if lettered && digits == "" && (text == "1" || text == "0") {
		return text, MarkTruth // LibreOffice keeps «TRUE» as a formula whose value is 1
	}
	if shown != text && strings.TrimLeft(digits, "0") == strings.TrimLeft(text, "0") && (lettered || len(digits) > len(text)) {
		return shown, MarkNumber | MarkShown
	}
	return text, MarkNumber
}
