package roster

import (
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
// says, unless every name that shows an order says the opposite, and without a header what
// the names show, at least twice and none of them otherwise.
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
	case surnames > 0 && givens > 0:
		return columnOrder{order: orderMixed}
	case told == orderGiven && surnames == 0, told == orderSurname && givens == 0:
		return columnOrder{told, true}
	case givens >= sure:
		return columnOrder{order: orderGiven}
	case surnames > 0:
		return columnOrder{order: orderSurname}
	}
	return columnOrder{}
}

// ownOrder is the order that the words of one name show by themselves: a surname alone in
// capitals, a patronymic in the middle, a known given name beside a word that is none.
func ownOrder(words []string) nameOrder {
	if surname, behind := capitals(words); surname > 0 && behind {
		return orderGiven
	} else if surname > 0 {
		return orderSurname
	}
	last := len(words) - 1
	switch {
	case last < 1:
		return orderOpen
	case last == 1 && hasParticle(words[0]) != hasParticle(words[1]):
		if hasParticle(words[0]) {
			return orderSurname
		}
		return orderGiven
	case last > 1 && isPatronymic(words[last-1]) && !isPatronymic(words[last]):
		return orderGiven
	case isGiven(words[0]) == isGiven(words[1]):
		return orderOpen
	case isGiven(words[0]):
		return orderGiven
	}
	return orderSurname
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
		return upper, false
	case atEnd:
		return upper, true
	}
	return 0, false
}

// inCapitals tells a word of several letters, all capitals; an initial is none.
func inCapitals(word string) bool {
	word, _, _ = strings.Cut(word, " ") // a particle is written small
	return utf8.RuneCountInString(word) > 1 && !strings.Contains(word, ".") && !strings.ContainsFunc(word, unicode.IsLower) && strings.ContainsFunc(word, unicode.IsUpper)
}
