package centrelist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"graduand/data/campaign"
)

// words are those of the Ukrainian campaign.
func words(t testing.TB) *vocabulary {
	t.Helper()
	c, err := campaign.Builtin("zno-2020", "")
	if err != nil {
		t.Fatal(err)
	}
	return newVocabulary(c)
}

// shown is what a cell says, in one line: «mathematics* english:standard*», and what it does not.
func shown(s said) string {
	var all []string
	for _, c := range s.choices {
		text := c.subject
		if c.level != "" {
			text += ":" + c.level
		}
		if c.attested {
			text += "*"
		}
		all = append(all, text)
	}
	if s.none {
		all = append(all, "none")
	}
	for _, piece := range s.unread {
		all = append(all, "?"+piece)
	}
	for _, code := range s.levelless {
		all = append(all, "!"+code)
	}
	for _, code := range s.twice {
		all = append(all, "2"+code)
	}
	return strings.Join(all, " ")
}

func TestCellsOfSubjects(t *testing.T) {
	v := words(t)
	for cell, wanted := range map[string]string{
		"": "",
		"Українська мова і література (ДПА), Математика (ДПА), Англійська мова (рівень стандарту, ДПА)": "ukrainian* mathematics* english:standard*",
		"Українська мова та література, ДПА; математика; Англійська мова, профільний рівень, ДПА":       "ukrainian* mathematics english:profile*",
		"УКРАЇНСЬКА МОВА І ЛІТЕРАТУРА\nМатематика\r\nФізика":                                            "ukrainian mathematics physics",
		"Укр. мова і літ. - ДПА / Мат. - ДПА / Англ. мова (стандарт)":                                   "ukrainian* mathematics* english:standard",
		"1. Українська мова  2) Історія України ДПА":                                                    "ukrainian history*",
		"ДПА: Українська мова, Математика; ЗНО: Фізика":                                                 "ukrainian* mathematics* physics",
		"ДПА — Українська мова, Математика":                                                             "ukrainian* mathematics*",
		"Німецька мова профільного рівня":                                                               "german:profile",
		"Математика (не ДПА), Біологія (без ДПА)":                                                       "mathematics biology",
		"Математика (державна підсумкова атестація)":                                                    "mathematics*",
		"Математика, Математика (ДПА)":                                                                  "mathematics*",
		"Математика (рівень стандарту)":                                                                 "mathematics !mathematics",
		"Англійська мова (рівень стандарту), Англійська мова (профільний)":                              "english:profile 2english",
		"Українська мова, Інформатика (ДПА)":                                                            "ukrainian* ?Інформатика",
		"Математика і Фізика":                                                                           "mathematics physics",
		"Мaтeмaтикa":                                                                                    "mathematics", // with Latin letters
		"Математика +, Хімія так":                                                                       "mathematics chemistry",
		"ДПА":            "?ДПА",
		"Російська мова": "?Російська мова",
		"а":              "?а",
	} {
		if got := shown(v.list(cell)); got != wanted {
			t.Errorf("%q: %q, wanted %q", cell, got, wanted)
		}
	}
}

func TestMarksOfOneSubject(t *testing.T) {
	v := words(t)
	for _, x := range []struct{ cell, subject, wanted string }{
		{"+", "mathematics", "mathematics"}, {"так", "mathematics", "mathematics"}, {"Х", "physics", "physics"}, {"✓", "physics", "physics"},
		{"", "physics", "none"}, {" - ", "physics", "none"}, {"—", "physics", "none"}, {"Ні", "physics", "none"}, {"0", "physics", "none"},
		{"ДПА", "physics", "physics*"}, {"ЗНО", "physics", "physics"}, {"ЗНО/ДПА", "physics", "physics*"}, {"ЗНО (ДПА)", "physics", "physics*"},
		{"рівень стандарту", "english", "english:standard"}, {"ДПА, профільний", "english", "english:profile*"}, {"стандарт ДПА", "english", "english:standard*"},
		{"Англійська мова (профільний рівень)", "english", "english:profile"},
		{"Німецька мова", "english", "english ?Німецька мова"}, {"175", "physics", "physics ?175"}, {"профільний", "physics", "physics !physics"},
	} {
		if got := shown(v.mark(x.cell, x.subject)); got != x.wanted {
			t.Errorf("%q of %s: %q, wanted %q", x.cell, x.subject, got, x.wanted)
		}
	}
}

// Whatever stands in a cell, nothing of it is lost: each of its words is read or named.
func FuzzCellOfSubjects(f *testing.F) {
	v := words(f)
	for _, seed := range []string{"", "Українська мова і література (ДПА), Математика", "ДПА: Фізика; хімія", "Англ. мова – рівень стандарту, ДПА", "((((", "+", "і і і", "Мaтeмaтикa\u202e", "ʼ’", "\xff\xfe", "2) 1.", "١"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		s := v.list(cell)
		if again := v.list(cell); fmt.Sprint(again) != fmt.Sprint(s) {
			t.Errorf("%q is read as %v, then as %v", cell, s, again)
		}
		for _, c := range s.choices {
			if n := len(slices.DeleteFunc(slices.Clone(s.choices), func(other choice) bool { return other.subject != c.subject })); n != 1 {
				t.Errorf("%q: %s stands %d times in %v", cell, c.subject, n, s.choices)
			}
		}
		if len(wordsOf(cell)) > 0 && len(s.choices) == 0 && len(s.unread) == 0 && strings.ContainsFunc(strings.Join(wordsOf(cell), ""), func(r rune) bool { return r != 'і' && !unicode.IsDigit(r) }) && !onlyRulings(v, cell) {
			t.Errorf("%q says nothing and nothing is doubted", cell)
		}
	})
}

// onlyRulings reports that a cell holds nothing but marks, with no subject to mark.
func onlyRulings(v *vocabulary, cell string) bool {
	for _, word := range wordsOf(cell) {
		known := func(phrases [][]string) bool {
			return slices.ContainsFunc(phrases, func(p []string) bool { return slices.Contains(p, word) })
		}
		if !known(v.attested) && !known(v.chosen) && !slices.Contains(not, word) && word != "і" && strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) {
			return false
		}
	}
	return true
}
