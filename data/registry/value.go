package registry

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/phone"
	"graduand/data/roster"
)

// Assign writes typed values into g in the order given, each in its stored form.
// The first value that cannot be read is the error; its code and place say why. A code
// that stands in a list of g already may stay, though the campaign has it no more: the
// check names it, and the rest of the list can be changed meanwhile.
func (v *View) Assign(g *data.Graduate, values []Assign) error {
	for _, a := range values {
		field := strings.ToLower(strings.TrimSpace(a.Field))
		value, err := v.stored(field, a.Value, g.Get(field))
		if err != nil {
			return err
		}
		g.Set(field, value)
		if field == data.FieldDocumentSeries || field == data.FieldDocumentKind {
			g.Document.Series = v.Spelled(g.Document)
		}
	}
	return nil
}

// Spelled is the series of a document in the letters that its kind has, or while that is not
// known the only kind that has such a series: the keyboard was set to another alphabet, and
// the eye sees no difference. One that fits in no letters stays.
func (v *View) Spelled(d data.Document) string {
	if d.Series == "" || v.fits(d, d.Series) {
		return d.Series
	}
	for _, series := range roster.Spellings(d.Series) {
		if v.fits(d, series) {
			return series
		}
	}
	return d.Series
}

func (v *View) fits(d data.Document, series string) bool {
	if d.Kind == "" {
		return v.Campaign().KindOf(data.Document{Series: series, Number: d.Number}) != nil
	}
	return v.Campaign().SeriesFits(d.Kind, series)
}

// Stored turns what a person typed into the form in which a field is kept: dates
// ISO, phones E.164, sex m or f, names with one apostrophe, codes known to the
// campaign. An empty value empties the field.
func (v *View) Stored(field, typed string) (string, error) { return v.stored(field, typed, "") }

// stored is [View.Stored] for a field that holds something: its codes are not judged again.
func (v *View) stored(field, typed, held string) (string, error) {
	value, err := data.CleanText(v.Campaign().FieldTitle(field), typed)
	if err != nil || value == "" {
		return "", err
	}
	switch field {
	case data.FieldDocumentSeries, data.FieldDocumentNumber:
		return strings.ToUpper(value), nil
	case data.FieldCardNumber:
		return v.storedCardNumber(value)
	}
	kind := v.Campaign().Kind(field).Name
	if kind == "" {
		return "", data.Fail("value.unknown_field", data.Args{"field": field, "known": strings.Join(v.Campaign().FieldCodes(), ", ")})
	}
	if read := readings[kind]; read != nil {
		return read(v, field, value)
	}
	return v.storedCodes(field, value, held)
}

// readings say how the kinds are read whose values are no plain texts and no codes.
var readings = map[string]func(v *View, field, value string) (string, error){
	campaign.KindName:     (*View).storedName,
	campaign.KindGenitive: (*View).storedName,
	campaign.KindDate:     (*View).storedDate,
	campaign.KindSex:      (*View).storedSex,
	campaign.KindPhone:    (*View).storedPhone,
	campaign.KindClass:    (*View).storedClass,
	campaign.KindCheckbox: (*View).storedTick,
	campaign.KindFile:     (*View).storedFile,
	campaign.KindFiles:    (*View).storedFile,
}

func (v *View) storedName(_, value string) (string, error) { return data.CleanName(value), nil }

// storedClass refuses several classes: nobody is in two.
func (v *View) storedClass(field, value string) (string, error) {
	if several := roster.Classes(value, v.Campaign().NameScript); several != nil {
		return "", data.Fail("value.several_classes", data.Args{"value": value, "field": v.Campaign().FieldTitle(field), "known": strings.Join(several, ", ")})
	}
	return roster.CleanClass(value, v.Campaign().NameScript), nil
}

func (v *View) storedSex(_, value string) (string, error) {
	sex, known := roster.ParseSex(value)
	if !known {
		return "", data.Fail("value.bad_sex", data.Args{"value": value})
	}
	return string(sex), nil
}

// storedFile refuses: a picture is attached, not typed.
func (v *View) storedFile(field, _ string) (string, error) {
	return "", data.Fail("attachment.not_typed", data.Args{"field": v.Campaign().Field(field).Title})
}

func (v *View) storedPhone(field, value string) (string, error) {
	number, err := phone.Parse(value, v.Campaign().PhoneRegion)
	if err != nil {
		return "", data.FailWith(err, "value.bad_phone", data.Args{"value": value, "field": v.Campaign().FieldTitle(field)})
	}
	return number, nil
}

func (v *View) storedDate(field, value string) (string, error) {
	d, err := data.ReadDay(v.Campaign().FieldTitle(field), value, v.Today())
	return string(d), err
}

// storedCardNumber refuses a draft number in the place of the centre's (UA-027).
func (v *View) storedCardNumber(value string) (string, error) {
	c := v.Campaign().CardNumber
	if !c.Used {
		return "", data.Fail("value.no_card_number", nil)
	}
	if c.DraftPrefix != "" && strings.HasPrefix(strings.ToUpper(value), strings.ToUpper(c.DraftPrefix)+"-") {
		return "", data.Fail("value.draft_card_number", data.Args{"value": value})
	}
	return strings.ReplaceAll(value, " ", ""), nil
}

// storedCodes takes the codes of a field, several with commas where it holds several, and
// any text for a field without codes. What the check would not accept is refused, but for
// the codes of a list that it holds already.
func (v *View) storedCodes(field, value, held string) (string, error) {
	c := v.Campaign()
	if titles := c.Surplus(field, value); titles != nil {
		return "", data.Fail("value.one_only", data.Args{"field": c.FieldTitle(field), "known": "«" + strings.Join(titles, "», «") + "»"})
	}
	unknown := c.UnknownCodes(field, value)
	if c.Kind(field).Several {
		value = strings.Join(data.SplitList(value), ",")
		there := data.SplitList(held)
		unknown = slices.DeleteFunc(unknown, func(code string) bool { return slices.Contains(there, code) })
	}
	if len(unknown) > 0 {
		return "", v.refusedCode(field, unknown[0])
	}
	return value, nil
}

// refusedCode says why a field cannot hold a code: the campaign has no such one, or has it
// without that level; then it names those that may stand.
func (v *View) refusedCode(field, code string) error {
	args := data.Args{"value": code, "field": v.Campaign().FieldTitle(field)}
	bare, level, leveled := strings.Cut(code, ":")
	offered := v.Campaign().Codes(field)
	at := slices.IndexFunc(offered, func(c campaign.Choice) bool { return c.Code == bare })
	if !leveled || at < 0 {
		args["known"] = namedCodes(offered)
		return data.Fail("value.unknown_code", args)
	}
	args["value"], args["title"], args["code"] = level, offered[at].Title, bare
	if len(offered[at].Levels) == 0 {
		return data.Fail("value.no_level", args)
	}
	var levels []string
	for _, l := range offered[at].Levels {
		levels = append(levels, codeAndTitle(l))
	}
	args["known"] = strings.Join(levels, "; ")
	return data.Fail("value.unknown_level", args)
}

// mostNamed is how many codes a refusal names: more nobody reads.
const mostNamed = 12

// namedCodes are the first codes of a field with their titles.
func namedCodes(offered []campaign.Choice) string {
	var named []string
	for i, choice := range offered {
		if i == mostNamed {
			named = append(named, "…")
			break
		}
		named = append(named, codeAndTitle(choice.Item))
	}
	return strings.Join(named, "; ")
}

func codeAndTitle(i campaign.Item) string { return i.Code + " — " + i.Title }

// storedTick takes «yes» in any language; «no» is an empty field.
func (v *View) storedTick(field, value string) (string, error) {
	ticked, is := Agrees(value)
	switch {
	case ticked:
		return campaign.Ticked, nil
	case is:
		return "", nil
	}
	return "", data.Fail("value.bad_tick", data.Args{"value": value, "field": v.Campaign().FieldTitle(field)})
}

// Agrees reads «yes» or «no», in any language of the program; is says that it is one of them.
func Agrees(word string) (agrees, is bool) {
	word = strings.ToLower(word)
	agrees = slices.Contains(yes, word)
	return agrees, agrees || slices.Contains(no, word)
}

// yes and no are the words by which a tick is typed, in the languages of the program.
var (
	yes = []string{"yes", "true", "1", "+", "так", "да", "ооба", "y", "x"}
	no  = []string{"no", "false", "0", "-", "ні", "нет", "жок", "n"}
)
