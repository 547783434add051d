package campaign

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/expr-lang/expr/vm"

	"graduand/data"
)

// validate judges the decoded file, fills the computed days and compiles what is
// to be compiled. It returns the first mistake in the order of the file.
func (c *Campaign) validate(where *outline) error {
	c.buildIndex()
	c.programs = map[string]*vm.Program{}
	c.patterns = patterns{parts: map[string]*regexp.Regexp{}, fields: map[string]*regexp.Regexp{}, series: map[string]*regexp.Regexp{}, number: map[string]*regexp.Regexp{}, tracking: map[string]*regexp.Regexp{}}
	v := &validator{c: c, where: where, known: map[string]map[string]bool{}, terms: terms{},
		costs: map[string]costs{}, expressionCosts: map[string]costs{}}
	v.head()
	v.catalogues()
	v.form()
	v.references()
	v.papers()
	v.calendar()
	v.textPatterns()
	v.termTable()
	v.expressions()
	v.unconfirmed()
	if len(v.wrong) == 0 {
		return nil
	}
	return slices.MinFunc(v.wrong, func(a, b *data.Error) int {
		return cmp.Or(a.Args["line"].(int)-b.Args["line"].(int), strings.Compare(a.Args["key"].(string), b.Args["key"].(string)))
	})
}

func (v *validator) head() {
	c := v.c
	if c.Format < 1 {
		v.add("format", "bad_value", data.Args{"value": c.Format, "reason": fmt.Sprintf("1 … %d", Format)})
	}
	if !data.IsVersion(c.MinimumProgram) {
		v.add("minimum_program", "bad_value", data.Args{"value": c.MinimumProgram, "reason": "1.0"})
	}
	if !codePattern.MatchString(c.ID) {
		v.add("id", "bad_code", data.Args{"value": c.ID})
	}
	if c.Year < 1990 || c.Year > 9999 {
		v.add("year", "bad_value", data.Args{"value": c.Year, "reason": "1990 … 9999"})
	}
	v.notNegative("revision", c.Revision)
	v.notNegative("answer_working_days", c.AnswerWorkingDays)
	for _, text := range [][2]string{
		{"title", c.Title}, {"short_title", c.ShortTitle}, {"country", c.Country}, {"language", c.Language},
		{"phone_region", c.PhoneRegion}, {"legal_basis", c.LegalBasis}, {"edition", c.Edition},
	} {
		v.filled(text[0], text[1])
	}
	if zone, err := time.LoadLocation(c.TimeZone); err != nil || c.TimeZone == "" || zone == time.Local {
		v.add("time_zone", "bad_time_zone", data.Args{"value": c.TimeZone})
	}
	v.optional("name_script", c.NameScript, "cyrillic", "latin")
	v.oneOf("person_key", c.PersonKey, data.FieldCardNumber, data.FieldPhone)
	v.oneOf("place_of_record", c.PlaceOfRecord, "paper", "site")
	v.oneOf("files_required", c.FilesRequired, FilesAlways, FilesByRoute)
	for i, capability := range c.Capabilities {
		v.oneOf(counted("capabilities", i), capability, Capabilities()...)
	}
	for language, phrases := range c.Phrases {
		for phrase, words := range phrases {
			v.filled("phrases."+language+"."+phrase, words)
		}
	}
	for language, texts := range c.Texts {
		for id, sentence := range texts {
			v.filled("texts."+language+"."+id, sentence)
		}
	}
}

func (v *validator) unconfirmed() {
	for i, place := range v.c.Unconfirmed {
		if _, line := v.where.lines[place]; !line && !v.where.places[place] {
			v.add(counted("unconfirmed", i), "unknown_code", data.Args{"value": place, "reason": "unconfirmed"})
		}
	}
}

// calendar checks the days and their order and fills the computed ones.
func (v *validator) calendar() {
	for i := range v.c.Holidays {
		key := counted("holiday", i) + ".on"
		v.needs(marksFormat, v.c.Holidays[i].Confirmed != nil || v.c.Holidays[i].Source != "")
		v.filled(key, string(v.c.Holidays[i].On))
		v.day(key, v.c.Holidays[i].On)
	}
	for i := range v.c.Dates {
		v.date(counted("date", i), &v.c.Dates[i])
	}
	for i := range v.c.Dates {
		v.order(counted("date", i), &v.c.Dates[i])
	}
	for i := range v.c.Subjects {
		s, key := &v.c.Subjects[i], counted("subject", i)
		v.session(key+".on", s.On, MainSessionStart, MainSessionEnd)
		v.planned(key, s.Planned)
		v.session(key+".additional", s.Additional, AdditionalSessionStart, AdditionalSessionEnd)
	}
	if v.c.PhotoAgeReference != "filling" {
		v.filled("photo_age_reference", v.c.PhotoAgeReference)
		v.refer("photo_age_reference", "date", v.c.PhotoAgeReference)
	}
}

func (v *validator) day(key string, on data.Date) {
	if !readable(on) {
		v.add(key, "bad_date", data.Args{"value": string(on)})
	}
}

func (v *validator) date(key string, d *Date) {
	v.day(key+".on", d.On)
	v.planned(key, d.Planned)
	v.oneOf(key+".kind", d.Kind, "hard", "soft", "event")
	v.referAll(key+".after", "date", d.After)
	v.refer(key+".before", "date", d.Before)
	v.notNegative(key+".weeks_before", d.WeeksBefore)
	if (d.WeeksBefore != 0) != (d.Before != "") {
		v.add(key+".weeks_before", "bad_value", data.Args{"value": d.WeeksBefore, "reason": "before"})
		return
	}
	if start := v.c.Date(d.Before); start != nil && d.On == "" && readable(start.On) {
		d.On = weeksBefore(start.On, d.WeeksBefore)
		if readable(start.Planned) {
			d.Planned = weeksBefore(start.Planned, d.WeeksBefore)
		}
	}
}

// planned is a day that was moved since, which something has said.
func (v *validator) planned(key string, on data.Date) {
	v.day(key+".planned", on)
	if on != "" {
		v.filled("planned_source", v.c.PlannedSource)
	}
}

func (v *validator) order(key string, d *Date) {
	for i, first := range v.c.laterThan(d) {
		v.add(counted(key+".after", i), "date_order", data.Args{"value": string(d.On), "reason": string(first.On)})
	}
}

// session asks that a day lies between two days of the campaign, as far as known.
func (v *validator) session(key string, on data.Date, start, end string) {
	v.day(key, on)
	first, last := v.c.Date(start), v.c.Date(end)
	if on != "" && first != nil && first.On > on {
		v.add(key, "date_order", data.Args{"value": string(on), "reason": string(first.On)})
	}
	if on != "" && last != nil && last.On != "" && last.On < on {
		v.add(key, "date_order", data.Args{"value": string(last.On), "reason": string(on)})
	}
}
