package campaign

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/mutatedtest"
	"graduand/data/text"
)

func steppe(t testing.TB) string {
	t.Helper()
	source, err := os.ReadFile("testdata/steppe-2031.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

func builtin(t testing.TB, id string) *Campaign {
	t.Helper()
	c, err := Builtin(id, "1.0")
	if err != nil {
		t.Fatalf("load %s: %v", id, err)
	}
	return c
}

func TestBuiltin(t *testing.T) {
	if ids := BuiltinIDs(); !slices.Equal(ids, []string{"ort-2021", "zno-2020"}) {
		t.Errorf("built-in campaigns: %v", ids)
	}
	for _, id := range BuiltinIDs() {
		c := builtin(t, id)
		if again, err := Load(c.Source(), ""); err != nil || again.ID != id {
			t.Errorf("%s does not load from its own source: %v", id, err)
		}
		if edited, err := Load(append(c.Source(), "\n# edited\n"...), ""); err != nil || edited.IsBuiltin() || !c.IsBuiltin() {
			t.Errorf("%s is taken for another file, or another for it: %v", id, err)
		}
	}
	_, err := Builtin("../zno-2020", "1.0")
	if data.CodeOf(err) != "campaign.not_found" {
		t.Errorf("strange id: %v", err)
	}
}

// The program opens windows and registries of one campaign all day: it judges the file once,
// and each version for itself.
func TestWhatTheProgramBringsIsJudgedOnce(t *testing.T) {
	c := builtin(t, "zno-2020")
	if again, err := Load(c.Source(), "1.0"); err != nil || again != c {
		t.Errorf("judged again: %v", err)
	}
	if other, err := Load(c.Source(), "99.0"); err != nil || other == c {
		t.Errorf("judged for another version: %v", err)
	}
	if _, err := Load(c.Source(), "0.0.1"); data.CodeOf(err) != "campaign.program_too_old" {
		t.Errorf("an older version: %v", err)
	}
	if edited, err := Load(append(c.Source(), "\n# edited\n"...), "1.0"); err != nil || edited == c {
		t.Errorf("another file: %v", err)
	}
}

func TestBuiltinContents(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	counts := []struct {
		name      string
		have, max int
	}{
		{"UA-137 conditions", len(zno.Conditions), 22},
		{"UA-137 condition groups", len(zno.ConditionGroups), 7},
		{"UA-087 refusal reasons", len(zno.RefusalReasons), 6},
		{"UA-109 additional reasons and a free one", len(zno.AdditionalReasons), 7},
		{"UA-119 centres", len(zno.Centres), 9},
		{"UA-038 subjects", len(zno.Subjects), 11},
		{"UA-125 institution types", len(zno.List.Types), 3},
		{"KG-043 steps", len(ort.Steps), 5},
		{"KG-063 payment types", len(ort.PaymentTypes), 1},
	}
	for _, test := range counts {
		t.Run(test.name, func(t *testing.T) {
			if test.have != test.max {
				t.Errorf("%d, want %d", test.have, test.max)
			}
		})
	}
	for code, wanted := range map[string]int{"zno-2020": 94, "ort-2021": 61} {
		sum := 0
		for _, class := range builtin(t, code).Demo.Classes {
			sum += class.Graduates
		}
		if sum != wanted {
			t.Errorf("demo of %s: %d graduates, want %d", code, sum, wanted)
		}
	}
}

func TestListWords(t *testing.T) {
	zno := builtin(t, "zno-2020")
	words := []struct{ name, have, want string }{
		{"UA-119 addressee", strings.Join(zno.Centre("kharkiv").Addressee, "|"), "Харківський|регіональний центр оцінювання якості освіти"},
		{"UA-122 title", zno.List.Title + "|" + zno.List.Subtitle, "СПИСОК|осіб, які проходитимуть державну підсумкову атестацію за освітній рівень повної загальної середньої освіти у формі зовнішнього незалежного оцінювання"},
		{"UA-123 institution caption", zno.List.InstitutionCaption, "(найменування закладу освіти)"},
		{"UA-124 first type", zno.InstitutionType(zno.List.Types[0]).ListTitle, "заклад професійної (професійно-технічної) освіти"},
		{"UA-124 second type", zno.InstitutionType(zno.List.Types[1]).ListTitle, "заклад вищої освіти"},
		{"UA-124 third type", zno.InstitutionType(zno.List.Types[2]).ListTitle, "заклад загальної середньої освіти"},
		{"UA-125 type caption", zno.List.TypeCaption, "Тип закладу освіти системи загальної середньої освіти (вказати потрібне):"},
		{"UA-126 columns", strings.Join(zno.List.Columns[:5], "|"), "з/п|Прізвище|Ім’я|По батькові|Номер реєстраційної картки"},
		{"UA-129 kits", zno.List.Kits, "Комплекти реєстраційних документів у кількості %s додаються."},
		{"UA-130 name caption", zno.List.NameCaption, "(ініціали, прізвище)"},
		{"UA-131 seal", zno.List.Seal, "М.П. (за наявності)"},
		{"UA-136 approval", zno.List.Approved, "наказ МОН України від 10.01.2017 № 25"},
		{"UA-141 condition 0205", zno.Condition("0205").Title[:len("Надання сертифікаційної роботи")], "Надання сертифікаційної роботи"},
	}
	for _, test := range words {
		t.Run(test.name, func(t *testing.T) {
			if test.have != test.want {
				t.Errorf("%q, want %q", test.have, test.want)
			}
		})
	}
}

// What an older program would not understand it must not begin to read: the file says a
// newer format.
func TestNewerThingsInOlderFormats(t *testing.T) {
	zno, ort := string(builtin(t, "zno-2020").Source()), string(builtin(t, "ort-2021").Source())
	for _, test := range []struct{ name, source string }{
		{"UA-018 several choices", `kind = "choices"`}, {"UA-021 a document of no form", `form = "document"`}, {"F-04 a mark at a day off", "confirmed = false"},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := zno
			if !strings.Contains(zno, test.source) {
				t.Fatal("the file has nothing of it")
			}
			for _, other := range []string{`kind = "choices"`, `form = "document"`} {
				if other != test.source {
					source = strings.ReplaceAll(source, other, map[string]string{`kind = "choices"`: `kind = "choice"`, `form = "document"`: `form = "copy"`}[other])
				}
			}
			if test.source == "confirmed = false" {
				source = ort
			}
			_, err := Load([]byte(strings.Replace(source, "format = 3", "format = 2", 1)), "")
			var e *data.Error
			if !errors.As(err, &e) || e.Code != "campaign.bad_value" || e.Args["key"] != "format" {
				t.Errorf("%v", err)
			}
			if _, err := Load([]byte(source), ""); err != nil {
				t.Errorf("in its own format: %v", err)
			}
		})
	}
}

// What a person of the demonstration says is judged when the file is read: the demonstration
// is made long after.
func TestPersonsOfTheDemonstration(t *testing.T) {
	zno := string(builtin(t, "zno-2020").Source())
	for _, test := range []struct{ name, person, code, key string }{
		{"UA-058 a field that the form does not have", `values = { clan = "east" }`, "campaign.unknown_code", "demo.person[1].values.clan"},
		{"UA-058 a mark that there is not", `values = { marks = "language_needs,shaman" }`, "campaign.unknown_code", "demo.person[1].values.marks"},
		{"KG-064 a receipt where nothing is paid", `receipts = [{ amount = 1, number = "1" }]`, "campaign.unknown_code", "demo.person[1].receipts[1]"},
		{"UA-058 nothing", `values = {}`, "campaign.empty", "demo.person[1].values"},
		{"UA-058 a key that there is not", `value = { marks = "exempt" }`, "campaign.unknown_key", "demo.person[1].value"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load([]byte(strings.Replace(zno, "[[demo.person]]", "[[demo.person]]\n"+test.person+"\n\n[[demo.person]]", 1)), "")
			var e *data.Error
			if !errors.As(err, &e) || e.Code != test.code || e.Args["key"] != test.key {
				t.Errorf("%v", err)
			}
		})
	}
	t.Run("UA-058 an older format has none", func(t *testing.T) {
		_, err := Load([]byte(strings.Replace(steppe(t), "[demo.school]", "[[demo.person]]\nvalues = { tribe = \"east\" }\n\n[demo.school]", 1)), "")
		var e *data.Error
		if !errors.As(err, &e) || e.Code != "campaign.bad_value" || e.Args["key"] != "format" {
			t.Errorf("%v", err)
		}
	})
}

func TestUnconfirmed(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	tests := []struct {
		name      string
		c         *Campaign
		place     string
		confirmed bool
	}{
		{"UA-081 end of re-registration", zno, "date.reregistration_end", false},
		{"UA-168 recommended date", zno, "date.recommended_send", true},
		{"UA-027 number of the card", zno, "card_number.pattern", false},
		{"KG-057 fee", ort, "fee.main", false},
		{"KG-046 languages", ort, "language_of_tasks.code", false},
		{"KG-046 each of them", ort, "language_of_tasks.uz", false},
		{"D14 each subject", ort, "subject.physics", false},
		{"each category", ort, "category.past_years", false},
		{"each type of school", ort, "institution_type.vocational", false},
		{"D12 the passport stands in the instruction", ort, "document_kind.passport", true},
		{"other documents do not", ort, "document_kind.birth_certificate", false},
		{"UA-059 the title of the register", zno, "list.register.title", false},
		{"D7 UA-159 a line of the memo that is lost", zno, "memo[2]", false},
		{"UA-158 one that is there", zno, "memo[1]", true},
		{"UA-119 short names of centres", zno, "centre.short_title", false},
		{"UA-119 their addresses", zno, "centre.address", false},
		{"F-04 a day off of the Labour Code", zno, "holiday.2020-05-11", false},
		{"F-04 a day that was moved, by decree", ort, "holiday.2021-01-08", true},
		{"F-04 the day of Orozo Ait", ort, "holiday.2021-05-13", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.c.Confirmed(test.place) != test.confirmed {
				t.Errorf("%s: confirmed %v", test.place, !test.confirmed)
			}
		})
	}
	if on := zno.Date(ReRegistrationEnd).On; on != "" {
		t.Errorf("an invented day: %s", on)
	}
	for _, p := range ort.Privileges {
		if !p.Example {
			t.Errorf("privilege %s is not marked as an example", p.Code)
		}
	}
}

func TestComputedDates(t *testing.T) {
	t.Run("UA-107 withdrawal five weeks before the main session", func(t *testing.T) {
		if on := builtin(t, "zno-2020").Date(WithdrawalEnd).On; on != "2020-05-21" {
			t.Errorf("withdrawal until %s", on)
		}
	})
	t.Run("UA-107 unknown session, unknown withdrawal", func(t *testing.T) {
		c, err := Load([]byte(strings.Replace(steppe(t), `on = "2031-05-01"`, "", 1)), "1.0")
		if err != nil || c.Date(WithdrawalEnd).On != "" {
			t.Errorf("withdrawal: %v", err)
		}
	})
}

// broken are files that are wrong in one place: a text of the steppe campaign and
// what stands there instead.
var broken = []struct{ name, old, new, code, key string }{
	{"syntax", `year = 2031`, `year = `, "campaign.unreadable", ""},
	{"type", `year = 2031`, `year = "soon"`, "campaign.unreadable", "year"},
	{"unknown key", `year = 2031`, `yeer = 2031`, "campaign.unknown_key", "yeer"},
	{"unknown key in a table", `severity = "confirm"`, `severety = "confirm"`, "campaign.unknown_key", "rule[1].severety"},
	{"key twice", `year = 2031`, "id = 'x'", "campaign.unreadable", "id"},
	{"no title", `title = "Steppe Trials 2031"`, `title = " "`, "campaign.empty", "title"},
	{"no subject title", `title = "Archery"`, `title = ""`, "campaign.empty", "subject[2].title"},
	{"too new", `format = 1`, `format = 4`, "campaign.too_new", "format"},
	{"format 0", `format = 1`, `format = 0`, "campaign.bad_value", "format"},
	{"program too old", `minimum_program = "1.0"`, `minimum_program = "1.10"`, "campaign.program_too_old", "minimum_program"},
	{"time zone", `time_zone = "UTC"`, `time_zone = "Mars/Olympus"`, "campaign.bad_time_zone", "time_zone"},
	{"capability", `["post"]`, `["post", "magic"]`, "campaign.bad_value", "capabilities[2]"},
	{"layout", `layout = "form-card"`, `layout = "poster"`, "campaign.bad_value", "card.layout"},
	{"field kind", `kind = "choice"`, `kind = "colour"`, "campaign.bad_value", "step[1].field[3].kind"},
	{"kind of a typed field", `kind = "name"`, `kind = "text"`, "campaign.bad_value", "step[1].field[1].kind"},
	{"severity", `severity = "confirm"`, `severity = "fatal"`, "campaign.bad_value", "rule[1].severity"},
	{"dangling subject", `mandatory = ["riding"]`, `mandatory = ["riding", "wrestling"]`, "campaign.unknown_code", "subject_rules.mandatory[2]"},
	{"dangling privilege", `["herder"]`, `["shaman"]`, "campaign.unknown_code", "fee.free_with[1]"},
	{"dangling group", `group = "all"`, `group = "none"`, "campaign.unknown_code", "condition[1].group"},
	{"dangling date", `before = "trials"`, `before = "trial"`, "campaign.unknown_code", "date[2].before"},
	{"dangling field of a rule", `field = "tribe"`, `field = "clan"`, "campaign.unknown_code", "rule[1].field"},
	{"dangling code of a proposal", `severity = "confirm"`, "severity = \"confirm\"\npropose = \"east\"", "campaign.unknown_code", "rule[1].propose"},
	{"dangling unconfirmed", `"date.trials"]`, `"date.race"]`, "campaign.unknown_code", "unconfirmed[2]"},
	{"dangling code in an expression", `"riding" in subjects`, `"ridding" in subjects`, "campaign.unknown_code", "step[1].field[3].required"},
	{"dangling field in an expression", `field.tribe ==`, `field.clan ==`, "campaign.unknown_code", "rule[1].when"},
	{"duplicate subject", `code = "archery"`, `code = "riding"`, "campaign.duplicate_code", "subject[2].code"},
	{"duplicate level", `code = "horse"`, `code = "pony"`, "campaign.duplicate_code", "subject[1].level[2].code"},
	{"duplicate field", `code = "tribe"`, `code = "surname"`, "campaign.duplicate_code", "step[1].field[3].code"},
	{"rule of the program", `code = "north_rides_horses"`, `code = "required"`, "campaign.duplicate_code", "rule[1].code"},
	{"no code", `code = "archery"`, `code = "Арчери"`, "campaign.bad_code", "subject[2].code"},
	{"expression syntax", `'"riding" in subjects'`, `'"riding" in'`, "campaign.bad_expression", "step[1].field[3].required"},
	{"expression unknown name", `'"riding" in subjects'`, `'horse == "x"'`, "campaign.bad_expression", "step[1].field[3].required"},
	{"expression no bool", `'"riding" in subjects'`, `'surname'`, "campaign.bad_expression", "step[1].field[3].required"},
	{"expression fails without data", `'"riding" in subjects'`, `'subjects[0] == "riding"'`, "campaign.bad_expression", "step[1].field[3].required"},
	{"pattern", `number_pattern = '\d{3}'`, `number_pattern = '\d{3'`, "campaign.bad_example", "document_kind[1].example"},
	{"pattern syntax", `number_pattern = '\d{3}'`, `number_pattern = '(\d'`, "campaign.bad_pattern", "document_kind[1].number_pattern"},
	{"example", `example = "123"`, `example = "12"`, "campaign.bad_example", "document_kind[1].example"},
	{"draft passes", `pattern = 'ST\d{4}'`, `pattern = '.+'`, "campaign.matches_draft", "card_number.pattern"},
	{"no day", `on = "2031-05-01"`, `on = "2031-02-30"`, "campaign.bad_date", "date[1].on"},
	{"bare day", `on = "2031-05-01"`, `on = 2031-05-01`, "campaign.unreadable", "date[1].on"},
	{"order of days", `before = "trials"`, "before = \"trials\"\nafter = [\"trials\"]", "campaign.date_order", "date[2].after[1]"},
}

func TestBroken(t *testing.T) {
	for _, test := range broken {
		t.Run("UA-003 "+test.name, func(t *testing.T) {
			good := steppe(t)
			if strings.Count(good, test.old) < 1 {
				t.Fatalf("the good file has no %q", test.old)
			}
			bad := strings.Replace(good, test.old, test.new, 1)
			_, err := Load([]byte(bad), "1.5")
			var e *data.Error
			if !errors.As(err, &e) || e.Code != test.code {
				t.Fatalf("%v, want %s", err, test.code)
			}
			if e.Args["key"] != test.key && test.key != "" {
				t.Errorf("key %v, want %s", e.Args["key"], test.key)
			}
			for n := range text.Languages() {
				if fault := mutatedtest.Fault(err, nil, n); fault != "" {
					t.Error(fault)
				}
			}
			at, changed := e.Args["line"].(int), strings.Count(bad[:strings.Index(good, test.old)], "\n")+1
			if at < changed || at > changed+2 {
				t.Errorf("line %d, want about %d", at, changed)
			}
		})
	}
}

func TestEncodingOfAFileIsNamed(t *testing.T) {
	for _, source := range []string{"title = \"\xd8\xea\"", "\xff\xfet\x00", strings.Replace(steppe(t), "year = 2031", "year = 2031 # \xe0", 1)} {
		if _, err := Load([]byte(source), "1.0"); data.CodeOf(err) != "campaign.encoding" {
			t.Errorf("%.20q: %v", source, err)
		}
	}
}

func TestBrokenLine(t *testing.T) {
	source := "\ufeff" + strings.Replace(steppe(t), `title = "Archery"`, `title = ""`, 1)
	wanted := strings.Count(source[:strings.Index(source, `code = "archery"`)], "\n") + 2
	_, err := Load([]byte(source), "1.0")
	var e *data.Error
	if !errors.As(err, &e) || e.Args["line"] != wanted {
		t.Errorf("%v, want line %d", err, wanted)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(steppe(f)))
	for _, test := range broken {
		f.Add([]byte(strings.Replace(steppe(f), test.old, test.new, 1)))
	}
	f.Add([]byte("\xff"))
	f.Add([]byte("[[a.b]]\nc = [[{d = 1}], # x\n[2]]"))
	f.Fuzz(func(t *testing.T, source []byte) {
		c, err := Load(source, "1.0")
		if err == nil {
			g := &data.Graduate{ID: "1"}
			if _, err := c.Check(g, nil, "2031-01-01"); err != nil {
				return // a campaign may be loaded whose rules cannot be worked out for nobody
			}
			return
		}
		var e *data.Error
		if !errors.As(err, &e) {
			t.Fatalf("a refusal without a code: %v", err)
		}
		if line, _ := e.Args["line"].(int); line < 1 && e.Code != "campaign.encoding" {
			t.Errorf("a refusal without a line: %v", err)
		}
	})
}
