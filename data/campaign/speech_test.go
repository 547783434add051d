package campaign

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"graduand/data"
)

// spokenSteppe is a third campaign, in English, with some of its words in Russian.
func spokenSteppe(t *testing.T) *Campaign {
	t.Helper()
	c, err := Load([]byte(steppe(t)+`
[texts.ru]
"step.all" = "Всё"
"field.surname" = "фамилия"
`), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestACampaignSpeaksTheReadersLanguage(t *testing.T) {
	c := spokenSteppe(t)
	before := fmt.Sprint(c.Steps[0].Title, c.Field("surname").Title)
	russian := c.In("ru")
	if russian.Steps[0].Title != "Всё" || russian.Field("surname").Title != "Фамилия" {
		t.Errorf("the step is %q, the field %q", russian.Steps[0].Title, russian.Field("surname").Title)
	}
	if given := russian.Field("tribe").Title; given != c.Field("tribe").Title {
		t.Errorf("without a text %q stands, not the source's words", given)
	}
	if fmt.Sprint(c.Steps[0].Title, c.Field("surname").Title) != before {
		t.Error("the campaign itself has changed")
	}
	if c.In("ru") != russian || c.In("ky") != c {
		t.Error("a campaign is copied at each asking, or for a language without texts")
	}
}

func TestACampaignInALanguageHasTheDaysOfTheSchool(t *testing.T) {
	source := string(builtin(t, "zno-2020").Source()) + "\n[texts.kk]\n\"date.reregistration_end\" = \"Соңғы күн\"\n"
	zno, err := Load([]byte(source), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	own := data.Calendar{DaysOff: []data.DayOff{{On: "2020-02-28", Title: "Карантин"}}}
	own.Name(data.NamedDay{Code: ReRegistrationEnd, On: "2020-05-01"})
	said := zno.WithCalendar(own).In("kk")
	if d := said.Date(ReRegistrationEnd); d.On != "2020-05-01" || !d.Own || said.WorkingDay("2020-02-28") {
		t.Errorf("the day is %+v, 28 February is a working day: %v", d, said.WorkingDay("2020-02-28"))
	}
	if said.Date(ReRegistrationEnd).Title == zno.Date(ReRegistrationEnd).Title {
		t.Error("the day has the words of the file")
	}
	if again := zno.WithCalendar(data.Calendar{}).In("kk"); again.Date(ReRegistrationEnd).On != "" {
		t.Error("the days of one calendar stand in another")
	}
}

// languages are those of the program.
var languages = []string{"uk", "ru", "ky", "en"}

func TestShippedCampaignsSpeakEveryLanguage(t *testing.T) {
	for _, id := range BuiltinIDs() {
		c := builtin(t, id)
		wanted := map[string]bool{}
		c.speech(func(id string, words *string) {
			if *words != "" {
				wanted[id] = true
			}
		})
		for _, language := range languages {
			if language != c.Language {
				sameTexts(t, id+" in "+language, wanted, c.Texts[language])
			}
		}
	}
}

func sameTexts(t *testing.T, what string, wanted map[string]bool, texts map[string]string) {
	t.Helper()
	for _, id := range slices.Sorted(maps.Keys(wanted)) {
		if texts[id] == "" {
			t.Errorf("%s lacks %s", what, id)
		}
	}
	for id := range texts {
		if !wanted[id] && !strings.HasPrefix(id, "field.") {
			t.Errorf("%s has %s, which nothing in the file is", what, id)
		}
	}
}

// onPaper are the texts of a file that no window shows, names of centres and places, and
// what says where something is written, which is looked up there.
var onPaper = []string{
	"centre.", "demo.", "holiday.", "list.", "site_page.", "postal_operator.tracking", "postal_operator.grouped.", "roster.", "centre_list.", "terms.", "photo.",
	"copy.", "sample.", "notice.", "hint.", "card.title", "card.subtitle", "card.statement", "card.addressee", "card.photo", "card.level_caption", "card.subjects",
	"term.when", "rule.when", "additional_reason.said", "card_number.", "kit_document.letter.", "institution_type.short_title", "institution_type.list_title", "settlement_list.names",
	"document_kind.names", "document_kind.series_pattern", "document_kind.number_pattern", "document_kind.example",
	".source", "planned_source", ".school_part", "post.", "cover.", "subject.list_title",
}

func TestEveryTextOfACampaignIsSpokenOrOnPaper(t *testing.T) {
	for _, id := range BuiltinIDs() {
		c := builtin(t, id)
		spoken := map[*string]bool{}
		c.speech(func(_ string, words *string) { spoken[words] = true })
		silent(reflect.ValueOf(c).Elem(), "", func(path string, words *string) {
			if !spoken[words] && !slices.ContainsFunc(onPaper, func(p string) bool { return strings.HasPrefix(path, p) || strings.HasSuffix(path, p) }) {
				t.Errorf("%s: %s has no id: %s", id, path, *words)
			}
		})
	}
}

// silent tells each text with letters of people's languages under a value, by its path.
func silent(v reflect.Value, path string, tell func(path string, words *string)) {
	switch v.Kind() {
	case reflect.String:
		if strings.ContainsFunc(v.String(), func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) && v.CanAddr() && v.Type() == reflect.TypeFor[string]() {
			tell(path, v.Addr().Interface().(*string))
		}
	case reflect.Slice:
		for i := range v.Len() {
			silent(v.Index(i), path, tell)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			silent(v.Elem(), path, tell)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Tag.Get("toml") != "" {
				silent(v.Field(i), strings.TrimPrefix(path+"."+f.Tag.Get("toml"), "."), tell)
			}
		}
	}
}

func BenchmarkASpokenCampaignAskedAgain(b *testing.B) {
	c := builtin(b, "zno-2020")
	c.In("en")
	b.ReportAllocs()
	for b.Loop() {
		c.In("en")
	}
}

// What a form calls a field, its sentences call it too: «номер паспорта», not «номер документа».
func TestSentencesCallAFieldAsTheFormDoes(t *testing.T) {
	ort := builtin(t, "ort-2021")
	if said := ort.Sentences("ru")["field.document_number"]; said != "номер паспорта" {
		t.Errorf("in the campaign's language: %q", said)
	}
	if said := ort.Sentences("ky"); !maps.Equal(said, ort.Texts["ky"]) {
		t.Errorf("in another: %v", said)
	}
	if said := builtin(t, "zno-2020").Sentences("uk")["field.sex"]; said != "стать" {
		t.Errorf("a capital letter within a sentence: %q", said)
	}
}

// sourcesIn are all sources that a file names.
func sourcesIn(v reflect.Value) (all []string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Name == "Source" && f.Type.Kind() == reflect.String {
				all = append(all, v.Field(i).String())
			} else if f.IsExported() {
				all = append(all, sourcesIn(v.Field(i))...)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, sourcesIn(v.Index(i))...)
		}
	}
	return all
}

// A source is named in the reader's language, as the form is.
func TestSourcesAreNamedInTheReadersLanguage(t *testing.T) {
	for id, own := range map[string]string{"zno-2020": `розділ|рекомендац.ї|наказ|пам’ят| від |редакції|довідник`, "ort-2021": `Инструкци|шаг|оплат[ы]|создани|Трудово[йг]|решени`} {
		c, words := builtin(t, id), regexp.MustCompile(own)
		sources := sourcesIn(reflect.ValueOf(c).Elem())
		if len(sources) < 20 {
			t.Fatalf("%d sources", len(sources))
		}
		for _, language := range languages {
			for _, source := range sources {
				if cited := c.Cite(source, language); language == c.Language && cited != source || language != c.Language && words.MatchString(cited) {
					t.Errorf("%s in %s: %s", id, language, cited)
				}
			}
		}
	}
	if cited := builtin(t, "zno-2020").Cite("Порядок, розділ IV, п. 5.3", "en"); cited != "Procedure, chapter IV, item 5.3" {
		t.Errorf("cited as %q", cited)
	}
}

// What is asked of a picture stays in the words of the file, whoever has read it in another
// language before.
func TestQuestionsOfPicturesStayInTheWordsOfTheFile(t *testing.T) {
	c := builtin(t, "ort-2021")
	before := c.Photo.Confirmations[0].Title
	if said := c.In("uk").Photo.Confirmations[0].Title; said == before {
		t.Errorf("it is not said in Ukrainian: %q", said)
	}
	if after := c.Photo.Confirmations[0].Title; after != before {
		t.Errorf("%q has become %q", before, after)
	}
}
