package campaign

import (
	"maps"
	"slices"
	"strings"

	"graduand/data"
)

// entries judges a table: codes that are codes, each only once, none without words.
func entries[T any](v *validator, table string, list []T, words string, get func(*T) (code, text string)) {
	known := map[string]bool{}
	for i := range list {
		key := counted(table, i)
		code, text := get(&list[i])
		v.code(key+".code", code, known)
		v.filled(key+"."+words, text)
	}
	v.known[table] = known
}

func (v *validator) code(key, code string, known map[string]bool) {
	switch {
	case code == "":
		v.add(key, "empty", nil)
	case !codePattern.MatchString(code):
		v.add(key, "bad_code", data.Args{"value": code})
	case known[code]:
		v.add(key, "duplicate_code", data.Args{"value": code})
	}
	known[code] = true
}

func words(i *Item) (string, string) { return i.Code, i.Title }

func (v *validator) catalogues() {
	c := v.c
	entries(v, "date", c.Dates, "title", func(d *Date) (string, string) { return d.Code, d.Title })
	entries(v, "centre", c.Centres, "title", func(x *Centre) (string, string) { return x.Code, x.Title })
	entries(v, "institution_type", c.InstitutionTypes, "title", func(t *InstitutionType) (string, string) { return t.Code, t.Title })
	entries(v, "category", c.Categories, "title", func(x *Category) (string, string) { return x.Code, x.Title })
	entries(v, "document_kind", c.DocumentKinds, "title", func(k *DocumentKind) (string, string) { return k.Code, k.Title })
	entries(v, "step", c.Steps, "title", func(s *Step) (string, string) { return s.Code, s.Title })
	entries(v, "subject", c.Subjects, "title", func(s *Subject) (string, string) { return s.Code, s.Title })
	entries(v, "language_of_tasks", c.Languages, "title", func(l *Language) (string, string) { return l.Code, l.Title })
	entries(v, "condition", c.Conditions, "title", func(x *Condition) (string, string) { return x.Code, x.Title })
	entries(v, "additional_reason", c.AdditionalReasons, "title", func(r *AdditionalReason) (string, string) { return r.Code, r.Title })
	entries(v, "kit_document", c.KitDocuments, "title", func(d *KitDocument) (string, string) { return d.Code, d.Title })
	entries(v, "route", c.RegistrationRoutes, "title", func(r *RegistrationRoute) (string, string) { return r.Code, r.Title })
	entries(v, "postal_operator", c.PostalOperators, "title", func(o *PostalOperator) (string, string) { return o.Code, o.Title })
	entries(v, "link", c.Links, "title", func(l *Link) (string, string) { return l.Code, l.Title })
	entries(v, "settlement_list", c.SettlementLists, "title", func(l *SettlementList) (string, string) { return l.Code, l.Title })
	entries(v, "rule", c.Rules, "message", func(r *Rule) (string, string) { return r.Code, r.Message })
	for table, items := range map[string][]Item{
		"mark": c.Marks, "condition_group": c.ConditionGroups, "privilege": c.Privileges,
		"refusal_reason": c.RefusalReasons, "payment_type": c.PaymentTypes, "external_status": c.ExternalStatuses,
	} {
		entries(v, table, items, "title", words)
	}
	for i := range c.Subjects {
		known := map[string]bool{}
		for j, level := range c.Subjects[i].Levels {
			key := counted(counted("subject", i)+".level", j)
			v.code(key+".code", level.Code, known)
			v.filled(key+".title", level.Title)
		}
	}
	v.defaults()
}

// defaults asks that no catalogue has two entries marked as the default.
func (v *validator) defaults() {
	seen := false
	for i, category := range v.c.Categories {
		if category.Default && seen {
			v.add(counted("category", i)+".default", "duplicate_code", data.Args{"value": category.Code})
		}
		seen = seen || category.Default
	}
	seen = false
	for i, language := range v.c.Languages {
		if language.Default && seen {
			v.add(counted("language_of_tasks", i)+".default", "duplicate_code", data.Args{"value": language.Code})
		}
		seen = seen || language.Default
	}
}

func (v *validator) form() {
	known := map[string]bool{}
	if len(v.c.Steps) == 0 {
		v.add("step", "empty", nil)
	}
	for i := range v.c.Steps {
		v.optional(counted("step", i)+".kind", v.c.Steps[i].Kind, KindKit)
		for j := range v.c.Steps[i].Fields {
			key := counted(counted("step", i)+".field", j)
			v.code(key+".code", v.c.Steps[i].Fields[j].Code, known)
			v.field(key, &v.c.Steps[i].Fields[j])
		}
	}
	v.known["field"] = known
}

func (v *validator) field(key string, f *Field) {
	v.filled(key+".title", f.Title)
	v.oneOf(key+".kind", f.Kind, FieldKinds()...)
	if kind, typed := typedKinds[f.Code]; typed {
		v.oneOf(key+".kind", f.Kind, kind)
	}
	v.optional(key+".severity", f.Severity, Severities()...)
	v.refer(key+".help", "link", f.Help)
	known := map[string]bool{}
	for k, choice := range f.Choices {
		choiceKey := counted(key+".choice", k)
		v.code(choiceKey+".code", choice.Code, known)
		v.filled(choiceKey+".title", choice.Title)
		if f.Code == data.FieldMode {
			v.oneOf(choiceKey+".code", choice.Code, modes()...)
		}
		if f.Kind == KindSex {
			v.oneOf(choiceKey+".code", choice.Code, string(data.Male), string(data.Female))
		}
	}
	printed := f.OnCard == nil || *f.OnCard
	if (f.Kind == KindChoice || f.Kind == KindSex && printed) && len(f.Choices) == 0 {
		v.add(key+".choice", "empty", nil)
	}
}

func (v *validator) references() {
	c := v.c
	v.referAll("subject_rules.mandatory", "subject", c.SubjectSet.Mandatory)
	v.referAll("subject_rules.attestation_mandatory", "subject", c.SubjectSet.AttestationMandatory)
	for i, group := range c.SubjectSet.AttestationOneOf {
		v.referAll(counted("subject_rules.attestation_one_of", i), "subject", group)
	}
	v.referAll("list.types", "institution_type", c.List.Types)
	v.referAll("fee.free_with", "privilege", c.Fee.FreeWith)
	v.referAll("fee.refused", "external_status", c.Fee.Refused)
	v.refer("fee.pending", "external_status", c.Fee.Pending)
	v.refer("disability_mark", "mark", c.DisabilityMark)
	v.refer("demo.school.centre", "centre", c.Demo.School.Centre)
	v.refer("demo.school.institution_type", "institution_type", c.Demo.School.InstitutionType)
	for i := range c.Categories {
		v.refer(counted("category", i)+".route", "route", c.Categories[i].Route)
	}
	for i := range c.Conditions {
		v.condition(counted("condition", i), &c.Conditions[i])
	}
	for i := range c.Rules {
		v.rule(counted("rule", i), &c.Rules[i])
	}
	for i := range c.SitePages {
		v.sitePage(counted("site_page", i), &c.SitePages[i])
	}
	for i := range c.SettlementLists {
		v.refer(counted("settlement_list", i)+".mark", "mark", c.SettlementLists[i].Mark)
		v.filled(counted("settlement_list", i)+".mark", c.SettlementLists[i].Mark)
	}
	for i := range c.Subjects {
		v.optional(counted("subject", i)+".level_for", c.Subjects[i].LevelFor, "attestation", "always")
	}
	for i := range c.AdditionalReasons {
		v.optional(counted("additional_reason", i)+".detected", c.AdditionalReasons[i].Detected, "clash", "condition")
	}
	for i := range c.KitDocuments {
		v.oneOf(counted("kit_document", i)+".form", c.KitDocuments[i].Form, "original", "copy", "application")
	}
	for i := range c.KitDocuments {
		if l := c.KitDocuments[i].Letter; l != nil {
			v.letter(counted("kit_document", i)+".letter", l)
		}
	}
	for i := range c.RegistrationRoutes {
		v.oneOf(counted("route", i)+".via", c.RegistrationRoutes[i].Via, "school", "post", "email", "site", "in_person")
		v.oneOf(counted("route", i)+".photos", c.RegistrationRoutes[i].Photos, "glued", "file")
	}
}

func (v *validator) condition(key string, x *Condition) {
	v.filled(key+".group", x.Group)
	v.refer(key+".group", "condition_group", x.Group)
	v.refer(key+".additional_reason", "additional_reason", x.AdditionalReason)
	v.referAll(key+".subjects", "subject", x.Subjects)
	v.referAll(key+".excludes", "condition", x.Excludes)
	if x.Disability {
		v.filled("disability_mark", v.c.DisabilityMark)
	}
}

func (v *validator) letter(key string, l *Letter) {
	v.filled(key+".title", l.Title)
	for i, code := range l.Fields {
		if _, typed := typedKinds[code]; !typed {
			v.refer(counted(key+".fields", i), "field", code)
		}
	}
	v.referAll(key+".encloses", "kit_document", l.Encloses)
	for i, paragraph := range l.Body {
		for _, code := range LetterFields(paragraph) {
			if _, typed := typedKinds[code]; !typed && code != "school" && code != "year" {
				v.refer(counted(key+".body", i), "field", code)
			}
		}
	}
}

func (v *validator) sitePage(key string, page *SitePage) {
	v.filled(key+".title", page.Title)
	for i, code := range page.Fields {
		if _, typed := typedKinds[code]; !typed {
			v.refer(counted(key+".fields", i), "field", code)
		}
	}
}

func (v *validator) rule(key string, r *Rule) {
	v.filled(key+".when", r.When)
	v.oneOf(key+".severity", r.Severity, Severities()...)
	if slices.Contains(Rules(), r.Code) {
		v.add(key+".code", "duplicate_code", data.Args{"value": r.Code})
	}
	if _, typed := typedKinds[r.Field]; !typed {
		v.refer(key+".field", "field", r.Field)
	}
	for _, code := range v.c.UnknownCodes(r.Field, r.Propose) {
		v.add(key+".propose", "unknown_code", data.Args{"value": code, "reason": r.Field})
	}
}

// register judges the register that goes with the list, where there is one.
func (v *validator) register(r *Register) {
	if r.Title == "" {
		return
	}
	v.filled("list.register.includes", r.Includes)
	if len(r.Columns) != 6 {
		v.add("list.register.columns", "bad_value", data.Args{"value": len(r.Columns), "reason": "6"})
	}
	v.filled("list.register.field", r.Field)
	v.refer("list.register.field", "field", r.Field)
}

// papers judges what is printed, the amounts and the demonstration.
func (v *validator) papers() {
	c := v.c
	v.oneOf("card.layout", c.Card.Layout, CardLayouts()...)
	v.filled("card.title", c.Card.Title)
	v.optional("list.layout", c.List.Layout, ListLayouts()...)
	if c.Has("lists") {
		v.filled("list.layout", c.List.Layout)
	}
	if c.List.Layout != "" {
		v.filled("list.title", c.List.Title)
		v.filled("list.includes", c.List.Includes)
		if len(c.List.Columns) != 6 {
			v.add("list.columns", "bad_value", data.Args{"value": len(c.List.Columns), "reason": "6"})
		}
		if strings.Count(c.List.Kits, "%s") != 1 {
			v.add("list.kits", "bad_value", data.Args{"value": c.List.Kits, "reason": "%s"})
		}
	}
	v.register(&c.List.Register)
	v.oneOf("photo.colour", c.Photo.Colour, "colour", "any")
	if c.Photo.WidthMM <= 0 || c.Photo.HeightMM <= 0 {
		v.add("photo.width_mm", "bad_value", data.Args{"value": c.Photo.WidthMM, "reason": "> 0"})
	}
	for key, n := range map[string]int{
		"photo.copies": c.Photo.Copies, "photo.maximum_age_months": c.Photo.MaximumAgeMonths,
		"fee.main": c.Fee.Main, "fee.per_subject": c.Fee.PerSubject, "card.statement_lines": c.Card.StatementLines,
		"subject_rules.minimum": c.SubjectSet.Minimum, "subject_rules.attestation_count": c.SubjectSet.AttestationCount,
		"roster.minimum_age": c.Roster.MinimumAge,
	} {
		v.notNegative(key, n)
	}
	v.atLeast("subject_rules.maximum", c.SubjectSet.Maximum, c.SubjectSet.Minimum)
	v.atLeast("roster.maximum_age", c.Roster.MaximumAge, c.Roster.MinimumAge)
	v.operators()
	v.demo()
}

// atLeast judges an upper bound; 0 is no bound.
func (v *validator) atLeast(key string, n, minimum int) {
	if n != 0 && n < minimum {
		v.add(key, "bad_value", data.Args{"value": n, "reason": minimum})
	}
}

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
	for i, class := range d.Classes {
		key := counted("demo.class", i)
		v.filled(key+".name", class.Name)
		v.notNegative(key+".graduates", class.Graduates)
	}
}

func (v *validator) operators() {
	for i := range v.c.PostalOperators {
		if o := &v.c.PostalOperators[i]; strings.Count(o.TrackingURL, "%s") != 1 {
			v.add(counted("postal_operator", i)+".tracking_url", "bad_value", data.Args{"value": o.TrackingURL, "reason": "%s"})
		}
	}
}
