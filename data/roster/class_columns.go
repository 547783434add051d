package roster

import (
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
)

// withLetter joins a class that stands in two columns, «11» and «А». A class in full with
// another letter beside it is two classes.
func withLetter(class, letter string) string {
	number, _ := workbook.ExactDigits(class)
	if parsed, is := cellClass(number, ""); is {
		number = parsed // XI
	}
	if letter = bareLetter(letter); letter == "" {
		return class
	}
	if !data.AllDigits(number) {
		whole, is := cellClass(number, "cyrillic")
		if upper := toCyrillic(strings.ToUpper(letter)); is && utf8.RuneCountInString(letter) == 1 && !strings.HasSuffix(whole, "-"+upper) {
			return class + "/" + letter
		}
		return class
	}
	return number + "-" + letter
}

// bareLetter is the letter of a class without the signs round it.
func bareLetter(s string) string { return strings.Trim(s, `"«»“”„'’()-. `) }

// allClasses reports that the cells of a column are classes: numbers only, or with their
// letters.
func allClasses(lines []workbook.Line, column int, script string, bare bool) bool {
	return all(lines, column, func(cell string) bool {
		class, is := cellClass(cell, script)
		return is && data.AllDigits(class) == bare
	})
}

// allLetters reports that the cells of a column are single letters, in quotes or not.
func allLetters(lines []workbook.Line, column int) bool {
	return all(lines, column, func(cell string) bool {
		letter := bareLetter(cell)
		return utf8.RuneCountInString(letter) == 1 && !data.AllDigits(letter)
	})
}

// all reports that a column is filled, and all its cells are such.
func all(lines []workbook.Line, column int, such func(string) bool) bool {
	found := false
	for _, line := range lines {
		cell := line.Cell(column)
		if cell == "" || endSign(line.Cells) == sureSign {
			continue
		}
		if !such(cell) {
			return false
		}
		found = true
	}
	return found
}
