package table_test

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/registry"
)

// strange is a value that no field of codes can hold.
const strange = "no_such_code"

// offered are values of a field, and some that other places of the campaign know.
func offered(r *registrar.Registrar, field string) []string {
	values := []string{strange}
	for _, c := range r.Campaign().Codes(field) {
		values = append(values, c.Code, c.Code+","+strange, c.Code+":"+strange)
		for _, level := range c.Levels {
			values = append(values, level.Code)
		}
	}
	for _, s := range r.Campaign().Subjects {
		values = append(values, s.Code)
	}
	for _, l := range r.Campaign().Languages {
		values = append(values, l.Code, l.Code+","+l.Code)
	}
	return values
}

func TestWhatIsStoredIsWhatTheCheckAccepts(t *testing.T) {
	for _, id := range campaign.BuiltinIDs() {
		r, form := desktest.MustCreate(t, id), shown(t, id)
		for _, f := range r.Campaign().AllFields() {
			if len(r.Campaign().Codes(f.Code)) == 0 || f.Kind == campaign.KindSex || f.Kind == campaign.KindCheckbox {
				continue
			}
			t.Run("F-07 "+id+" "+f.Code, func(t *testing.T) {
				for _, value := range offered(r, f.Code) {
					stored, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (string, error) { return v.Stored(f.Code, value) })
					if err != nil {
						stored = value
					}
					if accepted := accepts(t, form, f, stored); (err == nil) != accepted {
						t.Errorf("%s: stored %v, accepted by the check %v", value, err == nil, accepted)
					}
				}
			})
		}
	}
}

// accepts says whether the check of a form finds no code that cannot stand in a field.
func accepts(t *testing.T, c *campaign.Campaign, f *campaign.Field, value string) bool {
	t.Helper()
	g := &data.Graduate{ID: "g"}
	g.Set(f.Code, value)
	found, err := c.Check(g, nil, "2020-02-10")
	if err != nil {
		t.Fatal(err)
	}
	unknown := []string{"unknown_code", "document_kind_unknown", "subject_level_unknown"}
	return !slices.ContainsFunc(found, func(x data.Finding) bool { return x.Field == f.Code && slices.Contains(unknown, x.Rule) })
}

// shown is a campaign whose form asks everybody for every field.
func shown(t *testing.T, id string) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Builtin(id, "")
	if err != nil {
		t.Fatal(err)
	}
	source := regexp.MustCompile(`(?m)^shown = .*$`).ReplaceAll(c.Source(), nil)
	c, err = campaign.Load(source, "")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCodesThatNobodyChooses(t *testing.T) {
	ort, zno := desktest.MustCreate(t, "ort-2021"), desktest.MustCreate(t, "zno-2020")
	person, pupil := desktest.CompleteORT(t, ort), desktest.MustAdd(t, zno, "surname=Верболоз", "subjects=english:profile")
	for _, test := range []struct {
		name string
		r    *registrar.Registrar
		id   string
		set  string
	}{
		{"KG-046 the main test is taken by all and chosen by nobody", ort, person, "subjects=main"},
		{"KG-046 one language of testing", ort, person, "language=ky,ru"},
		{"UA-038 a level that the subject does not have", zno, pupil, "subjects=english:b2"},
		{"UA-038 a level of a subject that has none", zno, pupil, "subjects=history:profile"},
		{"UA-039 a level stands with the subject alone", zno, pupil, "attestation=english:profile"},
		{"UA-033 one category", zno, pupil, "category=school_current,past_years"},
		{"UA-043 a field that the form does not have", ort, person, "centre=tsoomo"},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := fmt.Sprint(desktest.MustFind(t, test.r, test.id))
			_, err := test.r.Table.Change(desktest.Ctx, test.id, desktest.Assigns(test.set))
			if code := registrar.CodeOf(err); code != "value.unknown_code" && code != "value.unknown_field" {
				t.Errorf("%s: %v", test.set, err)
			}
			if after := fmt.Sprint(desktest.MustFind(t, test.r, test.id)); after != before {
				t.Errorf("it is %s", after)
			}
		})
	}
}

func TestRosterReadsTheWordsOfEveryCode(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	read, err := r.Roster.Read(desktest.Ctx, "11.csv", []byte("ФИО;Область;Предметы\nАсанова Айгуль;Чуйская область;Основной тест, физика\n"), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(read.Rows) != 1 {
		t.Fatalf("rows %v", read.Rows)
	}
	g := &read.Rows[0].Graduate
	if g.Get("region") != "chuy" || g.Get("subjects") != "physics" {
		t.Errorf("F-14 region %q, subjects %q", g.Get("region"), g.Get("subjects"))
	}
}

func TestCollectionReadsLevelsAmongTheMarks(t *testing.T) {
	r, ids := class11(t)
	desktest.Set(t, r, ids[0], "subjects=english:profile")
	content := filledBy(t, r, []string{"attestation"}, func(book *excelize.File, sheet string) {
		write(t, book, sheet, ids[0]+" attestation="+r.Campaign().ChoiceTitle("english:profile"))
	})
	file := readBack(t, r, content)
	same(t, told(file.Proposals), "Лук’яненко attestation:  → english")
}
