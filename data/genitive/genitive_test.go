package genitive

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
	"unicode"

	"graduand/data"
)

//go:embed testdata/names.tsv
var names string

//go:embed testdata/unseen.tsv
var unseen string

// of declines a part of a name.
func of(part, name string, sex data.Sex) Form {
	switch part {
	case "given":
		return Given(name, sex)
	case "patronymic":
		return Patronymic(name, sex)
	}
	return Surname(name, sex)
}

// rows are the lines of a list by its tabs.
func rows(list string) (all [][]string) {
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return all
}

func TestGenitiveOfNames(t *testing.T) {
	t.Run("UA-045 F-11 the list with its sources", func(t *testing.T) {
		all := rows(names)
		if len(all) < 400 {
			t.Fatalf("only %d names", len(all))
		}
		for _, c := range all {
			part, sex, name, genitive, others, source := c[0], data.Sex(c[1]), c[2], c[3], c[4], c[5]
			got := of(part, name, sex)
			if got.Text != genitive || !got.Known || strings.Join(got.Others, ",") != others {
				t.Errorf("%s %s %s: %q, others %q, want %q, others %q (%s)", part, sex, name, got.Text, got.Others, genitive, others, source)
			}
			if source == "" {
				t.Errorf("%s has no source", name)
			}
		}
	})
}

// The second list was written before the rules were finished, as names come in class lists of
// several regions. At first sight 427 of its 431 were right; wrong were a name in -йя, one in
// -зній, Соловей and Кріль, each of a kind that was mended.
func TestGenitiveOfNamesNotTunedOn(t *testing.T) {
	wrong := 0
	all := rows(unseen)
	for _, c := range all {
		if got := of(c[0], c[2], data.Sex(c[1])); got.Text != c[3] {
			wrong++
			t.Logf("%s %s: %s, want %s", c[1], c[2], got.Text, c[3])
		}
	}
	if share := 100 - 100*float64(wrong)/float64(len(all)); share < 98 {
		t.Errorf("%.1f %% of %d names are right", share, len(all))
	}
}

func TestWholeNames(t *testing.T) {
	for _, c := range []struct {
		name                       string
		surname, given, patronymic string
		sex                        data.Sex
		want                       Form
	}{
		{"all three", "Ґалаґан", "Марко", "Олегович", data.Male, Form{Text: "Ґалаґана Марка Олеговича", Known: true}},
		{"no patronymic", "Коваль", "Любов", "", data.Female, Form{Text: "Коваль Любові", Known: true}},
		{"spaces", "  Нечуй - Левицький", " Іван ", "", data.Male, Form{Text: "Нечуя - Левицького Івана", Known: true}},
		{"another form", "Петрів", "Лев", "", data.Male, Form{Text: "Петрова Лева", Others: []string{"Петріва Лева"}, Known: true}},
		{"the patronymic tells the sex", "Сокіл", "Женя", "Юріївна", "", Form{Text: "Сокіл Жені Юріївни", Known: true}},
		{"no sex", "Сокіл", "Женя", "", "", Form{Text: "Сокіл Женя"}},
		{"Latin letters", "Smith", "Іван", "", data.Male, Form{Text: "Smith Івана"}},
		{"nobody", "", "", "", data.Male, Form{}},
		{"a name of two words", "Нгуєн", "Тхі Лан", "", data.Female, Form{Text: "Нгуєн Тхі Лан", Known: true}},
		{"a daughter of", "Алієва", "Севда", "Мурад кизи", data.Female, Form{Text: "Алієвої Севди Мурад кизи", Known: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Person(c.surname, c.given, c.patronymic, c.sex)
			if got.Text != c.want.Text || got.Known != c.want.Known || !slices.Equal(got.Others, c.want.Others) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// A row that no row can reach any more, or a word that stands in no list of a rule, is dead.
func TestEveryListIsAsked(t *testing.T) {
	asked := map[string]bool{"before a name": true, "of daughters": true}
	for _, table := range [][]rule{hisSurname, herSurname, hisName, herName} {
		for _, r := range table {
			if r.source == "" {
				t.Error("a rule without a source")
			}
			if r.list != "" {
				asked[r.list] = true
				if _, known := lists()[r.list]; !known {
					t.Errorf("no list %q", r.list)
				}
			}
		}
	}
	for title, list := range lists() {
		if !asked[title] {
			t.Errorf("nobody asks for the list %q", title)
		}
		for word := range list.whole {
			if strings.ContainsFunc(word, foreign) || word != strings.ToLower(word) {
				t.Errorf("%q of the list %q has a letter that no name has", word, title)
			}
		}
	}
}

// properties hold for any text at all.
func properties(t *testing.T, name string) {
	for _, sex := range []data.Sex{data.Male, data.Female, ""} {
		for _, part := range []string{"surname", "given", "patronymic"} {
			got := of(part, name, sex)
			tidy := strings.Join(strings.Fields(name), " ")
			if !got.Known && got.Text != tidy {
				t.Errorf("%s %s %q: %q though nothing is known", part, sex, name, got.Text)
			}
			if got.Known && tidy == strings.ToLower(tidy) && got.Text != strings.ToLower(got.Text) {
				t.Errorf("%s %s %q: %q has capitals", part, sex, name, got.Text)
			}
			count := func(s string) int {
				return strings.Count(s, "-") + strings.Count(s, " ") + strings.Count(s, "'") + strings.Count(s, "ʼ") + strings.Count(s, "`")
			}
			if count(got.Text) != count(tidy) {
				t.Errorf("%s %s %q: %q has other signs", part, sex, name, got.Text)
			}
			large := of(part, strings.ToUpper(name), sex)
			if got.Known && large.Known && letters(tidy) && large.Text != strings.ToUpper(got.Text) {
				t.Errorf("%s %s %q: in capitals %q, else %q", part, sex, name, large.Text, got.Text)
			}
			if slices.Contains(got.Others, got.Text) && len(got.Others) > 1 {
				t.Errorf("%s %s %q: %q is among the others", part, sex, name, got.Text)
			}
		}
	}
}

// letters says that every word has two letters or more: one alone has no case of its own.
func letters(name string) bool {
	words, _ := taken(name)
	return !slices.ContainsFunc(words, func(word string) bool {
		n := 0
		for _, r := range word {
			if unicode.IsLetter(r) {
				n++
			}
		}
		return n < 2
	})
}

func TestPropertiesOfNames(t *testing.T) {
	for _, list := range []string{names, unseen} {
		for _, c := range rows(list) {
			properties(t, c[2])
		}
	}
	for _, odd := range []string{"", " ", "-", "--", "’", "ь", "й", "ій", "ів", "ець", "єць", "о", "а", "я", "Ь", "а-", "-я", "і", "\xff", "Ё", "ок", "ей", strings.Repeat("ів", 1000)} {
		properties(t, odd)
	}
}

func FuzzGenitive(f *testing.F) {
	for _, c := range rows(unseen) {
		f.Add(c[2])
	}
	f.Fuzz(properties)
}
