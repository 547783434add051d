package roster

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/workbook"
)

// leftWords are how schools note that somebody is a graduate no more.
var leftWords = pattern.New(`(?i)(?:^|[^\p{L}])(?:вибу(?:в|ла|ли|лі|лий|ття)|відрахован\p{L}*|відчислен\p{L}*|переведен\p{L}* (?:до|в|у|з|на)|перев[іе](?:вс|лас)[яь]|пере(?:йшов|йшла) (?:до|в|у)|` +
	`виключен\p{L}*|забра(?:в|ла|л) докум\p{L}*|вибува(?:є|ють)|(?:пере|ви)їха(?:в|ла|ли)|неактивн\p{L}*|архів(?:ний|на|ований|ована)?|академ\p{L}*\s?відпуст\p{L}*|не навчається|помер\p{L}*|` +
	`выбы(?:л|ла|ли|тие|вш\p{L}*)|отчислен\p{L}*|переведен\p{L}*|перев[её]л(?:ся|ась)|переш(?:[её]л|ла) в|исключен\p{L}*|уш(?:ел|ёл|ла)|(?:пере|у|вы)еха(?:л|ла|ли)|выбыва(?:ет|ют)|архив(?:ный|ная)?|академ\p{L}*\s?отпуск\p{L}*|не учится|умер\p{L}*|` +
	`чыгып кет\p{L}*|(?:окуу|мектеп)\p{L}* чык\p{L}*|башка мектеп\p{L}*|кетти|чыгарыл\p{L}*|которул\p{L}*|кеткен|left school|withdrawn|expelled|transferred)`)

// doubt asks a person about what speaks against taking the row as it is.
func (r *reader) doubt(who verdict) {
	name := r.columnOf(data.FieldSurname, FieldFullName)
	text := func() string { return data.OneLine(r.layout.sheet.ShownLine(r.line)) }
	switch {
	case who == doubtful && r.other && r.over != "":
		r.otherPeople(name)
	case who == doubtful:
		r.problem(name, text(), "maybe_nobody", data.SeverityConfirm, nil)
	}
	if r.layout.unlike && who != doubtful {
		r.problem(name, at(r.line.Cells, max(name.Index, 0)), "other_table", data.SeverityConfirm, nil)
	}
	if r.layout.overhead {
		r.problem(name, text(), "over_header", data.SeverityConfirm, nil)
	}
	if r.sample {
		r.problem(name, text(), "sample_row", data.SeverityConfirm, nil)
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
	r.doubtMarked(name, workbook.MarkStruck, "struck")
	r.doubtMarked(name, workbook.MarkUnseen, "unseen")
	if r.parent != "" {
		r.problem(name, r.parent, "parent_line", data.SeverityConfirm, nil)
	}
	if r.left != "" {
		r.problem(name, r.left, "left_note", data.SeverityConfirm, nil)
		return
	}
	r.doubtNotes()
}

// otherPeople asks of a line under the title of other people, or a header of parents. Its columns
// are theirs too: that a telephone is none where they have an employer is no news.
func (r *reader) otherPeople(name Column) {
	r.row.Problems = slices.DeleteFunc(r.row.Problems, func(p Problem) bool {
		return p.Severity == data.SeverityError && p.Rule != "formula_unsaved" && !isNamePart(p.Field)
	})
	r.problem(name, at(r.line.Cells, max(name.Index, 0)), "other_people", data.SeverityConfirm, data.Args{"title": data.Shorten(r.over)})
}

// doubtMarked asks of a person whose name has a mark, or of a value that has it: struck out, as an
// old telephone is under the new one, or unseen, as white letters on white are.
func (r *reader) doubtMarked(name Column, mark workbook.Mark, rule string) {
	if name.Index >= 0 && r.line.Mark(name.Index)&mark != 0 {
		r.problem(name, at(r.line.Cells, name.Index), rule+"_row", data.SeverityConfirm, nil)
		return
	}
	for i := range r.line.Marks {
		if i < len(r.layout.Columns) && r.line.Mark(i)&mark != 0 && r.layout.Columns[i].Field != "" && at(r.line.Cells, i) != "" {
			r.problem(r.layout.Columns[i], data.OneLine(r.line.Cells[i]), rule+"_cell", data.SeverityConfirm, nil)
		}
	}
}

// parentNouns are what a line of a parent below a graduate begins with, or has for a note.
var parentNouns = set(`мама мати тато батько отець бабуся дідусь опікун опікунка мать отец папа бабушка дедушка опекун
	ата атасы апа апасы эне энеси чоңэне чоңата mother father mom mum dad guardian`)

// saysParent is what says that the line is of a parent: the name begins with the word for one,
// «мама: Гук Ганна», or it stands alone in a note. Батько is a surname too.
func (r *reader) saysParent(name string) string {
	words := strings.FieldsFunc(name, func(letter rune) bool { return !unicode.IsLetter(letter) })
	if len(words) > 1 && parentNouns[strings.ToLower(words[0])] && !(words[0] == "Батько" && isGiven(words[1])) {
		return data.Shorten(data.OneLine(name))
	}
	for i, cell := range r.line.Cells {
		if cell != "" && len(cell) < maxNoun && r.isNote(i) && parentNouns[strings.ToLower(strings.Trim(cell, " .()"))] {
			return cell
		}
	}
	return ""
}

// maxNoun bounds the cells that are compared with the words for a parent, in bytes.
const maxNoun = 24

// isNote reports that a cell says something of its line by itself: it is under no header or
// that of notes, or under one of numbers, days or classes, of which it is none, or the line has no number where the others have one. «Ким доводиться» says
// something of another column.
func (r *reader) isNote(column int) bool {
	if column >= len(r.layout.Columns) {
		return true
	}
	c := r.layout.Columns[column]
	return isTyped(c) || c.Field == "" && !c.ordinal && (c.Header == "" || notesHeader.MatchString(c.Header) || r.ordinal >= 0 && at(r.line.Cells, r.ordinal) == "")
}

// notesHeader is one of a column of notes.
var notesHeader = pattern.New(`(?i)^\s*(?:прим|эскерт|комент|коммент|note|remark|comment|(?:хто|кто|хто це|кто это|роль|статус|ким є|кем является|who|role)\s*$)`)

// leaving is a header over what is filled only for those who have left: «Дата вибуття»,
// «Приказ об отчислении»; where those who came stand under it too, it says nothing.
var leaving, coming = pattern.New(`(?i)вибут|вибув|відрах|выбыт|выбыл|отчисл|чыгарыл|чыгып кет|withdr|expel`), pattern.New(`(?i)прибу|прибы|зарах|зачисл|келген|кабыл|arriv|enrol`)

// stays is what stands in such a column of those who have not left.
var stays = pattern.New(`(?i)^\s*(?:ні|нет|жок|no|false|хибність|ложь|0|навч.*|обуч.*|уч.*|окуйт.*)\s*$`)

// notesLeft reports that a cell says that somebody has left: in fewer words beside a name, a
// class or a number, as Умеров is a surname.
func (r *reader) notesLeft(i int, cell string) bool {
	if i >= len(r.layout.Columns) || r.layout.Columns[i].Field == "" {
		return leftWords.MatchString(cell) || i < len(r.leaves) && r.leaves[i] && !absent(cell) && !stays.MatchString(cell)
	}
	field := r.layout.Columns[i].Field
	return (field == data.FieldClass || field == data.FieldPhone || isNamePart(field)) && saysLeft(cell)
}

// doubtNumbers asks about the lines that the running numbers pass over.
func doubtNumbers(readers []reader, passed []int) {
	for _, i := range passed {
		r := &readers[i]
		if r.second {
			continue
		}
		if name := r.columnOf(data.FieldSurname, FieldFullName); !r.row.has(data.SeverityConfirm) {
			r.problem(name, at(r.line.Cells, max(name.Index, 0)), "unnumbered", data.SeverityConfirm, nil)
		}
	}
}

// doubtNotes looks for a note that the person has left, also beside a name or a class.
func (r *reader) doubtNotes() {
	if i := r.leftNote; i >= 0 {
		c := Column{Index: i}
		if i < len(r.layout.Columns) {
			c = r.layout.Columns[i]
		}
		r.problem(c, data.OneLine(r.line.Cells[i]), "left_note", data.SeverityConfirm, nil)
		return
	}
	for _, note := range r.line.Notes {
		if leftWords.MatchString(note) {
			r.problem(Column{Index: -1, Field: r.columnOf(data.FieldSurname, FieldFullName).Field}, data.Shorten(data.OneLine(note)), "left_note", data.SeverityConfirm, nil)
			return
		}
	}
}

// findLeftNote is the column of the first cell that says that who stands here has left, -1
// for none.
func (r *reader) findLeftNote() int {
	for i, cell := range r.line.Cells {
		if cell != "" && r.notesLeft(i, cell) {
			return i
		}
	}
	return -1
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

// lineAbove is the last person of a table, and the number of the last of the lines that are of
// that person.
type lineAbove struct {
	name          string
	number, until int
}

// ofLineAbove are the fields that a second line may go on with.
var ofLineAbove = []string{data.FieldPhone, FieldPhone2, FieldFullName, data.FieldSurname}

// startsAddress begins an address, or a telephone with its word, where a name stands.
var startsAddress = pattern.New(`(?i)^\s*(?:\d{5},?\s|(?:вул|вулиця|просп|проспект|пров|провулок|бульв|бул|ул|улица|пер|переулок|мкр|көч|көчөсү|тел|телефон|моб|адреса|адрес|смт|обл|str|street|tel|phone)(?:\.|:|\s)|[мсгш]\.\s*\p{L}{2,}\s*,)`)

// tellSecondLine says of a line without a name, or with an address in its place, right below a
// person, that it goes on with that person's: a second telephone, an address. It is nobody's row,
// and what stands in it is written where it belongs by a person.
func (r *reader) tellSecondLine() {
	above := &r.parser.before
	if !r.isSecondLine() {
		*above = lineAbove{r.row.Graduate.FullName(), r.row.Number, r.row.Number}
		return
	}
	above.until, r.second = r.row.Number, true
	r.row.Problems = nil
	r.problem(r.columnOf(data.FieldSurname, FieldFullName), data.OneLine(r.layout.sheet.ShownLine(r.line)), "second_line", data.SeverityError,
		data.Args{"row": above.number, "name": above.name})
}

func (r *reader) isSecondLine() bool {
	above := r.parser.before
	if above.name == "" || above.until != r.row.Number-1 || !r.row.Bad() {
		return false
	}
	for i, cell := range r.line.Cells {
		if cell == "" {
			continue
		}
		field := r.layout.Columns[min(i, len(r.layout.Columns)-1)].Field
		switch named := isNamePart(field); {
		case i >= len(r.layout.Columns):
		case i == r.ordinal, named && !(startsAddress.MatchString(cell) && digitCount(cell) > 0):
			return false
		case field != "" && !named && !slices.Contains(ofLineAbove, field) && slices.Contains(data.TypedFields(), field):
			return false
		}
	}
	return true
}
