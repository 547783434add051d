package table_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/registrar/table"
	"graduand/data/registry"
	"graduand/data/text"
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

// Every field of one choice, those that a campaign brings too, takes one value, and says so
// in the words of its choices.
func TestOneChoiceTakesOneValue(t *testing.T) {
	for _, id := range campaign.BuiltinIDs() {
		r := desktest.MustCreate(t, id)
		person := desktest.MustAdd(t, r, "surname=Верболоз", "phone=0555000101")
		for _, f := range r.Campaign().AllFields() {
			codes := r.Campaign().Codes(f.Code)
			if !r.Campaign().Kind(f.Code).One() || f.Kind == campaign.KindSex || len(codes) < 2 {
				continue
			}
			t.Run("UA-033 UA-041 UA-043 KG-046 "+id+" "+f.Code, func(t *testing.T) {
				before := fmt.Sprint(desktest.MustFind(t, r, person))
				for _, several := range []string{codes[0].Code + "," + codes[1].Code, codes[1].Code + " , " + codes[0].Code, codes[0].Code + "," + codes[0].Code, codes[0].Code + "," + strange} {
					_, err := r.Table.Change(desktest.Ctx, person, desktest.Assigns(f.Code+"="+several))
					desktest.WantCode(t, several, err, "value.one_only")
					var refused *data.Error
					if errors.As(err, &refused) {
						if words := text.For("uk").Say(refused.Code, refused.Args); !strings.Contains(words, codes[0].Title) {
							t.Errorf("it says: %s", words)
						}
					}
				}
				_, err := r.Table.ChangeMany(desktest.Ctx, []string{person}, []table.Many{{Field: f.Code, Value: codes[0].Code + "," + codes[1].Code, How: table.Put}})
				desktest.WantCode(t, "many at once", err, "value.one_only")
				if after := fmt.Sprint(desktest.MustFind(t, r, person)); after != before {
					t.Errorf("it is %s", after)
				}
			})
		}
	}
}

func TestCodesThatNobodyChooses(t *testing.T) {
	ort, zno := desktest.MustCreate(t, "ort-2021"), desktest.MustCreate(t, "zno-2020")
	person, pupil := desktest.CompleteORT(t, ort), desktest.MustAdd(t, zno, "surname=Верболоз", "subjects=english:profile")
	for _, test := range []struct {
		name string
		r    *registrar.Registrar
		id   string
		set  string
		code string
	}{
		{"KG-046 the main test is taken by all and chosen by nobody", ort, person, "subjects=main", "value.unknown_code"},
		{"KG-046 one language of testing", ort, person, "language=ky,ru", "value.one_only"},
		{"UA-038 a level that the subject does not have", zno, pupil, "subjects=english:b2", "value.unknown_level"},
		{"UA-038 a level of a subject that has none", zno, pupil, "subjects=history:profile", "value.no_level"},
		{"UA-039 a level stands with the subject alone", zno, pupil, "attestation=english:profile", "value.no_level"},
		{"UA-033 one category", zno, pupil, "category=school_current,past_years", "value.one_only"},
		{"UA-043 a field that the form does not have", ort, person, "centre=tsoomo", "value.unknown_field"},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := fmt.Sprint(desktest.MustFind(t, test.r, test.id))
			_, err := test.r.Table.Change(desktest.Ctx, test.id, desktest.Assigns(test.set))
			desktest.WantCode(t, test.set, err, test.code)
			if after := fmt.Sprint(desktest.MustFind(t, test.r, test.id)); after != before {
				t.Errorf("it is %s", after)
			}
		})
	}
}

// A level that cannot stand is refused with those that can, in every language.
func TestWrongLevelsAreNamed(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Верболоз")
	for _, test := range []struct {
		set   string
		words []string
	}{
		{"subjects=mathematics,english:b2", []string{"Англійська мова", "b2", "english:standard — Англійська мова (рівень стандарту)", "english:profile — Англійська мова (профільний рівень)"}},
		{"subjects=history:zno", []string{"Історія України", "zno", "history"}},
	} {
		for language, level := range map[string]string{"uk": "рівн", "ru": "уровн", "ky": "деңгээл", "en": "level"} {
			t.Run("UA-038 "+test.set+" "+language, func(t *testing.T) {
				_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(test.set))
				var refused *data.Error
				if !errors.As(err, &refused) {
					t.Fatalf("not refused: %v", err)
				}
				said := text.For(language).Say(refused.Code, refused.Args)
				for _, word := range append(test.words, level) {
					if !strings.Contains(said, word) {
						t.Errorf("%q is not in %q", word, said)
					}
				}
			})
		}
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
