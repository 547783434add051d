package photo

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/latin"
	"graduand/data/roster"
)

// How a file was matched with a graduate.
const (
	ByCard     = "card_number"
	ByDocument = "document_number"
	ByDraft    = "draft_number"
	ByName     = "name"
)

// label is what the name of a file says: words, numbers, and classes of the folders. Fold is the
// one spelling in which its words are compared; parts are words and numbers as they stand. Draft is
// the school's own number of somebody, nil where there is none.
type label struct {
	draft   func(*data.Graduate) string
	parts   []word
	words   []word
	numbers []string
	classes []string
	fold    func(string) string
}

// word is a word of a label with its one spelling; latin says that it has Latin letters.
type word struct {
	text, key string
	latin     bool
}

// apostrophes are how programs write one that a file's name cannot have.
var apostrophes = strings.NewReplacer("%27", "'", "%E2%80%99", "'", "%CA%BC", "'", "&#39;", "'", "&#039;", "'", "&#x27;", "'", "&#8217;", "'", "&apos;", "'", "&rsquo;", "'")

// read takes the name of a file apart. A name is cut where letters and digits meet and at
// whatever is neither, but for an apostrophe. Its words are spelt as a search finds them.
func read(f File, script string) label {
	l := label{fold: data.FindKey}
	folders := path.Join(f.In, path.Dir(f.Name))
	for _, part := range strings.FieldsFunc(folders, func(r rune) bool { return r == '/' }) {
		l.classes = append(l.classes, data.SearchKey(roster.CleanClass(part, script)))
	}
	base := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
	for _, text := range cut(data.CleanName(apostrophes.Replace(base))) {
		part := word{text, l.fold(text), strings.ContainsFunc(text, isLatin)}
		l.parts = append(l.parts, part)
		if data.AllDigits(text) {
			l.numbers = append(l.numbers, text)
		} else {
			l.words = append(l.words, part)
		}
	}
	return l
}

// exactly is the label with its words to the letter, not as another keyboard writes them.
func (l label) exactly() label {
	l.fold, l.words = data.SearchKey, slices.Clone(l.words)
	for i := range l.words {
		l.words[i].key = l.fold(l.words[i].text)
	}
	return l
}

// cut cuts a text into runs of letters and runs of digits.
func cut(text string) (parts []string) {
	var part []rune
	kind := 0
	for _, r := range text + " " {
		k := kindOf(r)
		if k != kind && len(part) > 0 {
			parts = append(parts, string(part))
			part = nil
		}
		if kind = k; k != 0 {
			part = append(part, r)
		}
	}
	return parts
}

// kindOf tells letters (1) and digits (2) from what stands between (0).
func kindOf(r rune) int {
	switch {
	case unicode.IsDigit(r):
		return 2
	case unicode.IsLetter(r) || r == data.Apostrophe || unicode.Is(unicode.M, r):
		return 1
	}
	return 0
}

// is says that a word of a label is one of a name: the same in the one spelling, or its
// spelling in Latin letters.
func (w word) is(name, key string) bool {
	return w.key == key || w.latin && latin.Can(name, w.text, false)
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// has says how many words of the label a word of a name is, 0 where it does not stand there. Where
// a file's name could not have the apostrophe of a name, something else stands in its place:
// nothing, a soft or a hard sign, or what cuts the word in two, as a stroke below does.
func (l *label) has(name string) int {
	spellings := []string{name}
	before, behind, cut := strings.Cut(name, string(data.Apostrophe))
	if cut {
		spellings = append(spellings, before+"ь"+behind, before+"ъ"+behind)
	}
	for _, spelling := range spellings {
		key := l.fold(spelling)
		if slices.ContainsFunc(l.words, func(w word) bool { return w.is(spelling, key) }) {
			return 1
		}
	}
	if !cut || before == "" || behind == "" {
		return 0
	}
	first, second := l.fold(before), l.fold(behind)
	for i := 1; i < len(l.words); i++ {
		if l.words[i-1].is(before, first) && l.words[i].is(behind, second) {
			return 2
		}
	}
	return 0
}

// hasAll says how many words of the label a whole name is, 0 where a word of it is missing.
func (l *label) hasAll(name string) (taken int) {
	for _, word := range cut(name) {
		n := l.has(word)
		if n == 0 {
			return 0
		}
		taken += n
	}
	return taken
}

// begins says that a word there is the first letter of a name.
func (l *label) begins(name string) bool {
	return slices.ContainsFunc(l.words, func(w word) bool {
		return len([]rune(w.text)) == 1 && strings.HasPrefix(l.fold(name), w.key)
	})
}

// The weights from which a label has surname and name, and of a number.
const wholeName, aNumber = 3, 5

// match is how a label fits somebody: by which of the numbers and names, and how well. The weight
// 0 is not at all, 1 a surname alone, 2 with the first letter of the name, 3 surname and name, 4
// with the patronymic too, 5 a number. Taken is how many of its words the name is: «Петренко
// Мар_яна» is Мар’яна rather than Яна.
type match struct {
	by            string
	weight, taken int
}

func (m match) less(than match) bool {
	return m.weight < than.weight || m.weight == than.weight && m.taken < than.taken
}

func (l *label) match(g *data.Graduate) match {
	switch {
	case l.hasNumber(g.Current().CardNumber):
		return match{ByCard, aNumber, 0}
	case l.hasNumber(g.Document.Number):
		return match{ByDocument, aNumber, 0}
	case l.draft != nil && len(l.numbers) > 1 && l.hasWhole(l.draft(g)):
		return match{ByDraft, aNumber, 0}
	}
	surname := l.hasAll(g.Surname)
	if surname == 0 {
		return match{}
	}
	given := l.hasAll(g.GivenName)
	switch patronymic := l.hasAll(g.Patronymic); {
	case given == 0 && l.begins(g.GivenName):
		return match{ByName, 2, surname}
	case given == 0:
		return match{ByName, 1, surname}
	case patronymic > 0:
		return match{ByName, 4, surname + given + patronymic}
	}
	return match{ByName, wholeName, surname + given}
}

// fewDigits are too few for the number of a card or a document: a camera counts so.
const fewDigits = 5

func (l *label) hasNumber(number string) bool {
	for _, part := range cut(number) {
		if data.AllDigits(part) && len(part) >= fewDigits && slices.Contains(l.numbers, part) {
			return true
		}
	}
	return false
}

// hasWhole says that a number stands there with all its letters and digits in a row, as the school's
// own draft number must: each has the year.
func (l *label) hasWhole(number string) bool {
	of := cut(number)
	for at := 0; len(of) > 0 && at+len(of) <= len(l.parts); at++ {
		i := 0
		for i < len(of) && l.parts[at+i].is(of[i], l.fold(of[i])) {
			i++
		}
		if i == len(of) {
			return true
		}
	}
	return false
}

// inClass says that a folder names the class of a graduate; named that it names any.
func (l *label) inClass(class string) bool {
	return slices.Contains(l.classes, data.SearchKey(class))
}

// namesClass says that a folder names one of the classes.
func (l *label) namesClass(classes []string) bool {
	return slices.ContainsFunc(classes, l.inClass)
}
