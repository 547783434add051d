package data

import "strings"

// The keys by which two graduates are one and the same (F-18). An empty key says
// nothing about anybody.

// PersonKey is surname, given name and birth date. The patronymic does not count:
// it is left out as often as not.
func (g *Graduate) PersonKey() string {
	if g.Surname == "" || g.BirthDate == "" {
		return ""
	}
	return SearchKey(g.Surname+" "+g.GivenName) + "|" + string(g.BirthDate)
}

// DocumentKey is kind, series and number of the identity document.
func (g *Graduate) DocumentKey() string {
	if g.Document.Number == "" {
		return ""
	}
	return g.Document.Kind + "|" + lookAlikes.Replace(strings.ToUpper(strings.Join(strings.Fields(g.Document.Series+g.Document.Number), "")))
}

// lookAlikes are the Cyrillic capitals that a Latin one looks like: whichever was
// typed, it is one document.
var lookAlikes = strings.NewReplacer("А", "A", "В", "B", "Е", "E", "І", "I", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "Х", "X")

// CardKey is the centre's card number of the current registration.
func (g *Graduate) CardKey() string {
	return strings.ToUpper(strings.Join(strings.Fields(g.Current().CardNumber), ""))
}
