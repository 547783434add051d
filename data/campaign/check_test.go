package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
)

const today = data.Date("2020-02-10")

// pupil is an invented graduate with nothing wrong; changes are FIELD=VALUE.
func pupil(c *Campaign, changes ...string) *data.Graduate {
	g := &data.Graduate{ID: "g1"}
	fields := map[string][]string{
		"UA": {"surname=Верболоз", "given_name=Марія", "patronymic=Олегівна", "sex=f", "birth_date=2003-03-05", "class=11-А",
			"phone=+380500000009", "document_kind=id_card", "document_number=123456789", "category=school_current",
			"postal_index=63999", "settlement=смт Тихоозерськ", "house=7", "subjects=ukrainian,mathematics,english:profile",
			"attestation=ukrainian,mathematics,english"},
		"KG": {"surname=Үмүтова", "given_name=Айгүл", "patronymic=Асановна", "sex=f", "birth_date=2003-03-05", "phone=+996500000009",
			"document_kind=passport", "document_series=ID", "document_number=1234567", "settlement=село Жаңы-Үмүт",
			"street=ул. Манаса", "language=ru", "passport_front=f1", "passport_back=f2", "face_photo=f3",
			`fact.finished={"on":"2021-02-08"}`, `payment.1={"type":"bank","number":"17","amount":370}`},
	}[c.Country]
	for _, change := range append(fields, changes...) {
		field, value, _ := strings.Cut(change, "=")
		g.Set(field, value)
	}
	lookedAt(c, g)
	return g
}

// lookedAt judges all pictures of g as good, and answers what is asked about them.
func lookedAt(c *Campaign, g *data.Graduate) {
	for _, a := range c.Attached(g) {
		f := c.Field(a.Field)
		if f == nil {
			continue
		}
		g.NoteJudged(a.ID, &data.Judged{Profile: c.Photo.Version, Kind: f.PictureOf(), Side: f.Side})
		for _, q := range c.PictureQuestions(f.PictureOf(), g.Pictures[a.ID]) {
			g.Set(data.PictureField(a.ID, data.PartConfirmed, q.Code), `{"kind":"confirmed","on":"2021-02-08"}`)
		}
	}
}

// told are the findings as "severity rule field".
func told(t *testing.T, c *Campaign, g *data.Graduate) []string {
	t.Helper()
	found, err := c.Check(g, &c.Demo.School, today)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range found {
		if f.Graduate != g.ID {
			t.Errorf("finding of %q", f.Graduate)
		}
		lines = append(lines, fmt.Sprintf("%s %s %s", f.Severity, f.Rule, f.Field))
	}
	return lines
}

func TestCheckZNO(t *testing.T) {
	c := builtin(t, "zno-2020")
	tests := []struct {
		name    string
		changes []string
		want    []string
	}{
		{"UA-028 nothing wrong", nil, nil},
		{"UA-028 surname", []string{"surname="}, []string{"error required surname"}},
		{"UA-028 a patronymic that is absent is asked about", []string{"patronymic="}, []string{"confirm no_patronymic patronymic"}},
		{"UA-028 and may be absent", []string{"patronymic=", `fact.confirmed.no_patronymic.patronymic={"on":"2020-02-07"}`}, nil},
		{"UA-028 nobody asks a foreigner for it", []string{"patronymic=", "document_kind=foreign_document", "marks=foreigner"}, nil},
		{"UA-028 nor who has the father in the name", []string{"patronymic=", "surname=Мамедов", "given_name=Алі Вагіф огли"}, nil},
		{"UA-029 no sex", []string{"sex="}, []string{"warning no_sex sex"}},
		{"UA-032 no house", []string{"house="}, []string{"confirm no_house house"}},
		{"UA-028 Latin i in a name", []string{"given_name=Марiя"}, []string{"confirm name_letters given_name"}},
		{"UA-029 birth date in the future", []string{"birth_date=2021-01-01"}, []string{"error birth_date_future birth_date"}},
		{"UA-029 eight years old", []string{"birth_date=2012-01-01"}, []string{"warning birth_date_age birth_date"}},
		{"UA-029 no such day", []string{"birth_date=2003-02-30"}, []string{"error date_unreadable birth_date"}},
		{"UA-030 unknown kind", []string{"document_kind=library_card"}, []string{"error document_kind_unknown document_kind", "error required document_series"}[:1]},
		{"UA-030 short number", []string{"document_number=12345"}, []string{"error document_number document_number"}},
		{"UA-030 passport without series", []string{"document_kind=passport_book", "document_number=123456"}, []string{"error required document_series"}},
		{"UA-030 Latin series", []string{"document_kind=passport_book", "document_series=KB", "document_number=123456"}, []string{"error document_series document_series"}},
		{"UA-007 birth certificate", []string{"document_kind=birth_certificate", "document_series=І-ВЛ", "document_number=123456"}, []string{"error document_kind_not_allowed document_kind"}},
		{"UA-009 birth certificate, uncontrolled territory", []string{"document_kind=birth_certificate", "document_series=І-ВЛ", "document_number=123456", "marks=uncontrolled_territory"}, nil},
		{"UA-013 school certificate needs both facts", []string{"document_kind=school_certificate", "document_number=15", "marks=uncontrolled_territory"}, []string{"error document_kind_not_allowed document_kind"}},
		{"UA-032 index", []string{"postal_index=639"}, []string{"warning pattern postal_index"}},
		{"UA-032 an index of another oblast", []string{"region=Харківська", "postal_index=36000"}, []string{"confirm index_of_another_region postal_index"}},
		{"UA-032 an index of the oblast", []string{"region=Полтавська", "postal_index=36000"}, nil},
		{"UA-040 a year of education that is not over", []string{"category=past_years", "attestation=", "education_document=KB 1234", "exam_settlement=Харків", "education_year=2021"}, []string{"confirm education_year_late education_year"}},
		{"UA-035 class", []string{"class="}, []string{"error required class"}},
		{"UA-036 qualification level", []string{"category=vocational_current", "class="}, []string{"warning category_of_another_school category", "error required qualification_level"}},
		{"UA-006 a foreigner with a Ukrainian passport is doubted", []string{"marks=foreigner"}, []string{"warning foreigner_document document_kind"}},
		{"UA-137 a conclusion of tomorrow is doubted", []string{"conditions=0102", "medical_number=1", "medical_date=2020-02-11"}, []string{"warning medical_date_future medical_date"}},
		{"UA-040 past years", []string{"category=past_years", "attestation="}, []string{"error required education_document", "error required education_year", "error required exam_settlement"}},
		{"UA-042 medical conclusion", []string{"conditions=0102"}, []string{"error required medical_number", "error required medical_date"}},
		{"UA-043 no Ukrainian address", []string{"marks=no_ukrainian_address,studies_abroad", "postal_index=", "settlement="}, []string{"error required email", "error required centre"}},
		{"UA-043 odd e-mail", []string{"email=maria.example.com"}, []string{"warning email email"}},
		{"UA-027 the centre's own card is enough", []string{"card_number=1234567", "phone=", "settlement=", "category="}, []string{"warning required_on_card phone", "warning required_on_card settlement", "warning required_on_card category"}},
		{"UA-027 draft number", []string{"card_number=Ч-2020-000018"}, []string{"error card_number_pattern card_number"}},
		{"UA-027 words are no number", []string{"card_number=абв"}, []string{"error card_number_pattern card_number"}},
		{"UA-027 a number of another shape is asked about", []string{"card_number=123"}, []string{"warning card_number_pattern card_number"}},
		{"F-19 no subjects", []string{"subjects="}, []string{"error subject_minimum subjects"}},
		{"F-19 five subjects", []string{"subjects=ukrainian,mathematics,english:profile,history,biology"}, []string{"error subject_maximum subjects"}},
		{"F-19 two for ДПА", []string{"attestation=ukrainian,mathematics"}, []string{"error attestation_count attestation"}},
		{"F-19 neither mathematics nor history", []string{"subjects=ukrainian,physics,english:profile", "attestation=ukrainian,physics,english"}, []string{"error attestation_one_of attestation"}},
		{"F-19 without Ukrainian", []string{"subjects=history,mathematics,physics", "attestation=history,mathematics,physics"}, []string{"error attestation_mandatory attestation"}},
		{"UA-054 exempt needs no ДПА", []string{"marks=exempt", "attestation="}, nil},
		{"UA-134 exempt with ДПА", []string{"marks=exempt"}, []string{"warning exempt_attestation attestation"}},
		{"UA-038 level", []string{"subjects=ukrainian,mathematics,english"}, []string{"error subject_level_missing subjects"}},
		{"UA-038 unknown level", []string{"subjects=ukrainian,mathematics,english:b2"}, []string{"error subject_level_unknown subjects"}},
		{"UA-038 unknown subject", []string{"subjects=ukrainian,mathematics,english:profile,astrology"}, []string{"error unknown_code subjects"}},
		{"UA-112 two subjects on one day", []string{"subjects=ukrainian,mathematics,german:profile,french", "attestation=ukrainian,mathematics,german"}, []string{"warning subject_clash additional_reason"}},
		{"UA-112 reason given", []string{"subjects=ukrainian,mathematics,german:profile,french", "attestation=ukrainian,mathematics,german", "additional_reason=clash"}, nil},
		{"UA-138 additional session for 0204", []string{"conditions=0204", "medical_number=1", "medical_date=2020-01-10"}, []string{"error condition_additional conditions"}},
		{"UA-139 only four subjects for 0205", []string{"conditions=0205", "medical_number=1", "medical_date=2020-01-10", "additional_reason=conditions"}, []string{"error separate_route marks", "warning condition_subjects conditions"}},
		{"UA-140 disability", []string{"conditions=0306", "medical_number=1", "medical_date=2020-01-10"}, []string{"error condition_disability conditions"}},
		{"UA-140 disability marked", []string{"conditions=0306", "medical_number=1", "medical_date=2020-01-10", "marks=disability"}, nil},
		{"UA-141 0205 excludes 0206", []string{"conditions=0206,0205", "marks=disability", "medical_number=1", "medical_date=2020-01-10", "additional_reason=conditions", "subjects=ukrainian,mathematics,biology", "attestation=ukrainian,mathematics,biology"}, []string{"error separate_route marks", "error condition_excludes conditions"}},
		{"UA-142 deep visual impairment", []string{"marks=deep_visual_impairment"}, []string{"error separate_route marks"}},
		{"UA-024 language needs", []string{"marks=language_needs", "study_language=ru"}, []string{"warning language_of_study study_language"}},
		{"UA-024 special language", []string{"marks=language_needs", "study_language=hu"}, nil},
		{"UA-041 language of tasks", []string{"language=xx"}, []string{"error unknown_code language"}},
		{"UA-055 scans to the school's e-mail", []string{"marks=uncontrolled_territory,extern", "gives_scans=yes"}, []string{"error required_file face_photo", "error required_file card_scan", "error required_file document_scan"}},
		{"UA-055 UA-056 who brings paper follows the ordinary rules", []string{"marks=uncontrolled_territory,extern"}, nil},
		{"UA-055 who may not choose it does not get it by an old tick", []string{"marks=extern", "gives_scans=yes"}, nil},
		{"UA-056 glued photos elsewhere", []string{"marks=extern"}, nil},
		{"UA-065 past years from uncontrolled territory", []string{"marks=uncontrolled_territory,email_only", "category=past_years", "attestation=", "education_document=АА 123456", "education_year=2018", "exam_settlement=м. Харків"}, []string{"error required centre", "error required centre_email", "error required_file face_photo", "error required_file card_scan", "error required_file document_scan"}},
		{"UA-065 to a centre that was chosen, at an address that was entered", []string{"marks=uncontrolled_territory,email_only", "category=past_years", "attestation=", "education_document=АА 123456", "education_year=2018", "exam_settlement=м. Харків", "centre=kharkiv", "centre_email=centre@kharkiv.example", "face_photo=f1", "card_scan=f2", "document_scan=f3"}, nil},
		{"UA-065 at an address", []string{"marks=uncontrolled_territory,email_only", "category=past_years", "attestation=", "education_document=АА 123456", "education_year=2018", "exam_settlement=м. Харків", "centre=kharkiv", "centre_email=centre", "face_photo=f1", "card_scan=f2", "document_scan=f3"}, []string{"warning email centre_email"}},
		{"UA-018 names differ", []string{"names_differ=yes", "other_surname=Коваль"}, []string{"error required name_certificate"}},
		{"UA-018 nothing differs", []string{"names_differ=yes", "other_surname=Верболоз", "name_certificate=marriage"}, []string{"warning names_same other_surname"}},
		{"UA-018 explained by several", []string{"names_differ=yes", "other_surname=Коваль", "name_certificate=name_change,marriage,divorce"}, nil},
		{"UA-018 by a certificate that there is not", []string{"names_differ=yes", "other_surname=Коваль", "name_certificate=marriage,baptism"}, []string{"error unknown_code name_certificate"}},
		{"UA-018 explained", []string{"names_differ=yes", "other_surname=Коваль", "name_certificate=marriage"}, nil},
		{"UA-008 a settlement of the decree", []string{"settlement=м. Донецьк"}, []string{"confirm settlement_listed settlement"}},
		{"UA-009 marked already", []string{"settlement=Донецьк", "marks=uncontrolled_territory"}, nil},
		{"UA-142 the centre was called about something else", []string{"marks=deep_visual_impairment", `fact.called.1={"on":"2020-02-07","note":"x","seen":"other"}`}, []string{"error separate_route marks"}},
		{"UA-142 the centre was called", []string{"marks=deep_visual_impairment", `fact.called.1={"on":"2020-02-07","note":"x","seen":"separate_route"}`}, nil},
		{"UA-067 confirmed", []string{"marks=must_come_in_person", `fact.confirmed.in_person.marks={"on":"2020-02-07","seen":"must_come_in_person"}`}, nil},
		{"UA-067 confirmed for another value", []string{"marks=must_come_in_person,extern", `fact.confirmed.in_person.marks={"on":"2020-02-07","seen":"must_come_in_person"}`}, []string{"confirm in_person marks"}},
		{"UA-020 a subject that was not chosen", []string{"additional_reason=religion", "additional_subjects=chemistry"}, []string{"error subject_not_chosen additional_subjects"}},
		{"UA-133 a retaker without the subjects", []string{"category=past_years", "marks=last_year_retaker", "attestation=", "education_document=АА 1", "education_year=2019", "exam_settlement=Харків"}, []string{"error retaker_attestation attestation"}},
		{"UA-113 another reason than the condition's", []string{"conditions=0204", "medical_number=1", "medical_date=2020-01-10", "additional_reason=events", "additional_subjects=mathematics"}, []string{"warning condition_additional conditions"}},
		{"UA-022 free reason", []string{"additional_reason=other", "additional_subjects=mathematics"}, []string{"error required additional_note"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if have := told(t, c, pupil(c, test.changes...)); !slices.Equal(have, test.want) {
				t.Errorf("\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
	t.Run("C 0105 needs a listening subject", func(t *testing.T) {
		g := pupil(c, "conditions=0105", "medical_number=1", "medical_date=2020-01-10", "subjects=ukrainian,mathematics,physics", "attestation=ukrainian,mathematics,physics")
		if have := told(t, c, g); !slices.Equal(have, []string{"warning condition_listening conditions"}) {
			t.Error(have)
		}
	})
}

func TestCheckORT(t *testing.T) {
	c := builtin(t, "ort-2021")
	tests := []struct {
		name    string
		changes []string
		want    []string
	}{
		{"KG-042 nothing wrong", nil, nil},
		{"KG-042 sex, birth date, passport", []string{"sex=", "birth_date=", "document_number="}, []string{"error required sex", "error required birth_date", "error required document_number"}},
		{"KG-042 a patronymic that is absent is asked about", []string{"patronymic="}, []string{"confirm required_confirm patronymic"}},
		{"KG-042 not beside «кызы» in the surname", []string{"patronymic=", "surname=Асан кызы"}, nil},
		{"KG-042 nor beside «уулу» in the given name", []string{"patronymic=", "given_name=Бакыт Асан-Уулу"}, nil},
		{"KG-042 but beside a name that ends like it", []string{"patronymic=", "surname=Токуулу"}, []string{"confirm required_confirm patronymic"}},
		{"KG-044 settlement and street", []string{"settlement=", "street="}, []string{"error required settlement", "error required street"}},
		{"KG-046 language", []string{"language=", "subjects=mathematics,english"}, []string{"error required language"}},
		{"KG-046 the main test is not chosen", []string{"subjects=main"}, []string{"error unknown_code subjects"}},
		{"KG-047 passport sides", []string{"passport_back="}, []string{"error required_file passport_back"}},
		{"KG-018 one file for both sides", []string{"passport_back=f1"}, []string{"error same_passport_side passport_back"}},
		{"KG-052 privilege without documents", []string{"privileged=yes", "privileges=orphan"}, []string{"error privilege_document privilege_documents"}},
		{"KG-053 switched off", []string{"privileges=orphan"}, []string{"warning privilege_switched_off privileged"}},
		{"KG-042 no passport: ask the centre", []string{"marks=no_passport", "document_kind=", "document_series=", "document_number=", "passport_front=", "passport_back="}, []string{"error no_passport marks"}},
		{"KG-042 no passport, the centre was asked", []string{"marks=no_passport", "document_kind=", "document_series=", "document_number=", "passport_front=", "passport_back=", `fact.called.1={"on":"2021-02-07","note":"x","seen":"no_passport"}`}, nil},
		{"KG-042 another document: ask the centre", []string{"document_kind=birth_certificate", "document_series=КР-А", "document_number=123456"}, []string{"warning not_a_passport document_kind"}},
		{"KG-050 a document for each privilege", []string{"privileged=yes", "privileges=orphan,disabled_child", "privilege_documents=orphan:f9"}, []string{"error privilege_document privilege_documents"}},
		{"KG-058 a draft", []string{"fact.finished="}, []string{"warning unfinished "}},
		{"KG-064 too little", []string{"subjects=mathematics"}, []string{"warning payment_due "}},
		{"KG-064 too much", []string{`payment.2={"type":"bank","number":"18","amount":100}`}, []string{"warning payment_over "}},
		{"KG-065 a receipt that the centre refused", []string{`payment.1={"type":"bank","number":"17","amount":370,"verdict":{"kind":"rejected","on":"2021-02-10","note":"номер не читается"}}`}, []string{"warning payment_refused "}},
		{"KG-056 face photo", []string{"face_photo="}, []string{"error required_file face_photo"}},
		{"KG-042 half a number of which nobody has said what it is", []string{"document_kind=", "document_number=23456"}, []string{"warning required document_kind", "error document_number_of document_number"}},
		{"KG-042 Cyrillic series", []string{"document_series=АС"}, []string{"warning document_series document_series"}},
		{"KG-042 the instruction asks for no series", []string{"document_series="}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if have := told(t, c, pupil(c, test.changes...)); !slices.Equal(have, test.want) {
				t.Errorf("\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestThirdCampaign(t *testing.T) {
	c, err := Load([]byte(steppe(t)), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	g := &data.Graduate{ID: "7", Surname: "Rіder2"}
	g.Set("subjects", "riding:pony")
	g.Set("conditions", "saddle")
	g.Set("tribe", "north")
	want := []string{"confirm name_letters surname", "confirm north_rides_horses tribe", "error subject_minimum subjects", "error condition_disability conditions"}
	if have := told(t, c, g); !slices.Equal(have, want) {
		t.Error(have)
	}
}

func TestKitAndRoute(t *testing.T) {
	c := builtin(t, "zno-2020")
	tests := []struct {
		name        string
		changes     []string
		kit, route  string
		onTheSchool bool
	}{
		{"UA-005 card and passport", nil, "card,passport_copy", "school", true},
		{"UA-054 exempt by post", []string{"marks=exempt", "attestation="}, "card,passport_copy,study_certificate", "post", false},
		{"UA-055 extern", []string{"marks=extern,uncontrolled_territory", "gives_scans=yes"}, "card,passport_copy", "school_scans", true},
		{"UA-055 an extern with paper", []string{"marks=extern,uncontrolled_territory"}, "card,passport_copy", "school", true},
		{"UA-064 past years", []string{"category=past_years"}, "card,passport_copy,education_document_copy", "post", false},
		{"UA-065 scans to the centre", []string{"category=past_years", "marks=uncontrolled_territory,email_only"}, "card,passport_copy,education_document_copy", "centre_scans", false},
		{"UA-133 retaker", []string{"category=past_years", "marks=last_year_retaker"}, "card,passport_copy,education_document_copy", "school", true},
		{"UA-017 medical conclusion", []string{"conditions=0102"}, "card,passport_copy,medical_conclusion", "school", true},
		{"UA-020 additional session", []string{"additional_reason=religion"}, "card,passport_copy,additional_application,additional_proof", "school", true},
		{"UA-022 no papers for a clash", []string{"additional_reason=clash"}, "card,passport_copy", "school", true},
		{"UA-067 in person", []string{"marks=must_come_in_person"}, "card,passport_copy", "in_person", false},
		{"UA-142 separate", []string{"marks=deep_visual_impairment"}, "card,passport_copy", "separate", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := c.Person(pupil(c, test.changes...), &c.Demo.School, today)
			kit, err := c.Kit(p)
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, document := range kit {
				codes = append(codes, document.Code)
			}
			if have := strings.Join(codes, ","); have != test.kit {
				t.Errorf("kit %s, want %s", have, test.kit)
			}
			if route, err := c.RouteFor(p); err != nil || route.Code != test.route {
				t.Errorf("route %v, %v, want %s", route, err, test.route)
			}
			if belongs, err := c.Belongs(p); err != nil || belongs != test.onTheSchool {
				t.Errorf("on the list %v, %v", belongs, err)
			}
		})
	}
}

func TestHoldsUnknown(t *testing.T) {
	c := builtin(t, "zno-2020")
	if _, err := c.Holds(`surname == "?"`, &Person{}); err == nil {
		t.Error("an expression that is not in the file was reckoned")
	}
	if holds, err := c.Holds("", &Person{}); holds || err != nil {
		t.Errorf("empty: %v, %v", holds, err)
	}
}

// TestSentences asks that every rule and refusal has its words in all languages,
// and that all arguments are there.
func TestSentences(t *testing.T) {
	args := map[string]any{"field": data.Term("field.surname")}
	for _, name := range []string{"line", "key", "value", "reason", "supported", "program", "hint", "letters", "minimum", "maximum", "kind", "example", "have", "subject", "subjects", "date", "other", "list", "due", "paid", "doubt", "left", "currency", "number", "over", "day", "whom", "reason", "why", "question", "consequence", "first", "former", "others", "genitive", "remark"} {
		args[name] = "x"
	}
	counting := []string{"rule.birth_date_age", "rule.subject_minimum", "rule.subject_maximum", "rule.attestation_count"}
	var ids []string
	for _, rule := range Rules() {
		ids = append(ids, "rule."+rule)
	}
	for _, test := range broken {
		ids = append(ids, test.code)
	}
	for _, language := range text.Languages() {
		for _, id := range append(ids, "campaign.not_found") {
			delete(args, "count")
			if slices.Contains(counting, id) {
				args["count"] = 2
			}
			if said := text.For(language).Say(id, args); said == id || strings.Contains(said, "no value") {
				t.Errorf("%s %s: %s", language, id, said)
			}
		}
	}
}

// BenchmarkCheck checks one graduate; 10,000 of them must stay well below a second.
func BenchmarkCheck(b *testing.B) {
	c := builtin(b, "zno-2020")
	g := pupil(c, "conditions=0102", "medical_number=1", "medical_date=2020-01-10")
	for b.Loop() {
		if _, err := c.Check(g, &c.Demo.School, today); err != nil {
			b.Fatal(err)
		}
	}
}
