package campaign

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// What is damaged or missing in the sources, and how the files treat it (part D); D1, D2,
// D6, D9 and D12 are in the tables of reasons, fields and routes.
func TestDamagedPlaces(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	again := func(changes ...string) *data.Graduate {
		g := pupil(zno, changes...)
		g.Current().Kind = data.ReRegistration
		return g
	}
	t.Run("D3 UA-085 «пунктами 23» are 2 and 3: base and category papers again", func(t *testing.T) {
		changes := []string{"conditions=0102", "names_differ=yes"}
		if have, want := kitOf(t, zno, again(changes...)), kitOf(t, zno, pupil(zno, changes...))+" old_certificate"; have != want {
			t.Errorf("%s\nwant\n%s", have, want)
		}
		if have := kitOf(t, zno, again("marks=no_ukrainian_address,lives_abroad")); have != "card passport_copy old_certificate_copy" {
			t.Errorf("UA-084 %s", have)
		}
	})
	t.Run("D4 UA-086 «пунктах 81011» are 8, 10 and 11: the way of the first kit", func(t *testing.T) {
		for _, marks := range []string{"", "exempt", "uncontrolled_territory,extern"} {
			for _, category := range []string{"school_current", "past_years", "foreign_current"} {
				changes := []string{"marks=" + marks, "category=" + category, "gives_scans=yes"}
				one, _ := zno.RouteFor(zno.Person(pupil(zno, changes...), nil, today))
				two, err := zno.RouteFor(zno.Person(again(changes...), nil, today))
				if err != nil || one == nil || one != two {
					t.Errorf("%v: %+v, %+v, %v", changes, one, two, err)
				}
			}
		}
	})
	t.Run("D11 every privilege is an example, and a file may bring others", func(t *testing.T) {
		for _, p := range ort.Privileges {
			if !p.Example || ort.Confirmed("privilege.title") {
				t.Errorf("%s is shown as known", p.Title)
			}
		}
		other := altered(t, ort, "code = \"orphan\"\ntitle = \"Сирота\"", "code = \"veteran\"\ntitle = \"Ветеран\"",
			`privileges = "orphan"`, `privileges = "veteran"`)
		wantFound(t, other, "error privilege_document privilege_documents", "privileged=yes", "privileges=veteran")
		wantFound(t, ort, "error unknown_code privileges", "privileged=yes", "privileges=veteran", "privilege_documents=veteran:f9")
	})
	t.Run("D13 fees and kinds of payment are of the file, unconfirmed", func(t *testing.T) {
		other := altered(t, ort, "main = 370", "main = 500", "per_subject = 370", "per_subject = 120")
		if have := other.AmountDue(pupil(other, "subjects=mathematics,english")); have != 740 {
			t.Errorf("due %d", have)
		}
		unconfirmed(t, ort, "fee.main", "fee.per_subject", "fee.free_with")
	})
	t.Run("D14 subjects, languages and regions are of the file, unconfirmed", func(t *testing.T) {
		for field, at := range map[string]string{"subjects": "code = \"physics\"", "language": "code = \"uz\"", "region": "code = \"naryn\""} {
			other := altered(t, ort, at, `code = "x17"`)
			wantFound(t, ort, "error unknown_code "+field, field+"=x17")
			if have := told(t, other, pupil(other, field+"=x17")); slices.Contains(have, "error unknown_code "+field) {
				t.Errorf("%s: %v", field, have)
			}
		}
		unconfirmed(t, ort, "subject.code", "language_of_tasks.code")
	})
	t.Run("D15 only «В рассмотрении» is known: what follows is an example that a file renames", func(t *testing.T) {
		for _, s := range ort.ExternalStatuses {
			if s.Example == (s.Title == "В рассмотрении") {
				t.Errorf("%s: example %v", s.Title, s.Example)
			}
		}
		for _, s := range zno.ExternalStatuses {
			if !s.Example {
				t.Errorf("D7 no source shows %s", s.Title)
			}
		}
		other := altered(t, ort, `refused = ["rejected"]`, `refused = ["returned"]`, "code = \"rejected\"\ntitle = \"Отклонено\"", "code = \"returned\"\ntitle = \"Возвращено\"",
			`status = "rejected"`, `status = "returned"`, `status = "rejected"`, `status = "returned"`)
		for c, want := range map[*Campaign]int{ort: 370, other: 0} {
			g := pupil(c, `payment.1={"type":"bank","number":"17","amount":370,"verdict":{"kind":"returned"}}`)
			if have := c.AmountPaid(g); have != want {
				t.Errorf("paid %d, want %d", have, want)
			}
		}
		unconfirmed(t, ort, "external_status.title")
	})
}

// requirement is a line of our own lists; in a file it may stand in a comment alone.
var requirement = regexp.MustCompile(`\b(UA|KG)-\d{3}\b|\bF-\d{2}\b|\(D\d{1,2}\)`)

func TestNoRequirementIsNamedInTheTextsOfAFile(t *testing.T) {
	for _, id := range BuiltinIDs() {
		var look func(at string, v reflect.Value)
		look = func(at string, v reflect.Value) {
			switch v.Kind() {
			case reflect.String:
				if requirement.MatchString(v.String()) {
					t.Errorf("%s %s: %s", id, at, v)
				}
			case reflect.Slice:
				for i := range v.Len() {
					look(fmt.Sprintf("%s[%d]", at, i+1), v.Index(i))
				}
			case reflect.Map:
				for _, key := range v.MapKeys() {
					look(at+"."+key.String(), v.MapIndex(key))
				}
			case reflect.Pointer:
				if !v.IsNil() {
					look(at, v.Elem())
				}
			case reflect.Struct:
				for i := range v.NumField() {
					if f := v.Type().Field(i); f.Tag.Get("toml") != "" || f.Anonymous {
						look(at+"."+f.Name, v.Field(i))
					}
				}
			}
		}
		look("", reflect.ValueOf(builtin(t, id)))
	}
}

func wantFound(t *testing.T, c *Campaign, want string, changes ...string) {
	t.Helper()
	if have := told(t, c, pupil(c, changes...)); !slices.Contains(have, want) {
		t.Errorf("no %s in %v", want, have)
	}
}

func unconfirmed(t *testing.T, c *Campaign, places ...string) {
	t.Helper()
	for _, place := range places {
		if c.Confirmed(place) {
			t.Errorf("%s counts as known", place)
		}
	}
}

// formOf shows which of some fields a campaign's form has, as "code kind".
func formOf(c *Campaign, codes ...string) string {
	var have []string
	for _, code := range codes {
		if f := c.Field(code); f != nil {
			have = append(have, code+" "+f.Kind)
		}
	}
	return strings.Join(have, ", ")
}

// ways are what the routes of a campaign have, each once.
func ways(c *Campaign, of func(*RegistrationRoute) string) string {
	var all []string
	for i := range c.RegistrationRoutes {
		if way := of(&c.RegistrationRoutes[i]); !slices.Contains(all, way) {
			all = append(all, way)
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// spaced are values with spaces between.
func spaced(values ...any) string { return strings.TrimSpace(fmt.Sprintln(values...)) }

// lacking is what a check finds of a pupil without some values.
func lacking(t *testing.T, c *Campaign, changes string) string {
	return strings.Join(told(t, c, pupil(c, changed(changes)...)), ", ")
}

// Where the two systems differ (part E): each side of the table is read from its file.
func TestDifferencesOfTheCampaigns(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	via := func(r *RegistrationRoute) string { return r.Via }
	photos := func(r *RegistrationRoute) string { return r.Photos }
	scans := "marks=uncontrolled_territory,extern gives_scans=yes card_scan=f1 document_scan=f2"
	for _, row := range []struct{ topic, ort, wantORT, zno, wantZNO string }{
		{"photo colour KG-022 UA-050", ort.Photo.Colour, "colour", zno.Photo.Colour, "any"},
		{"photo carrier: a file", lacking(t, ort, "face_photo="), "error required_file face_photo", lacking(t, zno, "face_photo="), ""},
		{"photo carrier: a file on the route of scans", "", "", lacking(t, zno, scans), "error required_file face_photo"},
		{"photo carrier: by the routes", ways(ort, photos), "file", ways(zno, photos), "file glued"},
		{"photo carrier: prints", spaced(ort.Photo.Copies), "1", spaced(zno.Photo.Copies, zno.Photo.WidthMM, zno.Photo.HeightMM), "2 30 40"},
		{"photo age in months KG-023 UA-051", spaced(ort.Photo.MaximumAgeMonths), "6", spaced(zno.Photo.MaximumAgeMonths), "0"},
		{"passport: two pictures, a paper copy", lacking(t, ort, "passport_front= passport_back="), "error required_file passport_front, error required_file passport_back", zno.KitDocument("passport_copy").Form, "copy"},
		{"who certifies: nobody, the registrant", spaced(len(ort.KitDocuments)), "0", kitOf(t, zno, pupil(zno)), "card passport_copy"},
		{"fee", spaced(ort.AmountDue(pupil(ort)), ort.Has("payments")), "370 true", spaced(zno.AmountDue(pupil(zno)), zno.Has("payments")), "0 false"},
		{"privileges, conditions", formOf(ort, "privileged", "privileges", "privilege_documents", "conditions"), "privileged checkbox, privileges privileges, privilege_documents files",
			formOf(zno, "privileged", "privileges", "privilege_documents", "conditions"), "conditions conditions"},
		{"who fills it in himself", spaced(ort.Has("accesses"), formOf(ort, "mode")), "true mode choice", spaced(zno.Has("accesses"), formOf(zno, "mode")), "false"},
		{"channel to the centre", ways(ort, via) + ", " + ort.PlaceOfRecord, "site, site", ways(zno, via) + ", " + zno.PlaceOfRecord, "email in_person post school, paper"},
		{"answer in working days", spaced(ort.AnswerWorkingDays), "0", spaced(zno.AnswerWorkingDays), "10"},
		{"language", lacking(t, ort, "language="), "error required language", lacking(t, zno, "language="), ""},
		{"key of the person", spaced(ort.PersonKey, ort.PhoneIsLogin, formOf(ort, "card_number")), "phone true", spaced(zno.PersonKey, zno.PhoneIsLogin, formOf(zno, "card_number")), "card_number false card_number text"},
		{"mandatory address", lacking(t, ort, "settlement= street= house="), "error required settlement, error required street", lacking(t, zno, "settlement= street= postal_index="), "error required postal_index, error required settlement"},
		{"mandatory address, there is none", "", "", lacking(t, zno, "settlement= postal_index= marks=no_ukrainian_address,lives_abroad"), "error required email, error required centre"},
	} {
		t.Run("E "+row.topic, func(t *testing.T) {
			if row.ort != row.wantORT {
				t.Errorf("ort-2021: %q, want %q", row.ort, row.wantORT)
			}
			if row.zno != row.wantZNO {
				t.Errorf("zno-2020: %q, want %q", row.zno, row.wantZNO)
			}
		})
	}
	t.Run("E deadline counted by the end of the campaign", func(t *testing.T) {
		ended := altered(t, ort, "title = \"Окончание регистрации\"", "title = \"Окончание регистрации\"\non = \"2021-04-15\"")
		for day, locked := range map[data.Date]bool{"2021-04-15": false, "2021-04-16": true} {
			for _, field := range []string{"privileged", "privileges", "privilege_documents"} {
				have, err := ended.Holds(ended.Field(field).Locked, ended.Person(pupil(ended), nil, day))
				if err != nil || have != locked {
					t.Errorf("KG-054 %s on %s: locked %v, %v", field, day, have, err)
				}
			}
		}
	})
}
