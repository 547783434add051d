package help

import (
	"slices"
	"strings"
	"unicode"

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
	a, b := []rune(asked), []rune(said)
	if len(a) < shortestStem || len(b) < shortestStem || !unicode.IsLetter(a[0]) {
		return false
	}
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	whole := same == len(b) && same > shortestStem // endings upon endings, as in Kyrgyz
	return same >= shortestStem && (whole || stemOf*same >= wordOf*len(a))
}

// A word is another form of one with which it has at least shortestStem letters at its beginning,
// and wordOf of stemOf of its own.
const shortestStem, wordOf, stemOf = 4, 5, 8
