package help

import (
	"cmp"
	"slices"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
)

// field tells the rules of one field of the form with their sources: whether it is to be filled, how,
// and what the campaign checks of it; false where the campaign has no such field.
func (h *helpWords) field(code string) (section helpSection, is bool) {
	f := h.campaign.Field(code)
	if f == nil {
		return section, false
	}
	lines := []helpLine{{words: frame.Sentences(h.cite(f.Source), h.window.Say(obligation(f), nil), h.doubt("field."+f.Code))}}
	if f.Hint != "" {
		lines = append(lines, helpLine{words: frame.Sentences("", f.Hint)})
	}
	if f.Locked != "" {
		lines = append(lines, helpLine{words: h.window.Say("help_page.field_locked", nil)})
	}
	rules, sourced := h.rulesOf(f)
	if f.Source == "" && !sourced {
		rules = append(rules, helpLine{words: h.window.Say("help_page.field_ours", nil)})
	}
	title := h.window.Say("help_page.field", map[string]any{"field": frame.Capital(h.window.TitleOfField(code))})
	return helpSection{id: "field", title: title, lines: append(lines, rules...)}, true
}

// obligation is the id of what is said of whether a field is to be filled.
func obligation(f *registrar.Field) string {
	switch {
	case f.Required == "":
		return "help_page.field_free"
	case cmp.Or(data.Severity(f.Severity), data.SeverityError) != data.SeverityError:
		return "help_page.field_wanted"
	case f.Required == "true" && f.Shown == "":
		return "help_page.field_must"
	}
	return "help_page.field_sometimes"
}

// rulesOf are the checks of the campaign that are about a field, the kinds of documents for those of a
// document, and the link that explains it; sourced says that one of the checks names its source.
func (h *helpWords) rulesOf(f *registrar.Field) (lines []helpLine, sourced bool) {
	for i := range h.campaign.Rules {
		if r := &h.campaign.Rules[i]; r.Field == f.Code {
			said := h.window.Phrase(registrar.Finding{Rule: r.Code, Field: r.Field, Text: r.Message})
			lines, sourced = append(lines, helpLine{words: frame.Sentences(h.cite(r.Source), said, h.doubt("rule."+r.Code))}), sourced || r.Source != ""
		}
	}
	if slices.Contains([]string{data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber}, f.Code) {
		lines = append(lines, h.documentLines()...)
	}
	if link := h.campaign.Link(f.Help); f.Help != "" && link != nil {
		lines = append(lines, helpLine{words: frame.Sentences("", link.Title+": "+link.URL)})
	}
	return lines, sourced
}
