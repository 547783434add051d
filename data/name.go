package data

import (
	"strings"
	"unicode"
)

// Apostrophe is the one that names are stored with: U+2019, as Ukrainian
// orthography prints it.
const Apostrophe = '’'

// apostrophes are the signs that people type for it.
const apostrophes = "'’ʼ`´‘ʹ′＇"

// CleanName tidies a typed or imported name and keeps its spelling: one kind of
// apostrophe, one kind of hyphen, single spaces, and «-» for no name at all
// becomes empty. A name that is typed wholly in capitals or in small letters gets
// its capitals where they belong.
func CleanName(s string) string {
	s = strings.Map(nameRune, s)
	s = strings.Join(strings.Fields(s), " ")
	for _, around := range []string{" -", "- "} {
		s = strings.ReplaceAll(s, around, "-")
	}
	s = strings.Trim(s, "- ")
	if strings.Trim(s, ".") == "" {
		return ""
	}
	if s == strings.ToUpper(s) && len([]rune(s)) > 1 || s == strings.ToLower(s) {
		return capitalise(s)
	}
	return s
}

func nameRune(r rune) rune {
	switch {
	case strings.ContainsRune(apostrophes, r):
		return Apostrophe
	case r == '‐' || r == '‑' || r == '–' || r == '—' || r == '−':
		return '-'
	case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f':
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

func capitalise(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start {
			r = unicode.ToUpper(r)
		} else {
			r = unicode.ToLower(r)
		}
		start = r == ' ' || r == '-'
		return r
	}, s)
}

// SearchKey folds s so that two spellings of one name are equal: case, ё and е,
// all apostrophes (they vanish), hyphens and runs of spaces (F-11, F-12).
func SearchKey(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		r = unicode.ToLower(nameRune(r))
		switch {
		case r == Apostrophe || r < 0:
			continue
		case r == ' ' || r == '-':
			space = b.Len() > 0
			continue
		case r == 'ё':
			r = 'е'
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Initials are the first letters of the given name and the patronymic: «М. О.»,
// or «М.» where there is no patronymic.
func Initials(given, patronymic string) string {
	var parts []string
	for _, s := range []string{given, patronymic} {
		for _, r := range s {
			parts = append(parts, string(unicode.ToUpper(r))+".")
			break
		}
	}
	return strings.Join(parts, " ")
}
