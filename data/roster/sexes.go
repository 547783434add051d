package roster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
)

// Words of the headers of columns in which only boys, or only girls, are named. «Балдар» are
// children beside a word for girls.
var (
	boysWords   = set(`хлопці хлопців хлопчики хлопчиків юнаки юнаків мальчики мальчиков юноши юношей эркек эркектер эркектердин уулдар boys`)
	girlsWords  = set(`дівчата дівчат дівчатка дівчаток девочки девочек девушки девушек кыз кыздар кыздардын girls`)
	childWords  = set(`балдар балдардын`)
	besideSexes = strings.Fields("учн учен учащ клас осіб чол чел окуучу students pupils class")
)

// sexInHeader is the sex of those whom a header names, "" where it names none or both. bare
// says that the header tells nothing else: «Хлопці (12)».
func sexInHeader(header string) (sex data.Sex, bare bool) {
	boys, girls, children := false, false, false
	bare = true
	for word := range headerWords(header) {
		switch word = squeeze(word); {
		case boysWords[word]:
			boys = true
		case girlsWords[word]:
			girls = true
		case childWords[word]:
			children = true
		default:
			bare = bare && (len([]rune(word)) == 1 || beginsWith(word, besideSexes))
		}
	}
	switch {
	case girls && !boys:
		return data.Female, bare
	case !girls && (boys || children):
		return data.Male, bare
	}
	return "", false
}

// tellSexes takes columns that are headed «Хлопці» and «Дівчата» for names, where no column
// is of names that says so.
func tellSexes(columns []Column) {
	named, others, found := false, 0, map[data.Sex]bool{}
	for i := range columns {
		c := &columns[i]
		named = named || c.Field == FieldFullName || c.Field == data.FieldSurname
		if c.hidden || c.Header == "" {
			continue
		}
		if c.sex, c.bare = sexInHeader(c.Header); !c.bare || c.Field != "" {
			c.bare = false
			others++
			continue
		}
		found[c.sex] = true
	}
	for i := range columns {
		c := &columns[i]
		if c.bare = c.bare && !named && (len(found) > 1 || others > 0 && boysOrGirls(c.Header)); c.bare {
			c.Field = FieldFullName
		}
	}
}

// boysOrGirls tells a header that speaks of one sex by itself: «Балдар» are children.
func boysOrGirls(header string) bool {
	for word := range headerWords(header) {
		if boysWords[squeeze(word)] || girlsWords[squeeze(word)] {
			return true
		}
	}
	return false
}

// group is what an upper title adds to the lower ones: whose names stand there is no part of
// what stands there.
func group(title string) string {
	if sex, bare := sexInHeader(title); sex != "" && bare {
		return ""
	}
	return title
}

// headKey is a header in short, the same over boys and girls.
func headKey(c Column) string {
	if c.sex == "" {
		return squeeze(c.Header)
	}
	var key strings.Builder
	for word := range headerWords(c.Header) {
		if word = squeeze(word); !boysWords[word] && !girlsWords[word] && !childWords[word] {
			key.WriteString(word)
		}
	}
	return key.String()
}

// sexIn is the sex of those whom the header of names between two columns speaks of.
func (l *Layout) sexIn(from, to int) data.Sex {
	for _, c := range l.Columns[from:to] {
		if c.sex != "" && (c.Field == FieldFullName || c.Field == data.FieldSurname) {
			return c.sex
		}
	}
	return ""
}

// countsSexes recognises a table of how many boys and girls there are: in the columns under
// the bare words stand no names.
func (l *Layout) countsSexes() bool {
	names, others := 0, 0
	for _, c := range l.Columns {
		if !c.bare {
			continue
		}
		for _, line := range l.top() {
			if cell := line.Cell(c.Index); isWord(cell) {
				names++
			} else if cell != "" {
				others++
			}
		}
	}
	return (names > 0 || others > 0) && names <= others
}

// isWord tells a cell that may be a name, whatever is wrong with it, from a number or a mark.
func isWord(cell string) bool {
	letters := 0
	for _, r := range cell {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	first, _ := utf8.DecodeRuneInString(cell)
	return letters > 2 && !unicode.IsDigit(first)
}

// shareBesideSexes finds the columns that boys and girls of one line have in common. Where
// every line names one of the two, all that stands in it is of that one; else the class is,
// and it is not known of whom what stands behind the girls only is.
func (l *Layout) shareBesideSexes() {
	bounds := l.bounds()
	if l.shared = nil; len(bounds) != 3 || l.sexIn(bounds[0], bounds[1]) == "" || l.sexIn(bounds[1], bounds[2]) == "" {
		return
	}
	l.either = l.namesEither(bounds)
	for i := l.from; i < bounds[2]; i++ {
		c := &l.Columns[i]
		first, from, to := i < bounds[1], bounds[0], bounds[1]
		if first {
			from, to = bounds[1], bounds[2]
		}
		switch alone := !slices.ContainsFunc(l.Columns[from:to], func(o Column) bool { return o.Field == c.Field && c.Field != "" || o.ordinal && c.ordinal }); {
		case isNamePart(c.Field) || !alone:
		case l.either, c.Field == data.FieldClass, c.letter:
			l.shared = append(l.shared, i)
		case !first && c.Field != "" && !l.fieldsIn(bounds[0], bounds[1]):
			c.Field, c.known = "", true
		}
	}
}

// fieldsIn reports that a person has something between two columns besides name and class.
func (l *Layout) fieldsIn(from, to int) bool {
	return slices.ContainsFunc(l.Columns[from:to], func(c Column) bool {
		return c.Field != "" && !isNamePart(c.Field) && c.Field != data.FieldClass
	})
}

// namesEither reports that no line names people in both of two blocks, and both name some.
func (l *Layout) namesEither(bounds []int) bool {
	boys, girls := 0, 0
	for _, line := range l.top() {
		first, second := l.nameIn(line.Cells, bounds[0], bounds[1]) != "", l.nameIn(line.Cells, bounds[1], bounds[2]) != ""
		switch {
		case first && second:
			return false
		case first:
			boys++
		case second:
			girls++
		}
	}
	return boys > 0 && girls > 0
}

// ofOther reports that a line names only somebody of the other block that shares its cells, or
// nobody, which the first block says.
func (l *Layout) ofOther(cells []string) bool {
	own, other := false, false
	for _, c := range l.names {
		if at(cells, c) != "" {
			own, other = own || c >= l.from && c < l.to, other || c < l.from || c >= l.to
		}
	}
	return !own && (other || len(l.names) > 0 && l.names[0] < l.from)
}

// sexOfHeader is the sex of all whom the table names, as its header says, unless a title in it
// says another one of those below.
func (l *Layout) sexOfHeader() data.Sex {
	sex := l.sexIn(0, len(l.Columns))
	if sex == "" || slices.ContainsFunc(l.lines(), func(line workbook.Line) bool { return isGroupTitle(l.own(line.Cells)) }) {
		return ""
	}
	return sex
}

// groupsSexes reports that an upper row of a header parts boys from girls: «Хлопці»,
// «Дівчата» over «ПІБ», «Дата народження».
func groupsSexes(columns []Column) bool {
	found := map[data.Sex]bool{}
	for _, c := range columns {
		if c.sex != "" && !c.bare && (c.Field == FieldFullName || c.Field == data.FieldSurname) {
			found[c.sex] = true
		}
	}
	return len(found) > 1
}

// nameColumns are the columns of names in all blocks.
func (l *Layout) nameColumns() []int {
	var names []int
	for i, c := range l.Columns {
		if isNamePart(c.Field) {
			names = append(names, i)
		}
	}
	return names
}
