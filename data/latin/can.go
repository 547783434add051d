package latin

import (
	"slices"
	"strings"
)

// variants are all that passports make of a letter or of letters together: by the rules of
// Ukraine (2010 and those of 1995 and 2004 to 2007), of Russia (1997, 2000, 2010, 2014), of
// Kyrgyzstan, and those that a holder may ask to keep. A - stands for nothing.
var variants = several(`
а a
б b
в v w
г g h
ґ g h
д d
е e ie ye je
є ie ye e je
ё e io yo ye jo
ж zh j g dzh
з z s
зг zgh zh
и i y
і i y
ї i yi ji y
й i y j -
к k c q
кс ks x
л l
м m
н n
нг ng n
ң ng n
о o
ө o oe u
п p
р r
с s ss
т t
у u ou w
ү u ue y
уу uu u
ф f ph
х kh h x
ц ts c tc tz
ч ch c tch
ш sh s
щ shch sch shh sc
ъ - ie y
ы y i
ый y yi yy iy
ий y i ii iy yi yy
ь - i y
э e a
ю iu yu ju u
я ia ya ja a
дж j dzh dj
`)

func several(lines string) map[string][]string {
	t := map[string][]string{}
	for line := range strings.Lines(lines) {
		if words := strings.Fields(line); len(words) > 0 {
			for _, w := range words[1:] {
				t[words[0]] = append(t[words[0]], strings.ReplaceAll(w, "-", ""))
			}
		}
	}
	return t
}

// Can reports that a Latin spelling can be that of a name: spaces, hyphens and apostrophes do
// not count, nor do capitals. A name in Latin letters can be itself only. Cut says that the
// spelling may end early, as in a full line of a document.
func Can(name, spelling string, cut bool) bool {
	from, to := joined(name), joined(spelling)
	if len(from) > longest || len(to) > longest {
		return false
	}
	if len(from) == 0 || len(to) == 0 {
		return len(from) == len(to)
	}
	return reaches(from, to, cut)
}

// longest is more letters than any name has; what is longer is no name.
const longest = 200

func joined(name string) []rune {
	return []rune(strings.Map(func(c rune) rune {
		if c == ' ' || c == '-' || c == '.' {
			return -1
		}
		return c
	}, plain(name)))
}

// reaches reports that the letters of a name, each in one of its variants, make a spelling.
func reaches(from, to []rune, cut bool) bool {
	// at[k] says that the letters so far can be the first k of the spelling; before, those but
	// for the last one.
	at, before := make([]bool, len(to)+1), make([]bool, len(to)+1)
	at[0] = true
	for i := range from {
		next := make([]bool, len(to)+1)
		for k := range at {
			if at[k] {
				step(next, to, k, ways(from[i:i+1]))
			}
			if i > 0 && before[k] {
				step(next, to, k, variants[string(from[i-1:i+1])])
			}
		}
		if cut && (at[len(to)] || next[len(to)]) {
			return true
		}
		before, at = at, next
	}
	return at[len(to)]
}

// ways are what a letter can become; one that no rule knows stays.
func ways(letter []rune) []string {
	if w, known := variants[string(letter)]; known {
		return w
	}
	return []string{string(letter)}
}

// step marks where a spelling is after each of the ways.
func step(next []bool, to []rune, at int, ways []string) {
	for _, w := range ways {
		if letters := []rune(w); at+len(letters) <= len(to) && slices.Equal(to[at:at+len(letters)], letters) {
			next[at+len(letters)] = true
		}
	}
}
