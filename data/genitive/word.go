package genitive

import (
	"strings"
	"unicode"

	"graduand/data"
)

// decline takes a name apart at spaces and hyphens, and puts the genitives of its parts
// together again. Runs of spaces become one.
func decline(name string, sex data.Sex, rules map[data.Sex][]rule) Form {
	name = strings.Join(strings.Fields(name), " ")
	if rules[sex] == nil || name == "" || len(name) > longest || strings.ContainsFunc(name, foreign) {
		return Form{Text: name}
	}
	words, between := taken(name)
	if sex == data.Female && listed("of daughters", plain(words[len(words)-1])) {
		return Form{Text: name, Known: true} // § 140: Гасан-кизи
	}
	parts := make([]Form, len(words))
	for i, word := range words {
		if i+1 < len(words) && listed("before a name", plain(word)) {
			parts[i] = Form{Text: word, Known: true} // § 146: Драй-Хмара, ван Дейк
			continue
		}
		parts[i] = genitiveOf(word, rules[sex])
	}
	return joined(parts, between)
}

// longest is more bytes than any name has: what is longer is none.
const longest = 300

// foreign tells a sign that no name in Ukrainian letters has. Russian letters may stand in a
// name: they are read as the nearest Ukrainian one.
func foreign(r rune) bool {
	return !strings.ContainsRune("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ -"+apostrophes, unicode.ToLower(r))
}

// apostrophes are the signs that stand for one.
const apostrophes = "’'ʼ`"

// taken are the words of a name and what stands between them.
func taken(name string) (words, between []string) {
	start := 0
	for at, r := range name {
		if r == ' ' || r == '-' {
			words, between = append(words, name[start:at]), append(between, string(r))
			start = at + 1
		}
	}
	return append(words, name[start:]), between
}

// plain are the letters of a word as the rules have them: small, with one apostrophe, and
// Russian letters as Ukrainian ones. There are as many as the word has.
func plain(word string) []rune {
	letters := []rune(word)
	for i, r := range letters {
		switch r = unicode.ToLower(r); {
		case strings.ContainsRune(apostrophes, r), r == 'ъ':
			r = data.Apostrophe
		case r == 'ы':
			r = 'и'
		case r == 'э', r == 'ё':
			r = 'е'
		}
		letters[i] = unicode.ToLower(r)
	}
	return letters
}

// genitiveOf is the genitive of one word by the first rule that it falls under; a word under
// none stays.
func genitiveOf(word string, rules []rule) Form {
	letters := plain(word)
	for i := range rules {
		if !rules[i].covers(letters) {
			continue
		}
		form := Form{Text: spelt(word, rules[i].becomes(letters)), Known: true}
		if rules[i].or != nil {
			form.Others = []string{spelt(word, rules[i].or(letters))}
		}
		return form
	}
	return Form{Text: word, Known: true}
}

// spelt writes a form as its nominative is written: a letter that stays is as it was typed, one
// in the place of another as large as that, and what is longer is large where the whole word
// is.
func spelt(word string, form []rune) string {
	typed, letters := []rune(word), plain(word)
	large := len(typed) > 1 && word == strings.ToUpper(word)
	for i, r := range form {
		switch {
		case i < len(letters) && letters[i] == r:
			form[i] = typed[i]
		case large, i == 0 && unicode.IsUpper(typed[0]):
			form[i] = unicode.ToUpper(r)
		}
	}
	return string(form)
}
