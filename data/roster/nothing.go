package roster

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data/pattern"
)

// nothing is how people write that there is nothing of a kind: «немає», «без по батькові»,
// «нет телефона», «телефону жок».
var nothing = pattern.New(`^(?:[-–—_*/\\.… ]+|\?+|(?:` + anyOf(nothingOf) + `)?[ .:-]*(?:` + anyOf(nothingWords) + `|(?:` + anyOf(nothingStems) + `)\p{L}*)` +
	`[ .]*(?:по[ -]батькові|отчества|телефону?|телефона|номера?|phone)?[ .]*)$`)

// What there is none of, the words for none, and those of which the end may vary.
var (
	nothingOf    = []string{"по батькові", "отчество", "отч", "атасынын аты", "телефону", "телефон", "номери", "номер", "phone"}
	nothingWords = []string{"немає", "немае", "нема", "нету", "нет", "жок", "none", "no", "n/a", "na", "null", "nil", "без", "не має", "не маэ", "не названо", "прочерк", "н/д", "н/м", "н.д"}
	nothingStems = []string{"відсутн", "отсутств", "не вказа", "не указа", "невідом", "не известн", "неизвестн"}
)

func anyOf(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = regexp.QuoteMeta(word)
	}
	return strings.Join(quoted, "|")
}

// nothingBegins are the first two letters of all of them: nearly every name begins with others.
var nothingBegins = beginnings(slices.Concat(nothingOf, nothingWords, nothingStems))

func beginnings(words []string) map[[2]rune]bool {
	all := map[[2]rune]bool{}
	for _, word := range words {
		first, size := utf8.DecodeRuneInString(word)
		second, _ := utf8.DecodeRuneInString(word[size:])
		all[[2]rune{first, second}] = true
	}
	return all
}

// absent recognises how people write that there is nothing.
func absent(s string) bool {
	if s == "" || s == "-" {
		return true
	}
	if len(s) > longestNothing || digitCount(s) > 0 || namesSomething(s) {
		return false
	}
	s = strings.ToLower(strings.Trim(s, " .,()"))
	return s == "" || nothing.MatchString(s)
}

// namesSomething tells at a glance what begins like no word for nothing.
func namesSomething(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsLetter(first) && !nothingBegins[[2]rune{unicode.ToLower(first), unicode.ToLower(second)}]
}

// longestNothing bounds the texts that are compared, in bytes.
const longestNothing = 60

// noPatronymic recognises how people write that there is no patronymic.
func noPatronymic(s string) bool {
	s = strings.ToLower(strings.Trim(s, " .,()"))
	switch s {
	case "б/б", "б/о", "×", "x", "х", "0":
		return true
	}
	return absent(s)
}
