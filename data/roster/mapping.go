package roster

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
)

// Options are what the user decides instead of the program.
type Options struct {
	// Sheet is the name of the only sheet to read; empty for every sheet that looks
	// like a roster.
	Sheet string
	// Class is given to rows that have no class of their own; it goes before the
	// class named by a title line or by the sheet.
	Class string
	// Columns says where a field stands: field → column letter ("C"), number ("3")
	// or header text. Beside the fields of package data there are [FieldFullName],
	// [FieldDocument] and [FieldGivenPatronymic].
	Columns map[string]string
	// Take are the doubtful rows that a person wants taken as they were read: their
	// numbers, "Sheet!4" where there are several sheets, or [TakeAll].
	Take []string
	// Leave are rows that are not taken, Same those that are about the one of the registry whom
	// they resemble; they are named as those of Take are.
	Leave, Same []string
	// Mend are the rows in which the one text that mends what is wrong is put in, such as the
	// number of a document with its lost zeros; they are named as those of Take are.
	Mend []string
}

// TakeAll takes all doubtful rows.
const TakeAll = "all"

// bareLayout is a sheet without a recognised header. If the mapping speaks of a
// header text, the line with that text is the header.
func bareLayout(sheet *workbook.Sheet, options Options) Layout {
	layout := Layout{Sheet: sheet.Name, sheet: sheet}
	width := 0
	for _, line := range sheet.Lines {
		width = max(width, len(line.Cells))
	}
	layout.Columns = make([]Column, width)
	for i := range layout.Columns {
		layout.Columns[i].Index = i
	}
	for _, where := range options.Columns {
		for i := 0; i < len(sheet.Lines) && i < headerLines; i++ {
			if !holds(sheet.Lines[i].Cells, where) || isPlace(where) {
				continue
			}
			for c, cell := range sheet.Lines[i].Cells {
				layout.Columns[c].Header = data.OneLine(cell)
			}
			layout.Header, layout.first = sheet.Lines[i].Number, i+1
			return layout
		}
	}
	return layout
}

func holds(cells []string, text string) bool {
	for _, cell := range cells {
		if squeeze(cell) == squeeze(text) && cell != "" {
			return true
		}
	}
	return false
}

func isPlace(where string) bool {
	_, ok := place(where)
	return ok
}

// place reads a column's number or letters; Cyrillic letters that look like Latin
// ones are what a user with another keyboard types.
func place(where string) (index int, ok bool) {
	where = toLatin(strings.ToUpper(strings.TrimSpace(where)))
	if n, err := strconv.Atoi(where); err == nil {
		return n - 1, n >= 1
	}
	if where == "" || utf8.RuneCountInString(where) > 2 {
		return 0, false
	}
	for _, r := range where {
		if r < 'A' || r > 'Z' {
			return 0, false
		}
		index = index*26 + int(r-'A') + 1
	}
	return index - 1, true
}

// overrule puts the user's mapping before what was recognised.
func (l *Layout) overrule(mapping map[string]string) error {
	fields := make([]string, 0, len(mapping))
	for field := range mapping {
		fields = append(fields, field)
	}
	sort.Strings(fields)
	for i := range l.Columns {
		if _, mapped := mapping[l.Columns[i].Field]; mapped {
			l.Columns[i].Field = ""
		}
	}
	for _, field := range fields {
		i, ok := l.find(mapping[field])
		if !ok {
			return data.Fail("roster.no_column", data.Args{"field": data.FieldTitle(field), "column": mapping[field], "sheet": l.Sheet})
		}
		l.Columns[i].Field, l.Columns[i].Ignored, l.Columns[i].parents = field, false, false
	}
	return nil
}

func (l *Layout) find(where string) (int, bool) {
	for i, c := range l.Columns {
		if c.Header != "" && squeeze(c.Header) == squeeze(where) {
			return i, true
		}
	}
	i, ok := place(where)
	return i, ok && i < len(l.Columns)
}

// firstData is the first line that looks like a person, for a sheet with a mapping
// and no header.
func (l *Layout) firstData(words *dictionary) int {
	for i, line := range l.sheet.Lines {
		if l.looksLikeData(line.Cells, words) {
			return i
		}
	}
	return len(l.sheet.Lines)
}

func (l *Layout) looksLikeData(cells []string, words *dictionary) bool {
	for _, c := range l.Columns {
		cell := at(cells, c.Index)
		switch c.Field {
		case FieldFullName, data.FieldSurname, data.FieldGivenName:
			if !strings.ContainsFunc(cell, unicode.IsLetter) || words.field(cell) != "" || endSign(cells) == sureSign {
				return false
			}
		case data.FieldBirthDate:
			if digitRun(cell) < 2 && cell != "" {
				return false
			}
		}
	}
	filled := 0
	for _, cell := range cells {
		if cell != "" {
			filled++
		}
	}
	return filled > 1 || len(l.Columns) == 1
}
