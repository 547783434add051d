// Package decision knows what a centre can decide and record of a registration in a campaign, and reads
// it as people say it. It is pure.
package decision

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
)

// Kind is one thing that a centre can decide or record.
type Kind struct {
	// Code is its word: on the command line, in rules and for programs.
	Code string
	// Title is what people read: a [data.Phrase] or a [data.Wording].
	Title any
	// About and State are what a message says of it.
	About, State string
}

// Codes of the kinds that are alike in every campaign. Those of verdicts on payments, of envelopes and
// of states of the centre's service begin with the prefixes.
const (
	Registered      = "registered"
	Refused         = "refused"
	Card            = "card"
	Received        = "received"
	Withdrawn       = "withdrawn"
	AppealGranted   = "appeal-" + data.AppealGranted
	AppealDismissed = "appeal-" + data.AppealDismissed

	paymentPrefix  = "payment-"
	envelopePrefix = "envelope-"
	statePrefix    = "state-"
)

// Kinds are all that there are in a campaign, in the order in which people need them. Where the paper
// card is what counts, the day on which it came is no decision about one person: it is recorded by its
// number.
func Kinds(c *campaign.Campaign) []Kind {
	all := []Kind{plain(Registered, exchange.AboutAnswer, string(data.AnswerRegistered)), plain(Refused, exchange.AboutAnswer, string(data.AnswerRefused))}
	if c.RecordedOnSite() {
		all = append(all, plain(Received, exchange.AboutReceived, Received))
	}
	if c.HasCards() {
		all = append(all, plain(Card, exchange.AboutCard, ""))
	}
	all = append(all, plain(Withdrawn, exchange.AboutWithdrawn, ""),
		titled(AppealGranted, "decision.appeal_"+data.AppealGranted, exchange.AboutAppeal, data.AppealGranted), titled(AppealDismissed, "decision.appeal_"+data.AppealDismissed, exchange.AboutAppeal, data.AppealDismissed))
	return append(all, ofCampaign(c)...)
}

// ofCampaign are those that the campaign file switches on.
func ofCampaign(c *campaign.Campaign) (all []Kind) {
	if c.Has("payments") {
		all = append(all, states(c, paymentPrefix, exchange.AboutPayment, func(*campaign.Item) bool { return true })...)
	}
	if c.Has("envelopes") {
		for _, state := range []string{exchange.EnvelopeSent, exchange.EnvelopeKept, exchange.EnvelopeReturned, exchange.EnvelopeEmailed} {
			all = append(all, titled(envelopePrefix+state, "decision.envelope_"+state, exchange.AboutEnvelope, state))
		}
	}
	return append(all, states(c, statePrefix, exchange.AboutState, func(i *campaign.Item) bool { return i.Means != "" })...)
}

func plain(code, about, state string) Kind {
	return titled(code, "decision."+code, about, state)
}

func titled(code, id, about, state string) Kind {
	return Kind{code, data.Phrase{ID: id}, about, state}
}

// states are kinds for the states of the centre's service that the campaign has (KG-065, UA-149).
func states(c *campaign.Campaign, prefix, about string, has func(*campaign.Item) bool) (all []Kind) {
	for i := range c.ExternalStatuses {
		if item := &c.ExternalStatuses[i]; has(item) {
			title := data.Phrase{ID: "decision.of_" + about, Args: data.Args{"state": data.Inside{Name: data.Wording{ID: "external_status." + item.Code, Words: item.Title}}}}
			all = append(all, Kind{prefix + item.Code, title, about, item.Code})
		}
	}
	return all
}

// kindOf is the kind of a code; another is decision.unknown, which names those that there are.
func kindOf(c *campaign.Campaign, code string) (*Kind, error) {
	all := Kinds(c)
	if i := slices.IndexFunc(all, func(k Kind) bool { return k.Code == code }); i >= 0 {
		return &all[i], nil
	}
	var known []string
	for _, k := range all {
		known = append(known, k.Code)
	}
	return nil, data.Fail("decision.unknown", data.Args{"value": code, "known": strings.Join(known, ", ")})
}

// Title is what people read of what was asked, nil of what the campaign does not have.
func (a *Asked) Title(c *campaign.Campaign) any {
	if kind, err := kindOf(c, a.Kind); err == nil {
		return kind.Title
	}
	return nil
}

// TitleOf is what people read of a decision that was taken, its code where the campaign has it no more.
func TitleOf(c *campaign.Campaign, s *exchange.State) any {
	for _, k := range Kinds(c) {
		if k.About == s.About && (k.State == s.State || k.State == "") {
			return k.Title
		}
	}
	return strings.TrimSpace(s.About + " " + s.State)
}

// OfPayment says that a decision of this code is about a payment.
func OfPayment(code string) bool { return strings.HasPrefix(code, paymentPrefix) }

// Accepted is the code of the decision that accepts a payment: its state is the only one of the campaign
// that neither waits nor refuses. It is "" where there are no payments, or several such states.
func Accepted(c *campaign.Campaign) (code string) {
	if !c.Has("payments") {
		return ""
	}
	for i := range c.ExternalStatuses {
		state := c.ExternalStatuses[i].Code
		if state == c.Fee.Pending || slices.Contains(c.Fee.Refused, state) {
			continue
		}
		if code != "" {
			return ""
		}
		code = paymentPrefix + state
	}
	return code
}

// Answers says that a decision of this code answers whether somebody is registered.
func Answers(code string) bool { return code == Registered || code == Refused }
