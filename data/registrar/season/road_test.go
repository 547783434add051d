package season_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/season"
)

// put writes what alter makes of somebody, whatever the desks would say.
func put(t testing.TB, r *registrar.Registrar, id string, alter func(*data.Graduate)) {
	t.Helper()
	if err := desktest.Alter(r, id, alter); err != nil {
		t.Fatal(err)
	}
}

// putPost writes lists and packages.
func putPost(t testing.TB, r *registrar.Registrar, lists []*data.List, packages ...*data.Package) {
	t.Helper()
	if err := desktest.Post(r, lists, packages...); err != nil {
		t.Fatal(err)
	}
}

// onList lets a kit be received, looked through and put on a list.
func onList(list string) func(*data.Graduate) {
	return func(g *data.Graduate) {
		g.SetFact(data.Fact{Kind: data.FactKitReceived, On: "2020-02-10"})
		g.SetFact(data.Fact{Kind: data.FactListed, On: "2020-02-10", Seen: list})
	}
}

// moves are what can happen to somebody, and to lists and packages; no desk asks whether it may, and what the registry itself refuses changes nothing.
var moves = []func(*rapid.T, *registrar.Registrar, string){
	func(t *rapid.T, r *registrar.Registrar, id string) {
		number := rapid.SampledFrom([]string{"", strconv.Itoa(1000000 + slices.Index(known(r), id))}).Draw(t, "card")
		_ = desktest.Alter(r, id, func(g *data.Graduate) { g.Set(data.FieldCardNumber, number) })
	},
	func(t *rapid.T, r *registrar.Registrar, id string) {
		kinds := []data.FactKind{data.FactKitReceived, data.FactSent, data.FactReceivedByCentre, data.FactEnvelopeArrived, data.FactEnvelopeHanded, data.FactEnvelopeKept,
			data.FactEnvelopeReturned, data.FactResultEmailed, data.FactWithdrawing, data.FactWithdrawn, data.FactFinished, data.FactEntered, data.FactSigned}
		fact := data.Fact{Kind: rapid.SampledFrom(kinds).Draw(t, "fact"), On: rapid.SampledFrom([]data.Date{"2020-02-05", "2020-04-01"}).Draw(t, "on")}
		_ = desktest.Alter(r, id, func(g *data.Graduate) {
			if g.Current().Fact(fact.Kind, "") != nil {
				g.Set(data.FactField(fact.Kind, ""), "")
				return
			}
			g.SetFact(fact)
		})
	},
	func(t *rapid.T, r *registrar.Registrar, id string) {
		_ = desktest.Alter(r, id, onList(rapid.SampledFrom([]string{"l1", "l2"}).Draw(t, "list")))
	},
	func(t *rapid.T, r *registrar.Registrar, id string) {
		answer := rapid.SampledFrom([]*data.Answer{nil, {State: data.AnswerRegistered}, {State: data.AnswerRefused}}).Draw(t, "answer")
		_ = desktest.Alter(r, id, func(g *data.Graduate) { g.Current().Answer = answer })
	},
	func(t *rapid.T, r *registrar.Registrar, id string) {
		_ = desktest.Alter(r, id, func(g *data.Graduate) {
			if len(g.Registrations) < 4 {
				g.StartAttempt(rapid.SampledFrom([]data.RegistrationKind{data.RetryRegistration, data.ReRegistration}).Draw(t, "kind"), 90+len(g.Registrations))
			}
		})
	},
	func(t *rapid.T, r *registrar.Registrar, _ string) {
		l := &data.List{ID: rapid.SampledFrom([]string{"l1", "l2"}).Draw(t, "of"), Number: 1}
		if rapid.Bool().Draw(t, "final") {
			l.Final = &data.FinalList{Rows: 1, Date: "2020-02-10", Number: "1"}
		}
		if rapid.IntRange(0, 3).Draw(t, "withdrawn") == 0 {
			l.Withdrawn = &data.Fact{On: "2020-02-10"}
		}
		p := &data.Package{ID: "p1", Number: 1, Lists: rapid.SampledFrom([][]string{nil, {"l1"}, {"l1", "l2"}}).Draw(t, "packed"), ByCourier: rapid.Bool().Draw(t, "courier"),
			Postmark: rapid.SampledFrom([]data.Date{"", "2020-02-08", "2020-03-20"}).Draw(t, "stamp"), Received: rapid.SampledFrom([]data.Date{"", "2020-02-08"}).Draw(t, "received")}
		_ = desktest.Post(r, []*data.List{l}, p)
	},
	func(_ *rapid.T, r *registrar.Registrar, id string) {
		_ = desktest.Alter(r, id, func(g *data.Graduate) {
			if g.Removed == nil {
				g.Removed = &data.Fact{Kind: "removed"}
			} else {
				g.Removed = nil
			}
		})
	},
}

// known are the ids of all, whether removed or not.
func known(r *registrar.Registrar) (ids []string) {
	for _, removed := range []bool{false, true} {
		rows, err := r.Table.List(registrar.Filter{Removed: removed})
		desktest.Must(err)
		for _, row := range rows {
			ids = append(ids, row.Graduate.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// Whatever has happened to whom, everybody is in one place and one thing is next for each; nobody is
// counted twice or lost, and whoever has something to do about the papers is in its task.
func TestNobodyIsLost(t *testing.T) {
	for _, name := range registrar.Campaigns() {
		t.Run("F-17 F-02 "+name, func(t *testing.T) {
			r := desktest.MustCreate(t, name)
			for i := range 6 {
				desktest.MustAdd(t, r, "surname=Дуб", "given_name=Яна"+strconv.Itoa(i), "class=11-"+strconv.Itoa(i%2))
			}
			ids := known(r)
			rapid.Check(t, func(rt *rapid.T) {
				for range rapid.IntRange(1, 8).Draw(rt, "moves") {
					rapid.SampledFrom(moves).Draw(rt, "move")(rt, r, rapid.SampledFrom(ids).Draw(rt, "whom"))
				}
				accounts(rt, r, len(ids))
			})
		})
	}
}

// accounts wants each of so many people in one place, one step and one share, and the tasks of the papers
// to be those of the steps.
func accounts(t *rapid.T, r *registrar.Registrar, all int) {
	o, err := r.Season.Overview()
	if err != nil {
		t.Fatal(err)
	}
	places, steps, people := 0, map[data.Next]int{}, 0
	for _, p := range o.Places {
		places += p.Number
	}
	next := 0
	for _, s := range o.Steps {
		next, steps[s.Next] = next+s.Number, s.Number
	}
	for _, whose := range o.People {
		people += len(whose)
	}
	shares := o.Sent + o.Ready + o.Numberless + o.Hindered + o.Untouched
	if places != o.All || next != o.All || people != o.All || shares != o.All || o.All+o.Removed != all {
		t.Fatalf("of %d: %d in places, %d in steps, %d and %d in shares, %d removed", all, places, next, people, shares, o.Removed)
	}
	for _, task := range o.Tasks {
		if data.KnownNext(task.Code) && task.Code != "images" && task.Number != steps[data.Next(task.Code)] {
			t.Fatalf("%+v beside %v", task, steps)
		}
		if len(task.Graduates) != task.Number && task.Code != "calendar" {
			t.Fatalf("%+v", task)
		}
	}
	for _, row := range listed(t, r) {
		if row.Next != "" && steps[row.Next] == 0 {
			t.Fatalf("%s is nowhere", row.Next)
		}
	}
}

func listed(t *rapid.T, r *registrar.Registrar) []registrar.Row {
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// From the form to the certificate each part of the way counts who has come so far.
func TestTheWayOfThePapers(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	ids := make([]string, 5)
	for i := range ids {
		ids[i] = desktest.MustAdd(t, r, "surname=Дуб", "given_name=Яна"+strconv.Itoa(i), "class=11-А", "card_number="+strconv.Itoa(1000000+i))
	}
	put(t, r, ids[1], func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactKitReceived, On: "2020-02-10"}) })
	putPost(t, r, []*data.List{{ID: "l1", Number: 1}, {ID: "l2", Number: 2}, {ID: "l3", Number: 3}})
	put(t, r, ids[2], onList("l1"))
	put(t, r, ids[3], onList("l2"))
	put(t, r, ids[4], onList("l3"))
	final := &data.FinalList{Rows: 1, Date: "2020-02-03", Number: "7"}
	putPost(t, r, []*data.List{{ID: "l1", Number: 1, Final: final}, {ID: "l2", Number: 2, Final: final}, {ID: "l3", Number: 3, Final: final}},
		&data.Package{ID: "p1", Number: 1, Lists: []string{"l2"}, Closed: &data.ClosedPackage{Rows: 1, Kits: 1}},
		&data.Package{ID: "p2", Number: 2, Lists: []string{"l3"}, Closed: &data.ClosedPackage{Rows: 1, Kits: 1}, Postmark: "2020-02-04", Received: "2020-02-05"})
	o := overviewOf(t, r.Season.Overview)
	for code, number := range map[string]int{"kit": 4, "listed": 3, "packed": 2, "dispatched": 1, "at_centre": 1, "answered": 0, "handed": 0} {
		if s := stageOf(o, code); s.Number != number || s.Of != 5 || len(s.Missing) != 5-number {
			t.Errorf("F-02 %s: %+v", code, s)
		}
	}
	for code, number := range map[string]int{"receive_kit": 0, "check_kit": 1, "pack": 1, "post_package": 1, "ask_centre": 0, "await_receipt": 0} {
		if task := taskOf(o, code, ""); task.Number != number {
			t.Errorf("F-17 %s: %+v", code, task)
		}
	}
	if o.Posted == nil || o.Posted.Number != 2 || o.PostedKits != 1 || o.Sent != 1 {
		t.Errorf("%+v, %+v", o.Posted, o.Share)
	}
	put(t, r, ids[4], func(g *data.Graduate) { g.Current().Answer = &data.Answer{State: data.AnswerRefused, On: "2020-02-07"} })
	o = overviewOf(t, r.Season.Overview)
	if task := taskOf(o, "try_again", ""); task.Number != 1 || task.Severity != data.SeverityError || !task.NoDay || task.Until != "" || task.Who != "Дуб Яна4" {
		t.Errorf("UA-102 %+v", task)
	}
	if o.Hindered == 0 || o.Sent != 0 {
		t.Errorf("who was refused needs attention: %+v", o.Share)
	}
	desktest.Must(r.Season.NameDay(desktest.Ctx, "reregistration_end", "15.04.2020"))
	if task := taskOf(overviewOf(t, r.Season.Overview), "try_again", ""); task.Until != "2020-04-15" {
		t.Errorf("UA-102 a day that the school has named: %+v", task)
	}
}

// clocked is a registry of the Ukrainian campaign under a clock, and somebody in it with a number.
func clocked(t *testing.T) (r *registrar.Registrar, id string, at func(day string)) {
	t.Helper()
	r, setDay := desktest.Clocked(t, "zno-2020", data.DateOf(desktest.Noon))
	id = desktest.MustAdd(t, r, "surname=Дуб", "given_name=Яна", "class=11-А", "card_number=0412352")
	return r, id, func(day string) { setDay(data.Date(day)) }
}

func dueOf(o season.Overview, code string) season.Due {
	at := slices.IndexFunc(o.Dues, func(d season.Due) bool { return d.Code == code })
	if at < 0 {
		return season.Due{Date: &campaign.Date{}}
	}
	return o.Dues[at]
}

func TestDuesOfTheRealCalendarOf2020(t *testing.T) {
	r, id, at := clocked(t)
	t.Run("F-03 F-04 days left of the calendar and working, the holiday of March left out", func(t *testing.T) {
		at("2020-03-02")
		o := overviewOf(t, r.Season.Overview)
		// 8 March is a Sunday, so that Monday the 9th is off.
		if d := dueOf(o, "school_send_end"); d.Days != 15 || d.Working != 10 || !slices.Equal(d.Graduates, []string{id}) {
			t.Errorf("%+v", d)
		}
		if d := dueOf(o, "reregistration_end"); d.On != "" || len(d.Graduates) > 0 || o.Dues[len(o.Dues)-1].Code != d.Code {
			t.Errorf("a day that nobody knows stands last: %+v", d)
		}
		if d := dueOf(o, "recommended_send"); d.Late() || d.Days != -3 || len(d.Graduates) != 1 {
			t.Errorf("%+v", d)
		}
		if d := dueOf(o, "withdrawal_end"); d.On != "2020-05-21" || len(d.Graduates) > 0 {
			t.Errorf("UA-107 five weeks before the session as it was moved: %+v", d)
		}
	})
	t.Run("F-03 what will be late is named five working days before, and what is late after", func(t *testing.T) {
		for day, code := range map[string]string{"2020-03-06": "", "2020-03-10": "late_soon", "2020-03-17": "late_soon", "2020-03-18": "late_missed"} {
			at(day)
			o := overviewOf(t, r.Season.Overview)
			for _, late := range []string{"late_soon", "late_missed"} {
				if task := taskOf(o, late, ""); (task.Number == 1) != (late == code) || task.Number == 1 && task.Until != "2020-03-17" {
					t.Errorf("%s: %+v", day, task)
				}
			}
			if missed := code == "late_missed"; missed != (o.Deadline.Days < 0) {
				t.Errorf("%s: %+v", day, o.Deadline)
			}
		}
	})
	t.Run("UA-062 what was posted late is told by its stamp", func(t *testing.T) {
		putPost(t, r, []*data.List{{ID: "l1", Number: 1}})
		put(t, r, id, onList("l1"))
		p := &data.Package{ID: "p1", Number: 1, Lists: []string{"l1"}, Closed: &data.ClosedPackage{Rows: 1, Kits: 1}, Postmark: "2020-03-18"}
		putPost(t, r, nil, p)
		if o := overviewOf(t, r.Season.Overview); taskOf(o, "late_sent", "").Number != 1 || taskOf(o, "late_missed", "").Number != 0 {
			t.Errorf("%+v", o.Tasks)
		}
		p.Postmark = "2020-03-17"
		putPost(t, r, nil, p)
		if o := overviewOf(t, r.Season.Overview); taskOf(o, "late_sent", "").Number != 0 || len(dueOf(o, "school_send_end").Graduates) > 0 {
			t.Errorf("%+v", o.Tasks)
		}
	})
	t.Run("UA-152 UA-153 ten working days from receipt, not from sending", func(t *testing.T) {
		p := &data.Package{ID: "p1", Number: 1, Lists: []string{"l1"}, Closed: &data.ClosedPackage{Rows: 1, Kits: 1}, Postmark: "2020-02-28", Received: "2020-03-03"}
		putPost(t, r, nil, p)
		at("2020-03-18") // 3 March and ten working days, 9 March being off
		o := overviewOf(t, r.Season.Overview)
		if o.Steps[0].Next != data.NextAwait || taskOf(o, "ask_centre", "").Number != 0 {
			t.Errorf("%+v", o.Steps)
		}
		if day := o.Coming[2]; day.On != "2020-03-18" || day.Answers != 1 || !day.Working {
			t.Errorf("%+v", day)
		}
		at("2020-03-19")
		if o = overviewOf(t, r.Season.Overview); taskOf(o, "ask_centre", "").Number != 1 {
			t.Errorf("%+v", o.Steps)
		}
	})
	t.Run("UA-107 who withdraws has the withdrawal's day, and is on no other road", func(t *testing.T) {
		put(t, r, id, func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactWithdrawing, On: "2020-03-18"}) })
		o := overviewOf(t, r.Season.Overview)
		if task := taskOf(o, "send_withdrawal", ""); task.Number != 1 || task.Until != "2020-05-21" || stageOf(o, "dispatched").Of != 0 {
			t.Errorf("%+v, %+v", task, o.Stages)
		}
	})
}

// Every day follows where the school has moved the season, or a newer file has (F-03, F-04).
func TestTheSeasonIsMoved(t *testing.T) {
	r, id, at := clocked(t)
	at("2020-03-18")
	if o := overviewOf(t, r.Season.Overview); o.Deadline.Days != -1 || taskOf(o, "late_missed", "").Number != 1 {
		t.Errorf("%+v, %+v", o.Deadline, o.Tasks)
	}
	desktest.Must(r.Season.NameDay(desktest.Ctx, "school_send_end", "23.03.2020"))
	o := overviewOf(t, r.Season.Overview)
	if o.Deadline.Date.Code != "school_send_end" || o.Deadline.Days != 5 || o.Deadline.Working != 3 || taskOf(o, "late_missed", "").Number != 0 || taskOf(o, "late_soon", "").Until != "2020-03-23" {
		t.Errorf("named by the school: %+v, %+v", o.Deadline, o.Tasks)
	}
	if row, err := r.Table.Find(id); err != nil || row.Due == nil || row.Due.On != "2020-03-23" {
		t.Errorf("the row says %+v, %v", row.Due, err)
	}
	desktest.Must(r.Season.SetDayOff(desktest.Ctx, "20.03.2020", "карантин", false))
	o = overviewOf(t, r.Season.Overview)
	if day := o.Coming[4]; o.Deadline.Working != 2 || day.On != "2020-03-20" || day.Working || day.Off != "карантин" {
		t.Errorf("a day off of the school's own: %+v, %+v", o.Deadline, day)
	}
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	newer, err := registrar.Campaign("", []byte(strings.Replace(string(c.Source()), `on = "2020-03-17"`, `on = "2020-03-23"`, 1)))
	desktest.Must(err)
	again, err := registrar.Create(desktest.Ctx, filepath.Join(t.TempDir(), "newer.graduand"), newer, data.School{Name: "Ліцей"}, registrar.Founder{Name: "tester"}, desktest.Options())
	desktest.Must(err)
	defer func() { desktest.Must(again.Close()) }()
	desktest.MustAdd(t, again, "surname=Дуб", "given_name=Яна", "card_number=0412352")
	if d := dueOf(overviewOf(t, again.Season.Overview), "school_send_end"); d.On != "2020-03-23" || d.Days != 42 || len(d.Graduates) != 1 {
		t.Errorf("in a newer file: %+v", d)
	}
}
