package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// unreadBlock is how many lines of one shape that name somebody are no chance.
const unreadBlock = 5

// Unread reports that the row is a line in which nobody was recognised though people seem to stand
// in it. It is in doubt until a person leaves it out, or says what its columns are; it is never
// taken.
func (r *Row) Unread() bool { return r.unread }

// RefuseUnread makes the doubt about a line in which nobody was recognised an error, as there is
// nothing that could be taken.
func (r *Row) RefuseUnread() {
	r.Problems = slices.Clone(r.Problems)
	for i := range r.Problems {
		r.Problems[i].Severity = data.SeverityError
	}
}

// unreadRows are the lines of a sheet that were passed over though people seem to stand in them:
// all under a header under which nobody was recognised, and those of a block of one shape. empty
// are the tables in which nobody was.
func (l *Layout) unreadRows(passed []Passed, empty []*Layout) []Row {
	reasons := map[int]string{}
	for _, line := range passed {
		if !line.aside {
			reasons[line.Number] = line.Reason
		}
	}
	found := map[int]Row{}
	for _, table := range empty {
		table.unreadTable(reasons, found)
	}
	l.unreadBlocks(reasons, found)
	var rows []Row
	for _, line := range l.sheet.Lines {
		if row, is := found[line.Number]; is {
			rows = append(rows, row)
		}
	}
	return rows
}

// unreadTable are the lines of a table in which nobody was recognised; what is said of parents or
// of employees is passed over on purpose.
func (l *Layout) unreadTable(reasons map[int]string, found map[int]Row) {
	if l.Header == 0 || l.others || l.allOfParents() {
		return
	}
	var lines []workbook.Line
	for _, line := range l.lines() {
		if reason := reasons[line.Number]; (reason == passedNameless || reason == passedBelow) && filled(line.Cells) >= 2 && endSign(line.Cells) != sureSign {
			lines = append(lines, line)
		}
	}
	for _, line := range lines {
		found[line.Number] = l.unreadRow(line, "unread_table", data.Args{"header": l.Header, "rows": len(lines)})
	}
}

// allOfParents reports that every header speaks of parents, running numbers and notes aside.
func (l *Layout) allOfParents() bool {
	return !slices.ContainsFunc(l.Columns, func(c Column) bool {
		return c.Header != "" && !c.ordinal && !c.hidden && !ofParents(c.Header)
	})
}

// unreadBlocks are the lines one after the other that were passed over, have the same columns
// filled and name somebody.
func (l *Layout) unreadBlocks(reasons map[int]string, found map[int]Row) {
	lines := l.sheet.Lines
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && l.isUnread(lines[to], reasons) && (to == from || lines[to].Number == lines[to-1].Number+1 && sameShape(lines[to].Cells, lines[from].Cells)) {
			to++
		}
		for _, line := range lines[from:to] {
			if _, known := found[line.Number]; !known && to-from >= unreadBlock {
				found[line.Number] = l.unreadRow(line, "unread_block", data.Args{"rows": to - from})
			}
		}
		from = max(to, from+1)
	}
}

// isUnread reports that a line was passed over for no reason of its own though it names somebody.
func (l *Layout) isUnread(line workbook.Line, reasons map[int]string) bool {
	switch reasons[line.Number] {
	case passedNameless, passedBelow, passedTitle:
		return filled(line.Cells) >= 2 && endSign(line.Cells) != sureSign && slices.ContainsFunc(line.Cells, func(cell string) bool {
			words := strings.Fields(cell)
			return namesOne(words) && slices.ContainsFunc(words, isGiven) || len(words) == 1 && isGiven(cell)
		})
	}
	return false
}

// sameShape reports that two lines have the same columns filled.
func sameShape(a, b []string) bool {
	for i := range max(len(a), len(b)) {
		if (at(a, i) == "") != (at(b, i) == "") {
			return false
		}
	}
	return true
}

func (l *Layout) unreadRow(line workbook.Line, rule string, args data.Args) Row {
	value := data.OneLine(l.sheet.ShownLine(line))
	args["value"] = data.Shorten(value)
	row := Row{Sheet: l.Sheet, Number: line.Number, Cells: line.Cells, marks: line.Marks, layout: l, unread: true}
	row.Graduate.Current()
	row.Problems = []Problem{{Field: data.FieldSurname, Value: value, Rule: rule, Args: args, Severity: data.SeverityConfirm}}
	return row
}
