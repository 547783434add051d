package roster

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"graduand/data"
)

// Limits of the parts of a workbook.
const (
	maxEntries    = 2000
	maxRatio      = 200
	ratioFrom     = 1 << 20 // a ratio says nothing about small parts
	maxStrings    = 32 << 20
	maxOtherPart  = 4 << 20
	maxDepth      = 100
	maxGap        = 1 << 20 // bytes from one tag to the next
	maxStringTags = 1_200_000
	maxRowTags    = 100_000
	maxRunTags    = 20_000  // within one shared string
	maxString     = 1 << 20 // bytes of one shared string with its tags
	maxMerged     = 20_000
	lastExcelRow  = 1 << 20
)

// checkParts looks through the XML of all parts before excelize decodes it: what
// would cost the decoder far more than its size is refused, and so is what breaks
// off, as the decoder would end there without a word. It returns what the sheets
// tell about themselves, by the name of their part.
func checkParts(file *excelize.File) (map[string]scan, error) {
	var bad error
	scans := map[string]scan{}
	file.Pkg.Range(func(key, value any) bool {
		name, _ := key.(string)
		part, _ := value.([]byte)
		if macroType(name, part) {
			bad = data.Fail("roster.macros", nil)
			return false
		}
		found, code := scanXML(part, strings.EqualFold(name, "xl/sharedStrings.xml"))
		if code != "" {
			bad = data.Fail(code, data.Args{"part": name})
		}
		scans[strings.ToLower(name)] = found
		return bad == nil
	})
	return scans, bad
}

func macroType(name string, part []byte) bool {
	return strings.EqualFold(name, "[Content_Types].xml") && bytes.Contains(part, []byte("macroEnabled"))
}

// area is a merged range: rows count from 1, columns from 0.
type area struct{ top, left, bottom, right int }

// scan is one pass over the XML of a part, and what it has found.
type scan struct {
	lastRow int    // the highest number of a row
	filled  int    // rows with something in them
	merged  []area // of more than one cell

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
	at, root := 0, false
	part = bytes.TrimPrefix(part, []byte("\ufeff"))
	for {
		next := bytes.IndexByte(part[at:], '<')
		if next < 0 {
			break
		}
		between := part[at : at+next]
		at += next
		if len(s.open) == 0 && len(bytes.TrimSpace(between)) > 0 || !goodText(between) || bytes.Contains(between, []byte("]]>")) {
			return s, "roster.damaged"
		}
		if s.all++; shared && s.all > maxStringTags {
			return s, "roster.suspicious"
		}
		if gap := bytes.IndexByte(part[at+1:], '<'); gap > maxGap || gap < 0 && len(part)-at > maxGap {
			return s, "roster.suspicious"
		}
		length := s.tag(part[at:], at)
		if s.code != "" {
			return s, s.code
		}
		if length == 0 {
			return s, "roster.damaged"
		}
		at, root = at+length, root || len(s.open) > 0
	}
	if len(s.open) > 0 || !root || len(bytes.TrimSpace(part[at:])) > 0 || !legal(part) {
		return s, "roster.damaged"
	}
	return s, ""
}

// tag reads what begins with «<» and returns its length, or 0 where it is none. A
// document type is none: no workbook has one, and its entities mean no good.
func (s *scan) tag(b []byte, at int) int {
	for _, aside := range [][2]string{{"<?", "?>"}, {"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
		if !bytes.HasPrefix(b, []byte(aside[0])) {
			continue
		}
		end := bytes.Index(b[len(aside[0]):], []byte(aside[1]))
		if end < 0 || aside[0] == "<!--" && bytes.Contains(b[4:4+end], []byte("--")) {
			return 0
		}
		return len(aside[0]) + end + len(aside[1])
	}
	if bytes.HasPrefix(b, []byte("</")) {
		return s.closing(b)
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

func (s *scan) closing(b []byte) int {
	end := bytes.IndexByte(b, '>')
	if end < 0 || len(s.open) == 0 || !bytes.Equal(bytes.TrimRight(b[2:end], " \t\r\n"), s.open[len(s.open)-1]) {
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
	at := 1
	for at < len(b) && b[at] != ' ' && b[at] != '>' && b[at] != '/' && b[at] != '\t' && b[at] != '\n' && b[at] != '\r' {
		if b[at] == '<' || b[at] == '"' || b[at] == '=' || b[at] == '&' {
			return nil, nil, 0, false
		}
		at++
	}
	name, start := b[1:at], at
	if len(name) == 0 || name[0] >= '0' && name[0] <= '9' || name[0] == '-' || name[0] == '.' || name[0] == ':' {
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
	at := 0
	for at < len(b) && (b[at] > '>' || b[at] >= '0' && b[at] <= ':' || b[at] == '-' || b[at] == '.') {
		at++
	}
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
func areaOf(ref []byte) (area, bool) {
	from, to, _ := strings.Cut(string(ref), ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		return area{}, false
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	return area{top, left - 1, bottom, right - 1}, err == nil && (bottom > top || right > left)
}

// sheetParts maps the names of the work sheets to the names of their parts, in
// small letters; chart sheets, which have no rows, are left out.
func sheetParts(file *excelize.File) map[string]string {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	file.Pkg.Range(func(key, value any) bool {
		part, _ := value.([]byte)
		switch name, _ := key.(string); strings.ToLower(name) {
		case "xl/workbook.xml":
			_ = xml.Unmarshal(part, &book) // excelize has read it already
		case "xl/_rels/workbook.xml.rels":
			_ = xml.Unmarshal(part, &relations)
		}
		return true
	})
	parts := map[string]string{}
	for _, sheet := range book.Sheets {
		for _, r := range relations.List {
			if target := r.Target; r.ID == sheet.ID && strings.HasSuffix(r.Type, "/worksheet") {
				if !strings.HasPrefix(target, "/") {
					target = path.Join("xl", target)
				}
				parts[sheet.Name] = strings.ToLower(strings.TrimPrefix(target, "/"))
			}
		}
	}
	return parts
}

// readSheets reads the visible sheets and names the hidden ones that hold anything.
func readSheets(ctx context.Context, file *excelize.File, scans map[string]scan) (*Workbook, error) {
	book := &Workbook{}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		book.Date1904 = *props.Date1904
	}
	total := &gauge{}
	parts := sheetParts(file)
	for _, name := range file.GetSheetList() {
		part, isWork := parts[name]
		found, present := scans[part]
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			if found.filled > 0 {
				book.hidden = append(book.hidden, SkippedPart{Sheet: name, Rows: found.filled})
			}
			continue
		}
		if !isWork {
			continue
		}
		if !present {
			return nil, data.Fail("roster.damaged", data.Args{"part": part})
		}
		lines, err := readSheet(ctx, file, name, total, found.lastRow)
		if err != nil {
			return nil, err
		}
		if len(lines) > 0 {
			book.Sheets = append(book.Sheets, Sheet{Name: norm.NFC.String(name), Lines: lines, merged: found.merged})
		}
	}
	if len(book.Sheets) == 0 {
		return nil, data.Fail("roster.empty", nil)
	}
	return book, nil
}

// readSheet streams one sheet down to its last row; to end before is damage.
func readSheet(ctx context.Context, file *excelize.File, name string, total *gauge, last int) ([]Line, error) {
	rows, err := file.Rows(name)
	if err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	defer rows.Close()
	var lines []Line
	number := 1
	for ; number <= last && rows.Next(); number++ {
		if number%128 == 0 && ctx.Err() != nil {
			return nil, stopped(ctx)
		}
		cells, err := rows.Columns()
		if err != nil && err != io.EOF {
			return nil, data.FailWith(err, "roster.damaged", nil)
		}
		cells, err = total.line(cells)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			lines = append(lines, Line{Number: number, Cells: cells})
		}
	}
	if err := rows.Error(); err != nil || number <= last {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	if err := rows.Close(); err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	return lines, nil
}
