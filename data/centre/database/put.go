package database

import (
	"slices"
	"strings"
)

// Table is what rows are put into: its columns, the first Key of which tell rows apart.
type Table struct {
	Name    string
	Key     int
	Columns []string
}

// together is how many rows go in one statement: fewer ways to the database, and far from the number
// of arguments that either one takes (32,766 and 65,535).
const together = 100

// Put puts rows in the place of those with the same key. No two of them may have one.
func (t *Tx) Put(into Table, rows [][]any) error {
	for some := range slices.Chunk(rows, together) {
		var args []any
		for _, row := range some {
			args = append(args, row...)
		}
		if err := t.Exec(into.put(len(some)), args...); err != nil {
			return err
		}
	}
	return nil
}

func (b Table) put(rows int) string {
	row := "(?" + strings.Repeat(", ?", len(b.Columns)-1) + ")"
	text := "INSERT INTO " + b.Name + " (" + strings.Join(b.Columns, ", ") + ") VALUES " + row + strings.Repeat(", "+row, rows-1) +
		" ON CONFLICT (" + strings.Join(b.Columns[:b.Key], ", ") + ") DO "
	var set []string
	for _, column := range b.Columns[b.Key:] {
		set = append(set, column+" = excluded."+column)
	}
	if len(set) == 0 {
		return text + "NOTHING"
	}
	return text + "UPDATE SET " + strings.Join(set, ", ")
}

// Among gives «(?, ?, ?)» and the arguments for a list of values.
func Among(values []string) (marks string, args []any) {
	for _, v := range values {
		args = append(args, v)
	}
	return "(" + strings.TrimSuffix(strings.Repeat("?, ", len(values)), ", ") + ")", args
}
