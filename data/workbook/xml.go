package workbook

import (
	"bytes"
	"regexp"
	"strconv"
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
