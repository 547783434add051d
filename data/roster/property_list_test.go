package roster

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"graduand/data"
)

// invented is a person of a random list: what must be read, and where it stands.
type invented struct {
	fields map[string]string
	sheet  string
	row    int
	unseen bool
}

// list is a random class list: its people, and the cells of its sheet.
type list struct {
	rand   *rand.Rand
	rules  Rules
	kyrgyz bool
	people []*invented
	lines  []randomLine
	merged []string
	// columns of the table under way
	columns []column
	class   string
	title   string // the name of the sheet
	dates   func(data.Date) any
}

// randomLine is a line of the sheet.
type randomLine struct {
	cells  []any
	hidden bool
}

// column is a column of a random list: its header and how it writes a person.
type column struct {
	over, header string
	write        func(*invented) any
}

// String shows the list for a failed test.
func (l *list) String() string {
	var b strings.Builder
	for i, line := range l.lines {
		fmt.Fprintf(&b, "%d %v %q\n", i+1, map[bool]string{true: "hidden"}[line.hidden], line.cells)
	}
	return b.String()
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

func (l *list) chance(percent int) bool { return l.rand.IntN(100) < percent }

// invent makes a random list.
func invent(r *rand.Rand) *list {
	l := &list{rand: r, rules: ukraine(), title: pick(r, "Аркуш1", "Лист1", "Sheet1")}
	if l.kyrgyz = l.chance(40); l.kyrgyz {
		l.rules = kyrgyzstan()
		l.rules.PhoneIsLogin = true
	}
	for range r.IntN(3) {
		l.add(l.word("Ліцей № 5 м. Полтави", "Школа-гимназия № 5"))
	}
	tables := 1
	if l.chance(25) {
		tables = 2
	}
	for n := range tables {
		l.table(n)
	}
	return l
}

// word is a word of the country.
func (l *list) word(ukrainian, russian string) string {
	if l.kyrgyz {
		return russian
	}
	return ukrainian
}

func (l *list) add(cells ...any) int {
	l.lines = append(l.lines, randomLine{cells: cells})
	return len(l.lines)
}

// table writes a title, a header, people, and what stands below them.
func (l *list) table(n int) {
	l.class = fmt.Sprintf("11-%s", pick(l.rand, "А", "Б", "В", "Г"))
	l.dates = l.dateStyle()
	titled := l.chance(40) || n > 0
	if titled {
		l.add(l.word("Список учнів "+l.class+" класу", "Список учащихся "+l.class+" класса"))
	}
	l.chooseColumns(titled)
	l.header()
	if l.chance(10) {
		numbers := make([]any, len(l.columns))
		for i := range numbers {
			numbers[i] = i + 1
		}
		if len(numbers) > 2 {
			l.add(numbers...)
		}
	}
	count := 1 + l.rand.IntN(6)
	for i := range count {
		l.person()
		if i == count/2 && l.chance(10) {
			l.header()
		}
	}
	l.below(count)
}

// below writes what stands below a table.
func (l *list) below(count int) {
	if l.chance(30) {
		total := make([]any, len(l.columns))
		total[0] = pick(l.rand, l.word("Підсумок", "Итог"), l.word("Всього", "Всего"), l.word("Разом", "Итого"))
		total[len(total)-1] = count
		l.add(total...)
	}
	if l.chance(30) {
		l.add("", l.word("Класний керівник", "Классный руководитель"), "", l.word("О. І. Верболоз", "А. Б. Иванова"))
	}
	if l.chance(40) {
		l.add()
	}
}

func (l *list) header() {
	over, under := make([]any, len(l.columns)), make([]any, len(l.columns))
	two := false
	for i, c := range l.columns {
		over[i], under[i] = "", c.header
		if two = two || c.over != ""; c.over != "" && (i == 0 || l.columns[i-1].over != c.over) {
			over[i] = c.over
		}
	}
	if two {
		for i, c := range l.columns {
			if c.over == "" {
				over[i], under[i] = c.header, ""
			}
		}
		l.add(over...)
	}
	l.add(under...)
}

func (l *list) person() {
	p := l.newPerson()
	cells := make([]any, len(l.columns))
	for i, c := range l.columns {
		cells[i] = c.write(p)
	}
	p.row = l.add(cells...)
	if l.chance(3) {
		l.lines[p.row-1].hidden, p.unseen = true, true
	}
	l.people = append(l.people, p)
}
