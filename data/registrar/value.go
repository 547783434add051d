package registrar

import (
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
)

// assign writes typed values into g in the order given, each in its stored form.
// The first value that cannot be read is the error; its code and place say why.
func (r *Registrar) assign(g *data.Graduate, values []Assign) error {
	for _, v := range values {
		field := strings.ToLower(strings.TrimSpace(v.Field))
		value, err := r.stored(field, v.Value)
		if err != nil {
			return err
		}
		g.Set(field, value)
	}
	return nil
}

// stored turns what a person typed into the form in which a field is kept: dates
// ISO, phones E.164, sex m or f, names with one apostrophe, codes known to the
// campaign. An empty value empties the field.
func (r *Registrar) stored(field, typed string) (string, error) {
	value, err := cleanText(r.FieldTitle(field), typed)
	if err != nil || value == "" {
		return "", err
	}
	switch field {
	case data.FieldSurname, data.FieldGivenName, data.FieldPatronymic:
		return data.CleanName(value), nil
	case data.FieldDocumentSeries, data.FieldDocumentNumber:
		return strings.ToUpper(value), nil
	case data.FieldClass:
		return roster.CleanClass(value, r.Campaign().NameScript), nil
	case data.FieldPhone:
		return r.storedPhone(field, value)
	case data.FieldBirthDate:
		return r.storedDate(field, value)
	case data.FieldSex:
		sex, known := roster.ParseSex(value)
		if !known {
			return "", data.Fail("value.bad_sex", data.Args{"value": value})
		}
		return string(sex), nil
	case data.FieldCardNumber:
		return r.storedCardNumber(value)
	}
	return r.storedCode(field, value)
}

func (r *Registrar) storedPhone(field, value string) (string, error) {
	phone, err := roster.Phone(value, r.Campaign().PhoneRegion)
	if err != nil {
		return "", data.FailWith(err, "value.bad_phone", data.Args{"value": value, "field": r.FieldTitle(field)})
	}
	return phone, nil
}

func (r *Registrar) storedDate(field, value string) (string, error) {
	d, err := readDay(r.FieldTitle(field), value, r.Today())
	return string(d), err
}

// readDay reads a typed day, "" for none; title names the place in a refusal. A year of two
// digits ends with that of today.
func readDay(title any, typed string, today data.Date) (data.Date, error) {
	if typed == "" {
		return "", nil
	}
	d, err := data.ParseDate(typed, today)
	if err != nil {
		return "", data.FailWith(err, "value.bad_date", data.Args{"value": typed, "field": title})
	}
	return d, nil
}

// storedCardNumber refuses a draft number in the place of the centre's (UA-027).
func (r *Registrar) storedCardNumber(value string) (string, error) {
	c := r.Campaign().CardNumber
	if !c.Used {
		return "", data.Fail("value.no_card_number", nil)
	}
	if c.DraftPrefix != "" && strings.HasPrefix(strings.ToUpper(value), strings.ToUpper(c.DraftPrefix)+"-") {
		return "", data.Fail("value.draft_card_number", data.Args{"value": value})
	}
	return strings.ReplaceAll(value, " ", ""), nil
}

// storedCode handles the fields whose values are codes of the campaign, and the
// campaign's own fields.
func (r *Registrar) storedCode(field, value string) (string, error) {
	if known, isCode := r.knownCodes(field); isCode {
		return r.storedCodes(field, value, known)
	}
	return r.storedOwn(field, value)
}

// storedCodes takes one code or several with commas; a subject may have a level
// behind a colon.
func (r *Registrar) storedCodes(field, value string, known func(string) bool) (string, error) {
	codes := data.SplitList(value)
	for _, code := range codes {
		bare, _, _ := strings.Cut(code, ":")
		if !known(bare) {
			return "", data.Fail("value.unknown_code", data.Args{"value": bare, "field": r.FieldTitle(field)})
		}
	}
	return strings.Join(codes, ","), nil
}

// knownCodes tells the codes of a catalogue, by the typed field or the kind of
// field that takes them.
func (r *Registrar) knownCodes(kind string) (known func(string) bool, isCode bool) {
	c := r.Campaign()
	switch kind {
	case data.FieldDocumentKind:
		return func(code string) bool { return c.DocumentKind(code) != nil }, true
	case data.FieldMode:
		return func(code string) bool { return code == string(data.BySchool) || code == string(data.BySelf) }, true
	case data.FieldCategory:
		return func(code string) bool { return c.Category(code) != nil }, true
	case data.FieldMarks:
		return func(code string) bool { return c.Mark(code) != nil }, true
	case data.FieldSubjects, data.FieldAttestation:
		return func(code string) bool { return c.Subject(code) != nil }, true
	case data.FieldLanguage:
		return func(code string) bool { return c.TaskLanguage(code) != nil }, true
	case data.FieldConditions:
		return func(code string) bool { return c.Condition(code) != nil }, true
	case data.FieldPrivileges:
		return func(code string) bool { return c.Privilege(code) != nil }, true
	case data.FieldAdditionalReason:
		return func(code string) bool { return c.AdditionalReason(code) != nil }, true
	case "centre":
		return func(code string) bool { return c.Centre(code) != nil }, true
	}
	return nil, false
}

func hasCode(items []campaign.Item) func(string) bool {
	return func(code string) bool {
		for _, item := range items {
			if item.Code == code {
				return true
			}
		}
		return false
	}
}

// storedOwn handles a field that only the campaign file knows.
func (r *Registrar) storedOwn(field, value string) (string, error) {
	f := r.Campaign().Field(field)
	if f == nil {
		return "", data.Fail("value.unknown_field", data.Args{"field": field, "known": strings.Join(r.Fields(), ", ")})
	}
	switch f.Kind {
	case "checkbox":
		return r.storedTick(field, value)
	case campaign.KindFile, campaign.KindFiles:
		return "", data.Fail("attachment.not_typed", data.Args{"field": f.Title})
	case "date":
		return r.storedDate(field, value)
	case "phone":
		return r.storedPhone(field, value)
	case "choice":
		if len(f.Choices) > 0 {
			return r.storedCodes(field, value, hasCode(f.Choices))
		}
	}
	if known, isCode := r.knownCodes(f.Kind); isCode {
		return r.storedCodes(field, value, known)
	}
	return value, nil
}

// Fields are the codes of all fields that can be set, typed ones first.
func (r *Registrar) Fields() []string {
	all := data.TypedFields()
	typed := map[string]bool{}
	for _, code := range all {
		typed[code] = true
	}
	for _, f := range r.Campaign().AllFields() {
		if !typed[f.Code] {
			typed[f.Code] = true
			all = append(all, f.Code)
		}
	}
	return all
}

// FieldTitle names a field in an error: an id of data/text for a typed field, the
// campaign's own words for one of its own.
func (r *Registrar) FieldTitle(field string) any {
	for _, code := range append(data.TypedFields(), outgoingDate) {
		if code == field {
			return data.Term("field." + field)
		}
	}
	if kind, _, is := data.FactOf(field); is {
		return data.Term("field.fact_" + string(kind))
	}
	if _, is := data.PaymentOf(field); is {
		return data.Term("field.payment")
	}
	if f := r.Campaign().Field(field); f != nil {
		return f.Title
	}
	return field
}
