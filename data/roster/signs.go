package roster

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"graduand/data/pattern"
	"graduand/data/workbook"
)

// sign is what the first words of a line say about it.
type sign int

const (
	noSign sign = iota
	maybeSign
	sureSign
)

// endSign recognises totals, signatures and notes by the first words of a line.
// Letters with dots between them are one word: «Т. в. о.» is «тво».
func endSign(cells []string) sign {
	for _, cell := range cells {
		if strings.Trim(cell, "0123456789.,- ") == "" {
			continue
		}
		if strings.HasPrefix(cell, "___") || strings.HasPrefix(cell, "(підпис") || strings.HasPrefix(cell, "(подпис") {
			return sureSign
		}
		words := firstWords(cell[:min(len(cell), 200)])
		for _, phrase := range endPhrases {
			if begins(words, phrase) {
				return sureSign
			}
		}
		counted := strings.ContainsAny(strings.Join(cells, " "), "0123456789:")
		if len(words) > 0 && slices.Contains(maybeSurnames, words[0]) || counted && begins(words, countedWords) {
			return maybeSign
		}
		return noSign
	}
	return noSign
}

// signed is a signature with its colon or a line to sign on, which no name has: «Виконавець:
// Сич О. І.».
var signed = pattern.New(`^[^:_]{2,60}(?::|__)`)

// isSigned recognises the signature of somebody with a telephone, which else only a person has,
// by the cell of the name.
func isSigned(name string) bool {
	return len(name) < 200 && strings.ContainsAny(name, ":_") && signed.MatchString(name) && endSign([]string{name}) == sureSign
}

// pageNumber is the foot of a page that was copied with its table.
var pageNumber = pattern.New(`(?i)^(?:сторінка|стор|страница|стр|с|аркуш|лист|бет|page)[. ]*№?\s*\d{1,4}(?:\s*(?:з|із|из|of|/)\s*\d{1,4})?$`)

func isPageNumber(cells []string) bool {
	only := ""
	for _, cell := range cells {
		if cell != "" && only != "" || len(cell) > 60 {
			return false
		}
		only += cell
	}
	return only != "" && pageNumber.MatchString(only)
}

// firstWords are the first three words, squeezed.
func firstWords(cell string) []string {
	var words []string
	single := false
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(" \n\t:_-–—,", r) }) {
		word := squeeze(part)
		if word == "" {
			continue
		}
		one := utf8.RuneCountInString(word) == 1
		if one && single {
			words[len(words)-1] += word
			continue
		}
		if single = one; len(words) == 3 {
			break
		}
		words = append(words, word)
	}
	return words
}

// begins compares the first words with the stems of a phrase; stems with a bar
// between them are a choice. A stem may have an ending of two letters, «директорка»
// but no Директоренко; one with a dot behind it is the whole word.
func begins(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, stems := range phrase {
		if !slices.ContainsFunc(strings.Split(stems, "|"), func(stem string) bool {
			if whole, exact := strings.CutSuffix(stem, "."); exact {
				return words[i] == whole
			}
			ending, found := strings.CutPrefix(words[i], stem)
			return found && utf8.RuneCountInString(ending) <= 2
		}) {
			return false
		}
	}
	return true
}

// columnLetters are those by which official tables number the columns of titles.
var columnLetters = []string{"А", "Б", "В", "Г"}

// isNumbering recognises the line «1 2 3 4 5», or «А Б 1 2 3», that official tables have
// under the header.
func isNumbering(cells []string) bool {
	last, count, letters := 0, 0, 0
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		if count == 0 && letters < len(columnLetters) && toCyrillic(cell) == columnLetters[letters] {
			letters++
			continue
		}
		n, err := strconv.Atoi(strings.TrimSuffix(cell, "."))
		if err != nil || n > workbook.MaxColumns || count > 0 && n != last+1 {
			return false
		}
		last = n
		count++
	}
	return count >= 3 || count == 2 && len(cells) == 2 || letters > 0 && letters+count >= 3 && last == count
}
