package data

import (
	"strings"
	"unicode"
)

// tidyApostrophes leaves one apostrophe where several or spaces stand in its place,
// «Дем’’яненко», «Дем’ яненко», and none at the ends of words, where spreadsheets and
// quotations put them.
func tidyApostrophes(s string) string {
	if !strings.ContainsRune(s, Apostrophe) {
		return s
	}
	upper, lower := cases(s)
	letters := []rune(s)
	tidy := make([]rune, 0, len(letters))
	for i := 0; i < len(letters); {
		end, found, spaced := i, false, false
		for ; end < len(letters) && (letters[end] == Apostrophe || letters[end] == ' '); end++ {
			found, spaced = found || letters[end] == Apostrophe, spaced || letters[end] == ' '
		}
		switch {
		case end == i:
			tidy = append(tidy, letters[i])
			end++
		case i == 0 || end == len(letters):
		case !found || spaced && !insideWord(letters[i-1], letters[end], upper && lower):
			tidy = append(tidy, ' ')
		case letters[i-1] != '-' && letters[end] != '-':
			tidy = append(tidy, Apostrophe)
		}
		i = end
	}
	return string(tidy)
}

// insideWord tells an apostrophe that belongs between two letters although a space stands
// there too: before a small letter where names begin with capitals, and elsewhere behind
// the lips' sounds, where orthography has it and few words end.
func insideWord(before, behind rune, capitals bool) bool {
	if capitals {
		return unicode.IsLower(behind)
	}
	return strings.ContainsRune("бпвмфр", unicode.ToLower(before)) && TakesApostrophe(before, behind)
}

// TakesApostrophe tells the letters between which Ukrainian orthography writes an
// apostrophe: Дем’яненко, Лук’янчук, Солов’їненко.
func TakesApostrophe(before, behind rune) bool {
	return strings.ContainsRune("бпвмфркгнзжшщсдт", unicode.ToLower(before)) && strings.ContainsRune("яюєї", unicode.ToLower(behind))
}
