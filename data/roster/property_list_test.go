package roster

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// invented is a person of a random list: what must be read, and where it stands.
type invented struct {
	fields map[string]string
	sheet  *grid
	row    int
	unseen bool
}

// list is a random class list: its people, and the cells of its sheets.
type list struct {
	*grid  // the sheet under way
	sheets []*grid
	rand   *rand.Rand
	rules  Rules
	kyrgyz bool
	format string
	people []*invented
	// columns of the table under way
	columns []column
	class   string
	missing []string // the fields that it does not have
	section string   // the class of the line over the persons, where no column has it
	classed bool     // a column has the class
	once    bool     // in the first row of each class only
	single  bool     // one table is on the sheet, of which columns may be hidden
	dates   func(data.Date) any
}

// grid is a sheet: its lines, the cells made one, and the columns that nobody sees.
type grid struct {
	name   string
	lines  []randomLine
	merged []workbook.Area
	hidden []int
}

// randomLine is a line of a sheet.
type randomLine struct {
	cells  []any
	hidden bool
}

// column is a column of a random list: its header, with the groups over it from the top, and
// how it writes a person.
type column struct {
	over   []string
	header string
	write  func(*invented) any
	hidden bool
	merged bool // people in a row share the cell
}

// String shows the list for a failed test.
func (l *list) String() string {
	var b strings.Builder
	for _, sheet := range l.sheets {
		fmt.Fprintf(&b, "sheet %q, merged %v, hidden columns %v\n", sheet.name, sheet.merged, sheet.hidden)
		for i, line := range sheet.lines {
			fmt.Fprintf(&b, "%d %v %q\n", i+1, map[bool]string{true: "hidden"}[line.hidden], line.cells)
		}
	}
	return b.String()
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

func (l *list) chance(percent int) bool { return l.rand.IntN(100) < percent }

// invent makes a random list.
func invent(r *rand.Rand) *list {
	l := &list{rand: r, rules: ukraine()}
	l.format = pick(r, "xlsx", "xlsx", "xlsx", "xlsx", "ods", "ods", "xml", "html", "csv", "csv", "csv", "csv")
	if l.kyrgyz = l.chance(40); l.kyrgyz {
		l.rules = kyrgyzstan()
		l.rules.PhoneIsLogin = true
	}
	sheets := 1
	if l.workbook() && l.chance(15) {
		sheets = 2
	}
	for n := range sheets {
		if l.grid = (&grid{}); l.workbook() {
			l.name = pick(r, "Аркуш", "Лист", "Sheet") + fmt.Sprint(n+1)
		}
		l.sheets = append(l.sheets, l.grid)
		l.sheet()
	}
	return l
}

// workbook reports that the list is no table of one sheet.
func (l *list) workbook() bool { return l.format == "xlsx" || l.format == "ods" || l.format == "xml" }

// sheet fills a sheet: titles, and one table, two, or what a form has gathered.
func (l *list) sheet() {
	for range l.rand.IntN(3) {
		l.add(l.word("Ліцей № 5 м. Полтави", "Школа-гимназия № 5"))
	}
	l.single = true
	switch {
	case l.chance(10):
		l.form()
	case l.chance(10):
		l.sideBySide()
	case l.chance(20):
		l.single = false
		l.table(0)
		l.table(1)
	default:
		l.table(0)
	}
	for range 3 {
		if l.chance(8) {
			l.stray()
		}
	}
	if l.single && l.chance(10) {
		l.lowerBeside()
	}
}

// stray writes something beside a person, near or far.
func (l *list) stray() {
	p := pick(l.rand, l.people...)
	if p.sheet != l.grid {
		return
	}
	line := &l.lines[p.row-1]
	line.cells = append(padded(line.cells, len(line.cells)+l.rand.IntN(3)), pick[any](l.rand, "див.", l.word("перевірено", "проверено"), "+", 7))
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
	l.class = l.anyClass()
	l.dates = l.dateStyle()
	titled := l.chance(40) || n > 0
	if titled {
		l.add(l.word("Список учнів "+l.class+" класу", "Список учащихся "+l.class+" класса"))
	}
	l.section = ""
	l.chooseColumns(titled)
	l.hideColumns()
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
	l.below(l.persons())
}

// persons writes the people of a table, a header again or the class of a section among them.
func (l *list) persons() int {
	count := 1 + l.rand.IntN(6)
	for i := range count {
		if !l.classed && l.chance(8) {
			l.section = l.anyClass()
			l.add(l.sectionLine()...)
		}
		if l.once && l.chance(25) {
			l.class = l.anyClass()
		}
		l.person()
		if i == count/2 && l.chance(10) {
			l.header()
		}
	}
	l.mergeDown(count)
	return count
}

func (l *list) anyClass() string { return fmt.Sprintf("11-%s", pick(l.rand, "А", "Б", "В", "Г")) }

// sectionLine says the class of those below it.
func (l *list) sectionLine() []any {
	said := pick(l.rand, l.section, l.section+l.word(" клас", " класс"), l.word("Клас ", "Класс ")+l.section)
	return pick(l.rand, []any{said}, []any{"", said}, []any{said, "", l.word("24 учні", "24 ученика")})
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
