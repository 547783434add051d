package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

func TestRoutesByID(t *testing.T) {
	c := builtin(t, "zno-2020")
	for _, test := range []struct {
		name, changes, route, via, photos string
		listed                            bool
	}{
		{"UA-053 a pupil through the school", "", "school", "school", "glued", true},
		{"UA-053 who learns a trade through the school", "category=vocational_current", "school", "school", "glued", true},
		{"UA-053 a student through the school", "category=higher_current", "school", "school", "glued", true},
		{"UA-054 the exempt by post, not on the list", "marks=exempt", "post", "post", "glued", false},
		{"UA-054 at a trade school too", "marks=exempt category=vocational_current", "post", "post", "glued", false},
		{"UA-055 UA-056 an extern from there by e-mail to the school", "marks=uncontrolled_territory,extern gives_scans=yes", "school_scans", "email", "file", true},
		{"UA-055 who brings paper, like all others", "marks=uncontrolled_territory,extern", "school", "school", "glued", true},
		{"UA-055 not every extern", "marks=extern", "school", "school", "glued", true},
		{"UA-055 nor everybody from there", "marks=uncontrolled_territory", "school", "school", "glued", true},
		{"UA-055 schools only, not colleges", "marks=uncontrolled_territory,extern category=higher_current gives_scans=yes", "school", "school", "glued", true},
		{"UA-064 past years by registered letter", "category=past_years", "post", "post", "glued", false},
		{"UA-064 schools abroad too", "category=foreign_current", "post", "post", "glued", false},
		{"UA-065 past years from there by e-mail to the centre", "marks=uncontrolled_territory,email_only category=past_years", "centre_scans", "email", "file", false},
		{"UA-065 only who has no other way", "marks=uncontrolled_territory category=past_years", "post", "post", "glued", false},
		{"UA-142 D9 deep visual impairment apart from all others", "marks=deep_visual_impairment,uncontrolled_territory,extern", "separate", "school", "glued", true},
		{"UA-142 D9 so does Braille", "conditions=0205", "separate", "school", "glued", true},
		{"UA-143 D9 and of past years, not on the list", "marks=deep_visual_impairment category=past_years", "separate_point", "in_person", "glued", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := c.Person(pupil(c, changed(test.changes)...), &c.Demo.School, today)
			route, err := c.RouteFor(p)
			if err != nil || route == nil || route.Code != test.route || route.Via != test.via || route.Photos != test.photos {
				t.Errorf("route %+v, %v", route, err)
			}
			if listed, err := c.Belongs(p); err != nil || listed != test.listed {
				t.Errorf("on the list: %v, %v", listed, err)
			}
		})
	}
	t.Run("UA-142 D9 of all codes only those that the catalogue marks go apart", func(t *testing.T) {
		for i := range c.Conditions {
			x := &c.Conditions[i]
			route, err := c.RouteFor(c.Person(pupil(c, "conditions="+x.Code), nil, today))
			if err != nil || x.SeparateRoute != (route.Code == "separate") {
				t.Errorf("%s: marked %v, route %s, %v", x.Code, x.SeparateRoute, route.Code, err)
			}
		}
	})
	t.Run("UA-143 D9 past years are stopped until the centre was called", func(t *testing.T) {
		past := []string{"category=past_years", "attestation=", "education_document=АА 123456", "education_year=2018", "exam_settlement=м. Харків", "marks=deep_visual_impairment"}
		if have := told(t, c, pupil(c, past...)); !slices.Equal(have, []string{"error separate_route_point marks"}) {
			t.Error(have)
		}
		if f := finding(t, c, pupil(c, past...), "separate_route_point"); !f.Call || !strings.Contains(f.Text, "пункт реєстрації") {
			t.Errorf("%+v", f)
		}
		if have := told(t, c, pupil(c, append(past, `fact.called.1={"on":"2020-02-07","note":"x","seen":"separate_route_point"}`)...)); len(have) > 0 {
			t.Error(have)
		}
	})
}

// additional is a person with nothing wrong who has a reason of this code.
func additional(c *Campaign, code string) *data.Graduate {
	return pupil(c, append(map[string][]string{
		"abroad":       {"marks=studies_abroad"},
		"clash":        {"subjects=ukrainian,mathematics,german:profile,french", "attestation=ukrainian,mathematics,german"},
		"conditions":   {"conditions=0204", "medical_number=1", "medical_date=2020-01-10"},
		"uncontrolled": {"marks=uncontrolled_territory"},
		"other":        {"additional_note=з власної заяви"},
	}[code], "additional_reason="+code, "additional_subjects=mathematics")...)
}

// The reasons that ask for an application and a proof, as point 3.4 is read (D1), and the
// free one (D2).
func TestAdditionalReasonsByID(t *testing.T) {
	c := builtin(t, "zno-2020")
	want := []struct {
		name, code string
		papers     bool
	}{
		{"UA-110 D1 studies abroad", "abroad", true}, {"UA-111 D1 religion", "religion", true}, {"UA-112 D1 two subjects on one day", "clash", false},
		{"UA-113 D1 conditions", "conditions", false}, {"UA-114 D1 events", "events", true}, {"UA-115 D1 uncontrolled territory", "uncontrolled", false},
		{"UA-022 D2 another, in one's own words", "other", true},
	}
	var codes []string
	for _, test := range want {
		codes = append(codes, test.code)
		t.Run(test.name, func(t *testing.T) {
			reason, g := c.AdditionalReason(test.code), additional(c, test.code)
			if have := told(t, c, g); len(have) > 0 {
				t.Errorf("with all that it needs: %v", have)
			}
			kit := kitOf(t, c, g)
			for _, paper := range []string{"additional_application", "additional_proof"} {
				if strings.Contains(kit, paper) != test.papers {
					t.Errorf("UA-021 %s in %s", paper, kit)
				}
			}
			if reason.Application != test.papers || reason.Proof != test.papers {
				t.Errorf("the catalogue says %+v", reason)
			}
			g.Set("additional_subjects", "")
			if asksFor := slices.Contains(told(t, c, g), "error required additional_subjects"); asksFor != test.papers {
				t.Errorf("UA-020 the subjects are asked for: %v", asksFor)
			}
			g.Set("additional_note", "")
			if asksFor := slices.Contains(told(t, c, g), "error required additional_note"); asksFor != reason.Free {
				t.Errorf("D2 the words are asked for: %v", asksFor)
			}
		})
	}
	t.Run("UA-109 six reasons of the order and the free one", func(t *testing.T) {
		var have []string
		for _, r := range c.AdditionalReasons {
			have = append(have, r.Code)
		}
		if !slices.Equal(have, codes) || !c.AdditionalReasons[6].Free || c.Confirmed("additional_reason.other") {
			t.Error(have)
		}
	})
}

func TestReasonsThatDoNotFit(t *testing.T) {
	c := builtin(t, "zno-2020")
	for _, test := range []struct{ name, reason, want string }{
		{"UA-110 abroad, and nothing says so", "abroad", "warning reason_abroad additional_reason"},
		{"UA-112 a clash of no subjects", "clash", "warning reason_without_clash additional_reason"},
		{"UA-113 conditions that need no other session", "conditions", "warning reason_without_condition additional_reason"},
		{"UA-115 not from there", "uncontrolled", "warning reason_uncontrolled marks"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := told(t, c, pupil(c, "additional_reason="+test.reason, "additional_subjects=mathematics")); !slices.Equal(have, []string{test.want}) {
				t.Error(have)
			}
		})
	}
	t.Run("UA-115 the mark is proposed, beside those that there are", func(t *testing.T) {
		f := finding(t, c, pupil(c, "additional_reason=uncontrolled", "marks=disability"), "reason_uncontrolled")
		if f.Proposal == nil || f.Proposal.Value != "disability,uncontrolled_territory" {
			t.Errorf("%+v", f.Proposal)
		}
	})
	t.Run("UA-109 not after the end of re-registration", func(t *testing.T) {
		known := altered(t, c, `title = "Завершення перереєстрації"`, "title = \"Завершення перереєстрації\"\non = \"2020-04-06\"")
		for day, locked := range map[data.Date]bool{"2020-04-06": false, "2020-04-07": true} {
			have, err := known.Holds(known.Field(data.FieldAdditionalReason).Locked, known.Person(pupil(known), nil, day))
			if err != nil || have != locked {
				t.Errorf("on %s locked: %v, %v", day, have, err)
			}
		}
	})
}

// Subjects by the rules of each campaign, beyond what the table of findings has.
func TestSubjectRulesByID(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	for _, test := range []struct {
		name, changes string
		c             *Campaign
		want          []string
	}{
		{"F-19 the same subject twice", "marks=exempt attestation= subjects=physics,biology,physics", zno, []string{"error subject_duplicate subjects"}},
		{"F-19 four for ДПА", "subjects=ukrainian,mathematics,english:profile,history attestation=ukrainian,mathematics,english,history", zno, []string{"error attestation_count attestation"}},
		{"F-19 history instead of mathematics", "subjects=ukrainian,history,english:profile attestation=ukrainian,history,english", zno, nil},
		{"F-19 who takes it again chooses freely", "marks=last_year_retaker attestation=mathematics", zno, nil},
		{"F-19 past years count nothing", "category=past_years education_document=А education_year=2018 exam_settlement=Суми subjects=history attestation=", zno, nil},
		{"F-19 any number of tests, or none", "subjects=mathematics,physics,chemistry,biology,history,english,kyrgyz,russian", ort, []string{"warning payment_due "}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := told(t, test.c, pupil(test.c, changed(test.changes)...)); !slices.Equal(have, test.want) {
				t.Error(have)
			}
		})
	}
	t.Run("F-04 every country has its own days off", func(t *testing.T) {
		for day, off := range map[data.Date]*Campaign{"2020-04-20": zno, "2020-06-29": zno, "2021-01-07": ort, "2021-03-08": ort, "2021-04-07": ort} {
			if zno.WorkingDay(day) != (off != zno) || ort.WorkingDay(day) != (off != ort) {
				t.Errorf("%s: zno works %v, ort works %v", day, zno.WorkingDay(day), ort.WorkingDay(day))
			}
		}
	})
}

func TestAmountDueByID(t *testing.T) {
	ort := builtin(t, "ort-2021")
	free := altered(t, ort, "free_with = []", `free_with = ["orphan"]`)
	dear := altered(t, ort, "title = \"Физика\"", "title = \"Физика\"\nfee = 500")
	for _, test := range []struct {
		name, changes string
		c             *Campaign
		want          int
	}{
		{"KG-057 the main test alone", "", ort, 370},
		{"KG-057 and each chosen test", "subjects=mathematics,physics", ort, 3 * 370},
		{"KG-057 D13 a test with a price of its own", "subjects=mathematics,physics", dear, 2*370 + 500},
		{"KG-057 a privilege frees nobody unless the campaign says so", "privileged=yes privileges=orphan", ort, 370},
		{"KG-057 here it says so", "subjects=physics privileged=yes privileges=orphan", free, 0},
		{"KG-057 not for another privilege", "privileged=yes privileges=disabled_child", free, 370},
		{"KG-057 KG-053 nor with the switch off", "privileges=orphan", free, 370},
		{"KG-057 where nothing is paid", "", builtin(t, "zno-2020"), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := test.c.AmountDue(pupil(test.c, changed(test.changes)...)); have != test.want {
				t.Errorf("%d, want %d", have, test.want)
			}
		})
	}
	t.Run("KG-064 paid in full, nothing is left to say", func(t *testing.T) {
		g := pupil(ort, "subjects=physics", `payment.2={"type":"bank","number":"18","amount":369}`)
		if f := finding(t, ort, g, "payment_due"); fmt.Sprint(f.Args["due"], f.Args["paid"], f.Args["left"]) != "740 739 1" {
			t.Errorf("%+v", f.Args)
		}
		g.Set("payment.2", `{"type":"bank","number":"18","amount":370}`)
		if have := told(t, ort, g); len(have) > 0 {
			t.Error(have)
		}
	})
}
