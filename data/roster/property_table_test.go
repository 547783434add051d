package roster

import (
	"slices"

	"graduand/data"
	"graduand/data/workbook"
)

// header writes the titles of the columns under those of their groups, in as many rows as
// there are groups over each other. Where cells can be made one, they sometimes are.
func (l *list) header() {
	rows := 1
	for _, c := range l.columns {
		rows = max(rows, len(c.over)+1)
	}
	first := len(l.lines)
	for range rows {
		l.add(make([]any, len(l.columns))...)
	}
	plain := first + pick(l.rand, 0, rows-1)
	join := rows > 1 && l.format != "csv" && l.chance(60)
	for i, c := range l.columns {
		for k, over := range c.over {
			if i == 0 || len(l.columns[i-1].over) <= k || l.columns[i-1].over[k] != over {
				l.lines[first+k].cells[i] = over
				if join {
					l.join(first+k, i, first+k, l.groupEnd(i, k))
				}
			}
		}
		row := first + rows - 1
		if len(c.over) == 0 {
			row = plain
		}
		if join && len(c.over) == 0 {
			row = first
			l.join(first, i, first+rows-1, i)
		}
		l.lines[row].cells[i] = c.header
	}
}

// groupEnd is the last column of a group.
func (l *list) groupEnd(from, level int) int {
	to := from
	for to+1 < len(l.columns) && len(l.columns[to+1].over) > level && slices.Equal(l.columns[to+1].over[:level+1], l.columns[from].over[:level+1]) {
		to++
	}
	return to
}

// hideColumns hides those that nobody is to see.
func (l *list) hideColumns() {
	for i, c := range l.columns {
		if c.hidden {
			l.hidden = append(l.hidden, i)
		}
	}
}

// join makes cells one; rows and columns count from 0.
func (l *list) join(top, left, bottom, right int) {
	if top != bottom || left != right {
		l.merged = append(l.merged, workbook.Area{Top: top + 1, Left: left, Bottom: bottom + 1, Right: right})
	}
}

func (l *list) person() *invented {
	p := l.newPerson()
	cells := make([]any, len(l.columns))
	for i, c := range l.columns {
		cells[i] = c.write(p)
	}
	l.forget(p)
	if l.section != "" {
		p.fields[data.FieldClass] = l.section
	}
	p.row, p.sheet = l.add(cells...), l.grid
	if l.format != "csv" && l.chance(3) {
		l.lines[p.row-1].hidden, p.unseen = true, true
	}
	l.people = append(l.people, p)
	return p
}

// forget takes away what no column of the table says.
func (l *list) forget(p *invented) {
	for _, field := range l.missing {
		delete(p.fields, field)
	}
}

// mergeDown makes the class of people who stand one below the other one cell.
func (l *list) mergeDown(count int) {
	for i, c := range l.columns {
		if !c.merged || count < 2 {
			continue
		}
		last := len(l.lines) - 1
		if !l.isPerson(last) {
			return
		}
		first := last
		for first > 0 && last-first+1 < count && l.isPerson(first-1) {
			first--
		}
		for row := first + 1; row <= last; row++ {
			l.lines[row].cells[i] = nil
		}
		l.join(first, i, last, i)
	}
}

func (l *list) isPerson(row int) bool {
	return slices.ContainsFunc(l.people, func(p *invented) bool { return p.sheet == l.grid && p.row == row+1 })
}

// sideBySide writes two tables with the same header beside each other, each under the title
// of its class.
func (l *list) sideBySide() {
	l.dates, l.section, l.class = l.dateStyle(), "", ""
	numbered := l.chance(60)
	l.chooseColumns(true)
	l.columns = slices.DeleteFunc(l.columns, func(c column) bool { return c.hidden || c.header == "№" || len(c.over) > 0 || c.parents() })
	if numbered {
		l.columns = slices.Insert(l.columns, 0, column{header: "№", write: func(*invented) any { return len(l.lines) }})
	}
	gap := l.rand.IntN(2)
	width := len(l.columns) + gap
	classes := []string{"11-А", "11-Б"}
	l.add(append(padded([]any{classes[0]}, width), classes[1])...)
	var titles []any
	for _, c := range l.columns {
		titles = append(titles, c.header)
	}
	l.add(append(padded(titles, width), titles...)...)
	var before []*invented
	count := 1 + l.rand.IntN(5)
	for n, class := range classes {
		for i := range count {
			if n == 0 {
				l.class = class
				before = append(before, l.person())
				continue
			}
			l.beside(class, before[i], width)
		}
	}
}

// parents reports that the column is of parents or of nobody: two tables of one header have
// none.
func (c column) parents() bool { return foreign(c.header) }

func padded(cells []any, width int) []any {
	for len(cells) < width {
		cells = append(cells, nil)
	}
	return cells
}

// beside writes a person into the line of another one, who is no relative.
func (l *list) beside(class string, other *invented, column int) {
	l.class = class
	p := l.newPerson()
	for p.fields[data.FieldSurname] == other.fields[data.FieldSurname] || areAkin(other.fullName(), p.fullName()) {
		p = l.newPerson()
	}
	line := &l.lines[other.row-1]
	line.cells = padded(line.cells, column)
	for _, c := range l.columns {
		line.cells = append(line.cells, c.write(p))
	}
	l.forget(p)
	p.row, p.sheet, p.unseen = other.row, l.grid, line.hidden
	l.people = append(l.people, p)
}

func (p *invented) fullName() string {
	return p.fields[data.FieldSurname] + " " + p.fields[data.FieldGivenName] + " " + p.fields[data.FieldPatronymic]
}

// lowerBeside writes a second table to the right of the first, from one of its lines on.
func (l *list) lowerBeside() {
	width, people := 0, slices.Clone(l.people)
	for _, line := range l.lines {
		width = max(width, len(line.cells))
	}
	first := people[len(people)-1]
	if first.sheet != l.grid {
		return
	}
	l.class = l.anyClass()
	l.columns = []column{{header: "№", write: func(*invented) any { return 1 }},
		{header: l.word("ПІБ", "ФИО"), write: func(p *invented) any { return p.fullName() }},
		{header: l.word("Клас", "Класс"), write: func(p *invented) any { return p.fields[data.FieldClass] }}}
	line := &l.lines[first.row-1]
	line.cells = padded(line.cells, width+1)
	for _, c := range l.columns {
		line.cells = append(line.cells, c.header)
	}
	for len(l.lines) < first.row+1 {
		l.add()
	}
	p := l.newPerson()
	for field := range p.fields {
		if !isNamePart(field) && field != data.FieldClass {
			delete(p.fields, field)
		}
	}
	line = &l.lines[first.row]
	line.cells = padded(line.cells, width+1)
	for _, c := range l.columns {
		line.cells = append(line.cells, c.write(p))
	}
	p.row, p.sheet, p.unseen = first.row+1, l.grid, line.hidden
	l.people = append(l.people, p)
}

// form writes what a form of the network has gathered; some have answered it twice, and the
// later answer holds.
func (l *list) form() {
	l.class, l.section, l.dates = l.anyClass(), "", l.dateStyle()
	l.chooseColumns(false)
	l.columns = slices.DeleteFunc(l.columns, func(c column) bool {
		return len(c.over) > 0 || c.header == "№" || c.header == "№ з/п" || c.header == "№ п/п"
	})
	for i := range l.columns {
		l.columns[i].merged = false
	}
	l.classed = true
	n := 0
	l.columns = slices.Insert(l.columns, 0, column{header: pick(l.rand, "Позначка часу", "Отметка времени", "Timestamp", "Час початку"), write: func(*invented) any {
		n++
		return "03.02.2020 10:14:" + string(rune('0'+n/10)) + string(rune('0'+n%10))
	}})
	l.hideColumns()
	l.header()
	for range 1 + l.rand.IntN(5) {
		p := l.person()
		if l.chance(20) {
			p.row = l.add(l.lines[p.row-1].cells...)
			l.lines[p.row-1].hidden = p.unseen
		}
	}
}
