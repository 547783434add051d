package workbook

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"graduand/data"
)

// openCSV reads a text table: any usual encoding, any usual separator.
func openCSV(ctx context.Context, content []byte) (*Book, error) {
	plain, err := decodeText(content)
	if err != nil {
		return nil, err
	}
	comma, skipped, body := separator(unixLines(plain))
	lines, err := readRecords(ctx, newTable(body, comma), skipped)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, data.Fail("roster.empty", nil)
	}
	return &Book{Sheets: []Sheet{{Lines: lines}}}, nil
}

// Paste reads a piece of a table as Excel and LibreOffice put it on the clipboard: tabs
// between the cells, a cell with line breaks or tabs in quotes. Blank lines are counted
// and left out. The errors are those of [Open] that tell of limits.
func Paste(text string) ([]Line, error) {
	if len(text) > maxFile {
		return nil, data.Fail("roster.too_large", data.Args{"limit": maxFile >> 20})
	}
	t, total := newTable(unixLines(text), '\t'), &gauge{}
	var lines []Line
	for number := 1; ; number++ {
		record, more := t.next()
		if !more {
			return lines, nil
		}
		cells, err := total.line(record)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			lines = append(lines, Line{Number: number, Cells: cells, Broken: t.broken})
		}
	}
}

func unixLines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// decodeText makes UTF-8 of UTF-8 and UTF-16 (with their marks), and of
// windows-1251; what is not text at all is refused.
func decodeText(content []byte) (string, error) {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")):
		decoded, err := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewDecoder().Bytes(content)
		if err != nil || !isText(string(decoded)) {
			return "", data.FailWith(err, "roster.unknown_format", nil)
		}
		return string(decoded), nil
	case utf8.Valid(content):
		plain := strings.TrimPrefix(string(content), "\ufeff")
		if !isText(plain) {
			return "", data.Fail("roster.unknown_format", nil)
		}
		return plain, nil
	}
	decoded, err := charmap.Windows1251.NewDecoder().Bytes(content)
	if err != nil || !isText(string(decoded)) || !mostlyCyrillic(string(decoded)) {
		return "", data.FailWith(err, "roster.unknown_format", nil)
	}
	return string(decoded), nil
}

// isText reports that there are no control characters but those of a table.
func isText(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f' || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// mostlyCyrillic tells windows-1251 from other eight-bit codes: in a right text
// the letters beyond ASCII are Cyrillic ones of these languages, odd signs are rare
// (MacCyrillic has its capitals there), and no small letter stands before a capital
// (KOI8 has the two the other way round).
func mostlyCyrillic(s string) bool {
	letters, others, flips := 0, 0, 0
	small := false
	for _, r := range s {
		known := r >= 'А' && r <= 'я' || strings.ContainsRune("ІіЇїЄєҐґЁё", r)
		switch {
		case known:
			letters++
			if small && unicode.IsUpper(r) {
				flips++
			}
		case r < utf8.RuneSelf || strings.ContainsRune("№«»–—’“”„\u00a0", r):
		default:
			others++
		}
		small = known && unicode.IsLower(r)
	}
	return letters > 12*others && letters > 12*flips
}

var separators = []byte{';', '\t', ',', '|'}

// separator finds what stands between the cells. A first line «sep=;» says so
// itself and is left out; skipped counts it.
func separator(plain string) (comma byte, skipped int, body string) {
	if first, rest, _ := strings.Cut(plain, "\n"); len(first) == 5 && strings.EqualFold(first[:4], "sep=") && bytes.IndexByte(separators, first[4]) >= 0 {
		return first[4], 1, rest
	}
	best := 0
	comma = ';'
	sample := plain[:min(len(plain), 32<<10)]
	for _, candidate := range separators {
		if s := separatorScore(sample, candidate); s > best {
			best, comma = s, candidate
		}
	}
	return comma, 0, plain
}

// separatorScore is the number of the first lines that agree on a width above one.
func separatorScore(sample string, comma byte) int {
	t := newTable(sample, comma)
	widths := map[int]int{}
	for range 30 {
		if _, more := t.next(); !more {
			break
		}
		widths[t.width]++
	}
	best := 0
	for width, lines := range widths {
		if width > 1 && lines*4+min(width, 3) > best {
			best = lines*4 + min(width, 3)
		}
	}
	return best
}

// table takes a text apart, record by record. A cell in quotes may hold separators,
// doubled quotes and line breaks; where a quote is not closed as it should be, the
// line is read as it stands, lest it swallow those that follow.
type table struct {
	body  string
	comma byte
	ends  string // what can end a cell without quotes

	width  int  // of the last record, with its empty cells
	widest int  // of all records
	broken bool // the last record has a quote that is not closed
}

func newTable(body string, comma byte) *table {
	return &table{body: body, comma: comma, ends: string([]byte{comma, '\n'})}
}

// next returns the cells of the next record. Empty cells beyond the limit of columns
// are counted and not kept.
func (t *table) next() (cells []string, more bool) {
	if t.body == "" {
		return nil, false
	}
	t.width, t.broken = 0, false
	rest, sound := t.body, true
	for ended := false; !ended && sound; {
		var cell string
		cell, rest, ended, sound = t.cell(rest)
		cells = t.keep(cells, cell)
	}
	if !sound {
		t.width, t.broken, cells = 0, true, nil
		var line string
		line, rest, _ = strings.Cut(t.body, "\n")
		for cell := range strings.SplitSeq(line, string(t.comma)) {
			cells = t.keep(cells, cell)
		}
	}
	t.body, t.widest = rest, max(t.widest, t.width)
	return cells, true
}

// keep adds a cell; what lies beyond the limit shrinks to one cell, which betrays it.
func (t *table) keep(cells []string, cell string) []string {
	if t.width++; len(cells) <= MaxColumns {
		return append(cells, cell)
	}
	if cell = trimCell(cell); cell != "" {
		cells[MaxColumns] = cell
	}
	return cells
}

// cell reads one cell; ended says that the record ends with it, sound that its
// quotes are right.
func (t *table) cell(s string) (cell, rest string, ended, sound bool) {
	if !strings.HasPrefix(s, `"`) {
		end := strings.IndexAny(s, t.ends)
		if end < 0 {
			return s, "", true, true
		}
		return s[:end], s[end+1:], s[end] == '\n', true
	}
	for at := 1; at < min(len(s), 4*maxCell); {
		quote := strings.IndexByte(s[at:], '"')
		if quote < 0 {
			break
		}
		if at += quote + 1; strings.HasPrefix(s[at:], `"`) {
			at++
			continue
		}
		cell = s[1 : at-1]
		if strings.Contains(cell, "\n") && t.widest > 1 && strings.Count(cell, string(t.comma)) >= t.widest-1 {
			break // whole records lie between the two quotes
		}
		cell = strings.ReplaceAll(cell, `""`, `"`)
		switch {
		case at == len(s):
			return cell, "", true, true
		case s[at] == t.comma, s[at] == '\n':
			return cell, s[at+1:], s[at] == '\n', true
		}
		break
	}
	return "", "", true, false
}

var textFormula = regexp.MustCompile(`^="([^"]*)"$`)

// Unquoted is a cell without what a program writes to keep its digits from being taken
// for a number: ="067…".
func Unquoted(cell string) string {
	if !strings.HasPrefix(cell, `="`) {
		return cell
	}
	return textFormula.ReplaceAllString(cell, "$1")
}

// readRecords numbers the records as a spreadsheet program numbers its rows: a
// blank line counts, a line break inside quotes does not.
func readRecords(ctx context.Context, t *table, skipped int) ([]Line, error) {
	total := &gauge{}
	var lines []Line
	for number := skipped + 1; ; number++ {
		record, more := t.next()
		if !more {
			return lines, nil
		}
		for i, cell := range record {
			record[i] = Unquoted(cell)
		}
		cells, err := total.line(record)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			lines = append(lines, Line{Number: number, Cells: cells, Broken: t.broken})
		}
		if number%256 == 0 && ctx.Err() != nil {
			return nil, Stopped(ctx)
		}
	}
}
