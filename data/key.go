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
	return g.Document.Kind + "|" + strings.ToUpper(strings.Join(strings.Fields(g.Document.Series+g.Document.Number), ""))
}

// CardKey is the centre's card number of the current registration.
func (g *Graduate) CardKey() string {
	return strings.ToUpper(strings.Join(strings.Fields(g.Current().CardNumber), ""))
}
