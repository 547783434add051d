package table

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/phone"
	"graduand/data/registry"
)

// accessWarnings says what a changed phone means for the login (KG-032): the login
// stays the old number until there is a new password.
func accessWarnings(v *registry.View, g *data.Graduate, changes []registry.FieldChange) []data.Finding {
	var found []data.Finding
	for _, c := range changes {
		if c.Field != data.FieldPhone || !v.Campaign().PhoneIsLogin {
			continue
		}
		rule, before := "phone_changed", c.Before
		if a := g.Access(data.DoorOwn); a != nil && a.Login != g.Phone {
			rule, before = "login_changed", a.Login
		}
		if before == "" {
			continue
		}
		found = append(found, data.Finding{Graduate: g.ID, Rule: rule, Severity: data.SeverityWarning, Field: data.FieldPhone,
			Args: data.Args{"before": phone.Format(before)}})
	}
	return found
}

// reasonSet tells of a reason for the additional session that nobody typed: it came with a
// condition (UA-113).
func reasonSet(v *registry.View, changes []registry.FieldChange, typed []registry.Assign) []data.Finding {
	isReason := func(c registry.FieldChange) bool { return c.Field == data.FieldAdditionalReason && c.After != "" }
	at := slices.IndexFunc(changes, isReason)
	if at < 0 || slices.ContainsFunc(typed, func(a registry.Assign) bool { return a.Field == data.FieldAdditionalReason }) {
		return nil
	}
	return []data.Finding{{Rule: "reason_set", Severity: data.SeverityWarning, Field: data.FieldAdditionalReason,
		Args: data.Args{"value": v.Campaign().ValueTitle(data.FieldAdditionalReason, changes[at].After)}}}
}

// seriesSpelled tells of a series that was typed in another alphabet and turned.
func seriesSpelled(g *data.Graduate, typed []registry.Assign) []data.Finding {
	at := slices.IndexFunc(typed, func(a registry.Assign) bool { return a.Field == data.FieldDocumentSeries })
	if at < 0 || g.Document.Series == "" || strings.EqualFold(strings.TrimSpace(typed[at].Value), g.Document.Series) {
		return nil
	}
	return []data.Finding{{Rule: "series_spelled", Severity: data.SeverityWarning, Field: data.FieldDocumentSeries, Args: data.Args{"value": g.Document.Series}}}
}

// shortCard asks about a card number where it is typed: whoever types sixty of them looks at none
// again.
func shortCard(v *registry.View, g *data.Graduate, changes []registry.FieldChange) []data.Finding {
	if !slices.ContainsFunc(changes, func(c registry.FieldChange) bool { return c.Field == data.FieldCardNumber }) {
		return nil
	}
	return v.ShortCard(g)
}
