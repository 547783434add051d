package campaign

import (
	"slices"
	"strings"

	"graduand/data"
)

func (v *validator) operators() {
	for i := range v.c.PostalOperators {
		v.operator(counted("postal_operator", i), &v.c.PostalOperators[i])
	}
}

// operator judges who carries packages: a courier has no numbers, all others a page for them.
func (v *validator) operator(key string, o *PostalOperator) {
	v.needs(itemsFormat, o.Courier || o.TrackingCheck != "" || len(o.Items)+len(o.TrackingExamples) > 0)
	v.optional(key+".tracking_check", o.TrackingCheck, CheckS10)
	switch {
	case o.Courier && o.Tracked():
		v.add(key+".courier", "bad_value", data.Args{"value": true, "reason": false})
	case !o.Courier && strings.Count(o.TrackingURL, "%s") != 1:
		v.add(key+".tracking_url", "bad_value", data.Args{"value": o.TrackingURL, "reason": "%s"})
	}
	known := map[string]bool{}
	for i := range o.Items {
		item := counted(key+".item", i)
		v.code(item+".code", o.Items[i].Code, known)
		v.filled(item+".title", o.Items[i].Title)
		v.notNegative(item+".weight_limit", o.Items[i].WeightLimit)
	}
	if o.Grouped != nil {
		v.grouped(key+".grouped", o.Grouped)
	}
}

// grouped judges a form of the post: nobody can fill in one of which words are lacking.
func (v *validator) grouped(key string, g *GroupedForm) {
	v.needs(itemsFormat, true)
	v.filled(key+".title", g.Title)
	for i, words := range g.Columns {
		v.filled(counted(key+".columns", i), words)
	}
	for name, words := range map[string]string{"office": g.Office, "sender": g.Sender, "total": g.Total} {
		v.filled(key+"."+name, words)
	}
}

// post judges the envelope and the measures of labels: they must lie on the paper.
func (v *validator) post() {
	p, l := &v.c.Post, &v.c.Labels
	v.needs(postFormat, p.Envelope != "" || l.Across > 0)
	v.notNegative("post.index_digits", p.IndexDigits)
	if p.Envelope != "" && !slices.Contains(Envelopes(), p.Envelope) {
		v.add("post.envelope", "unknown_code", data.Args{"value": p.Envelope, "reason": strings.Join(Envelopes(), ", ")})
	}
	if *l == (LabelSheet{}) {
		return
	}
	if l.Across < 1 || l.Width < smallestLabel || l.Left < 0 || l.Left+float64(l.Across)*l.Width > sheetWidth {
		v.add("labels.width", "bad_value", data.Args{"value": l.Width, "reason": "left + across × width ≤ 210"})
	}
	if l.Down < 1 || l.Height < smallestLabel || l.Top < 0 || l.Top+float64(l.Down)*l.Height > sheetHeight {
		v.add("labels.height", "bad_value", data.Args{"value": l.Height, "reason": "top + down × height ≤ 297"})
	}
}
