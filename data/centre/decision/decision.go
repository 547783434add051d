package decision

import (
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
)

// Asked is a decision as somebody says it. What does not belong to its kind must be "".
type Asked struct {
	// Kind is the code of a [Kind].
	Kind string
	// On is the day of it; "" is today.
	On data.Date
	// Certificate is the number of the certificate of who is registered, Card the number that a card is
	// given, Minutes that of the minutes of a refusal (UA-097).
	Certificate, Card, Minutes string
	// Reasons are codes of the campaign (UA-087). Returned and Kept are the papers that come back and
	// that stay; without them it is as the campaign says (UA-096…101).
	Reasons, Returned, Kept []string
	// Payment is the number of a receipt, or its id; "" where the person has only one that counts.
	Payment string
	// Tracking is the number of the letter or envelope, Note is in the centre's words.
	Tracking, Note string
}

// State is what a message says of it, without whom it is about. Refusals: decision.unknown,
// decision.surplus, decision.lacks, fact.future_day, and those of what is read.
func (a *Asked) State(c *campaign.Campaign, today data.Date) (s exchange.State, err error) {
	kind, err := kindOf(c, a.Kind)
	if err != nil {
		return s, err
	}
	if err := a.belongs(kind); err != nil {
		return s, err
	}
	s = exchange.State{About: kind.About, State: kind.State, On: string(a.On)}
	if a.On == "" {
		s.On = string(today)
	}
	if a.On > today {
		return s, data.Fail("fact.future_day", data.Args{"value": a.On.Dotted()})
	}
	return s, a.read(c, &s)
}

// belongs refuses what the kind does not have, so that nothing that somebody has said is lost.
func (a *Asked) belongs(k *Kind) error {
	for _, part := range []struct {
		name  string
		given bool
		with  bool
	}{
		{"certificate", a.Certificate != "", k.Code == Registered},
		{"card", a.Card != "", k.Code == Card},
		{"minutes", a.Minutes != "", k.Code == Refused},
		{"reasons", len(a.Reasons) > 0, k.Code == Refused},
		{"returned", len(a.Returned) > 0, k.Code == Refused},
		{"kept", len(a.Kept) > 0, k.Code == Refused},
		{"payment", a.Payment != "", k.About == exchange.AboutPayment},
		{"tracking", a.Tracking != "", k.Code == Refused || k.About == exchange.AboutEnvelope},
	} {
		if part.given && !part.with {
			return data.Fail("decision.surplus", data.Args{"part": data.Term("decision.part_" + part.name), "decision": k.Title})
		}
	}
	return nil
}

// read reads what was said into the state.
func (a *Asked) read(c *campaign.Campaign, s *exchange.State) (err error) {
	if s.Note, err = data.CleanText(data.FieldTitle("note"), a.Note); err != nil {
		return err
	}
	if s.Tracking, err = data.CleanText(data.Term("answer.tracking"), a.Tracking); err != nil {
		return err
	}
	switch a.Kind {
	case Registered:
		if a.Certificate != "" {
			s.Number, err = c.ReadCertificate(a.Certificate)
		}
	case Refused:
		err = a.refusal(c, s)
	case Card:
		s.Number = data.CardKey(a.Card)
		if s.Number == "" || !c.CardNumberFits(s.Number) {
			err = data.Fail("centre.bad_card", data.Args{"number": a.Card})
		}
	}
	return err
}

// refusal reads what stands in the minutes. Where the campaign has a list of reasons, one is needed.
func (a *Asked) refusal(c *campaign.Campaign, s *exchange.State) (err error) {
	if s.Number, err = data.CleanText(data.Term("answer.minutes"), a.Minutes); err != nil {
		return err
	}
	reasons, err := c.ReadReasons(a.Reasons)
	if err != nil {
		return err
	}
	if err := c.CheckFates(a.Returned, a.Kept); err != nil {
		return err
	}
	s.Reasons, s.Returned, s.Kept = strings.Join(reasons, " "), strings.Join(a.Returned, " "), strings.Join(a.Kept, " ")
	if len(c.RefusalReasons) > 0 && (len(reasons) == 0 || s.Number == "") {
		return data.Fail("decision.lacks", data.Args{"known": reasonList(c)})
	}
	return nil
}

// reasonList are the reasons with their titles, a line each.
func reasonList(c *campaign.Campaign) string {
	var lines []string
	for i := range c.RefusalReasons {
		lines = append(lines, c.RefusalReasons[i].Code+" — "+c.RefusalReasons[i].Title)
	}
	return strings.Join(lines, "; ")
}
