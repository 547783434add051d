package registry

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/campaign"
)

// haystack is what search looks in: name, by its key, class, all phones from abroad and at home,
// document and card number. Words are folded as those of a query are.
func (x *index) haystack(g *data.Graduate, name string) string {
	parts := []string{
		data.FindKey(name), data.FindKey(g.Class), strings.ToLower(g.Class),
		data.SearchKey(g.Document.Series + g.Document.Number), strings.ToLower(g.Current().CardNumber), g.ID,
	}
	for number := range x.numbers(g) {
		parts = append(parts, strings.TrimPrefix(number, "+"), x.home.Number(number))
	}
	return " " + strings.Join(parts, " ")
}

// numbers are the phones of a graduate, the own one first; a field may hold several.
func (x *index) numbers(g *data.Graduate) iter.Seq[string] {
	return func(yield func(string) bool) {
		if g.Phone != "" && !yield(g.Phone) {
			return
		}
		for f := range x.campaign.EachField() {
			if f.Kind != campaign.KindPhone {
				continue
			}
			for number := range strings.SplitSeq(g.Fields[f.Code], ", ") {
				if number != "" && !yield(number) {
					return
				}
			}
		}
	}
}

// phoneSigns are what people type around the digits of a phone.
var phoneSigns = strings.NewReplacer("+", " ", "(", " ", ")", " ")

// find returns the entries that have every word of the query, in order. The words
// are beginnings of words, except that a number may be any part of a number.
func (x *index) find(query string) []*entry {
	words := x.joinClasses(joinDialled(strings.Fields(data.FindKey(phoneSigns.Replace(query))), strings.Contains(query, "+")))
	if len(words) == 0 {
		return x.ordered
	}
	for i, w := range words {
		if w[0] != ' ' && (w[0] < '0' || w[0] > '9') {
			words[i] = " " + w
		}
	}
	return x.having(words)
}

// having are the entries with all of these words, in order. The longest word, which fewest have, is looked for in the
// haystacks of all as in one text.
func (x *index) having(words []string) (found []*entry) {
	longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	others := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == longest })
	x.joinHaystacks()
	rare := x.rarest(longest)
	for at, i := 0, 0; ; at = x.ends[i] {
		hit := indexBy(x.haystacks[at:], longest, rare)
		if hit < 0 {
			return found
		}
		for at+hit >= x.ends[i] {
			i++
		}
		if hasAll(x.ordered[i].haystack, others) {
			found = append(found, x.ordered[i])
		}
	}
}

// rarest is the place of the byte of a word that the haystacks have least of.
func (x *index) rarest(word string) int {
	rare := 0
	for i := range len(word) {
		if x.bytes[word[i]] < x.bytes[word[rare]] {
			rare = i
		}
	}
	return rare
}

// indexBy is [strings.Index] by one byte of the word: its first ones are a space and a byte that half of
// all Cyrillic letters begin with, at each of which it would stop.
func indexBy(s, word string, rare int) int {
	for at := rare; at < len(s); at++ {
		next := strings.IndexByte(s[at:], word[rare])
		if next < 0 {
			return -1
		}
		if at += next; strings.HasPrefix(s[at-rare:], word) {
			return at - rare
		}
	}
	return -1
}

// joinHaystacks makes one text of the haystacks of all, where it is not made yet. Between two stands what is in no word.
func (x *index) joinHaystacks() {
	if x.haystacks != "" {
		return
	}
	var all strings.Builder
	x.ends = make([]int, len(x.ordered))
	for i, e := range x.ordered {
		all.WriteString(e.haystack)
		all.WriteByte('\n')
		x.ends[i] = all.Len()
	}
	x.haystacks, x.bytes = all.String(), [256]int{}
	for i := range len(x.haystacks) {
		x.bytes[x.haystacks[i]]++
	}
}

// joinDialled makes one word of a phone that is typed in groups, also while it is not typed to
// the end: of the groups behind one that begins with 0, or, from abroad, of all.
func joinDialled(words []string, abroad bool) []string {
	var joined []string
	dialled := false
	for _, w := range words {
		switch digits := data.AllDigits(w); {
		case digits && dialled:
			joined[len(joined)-1] += w
		default:
			dialled = digits && (abroad || w[0] == '0')
			joined = append(joined, w)
		}
	}
	return joined
}

// joinClasses makes one word of those that are together a class of somebody: «11 Б», also when
// it is typed as «11б». Alone «Б» would be the beginning of many a name.
func (x *index) joinClasses(words []string) []string {
	var joined []string
	for i := 0; i < len(words); i++ {
		typed := words[i]
		if i+1 < len(words) && data.AllDigits(typed) && utf8.RuneCountInString(words[i+1]) <= longestLetter {
			typed += words[i+1]
		}
		class := x.classOf(typed)
		if class == "" {
			joined = append(joined, words[i])
			continue
		}
		if typed != words[i] {
			i++
		}
		joined = append(joined, " "+class+" ")
	}
	return joined
}

// longestLetter is how many letters stand for one in the name of a class: «11-А1», «11-Ук».
const longestLetter = 2

// classOf is the search key of the class that is typed as a number with letters behind it,
// without spaces; "" where nobody is in such a class.
func (x *index) classOf(typed string) string {
	if strings.Trim(typed, "0123456789") == typed || data.AllDigits(typed) {
		return ""
	}
	for _, e := range x.ordered {
		if key := data.FindKey(e.graduate.Class); strings.ReplaceAll(key, " ", "") == typed {
			return key
		}
	}
	return ""
}

func hasAll(haystack string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(haystack, w) {
			return false
		}
	}
	return true
}
