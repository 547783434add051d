package campaign

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// kindsSteppe is the steppe campaign with languages and a part that everybody takes.
func kindsSteppe(t *testing.T) *Campaign {
	t.Helper()
	source := strings.Replace(steppe(t), "[[subject]]\n", `[[language_of_tasks]]
code = "en"
title = "English"
tasks = true

[[language_of_tasks]]
code = "la"
title = "Latin"

[[step]]
code = "more"
title = "More"

[[step.field]]
code = "language"
title = "Language"
kind = "language"

[[step.field]]
code = "school_language"
title = "Language of study"
kind = "language"

[[subject]]
code = "march"
title = "March"
included = true

[[subject]]
`, 1)
	c, err := Load([]byte(source), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCodes(t *testing.T) {
	c := kindsSteppe(t)
	for _, test := range []struct{ name, field, want string }{
		{"KG-046 a part that everybody takes is not offered", "subjects", "riding archery"},
		{"UA-041 tasks in a language of tasks alone", "language", "en"},
		{"UA-024 study in any language", "school_language", "en la"},
		{"UA-030 a typed field that the form leaves out", "document_kind", "pass"},
		{"KG-039 who fills, where the form does not ask", "mode", "school self"},
		{"the choices of a field of the campaign's own", "tribe", "north south"},
		{"any text", "surname", ""},
		{"no field", "horoscope", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var codes []string
			for _, choice := range c.Codes(test.field) {
				codes = append(codes, choice.Code)
			}
			if have := strings.Join(codes, " "); have != test.want {
				t.Errorf("%s, want %s", have, test.want)
			}
		})
	}
}

func TestUnknownCodes(t *testing.T) {
	c := kindsSteppe(t)
	for _, test := range []struct{ name, field, value, want string }{
		{"UA-038 a subject with its level", "subjects", "riding:horse, archery", ""},
		{"UA-038 a level of another subject", "subjects", "riding,archery:pony", "archery:pony"},
		{"UA-039 no level among the marks", "attestation", "riding:pony", "riding:pony"},
		{"KG-046 what nobody chooses", "subjects", "march", "march"},
		{"UA-041 one language", "language", "en,la", "en,la"},
		{"a choice of the campaign's own", "tribe", "east", "east"},
		{"any text", "surname", "a,b", ""},
		{"nothing", "language", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := strings.Join(c.UnknownCodes(test.field, test.value), " "); have != test.want {
				t.Errorf("%q, want %q", have, test.want)
			}
		})
	}
}

func TestWhatCannotBeChosenHasItsWords(t *testing.T) {
	c := kindsSteppe(t)
	for _, test := range [][3]string{{"subjects", "march,riding:horse,riding:mule,chess", "March, Riding (Horse), Riding, chess"}, {"language", "la", "Latin"}, {"horoscope", "a,b", "a,b"}} {
		if have := c.ValueTitle(test[0], test[1]); have != test[2] {
			t.Errorf("%q, want %q", have, test[2])
		}
	}
}

// Every typed field is of a kind that the table has.
func TestEveryTypedFieldHasAKind(t *testing.T) {
	c := builtin(t, "ort-2021")
	for _, field := range data.TypedFields() {
		if !slices.Contains(FieldKinds(), c.Kind(field).Name) {
			t.Errorf("%s is of kind %q", field, c.Kind(field).Name)
		}
	}
}
