package exchange

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// apply takes a state over into an attempt; of is its person, cut off behind it.
func (r *reading) apply(n *News, of *data.Graduate, s *exchange.State) error {
	on := data.Date(s.On)
	switch s.About {
	case exchange.AboutCard:
		return r.card(of, s.Number)
	case exchange.AboutReceived:
		r.received(n, of, on)
	case exchange.AboutAnswer:
		return r.answer(of, s, on)
	case exchange.AboutWithdrawn:
		r.note(of, data.Fact{Kind: data.FactWithdrawn, On: on, Note: s.Note})
	case exchange.AboutAppeal:
		if s.State != data.AppealGranted && s.State != data.AppealDismissed {
			return data.Fail("answer.unknown_outcome", data.Args{"value": s.State})
		}
		r.note(of, data.Fact{Kind: data.FactAppealDecided, On: on, Seen: s.State, Note: s.Note})
	case exchange.AboutPayment:
		return r.payment(n, of, s, on)
	case exchange.AboutEnvelope:
		return r.envelope(of, s, on)
	case exchange.AboutState:
		return r.seen(of, s, on)
	}
	return nil
}

// note writes a fact that came by the message, unless it says the same already, whoever has noted it.
func (r *reading) note(of *data.Graduate, f data.Fact) {
	before := of.Current().Fact(f.Kind, f.Of)
	if before != nil && before.On == f.On && before.Seen == f.Seen && (f.Note == "" || before.Note == f.Note) {
		return
	}
	f.By, f.Via = r.view.Me().Label(), r.hash
	of.SetFact(f)
}

// card is the number that the centre has given.
func (r *reading) card(of *data.Graduate, number string) error {
	stored, err := r.view.Stored(data.FieldCardNumber, number)
	if err != nil || stored == "" || data.CardKey(stored) == of.CardKey() {
		return err
	}
	of.Set(data.FieldCardNumber, stored)
	return nil
}

// received is the day on which the papers came: of a package it is one day for all, as the latest says
// (UA-152). A record that has waited for its paper counts from then on (UA-066).
func (r *reading) received(n *News, of *data.Graduate, on data.Date) {
	if said := of.Current().Acknowledged(); said != nil && said.Seen == exchange.VerdictHeld {
		next := *said
		next.Seen = exchange.VerdictAccepted
		of.SetFact(next)
	}
	switch p := r.view.TrailOf(of.Current()).Package; {
	case p == nil:
		r.note(of, data.Fact{Kind: data.FactReceivedByCentre, On: on})
	case p.Closed == nil:
		n.Why = &data.Phrase{ID: "exchange.package_open", Args: data.Args{"number": p.Number}}
	default:
		r.packageReceived(n, p, on)
	}
}

func (r *reading) packageReceived(n *News, p *data.Package, on data.Date) {
	next := r.packages[p.ID]
	if next == nil {
		next = p.Clone()
		next.Received = ""
		r.packages[p.ID] = next
	}
	next.Received = max(next.Received, on)
	if p.Received != on {
		n.Changes = append(n.Changes, registry.FieldChange{Field: receivedField, Before: dayOf(p.Received), After: dayOf(on)})
		n.Differs = p.Received != ""
	}
}

var receivedField = data.FactField(data.FactReceivedByCentre, "")

// dayOf is a day as the field of what was received has it.
func dayOf(on data.Date) string {
	g := &data.Graduate{}
	if on != "" {
		g.SetFact(data.Fact{Kind: data.FactReceivedByCentre, On: on})
	}
	return g.Get(receivedField)
}

// answer is registered or refused, by the rules of what is typed. The same answer stays as it is.
func (r *reading) answer(of *data.Graduate, s *exchange.State, on data.Date) (err error) {
	var a data.Answer
	switch before := of.Current().Answer; data.AnswerState(s.State) {
	case data.AnswerRegistered:
		a, err = r.registered(s, on, before)
	case data.AnswerRefused:
		a, err = r.refused(of, s, on, before)
	default:
		err = unknownState(s.State, []string{string(data.AnswerRegistered), string(data.AnswerRefused)})
	}
	if err != nil {
		return err
	}
	a.Added.Via, a.Added.Note = r.hash, s.Note
	if before := of.Current().Answer; before == nil || !sameAnswer(before, &a) {
		of.SetAnswer(a)
	}
	return nil
}

// registered has the number of the certificate that was noted by hand where the message brings none.
func (r *reading) registered(s *exchange.State, on data.Date, before *data.Answer) (data.Answer, error) {
	number := s.Number
	if before != nil && before.State == data.AnswerRegistered {
		number = cmp.Or(number, before.Certificate)
	}
	a, err := r.view.Registered(on, number)
	if data.CodeOf(err) == "answer.no_certificate" {
		return a, nil
	}
	return a, err
}

func (r *reading) refused(of *data.Graduate, s *exchange.State, on data.Date, before *data.Answer) (data.Answer, error) {
	a, err := r.view.Refused(of, refusalOf(s, on))
	if err == nil && before != nil && before.State == data.AnswerRefused {
		a.Came, a.Tracking = before.Came, cmp.Or(a.Tracking, before.Tracking)
	}
	return a, err
}

// sameAnswer says that a says the same as b before it, whoever has entered them: words of the
// centre that are not repeated are not taken back.
func sameAnswer(b, a *data.Answer) bool {
	return (a.Added.Note == "" || a.Added.Note == b.Added.Note) && a.State == b.State && a.On == b.On && a.Certificate == b.Certificate && a.Minutes == b.Minutes && slices.Equal(a.Reasons, b.Reasons) &&
		slices.Equal(a.Returned, b.Returned) && slices.Equal(a.Kept, b.Kept) && a.Tracking == b.Tracking
}

// payment is the verdict on a receipt (KG-065); of one that is not here nothing is known.
func (r *reading) payment(n *News, of *data.Graduate, s *exchange.State, on data.Date) error {
	p := of.Current().Payment(s.Of)
	switch {
	case p == nil:
		n.Why = &data.Phrase{ID: "exchange.no_receipt"}
		return nil
	case p.Verdict != nil && string(p.Verdict.Kind) == s.State && p.Verdict.On == on && p.Verdict.Note == s.Note:
		return nil
	}
	signed := r.view.Signed(data.FactKind(s.State), s.Note)
	signed.Via = r.hash
	return r.view.Verdict(of, s.Of, s.State, signed, on)
}

// envelopes are where an individual envelope can be that has not come to the school.
var envelopes = map[string]data.FactKind{exchange.EnvelopeKept: data.FactEnvelopeKept, exchange.EnvelopeReturned: data.FactEnvelopeReturned, exchange.EnvelopeEmailed: data.FactResultEmailed,
	exchange.EnvelopeSent: data.FactEnvelopeSent}

// envelope is where the individual envelope is, unless it has come meanwhile. The last word counts: one that
// was returned and is sent again is not returned.
func (r *reading) envelope(of *data.Graduate, s *exchange.State, on data.Date) error {
	kind, known := envelopes[s.State]
	if !known {
		return data.Fail("exchange.unknown_envelope", data.Args{"value": s.State})
	}
	if of.Current().Fact(data.FactEnvelopeArrived, "") != nil {
		return nil
	}
	for _, other := range envelopes {
		if other != kind {
			of.DropFact(other, "")
		}
	}
	r.note(of, data.Fact{Kind: kind, On: on, Note: cmp.Or(s.Tracking, s.Note)})
	return nil
}

// seen is a state of the centre's service (UA-149); one of an earlier day than the last is passed over.
func (r *reading) seen(of *data.Graduate, s *exchange.State, on data.Date) error {
	state := r.view.Campaign().ExternalStatus(s.State)
	if state == nil || state.Means == "" {
		return unknownState(s.State, r.view.SeenStates())
	}
	if last := of.Current().Fact(data.FactSeen, ""); last == nil || last.On <= on {
		r.note(of, data.Fact{Kind: data.FactSeen, On: on, Seen: state.Code, Means: state.Means})
	}
	return nil
}

// unknownState says that nothing here is called so, and what is.
func unknownState(value string, known []string) error {
	return data.Fail("answer.unknown_state", data.Args{"value": value, "known": strings.Join(known, ", ")})
}
