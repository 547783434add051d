package workbook

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// scan is one pass over the XML of a part, and what it has found.
type scan struct {
	lastRow int    // the highest number of a row
	filled  int    // rows with something in them
	merged  []Area // of more than one cell

	shared      bool
	open        [][]byte // the names of the elements under way
	inRow, all  int
	inSheet     bool
	counted     bool // the row is counted as filled
	stringStart int
	code        string
}

// scanXML reads a part to its end. The code is roster.suspicious for what costs too
// much, roster.damaged for what is not well-formed; it is at least as strict as
// encoding/xml, with which excelize reads and whose errors it drops.
func scanXML(part []byte, shared bool) (scan, string) {
	s := scan{shared: shared}
	part = bytes.TrimPrefix(part, []byte("\ufeff"))
	at, last, root := 0, 0, false
	for {
		next := bytes.IndexByte(part[at:], '<')
		if next < 0 {
			break
		}
		between := part[at : at+next]
		at += next
		if s.all++; at-last > maxGap || shared && s.all > maxStringTags {
			return s, "roster.suspicious"
		}
		if len(between) > 0 && (len(s.open) == 0 && len(bytes.TrimSpace(between)) > 0 || !goodText(between) || bytes.Contains(between, []byte("]]>"))) {
			return s, "roster.damaged"
		}
		length := s.tag(part[at:], at)
		if s.code != "" {
			return s, s.code
		}
		if length == 0 {
			return s, "roster.damaged"
		}
		at, last, root = at+length, at, root || len(s.open) > 0
	}
	switch {
	case len(part)-last > maxGap:
		return s, "roster.suspicious"
	case len(s.open) > 0 || !root || len(bytes.TrimSpace(part[at:])) > 0 || !legal(part):
		return s, "roster.damaged"
	}
	return s, ""
}

// tag reads what begins with «<» and returns its length, or 0 where it is none. A
// document type is none: no workbook has one, and its entities mean no good.
func (s *scan) tag(b []byte, at int) int {
	switch {
	case len(b) < 3:
		return 0
	case b[1] == '/':
		return s.closing(b)
	case b[1] == '?' || b[1] == '!':
		return asideLength(b)
	}
	name, attributes, length, empty := startTag(b)
	if length == 0 {
		return 0
	}
	s.element(local(name), attributes, at)
	if empty {
		return length
	}
	if s.open = append(s.open, name); len(s.open) > maxDepth {
		s.code = "roster.suspicious"
	}
	return length
}

// asideLength is the length of an instruction, a comment or a piece of raw text; 0
// for one that is wrong or without an end.
func asideLength(b []byte) int {
	for _, aside := range [][2]string{{"<?", "?>"}, {"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
		if !bytes.HasPrefix(b, []byte(aside[0])) {
			continue
		}
		end := bytes.Index(b[len(aside[0]):], []byte(aside[1]))
		if end < 0 || aside[0] == "<!--" && bytes.Contains(b[4:4+end], []byte("--")) || aside[0] == "<?" && !goodInstruction(b[2:2+end]) {
			return 0
		}
		return len(aside[0]) + end + len(aside[1])
	}
	return 0
}

// declaration is XML 1.0 in UTF-8, as Excel and all that write for it have it.
var declaration = regexp.MustCompile(`^xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["'](?i:utf-?8|us-ascii)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*$`)

// goodInstruction reports that an instruction has a name, and is a right declaration
// where it is one.
func goodInstruction(b []byte) bool {
	target := string(b[:nameLength(b)])
	return target != "" && (target != "xml" || declaration.Match(b))
}

func (s *scan) closing(b []byte) int {
	if len(s.open) == 0 || !bytes.HasPrefix(b[2:], s.open[len(s.open)-1]) {
		return 0
	}
	end := 2 + len(s.open[len(s.open)-1])
	if end += blanks(b[end:]); end == len(b) || b[end] != '>' {
		return 0
	}
	if string(local(s.open[len(s.open)-1])) == "sheetData" {
		s.inSheet = false
	}
	s.open = s.open[:len(s.open)-1]
	s.inRow++
	s.bound(0)
	return end + 1
}

// element takes note of one element and counts it.
func (s *scan) element(name, attributes []byte, at int) {
	s.inRow++
	switch string(name) {
	case "sheetData":
		s.inSheet, s.inRow = true, 0
	case "row":
		s.row(attributes)
	case "v", "is":
		if s.inSheet && !s.counted {
			s.filled, s.counted = s.filled+1, true
		}
	case "si":
		s.inRow, s.stringStart = 0, at
	case "mergeCell":
		if a, ok := areaOf(attribute(attributes, "ref")); ok && len(s.merged) < maxMerged {
			s.merged = append(s.merged, a)
		}
	}
	s.bound(at)
}

// row wants the numbers of the rows to rise: excelize takes others for one row.
func (s *scan) row(attributes []byte) {
	if s.inRow, s.counted = 0, false; !s.inSheet {
		return
	}
	number := s.lastRow + 1
	if written := attribute(attributes, "r"); written != nil {
		n, err := strconv.Atoi(string(written))
		if err != nil || n < number {
			s.code = "roster.damaged"
		}
		number = n
	}
	if s.lastRow = number; number > lastExcelRow {
		s.code = "roster.damaged"
	}
}

func (s *scan) bound(at int) {
	if s.inSheet && s.inRow > maxRowTags || s.shared && len(s.open) > 1 && (s.inRow > maxRunTags || at-s.stringStart > maxString) {
		s.code = "roster.suspicious"
	}
}

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
