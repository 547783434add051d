package text

import "unicode"

// FirstSentence is what is wrong, without what to do about it, for where there is little room. A
// full stop within «quotation marks» or after a short word, as in «м. Київ», ends none.
func FirstSentence(words string) string {
	letters := []rune(words)
	depth, word := 0, 0
	for i, letter := range letters {
		switch {
		case letter == '«':
			depth++
		case letter == '»':
			depth--
		case letter == '.' && depth == 0 && word != 1 && i+2 < len(letters) && unicode.IsUpper(letters[i+2]):
			return string(letters[:i+1])
		}
		word++
		if unicode.IsSpace(letter) {
			word = 0
		}
	}
	return words
}
