package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// totalWords are the words of the rows that spreadsheets add below a table and between its
// groups, and of their functions; totalAside are those that stand beside them.
var (
	totalWords = strings.Fields(`підсумок підсумки підсумково итог итоги итого total totals subtotal всього усього разом всего сума сумма
		жыйынтыгы жыйынтык баары бардыгы кількість количество саны count sum середнє середній середня сер ср среднее средний средняя average avg максимум мінімум минимум max min`)
	totalAside = strings.Fields(`загальний загальна проміжний общий общее общая промежуточный grand sub жалпы болуп по за у в на і и та
		класу клас класі класам класах класс классу классам класстар боюнча учнів учні учень осіб особи чоловік людей учеников учащихся человек окуучу окуучулар
		бал бали балл баллы балу балла випускників выпускников школі школе ліцею for in the class students pupils of`)
)

// isTotal recognises a total: one text with the word for it, beside nothing but numbers,
// classes and words that stand in totals: «Загальний підсумок», «11-А Итог», «Итого по классу».
func isTotal(cells []string) bool {
	only := ""
	for _, cell := range cells {
		if cell == "" || strings.Trim(cell, "0123456789.,% ") == "" {
			continue
		}
		if only != "" || len(cell) > 200 {
			return false // most lines have several texts, and no more is looked at
		}
		only = cell
	}
	total, before := false, ""
	for _, word := range squeezedWords(classSigns.Replace(only)) {
		is := slices.Contains(totalWords, word)
		total = total || is
		if !is && !slices.Contains(totalAside, word) && !isClassPiece(word, before) {
			return false
		}
		before = word
	}
	return total
}

// isClassPiece reports a number, or the letter of a class behind its number.
func isClassPiece(word, before string) bool {
	digits := strings.TrimLeft(word, "0123456789")
	return digits == "" || len([]rune(digits)) == 1 && (digits != word || data.AllDigits(before))
}

// beginsTotal reports that a line begins with the word of a total.
func beginsTotal(cells []string) bool {
	for _, cell := range cells {
		if words := squeezedWords(data.Shorten(cell)); len(words) > 0 {
			return slices.Contains(totalWords, words[0])
		}
	}
	return false
}
