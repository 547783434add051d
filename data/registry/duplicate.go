package registry

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// keysOf are those by which a graduate is found: person, name, document, card, phone; "" for
// none.
func keysOf(g *data.Graduate, name string) [5]string {
	return [...]string{g.PersonKey(), name, g.DocumentKey(), g.CardKey(), g.Phone}
}

// byKeys are the maps in which an entry stands, in the order of its keys.
func (x *index) byKeys() [5]map[string][]*entry {
	return [...]map[string][]*entry{x.persons, x.byName, x.documents, x.cards, x.phones}
}

func (x *index) link(e *entry) {
	if e.graduate.Removed != nil {
		return
	}
	for i, in := range x.byKeys() {
		if key := e.keys[i]; key != "" {
			in[key] = append(in[key], e)
		}
	}
	for _, key := range e.graduate.EarlierCards() {
		x.oldCards[key] = append(x.oldCards[key], e)
	}
	for _, key := range receiptKeys(e.graduate) {
		x.receipts[key] = append(x.receipts[key], e)
	}
	x.countCard(e.graduate, 1)
	for _, print := range x.printsOf(e.graduate) {
		x.pictures[print] = append(x.pictures[print], e)
	}
}

// linkLists notes on which lists an entry is, with any of its attempts: who is removed stays there.
func (x *index) linkLists(e *entry) {
	for _, list := range listsOf(e.graduate) {
		x.listed[list] = append(x.listed[list], e)
	}
}

// listsOf are the lists that somebody is on with any attempt, each once.
func listsOf(g *data.Graduate) (lists []string) {
	for i := range g.Registrations {
		if list := g.Registrations[i].ListID(); list != "" && !slices.Contains(lists, list) {
			lists = append(lists, list)
		}
	}
	return lists
}

func (x *index) unlink(e *entry) {
	for _, list := range listsOf(e.graduate) {
		x.listed[list] = slices.DeleteFunc(x.listed[list], func(other *entry) bool { return other == e })
	}
	if e.graduate.Removed == nil {
		x.countCard(e.graduate, -1)
	}
	for _, print := range x.printsOf(e.graduate) {
		x.pictures[print] = slices.DeleteFunc(x.pictures[print], func(other *entry) bool { return other == e })
	}
	for _, key := range e.graduate.EarlierCards() {
		x.oldCards[key] = slices.DeleteFunc(x.oldCards[key], func(other *entry) bool { return other == e })
	}
	for _, key := range receiptKeys(e.graduate) {
		x.receipts[key] = slices.DeleteFunc(x.receipts[key], func(other *entry) bool { return other == e })
	}
	for i, in := range x.byKeys() {
		key := e.keys[i]
		in[key] = slices.DeleteFunc(in[key], func(other *entry) bool { return other == e })
		if len(in[key]) == 0 {
			delete(in, key)
		}
	}
}

// duplicates says whom g repeats among the others. The same card number, the same
// document, and the same phone where it is the login are errors; the same name
// with the same birth date, and a shared phone elsewhere (twins have their
// mother's), are warnings.
func (x *index) duplicates(g *data.Graduate) []data.Finding {
	if len(x.byID) == 0 {
		return nil
	}
	phone := data.SeverityWarning
	if x.campaign.PhoneIsLogin {
		phone = data.SeverityError
	}
	var found []data.Finding
	for _, kind := range []struct {
		in       map[string][]*entry
		key      string
		rule     string
		field    string
		severity data.Severity
	}{
		{x.cards, g.CardKey(), "duplicate_card", data.FieldCardNumber, data.SeverityError},
		{x.documents, g.DocumentKey(), "duplicate_document", data.FieldDocumentNumber, data.SeverityError},
		{x.persons, g.PersonKey(), "duplicate_person", data.FieldSurname, data.SeverityWarning},
		{x.phones, g.Phone, "duplicate_phone", data.FieldPhone, phone},
	} {
		if kind.key == "" {
			continue
		}
		for _, other := range kind.in[kind.key] {
			if other.graduate.ID == g.ID {
				continue
			}
			found = append(found, data.Finding{Graduate: g.ID, Rule: kind.rule, Severity: kind.severity, Field: kind.field,
				Args: data.Args{"other": other.graduate.FullName(), "class": other.graduate.Class, "id": other.graduate.ID,
					"login": kind.field == data.FieldPhone && x.campaign.PhoneIsLogin}})
			break
		}
	}
	return append(append(found, x.oldCard(g)...), x.sameNumber(g)...)
}

// oldCard refuses the card number of an earlier attempt, of the same person or of another: the
// centre has made it void with that attempt (UA-103).
func (x *index) oldCard(g *data.Graduate) []data.Finding {
	key := g.CardKey()
	if key == "" {
		return nil
	}
	args := data.Args{"value": g.Current().CardNumber, "other": ""}
	if !slices.Contains(g.EarlierCards(), key) {
		others := slices.DeleteFunc(graduatesOf(x.oldCards[key]), func(other *data.Graduate) bool { return other.ID == g.ID })
		if len(others) == 0 {
			return nil
		}
		args["other"], args["id"] = others[0].FullName(), others[0].ID
	}
	return []data.Finding{{Graduate: g.ID, Rule: "card_of_earlier", Severity: data.SeverityError, Field: data.FieldCardNumber, Args: args}}
}

// sameNumber warns of a document with the series and number of another's while one of the two has
// no kind: nobody can say yet that they differ (KG-042).
func (x *index) sameNumber(g *data.Graduate) []data.Finding {
	number := strings.TrimPrefix(g.DocumentKey(), g.Document.Kind)
	if number == "" {
		return nil
	}
	keys := []string{number}
	if g.Document.Kind == "" {
		keys = nil
		for _, kind := range x.campaign.DocumentKinds {
			keys = append(keys, kind.Code+number)
		}
	}
	for _, key := range keys {
		for _, other := range graduatesOf(x.documents[key]) {
			if other.ID == g.ID {
				continue
			}
			return []data.Finding{{Graduate: g.ID, Rule: "duplicate_document_number", Severity: data.SeverityWarning, Field: data.FieldDocumentNumber,
				Args: data.Args{"other": other.FullName(), "class": other.Class, "id": other.ID}}}
		}
	}
	return nil
}

// prints are that by which the file itself refuses a second graduate with the same
// document, card number, or login phone.
func (v *View) prints(g *data.Graduate) []ledger.Print {
	if g.Removed != nil {
		return nil
	}
	prints := []ledger.Print{
		{Kind: data.FieldDocumentNumber, Value: g.DocumentKey()},
		{Kind: data.FieldCardNumber, Value: g.CardKey()},
	}
	if v.Campaign().PhoneIsLogin {
		prints = append(prints, ledger.Print{Kind: data.FieldPhone, Value: g.Phone})
	}
	return slices.DeleteFunc(prints, func(p ledger.Print) bool { return p.Value == "" })
}

// SamePerson finds the graduate whom g is, nil when that is nobody: the same name and
// birth date, or, where one of the two has no birth date, the same full name in the same
// class or with the same phone.
func (v *View) SamePerson(g *data.Graduate) *data.Graduate {
	if e := v.index.samePerson(g); e != nil {
		return e.graduate
	}
	return nil
}

// Duplicates say whom g repeats among the others. The same card number, the same
// document, and the same phone where it is the login are errors; the same name
// with the same birth date, and a shared phone elsewhere (twins have their
// mother's), are warnings.
func (v *View) Duplicates(g *data.Graduate) []data.Finding { return v.index.duplicates(g) }

// Named are those with this full name, however it is spelt; removed ones are left out.
func (v *View) Named(fullName string) []*data.Graduate {
	return graduatesOf(v.index.byName[data.SearchKey(fullName)])
}

// NamedAlike are those with this full name where letters that a keyboard may not have are taken for
// those that stand in for them (see [data.FindKey]); removed ones are left out.
func (v *View) NamedAlike(fullName string) (alike []*data.Graduate) {
	key := data.FindKey(fullName)
	for _, e := range v.index.ordered {
		if g := e.graduate; g.Removed == nil && strings.HasPrefix(e.haystack, " "+key+" ") && data.FindKey(g.FullName()) == key {
			alike = append(alike, g)
		}
	}
	return alike
}

// WithPhone are those with a phone, in E.164; removed ones are left out.
func (v *View) WithPhone(phone string) []*data.Graduate { return graduatesOf(v.index.phones[phone]) }

// WithCardOf are those with the card number of g, which is one of them when it is in the
// registry; removed ones are left out.
func (v *View) WithCardOf(g *data.Graduate) []*data.Graduate {
	return graduatesOf(v.index.cards[g.CardKey()])
}

func graduatesOf(entries []*entry) []*data.Graduate {
	all := make([]*data.Graduate, len(entries))
	for i, e := range entries {
		all[i] = e.graduate
	}
	return all
}

// samePerson is the entry of [View.SamePerson].
func (x *index) samePerson(g *data.Graduate) *entry {
	if len(x.byID) == 0 {
		return nil // a first class list is compared with nobody
	}
	if same := x.persons[g.PersonKey()]; len(same) > 0 {
		return same[0]
	}
	for _, e := range x.byName[g.NameKey()] {
		other := e.graduate
		if (g.BirthDate == "" || other.BirthDate == "") && (other.Class == g.Class || g.Phone != "" && other.Phone == g.Phone) {
			return e
		}
	}
	return nil
}

// fewCards are too few to say how long the centre's numbers are.
const fewCards = 2

// countCard counts the card number of g among those of its length, once or taken back.
func (x *index) countCard(g *data.Graduate, by int) {
	if key := g.CardKey(); key != "" && data.AllDigits(key) {
		x.cardLengths[len(key)] += by
	}
}

// usualCard is how many digits most of the card numbers have, of those who are longer than one of
// them; 0 while nobody can say. Of two lengths that as many have it is the longer.
func (x *index) usualCard() int {
	usual, all := 0, -1 // without itself
	for length, count := range x.cardLengths {
		if all += count; count > x.cardLengths[usual] || count == x.cardLengths[usual] && length > usual {
			usual = length
		}
	}
	if x.cardLengths[usual] < fewCards || 2*x.cardLengths[usual] <= all {
		return 0
	}
	return usual
}

// ShortCard asks about the card number of a graduate that is shorter than most; nothing where it
// is not.
func (v *View) ShortCard(g *data.Graduate) []data.Finding { return v.index.shortCard(g) }

// shortCard asks about a card number with fewer digits than most have: a spreadsheet takes the
// zeros away at its beginning. With these it is proposed.
func (x *index) shortCard(g *data.Graduate) []data.Finding {
	key := g.CardKey()
	if key == "" || !data.AllDigits(key) {
		return nil
	}
	usual := x.usualCard()
	if len(key) >= usual {
		return nil
	}
	whole := strings.Repeat("0", usual-len(key)) + key
	return []data.Finding{{Graduate: g.ID, Rule: "card_number_short", Severity: data.SeverityConfirm, Field: data.FieldCardNumber,
		Args: data.Args{"value": key, "count": usual}, Proposal: &data.Proposal{Field: data.FieldCardNumber, Value: whole, Title: whole}}}
}
