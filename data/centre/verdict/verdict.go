// Package verdict judges what a school sends of its people: against the campaign, against each other and
// against whom the centre knows. It is pure: the same records get the same verdicts.
package verdict

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
)

// Known is what the centre has of one person of a school before a message: the latest registration.
// Branch is that of the school's registry when it was sent.
type Known struct {
	Attempt     int
	Key, Branch string
	// Gone says that the school has withdrawn the person.
	Gone bool
}

// Judge judges the records of one message.
type Judge struct {
	Rules *campaign.Campaign
	// Branch is that of the message.
	Branch string
	// Known are the people of the school, by the id that they have there.
	Known map[string]Known
	// Came says whether the card of this number has come on paper.
	Came func(number string) bool
	// File says whether a photo or scan that is not in the message lies in an earlier one.
	File func(sha256 string) bool
}

// Ruling is the verdict on one record. Was is the id under which the centre knew the person, where the
// school's registry was restored and has given another one.
type Ruling struct {
	exchange.Receipt
	Was string
}

// remarks are what is wrong with a record: a fatal one rejects it.
type remarks struct {
	codes, values []string
	fatal         bool
}

func (r *remarks) reject(code string, values ...string) {
	r.fatal = true
	r.warn(code, values...)
}

func (r *remarks) warn(code string, values ...string) {
	if !slices.Contains(r.codes, code) {
		r.codes = append(r.codes, code)
	}
	r.values = append(r.values, values...)
}

// Rulings gives one on each record. What rejects one never touches what the centre has of that person.
func (j *Judge) Rulings(records []exchange.Record) []Ruling {
	rulings := make([]Ruling, len(records))
	holders := j.holders(records)
	for i := range records {
		r := &records[i]
		rulings[i] = j.one(r, holders)
		rulings[i].Was = j.was(r)
	}
	return rulings
}

// holders says of every key who has it when the message is taken over: those of the message, and those
// of the school that it does not name.
func (j *Judge) holders(records []exchange.Record) map[string][]string {
	named := map[string]bool{}
	for i := range records {
		named[records[i].Graduate.ID] = true
	}
	holders := map[string][]string{}
	for id, k := range j.Known {
		// Who was sent on another branch may come back under another id.
		if !named[id] && !k.Gone && k.Branch == j.Branch {
			holders[k.Key] = append(holders[k.Key], id)
		}
	}
	for i := range records {
		if g := &records[i].Graduate; g.Action != exchange.ActionWithdraw {
			holders[g.Key] = append(holders[g.Key], g.ID)
		}
	}
	return holders
}

// was is under which id the centre knows the person of a record, if under another one: by the
// campaign's person key, as it was sent on a branch before.
func (j *Judge) was(r *exchange.Record) string {
	if _, same := j.Known[r.Graduate.ID]; same {
		return ""
	}
	was := ""
	for id, k := range j.Known {
		if k.Key == r.Graduate.Key && k.Branch != j.Branch && (was == "" || j.rather(id, was)) {
			was = id
		}
	}
	return was
}

// rather says which of two who had one key comes back: somebody who was not withdrawn.
func (j *Judge) rather(id, other string) bool {
	if gone := j.Known[id].Gone; gone != j.Known[other].Gone {
		return !gone
	}
	return id < other
}

func (j *Judge) one(r *exchange.Record, holders map[string][]string) Ruling {
	g, found := &r.Graduate, remarks{}
	before, is := j.Known[g.ID]
	if was := j.was(r); was != "" {
		before, is = j.Known[was], true
	}
	if attempt := Number(g.Attempt); is && attempt < before.Attempt {
		found.reject("centre.old_attempt", g.Attempt)
	}
	if g.Action == exchange.ActionWithdraw {
		if !is {
			found.warn("centre.nobody_to_withdraw")
		}
		return j.rule(r, found)
	}
	if len(holders[g.Key]) > 1 {
		found.reject("centre.key_twice", g.Key)
	}
	j.key(g, &found)
	j.codes(r, &found)
	for _, d := range r.Documents {
		if d.File == "" && !j.File(d.SHA256) {
			found.warn("centre.file_absent", d.Place)
		}
	}
	return j.rule(r, found)
}

// rule gives the verdict. Where the paper card is what counts, a record waits for it (UA-066).
func (j *Judge) rule(r *exchange.Record, found remarks) Ruling {
	verdict := exchange.VerdictAccepted
	switch {
	case found.fatal:
		verdict = exchange.VerdictRejected
	case r.Graduate.Action != exchange.ActionWithdraw && WaitsForCard(j.Rules) && !j.Came(r.Graduate.Key):
		verdict = exchange.VerdictHeld
	case len(found.codes) > 0:
		verdict = exchange.VerdictWarning
	}
	return Ruling{Receipt: exchange.Receipt{Graduate: r.Graduate.ID, Key: r.Graduate.Key, Attempt: r.Graduate.Attempt, Verdict: verdict,
		Codes: strings.Join(found.codes, " "), Note: strings.Join(found.values, ", ")}}
}

// WaitsForCard says that a record counts from the day on which its paper card has come.
func WaitsForCard(c *campaign.Campaign) bool {
	return !c.RecordedOnSite() && c.PersonKey == data.FieldCardNumber
}

// key checks that the person key is what the campaign says it is.
func (j *Judge) key(g *exchange.Graduate, found *remarks) {
	of := g.Phone
	if j.Rules.PersonKey == data.FieldCardNumber {
		of = data.CardKey(g.CardNumber)
		if !j.Rules.CardNumberFits(g.CardNumber) {
			found.reject("centre.bad_key", g.Key)
		}
	}
	if of != g.Key {
		found.reject("centre.bad_key", g.Key)
	}
}

// codes checks that the campaign knows every code of a record.
func (j *Judge) codes(r *exchange.Record, found *remarks) {
	g := &r.Graduate
	for _, of := range []struct{ field, value, code string }{
		{data.FieldCategory, g.Category, "centre.unknown_category"},
		{data.FieldMarks, strings.Join(strings.Fields(g.Marks), ","), "centre.unknown_mark"},
		{data.FieldDocumentKind, g.DocumentKind, "centre.unknown_document"},
		{data.FieldLanguage, g.Language, "centre.unknown_language"},
		{data.FieldAdditionalReason, g.AdditionalReason, "centre.unknown_reason"},
	} {
		if unknown := j.Rules.UnknownCodes(of.field, of.value); len(unknown) > 0 {
			found.reject(of.code, unknown...)
		}
	}
	for _, s := range r.Subjects {
		switch {
		case j.Rules.Subject(s.Subject) == nil:
			found.reject("centre.unknown_subject", s.Subject)
		case s.Level != "" && j.Rules.Level(s.Subject, s.Level) == nil:
			found.reject("centre.unknown_level", s.Level)
		}
	}
	for _, c := range r.Conditions {
		if c.Kind == exchange.KindCondition && j.Rules.Condition(c.Code) == nil || c.Kind == exchange.KindPrivilege && j.Rules.Privilege(c.Code) == nil {
			found.reject("centre.unknown_condition", c.Code)
		}
	}
	for _, p := range r.Payments {
		if j.Rules.PaymentType(p.Type) == nil {
			found.reject("centre.unknown_payment", p.Type)
		}
	}
	if g.Route != "" && j.Rules.Route(g.Route) == nil {
		found.reject("centre.unknown_route", g.Route)
	}
	for _, field := range slices.Sorted(maps.Keys(g.Fields)) {
		value := g.Fields[field]
		if j.Rules.Field(field) == nil {
			found.warn("centre.unknown_field", field)
		} else if unknown := j.Rules.UnknownCodes(field, value); len(unknown) > 0 {
			found.reject("centre.unknown_value", unknown...)
		}
	}
}

// Number reads a cell that the reader of messages has found to be one.
func Number(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return 0
	}
	return n
}
