package campaign

import (
	"regexp"
	"strings"

	"graduand/data"
)

// textPatterns compiles the patterns and tries them on their own examples.
func (v *validator) textPatterns() {
	c := v.c
	if c.CardNumber.Used {
		v.cardNumber()
	}
	for i := range c.Steps {
		for j := range c.Steps[i].Fields {
			f, key := &c.Steps[i].Fields[j], counted(counted("step", i)+".field", j)
			if p := v.pattern(key+".pattern", f.Pattern); p != nil {
				c.patterns.fields[f.Code] = p
			}
			v.needs(partFormat, f.SchoolPart != "")
			if p := v.pattern(key+".school_part", f.SchoolPart); p != nil {
				c.patterns.parts[f.Code] = p
			}
		}
	}
	for i := range c.DocumentKinds {
		v.documentPatterns(counted("document_kind", i), &c.DocumentKinds[i])
	}
	c.patterns.index, c.patterns.street = v.pattern("post.index", c.Post.Index), v.pattern("post.street", c.Post.Street)
	for i := range c.PostalOperators {
		v.trackingPattern(counted("postal_operator", i), &c.PostalOperators[i])
	}
}

func (v *validator) pattern(key, source string) *regexp.Regexp {
	if source == "" || !v.affordablePattern(key, source) {
		return nil
	}
	p, err := regexp.Compile("^(?:" + source + ")$")
	if err != nil {
		v.addWith(err, key, "bad_pattern", data.Args{"value": source})
	}
	return p
}

func (v *validator) example(key string, p *regexp.Regexp, example string) {
	if p != nil && !p.MatchString(example) {
		v.add(key, "bad_example", data.Args{"value": example})
	}
}

// cardNumber also sees to it that no draft number passes for the centre's.
func (v *validator) cardNumber() {
	n := &v.c.CardNumber
	v.filled("card_number.pattern", n.Pattern)
	v.filled("card_number.draft_prefix", n.DraftPrefix)
	v.c.patterns.card = v.pattern("card_number.pattern", n.Pattern)
	v.example("card_number.example", v.c.patterns.card, n.Example)
	draft := data.DraftNumber(n.DraftPrefix, v.c.Year, 1)
	if v.c.patterns.card != nil && v.c.patterns.card.MatchString(draft) {
		v.add("card_number.pattern", "matches_draft", data.Args{"value": draft})
	}
}

func (v *validator) documentPatterns(key string, k *DocumentKind) {
	v.filled(key+".example", k.Example)
	v.c.patterns.series[k.Code] = v.pattern(key+".series_pattern", k.SeriesPattern)
	v.c.patterns.number[k.Code] = v.pattern(key+".number_pattern", k.NumberPattern)
	number := k.Example
	if k.SeriesPattern != "" {
		at := max(strings.LastIndex(k.Example, " "), 0)
		v.example(key+".example", v.c.patterns.series[k.Code], k.Example[:at])
		number = strings.TrimSpace(k.Example[at:])
	}
	v.example(key+".example", v.c.patterns.number[k.Code], number)
}

func (v *validator) trackingPattern(key string, o *PostalOperator) {
	p := v.pattern(key+".tracking_pattern", o.TrackingPattern)
	if p == nil {
		return
	}
	v.c.patterns.tracking[o.Code] = p
	for i, example := range o.TrackingExamples {
		v.example(counted(key+".tracking_examples", i), p, example)
	}
}
