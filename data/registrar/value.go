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
	case data.FieldDocumentSeries, data.FieldDocumentNumber:
		return strings.ToUpper(value), nil
	case data.FieldCardNumber:
		return r.storedCardNumber(value)
	}
	kind := r.Campaign().Kind(field).Name
	if kind == "" {
		return "", data.Fail("value.unknown_field", data.Args{"field": field, "known": strings.Join(r.Fields(), ", ")})
	}
	if read := readings[kind]; read != nil {
		return read(r, field, value)
	}
	return r.storedCodes(field, value)
}

// readings say how the kinds are read whose values are no plain texts and no codes.
var readings = map[string]func(r *Registrar, field, value string) (string, error){
	campaign.KindName:     (*Registrar).storedName,
	campaign.KindDate:     (*Registrar).storedDate,
	campaign.KindSex:      (*Registrar).storedSex,
	campaign.KindPhone:    (*Registrar).storedPhone,
	campaign.KindClass:    (*Registrar).storedClass,
	campaign.KindCheckbox: (*Registrar).storedTick,
	campaign.KindFile:     (*Registrar).storedFile,
	campaign.KindFiles:    (*Registrar).storedFile,
}

func (r *Registrar) storedName(_, value string) (string, error) { return data.CleanName(value), nil }

func (r *Registrar) storedClass(_, value string) (string, error) {
	return roster.CleanClass(value, r.Campaign().NameScript), nil
}

func (r *Registrar) storedSex(_, value string) (string, error) {
	sex, known := roster.ParseSex(value)
	if !known {
		return "", data.Fail("value.bad_sex", data.Args{"value": value})
	}
	return string(sex), nil
}

// storedFile refuses: a picture is attached, not typed.
func (r *Registrar) storedFile(field, _ string) (string, error) {
	return "", data.Fail("attachment.not_typed", data.Args{"field": r.Campaign().Field(field).Title})
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

// storedCodes takes the codes of a field, several with commas where it holds several, and
// any text for a field without codes. What the check would not accept is refused.
func (r *Registrar) storedCodes(field, value string) (string, error) {
	c := r.Campaign()
	if unknown := c.UnknownCodes(field, value); len(unknown) > 0 {
		return "", data.Fail("value.unknown_code", data.Args{"value": unknown[0], "field": r.FieldTitle(field)})
	}
	if c.Kind(field).Several {
		value = strings.Join(data.SplitList(value), ",")
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
