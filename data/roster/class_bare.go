package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// doubtBareClasses asks of everybody in a class without a letter, where others of the file are in
// classes of the same number that have one: a title of several classes is that of none. What a
// person has said is not asked again.
func doubtBareClasses(rows []Row) {
	lettered := map[string][]string{}
	for i := range rows {
		number, letter, is := strings.Cut(rows[i].Graduate.Class, "-")
		if is && letter != "" && data.AllDigits(number) && !slices.Contains(lettered[number], rows[i].Graduate.Class) {
			lettered[number] = append(lettered[number], rows[i].Graduate.Class)
		}
	}
	if len(lettered) == 0 {
		return
	}
	for i := range rows {
		row := &rows[i]
		class := row.Graduate.Class
		others := lettered[class]
		if len(others) == 0 || row.layout.classGiven || row.saysOf(data.FieldClass) {
			continue
		}
		slices.Sort(others)
		p := Problem{Field: data.FieldClass, Value: class, Rule: "class_no_letter", Severity: data.SeverityConfirm,
			Args: data.Args{"value": class, "other": strings.Join(others, ", ")}}
		if c, found := row.layout.column(data.FieldClass); found {
			p.Column, p.Header = c.Letter(), c.Header
		}
		row.Problems = append(row.Problems, p)
	}
}

// saysOf reports that something is asked or wrong about a field already.
func (r *Row) saysOf(field string) bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Field == field && p.Severity != data.SeverityWarning })
}
