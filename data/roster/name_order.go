package roster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// nameOrder says which of the words of a full name stands first.
type nameOrder int

const (
	orderOpen    nameOrder = iota // nothing speaks for either
	orderSurname                  // Вербицька Соломія Остапівна
	orderGiven                    // Соломія Вербицька; Соломія Остапівна Вербицька
	orderMixed                    // some so, some so
)

// columnOrder is the order of the full names of a column.
type columnOrder struct {
	order nameOrder
	// told says that the header names the parts in this order.
	told bool
}

// surnameStems and givenStems begin the words of a header that name the parts of a name.
var (
	surnameStems = []string{"прізв", "фамил", "surname", "last name", "family name"}
	givenStems   = []string{"імя", "імен", "имя", "имен", "аты", "given", "first name", "ысым"}
)

// orderInHeader is the order in which a header names the parts: «Ім’я та прізвище».
func orderInHeader(header string) nameOrder {
	key := data.SearchKey(header)
	surname, given := first(key, surnameStems), first(key, givenStems)
	switch {
	case surname < 0 || given < 0:
		return orderOpen
	case given < surname:
		return orderGiven
	}
	return orderSurname
}

// first is where the first of the stems begins, -1 for nowhere.
func first(key string, stems []string) int {
	at := -1
	for _, stem := range stems {
		if i := strings.Index(key, stem); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

// orderOf finds out whether the names of a column begin with the surname: what the header
// says, unless most names say the opposite, and without a header what the names show that
// show an order. A few that show the other one are for a person to look at and say nothing
// of the rest; where many do, the order of none is sure that does not show it.
func orderOf(cells []string, header string) columnOrder {
	surnames, givens := 0, 0
	for _, cell := range cells {
		switch ownOrder(nameWords(cell)) {
		case orderSurname:
			surnames++
		case orderGiven:
			givens++
		}
	}
	told := orderInHeader(header)
	switch {
	case told == orderGiven && few(surnames, len(cells)-surnames), told == orderSurname && few(givens, len(cells)-givens):
		return columnOrder{told, true}
	case surnames > 0 && few(givens, surnames) && (told == orderOpen || 2*surnames >= len(cells)):
		return columnOrder{order: orderSurname}
	case givens >= sure && few(surnames, givens) && 3*givens >= len(cells):
		return columnOrder{order: orderGiven}
	case surnames > 0 || givens >= sure:
		return columnOrder{order: orderMixed}
	}
	return columnOrder{}
}

// few reports that so many names of the one order are exceptions in a column of the other.
func few(exceptions, others int) bool { return exceptions == 0 || 4*exceptions <= others }

// ownOrder is the order that the words of one name show by themselves: a surname alone in
// capitals, a patronymic in the middle, a known given name beside a word that is none.
func ownOrder(words []string) nameOrder {
	switch surname, behind := capitals(words); {
	case surname > 0 && behind:
		return orderGiven
	case surname > 0:
		return orderSurname
	}
	last := len(words) - 1
	switch {
	case last < 1:
		return orderOpen
	case last == 1 && hasParticle(words[0]) != hasParticle(words[1]):
		if hasParticle(words[0]) || looksSurname(words[0]) {
			return orderSurname
		}
		return orderGiven
	case last > 1 && isPatronymic(words[last-1]) && !isPatronymic(words[last]):
		if last == 2 && isGiven(words[last]) && !isGiven(words[0]) {
			return orderSurname
		}
		return orderGiven
	case isGiven(words[0]) != isGiven(words[1]):
		if isGiven(words[0]) {
			return orderGiven
		}
		return orderSurname
	case looksSurname(words[0]) == looksSurname(words[last]):
		return orderOpen
	case looksSurname(words[0]):
		return orderSurname
	}
	return orderGiven
}

// surnameEnds are endings that surnames of the two countries have and given names have not.
var surnameEnds = strings.Fields("енко єнко чук щук цький цька ський ська зький зька цкий цкая ский ская ов ова ев ева єв єва ёв ёва швілі швили дзе заде зода")

// looksSurname tells a word by its ending.
func looksSurname(word string) bool {
	lower := strings.ToLower(word)
	return !isGiven(word) && slices.ContainsFunc(surnameEnds, func(end string) bool {
		return strings.HasSuffix(lower, end) && utf8.RuneCountInString(lower) > utf8.RuneCountInString(end)+1
	})
}

// capitals tells how many words at one end of a name are in capitals while the others are
// not: those of the surname. behind says that it stands at the end.
func capitals(words []string) (surname int, behind bool) {
	upper := 0
	for _, word := range words {
		if inCapitals(word) {
			upper++
		}
	}
	if upper == 0 || upper == len(words) {
		return 0, false
	}
	atStart, atEnd := 0, 0
	for atStart < len(words) && inCapitals(words[atStart]) {
		atStart++
	}
	for atEnd < len(words) && inCapitals(words[len(words)-1-atEnd]) {
		atEnd++
	}
	switch upper {
	case atStart:
		return ofSurname(words[:upper], words[upper:]), false
	case atEnd:
		return ofSurname(words[len(words)-upper:], words[:len(words)-upper]), true
	}
	return 0, false
}

// ofSurname is the number of the words in capitals, 0 where they are no surname: a given name
// while there is none among the others, or a patronymic.
func ofSurname(upper, others []string) int {
	given := slices.IndexFunc(others, isGiven)
	switch last := upper[len(upper)-1]; {
	case slices.ContainsFunc(upper, isGiven) && given < 0:
		return 0
	case !isPatronymic(last), slices.ContainsFunc(others, isPatronymic):
		return len(upper)
	case len(upper) > 1, SexOfPatronymic(last) == data.Female, given > 0 && !isGiven(others[0]):
		return 0
	}
	return len(upper)
}

// inCapitals tells a word of several letters, all capitals; an initial is none.
func inCapitals(word string) bool {
	word, _, _ = strings.Cut(word, " ") // a particle is written small
	return utf8.RuneCountInString(word) > 1 && !strings.Contains(word, ".") && !strings.ContainsFunc(word, unicode.IsLower) && strings.ContainsFunc(word, unicode.IsUpper)
}
