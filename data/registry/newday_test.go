package registry_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// dailyRules say the day in each way in which a campaign file may.
const dailyRules = `[[rule]]
code = "grown"
when = 'age >= 18'
severity = "confirm"
field = "class"
message = "Повнолітній."

[[rule]]
code = "in_bloom"
when = 'spring and surname == "Гай"'
severity = "warning"
field = "class"
message = "Весна."

[[rule]]
code = "medical_date_future"`

// daily is a registry whose day moves, of the campaign with rules that say the day, and with people for
// whom something begins or ends in the spring of 2020.
func daily(t *testing.T, day *time.Time) *registrar.Registrar {
	source := desktest.SourceWith(t, "zno-2020", "[[rule]]\ncode = \"medical_date_future\"", dailyRules)
	source = strings.Replace(source, "[[term]]\n", "[[term]]\ncode = \"spring\"\nwhen = 'today >= \"2020-03-25\" and today < \"2020-06-01\"'\n\n[[term]]\n", 1)
	r := desktest.MustCreateFrom(t, source, func() time.Time { return *day })
	s := &scene{r: r, gai: desktest.MustAdd(t, r, "surname=Гай", "given_name=Яна", "birth_date=2003-01-01")}
	for i, values := range [][]string{
		{"surname=Юний", "birth_date=2006-03-05"},      // younger than anybody can be, until the birthday
		{"surname=Майбутній", "birth_date=2020-03-10"}, // not born yet
		{"surname=Дорослий", "birth_date=2002-04-01"},
		{"surname=Медичний", "birth_date=2003-01-01", "conditions=0204", "medical_date=2020-03-15"},
	} {
		desktest.MustAdd(t, r, append(values, "given_name=Яна", "class=11-"+string(rune('А'+i)))...)
	}
	s.dub = desktest.MustAdd(t, r, "surname=Дуб", "given_name=Яна", "birth_date=2003-01-01", "card_number=0412352")
	desktest.Must(desktest.Post(r, []*data.List{{ID: "l1", Number: 1}}))
	s.alter(s.dub, func(g *data.Graduate) {
		g.SetFact(data.Fact{Kind: data.FactKitReceived, On: "2020-02-20"})
		g.SetFact(data.Fact{Kind: data.FactListed, On: "2020-02-20", Seen: "l1"})
	})
	final := data.List{ID: "l1", Number: 1, Final: &data.FinalList{Rows: 1, Date: "2020-03-01", Number: "7"}}
	desktest.Must(desktest.Post(r, []*data.List{&final}, &data.Package{ID: "p1", Number: 1, Lists: []string{"l1"},
		Closed: &data.ClosedPackage{Rows: 1, Kits: 1}, Postmark: "2020-03-02", Received: "2020-03-04"}))
	return r
}

// What is kept from one day to the next is what a full check finds, whatever begins or ends between
// them; and those whom the day does not concern are not checked again.
func TestANewDayFindsWhatAFullCheckFinds(t *testing.T) {
	t.Run("F-03 F-04 UA-153", func(t *testing.T) {
		day := time.Date(2020, 2, 25, 9, 0, 0, 0, time.UTC)
		r := daily(t, &day)
		before, changed := known(t, r), 0
		for day.Month() < time.July {
			day = day.AddDate(0, 0, 1)
			kept := known(t, r)
			registry.CheckAnew(r.Registry)
			if anew := known(t, r); !reflect.DeepEqual(kept, anew) {
				t.Fatalf("%s: %s", day.Format(time.DateOnly), differing(kept, anew))
			}
			if !reflect.DeepEqual(before, kept) {
				changed++
			}
			before = kept
		}
		// Three birthdays or births, the medical date, both ends of the spring, the answer that is late.
		if changed != 7 {
			t.Errorf("something changed on %d days, not on 7", changed)
		}
	})
}

func TestANewDayChecksOnlyWhomItConcerns(t *testing.T) {
	day := time.Date(2020, 3, 4, 9, 0, 0, 0, time.UTC)
	r := daily(t, &day)
	before := firstFindings(t, r)
	day = day.AddDate(0, 0, 1)
	after := firstFindings(t, r)
	for surname, found := range before {
		if kept := after[surname] == found; kept == (surname == "Юний") {
			t.Errorf("%s: kept %v", surname, kept)
		}
	}
}

// firstFindings are where the findings of everybody stand in memory, by surname.
func firstFindings(t *testing.T, r *registrar.Registrar) map[string]*data.Finding {
	first, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (map[string]*data.Finding, error) {
		first := map[string]*data.Finding{}
		if _, err := v.Standing(); err != nil {
			return nil, err
		}
		for _, g := range v.All() {
			found, err := v.Findings(g)
			if err != nil {
				return nil, err
			}
			first[g.Surname] = &found[0]
		}
		return first, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return first
}
