package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/pattern"
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
	у відмін падеж именит українськ державн рідн мов називн кирилиц українською кыргыз русск язык
	тел моб номер контакт особист личн персональн основн для зв связ вайбер viber telegram телеграм whatsapp ватсап сотов
	уюлдук байланыш phone mobile cell number contact дод доп друг втор экинчи з с на`)

// otherSpellings begin the words of headers of names in another case or script.
var otherSpellings = strings.Fields("латиниц латинськ латинск англ latin english родов родит давальн дательн знахідн орудн кличн трансліт транслит genitive dative дівоч девич попередн предыдущ прежн колишн maiden former previous")

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
func rankOf(header string) int {
	own, plain, nouns := false, true, true
	for word := range headerWords(header) {
		if beginsWith(word, otherSpellings) {
			return rankOther
		}
	}
	for word := range headerWords(aside.ReplaceAllString(header, " ")) {
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
	case own && nouns:
		return rankNoun
	case own || ofGraduate(header):
		return rankOwn
	case plain:
		return rankPlain
	}
	return rankOther
}

// headerWords are the words of a header; a text too long for one has none.
func headerWords(header string) func(func(string) bool) {
	if data.LongerThan(header, maxHeader) {
		header = ""
	}
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

// aside is what a header says besides: in brackets, or according to which paper.
var aside = pattern.New(`(?i)\([^()]*\)?|(?:^|\s)(?:згідно|відповідно|як (?:у|в|зазначено) |за (?:паспорт|документ|свідоц)|согласно|как в |по паспорту|по свидетельству|в соответствии).*$`)
