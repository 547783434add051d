package workbook

import (
	"encoding/xml"

	"graduand/data"
)

// sharedText is a text that cells share by its number, and how it looks.
type sharedText struct {
	text   string // trimmed
	struck bool   // something of it is struck out
	plain  bool   // something of it looks as the cell does
	held   bool   // there is something to see
}

// readStrings reads the shared texts.
func (x *xlsx) readStrings(name string) error {
	r, tags, inText := richText{}, 0, 0
	return x.parts.each(x.ctx, name, "sst", maxStrings, func(e *events, token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			if tags++; e.depth == 2 {
				inText = 0
				r.reset()
			} else if e.depth > 2 {
				r.began(e.depth-2, t)
			}
			if inText++; inText > maxRunTags || tags > maxStringTags {
				return data.Fail("roster.suspicious", data.Args{"part": name})
			}
		case xml.CharData:
			if !r.chars(t) {
				return data.Fail("roster.suspicious", data.Args{"part": name})
			}
		case xml.EndElement:
			if e.depth == 2 && t.Name.Local == "si" {
				text := decoded(string(r.text))
				x.strings = append(x.strings, sharedText{trimCell(text), r.struck, r.plain, !blank([]byte(text))})
			} else if e.depth > 2 {
				r.ended(e.depth-2, t.Name.Local)
			}
		}
		return nil
	})
}
