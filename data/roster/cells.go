package roster

import (
	"strings"
	"unicode"
)

// squeeze leaves letters, digits and № of a text, in small letters, with ё as е.
// In a word of two scripts Latin look-alikes become Cyrillic. Line breaks,
// hyphenation, dots and spaces make no difference any more: «П. І. Б.» is «піб».
func squeeze(s string) string {
	var b strings.Builder
	latin, cyrillic := false, false
	for _, r := range s {
		switch r = unicode.ToLower(r); {
		case r == 'ё':
			r = 'е'
		case r == '#':
			r = '№'
		case r == '№' || unicode.IsDigit(r):
		case !unicode.IsLetter(r) || strings.ContainsRune("ʼʹ", r):
			continue
		}
		latin = latin || r >= 'a' && r <= 'z'
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
		b.WriteRune(r)
	}
	if latin && cyrillic {
		return toCyrillic(b.String())
	}
	return b.String()
}

// has reports that a squeezed text holds one of the stems.
func has(key string, stems ...string) bool {
	for _, stem := range stems {
		if strings.Contains(key, stem) {
			return true
		}
	}
	return false
}

// filled counts the cells with anything in them.
func filled(cells []string) int {
	n := 0
	for _, cell := range cells {
		if cell != "" {
			n++
		}
	}
	return n
}
