package centrelist

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/campaign"
)

// vocabulary are the words in which the centre's list speaks of subjects.
type vocabulary struct {
	campaign *campaign.Campaign
	subjects []phrase
	// levels are those of each subject that has any, by what tells one from another: «стандарту».
	levels map[string][]phrase
	// common are the words that all levels of a subject have: «рівень».
	common map[string]bool
	// attested and chosen are words about a subject.
	attested, chosen [][]string
}

// phrase is some words that stand for a code.
type phrase struct {
	code  string
	words []string
}

// yes and no are how people tick a cell, or leave it without a tick; not stands before a mark that
// is none.
var (
	yes = []string{"+", "так", "да", "ооба", "yes", "1", "v", "х", "x", "✓", "✔", "истина", "true"}
	no  = []string{"-", "–", "—", "ні", "нет", "жок", "no", "0", "false", "немає"}
	not = []string{"не", "без", "not"}
)

func newVocabulary(c *campaign.Campaign) *vocabulary {
	v := &vocabulary{campaign: c, levels: map[string][]phrase{}, common: map[string]bool{}}
	for i := range c.Subjects {
		s := &c.Subjects[i]
		if s.Included {
			continue
		}
		for _, name := range append([]string{s.Title, s.ListTitle}, c.CentreList.Subjects[s.Code]...) {
			if words := wordsOf(name); len(words) > 0 {
				v.subjects = append(v.subjects, phrase{s.Code, words})
			}
		}
		v.addLevels(s)
	}
	for _, word := range c.CentreList.Attested {
		v.attested = append(v.attested, wordsOf(word))
	}
	for _, word := range c.CentreList.Chosen {
		v.chosen = append(v.chosen, wordsOf(word))
	}
	return v
}

// title is a subject as a sentence names it.
func (v *vocabulary) title(subject string) any { return v.campaign.Words(data.FieldSubjects, subject) }

// addLevels keeps of the title of each level what the other levels have not.
func (v *vocabulary) addLevels(s *campaign.Subject) {
	var titles [][]string
	for _, level := range s.Levels {
		titles = append(titles, wordsOf(level.Title))
	}
	for i, level := range s.Levels {
		own := phrase{code: level.Code}
		for _, word := range titles[i] {
			shared := func(title []string) bool {
				return slices.ContainsFunc(title, func(other string) bool { return sameStem(word, other) })
			}
			if len(titles) > 1 && !slices.ContainsFunc(titles, func(title []string) bool { return !shared(title) }) {
				v.common[word] = true
				continue
			}
			own.words = append(own.words, word)
		}
		v.levels[s.Code] = append(v.levels[s.Code], own)
	}
}

// leastStem is how many letters two words must have in common to be forms of one word.
const leastStem = 3

// sameStem reports that two words may be forms of one: «рівень» and «рівня», «стандарт» and
// «стандарту».
func sameStem(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= leastStem && (n >= min(len(x), len(y))-2 || n >= 2*leastStem)
}

// subject is the code that words name, as they are or shortened: «укр мова». No code where they
// name none, or more than one.
func (v *vocabulary) subject(words []string) (code string, known bool) {
	for _, s := range v.subjects {
		if slices.Equal(s.words, words) {
			return s.code, true
		}
	}
	for _, s := range v.subjects {
		switch {
		case code == s.code || !shortens(words, s.words):
		case code != "":
			return "", false
		default:
			code = s.code
		}
	}
	return code, code != ""
}

// shortens reports that each word begins the one in its place; the first by three letters at
// least, lest a mark of one letter be taken for a subject.
func shortens(short, long []string) bool {
	if len(short) == 0 || len(short) > len(long) || utf8.RuneCountInString(short[0]) < leastStem {
		return false
	}
	for i := range short {
		if !strings.HasPrefix(long[i], short[i]) {
			return false
		}
	}
	return true
}

// level is the level of a subject that words name; of no subject, that of any. Only says that they
// are words that all levels have: «рівень».
func (v *vocabulary) level(subject string, words []string) (code string, only, known bool) {
	own := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return v.saysLevel(word) })
	if len(own) == 0 {
		return "", true, len(words) > 0
	}
	for _, level := range v.levels[subject] {
		if !slices.ContainsFunc(own, func(word string) bool {
			return !slices.ContainsFunc(level.words, func(of string) bool { return sameStem(word, of) })
		}) {
			return level.code, false, true
		}
	}
	return "", false, false
}

// saysLevel reports a word that all levels have, in any of its forms.
func (v *vocabulary) saysLevel(word string) bool {
	for common := range v.common {
		if sameStem(word, common) {
			return true
		}
	}
	return false
}

// anyLevel reports that words name a level of some subject.
func (v *vocabulary) anyLevel(words []string) bool {
	for subject := range v.levels {
		if _, only, known := v.level(subject, words); known && !only {
			return true
		}
	}
	return false
}

// among reports that words are one of some phrases.
func among(phrases [][]string, words []string) bool {
	return slices.ContainsFunc(phrases, func(p []string) bool { return slices.Equal(p, words) })
}

// wordsOf are the words of a text in one spelling.
func wordsOf(text string) []string {
	var words []string
	for _, t := range tokens(text) {
		if !t.cuts() {
			words = append(words, t.word)
		}
	}
	return words
}

// folded is a word in one spelling: small letters, no apostrophes, one word for «і» and «та», and
// Cyrillic letters where a word of them has Latin ones that look alike.
func folded(word string) string {
	word = data.SearchKey(word)
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) || word == "i" {
		word = lookAlikes.Replace(word)
	}
	switch word {
	case "та", "й", "и":
		return "і"
	}
	return word
}

// lookAlikes are the Latin letters that stand in Cyrillic words unseen.
var lookAlikes = strings.NewReplacer("a", "а", "c", "с", "e", "е", "i", "і", "o", "о", "p", "р", "x", "х", "y", "у")
