// Package genitive proposes the Ukrainian genitive of a person's name by the orthography of
// 2019 («Український правопис», 2019; a paragraph of it is the source of every rule).
//
// It proposes, it does not know: how a family declines its name is the family's matter, and
// some names have two forms that are both right. So a [Form] says what else the rules allow,
// and whoever uses it lets a person write another one.
//
// A rule is a row of a table ([rule]): what ends the name, and what that becomes. The words
// that no ending tells apart (кобзар → кобзаря, but комар → комара) stand in words.tsv.
package genitive

import (
	"slices"
	"strings"

	"graduand/data"
)

// Form is the genitive of a name.
type Form struct {
	// Text is the proposal, in the case of letters and with the apostrophe of the name.
	Text string
	// Others are further forms that the rules allow, or that a family may use.
	Others []string
	// Known is false where nothing can be said: a sign that no Ukrainian name has, or no sex.
	// Text is then the name as it was.
	Known bool
}

// Certain says that the rules give this form and no other.
func (f Form) Certain() bool { return f.Known && len(f.Others) == 0 }

// Surname is the genitive of a surname, of a double one part by part (§ 142, § 146).
func Surname(name string, sex data.Sex) Form {
	return decline(name, sex, map[data.Sex][]rule{data.Male: hisSurname, data.Female: herSurname})
}

// Given is the genitive of a given name, of a double one part by part (§ 143).
func Given(name string, sex data.Sex) Form {
	return decline(name, sex, map[data.Sex][]rule{data.Male: hisName, data.Female: herName})
}

// Patronymic is the genitive of a patronymic (§ 143); its ending tells the sex where none is
// given.
func Patronymic(name string, sex data.Sex) Form {
	if told := SexOf(name); told != "" {
		sex = told
	}
	return decline(name, sex, map[data.Sex][]rule{data.Male: hisName, data.Female: herName})
}

// SexOf is what the ending of a patronymic says, "" for nothing.
func SexOf(patronymic string) data.Sex {
	switch word := plain(patronymic); {
	case strings.HasSuffix(string(word), "ич"), strings.HasSuffix(string(word), "іч"):
		return data.Male
	case strings.HasSuffix(string(word), "вна"), strings.HasSuffix(string(word), "чна"):
		return data.Female
	}
	return ""
}

// Person is the genitive of a whole name, «Петренка Івана Олеговича»; empty parts are left
// out. It is known where every part is, and has as many others as its parts have.
func Person(surname, given, patronymic string, sex data.Sex) Form {
	if sex == "" {
		sex = SexOf(patronymic)
	}
	var parts []Form
	for _, part := range []struct {
		name string
		of   func(string, data.Sex) Form
	}{{surname, Surname}, {given, Given}, {patronymic, Patronymic}} {
		if strings.TrimSpace(part.name) != "" {
			parts = append(parts, part.of(part.name, sex))
		}
	}
	return joined(parts, slices.Repeat([]string{" "}, max(0, len(parts)-1)))
}

// joined puts the forms of parts together, with what stands between them.
func joined(parts []Form, between []string) Form {
	whole := Form{Known: len(parts) > 0}
	for i, part := range parts {
		whole.Known = whole.Known && part.Known
		for _, other := range part.Others {
			whole.Others = append(whole.Others, together(parts, between, i, other))
		}
	}
	whole.Text = together(parts, between, -1, "")
	return whole
}

// together is the text of parts, in which the one at a place reads otherwise.
func together(parts []Form, between []string, at int, other string) string {
	var text strings.Builder
	for i, part := range parts {
		if i > 0 {
			text.WriteString(between[i-1])
		}
		if i == at {
			text.WriteString(other)
		} else {
			text.WriteString(part.Text)
		}
	}
	return text.String()
}
