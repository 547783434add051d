package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// finish draws from the rest of the sheet what the header alone does not say: the
// class, the columns under a merged header, the kinds of documents.
func (l *Layout) finish(rules Rules, options Options, kinds []kind) {
	l.finishColumns(rules, kinds)
	l.Class, l.classGiven = l.findClass(rules, options), options.Class != ""
	l.findBlockClasses(rules, options)
	for i := range l.further {
		l.further[i].finishFurther(rules, options, kinds)
		l.further[i].unlike = l.further[i].isUnlike(l, rules)
	}
}

// isUnlike reports that the people of a further table may be others than those of the first:
// its title says so, or they have neither numbers nor classes, which the first have, no class stands over them, and
// nothing else says that they are graduates.
func (l *Layout) isUnlike(first *Layout, rules Rules) bool {
	if slices.ContainsFunc(l.titles(), saysStaff) {
		return true
	}
	all, own := len(first.Columns), len(l.Columns)
	if !first.counted(0, all) && !first.classed(0, all) || l.counted(0, own) || l.classed(0, own) || l.Class != "" || l.sexIn(0, own) != "" {
		return false
	}
	return !slices.ContainsFunc(l.Columns, func(c Column) bool { return slices.Contains(ofGraduates, c.Field) || ofGraduate(c.Header) }) &&
		!slices.ContainsFunc(l.titles(), func(title string) bool { _, named := classInTitle(title, rules.NameScript); return named })
}

// ofGraduates are the fields that nobody writes of anyone else.
var ofGraduates = []string{data.FieldBirthDate, data.FieldSex, FieldDocument, data.FieldDocumentNumber, data.FieldDocumentSeries, data.FieldCardNumber}

// top are the first lines of the table, by which its columns are judged.
func (l *Layout) top() []workbook.Line {
	lines := l.lines()
	return lines[:min(len(lines), headerLines)]
}

// finishColumns draws from the lines of the table what the header alone does not say.
func (l *Layout) finishColumns(rules Rules, kinds []kind) {
	l.widen()
	l.tellRelatives()
	l.shareBesideSexes()
	l.findDate(rules)
	l.findOwnPhone()
	l.findLetter(rules)
	l.spread(FieldFullName, []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic})
	l.spread(FieldDocument, []string{data.FieldDocumentSeries, data.FieldDocumentNumber})
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.parents && rules.PhoneIsLogin {
			c.Field = "" // who signs in with it signs in as the graduate
		}
		c.placed = c.Field == data.FieldBirthDate && has(squeeze(c.Header), "місц", "мест", "жер", "place")
		if c.Field == FieldDocument || c.Field == data.FieldDocumentNumber || c.Field == data.FieldDocumentSeries {
			c.kind = kindInHeader(kinds, c.Header)
		}
	}
}

// finishFurther finishes a table that stands below or beside another one. Its class is
// named over its header; else it goes on in the class of the table above.
func (l *Layout) finishFurther(rules Rules, options Options, kinds []kind) {
	l.finishColumns(rules, kinds)
	switch l.Class = ""; {
	case options.Class != "":
		l.classGiven = true
		l.Class = CleanClass(options.Class, rules.NameScript)
	case l.above < 0 && l.to > l.from:
		l.Class = l.titleClass(rules, l.from, l.to)
	}
}

// findBlockClasses gives each of the tables side by side the class that stands over it.
func (l *Layout) findBlockClasses(rules Rules, options Options) {
	if len(l.blocks) == 0 || options.Class != "" {
		return
	}
	bounds := l.bounds()
	for k := range len(bounds) - 1 {
		l.classes = append(l.classes, l.titleClass(rules, bounds[k], bounds[k+1]))
	}
	if slices.ContainsFunc(l.classes[1:], func(class string) bool { return class != "" }) {
		return
	}
	for k := range l.classes {
		l.classes[k] = l.Class
	}
}

// findDate takes a column headed «Дата» for the birth date where its cells are dates
// of years ago and no other column is.
func (l *Layout) findDate(rules Rules) {
	if _, known := l.column(data.FieldBirthDate); known {
		return
	}
	for i := range l.Columns {
		if !l.Columns[i].date {
			continue
		}
		dates, others := 0, 0
		for _, line := range l.top() {
			cell := at(line.Cells, i)
			if date, err := cellDate(cell, false, false, rules.Today); err == nil && (rules.Today == "" || date.Years(rules.Today) >= max(rules.MinimumAge/2, 5)) {
				dates++
			} else if cell != "" {
				others++
			}
		}
		if dates > 2*others {
			l.Columns[i].Field = data.FieldBirthDate
			return
		}
	}
}

// findOwnPhone takes a column headed by the word for a graduate alone, or by «Номер», whose
// cells are telephones, for the graduate's own: «ПІБ», «Мама», «Тато», «Учень».
func (l *Layout) findOwnPhone() {
	if c, known := l.column(data.FieldPhone); known && !c.parents {
		return
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Field != "" || c.Ignored && !c.number || c.Header == "" || rankOf(c.Header) != rankNoun && !c.number {
			continue
		}
		phones, others := 0, 0
		for _, line := range l.top() {
			if cell := at(line.Cells, i); digitCount(cell) >= 9 {
				phones++
			} else if cell != "" {
				others++
			}
		}
		if phones > 2*others {
			if parents, known := l.column(data.FieldPhone); known {
				l.Columns[parents.Index].Field, l.Columns[parents.Index].Ignored = "", true
			}
			c.Field, c.Ignored = data.FieldPhone, false
			return
		}
	}
}

// widen adds the columns that hold data and no header.
func (l *Layout) widen() {
	for _, line := range l.top() {
		for len(l.Columns) < len(line.Cells) && (l.to == 0 || len(l.Columns) < l.to) {
			l.Columns = append(l.Columns, Column{Index: len(l.Columns)})
		}
	}
}

// spread gives the columns under one merged header their own fields: «ПІБ» over
// three columns that hold one word each. The last part may be rare: not everybody
// has a patronymic.
func (l *Layout) spread(field string, parts []string) {
	for at := 0; at < len(l.Columns); at++ {
		c := l.Columns[at]
		if c.Field != field || c.Header == "" {
			continue
		}
		span := 1
		for span < len(parts) && at+span < len(l.Columns) && l.Columns[at+span].Header == "" && l.Columns[at+span].Field == "" && l.filled(at+span, span == 1) {
			span++
		}
		if span == 1 || field == FieldFullName && !l.oneWord(at) {
			continue
		}
		for i := range span {
			l.Columns[at+i].Field = parts[i]
		}
	}
}

// oneWord reports that most names of a column are one word.
func (l *Layout) oneWord(index int) bool {
	one, more := 0, 0
	for _, line := range l.top() {
		if strings.ContainsAny(line.Cell(index), " \u00a0") {
			more++
		} else if line.Cell(index) != "" {
			one++
		}
	}
	return one >= more
}

// filled looks for words or numbers in the first lines of data: in most of them, or
// in any.
func (l *Layout) filled(index int, most bool) bool {
	filled := 0
	for _, line := range l.top() {
		if line.Cell(index) != "" {
			filled++
		}
	}
	return filled*2 > len(l.top()) || filled > 0 && !most
}

// kindInHeader finds the one kind whose name stands in a header: «Свідоцтво про
// народження». A word that several kinds share names none.
func kindInHeader(kinds []kind, header string) *kind {
	key := squeeze(header)
	var found *kind
	longest := 0
	for i := range kinds {
		for _, name := range kinds[i].names {
			if name = strings.TrimRight(name, "аяиіїеєоуюьй"); !strings.Contains(key, name) || len(name) < 6 || len(name) < longest {
				continue
			}
			if len(name) == longest && found != &kinds[i] {
				found = nil
				continue
			}
			found, longest = &kinds[i], len(name)
		}
	}
	return found
}
