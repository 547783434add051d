package campaign

import (
	"slices"

	"graduand/data"
)

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
	entries(v, "envelope_document", c.EnvelopeDocuments, "title", func(d *EnvelopeDocument) (string, string) { return d.Code, d.Title })
	v.needs(envelopeFormat, len(c.EnvelopeDocuments) > 0)
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
		v.optional(counted("step", i)+".kind", v.c.Steps[i].Kind, KindKit, KindDays)
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
	v.needs(photoFormat, f.Picture != "" || f.Side != "")
	v.optional(key+".picture", f.Picture, PictureFace, PicturePassport, PictureScan)
	v.optional(key+".side", f.Side, "front", "back")
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
	v.needs(choicesFormat, f.Kind == KindChoices)
	v.needs(genitiveFormat, f.Kind == KindGenitive)
	printed := f.OnCard == nil || *f.OnCard
	if (f.Kind == KindChoice || f.Kind == KindChoices || f.Kind == KindSex && printed) && len(f.Choices) == 0 {
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
		v.needs(learnerFormat, c.Categories[i].Learner != "" || c.Categories[i].LearnerFeminine != "")
	}
	for i := range c.InstitutionTypes {
		v.needs(learnerFormat, c.InstitutionTypes[i].LearnerFeminine != "")
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
		v.needs(saidFormat, c.AdditionalReasons[i].Said != "")
	}
	for i := range c.KitDocuments {
		v.oneOf(counted("kit_document", i)+".form", c.KitDocuments[i].Form, "original", FormCopy, "document", "application")
		v.needs(documentFormat, c.KitDocuments[i].Form == "document")
	}
	for i := range c.KitDocuments {
		if l := c.KitDocuments[i].Letter; l != nil {
			v.letter(counted("kit_document", i)+".letter", l)
		}
	}
	for i := range c.RegistrationRoutes {
		v.oneOf(counted("route", i)+".via", c.RegistrationRoutes[i].Via, "school", "post", "email", "site", "in_person")
		v.oneOf(counted("route", i)+".photos", c.RegistrationRoutes[i].Photos, PhotosGlued, PhotosAsFile)
		v.needs(sendingFormat, c.RegistrationRoutes[i].End != "")
		v.refer(counted("route", i)+".end", "date", c.RegistrationRoutes[i].End)
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
	if _, typed := typedKinds[r.Clears]; !typed && r.Clears != "" {
		v.refer(key+".clears", "field", r.Clears)
	}
	for _, code := range v.c.UnknownCodes(r.Field, r.Propose) {
		v.add(key+".propose", "unknown_code", data.Args{"value": code, "reason": r.Field})
	}
}
