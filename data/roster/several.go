package roster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data/pattern"
)

// betweenPeople are the signs and the words that stand between the names of several people in one
// cell: «Гук Ян, Лис Ія», «Гук Ян і Лев», «1) Гук Ян 2) Лис Ія».
var betweenPeople = pattern.New(`[,;/+&|\r\n]|(?:^|\s)\d{1,2}\s*[.)]|\s(?:та|і|й|и|and|жана|менен)\s`)

// conjunction is such a word, which no name has in small letters beside capital ones.
var conjunction = pattern.New(`\s(?:та|і|й|и|and|жана|менен)\s+\p{Lu}`)

// hyphenBreak is a word that goes on in the next line.
var hyphenBreak = pattern.New(`[-‐‑\x{00ad}]\s*[\r\n]+\s*`)

// mayNameSeveral tells at a glance a text of more words than one name has, or with a sign between
// them.
func mayNameSeveral(s string) bool {
	return strings.ContainsAny(s, ",;/+&|\r\n") || strings.Count(s, " ") >= 3
}

// namesSeveral reports that a full name is of several people: certain that it is, or that it may
// be. Two words make a name where one of them is a known given name, a patronymic or initials.
func namesSeveral(s string) (certain, maybe bool) {
	if !mayNameSeveral(s) {
		return false, false
	}
	whole, given := 0, 0
	for _, piece := range pieceNames(s) {
		switch words := nameWords(piece); {
		case len(words) >= 2 && slices.ContainsFunc(words, showsGiven):
			whole++
		case len(words) == 1 && isGiven(words[0]):
			given++
		}
	}
	if words := nameWords(s); whole >= 1 && len(words) >= 5 {
		certain = countOf(words, isPatronymic) >= 2
	}
	certain = certain || whole >= 2 || whole == 1 && given > 0 && conjunction.MatchString(s)
	return certain, !certain && whole == 1 && given > 0
}

// showsGiven tells the words by which a name is known for a whole one.
func showsGiven(word string) bool {
	word = strings.Trim(word, "()[] ")
	return isGiven(word) || isPatronymic(word) || initials.MatchString(word)
}

func countOf(words []string, is func(string) bool) int {
	n := 0
	for _, word := range words {
		if is(word) {
			n++
		}
	}
	return n
}

// pieceNames are what stands between the signs of a cell. A word that goes on in the next line is
// one piece.
func pieceNames(s string) []string {
	var pieces []string
	for _, piece := range betweenPeople.Split(hyphenBreak.ReplaceAllString(s, "-"), -1) {
		if piece = strings.Trim(piece, " .\t\u00a0"); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// partsOf counts the pieces of a cell that begin as names do, with a capital unless all of it is
// written small, and those of which the first word
// is a known given name.
func partsOf(cell string) (capital, known int) {
	for _, piece := range pieceNames(cell) {
		first, _ := utf8.DecodeRuneInString(piece)
		if !unicode.IsUpper(first) && (!unicode.IsLetter(first) || strings.ContainsFunc(cell, unicode.IsUpper)) {
			continue
		}
		capital++
		if word, _, _ := strings.Cut(piece, " "); isGiven(word) {
			known++
		}
	}
	return capital, known
}
