package workbook

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
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
