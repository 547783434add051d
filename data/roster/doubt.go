package roster

import (
	"regexp"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// leftWords are how schools note that somebody is a graduate no more.
var leftWords = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:вибу(?:в|ла|ли|лі|лий|ття)|відрахован\p{L}*|відчислен\p{L}*|переведен\p{L}* (?:до|в|у|з|на)|перев[іе](?:вс|лас)[яь]|пере(?:йшов|йшла) (?:до|в|у)|` +
	`виключен\p{L}*|забра(?:в|ла|л) докум\p{L}*|академ\p{L}* відпуст\p{L}*|не навчається|помер\p{L}*|` +
	`выбы(?:л|ла|ли|тие|вш\p{L}*)|отчислен\p{L}*|переведен\p{L}*|перев[её]л(?:ся|ась)|переш(?:[её]л|ла) в|исключен\p{L}*|уш(?:ел|ёл|ла)|академ\p{L}* отпуск\p{L}*|не учится|умер\p{L}*|` +
	`чыгып кет\p{L}*|окуудан чык\p{L}*|башка мектеп\p{L}*|кетти|чыгарыл\p{L}*|которул\p{L}*|кеткен|left school|withdrawn|expelled|transferred)`)

// doubt asks a person about what speaks against taking the row as it is.
func (r *reader) doubt(who verdict) {
	name := r.columnOf(data.FieldSurname, FieldFullName)
	text := func() string { return data.OneLine(strings.Join(r.line.Cells, " ")) }
	if who == doubtful {
		r.problem(name, text(), "maybe_nobody", data.SeverityConfirm, nil)
	}
	if r.layout.doubtful {
		r.problem(name, at(r.line.Cells, max(name.Index, 0)), "maybe_parent", data.SeverityConfirm, nil)
	}
	if r.line.Broken {
		r.problem(name, text(), "broken_quotes", data.SeverityWarning, nil)
	}
	if r.line.Hidden {
		r.problem(Column{Index: -1, Field: name.Field}, r.row.Graduate.FullName(), "hidden_row", data.SeverityConfirm, nil)
	}
	if name.Index >= 0 && r.line.Mark(name.Index)&workbook.MarkStruck != 0 {
		r.problem(name, at(r.line.Cells, name.Index), "struck_row", data.SeverityConfirm, nil)
	}
	if r.left != "" {
		r.problem(name, r.left, "left_note", data.SeverityConfirm, nil)
		return
	}
	r.doubtNotes()
}

// notesLeft reports that a cell says that somebody has left: in fewer words beside a name or
// a class, as Умеров is a surname.
func (r *reader) notesLeft(i int, cell string) bool {
	if i >= len(r.layout.Columns) || r.layout.Columns[i].Field == "" {
		return leftWords.MatchString(cell)
	}
	field := r.layout.Columns[i].Field
	return (field == data.FieldClass || isNamePart(field)) && saysLeft(cell)
}

// doubtNotes looks for a note that the person has left, also beside a name or a class.
func (r *reader) doubtNotes() {
	for i, cell := range r.line.Cells {
		if cell == "" || !r.notesLeft(i, cell) {
			continue
		}
		c := Column{Index: i}
		if i < len(r.layout.Columns) {
			c = r.layout.Columns[i]
		}
		r.problem(c, data.OneLine(cell), "left_note", data.SeverityConfirm, nil)
		return
	}
	for _, note := range r.line.Notes {
		if leftWords.MatchString(note) {
			r.problem(Column{Index: -1, Field: r.columnOf(data.FieldSurname, FieldFullName).Field}, data.Shorten(data.OneLine(note)), "left_note", data.SeverityConfirm, nil)
			return
		}
	}
}
