package roster

import (
	"strings"

	"graduand/data"
)

// finish draws from the rest of the sheet what the header alone does not say: the
// class, the columns under a merged header, the kinds of documents.
func (l *Layout) finish(rules Rules, options Options, kinds []kind) {
	l.widen()
	l.spread(FieldFullName, []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic})
	l.spread(FieldDocument, []string{data.FieldDocumentSeries, data.FieldDocumentNumber})
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Field == FieldDocument || c.Field == data.FieldDocumentNumber || c.Field == data.FieldDocumentSeries {
			c.kind = kindInHeader(kinds, c.Header)
		}
	}
	l.Class = l.findClass(rules, options)
}

// widen adds the columns that hold data and no header.
func (l *Layout) widen() {
	for i := l.first; i < len(l.sheet.Lines) && i < l.first+headerLines; i++ {
		for len(l.Columns) < len(l.sheet.Lines[i].Cells) {
			l.Columns = append(l.Columns, Column{Index: len(l.Columns)})
		}
	}
}

// spread gives the columns under one merged header their own fields: «ПІБ» over
// three columns that hold one word each.
func (l *Layout) spread(field string, parts []string) {
	c, found := l.column(field)
	if !found || c.Header == "" {
		return
	}
	span := 1
	for span < len(parts) && c.Index+span < len(l.Columns) && l.Columns[c.Index+span].Header == "" && l.mostlyFilled(c.Index+span) {
		span++
	}
	if span == 1 {
		return
	}
	for i := range span {
		l.Columns[c.Index+i].Field = parts[i]
	}
}

// mostlyFilled looks at the first lines of data.
func (l *Layout) mostlyFilled(index int) bool {
	filled, lines := 0, 0
	for i := l.first; i < len(l.sheet.Lines) && lines < 20; i++ {
		if lines++; at(l.sheet.Lines[i].Cells, index) != "" {
			filled++
		}
	}
	return lines > 0 && filled*2 > lines
}

// kindInHeader finds the one kind whose name stands in a header: «Свідоцтво про
// народження». A word that several kinds share names none.
func kindInHeader(kinds []kind, header string) *kind {
	key := squeeze(header)
	var found *kind
	longest := 0
	for i := range kinds {
		for _, name := range kinds[i].names {
			if !strings.Contains(key, name) || len(name) < 6 || len(name) < longest {
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

// findClass looks for the class of the whole sheet: the user's word, a title line,
// the name of the sheet, a signature line below.
func (l *Layout) findClass(rules Rules, options Options) string {
	if options.Class != "" {
		return CleanClass(options.Class, rules.NameScript)
	}
	for i := range l.first {
		line := l.sheet.Lines[i]
		if line.Number >= l.Header && l.Header > 0 {
			break
		}
		for _, cell := range line.Cells {
			if class, found := classInTitle(cell, rules.NameScript); found && strings.ContainsFunc(cell, isWordSign) {
				return class
			}
		}
	}
	class, _ := classInTitle(l.Sheet, rules.NameScript)
	return class
}

// isWordSign keeps a bare number in a title line from being a class.
func isWordSign(r rune) bool { return r < '0' || r > '9' }
