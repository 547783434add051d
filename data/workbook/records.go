package workbook

import "strings"

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
	spelt  bool // the text went through [data.KeepEntities]
}

func newTable(body string, comma byte) *table {
	return &table{body: body, comma: comma, ends: string([]byte{comma, '\n'})}
}

// next returns the cells of the next record. Empty cells beyond the limit of columns
// are counted and not kept. A record that is not sound by the usual rule may be by the one
// of other programs, for which \" is a quote within a cell.
func (t *table) next() (cells []string, more bool) {
	if t.body == "" {
		return nil, false
	}
	t.broken = false
	cells, rest, sound := t.record(false)
	if !sound && strings.Contains(t.body, `\"`) {
		cells, rest, sound = t.record(true)
	}
	if !sound {
		cells, rest = t.asItStands()
	}
	t.body, t.widest = rest, max(t.widest, t.width)
	return cells, true
}

// record reads one record; sound says that all its quotes are right.
func (t *table) record(strokes bool) (cells []string, rest string, sound bool) {
	t.width, rest, sound = 0, t.body, true
	for ended := false; !ended && sound; {
		var cell string
		cell, rest, ended, sound = t.cell(rest, strokes)
		cells = t.keep(cells, cell)
	}
	return cells, rest, sound
}

// asItStands cuts a line at every separator, as its quotes cannot be trusted.
func (t *table) asItStands() (cells []string, rest string) {
	t.width, t.broken = 0, true
	line, rest, _ := strings.Cut(t.body, "\n")
	for cell := range strings.SplitSeq(line, string(t.comma)) {
		cells = t.keep(cells, cell)
	}
	return cells, rest
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
// quotes are right. A quote behind spaces is one if it is closed.
func (t *table) cell(s string, strokes bool) (cell, rest string, ended, sound bool) {
	spaced := strings.TrimLeft(s, " \u00a0")
	if strings.HasPrefix(spaced, `"`) {
		cell, rest, ended, sound = t.quoted(spaced, strokes)
		if sound || len(spaced) == len(s) {
			return cell, rest, ended, sound
		}
	}
	end := strings.IndexAny(s, t.ends)
	if end < 0 {
		return s, "", true, true
	}
	return s[:end], s[end+1:], s[end] == '\n', true
}

// quoted reads a cell that begins with a quote.
func (t *table) quoted(s string, strokes bool) (cell, rest string, ended, sound bool) {
	at := closingQuote(s, strokes)
	if at < 0 {
		return "", "", true, false
	}
	cell, rest = s[1:at], strings.TrimLeft(s[at+1:], " \u00a0")
	if strings.Contains(cell, "\n") && t.widest > 1 && strings.Count(cell, string(t.comma)) >= t.widest-1 {
		return "", "", true, false // whole records lie between the two quotes
	}
	if strokes {
		cell = strings.ReplaceAll(cell, `\"`, `"`)
	}
	cell = strings.ReplaceAll(cell, `""`, `"`)
	switch {
	case rest == "":
		return cell, "", true, true
	case rest[0] == t.comma, rest[0] == '\n':
		return cell, rest[1:], rest[0] == '\n', true
	}
	return "", "", true, false
}

// closingQuote is where the cell ends that the first quote begins; -1 where it does not.
// Two quotes are one within the cell, and so is \" where strokes says so.
func closingQuote(s string, strokes bool) int {
	for at := 1; at < min(len(s), 4*maxCell); at++ {
		switch {
		case strokes && strings.HasPrefix(s[at:], `\"`):
			at++
		case s[at] != '"':
		case strings.HasPrefix(s[at:], `""`):
			at++
		default:
			return at
		}
	}
	return -1
}
