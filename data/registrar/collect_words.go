package registrar

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
	"graduand/reports"
)

// reader reads what people write in tables as the values that are kept: titles of the
// campaign in the place of codes, numbers that a spreadsheet has changed, «-» for nothing.
type reader struct {
	r *Registrar
	// codes are made when a field is first met.
	codes map[string]*roster.Codes
	// date1904 says how the day numbers of the table count.
	date1904 bool
}

func (r *Registrar) newReader() *reader { return &reader{r: r, codes: map[string]*roster.Codes{}} }

// read is the text in the form that [Registrar.stored] takes; what cannot be read stays
// as it is, for that to refuse.
func (x *reader) read(field, typed string) string {
	kind := x.r.kindOf(field)
	if codes := x.codesOf(field, kind); codes != nil {
		switch {
		case roster.Nothing(typed):
			return ""
		case severalCodes(kind):
			return codes.List(typed)
		}
		return codes.One(typed)
	}
	switch kind {
	case "date":
		if roster.Nothing(typed) {
			return ""
		}
		return roster.DateText(typed, x.date1904, x.r.Today())
	case "phone":
		if roster.Nothing(typed) {
			return ""
		}
		return roster.NumberText(typed)
	}
	return roster.NumberText(typed)
}

// kindOf is the kind of a field: that of the form, or of the typed field that the form
// leaves out.
func (r *Registrar) kindOf(field string) string {
	if f := r.Campaign().Field(field); f != nil {
		return f.Kind
	}
	if _, isCode := r.knownCodes(field); isCode {
		return field
	}
	switch field {
	case data.FieldBirthDate:
		return "date"
	case data.FieldPhone, data.FieldSex:
		return field
	}
	return "text"
}

// ticked is what a box of the form that is ticked is kept as.
const ticked = "yes"

// severalCodes says that a field of a kind holds several codes.
func severalCodes(kind string) bool {
	return slices.Contains([]string{"subjects", "attestation", "conditions", "privileges", "marks"}, kind)
}

func (x *reader) codesOf(field, kind string) *roster.Codes {
	codes, made := x.codes[field]
	if !made {
		codes = x.r.wordsOf(field, kind)
		x.codes[field] = codes
	}
	return codes
}

// wordsOf are the names of the codes of a field, nil for one without codes.
func (r *Registrar) wordsOf(field, kind string) *roster.Codes {
	offered := r.offered(field, kind)
	if offered == nil {
		return nil
	}
	codes := &roster.Codes{}
	for _, code := range offered {
		names := []string{r.Campaign().ValueTitle(field, code)}
		for _, say := range everyLanguage() {
			names = append(names, inWords(say, r.Words(field, code)))
		}
		if k := r.Campaign().DocumentKind(code); kind == "document_kind" && k != nil {
			names = append(names, k.Names...)
		}
		if s := r.Campaign().Subject(code); s != nil && (kind == "subjects" || kind == "attestation") {
			names = append(names, s.ListTitle)
			for _, level := range s.Levels {
				choice := code + ":" + level.Code
				codes.AddWhole(choice, choice, r.Campaign().ChoiceTitle(choice))
			}
		}
		codes.Add(code, names...)
	}
	if kind == "checkbox" {
		codes.AddWhole("", "ні", "нет", "жок", "no")
	}
	return codes
}

// offered are the codes that a field can hold, in the order of the campaign; nil for one
// of free text.
func (r *Registrar) offered(field, kind string) []string {
	c := r.Campaign()
	switch kind {
	case "subjects", "attestation":
		return listCodes(c.Subjects, func(s *campaign.Subject) string {
			if s.Included {
				return ""
			}
			return s.Code
		})
	case "language":
		return listCodes(c.Languages, func(l *campaign.Language) string { return l.Code })
	case "document_kind":
		return listCodes(c.DocumentKinds, func(k *campaign.DocumentKind) string { return k.Code })
	case "category":
		return listCodes(c.Categories, func(x *campaign.Category) string { return x.Code })
	case "centre":
		return listCodes(c.Centres, func(x *campaign.Centre) string { return x.Code })
	case "conditions":
		return listCodes(c.Conditions, func(x *campaign.Condition) string { return x.Code })
	case "additional_reason":
		return listCodes(c.AdditionalReasons, func(x *campaign.AdditionalReason) string { return x.Code })
	case "marks":
		return listCodes(c.Marks, itemCode)
	case "privileges":
		return listCodes(c.Privileges, itemCode)
	case "checkbox":
		return []string{ticked}
	case "sex":
		return []string{string(data.Male), string(data.Female)}
	case "mode":
		return []string{string(data.BySchool), string(data.BySelf)}
	case "choice":
		return listCodes(c.Field(field).Choices, itemCode)
	}
	return nil
}

func itemCode(i *campaign.Item) string { return i.Code }

// listCodes are the codes of a catalogue, those left out that are "".
func listCodes[T any](list []T, code func(*T) string) []string {
	var codes []string
	for i := range list {
		if c := code(&list[i]); c != "" {
			codes = append(codes, c)
		}
	}
	return codes
}

// sayer says a sentence of data/text in one language.
type sayer = func(id string, args map[string]any) string

// everyLanguage are the sentences in all languages: a word is taken in any of them.
func everyLanguage() []sayer {
	var all []sayer
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		all = append(all, reports.Words(language, nil))
	}
	return all
}

// inWords is a value of [Registrar.Words] as people read it.
func inWords(say sayer, value any) string {
	if term, is := value.(data.Term); is {
		return say(string(term), nil)
	}
	return fmt.Sprint(value)
}

// sameWords says that two texts differ in nothing but spaces.
func sameWords(a, b string) bool { return slices.Equal(strings.Fields(a), strings.Fields(b)) }
