package data

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Apostrophe is the one that names are stored with: U+2019, as Ukrainian
// orthography prints it.
const Apostrophe = '’'

// CleanName tidies a typed or imported name and keeps its spelling: whole letters without
// marks of stress, one kind of apostrophe, once and only inside a word, one kind of hyphen,
// single spaces, and «-» for no name at all becomes empty. A name that is typed wholly in
// capitals or in small letters gets its capitals where they belong.
func CleanName(s string) string {
	if !plainLine(s) || strings.ContainsAny(s, "'`-.") {
		s = strings.Join(strings.Fields(strings.Map(nameRune, compose(s))), " ")
		s = tidyApostrophes(s)
		for _, around := range []string{" -", "- "} {
			s = strings.ReplaceAll(s, around, "-")
		}
		for strings.Contains(s, "--") {
			s = strings.ReplaceAll(s, "--", "-")
		}
		s = strings.Trim(s, "- "+string(Apostrophe))
		if strings.Trim(s, ".") == "" {
			return ""
		}
	}
	if upper, lower := cases(s); !upper || !lower && utf8.RuneCountInString(s) > 1 {
		return compose(capitalise(s)) // a mark may make one letter with a capital alone
	}
	return s
}

// cases tells whether a text has capitals and small letters.
func cases(s string) (upper, lower bool) {
	for _, r := range s {
		upper, lower = upper || unicode.ToLower(r) != r, lower || unicode.ToUpper(r) != r
	}
	return upper, lower
}

// nameRune is one letter of a name in its one spelling; -1 for a sign that cannot be
// seen. It is called for every letter of every name, so it asks for letters first.
func nameRune(r rune) rune {
	if 'А' <= r && r <= 'я' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
		return r
	}
	switch r {
	case '\'', '’', 'ʼ', '`', '´', '‘', '‛', 'ʹ', 'ʻ', 'ʽ', '′', '＇', 'ˈ', 'ˊ', '‵', '՚', 'ꞌ', 'Ꞌ', '᾽', '᾿':
		return Apostrophe
	case '‒', '–', '—', '―':
		return '-'
	}
	switch {
	case unicode.IsSpace(r):
		return ' '
	case Unprintable(r):
		return -1
	}
	return written(r)
}

// capitalise gives every word its capital, and so the letter behind a dot and that behind a
// first letter with an apostrophe: О’Ніл, Д’Артаньян, but Д’яченко.
func capitalise(s string) string {
	start, letters := true, 0
	before := ' '
	return strings.Map(func(r rune) rune {
		upper, lower := unicode.ToUpper(r), unicode.ToLower(r)
		if start || letters == 1 && before == Apostrophe && !strings.ContainsRune("яюєї", lower) {
			r = upper
		} else {
			r = lower
		}
		if unicode.IsLetter(r) {
			letters++
		}
		if start = r == ' ' || r == '-' || r == '.'; start {
			letters = 0
		}
		before = r
		return r
	}, s)
}

// Capital makes the first letter a capital one.
func Capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + words[size:]
}

// Small makes the first letter a small one, unless the word is an abbreviation.
func Small(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if second, _ := utf8.DecodeRuneInString(words[size:]); size == 0 || unicode.IsUpper(second) {
		return words
	}
	return string(unicode.ToLower(first)) + words[size:]
}

// SearchKey folds s so that two spellings of one name are equal: case, ё and е,
// marks of stress, all apostrophes (they vanish), hyphens and runs of spaces (F-11, F-12).
func SearchKey(s string) string {
	return string(appendFolded(make([]byte, 0, 128), s)) // on the stack for all but the longest
}

// appendFolded adds the [SearchKey] of s to a key, with a space between.
func appendFolded(key []byte, s string) []byte {
	space := len(key) > 0
	for _, r := range compose(s) {
		if r = folded(r); r < 0 {
			continue
		}
		if r == ' ' {
			space = len(key) > 0
			continue
		}
		if space {
			key, space = append(key, ' '), false
		}
		key = utf8.AppendRune(key, r)
	}
	return key
}

// folded is one letter of a [SearchKey], a space for a hyphen too; -1 for a sign that does
// not count.
func folded(r rune) rune {
	if r >= 0 && int(r) < len(foldings) {
		return foldings[r]
	}
	return fold(r)
}

// foldings are what nearly all letters become, looked up once: every name of a list is
// folded several times.
var foldings = func() (all [0x530]rune) {
	for r := range all {
		all[r] = fold(rune(r))
	}
	return all
}()

func fold(r rune) rune {
	switch r = unicode.ToLower(nameRune(r)); r {
	case Apostrophe:
		return -1
	case '-':
		return ' '
	case 'ё':
		return 'е'
	}
	return r
}

// FindKey folds s for a search, further than [SearchKey] does for telling people apart: letters
// that a keyboard may not have are found by those that stand in for them, ґ by г, ң by н, ө by
// о and ү by у.
func FindKey(s string) string { return strings.Map(standIn, SearchKey(s)) }

// FindLetter is what one letter becomes in a [FindKey]: a space for what parts words, -1 for what is
// passed over.
func FindLetter(r rune) rune { return standIn(folded(r)) }

// standIn is the letter of a Russian keyboard in the place of another alphabet's.
func standIn(r rune) rune {
	switch r {
	case 'ґ':
		return 'г'
	case 'ң':
		return 'н'
	case 'ө':
		return 'о'
	case 'ү':
		return 'у'
	}
	return r
}

// SameName tells whether one of two names is the other, or the other without a part of
// it, such as the patronymic; an empty name contradicts nobody.
func SameName(a, b string) bool {
	short, long := strings.Fields(SearchKey(a)), strings.Fields(SearchKey(b))
	if len(short) > len(long) {
		short, long = long, short
	}
	return !slices.ContainsFunc(short, func(word string) bool { return !slices.Contains(long, word) })
}
