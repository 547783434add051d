package text

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// entry is what one thing is called in one language: by word, and never as in not,
// unless it is within besides. In the sentences whose ids begin as in but another thing
// is meant, or another's words are quoted.
type entry struct {
	noun, lang, word, not, besides string
	but                            []string
}

// glossary has one word for one thing (design §4). Words are beginnings, as they are
// declined.
var glossary = []entry{
	{noun: "form of a graduate", lang: "uk", word: "форм", not: `анкет|бланк`, but: []string{"help_screen.answer_stamp", "settings_screen.letterhead", "letterhead.", "event.letterhead.", "season_screen.next_goes", "help_screen.answer_next"}},
	{noun: "form of a graduate", lang: "ru", word: "бланк", not: `анкет|\bформ[аеуы]\b|\bформой\b`,
		but: []string{"form_screen.exit", "ort-2021 memo", "zno-2020 memo", "zno-2020 mark.", "zno-2020 field.medical_number.hint", "zno-2020 kit_document.medical_conclusion"}},
	{noun: "form of a graduate", lang: "ky", word: "бланк", not: `анкет|\bформа(\b|да|дан|га|ны)`, but: []string{"zno-2020 memo", "zno-2020 field.medical_number.hint", "zno-2020 kit_document.medical_conclusion", "zno-2020 mark."}},
	{noun: "form of a graduate", lang: "en", word: "form", not: `questionnaire|\bblank\b`},
	{noun: "card", lang: "uk", word: "картк", not: `карточ`},
	{noun: "card", lang: "ru", word: "карточ", not: `номер\pL* (регистрационн\pL+ )?бланк|бланк\pL* (дан|получ\pL+) номер|список бланков`},
	{noun: "card", lang: "ky", word: "карточка", not: `бланк\pL* номер|бланктардын тизме`},
	{noun: "kind of document", lang: "uk", word: "тип документа", not: `вид документа`},
	{noun: "kind of document", lang: "ru", word: "вид документа", not: `тип документа`},
	{noun: "kind of document", lang: "ky", word: "документтин түрү", not: `документтин тиби`},
	{noun: "kind of document", lang: "en", word: "kind of document", not: `type of document|document type`},
	{noun: "marks of a graduate", lang: "uk", word: "позначки", not: `особливості|ознак`},
	{noun: "marks of a graduate", lang: "ru", word: "особые отметки", not: `особенност|пометк`},
	{noun: "marks of a graduate", lang: "ky", word: "өзгөчө белгилер", not: `өзгөчөлүк`},
	{noun: "marks of a graduate", lang: "en", word: "special marks", not: `peculiarit|special notes`},
	{noun: "register with the list", lang: "uk", word: "реєстр мов навчання", not: `реєстр до списку`},
	{noun: "register with the list", lang: "ru", word: "реестр языков обучения", not: `реестр к списку`},
	{noun: "register with the list", lang: "ky", word: "окуу тилдеринин реестри", not: `тизмеге реестр`},
	{noun: "register with the list", lang: "en", word: "register of languages of study", not: `register to the list`},
	{noun: "main fee", lang: "uk", word: "основна оплата", not: `^реєстрація$`, but: []string{"role.registering"}},
	{noun: "main fee", lang: "ru", word: "основная оплата", not: `^регистрация$`, but: []string{"role.registering"}},
	{noun: "receipt", lang: "uk", word: "квитанц", not: `\bчек(и|а|ів|ов|у)?\b`},
	{noun: "receipt", lang: "ru", word: "квитанц", not: `\bчек(и|а|ів|ов|у)?\b`},
	{noun: "receipt", lang: "ky", word: "дүмүрчөк", not: `квитанц|\bчек(\b|ти|тин)`},
	{noun: "school of the registry", lang: "uk", word: "заклад", not: `школ`, but: []string{"ort-2021 ", "zno-2020 category", "report.slip_door_graduand", "roster."}},
	{noun: "school of the registry", lang: "ru", word: "школ", not: `заведени`, but: []string{"zno-2020 "}},
	{noun: "school of the registry", lang: "ky", word: "мектеп", not: `окуу жай`, but: []string{"zno-2020 "}},
	{noun: "head", lang: "uk", word: "керівник", not: `директор`, but: []string{"settings_screen.hint.head_title", "settings_screen.head_title", "ort-2021 "}},
	{noun: "head", lang: "ru", word: "директор", not: `руководител`, besides: `классн\pL+ руководител`, but: []string{"zno-2020 "}},
	{noun: "head", lang: "ky", word: "директор", not: `жетекчи`, besides: `класс жетекчи`, but: []string{"zno-2020 "}},
	{noun: "head", lang: "en", word: "head", not: `principal|\bdirector`},
	{noun: "responsible", lang: "ky", word: "жооптуу", not: `ответственн`},
	{noun: "graduate", lang: "uk", word: "випускник", not: `абітурієнт`},
	{noun: "graduate", lang: "ru", word: "выпускник", not: `абитуриент`},
	{noun: "access", lang: "ky", word: "кирүү укугу", not: `доступ|жеткиликтүүлүк`, but: []string{"ort-2021 legal_basis", "zno-2020 condition."}},
	{noun: "access", lang: "en", word: "access", not: `credential`},
	{noun: "password", lang: "ky", word: "сырсөз", not: `пароль|паролд`},
	{noun: "account", lang: "uk", word: "обліков", not: `акаунт|аккаунт`},
	{noun: "account", lang: "ru", word: "учётн", not: `аккаунт|учетн`},
	{noun: "account", lang: "ky", word: "аккаунт", not: `каттоо жазуу`},
	{noun: "privilege", lang: "ky", word: "жеңилдик", not: `льгот`},
	{noun: "privilege", lang: "en", word: "privilege", not: `\bbenefit`},
	{noun: "folder", lang: "uk", word: "тек", not: `папк|каталог`, but: []string{"zno-2020 memo"}},
	{noun: "folder", lang: "ru", word: "папк", not: `каталог|директори[яию]`},
	{noun: "folder", lang: "ky", word: "папка", not: `каталог`},
	{noun: "folder", lang: "en", word: "folder", not: `director(y|ies)`},
	{noun: "paper key", lang: "uk", word: "паперовий ключ", not: `ключ(ем|а)? відновлення`, but: []string{"account_screen.centre_title", "vault.recipient"}},
	{noun: "paper key", lang: "ru", word: "бумажный ключ", not: `ключ(ом|а)? восстановления`, but: []string{"account_screen.centre_title", "vault.recipient"}},
	{noun: "paper key", lang: "ky", word: "кагаз ачкыч", not: `калыбына келтирүү(нүн)? (кагаз )?ачкыч`, but: []string{"account_screen.centre_title", "vault.recipient"}},
	{noun: "paper key", lang: "en", word: "paper key", not: `recovery key`, but: []string{"account_screen.centre_title", "vault.recipient"}},
	{noun: "locked", lang: "uk", word: "заблок", not: `замкнено|замкнут`},
	{noun: "print", lang: "ky", word: "басып чыгаруу", not: `\bбасуу…|басуу үчүн`},
	{noun: "help", lang: "uk", word: "довідка", not: `^допомога$`},
	{noun: "help", lang: "ru", word: "справка", not: `^помощь$`},
	{noun: "roster", lang: "en", word: "roster", not: `class list|list of a class`},
	{noun: "graduate taken out", lang: "uk", word: "вилуч", not: `видал(ити|ено) (випускник|доступ|облік)`},
	{noun: "undo", lang: "ky", word: "кайтаруу", not: `мурдагыдай кыл|мурункудай кыл|аракетти кайтаруу`},
	{noun: "column", lang: "ky", word: "мамыча", not: `тилке`},
	{noun: "import of a list", lang: "ky", word: "тизмени импорттоо", not: `тизмеден импорт|тизме(син|ни) алуу`},
	{noun: "payment under consideration", lang: "ky", word: "каралып жатат", not: `каралууда`},
	{noun: "not allowed on a photo", lang: "ky", word: "болбойт", not: `допуск`},
	{noun: "not known", lang: "uk", word: "невідомо", not: `не відомо`},
	{noun: "not known", lang: "ru", word: "неизвестно", not: `не известно`},
}

// TestGlossary holds one word for one thing in all rooms (design §4).
func TestGlossary(t *testing.T) {
	for _, lang := range Languages() {
		said := everySentence(t, lang)
		for _, g := range glossary {
			if g.lang == lang {
				g.judge(t, said)
			}
		}
	}
}

func (g entry) judge(t *testing.T, said map[string]string) {
	not, besides, found := pattern(g.not), pattern(g.besides), false
	for id, sentence := range said {
		found = found || strings.Contains(strings.ToLower(sentence), strings.ToLower(g.word))
		if g.besides != "" {
			sentence = besides.ReplaceAllString(sentence, "")
		}
		if not.MatchString(sentence) && !g.excepts(id) {
			t.Errorf("%s %s: %s is called «%s»: %s", g.lang, id, g.noun, g.word, sentence)
		}
	}
	if !found {
		t.Errorf("%s: nothing says «%s» for %s", g.lang, g.word, g.noun)
	}
}

// pattern gives \b the meaning that it has for Latin letters to all letters.
func pattern(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)` + strings.ReplaceAll(words, `\b`, `(?:^|[^\pL]|$)`))
}

func (g entry) excepts(id string) bool {
	for _, begin := range g.but {
		if strings.HasPrefix(id, begin) {
			return true
		}
	}
	return strings.HasPrefix(id, "help_screen.words_")
}

// everySentence is what a language says: the catalogues', and those of the campaigns
// that ship, whose ids begin with the campaign's.
func everySentence(t *testing.T, lang string) map[string]string {
	t.Helper()
	said := map[string]string{}
	for id, forms := range catalogue(t, lang) {
		for form, sentence := range forms {
			said[strings.TrimSuffix(id+"."+form, ".")] = sentence
		}
	}
	campaigns, err := filepath.Glob("../../assets/campaigns/*.toml")
	if err != nil || len(campaigns) == 0 {
		t.Fatalf("no campaigns: %v", err)
	}
	for _, file := range campaigns {
		for id, sentence := range campaignTexts(t, file)[lang] {
			said[strings.TrimSuffix(filepath.Base(file), ".toml")+" "+id] = sentence
		}
	}
	return said
}

func campaignTexts(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c struct{ Texts map[string]map[string]string }
	if err := toml.Unmarshal(source, &c); err != nil {
		t.Fatal(err)
	}
	return c.Texts
}

// what no sentence of any language has.
var illSaid = map[string]*regexp.Regexp{
	"quotation marks doubled or around nothing":      regexp.MustCompile(`««|»»|«»|““|””|“”`),
	"space before a stop":                            regexp.MustCompile(`[\pL»] [.,;]( |$)`),
	"two spaces within":                              regexp.MustCompile(`\pL  \pL`),
	"a field's name in brackets behind the sentence": regexp.MustCompile(`\({{\.(field|column|code)}}\)`),
	"an argument bent by its case":                   regexp.MustCompile(`(?i)уже у {{|уже в {{`),
	"a web address called a file":                    regexp.MustCompile(`(?i)откройте файл сами|відкрийте файл самі`),
}

// quotedHeader is the title of a column, which may have none.
var quotedHeader = regexp.MustCompile(`[«“]{{\.header}}[»”]`)

func TestSentencesAreWellMade(t *testing.T) {
	for _, lang := range Languages() {
		for id, sentence := range everySentence(t, lang) {
			for fault, found := range illSaid {
				if found.MatchString(sentence) {
					t.Errorf("%s %s: %s: %s", lang, id, fault, sentence)
				}
			}
			// A centre works on the command line alone.
			if strings.Contains(sentence, "graduandctl") && !strings.HasPrefix(id, "cli.") && !strings.HasPrefix(id, "how.") && !strings.HasPrefix(id, "desktop.") && !strings.HasPrefix(id, "centre.") && !strings.HasPrefix(id, "decision") {
				t.Errorf("%s %s: a command line before who works in the window: %s", lang, id, sentence)
			}
			if quotedHeader.MatchString(sentence) && !strings.Contains(sentence, "{{if .header}}") {
				t.Errorf("%s %s: a column without a title is told as «»: %s", lang, id, sentence)
			}
			if lang == "en" && strings.ContainsAny(sentence, "«»") && !strings.ContainsAny(sentence, "абвгдежзийклмнопрстуфхцчшщыэюяіїєңөүАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЮЯ") {
				t.Errorf("en %s: quotes as another language does: %s", id, sentence)
			}
		}
	}
}
