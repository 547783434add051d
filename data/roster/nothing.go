package roster

import "strings"

// absent recognises how people write that there is nothing.
func absent(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .")) {
	case "", "-", "–", "—", "--", "---", "немає", "нема", "нет", "жок", "none", "no", "n/a", "відсутній", "відсутня", "отсутствует":
		return true
	}
	return false
}

// noPatronymic recognises how people write that there is no patronymic.
func noPatronymic(s string) bool {
	s = strings.ToLower(strings.Trim(s, " .,()"))
	switch s {
	case "відсутнє", "прочерк", "без по батькові", "без отчества", "н/д", "б/б", "б/о", "н/м", "отсутствует", "атасынын аты жок", "×", "x", "х", "0":
		return true
	}
	return absent(s)
}
