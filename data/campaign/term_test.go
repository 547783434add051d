package campaign

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// withTerms is the steppe campaign of format 2 with terms, and what they stand for where
// they are used: the field «tribe» is asked of whom rides holds for.
func withTerms(t *testing.T, rides string, terms ...string) string {
	table := ""
	for i := 0; i < len(terms); i += 2 {
		table += fmt.Sprintf("[[term]]\ncode = %q\nwhen = '%s'\n\n", terms[i], terms[i+1])
	}
	return strings.NewReplacer("format = 1\n", "format = 2\n", "[card_number]", table+"[card_number]", `'"riding" in subjects'`, "'"+rides+"'").Replace(steppe(t))
}

func TestTerms(t *testing.T) {
	for _, test := range []struct {
		name, rides string
		terms       []string
		subjects    string
		asked       bool
	}{
		{"a term stands for its expression", "rides", []string{"rides", `"riding" in subjects`}, "riding,archery", true},
		{"and does not hold where that does not", "rides", []string{"rides", `"riding" in subjects`}, "archery", false},
		{"within another expression it is one thing", "not either", []string{"either", `"riding" in subjects or "archery" in subjects`}, "archery", false},
		{"beside another it is one thing", `either and surname == ""`, []string{"either", `"riding" in subjects or "archery" in subjects`}, "riding", false},
		{"a term may use those above it", "shoots_only", []string{"rides", `"riding" in subjects`, "shoots_only", `not rides and len(subjects) > 0`}, "archery", true},
		{"twice in one expression", "rides and not (not rides)", []string{"rides", `"riding" in subjects`}, "riding", true},
		{"among the members of a list", `any(subjects, rides and # == "archery")`, []string{"rides", `"riding" in subjects`}, "riding,archery", true},
	} {
		t.Run("UA-003 "+test.name, func(t *testing.T) {
			c, err := Load([]byte(withTerms(t, test.rides, test.terms...)), "1.0")
			if err != nil {
				t.Fatal(err)
			}
			g := &data.Graduate{ID: "g", Surname: "Rider"}
			g.Set("subjects", test.subjects)
			if have := slices.Contains(told(t, c, g), "warning required tribe"); have != test.asked {
				t.Errorf("asked %v", have)
			}
		})
	}
}

func TestBrokenTerms(t *testing.T) {
	doubled := []string{"t0", `"riding" in subjects`}
	for i := range 60 {
		doubled = append(doubled, fmt.Sprintf("t%d", i+1), fmt.Sprintf("t%d and t%d", i, i))
	}
	for _, test := range []struct {
		name, rides string
		terms       []string
		code, key   string
	}{
		{"unknown code in a term", "rides", []string{"rides", `"ridding" in subjects`}, "campaign.unknown_code", "term[1].when"},
		{"unknown name", "rides", []string{"rides", `horse == "x"`}, "campaign.bad_expression", "term[1].when"},
		{"no bool", "rides", []string{"rides", `surname`}, "campaign.bad_expression", "term[1].when"},
		{"by means of itself", "rides", []string{"rides", `not rides`}, "campaign.bad_expression", "term[1].when"},
		{"by means of each other", "rides", []string{"rides", `not walks`, "walks", `not rides`}, "campaign.bad_expression", "term[1].when"},
		{"of what is below", "rides", []string{"rides", `not walks`, "walks", `len(subjects) == 0`}, "campaign.bad_expression", "term[1].when"},
		{"twice", "rides", []string{"rides", `"riding" in subjects`, "rides", `len(subjects) > 0`}, "campaign.duplicate_code", "term[2].code"},
		{"a name of a person", "surname == surname", []string{"surname", `len(subjects) > 0`}, "campaign.duplicate_code", "term[1].code"},
		{"two words", "len(subjects) > 0", []string{"a-b", `len(subjects) > 0`}, "campaign.bad_code", "term[1].code"},
		{"a word of the language", "len(subjects) > 0", []string{"not", `len(subjects) > 0`}, "campaign.bad_code", "term[1].code"},
		{"empty", "len(subjects) > 0", []string{"rides", ``}, "campaign.empty", "term[1].when"},
		{"more than any PC holds", "t60", doubled, "campaign.too_costly", "term[9].when"},
	} {
		t.Run("UA-003 "+test.name, func(t *testing.T) {
			source := withTerms(t, test.rides, test.terms...)
			_, err := Load([]byte(source), "1.0")
			var e *data.Error
			if !errors.As(err, &e) || e.Code != test.code || e.Args["key"] != test.key {
				t.Fatalf("%v, want %s of %s", err, test.code, test.key)
			}
			if line := e.Args["line"].(int); line <= strings.Count(source[:strings.Index(source, "[[term]]")], "\n")+1 {
				t.Errorf("line %d", line)
			}
		})
	}
	t.Run("UA-003 a file of the older format has no terms", func(t *testing.T) {
		source := strings.Replace(withTerms(t, "rides", "rides", `"riding" in subjects`), "format = 2", "format = 1", 1)
		if _, err := Load([]byte(source), "1.0"); data.CodeOf(err) != "campaign.bad_value" {
			t.Error(err)
		}
	})
}
