package roster

import (
	"regexp"
	"slices"
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
	if r.layout.unlike && who != doubtful {
		r.problem(name, at(r.line.Cells, max(name.Index, 0)), "other_table", data.SeverityConfirm, nil)
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

// mergedFields are the fields that several persons may share, so that a cell is made one
// over their rows: a class, and what twins have in common. A name or a document never is.
var mergedFields = []string{data.FieldClass, data.FieldBirthDate, data.FieldPhone, FieldPhone2, data.FieldSex}

// mergedDown are the texts of the cells that were made one over several rows, by row and
// column, for every row but the first, which has them written.
func (l *Layout) mergedDown() map[int]map[int]string {
	texts := map[int]map[int]string{}
	for _, c := range l.Columns {
		if !slices.Contains(mergedFields, c.Field) && !c.letter {
			continue
		}
		for _, a := range l.sheet.Merged {
			if a.Left == c.Index && a.Right == a.Left && a.Bottom > a.Top {
				l.fillDown(texts, a)
			}
		}
	}
	return texts
}

func (l *Layout) fillDown(texts map[int]map[int]string, a workbook.Area) {
	lines := l.lines()
	from, found := slices.BinarySearchFunc(lines, a.Top, byNumber)
	if !found {
		return
	}
	text := lines[from].Cell(a.Left)
	for _, line := range lines[from+1:] {
		if line.Number > a.Bottom {
			return
		}
		if texts[line.Number] == nil {
			texts[line.Number] = map[int]string{}
		}
		texts[line.Number][a.Left] = text
	}
}

func byNumber(line workbook.Line, number int) int { return line.Number - number }

// mergedClass is the class of a cell that was made one over a row.
func (p *parser) mergedClass(number int) string {
	c, found := p.layout.column(data.FieldClass)
	if !found {
		return ""
	}
	return p.merged[number][c.Index]
}
