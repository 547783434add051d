package help

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// asked are the words of a question that are looked for, each once and in any order. Those that say nothing
// («как», «мне») are passed over, unless there are no others.
func asked(question, passedOver string) []string {
	words, small := wordsOf(data.FindKey(question)), wordsOf(data.FindKey(passedOver))
	telling := slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		return slices.Contains(small, word) || isShort(word)
	})
	if len(telling) == 0 {
		telling = words
	}
	slices.Sort(telling)
	return slices.Compact(telling)
}

// isShort tells a word of two letters, which stands within nearly every other.
func isShort(word string) bool {
	letters := []rune(word)
	return len(letters) <= 2 && unicode.IsLetter(letters[0])
}

// wordsOf parts words at spaces; what stands round them is no part of them.
func wordsOf(s string) (words []string) {
	for _, word := range strings.Fields(s) {
		if word = strings.Trim(word, "?!,;:«»“”\"()"); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// sameWord tells that two words are one in other forms, by how they begin: «квитанция» and
// «квитанцию», «забыл» and «забыла», «дүмүрчөктү» and «дүмүрчөк». Codes and days have no forms.
func sameWord(asked, said string) bool {
	stem := begunAlike(asked, said)
	same := utf8.RuneCountInString(stem)
	if first, _ := utf8.DecodeRuneInString(stem); same < shortestStem || !unicode.IsLetter(first) {
		return false
	}
	whole := len(stem) == len(said) && same > shortestStem // endings upon endings, as in Kyrgyz
	return whole || stemOf*same >= wordOf*utf8.RuneCountInString(asked)
}

// begunAlike are the letters with which both words begin.
func begunAlike(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return a[:n]
}

// A word is another form of one with which it has at least shortestStem letters at its beginning,
// and wordOf of stemOf of its own.
const shortestStem, wordOf, stemOf = 4, 5, 8

// page is a line of the help as the search reads it: each of its places as a search key and
// as words.
type page struct {
	section, line int
	places        [places]string
	words         [places][]string
}

// The places of a page: the question or code, the words for the search alone, the heading of
// the section, and the answer.
const (
	inTitle = iota
	inFound
	inHeading
	inWords
	places
)

// worth is what a word is worth in a place of the page: a question tells better what a page is
// about than its answer.
var worth = [places]int{inTitle: 6, inFound: 5, inHeading: 3, inWords: 2}

// book is all that there is to say, and how the search reads it: once, at the first question.
type book struct {
	sections []helpSection
	pages    func() []page
}

func newBook(sections []helpSection) *book {
	return &book{sections, sync.OnceValue(func() []page { return pagesOf(sections) })}
}

// pagesOf reads all lines of the sections.
func pagesOf(sections []helpSection) (pages []page) {
	for i, section := range sections {
		heading := data.FindKey(section.title)
		for k, line := range section.lines {
			p := page{section: i, line: k}
			p.places = [places]string{data.FindKey(line.mark + " " + line.title), data.FindKey(line.found), heading, data.FindKey(line.words)}
			for place, key := range p.places {
				p.words[place] = strings.FieldsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			}
			pages = append(pages, p)
		}
	}
	return pages
}

// says is how well a page says a word: the best of its places, half of it where the word only
// stands within another, 0 where it is not said at all.
func (p *page) says(word string) int {
	best := 0
	for place, said := range p.words {
		switch {
		case slices.ContainsFunc(said, func(other string) bool { return strings.HasPrefix(other, word) || sameWord(word, other) }):
			best = max(best, 2*worth[place])
		case strings.Contains(p.places[place], word):
			best = max(best, worth[place])
		}
	}
	return best
}

// ranks are how well each page answers the words of a question: the more of them it says and the
// fewer pages say them, the better. Pages of no word have 0.
func ranks(pages []page, words []string) []int {
	ranks := make([]int, len(pages))
	for _, word := range words {
		said, number := make([]int, len(pages)), 0
		for i := range pages {
			if said[i] = pages[i].says(word); said[i] > 0 {
				number++
			}
		}
		for i := range said {
			if said[i] > 0 {
				ranks[i] += said[i] * bits.Len(uint(len(pages)*len(pages)/(number*number)))
			}
		}
	}
	return ranks
}

// find keeps the lines that answer a question, the best first, and the sections by their
// best lines. What answers it much worse than the best is left out.
func (b *book) find(words []string) []helpSection {
	if len(words) == 0 {
		return b.sections
	}
	pages := b.pages()
	rank := ranks(pages, words)
	order := make([]int, len(pages))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank[b] - rank[a] })
	var found []helpSection
	at := map[int]int{}
	for _, i := range order {
		if rank[i] == 0 || farBehind*rank[i] < rank[order[0]] {
			break
		}
		section := b.sections[pages[i].section]
		k, seen := at[pages[i].section]
		if !seen {
			k = len(found)
			at[pages[i].section], found = k, append(found, helpSection{id: section.id, title: section.title})
		}
		found[k].lines = append(found[k].lines, section.lines[pages[i].line])
	}
	return found
}

// farBehind is how many times worse than the best an answer may be and is still shown.
const farBehind = 3
