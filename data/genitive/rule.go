package genitive

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"graduand/data"
)

// rule is a row of a table: which names it is about, and what they become. The first row that
// covers a name decides.
type rule struct {
	// end is a regular expression for how the name ends, nil for any ending.
	end *regexp.Regexp
	// list is the title of the words in words.tsv among which it must stand, "" for none.
	list string
	// becomes makes the genitive, or another form that is right too, nil for none.
	becomes, or change
	// source is the paragraph of the orthography, or what else the row rests on.
	source string
}

// change makes a form of the letters of a nominative; it gives a text of its own.
type change func(letters []rune) []rune

// ends is a rule by the ending alone.
func ends(end string, becomes change, source string) rule {
	return rule{end: regexp.MustCompile("(?:" + strings.ReplaceAll(end, "C", consonants) + ")$"), becomes: becomes, source: source}
}

// among is a rule for the words of a list.
func among(list string, becomes change, source string) rule {
	return rule{list: list, becomes: becomes, source: source}
}

// orElse adds the other form to a rule.
func (r rule) orElse(or change) rule {
	r.or = or
	return r
}

// consonants are the letters of the consonants, for which C stands in an ending.
const consonants = "[бвгґджзйклмнпрстфхцчшщ]"

const vowels = "аеєиіїоуюя"

func (r *rule) covers(letters []rune) bool {
	return (r.end == nil || r.end.MatchString(string(letters))) && (r.list == "" || listed(r.list, letters))
}

// same leaves the name as it is.
func same(letters []rune) []rune { return slices.Clone(letters) }

// add puts an ending behind the name.
func add(ending string) change { return instead(0, ending) }

// instead puts an ending in the place of the last letters.
func instead(last int, ending string) change {
	return func(letters []rune) []rune {
		return append(slices.Clone(letters[:max(0, len(letters)-last)]), []rune(ending)...)
	}
}

// second is the genitive of the second declension: -а, and -я behind a soft consonant.
func second(letters []rune) []rune {
	if last := letters[len(letters)-1]; last == 'ь' || last == 'й' {
		return instead(1, "я")(letters)
	}
	return add("а")(letters)
}

// opened puts another vowel in the place of the last і, which stands in a closed syllable
// only (кіт → кота), and the ending of the second declension.
func opened(vowel rune) change {
	return func(letters []rune) []rune {
		form := second(letters)
		for at := len(letters) - 1; at >= 0; at-- {
			if letters[at] == 'і' {
				form[at] = vowel
				break
			}
		}
		return form
	}
}

// closed leaves out the last vowel, which stands in a closed syllable only (кравець →
// кравця): є leaves й, л is soft before ц, and a lip is parted from я (солов’я).
func closed(letters []rune) []rune {
	at := len(letters) - 1
	for at > 0 && !strings.ContainsRune(vowels, letters[at]) {
		at--
	}
	stem, last := slices.Clone(letters[:at]), letters[len(letters)-1]
	switch {
	case letters[at] == 'є':
		stem = append(stem, 'й')
	case last == 'й':
		stem = append(stem, data.Apostrophe)
	case last == 'ь' && at > 0 && letters[at-1] == 'л':
		stem = append(stem, 'ь')
	}
	return append(stem, second(letters)[at+1:]...)
}

//go:embed words.tsv
var wordsFile string

// lists are the words by the title of their list: whole words, and tails behind which a
// compound ends («-кінь»).
var lists = sync.OnceValue(func() map[string]words {
	all := map[string]words{}
	for line := range strings.Lines(wordsFile) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		list, known := all[columns[0]]
		if !known {
			list = words{whole: map[string]bool{}, forms: map[string]string{}}
		}
		for _, entry := range strings.Fields(columns[2]) {
			word, form, _ := strings.Cut(entry, "=")
			list.forms[word] = form
			if tail, is := strings.CutPrefix(word, "-"); is {
				list.tails = append(list.tails, tail)
			} else {
				list.whole[word] = true
			}
		}
		all[columns[0]] = list
	}
	return all
})

// words are those of one list; forms are what stands beside them.
type words struct {
	whole map[string]bool
	forms map[string]string
	tails []string
}

// listed says that a word stands in a list, or ends as one that stands there as a tail.
func listed(list string, letters []rune) bool {
	word, in := string(letters), lists()[list]
	return in.whole[word] || slices.ContainsFunc(in.tails, func(tail string) bool { return strings.HasSuffix(word, tail) })
}

// own is the form that a list has beside a word: «боєць=бійця».
func own(list string) change {
	return func(letters []rune) []rune { return []rune(lists()[list].forms[string(letters)]) }
}
