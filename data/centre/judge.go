package centre

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
)

// known is what the centre has of one person of a school before a message: the latest registration.
type known struct {
	attempt                   int
	key, branch, hash, record string
	gone                      bool
}

// judgement is how the records of one message are judged: against the campaign, against each other and
// against who is there.
type judgement struct {
	rules  *campaign.Campaign
	branch string
	// known are those of the school, by the id that they have there.
	known map[string]known
	// came says whether the card of this number has come on paper.
	came func(number string) bool
	// file says whether a photo or scan that is not in the message lies in an earlier one.
	file func(sha256 string) bool
}

// ruling is the verdict on one record. was is the id under which the centre knew the person, where the
// school's registry was restored and has given another one.
type ruling struct {
	exchange.Receipt
	was string
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

// judge gives a ruling on each record. What rejects one never touches what the centre has of that
// person.
func (j *judgement) judge(records []exchange.Record) []ruling {
	rulings := make([]ruling, len(records))
	holders := j.holders(records)
	for i := range records {
		r := &records[i]
		rulings[i] = j.one(r, holders)
		rulings[i].was = j.was(r)
	}
	return rulings
}

// holders says of every key who has it when the message is taken over: those of the message, and those
// of the school that it does not name.
func (j *judgement) holders(records []exchange.Record) map[string][]string {
	named := map[string]bool{}
	for i := range records {
		named[records[i].Graduate.ID] = true
	}
	holders := map[string][]string{}
	for id, k := range j.known {
		// Who was sent on another branch may come back under another id.
		if !named[id] && !k.gone && k.branch == j.branch {
			holders[k.key] = append(holders[k.key], id)
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
func (j *judgement) was(r *exchange.Record) string {
	if _, same := j.known[r.Graduate.ID]; same {
		return ""
	}
	was := ""
	for id, k := range j.known {
		if k.key == r.Graduate.Key && k.branch != j.branch && (was == "" || id < was) {
			was = id
		}
	}
	return was
}

func (j *judgement) one(r *exchange.Record, holders map[string][]string) ruling {
	g, found := &r.Graduate, remarks{}
	before, is := j.known[g.ID]
	if was := j.was(r); was != "" {
		before, is = j.known[was], true
	}
	if attempt := number(g.Attempt); is && attempt < before.attempt {
		found.reject("centre.old_attempt", g.Attempt)
	}
	if g.Action == exchange.ActionWithdraw {
		if !is {
			found.warn("centre.nobody_to_withdraw")
		}
		return j.rule(r, found)
	}
	if g.Before != "" && is && g.Before != before.hash {
		found.warn("centre.other_before")
	}
	if len(holders[g.Key]) > 1 {
		found.reject("centre.key_twice", g.Key)
	}
	j.key(g, &found)
	j.codes(r, &found)
	for _, d := range r.Documents {
		if d.File == "" && !j.file(d.SHA256) {
			found.warn("centre.file_absent", d.Place)
		}
	}
	return j.rule(r, found)
}

// rule gives the verdict. Where the paper card is what counts, a record waits for it (UA-066).
func (j *judgement) rule(r *exchange.Record, found remarks) ruling {
	verdict := exchange.VerdictAccepted
	switch {
	case found.fatal:
		verdict = exchange.VerdictRejected
	case r.Graduate.Action != exchange.ActionWithdraw && waitsForCard(j.rules) && !j.came(r.Graduate.Key):
		verdict = exchange.VerdictHeld
	case len(found.codes) > 0:
		verdict = exchange.VerdictWarning
	}
	return ruling{Receipt: exchange.Receipt{Graduate: r.Graduate.ID, Key: r.Graduate.Key, Attempt: r.Graduate.Attempt, Verdict: verdict,
		Codes: strings.Join(found.codes, " "), Note: strings.Join(found.values, ", ")}}
}

// waitsForCard says that a record counts from the day on which its paper card has come.
func waitsForCard(c *campaign.Campaign) bool {
	return !c.RecordedOnSite() && c.PersonKey == data.FieldCardNumber
}

// key checks that the person key is what the campaign says it is.
func (j *judgement) key(g *exchange.Graduate, found *remarks) {
	of := g.Phone
	if j.rules.PersonKey == data.FieldCardNumber {
		of = g.CardNumber
		if !j.rules.CardNumberFits(g.Key) {
			found.reject("centre.bad_key", g.Key)
		}
	}
	if of != g.Key {
		found.reject("centre.bad_key", g.Key)
	}
}

// codes checks that the campaign knows every code of a record.
func (j *judgement) codes(r *exchange.Record, found *remarks) {
	g := &r.Graduate
	for _, of := range []struct{ field, value, code string }{
		{data.FieldCategory, g.Category, "centre.unknown_category"},
		{data.FieldMarks, strings.Join(strings.Fields(g.Marks), ","), "centre.unknown_mark"},
		{data.FieldDocumentKind, g.DocumentKind, "centre.unknown_document"},
		{data.FieldLanguage, g.Language, "centre.unknown_language"},
		{data.FieldAdditionalReason, g.AdditionalReason, "centre.unknown_reason"},
	} {
		if unknown := j.rules.UnknownCodes(of.field, of.value); len(unknown) > 0 {
			found.reject(of.code, unknown...)
		}
	}
	for _, s := range r.Subjects {
		switch {
		case j.rules.Subject(s.Subject) == nil:
			found.reject("centre.unknown_subject", s.Subject)
		case s.Level != "" && j.rules.Level(s.Subject, s.Level) == nil:
			found.reject("centre.unknown_level", s.Level)
		}
	}
	for _, c := range r.Conditions {
		if c.Kind == exchange.KindCondition && j.rules.Condition(c.Code) == nil || c.Kind == exchange.KindPrivilege && j.rules.Privilege(c.Code) == nil {
			found.reject("centre.unknown_condition", c.Code)
		}
	}
	for _, p := range r.Payments {
		if j.rules.PaymentType(p.Type) == nil {
			found.reject("centre.unknown_payment", p.Type)
		}
	}
	if g.Route != "" && j.rules.Route(g.Route) == nil {
		found.reject("centre.unknown_route", g.Route)
	}
	for _, field := range slices.Sorted(maps.Keys(g.Fields)) {
		value := g.Fields[field]
		if j.rules.Field(field) == nil {
			found.warn("centre.unknown_field", field)
		} else if unknown := j.rules.UnknownCodes(field, value); len(unknown) > 0 {
			found.reject("centre.unknown_value", unknown...)
		}
	}
}

// number reads a cell that the reader of messages has found to be one.
func number(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return 0
	}
	return n
}
