package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// squeeze leaves letters, digits and № of a text, in small letters, with ё as е.
// In a word of two scripts Latin look-alikes become Cyrillic. Line breaks,
// hyphenation, dots and spaces make no difference any more: «П. І. Б.» is «піб».
func squeeze(s string) string {
	key := make([]byte, 0, 128) // on the stack for all but the longest
	latin, cyrillic := false, false
	for _, r := range s {
		if r = squeezed(r); r < 0 {
			continue
		}
		latin = latin || r >= 'a' && r <= 'z'
		cyrillic = cyrillic || r >= 'а' && r <= 'я' || r > 'z' && unicode.Is(unicode.Cyrillic, r)
		key = utf8.AppendRune(key, r)
	}
	if latin && cyrillic {
		return toCyrillic(string(key))
	}
	return string(key)
}

// squeezed is what one letter becomes, -1 for nothing.
func squeezed(r rune) rune {
	if 'а' <= r && r <= 'я' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
		return r
	}
	switch r = unicode.ToLower(r); {
	case r == 'ё':
		return 'е'
	case r == '#':
		return '№'
	case r == '№' || unicode.IsDigit(r):
		return r
	case !unicode.IsLetter(r) || r == 'ʼ' || r == 'ʹ':
		return -1
	}
	return r
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

// squeezedWords are the words of a text, squeezed.
func squeezedWords(s string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == '-' }) {
		if word = squeeze(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}

func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// digitRun is how many digits stand together at most. Cyrillic letters stand before all digits but
// ours, and are not asked.
func digitRun(s string) int {
	longest, run := 0, 0
	for _, r := range s {
		if run++; (r < '0' || r > '9') && (r < '\u0660' || !unicode.IsDigit(r)) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

func digitCount(s string) int {
	count := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			count++
		}
	}
	return count
}

// namesOne reports that words are two to four that begin with capitals, as those of a name.
func namesOne(words []string) bool {
	for _, word := range words {
		letters := []rune(word)
		if !unicode.IsUpper(letters[0]) || len(letters) < 2 || strings.ContainsAny(word, ".:_(/0123456789") {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4
}
