package campaign

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
)

func (i *inspection) birthDate() {
	born, roster := i.g.BirthDate, &i.c.Roster
	if born == "" || !readable(born) {
		return
	}
	if i.p.BirthDate > i.p.Today {
		i.add("birth_date_future", data.SeverityError, data.FieldBirthDate, data.Args{"value": born.Dotted()})
		return
	}
	age := i.p.Age
	if age < roster.MinimumAge || roster.MaximumAge > 0 && age > roster.MaximumAge {
		i.add("birth_date_age", data.SeverityWarning, data.FieldBirthDate, data.Args{
			"value": born.Dotted(), "count": age, "minimum": roster.MinimumAge, "maximum": roster.MaximumAge,
		})
	}
}

// document judges the identity document: is the kind known, may this person use
// it, and are series and number such as this kind has (UA-030).
func (i *inspection) document() error {
	d := i.g.Document
	if d.Kind == "" {
		i.numberOfNoKind()
		return nil
	}
	kind := i.c.DocumentKind(d.Kind)
	if kind == nil {
		i.add("document_kind_unknown", data.SeverityError, data.FieldDocumentKind, data.Args{"value": d.Kind})
		return nil
	}
	if kind.Allowed != "" {
		allowed, err := i.c.Holds(kind.Allowed, i.p)
		if err != nil {
			return err
		}
		if !allowed {
			i.add("document_kind_not_allowed", data.SeverityError, data.FieldDocumentKind, data.Args{"value": kind.wording(), "whom": data.Wording{ID: kind.wording().ID + ".allowed_for", Words: kind.AllowedFor}})
			i.found[len(i.found)-1].Source = kind.Source
		}
	}
	args := func(value string) data.Args {
		return data.Args{"value": value, "kind": kind.wording(), "example": kind.Example}
	}
	if d.Series != "" && !i.c.SeriesFits(kind.Code, d.Series) {
		i.add("document_series", i.weight(data.FieldDocumentSeries), data.FieldDocumentSeries, args(d.Series))
	}
	if number := i.c.patterns.number[kind.Code]; number != nil && d.Number != "" && !number.MatchString(d.Number) {
		i.add("document_number", data.SeverityError, data.FieldDocumentNumber, args(d.Number))
	}
	return nil
}

// numberOfNoKind holds a number whose kind nobody has named against the document that most have: a
// half of one must not pass because nobody said what it is half of. Where the kind is demanded, that
// it lacks says enough.
func (i *inspection) numberOfNoKind() {
	if len(i.c.DocumentKinds) == 0 || i.g.Document.Number == "" || i.weight(data.FieldDocumentKind) == data.SeverityError {
		return
	}
	usual, value := i.c.DocumentKinds[0], i.g.Document.Number
	if number := i.c.patterns.number[usual.Code]; number != nil && !number.MatchString(value) {
		i.add("document_number_of", i.weight(data.FieldDocumentNumber), data.FieldDocumentNumber, data.Args{"value": value, "kind": usual.wording(), "example": usual.Example})
	}
}

// SeriesFits says that a kind of identity document has such a series; one that has none fits
// nothing.
func (c *Campaign) SeriesFits(kind, series string) bool {
	pattern := c.patterns.series[kind]
	return pattern != nil && pattern.MatchString(series)
}

// KindOf is the only kind of identity document that has the series of d, and its number where
// there is one; nil where several have, or none. A kind that only its name tells is none.
func (c *Campaign) KindOf(d data.Document) *DocumentKind {
	var found *DocumentKind
	for at := range c.DocumentKinds {
		kind := &c.DocumentKinds[at]
		number := c.patterns.number[kind.Code]
		if d.Series == "" || kind.ByNameOnly || !c.SeriesFits(kind.Code, d.Series) || d.Number != "" && number != nil && !number.MatchString(d.Number) {
			continue
		}
		if found != nil {
			return nil
		}
		found = kind
	}
	return found
}

// weight is how much a wrong value of a field weighs: what the form asks nobody for keeps no
// form from being complete.
func (i *inspection) weight(field string) data.Severity {
	f := i.c.Field(field)
	if f == nil {
		return data.SeverityWarning
	}
	if asked, err := i.c.Holds(f.Required, i.p); err == nil && !asked {
		return data.SeverityWarning
	}
	return i.c.Missing(f, i.g)
}

// cardNumber judges the number of the centre. What cannot be one makes nobody ready: words without a
// digit, or a draft number of ours (UA-027).
func (i *inspection) cardNumber() {
	number := i.r.CardNumber
	if number == "" || i.c.CardNumberFits(number) {
		return
	}
	severity := data.SeverityWarning
	if !strings.ContainsFunc(number, unicode.IsDigit) || strings.HasPrefix(number, i.c.CardNumber.DraftPrefix+"-") {
		severity = data.SeverityError
	}
	i.add("card_number_pattern", severity, data.FieldCardNumber,
		data.Args{"value": i.r.CardNumber, "example": i.c.CardNumber.Example})
}

// conditions judges the special conditions by what their footnotes say.
func (i *inspection) conditions() {
	for n, code := range i.r.Conditions {
		x := i.c.Condition(code)
		if x == nil {
			continue
		}
		i.excluded(x, i.r.Conditions[n+1:])
		if x.Disability && !slices.Contains(i.g.Marks, i.c.DisabilityMark) {
			i.condition("condition_disability", data.SeverityError, x, nil)
		}
		if x.Listening && !i.p.Listening {
			i.condition("condition_listening", data.SeverityWarning, x, nil)
		}
		if x.AdditionalReason != "" && i.r.AdditionalReason != x.AdditionalReason {
			severity := data.SeverityWarning
			if i.r.AdditionalReason == "" {
				severity = data.SeverityError
			}
			i.condition("condition_additional", severity, x, data.Args{"reason": i.c.reasonTitle(x.AdditionalReason)})
			i.propose(data.FieldAdditionalReason, x.AdditionalReason)
		}
		if others := i.outside(x.Subjects); len(x.Subjects) > 0 && len(others) > 0 {
			i.condition("condition_subjects", data.SeverityWarning, x, data.Args{"subjects": others})
		}
	}
}

func (i *inspection) condition(rule string, severity data.Severity, x *Condition, args data.Args) {
	if args == nil {
		args = data.Args{}
	}
	args["value"] = x.Code
	i.add(rule, severity, data.FieldConditions, args)
	i.found[len(i.found)-1].Source = x.Source
}

// excluded tells of each pair once, whichever of the two excludes the other.
func (i *inspection) excluded(x *Condition, rest []string) {
	for _, code := range rest {
		other := i.c.Condition(code)
		if other != nil && (slices.Contains(x.Excludes, code) || slices.Contains(other.Excludes, x.Code)) {
			i.condition("condition_excludes", data.SeverityError, x, data.Args{"other": code})
		}
	}
}
