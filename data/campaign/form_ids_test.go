package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// asked is how the form asks a person for a field: absent, hidden, optional, required or
// advised, where an empty one only warns, confirmed, where a person says that it is.
func asked(t *testing.T, c *Campaign, g *data.Graduate, code string) string {
	t.Helper()
	f, p := c.Field(code), c.Person(g, &c.Demo.School, today)
	if f == nil {
		return "absent"
	}
	shown, err := c.Shows(f, p)
	if err != nil {
		t.Fatal(err)
	}
	required, err := c.Holds(f.Required, p)
	switch {
	case err != nil:
		t.Fatal(err)
	case !shown:
		return "hidden"
	case required && f.Severity == string(data.SeverityWarning):
		return "advised"
	case required && f.Severity == string(data.SeverityConfirm):
		return "confirmed"
	case required:
		return "required"
	}
	return "optional"
}

// changed are values that stand in a row, parted by spaces.
func changed(values string) []string { return strings.Fields(values) }

// askedOf has a row for each promise: who, which fields, and how they are asked for.
type askedOf struct{ name, changes, fields, want string }

func checkAsked(t *testing.T, c *Campaign, rows []askedOf) {
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			for _, code := range strings.Split(row.fields, ",") {
				if have := asked(t, c, pupil(c, changed(row.changes)...), code); have != row.want {
					t.Errorf("%s is %s, want %s", code, have, row.want)
				}
			}
		})
	}
}

func TestFieldsOfORTByID(t *testing.T) {
	c := builtin(t, "ort-2021")
	t.Run("KG-042 without a passport the centre is to be called", func(t *testing.T) {
		for rule, changes := range map[string]string{"no_passport": "marks=no_passport", "not_a_passport": "document_kind=birth_certificate"} {
			if f := finding(t, c, pupil(c, changes), rule); !f.Call {
				t.Errorf("%s leads to no call", rule)
			}
		}
	})
	checkAsked(t, c, []askedOf{
		{"KG-041 the record is in the form", "", "surname,given_name,phone", "required"},
		{"KG-041 not everybody has a patronymic", "", "patronymic", "confirmed"},
		{"KG-042 kind and series of the document", "", "document_kind", "advised"},
		{"KG-042 the instruction asks for no series", "", "document_series", "optional"},
		{"KG-042 sex, birth date, number", "", "sex,birth_date,document_number", "required"},
		{"KG-044 D12 settlement and street are mandatory", "", "settlement,street", "required"},
		{"KG-044 D12 nothing else of the address is", "", "region,district,house,flat", "optional"},
		{"KG-045 a second phone may be given", "", "phone2", "optional"},
		{"KG-046 the language is chosen", "", "language", "required"},
		{"KG-046 subjects may be chosen", "", "subjects", "optional"},
		{"KG-047 both sides of the passport", "", "passport_front,passport_back", "required"},
		{"KG-048 the switch «Я льготник» is off for most", "", "privileged", "optional"},
		{"KG-053 off, nothing more is asked", "privileges=orphan", "privileges,privilege_documents", "hidden"},
		{"KG-052 on, privileges and documents are mandatory", "privileged=yes", "privileges,privilege_documents", "required"},
		{"KG-056 the photo of the face", "", "face_photo", "required"},
		{"KG-042 nobody without a passport can give its pictures", "marks=no_passport", "passport_front,passport_back,document_number", "optional"},
	})
}

func TestFieldsOfZNOByID(t *testing.T) {
	past := "category=past_years attestation="
	checkAsked(t, builtin(t, "zno-2020"), []askedOf{
		{"UA-028 surname and name", "", "surname,given_name", "required"},
		{"UA-028 a patronymic only if there is one", "", "patronymic", "optional"},
		{"UA-029 the birth date", "", "birth_date", "required"},
		{"UA-030 kind and number of the document", "", "document_kind,document_number", "required"},
		{"UA-030 an ID card has no series", "", "document_series", "hidden"},
		{"UA-030 a book and a birth certificate have one", "document_kind=passport_book", "document_series", "required"},
		{"UA-030 a foreigner's document may have one", "document_kind=foreign_document", "document_series", "optional"},
		{"UA-031 a phone", "", "phone", "required"},
		{"UA-031 and another", "", "phone2", "optional"},
		{"UA-032 index and settlement", "", "postal_index,settlement", "required"},
		{"UA-032 a village has no streets", "", "region,district,street,house,flat", "optional"},
		{"UA-033 the category", "", "category", "required"},
		{"UA-034 the institution of this year's graduates", "", "institution", "optional"},
		{"UA-034 of others none", past, "institution", "hidden"},
		{"UA-034 nor of a school abroad", "category=foreign_current", "institution", "hidden"},
		{"UA-035 the class of a school", "", "class", "required"},
		{"UA-035 of a college the group, if there is one", "category=vocational_current", "class", "optional"},
		{"UA-035 UA-039 of past years neither class nor ДПА", past, "class,attestation", "hidden"},
		{"UA-036 no level at a school", "", "qualification_level", "hidden"},
		{"UA-036 the level of a trade", "category=vocational_current", "qualification_level", "required"},
		{"UA-036 the level of a student", "category=higher_current", "qualification_level", "required"},
		{"UA-037 no earlier document this year", "", "education_document,education_year", "hidden"},
		{"UA-037 the earlier document of past years", past, "education_document,education_year", "required"},
		{"UA-039 the subjects of ДПА", "", "attestation", "optional"},
		{"UA-040 D6 nobody of this year is asked where he will stay", "", "exam_settlement", "hidden"},
		{"UA-040 D6 nor who learns a trade", "category=vocational_current", "exam_settlement", "hidden"},
		{"UA-040 D6 past years are", past, "exam_settlement", "required"},
		{"UA-040 D6 and graduates of schools abroad", "category=foreign_current", "exam_settlement", "required"},
		{"UA-041 the language of tasks if need be", "", "language", "optional"},
		{"UA-042 no conclusion without a condition", "", "medical_number,medical_date", "hidden"},
		{"UA-042 number and day of the conclusion", "conditions=0102", "medical_number,medical_date", "required"},
		{"UA-043 e-mail is not demanded", "", "email", "optional"},
		{"UA-043 nor a centre this year: it is the school's", "", "centre", "hidden"},
		{"UA-043 past years choose theirs", past, "centre", "optional"},
		{"UA-043 without an address e-mail and centre are", "marks=no_ukrainian_address", "email,centre", "required"},
		{"UA-043 and the address is not", "marks=no_ukrainian_address", "postal_index,settlement", "optional"},
		{"UA-023 UA-024 the language of study", "", "study_language", "hidden"},
		{"UA-023 UA-024 of who has language needs", "marks=language_needs", "study_language", "required"},
		{"UA-018 what differs is asked when something does", "", "other_surname,other_given_name,other_patronymic,other_birth_date,name_certificate", "hidden"},
		{"UA-018 and what explains it", "names_differ=yes", "name_certificate", "required"},
		{"UA-020 UA-021 nothing of another session without a reason", "", "additional_subjects,additional_note", "hidden"},
		{"UA-056 on paper no files", "", "card_scan,document_scan", "hidden"},
		{"UA-025 on paper a scan of the document may be there, to print a copy from", "", "copy_front", "optional"},
		{"UA-025 and of an ID card its back", "document_kind=id_card", "copy_front,copy_back", "optional"},
		{"UA-025 a book has none", "document_kind=passport_book", "copy_back", "hidden"},
		{"UA-025 who sends scans needs no other", "marks=uncontrolled_territory,extern gives_scans=yes", "copy_front,copy_back", "hidden"},
		{"UA-049 on paper a photo may be there, to print both copies from", "", "face_photo", "optional"},
		{"UA-055 UA-056 scans instead of glued photos", "marks=uncontrolled_territory,extern gives_scans=yes", "face_photo,card_scan,document_scan", "required"},
		{"UA-055 who may give scans is asked whether", "marks=uncontrolled_territory,extern", "gives_scans", "optional"},
		{"UA-055 nobody else is", "marks=extern", "gives_scans", "hidden"},
		{"UA-065 scans to a centre: which, and where to", "marks=uncontrolled_territory,email_only category=past_years", "centre,centre_email", "required"},
		{"UA-065 and to the centre", past + " marks=uncontrolled_territory,email_only", "face_photo,card_scan,document_scan", "required"},
		{"UA-066 what no source asks is not collected", "", "personal_number", "absent"},
	})
}

// kitOf are the codes of a kit.
func kitOf(t *testing.T, c *Campaign, g *data.Graduate) string {
	t.Helper()
	kit, err := c.Kit(c.Person(g, &c.Demo.School, today))
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, paper := range kit {
		codes = append(codes, paper.Code)
	}
	return strings.Join(codes, " ")
}

func TestKitsByID(t *testing.T) {
	c := builtin(t, "zno-2020")
	for _, test := range []struct{ name, changes, want string }{
		{"UA-006 a card and a copy of the passport", "", "card passport_copy"},
		{"UA-006 of the book as well", "document_kind=passport_book", "card passport_copy"},
		{"UA-007 a birth certificate instead", "marks=uncontrolled_territory document_kind=birth_certificate", "card birth_certificate_copy"},
		{"UA-010 a foreigner's document instead", "marks=foreigner document_kind=foreign_document", "card foreign_document_copy"},
		{"UA-011 the certificate of who asks for protection", "marks=asylum_seeker document_kind=asylum_certificate", "card asylum_certificate_copy"},
		{"UA-012 the school's certificate with a photo", "marks=uncontrolled_territory,lost_document document_kind=school_certificate", "card school_certificate"},
		{"UA-014 past years prove their education", "category=past_years", "card passport_copy education_document_copy"},
		{"UA-015 who is exempt proves to be learning", "marks=exempt", "card passport_copy study_certificate"},
		{"UA-015 at a trade school too", "marks=exempt category=vocational_current", "card passport_copy study_certificate"},
		{"UA-015 and a student", "marks=exempt category=higher_current", "card passport_copy study_certificate"},
		{"UA-015 and at a school abroad", "category=foreign_current", "card passport_copy study_certificate"},
		{"UA-014 UA-015 the exempt of past years have the document only", "marks=exempt category=past_years", "card passport_copy education_document_copy"},
		{"UA-017 the medical conclusion", "conditions=0501", "card passport_copy medical_conclusion"},
		{"UA-018 what explains the difference", "names_differ=yes", "card passport_copy name_change_copy"},
		{"UA-019 the notarised translation", "documents_language=foreign", "card passport_copy translation_copy"},
		{"UA-019 Ukrainian papers need none", "documents_language=ukrainian", "card passport_copy"},
		{"UA-023 language needs of past years", "marks=language_needs category=past_years", "card passport_copy education_document_copy language_application language_certificate"},
		{"UA-023 this year they are the school's register", "marks=language_needs", "card passport_copy"},
		{"UA-016 several categories at once", "conditions=0101 names_differ=yes documents_language=foreign additional_reason=events category=past_years",
			"card passport_copy education_document_copy medical_conclusion name_change_copy translation_copy additional_application additional_proof"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := kitOf(t, c, pupil(c, changed(test.changes)...)); have != test.want {
				t.Errorf("%s\nwant\n%s", have, test.want)
			}
		})
	}
	t.Run("UA-017 UA-026 originals are originals, copies are certified copies", func(t *testing.T) {
		for i := range c.KitDocuments {
			paper := &c.KitDocuments[i]
			if copied := strings.HasPrefix(paper.Title, "Копія"); copied && paper.Form != "copy" || paper.Code == "medical_conclusion" && paper.Form != "original" {
				t.Errorf("%s is %s", paper.Code, paper.Form)
			}
		}
	})
}

func TestDocumentsByID(t *testing.T) {
	c := builtin(t, "zno-2020")
	certificate := "document_kind=birth_certificate document_series=І-ВЛ document_number=123456"
	foreign := "document_kind=foreign_document document_number=AB1234567"
	asylum := "document_kind=asylum_certificate document_number=012345"
	school := "document_kind=school_certificate document_number=15"
	for _, test := range []struct {
		name, changes string
		allowed       bool
	}{
		{"UA-007 no birth certificate for others", certificate, false},
		{"UA-007 UA-009 from uncontrolled territory, or moved from there", certificate + " marks=uncontrolled_territory", true},
		{"UA-010 no foreign document for others", foreign, false},
		{"UA-010 a foreigner or a stateless person", foreign + " marks=foreigner", true},
		{"UA-011 no asylum certificate for others", asylum, false},
		{"UA-011 who applied for protection", asylum + " marks=asylum_seeker", true},
		{"UA-013 the territory alone is not enough", school + " marks=uncontrolled_territory", false},
		{"UA-013 nor is the loss", school + " marks=lost_document", false},
		{"UA-013 both are", school + " marks=uncontrolled_territory,lost_document", true},
		{"UA-012 UA-013 who learns nowhere has no school to certify it", school + " marks=uncontrolled_territory,lost_document category=past_years", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			refused := slices.Contains(told(t, c, pupil(c, changed(test.changes)...)), "error document_kind_not_allowed document_kind")
			if refused == test.allowed {
				t.Errorf("refused: %v", refused)
			}
		})
	}
	t.Run("UA-008 the list of settlements is data, and its basis is shown", func(t *testing.T) {
		other := altered(t, c, `"Макіївка"`, `"Вигаданівка"`)
		if f := finding(t, other, pupil(other, "settlement=с. Вигаданівка"), "settlement_listed"); !strings.Contains(f.Source, "№ 1085-р") {
			t.Errorf("basis %q", f.Source)
		}
		if slices.Contains(told(t, other, pupil(other, "settlement=м. Макіївка")), "confirm settlement_listed settlement") {
			t.Error("the old list is in the program")
		}
	})
	t.Run("UA-008 occupied territory is a ground of its own, not a place of the decree", func(t *testing.T) {
		for _, place := range []string{"м. Сімферополь", "Севастополь"} {
			f := finding(t, c, pupil(c, "settlement="+place), "settlement_listed")
			if strings.Contains(f.Source, "1085") || strings.Contains(fmt.Sprint(f.Args["list"]), "1085") || f.Proposal == nil {
				t.Errorf("%s: %v, by %s", place, f.Args, f.Source)
			}
		}
	})
	t.Run("UA-065 an address that stands in the file is not asked for", func(t *testing.T) {
		other := altered(t, c, `short_title = "ХРЦОЯО"`, "short_title = \"ХРЦОЯО\"\nemail = \"scans@kharkiv.example\"")
		past := []string{"marks=uncontrolled_territory,email_only", "category=past_years", "centre=kharkiv"}
		if have := told(t, other, pupil(other, past...)); slices.Contains(have, "error required centre_email") {
			t.Error(have)
		}
		if have := told(t, other, pupil(other, append(past, "centre=kyiv")...)); !slices.Contains(have, "error required centre_email") {
			t.Errorf("of another centre: %v", have)
		}
	})
	t.Run("UA-024 the languages that the file marks, and no other", func(t *testing.T) {
		for _, l := range c.Languages {
			slavic := slices.Contains([]string{"uk", "ru", "pl"}, l.Code)
			if slavic != slices.Contains(told(t, c, pupil(c, "marks=language_needs", "study_language="+l.Code)), "warning language_of_study study_language") {
				t.Errorf("%s: Slavic %v", l.Title, slavic)
			}
		}
	})
}

// altered is a campaign with places of its file altered: what stands there and what shall
// stand there instead, by turns.
func altered(t *testing.T, c *Campaign, places ...string) *Campaign {
	t.Helper()
	source := string(c.Source())
	for i := 0; i < len(places); i += 2 {
		if !strings.Contains(source, places[i]) {
			t.Fatalf("the file has no %q", places[i])
		}
		source = strings.Replace(source, places[i], places[i+1], 1)
	}
	other, err := Load([]byte(source), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	return other
}
