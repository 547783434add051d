package workbook

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// startTag takes a start tag apart; length is 0 where it is not well-formed.
func startTag(b []byte) (name, attributes []byte, length int, empty bool) {
	at := 1 + nameLength(b[1:])
	name, start := b[1:at], at
	if len(name) == 0 || at < len(b) && b[at] != '>' && b[at] != '/' && blanks(b[at:]) == 0 {
		return nil, nil, 0, false
	}
	for at < len(b) {
		switch c := b[at]; {
		case c == '>':
			return name, b[start:at], at + 1, false
		case c == '/' && at+1 < len(b) && b[at+1] == '>':
			return name, b[start:at], at + 2, true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			at++
		default:
			n := attributeLength(b[at:])
			if n == 0 {
				return nil, nil, 0, false
			}
			at += n
		}
	}
	return nil, nil, 0, false
}

// attributeLength is the length of «name="value"», or 0.
func attributeLength(b []byte) int {
	at := nameLength(b)
	named := at > 0
	at += blanks(b[at:])
	if !named || at >= len(b) || b[at] != '=' {
		return 0
	}
	at++
	at += blanks(b[at:])
	if at >= len(b) || b[at] != '"' && b[at] != '\'' {
		return 0
	}
	end := bytes.IndexByte(b[at+1:], b[at])
	if end < 0 || bytes.IndexByte(b[at+1:at+1+end], '<') >= 0 || !goodText(b[at+1:at+1+end]) {
		return 0
	}
	return at + end + 2
}

// nameLength is the length of the XML name that b begins with; letters beyond ASCII
// are taken as they come.
func nameLength(b []byte) int {
	n := 0
	for n < len(b) {
		c := b[n]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= utf8.RuneSelf
		if !letter && (n == 0 || c != '-' && c != '.' && c != ':' && (c < '0' || c > '9')) {
			break
		}
		n++
	}
	return n
}

// blanks is the number of spaces that b begins with.
func blanks(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == ' ' || b[n] == '\t' || b[n] == '\n' || b[n] == '\r') {
		n++
	}
	return n
}

// attribute finds the value of an attribute in a tag that is known to be right.
func attribute(attributes []byte, name string) []byte {
	for {
		at := bytes.Index(attributes, []byte(name+`="`))
		if at < 0 {
			return nil
		}
		value := attributes[at+len(name)+2:]
		if at > 0 && strings.IndexByte(" \t\r\n", attributes[at-1]) >= 0 {
			return value[:bytes.IndexByte(value, '"')]
		}
		attributes = value
	}
}

// local is a name without its prefix.
func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// goodText reports that every & begins a reference that needs no definition.
func goodText(b []byte) bool {
	for {
		at := bytes.IndexByte(b, '&')
		if at < 0 {
			return true
		}
		b = b[at+1:]
		end := bytes.IndexByte(b[:min(len(b), 12)], ';')
		if end < 1 {
			return false
		}
		switch name := string(b[:end]); name {
		case "amp", "lt", "gt", "quot", "apos":
		default:
			code, numeric := strings.CutPrefix(name, "#")
			base := 10
			if hex, is := strings.CutPrefix(code, "x"); is {
				code, base = hex, 16
			}
			n, err := strconv.ParseUint(code, base, 32)
			if !numeric || err != nil || !legalRune(rune(n)) {
				return false
			}
		}
	}
}

func legalRune(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= utf8.MaxRune
}

// legal reports that the part is UTF-8 without characters that XML forbids.
func legal(part []byte) bool {
	for _, b := range part {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return false
		}
	}
	return utf8.Valid(part) && !bytes.Contains(part, []byte("\uffff")) && !bytes.Contains(part, []byte("\ufffe"))
}

// areaOf reads «A2:A5»; a single cell is no area.
func areaOf(ref []byte) (Area, bool) {
	from, to, _ := strings.Cut(string(ref), ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		return Area{}, false
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	return Area{top, left - 1, bottom, right - 1}, err == nil && (bottom > top || right > left)
}
