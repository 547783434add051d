package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"graduand/data"
)

// ownRules are those that the campaign file brings.
func (i *inspection) ownRules() error {
	for n := range i.c.Rules {
		rule := &i.c.Rules[n]
		holds, err := i.c.Holds(rule.When, i.p)
		if err != nil {
			return err
		}
		if holds {
			f := data.Finding{Graduate: i.g.ID, Rule: rule.Code, Severity: data.Severity(rule.Severity),
				Field: rule.Field, Text: rule.Message, Source: rule.Source, Call: rule.Call}
			if rule.Propose != "" {
				f.Proposal = &data.Proposal{Field: rule.Field, Value: i.proposed(rule), Title: i.c.codeWording(rule.Field, rule.Propose)}
			}
			if rule.Clears != "" {
				f.Proposal = &data.Proposal{Field: rule.Clears, Title: i.c.FieldTitle(rule.Clears)}
			}
			i.found = append(i.found, f)
		}
	}
	return nil
}

// proposed is the value of a rule; a code is added to those that a list has.
func (i *inspection) proposed(rule *Rule) string {
	if !i.c.Kind(rule.Field).Several {
		return rule.Propose
	}
	return i.withCode(rule.Field, rule.Propose)
}

func (i *inspection) withCode(field, code string) string {
	return strings.Join(append(data.SplitList(i.g.Get(field)), code), ",")
}

// settled tells whether the centre was called about what the finding asks, or whether a
// person has confirmed it with the value that stands there now.
func (i *inspection) settled(f data.Finding) bool {
	if f.Call {
		return slices.ContainsFunc(i.r.Facts, func(x data.Fact) bool {
			return x.Kind == data.FactCalled && slices.Contains(data.SplitList(x.Seen), f.Rule)
		})
	}
	return i.g.Settles(f)
}

// ending says what is left to do with a form without errors (KG-058), and with one that
// is finished (KG-064).
func (i *inspection) ending() {
	if slices.ContainsFunc(i.found, func(f data.Finding) bool { return f.Severity == data.SeverityError }) {
		return
	}
	finished := i.r.Fact(data.FactFinished, "") != nil
	if i.c.Form.Finish && !finished {
		i.unfinished()
		return
	}
	i.payments()
}

// unfinished tells to finish the form, and with which remark it was given back.
func (i *inspection) unfinished() {
	if returned := i.r.ReturnedWith(); returned != nil {
		i.add("returned", data.SeverityWarning, "", data.Args{"remark": returned.Note, "day": returned.On.Dotted()})
		return
	}
	i.add("unfinished", data.SeverityWarning, "", nil)
}

func (i *inspection) payments() {
	owed, args := i.c.Owed(i.g), i.c.owedArgs(i.g)
	switch {
	case !i.c.Has("payments"):
	case owed.Left > 0 && i.refused() != nil:
		p := i.refused()
		args["number"], args["reason"] = p.Number, p.Verdict.Note
		i.add("payment_refused", data.SeverityWarning, "", args)
	case owed.Left > 0:
		i.add("payment_due", data.SeverityWarning, "", args)
	default:
		i.found = append(i.found, i.c.Overpaid(i.g)...)
	}
}

// refused is the last receipt that the centre has not accepted, nil for none.
func (i *inspection) refused() *data.Payment {
	for n := len(i.r.Payments) - 1; n >= 0; n-- {
		if p := &i.r.Payments[n]; p.Cancelled == nil && i.c.Refused(p.Verdict) {
			return p
		}
	}
	return nil
}

// settlement proposes the mark of those who live in a place that a decree lists (UA-008).
func (i *inspection) settlement() error {
	for _, f := range i.c.index.list {
		list := i.c.index.places[settlementKey(i.g.Get(f.Code))]
		if f.Kind != KindSettlement || list == nil || slices.Contains(i.g.Marks, list.Mark) {
			continue
		}
		if shown, err := i.c.Shows(f, i.p); err != nil || !shown {
			return err
		}
		i.add("settlement_listed", data.SeverityConfirm, f.Code, data.Args{"value": i.g.Get(f.Code), "list": wording("settlement_list", list.Code, list.Title)})
		last := &i.found[len(i.found)-1]
		last.Source = list.Source
		last.Proposal = &data.Proposal{Field: data.FieldMarks, Value: i.withCode(data.FieldMarks, list.Mark), Title: i.c.codeWording(data.FieldMarks, list.Mark)}
	}
	return nil
}

// SiteSeen tells the values of g that stand on the pages of the centre's site apart from
// later ones: each field with the beginning of the SHA-256 of its value.
func (c *Campaign) SiteSeen(g *data.Graduate) string {
	var seen []string
	for _, page := range c.SitePages {
		for _, code := range page.Fields {
			if value := g.Get(code); value != "" {
				sum := sha256.Sum256([]byte(value))
				seen = append(seen, code+":"+hex.EncodeToString(sum[:6]))
			}
		}
	}
	slices.Sort(seen)
	return strings.Join(slices.Compact(seen), ",")
}

// entered finds what is no longer as it was entered at the centre's site: there it must be
// mended too.
func (i *inspection) entered() {
	fact := i.r.Fact(data.FactEntered, "")
	if fact == nil || fact.Seen == "" {
		return
	}
	then, now := data.SplitList(fact.Seen), data.SplitList(i.c.SiteSeen(i.g))
	changed := map[string]bool{}
	for _, value := range append(without(then, now), without(now, then)...) {
		code, _, _ := strings.Cut(value, ":")
		changed[code] = true
	}
	for _, f := range i.c.index.list {
		if changed[f.Code] {
			i.add("changed_since_entered", data.SeverityWarning, f.Code, data.Args{"day": fact.On.Dotted()})
		}
	}
}

// without are the values of a list that are not in another.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(value string) bool { return slices.Contains(other, value) })
}
