package campaign

import (
	"errors"
	"strings"
	"testing"

	"graduand/data"
)

func TestWhatTheSchoolsAddressProposes(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	school := func(address string) *data.School { return &data.School{Address: address} }
	for _, test := range []struct {
		name, field, want string
		c                 *Campaign
		s                 *data.School
		changes           []string
	}{
		{"UA-032 the index", "postal_index", "63999", zno, school("63999, Харківська область, смт Тихоозерськ, вул. Шкільна, 1"), nil},
		{"UA-032 the settlement", "settlement", "смт Тихоозерськ", zno, school("63999, Харківська область, смт Тихоозерськ, вул. Шкільна, 1"), nil},
		{"UA-032 a town with a point", "settlement", "м.Львів", zno, school("вул. Миру, 2, м.Львів"), nil},
		{"UA-032 no street is a settlement", "settlement", "", zno, school("вул. Садова, 2"), nil},
		{"UA-032 an index of four digits is none", "postal_index", "", zno, school("6399, смт Тихоозерськ"), nil},
		{"UA-032 what is filled in is not doubted", "settlement", "", zno, school("смт Тихоозерськ"), []string{"settlement=с. Їжаче"}},
		{"UA-032 nor who has no address in the country", "postal_index", "", zno, school("63999"), []string{"marks=no_ukrainian_address"}},
		{"KG-047 the village of the school", "settlement", "село Жаңы-Үмүт", ort, school("720999, Чуйская область, село Жаңы-Үмүт, ул. Школьная, 1"), nil},
		{"KG-047 no school, no proposal", "settlement", "", ort, nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := test.c.Check(pupil(test.c, append([]string{"postal_index=", "settlement="}, test.changes...)...), test.s, today)
			got := ""
			for _, f := range found {
				if f.Field == test.field && f.Proposal != nil {
					got = f.Proposal.Value
				}
			}
			if err != nil || got != test.want {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

// UA-032: what the pattern of the school's part lets through, and the field does not hold, is no
// proposal.
func TestNoPartIsProposedThatTheFieldCannotHold(t *testing.T) {
	zno := altered(t, builtin(t, "zno-2020"), `school_part = '\d{5}'`, `school_part = '\d{4,5}'`)
	ort := altered(t, builtin(t, "ort-2021"), "title = \"Область\"\nkind = \"choice\"\n", "title = \"Область\"\nkind = \"choice\"\nschool_part = '.+'\n")
	for _, test := range []struct {
		c           *Campaign
		field, want string
		address     string
	}{
		{zno, "postal_index", "63999", "6399, 63999"},
		{ort, "region", "batken", "Баткенская область, batken"},
	} {
		if got := test.c.partOfSchool(test.c.Field(test.field), &data.School{Address: test.address}); got != test.want {
			t.Errorf("%s: %q", test.field, got)
		}
	}
}

// KG-042: a series that several kinds have, or one that only its name tells, proposes no kind.
func TestKindOfASeriesThatSeveralHave(t *testing.T) {
	ort := builtin(t, "ort-2021")
	shared := altered(t, ort, `series_pattern = 'ID|AN|AC'`, `series_pattern = 'ID|AN|AC|КР'`, `number_pattern = '\d{7}'`, `number_pattern = '\d{5,7}'`)
	named := altered(t, ort, "by_name_only = true\n", "by_name_only = true\nseries_pattern = 'ID'\n", `example = "AB1234567"`, `example = "ID 1234567"`)
	for _, test := range []struct {
		c    *Campaign
		d    data.Document
		want string
	}{
		{shared, data.Document{Series: "КР", Number: "123456"}, ""},
		{shared, data.Document{Series: "КР", Number: "12345678"}, "birth_certificate"},
		{named, data.Document{Series: "ID", Number: "1234567"}, "passport"},
	} {
		got := ""
		if kind := test.c.KindOf(test.d); kind != nil {
			got = kind.Code
		}
		if got != test.want {
			t.Errorf("%+v: %q", test.d, got)
		}
	}
}

func TestAPartOfTheAddressThatIsNoPattern(t *testing.T) {
	zno := string(builtin(t, "zno-2020").Source())
	_, err := Load([]byte(strings.Replace(zno, `school_part = '\d{5}'`, `school_part = '('`, 1)), "")
	var e *data.Error
	if !errors.As(err, &e) || e.Code != "campaign.bad_pattern" || !strings.HasSuffix(e.Args["key"].(string), ".school_part") {
		t.Errorf("UA-032 %v", err)
	}
}

func TestCentreOfTheSchoolsRegion(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	for _, test := range []struct {
		name, want string
		c          *Campaign
		s          data.School
	}{
		{"UA-119 the oblast of the address", "kharkiv", zno, data.School{Address: "61000, Харківська область, м. Харків"}},
		{"UA-119 in the name, in whatever case", "kharkiv", zno, data.School{Name: "Ліцей СУМСЬКОЇ області"}},
		{"UA-119 the one that is chosen is not doubted", "", zno, data.School{Address: "Харківська область", Centre: "kharkiv"}},
		{"UA-119 another one is", "kharkiv", zno, data.School{Address: "Харківська область", Centre: "kyiv"}},
		{"UA-119 with the index before it", "kharkiv", zno, data.School{Address: "63999 Харківська обл., смт Тихоозерськ"}},
		{"UA-119 a street called after an oblast is none", "", zno, data.School{Address: "61000, м. Харків, вул. Львівська, 5", Centre: "kharkiv"}},
		{"UA-119 nor is a highway", "", zno, data.School{Address: "м. Київ, Харківське шосе, 12", Centre: "kyiv"}},
		{"UA-119 nor a town that ends like one", "", zno, data.School{Name: "Новоград-Волинська гімназія", Centre: "vinnytsia"}},
		{"UA-119 an oblast of two words", "ivano_frankivsk", zno, data.School{Name: "Ліцей Івано-Франківської обласної ради"}},
		{"UA-119 two oblasts say nothing", "", zno, data.School{Name: "Донецька гімназія", Address: "Харківська область"}},
		{"UA-119 nor does an oblast whose centre no source names", "", zno, data.School{Address: "Полтавська область"}},
		{"KG-006 a campaign of one centre has none to propose", "", ort, data.School{Address: "Чуйская область"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if c := test.c.ProposedCentre(&test.s); c != nil {
				got = c.Code
			}
			if got != test.want {
				t.Errorf("%q", got)
			}
		})
	}
}
