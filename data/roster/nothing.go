package roster

import (
	"regexp"
	"strings"
)

// nothing is how people write that there is nothing of a kind: «немає», «без по батькові»,
// «нет телефона», «телефону жок».
var nothing = regexp.MustCompile(`^(?:[-–—_*/\\.… ]+|\?+|(?:по батькові|отч(?:ество)?|атасынын аты|телефону?|номери?|phone)?[ .:-]*` +
	`(?:немає|немае|нема|нету?|жок|none|no|n/?a|null|nil|відсутн\p{L}*|отсутств\p{L}*|без|не має|не маэ|не вказа\p{L}*|не указа\p{L}*|не названо|невідом\p{L}*|не ?известн\p{L}*|прочерк|н/д|н/м|н\.д)` +
	`[ .]*(?:по[ -]батькові|отчества|телефону?|телефона|номера?|phone)?[ .]*)$`)

// absent recognises how people write that there is nothing.
func absent(s string) bool {
	if s == "" || s == "-" {
		return true
	}
	if len(s) > longestNothing || strings.ContainsAny(s, "0123456789") {
		return false
	}
	s = strings.ToLower(strings.Trim(s, " .,()"))
	return s == "" || nothing.MatchString(s)
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
