package workbook

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// Where a number of a row is lost nothing can be said of where its cells stand.
var errPlace = data.Fail("roster.damaged", nil)

// gatherer puts the cells of a sheet into its lines, in whatever order a row has them. No
// cell is written over: two in one place are damage.
type gatherer struct {
	total *gauge
	lines []Line
	first int // the number of the first row
	last  int // that of the last one

	hidden bool // of the row under way, as the fields below
	cells  []string
	marks  []Mark
	notes  []string
	marked bool
	beyond bool // something lies beyond the limit of columns
}

// begin begins a row; the numbers of the rows rise.
func (g *gatherer) begin(number int, hidden bool) error {
	if number <= g.last {
		return data.Fail("roster.damaged", nil)
	}
	if g.first == 0 {
		g.first = number
	}
	g.last, g.hidden = number, hidden
	g.cells, g.marks, g.notes, g.marked, g.beyond = g.cells[:0], g.marks[:0], nil, false, false
	return nil
}

// put puts a trimmed text into a column of the row.
func (g *gatherer) put(column int, text string, mark Mark) error {
	if text == "" && mark&MarkUnsaved == 0 {
		return nil
	}
	if column >= MaxColumns {
		g.beyond = true
		return nil
	}
	for len(g.cells) <= column {
		g.cells, g.marks = append(g.cells, ""), append(g.marks, 0)
	}
	if g.cells[column] != "" || g.marks[column] != 0 {
		return data.Fail("roster.damaged", nil)
	}
	g.cells[column], g.marks[column] = text, mark
	g.marked = g.marked || mark != 0
	return nil
}

// end closes the row; one without anything leaves no line.
func (g *gatherer) end() error {
	if len(g.cells) == 0 && !g.beyond {
		return nil
	}
	if err := g.total.add(g.cells, g.beyond); err != nil {
		return err
	}
	line := Line{Number: g.last, Cells: append([]string(nil), g.cells...), Hidden: g.hidden, Notes: g.notes}
	if g.marked {
		line.Marks = append([]Mark(nil), g.marks...)
	}
	g.lines = append(g.lines, line)
	return nil
}

// repeat adds the last row again, so many times, as the rows below it.
func (g *gatherer) repeat(times int) error {
	if len(g.lines) == 0 || g.lines[len(g.lines)-1].Number != g.last {
		g.last += times
		return nil
	}
	for range times {
		g.last++
		if err := g.total.add(g.cells, g.beyond); err != nil {
			return err
		}
		line := g.lines[len(g.lines)-1]
		line.Number, line.Cells, line.Marks = g.last, slices.Clone(line.Cells), slices.Clone(line.Marks)
		g.lines = append(g.lines, line)
	}
	return nil
}

// tally counts what the events of a file say that a sheet holds, before any value is
// looked up or put into its place.
type tally struct {
	Count
	inRow int
}

// cell is one that holds anything.
func (t *tally) cell() { t.inRow++ }

// row ends a row that stands so many times.
func (t *tally) row(times int) {
	if t.inRow > 0 {
		t.Rows, t.Cells = t.Rows+times, t.Cells+t.inRow*times
	}
	t.inRow = 0
}

// accounted refuses a sheet of which not all was read that the file holds.
func accounted(sheet Sheet) error {
	read := Count{Rows: len(sheet.Lines)}
	for _, line := range sheet.Lines {
		read.Cells += line.filled()
	}
	if read != sheet.Held {
		return data.Fail("roster.unaccounted", data.Args{"sheet": sheet.Name, "rows": sheet.Held.Rows, "cells": sheet.Held.Cells,
			"read_rows": read.Rows, "read_cells": read.Cells})
	}
	return nil
}

// filled is the number of the cells with anything in them.
func (l Line) filled() int {
	n := 0
	for column, cell := range l.Cells {
		if cell != "" || l.Mark(column)&MarkUnsaved != 0 {
			n++
		}
	}
	return n
}

// unseen reports what stands at the ends of a cell and is not seen.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad'
}

// blank reports that nothing is to be seen.
func blank(text []byte) bool {
	for len(text) > 0 {
		if c := text[0]; c > ' ' && c < utf8.RuneSelf {
			return false
		}
		r, n := utf8.DecodeRune(text)
		if !unseen(r) {
			return false
		}
		text = text[n:]
	}
	return true
}
