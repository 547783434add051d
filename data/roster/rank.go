package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// How well the header of a column says that it is the graduate's own.
const (
	rankOther = iota // with words that may be anybody's: «ПІБ заявника»
	rankNoun         // the word for a graduate alone: «Учень», what stands there the cells tell
	rankPlain        // «ПІБ»
	rankOwn          // «ПІБ учня», «Ваше прізвище»
)

// graduateStems begin the words of a header that speak of the graduate.
var graduateStems = strings.Fields(`учн учен учащ здобувач випускн выпускн вихован воспитан дитин ребен ребён студент слухач слушател
	абітурієнт абитуриент вступник окуучу бүтүрүүчү pupil student graduate learner child ваш сво твоє твоя твое your my`)

// plainStems begin the words of headers of names and telephones that say nothing of whose
// they are.
var plainStems = strings.Fields(`піб пiб піп фио фаа прізвищ ім імя ім’я ім'я фамил имя имен по батьк отчеств та і й и або или повн полн ініціал инициал
	аты жөн атасынын surname name first last given family middle full patronymic father and or in
	тел моб номер контакт особист личн персональн основн для зв связ вайбер viber telegram телеграм whatsapp ватсап сотов
	уюлдук байланыш phone mobile cell number contact дод доп друг втор экинчи з с на`)

// ofGraduate reports that a header names the graduate.
func ofGraduate(header string) bool {
	for word := range headerWords(header) {
		if beginsWith(word, graduateStems) || strings.HasSuffix(word, "ңыз") || strings.HasSuffix(word, "ңуз") || strings.HasSuffix(word, "ңүз") {
			return true
		}
	}
	return false
}

// rankOf says how well a header of a name or a telephone says whose it is.
func rankOf(c Column) int {
	own, plain, nouns := false, true, true
	for word := range headerWords(aside.ReplaceAllString(c.Header, " ")) {
		switch {
		case beginsWith(word, graduateStems):
			own = true
		case beginsWith(word, plainStems):
			nouns = false
		default:
			plain, nouns = false, false
		}
	}
	switch {
	case own && nouns && c.Field == FieldFullName:
		return rankNoun
	case own || ofGraduate(c.Header):
		return rankOwn
	case plain:
		return rankPlain
	}
	return rankOther
}

func headerWords(header string) func(func(string) bool) {
	return strings.FieldsFuncSeq(strings.ToLower(header), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != data.Apostrophe })
}

// beginsWith reports that a word begins with one of the stems; one of two letters is a word.
func beginsWith(word string, stems []string) bool {
	for _, stem := range stems {
		if word == stem || utf8.RuneCountInString(stem) > 2 && strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// chooseNames leaves of several columns of one part of the name those whose header says
// best that they are the graduate's, and of full names and parts the better ones.
func chooseNames(columns []Column) {
	best := map[string]int{}
	for i := range columns {
		if field := columns[i].Field; isNamePart(field) {
			rank := rankOf(columns[i])
			if old, seen := best[field]; !seen || rank > old {
				best[field] = rank
			}
		}
	}
	full, whole := best[FieldFullName]
	surname, parted := best[data.FieldSurname]
	_, given := best[data.FieldGivenName]
	_, both := best[FieldGivenPatronymic]
	parts := whole && parted && (given || both) && surname >= full
	for i := range columns {
		c := &columns[i]
		if !isNamePart(c.Field) {
			continue
		}
		beside := whole && (parts && c.Field == FieldFullName || !parts && c.Field != FieldFullName && (parted || c.Field == data.FieldGivenName))
		if beside || rankOf(*c) < best[c.Field] {
			c.Field, c.known = "", true
		}
	}
}

func isNamePart(field string) bool {
	return field == FieldFullName || field == data.FieldSurname || field == data.FieldGivenName || field == FieldGivenPatronymic || field == data.FieldPatronymic
}

// choosePhones makes the telephone of the best header the graduate's own, and another one
// the second.
func choosePhones(columns []Column) {
	best := -1
	for i := range columns {
		if columns[i].Field == data.FieldPhone && (best < 0 || rankOf(columns[i]) > rankOf(columns[best])) {
			best = i
		}
	}
	for i := range columns {
		if columns[i].Field == data.FieldPhone && i != best {
			columns[i].Field = FieldPhone2
		}
	}
}
