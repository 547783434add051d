package roster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// latinKeys are the keys of the American keyboard, small and with Shift; the others are what the
// keyboards of the two countries have there. The Kyrgyz one is the Russian, with its own letters
// behind AltGr.
const (
	latinKeys     = "`qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + "~QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
	ukrainianKeys = "’йцукенгшщзхїґфівапролджєячсмитьбю." + "’ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"
	russianKeys   = "ёйцукенгшщзхъ\\фывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪ|ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
)

// keyboards are the layouts by the language of a campaign, its own first.
func keyboards(language string) []map[rune]rune {
	if language == "uk" {
		return []map[rune]rune{ukrainianKeyboard, russianKeyboard}
	}
	return []map[rune]rune{russianKeyboard, ukrainianKeyboard}
}

var ukrainianKeyboard, russianKeyboard = keyboard(ukrainianKeys), keyboard(russianKeys)

func keyboard(keys string) map[rune]rune {
	letters, of := []rune(keys), map[rune]rune{}
	for i, key := range []rune(latinKeys) {
		of[key] = letters[i]
	}
	of[data.Apostrophe] = of['\''] // as names keep it
	return of
}

// OtherLayout reads parts of a name that were typed while the keyboard was set to Latin letters,
// «Bdfyjdf» for «Иванова»; words in Cyrillic stay. It does so only where every word becomes one that
// can be said, and one of them a known given name, a patronymic or a surname by its ending, so that
// the name of a foreigner stays one, and where the rules want names in Cyrillic. A part in which
// nothing was turned is as it was.
func OtherLayout(parts []string, rules Rules) (turned []string, is bool) {
	if rules.NameScript != "cyrillic" || !slices.ContainsFunc(parts, hasLatin) {
		return nil, false
	}
	best := 0
	for _, layout := range keyboards(rules.Language) {
		if read, known := typedWith(layout, parts); known > best {
			turned, best = read, known
		}
	}
	return turned, best > 0
}

// typedWith reads the parts by a layout and counts the words that it makes known ones; none where
// some word becomes no word.
func typedWith(layout map[rune]rune, parts []string) (read []string, known int) {
	for _, part := range parts {
		words := strings.Fields(part)
		for i, word := range words {
			if !hasLatin(word) || hasCyrillic(word) {
				continue
			}
			words[i] = strings.Map(func(r rune) rune {
				if letter, is := layout[r]; is {
					return letter
				}
				return r
			}, word)
			if !canBeSaid(words[i]) {
				return nil, 0
			}
			if isKnownWord(words[i]) {
				known++
			}
		}
		if hasLatin(part) {
			part = data.CleanName(strings.Join(words, " "))
		}
		read = append(read, part)
	}
	return read, known
}

func hasLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' })
}

func hasCyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// shortestKnown is how many letters a word has that tells a name: two may come about by chance.
const shortestKnown = 3

// isKnownWord tells a given name, a patronymic, or a surname by its ending.
func isKnownWord(word string) bool {
	return utf8.RuneCountInString(word) >= shortestKnown && (isGiven(word) || isPatronymic(word) || looksSurname(word))
}

// mostTogether is how many consonants, or vowels, a name has together at the most: «Ландграф», and
// three in «Маиашвили».
const mostTogether = 4

// unsaid are sounds that stand together in no name.
var unsaid = strings.Fields("щч щш щж щщ чщ шщ жщ")

// canBeSaid tells a word of Cyrillic letters that somebody may be called by.
func canBeSaid(word string) bool {
	word = strings.ToLower(word)
	if slices.ContainsFunc(unsaid, func(sounds string) bool { return strings.Contains(word, sounds) }) {
		return false
	}
	consonants, vowels, said, before := 0, 0, false, ' '
	for _, r := range word {
		switch {
		case strings.ContainsRune("аеєиіїоуюяыэёөү", r):
			consonants, vowels, said = 0, vowels+1, true
		case r == 'ь' || r == 'ъ':
			if vowels > 0 || strings.ContainsRune(" -ьъ", before) {
				return false
			}
		case unicode.Is(unicode.Cyrillic, r):
			consonants, vowels = consonants+1, 0
		case r == '-' || r == data.Apostrophe || r == '\'':
			consonants, vowels = 0, 0
		default:
			return false
		}
		if consonants > mostTogether || vowels > mostTogether-1 {
			return false
		}
		before = r
	}
	return said
}

// InOneAlphabet is a name of the rules' script with the letters of another alphabet that look the same
// in their place, «Марія» for one with a Latin i; "" where that does not make a name of it.
func InOneAlphabet(name string, rules Rules) string {
	if rule, _ := nameFault(name, rules.NameScript); rule != "name_mixed" || rules.NameScript != "cyrillic" {
		return ""
	}
	meant := data.CleanName(toCyrillic(name))
	if rule, _ := nameFault(meant, rules.NameScript); rule != "" {
		return ""
	}
	return meant
}

// retyped finds the cells of a line whose names were typed with a Latin keyboard, by their columns.
func (r *reader) retyped() map[int]string {
	latin := func(c Column) bool { return isNamePart(c.Field) && hasLatin(r.line.Cell(c.Index)) }
	if !slices.ContainsFunc(r.layout.Columns, latin) {
		return nil // as nearly all
	}
	var columns []int
	var cells []string
	for _, c := range r.layout.Columns {
		if cell := data.Unescape(r.line.Cell(c.Index)); isNamePart(c.Field) && !r.mended(c) && cell != "" {
			columns, cells = append(columns, c.Index), append(cells, cell)
		}
	}
	turned, is := OtherLayout(cells, r.rules)
	if !is {
		return nil
	}
	of := map[int]string{}
	for i, column := range columns {
		if turned[i] != cells[i] {
			of[column] = turned[i]
		}
	}
	return of
}

// otherLayout is the text of the cell of a name as it was meant, which is said where the keyboard was
// set to Latin letters.
func (r *reader) otherLayout(c Column, value string) string {
	meant := r.keyed[c.Index]
	if meant == "" || value != r.line.Cell(c.Index) {
		return value
	}
	r.problem(c, value, "name_layout", data.SeverityError, data.Args{"name": meant})
	r.row.Problems[len(r.row.Problems)-1].Readings = []string{meant}
	return meant
}
