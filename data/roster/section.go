package roster

import (
	"regexp"
	"strings"

	"graduand/data"
)

// section is the class that a line over the persons of a class says, «11-Б клас», also with
// how many they are or who teaches them in another cell; "" for any other line.
func (p *parser) section(cells []string) string {
	if len(p.layout.Columns) < 2 {
		return ""
	}
	own, found := p.layout.column(data.FieldClass)
	class, others := "", 0
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		named, is := classInTitle(cell, p.rules.NameScript)
		switch {
		case is && class == "" && strings.ContainsFunc(cell, isWordSign):
			class = named
		case is && class == "":
			class, others = named, others+1 // a bare number alone is a class
		default:
			others++
			if found && at(cells, own.Index) != "" || !isAboutClass(cell) || i == own.Index && found {
				return ""
			}
		}
	}
	if others > 1 {
		return ""
	}
	return class
}

// headCount is how many there are in a class.
var headCount = regexp.MustCompile(`^\D{0,20}\d{1,3}(?:\s*\p{L}{1,12}\.?)?$`)

// isAboutClass reports what a line may say of a class beside its name.
func isAboutClass(cell string) bool { return headCount.MatchString(cell) || ofTeachers(squeeze(cell)) }

// isOtherHeader recognises the header of a table of other things under the persons: a word
// of headers stands where only a number, a day or a class may.
func (p *parser) isOtherHeader(cells []string) bool {
	words, filled := 0, 0
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if filled++; strings.ContainsAny(cell, "0123456789") || data.LongerThan(cell, maxLoneHeader) {
			return false
		}
		if i < len(p.layout.Columns) && isTyped(p.layout.Columns[i]) && p.isHeaderOf(cell) {
			words++
		}
	}
	return filled > 1 && words > 0
}

// isTyped reports a column in which no word of a header can be a value.
func isTyped(c Column) bool {
	switch c.Field {
	case data.FieldClass, data.FieldBirthDate, data.FieldPhone, FieldPhone2, data.FieldDocumentNumber:
		return true
	}
	return c.ordinal
}

// otherWords begin the headers of tables of other things.
var otherWords = strings.Fields("предмет кількіст количеств дисциплін дисциплин кабінет кабинет годин час день дата посад должност subject teacher count room сабак саны кабинет")

func (p *parser) isHeaderOf(cell string) bool {
	for word := range headerWords(cell) {
		if beginsWith(word, otherWords) {
			return true
		}
	}
	return p.words.field(cell) != ""
}

// leftTitle is a title over those who are graduates no more.
var leftTitle = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:вибу(?:в|л)\p{L}*|відрахован\p{L}*|выбы(?:л|вш)\p{L}*|отчислен\p{L}*|чыгып кет\p{L}*|чыгарылган\p{L}*|withdrawn|expelled|left school)`)

// maxTitle is how long a title may be that is said of all who stand under it.
const maxTitle = 100

func saysLeft(title string) bool {
	return !data.LongerThan(title, maxTitle) && leftTitle.MatchString(title)
}

// left is what the name of the sheet, or a title over the table, says of all who stand in
// it: that they have left.
func (l *Layout) left() string {
	if saysLeft(l.Sheet) {
		return l.Sheet
	}
	for _, title := range l.titles() {
		if saysLeft(title) {
			return title
		}
	}
	return ""
}
