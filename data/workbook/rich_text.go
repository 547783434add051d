package workbook

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"graduand/data"
)

// richText is a text of Office Open XML under way: plain, or of runs that each have their
// look. Readings beside it (phonetic runs) are left out.
type richText struct {
	text []byte
	run  runLook

	struck bool // something that is seen is struck out by its run
	plain  bool // something that is seen looks as the cell does
}

// runLook is what the run under way looks like.
type runLook struct{ inRun, own, struck, taking bool }

func (r *richText) reset() { *r = richText{text: r.text[:0]} }

// began takes an element; deep is its depth below the text, 1 for what stands right in it.
func (r *richText) began(deep int, t xml.StartElement) {
	switch name := t.Name.Local; {
	case deep == 1:
		r.run = runLook{inRun: name == "r", taking: name == "t"}
	case !r.run.inRun:
	case deep == 2 && name == "t":
		r.run.taking = true
	case deep == 2 && name == "rPr":
		r.run.own = true
	case deep == 3 && r.run.own && name == "strike":
		r.run.struck = isOn(t)
	}
}

// ended takes the end of an element.
func (r *richText) ended(deep int, name string) {
	if name == "t" && deep <= 2 {
		r.run.taking = false
	}
}

// chars takes letters, and reports whether there are not too many.
func (r *richText) chars(b []byte) bool {
	if !r.run.taking {
		return true
	}
	if r.text = append(r.text, b...); !blank(b) {
		r.struck = r.struck || r.run.struck
		r.plain = r.plain || !r.run.own
	}
	return len(r.text) <= maxString
}

// isOn reports that an element without a value, or with a true one, says yes.
func isOn(t xml.StartElement) bool {
	value := attribute(t, "val")
	return value == "" || isTrue(value)
}

// letterCodes are how a workbook writes a letter that XML forbids.
var letterCodes = regexp.MustCompile(`(?:_x[0-9A-Fa-f]{4}_)+`)

// decoded is a text with the letters that are written by their codes.
func decoded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return letterCodes.ReplaceAllStringFunc(s, func(codes string) string {
		var units []uint16
		for at := 0; at < len(codes); at += len("_x0000_") {
			unit, _ := strconv.ParseUint(codes[at+2:at+6], 16, 16) // the pattern has seen to it
			units = append(units, uint16(unit))
		}
		return string(utf16.Decode(units))
	})
}

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
