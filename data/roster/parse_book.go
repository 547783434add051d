package roster

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/workbook"
)

// parse reads the persons of all layouts, and names the lines that were passed over: a line
// that is nobody (a title, a header, numbers only, a total, a signature). Every other line is
// a row, with its problems.
func parse(ctx context.Context, book *workbook.Book, layouts []Layout, rules Rules) ([]Row, []Passed, error) {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return nil, nil, err
	}
	patterns, err := compilePatterns(rules.Patterns)
	if err != nil {
		return nil, nil, err
	}
	all := parser{rules: rules, kinds: kinds, told: toldByNumbers(kinds), words: newDictionary(rules), codes: compileCodes(rules.Codes), patterns: patterns}
	var rows []Row
	var passed []Passed
	for i := range layouts {
		found, others, err := all.sheet(ctx, &layouts[i])
		if err != nil {
			return nil, nil, err
		}
		rows, passed = allRows(rows, found), append(passed, others...)
	}
	if len(rows) == 0 {
		return nil, nil, data.Fail("roster.nobody", nil)
	}
	tellBeside(rows)
	doubtBareClasses(rows)
	return rows, passed, nil
}

// sheet reads all tables of a sheet, one after the other.
func (p parser) sheet(ctx context.Context, l *Layout) ([]Row, []Passed, error) {
	var rows []Row
	others := l.aboveTables()
	classes := make([]string, len(l.further)+1) // in which each of the tables ends
	if over, found := l.overHeader(p.words); found {
		for _, block := range over.split() {
			found, err := p.table(block).read(ctx, others)
			if err != nil {
				return nil, nil, err
			}
			rows = allRows(rows, found)
		}
	}
	var empty []*Layout
	for i, blocks := range l.tables() {
		before := len(rows)
		for _, block := range blocks {
			table := p.table(block)
			if table.class == "" && i > 0 {
				table.class = l.Class
				if above := l.further[i-1].above; above >= 0 {
					table.class = classes[above]
				}
			}
			found, err := table.read(ctx, others)
			if err != nil {
				return nil, nil, err
			}
			rows, classes[i] = allRows(rows, found), table.class
		}
		if len(rows) == before {
			empty = append(empty, l.Tables()[i])
		}
	}
	rows, passed := l.withUnread(rows, others, empty)
	return rows, passed, nil
}

// withUnread adds the lines in which nobody was recognised to the rows, and gives the others that
// were passed over.
func (l *Layout) withUnread(rows []Row, others *nobodies, empty []*Layout) ([]Row, []Passed) {
	read := map[int]bool{}
	for i := range rows {
		read[rows[i].Number] = true
	}
	passed := others.lines(read)
	unread := l.unreadRows(passed, empty)
	for i := range unread {
		read[unread[i].Number] = true
	}
	return allRows(rows, unread), slices.DeleteFunc(passed, func(line Passed) bool { return !line.aside && read[line.Number] })
}

// allRows are the rows of two parts; most files have one part, and its rows are not copied.
func allRows(rows, more []Row) []Row {
	if len(rows) == 0 {
		return more
	}
	return append(rows, more...)
}
