package campaign

import (
	"maps"
	"slices"

	"graduand/data"
)

// demo judges the demonstration, which a campaign may do without.
func (v *validator) demo() {
	d := &v.c.Demo
	if d.People == "" && len(d.Classes) == 0 {
		return
	}
	v.oneOf("demo.people", d.People, DemoPeople()...)
	v.filled("demo.phone", d.Phone)
	v.filled("demo.school.name", d.School.Name)
	if len(d.Documents) == 0 {
		v.add("demo.documents", "empty", nil)
	}
	v.referAll("demo.documents", "document_kind", d.Documents)
	for _, code := range slices.Sorted(maps.Keys(d.Values)) {
		v.refer("demo.values."+code, "field", code)
	}
	v.refer("demo.paid", "external_status", d.Paid)
	for i := range d.Persons {
		v.demoPerson(counted("demo.person", i), &d.Persons[i])
	}
	for i := range d.SeasonPersons {
		v.demoPerson(counted("demo.season_person", i), &d.SeasonPersons[i])
	}
	for i, class := range d.Classes {
		key := counted("demo.class", i)
		v.filled(key+".name", class.Name)
		v.notNegative(key+".graduates", class.Graduates)
	}
}

// personFormat is the first format in which a demonstration has persons of its own.
const personFormat = 3

// demoPerson judges the fields of somebody in the demonstration and the codes in them.
func (v *validator) demoPerson(key string, p *DemoPerson) {
	v.needs(personFormat, true)
	v.optional(key+".life", p.Life, DemoLives()...)
	v.refer(key+".refusal", "refusal_reason", p.Refusal)
	if len(p.Values) == 0 && len(p.Receipts) == 0 && p.Life == "" {
		v.add(key+".values", "empty", nil)
	}
	v.demoValues(key+".values.", p.Values)
	v.demoValues(key+".later.", p.Later)
	for i := range p.Receipts {
		v.demoReceipt(counted(key+".receipts", i), &p.Receipts[i])
	}
}

func (v *validator) demoValues(key string, values map[string]string) {
	for _, code := range slices.Sorted(maps.Keys(values)) {
		v.refer(key+code, "field", code)
		for _, unknown := range v.c.UnknownCodes(code, values[code]) {
			v.add(key+code, "unknown_code", data.Args{"value": unknown, "reason": code})
		}
	}
}

func (v *validator) demoReceipt(key string, r *DemoReceipt) {
	if !v.c.Has("payments") || len(v.c.PaymentTypes) == 0 {
		v.add(key, "unknown_code", data.Args{"value": "payments", "reason": "capabilities"})
	}
	v.filled(key+".number", r.Number)
	v.refer(key+".status", "external_status", r.Status)
	v.notNegative(key+".amount", r.Amount)
}
