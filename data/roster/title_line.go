package roster

import (
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/pattern"
)

var (
	// signedName is a surname beside initials: «Сатыбалдиева Г. К.», «О. І. Верболоз».
	signedName = pattern.New(`\p{Lu}[\p{L}'’-]{2,}\s+\p{Lu}\.|(?:^|[\s.,:])\p{Lu}\.\s*(?:\p{Lu}\.\s*)?\p{Lu}\p{Ll}{2,}`)
	// partsOfNames are the initials of the parts of a name themselves.
	partsOfNames = pattern.New(`(?i)(?:п\.?\s*[іi]\.?\s*[бп]|ф\.?\s*и\.?\s*о|ф\.?\s*а\.?\s*а|а\.?\s*а\.?\s*ж\.?\s*т?)\.?(?:\P{L}|$)`)
	// listTitle begins what nothing but a list or an order is called.
	listTitle = pattern.New(`(?i)^\s*(?:список|списки|відомост|сведени|тизме|наказ|приказ|буйрук|протокол|додаток|приложени|тиркеме|list of|order|annex)`)
	// inCharge are words for who answers for a class, that may be of a parent in a header.
	inCharge = pattern.New(`(?i)куратор\p{L}*|відповідальн\p{L}*|ответственн\p{L}*|жооптуу|вихователь|вихователька|воспитатель|тьютор`)
	// dayInTitle is a day of the calendar, reachedBy a telephone.
	dayInTitle = pattern.New(`\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}`)
	reachedBy  = pattern.New(`\d[\d\s()-]{7,}\d`)
)

// roleStems begin the words that say who teaches a class and how to reach them.
var roleStems = strings.Fields(`клас класс кл кер керівн рук руковод жетекчи жетекч вчител учител мугалим class teacher дані данные form tutor`)

// isTitle reports that a line over a table says something of all who stand in it (their class, who
// teaches them, a school, a list, a day) and is no upper row of a header, unless words of headers
// stand in it over their columns.
func isTitle(words *dictionary, cells []string) bool {
	if filled(cells) == 1 {
		return saysTitle(strings.Join(cells, ""), true)
	}
	titles, headers, role, named := 0, 0, false, false
	for _, cell := range cells {
		switch field := words.field(cell); {
		case cell == "":
		case kept(words.titled, cell, func(cell string) bool { return saysTitle(cell, false) }):
			titles++
		case ofTeachers(squeeze(cell)):
			role = true
		case field != "" && field != columnForeign && field != columnParentPhone:
			headers++
		default:
			named = named || namesOne(strings.Fields(cell))
		}
	}
	return headers <= 1 && (titles > 0 || role && named)
}

// saysTitle reports that a cell says what stands in a title and in no header; alone says that it is
// the only one of its line. What is said of parents may be over their columns or their table.
func saysTitle(cell string, alone bool) bool {
	if cell == "" || data.LongerThan(cell, maxHeader) || ofParents(inCharge.ReplaceAllString(cell, "")) {
		return false
	}
	if signedName.MatchString(partsOfNames.ReplaceAllString(cell, " ")) || dayInTitle.MatchString(cell) || reachedBy.MatchString(cell) {
		return true
	}
	if _, class := classInTitle(cell, ""); class && strings.ContainsFunc(cell, isWordSign) {
		return alone || strings.ContainsFunc(cell, unicode.IsDigit)
	}
	return namesTeacher(cell) || alone && (listTitle.MatchString(cell) || ofSchool(squeeze(cell)) && strings.ContainsAny(cell, `0123456789"«`))
}

// namesTeacher reports that a text says who teaches a class, or a colon that it will be said:
// «Кл. рук. Сатыбалдиева».
func namesTeacher(text string) bool {
	if !ofTeachers(squeeze(text)) && !inCharge.MatchString(text) {
		return false
	}
	first := true
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != data.Apostrophe }) {
		low := strings.ToLower(word)
		if !first && unicode.IsUpper([]rune(word)[0]) && !beginsWith(low, roleStems) && !beginsWith(low, plainStems) && !beginsWith(low, graduateStems) {
			return true
		}
		first = false
	}
	return strings.Contains(text, ":")
}
