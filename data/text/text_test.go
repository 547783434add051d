package text

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// requirement is a line of our own lists, which nobody outside knows.
var requirement = regexp.MustCompile(`\b(UA|KG)-\d{3}\b|\bF-\d{2}\b|\bD\d{1,2}\)`)

func TestNoRequirementIsNamed(t *testing.T) {
	for lang := range forms {
		for id, sentences := range catalogue(t, lang) {
			for _, sentence := range sentences {
				if requirement.MatchString(sentence) {
					t.Errorf("%s %s: %s", lang, id, sentence)
				}
			}
		}
	}
}

// forms are the plural forms that a language must have wherever it counts.
var forms = map[string][]string{
	"uk": {"few", "many", "one", "other"},
	"ru": {"few", "many", "one", "other"},
	"ky": {"one", "other"},
	"en": {"one", "other"},
}

// catalogue reads all sentences of one language: id → plural form → sentence.
func catalogue(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	names, err := fs.Glob(files, "*."+lang+".toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		source, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := toml.Unmarshal(source, &tree); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		flatten(t, name, "", tree, all)
	}
	return all
}

func flatten(t *testing.T, file, prefix string, tree map[string]any, all map[string]map[string]string) {
	for key, value := range tree {
		id := strings.TrimPrefix(prefix+"."+key, ".")
		form := ""
		if key == "one" || key == "few" || key == "many" || key == "other" {
			id, form = prefix, key
		}
		switch v := value.(type) {
		case map[string]any:
			flatten(t, file, id, v, all)
		case string:
			if all[id] == nil {
				all[id] = map[string]string{}
			}
			if _, twice := all[id][form]; twice {
				t.Errorf("%s: %s stands twice", file, id)
			}
			all[id][form] = v
		}
	}
}

var placeholder = regexp.MustCompile(`{{\.(\w+)}}`)

func placeholders(sentences map[string]string) []string {
	names := map[string]bool{}
	for _, s := range sentences {
		for _, m := range placeholder.FindAllStringSubmatch(s, -1) {
			names[m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func TestCatalogues(t *testing.T) {
	english := catalogue(t, "en")
	for _, lang := range Languages() {
		t.Run("F-13 every sentence in "+lang, func(t *testing.T) {
			own := catalogue(t, lang)
			for id, sentences := range english {
				if own[id] == nil {
					t.Errorf("%s is missing", id)
					continue
				}
				if want, got := placeholders(sentences), placeholders(own[id]); !slices.Equal(want, got) {
					t.Errorf("%s has the arguments %v, English has %v", id, got, want)
				}
				// A number called count chooses a form, and where it is not there nothing is said at all.
				if _, plain := own[id][""]; plain && slices.Contains(placeholders(own[id]), "count") {
					t.Errorf("%s counts, and has one form", id)
				} else if !plain && !slices.Equal(slices.Sorted(maps.Keys(own[id])), forms[lang]) {
					t.Errorf("%s has the forms %v", id, slices.Sorted(maps.Keys(own[id])))
				}
			}
			for id := range own {
				if english[id] == nil {
					t.Errorf("%s is not in English", id)
				}
			}
		})
	}
}

// A sentence is looked for in the file that the first word of its id names, and each
// such file is there in every language.
func TestCataloguesAreNamedByTheFirstWordOfTheirIDs(t *testing.T) {
	names, err := fs.Glob(files, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		word, lang, _ := strings.Cut(strings.TrimSuffix(name, ".toml"), ".")
		if !slices.Contains(Languages(), lang) {
			t.Errorf("%s is in no language of ours", name)
		}
		for _, other := range Languages() {
			if !slices.Contains(names, word+"."+other+".toml") {
				t.Errorf("%s has no %s.%s.toml beside it", name, word, other)
			}
		}
		source, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(source)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !strings.HasPrefix(line, word+".") {
				t.Errorf("%s holds what is not %s: %s", name, word, line)
			}
		}
	}
}

func TestSay(t *testing.T) {
	for _, c := range []struct {
		lang, id string
		args     map[string]any
		want     string
	}{
		{"uk", "cli.listed", map[string]any{"count": 1}, "1 випускник."},
		{"uk", "cli.listed", map[string]any{"count": 2}, "2 випускники."},
		{"uk", "cli.listed", map[string]any{"count": 5}, "5 випускників."},
		{"uk", "cli.listed", map[string]any{"count": 21}, "21 випускник."},
		{"ru", "cli.listed", map[string]any{"count": 22}, "22 выпускника."},
		{"ky", "cli.listed", map[string]any{"count": 5}, "5 бүтүрүүчү."},
		{"en", "field.surname", nil, "surname"},
		{"de", "field.surname", nil, "surname"},
		{"uk", "no.such.sentence", nil, "no.such.sentence"},
		{"uk", "registry.duplicate", map[string]any{"field": term("field.phone")}, "Таке значення вже має інший випускник: «телефон»."},
		{"uk", "registry.duplicate", map[string]any{"field": bent{term("field.phone")}}, "Таке значення вже має інший випускник: «ТЕЛЕФОН»."},
	} {
		if got := For(c.lang).Say(c.id, c.args); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.lang, c.id, got, c.want)
		}
	}
}

type term string

func (t term) TextID() string { return string(t) }

type bent struct{ name any }

func (b bent) Bare() any { return b.name }

func (bent) Bend(words string) string { return strings.ToUpper(words) }

func TestHas(t *testing.T) {
	for _, lang := range Languages() {
		for id, want := range map[string]bool{"field.surname": true, "cli.listed": true, "no.such.sentence": false} {
			if got := For(lang).Has(id); got != want {
				t.Errorf("%s has %s: %v", lang, id, got)
			}
		}
	}
}

func TestWith(t *testing.T) {
	own := For("ky").With(map[string]string{"rule.x": "Жок: {{.value}}", "field.surname": "тегі"})
	if got := own.Say("rule.x", map[string]any{"value": 7}); got != "Жок: 7" {
		t.Errorf("own sentence: %q", got)
	}
	if got := own.Say("field.surname", nil); got != "тегі" {
		t.Errorf("own word before the catalogue's: %q", got)
	}
	if got := own.SayOr("rule.unknown", "Слова файлу {{.value}}", map[string]any{"value": term("field.surname")}); got != "Слова файлу тегі" {
		t.Errorf("words of the campaign file: %q", got)
	}
	if got := own.SayOr("rule.x", "other", map[string]any{"value": 1}); got != "Жок: 1" {
		t.Errorf("a known sentence goes first: %q", got)
	}
}

// Which way a picture is to be turned is said in words: nobody thinks of 270° clockwise. The
// numbers of a record are those of JSON.
func TestTurnsAreWords(t *testing.T) {
	for _, lang := range Languages() {
		said := map[string]bool{}
		for _, degrees := range []any{90, 180, 270, float64(90), float64(180), float64(270)} {
			words := For(lang).Say("photo.turned", map[string]any{"degrees": degrees})
			if said[words] = true; strings.ContainsAny(words, "0123456789°<%{") {
				t.Errorf("%s %v: %s", lang, degrees, words)
			}
		}
		if len(said) != 3 {
			t.Errorf("%s: %v", lang, slices.Sorted(maps.Keys(said)))
		}
	}
}

// TestEveryFileIsRead reads the files of all languages as the program does: each when its first
// sentence is said, by many at once, and not before.
func TestEveryFileIsRead(t *testing.T) {
	for _, lang := range Languages() {
		words := openPhrasebook(lang)
		spoken, all := &Text{lang: lang, sentences: words}, slices.Collect(maps.Keys(catalogue(t, lang)))
		spoken.Say("signin.enter", nil)
		if before := len(words.unread); before < 100 {
			t.Errorf("%s: %d files wait after one sentence was said", lang, before)
		}
		var together sync.WaitGroup
		for range 4 {
			together.Go(func() {
				for _, id := range all {
					if !spoken.Has(id) {
						t.Errorf("%s does not say %s", lang, id)
					}
				}
			})
		}
		together.Wait()
		if len(words.unread) > 0 {
			t.Errorf("%s: nobody says a sentence of %v", lang, words.unread)
		}
	}
}

func BenchmarkReadLanguage(b *testing.B) {
	for range b.N {
		p := openPhrasebook("uk")
		for _, word := range slices.Collect(maps.Keys(p.unread)) {
			p.read(word)
		}
	}
}

func BenchmarkReadWord(b *testing.B) {
	for range b.N {
		openPhrasebook("uk").read("signin")
	}
}
