package season_test

import (
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/season"
	"graduand/data/registry"
)

func dateOf(t *testing.T, r *registrar.Registrar, code string) season.Day {
	t.Helper()
	dates, _ := r.Season.Calendar()
	for _, d := range dates {
		if d.Code == code {
			return d
		}
	}
	t.Fatalf("no day %s", code)
	return season.Day{}
}

func TestCalendar(t *testing.T) {
	now := time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC)
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r := desktest.MustCreateFrom(t, string(c.Source()), func() time.Time { return now })
	t.Run("F-04 KG-054 a day that the file leaves open is named by the school, and locks", func(t *testing.T) {
		id := desktest.CompleteORT(t, r)
		desktest.Must(r.Season.NameDay(desktest.Ctx, "registration_end", "15.04.21"))
		if d := dateOf(t, r, "registration_end"); d.On != "2021-04-15" || !d.Own || d.File != "" || !r.Campaign().Confirmed("date.registration_end") {
			t.Errorf("%+v", d)
		}
		if next, err := r.Season.Deadline(); err != nil || next.Date.Code != "registration_end" || next.Days != 45 {
			t.Errorf("next %+v, %v", next, err)
		}
		now = time.Date(2021, 4, 16, 12, 0, 0, 0, time.UTC)
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("privileged=yes"))
		desktest.WantCode(t, "after the end", err, "value.locked")
		now = time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC)
	})
	t.Run("F-04 it stands in the history and is taken back", func(t *testing.T) {
		events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Kind: registry.EventCalendar})
		if err != nil || len(events) != 1 || events[0].Note != "Окончание регистрации: 15.04.2021" {
			t.Errorf("%+v, %v", events, err)
		}
		desktest.Must(r.Season.NameDay(desktest.Ctx, "registration_end", ""))
		if d := dateOf(t, r, "registration_end"); d.On != "" || d.Own {
			t.Errorf("%+v", d)
		}
	})
	t.Run("F-04 days off and moved working days", func(t *testing.T) {
		desktest.Must(r.Season.SetDayOff(desktest.Ctx, "24.03.2021", "День революции", false))
		desktest.Must(r.Season.SetDayOff(desktest.Ctx, "27.03.2021", "", true))
		desktest.Must(r.Season.SetDayOff(desktest.Ctx, "08.03.2021", "рабочий", true))
		rules := r.Campaign()
		if rules.WorkingDay("2021-03-24") || !rules.WorkingDay("2021-03-27") || !rules.WorkingDay("2021-03-08") {
			t.Error("a day off is none")
		}
		if got := rules.AddWorkingDays("2021-03-23", 1); got != "2021-03-25" {
			t.Errorf("the next working day is %s", got)
		}
		desktest.Must(r.Season.ForgetDayOff(desktest.Ctx, "08.03.2021"))
		if _, off := r.Season.Calendar(); len(off) != 2 || r.Campaign().WorkingDay("2021-03-08") {
			t.Errorf("%v: the file's holiday is not back", off)
		}
	})
	t.Run("F-04 what cannot be is refused, and nothing changes", func(t *testing.T) {
		desktest.Must(r.Season.NameDay(desktest.Ctx, "registration_end", "15.04.2021"))
		desktest.WantCode(t, "before the start", r.Season.NameDay(desktest.Ctx, "registration_start", "20.04.2021"), "calendar.disorder")
		desktest.WantCode(t, "another century", r.Season.NameDay(desktest.Ctx, "registration_start", "01.02.1921"), "calendar.far")
		desktest.WantCode(t, "no day", r.Season.NameDay(desktest.Ctx, "registration_start", "скоро"), "value.bad_date")
		desktest.WantCode(t, "no such code", r.Season.NameDay(desktest.Ctx, "graduation", "01.02.2021"), "calendar.unknown")
		desktest.WantCode(t, "off on no day", r.Season.SetDayOff(desktest.Ctx, "", "", false), "calendar.no_day")
		desktest.WantCode(t, "not ours", r.Season.ForgetDayOff(desktest.Ctx, "01.01.2021"), "calendar.no_day_off")
		if d := dateOf(t, r, "registration_start"); d.On != "" {
			t.Errorf("%+v", d)
		}
	})
	desktest.Sound(t, r)
}

// The service of the heads opens on a day that the calendar tells, and that is no deadline for anybody.
func TestTheHeadsServiceOpens(t *testing.T) {
	now := time.Date(2020, 2, 2, 12, 0, 0, 0, time.UTC)
	o := desktest.Options()
	o.Now = func() time.Time { return now }
	r := desktest.MustCreateWith(t, "zno-2020", o)
	t.Run("UA-148 the service opens on 03.02.2020", func(t *testing.T) {
		d := dateOf(t, r, "heads_service_opens")
		if d.On != "2020-02-03" || d.Kind != "event" || !strings.Contains(d.Title, "«Керівникам закладів освіти»") || d.Unnamed() {
			t.Errorf("%+v", d)
		}
		desktest.Must(r.Season.NameDay(desktest.Ctx, d.Code, "05.02.2020"))
		if moved := dateOf(t, r, d.Code); moved.On != "2020-02-05" || moved.File != "2020-02-03" {
			t.Errorf("%+v", moved)
		}
		now = time.Date(2020, 2, 4, 12, 0, 0, 0, time.UTC)
		if next, err := r.Season.Deadline(); err != nil || next.Date == nil || next.Date.Code == d.Code {
			t.Errorf("%+v, %v", next.Date, err)
		}
	})
}

func TestCalendarIsKept(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.Must(r.Season.NameDay(desktest.Ctx, "main_session_start", "02.07.2020"))
	t.Run("F-04 what is counted from a day that was moved moves with it", func(t *testing.T) {
		if d := dateOf(t, r, "withdrawal_end"); d.On != "2020-05-28" || d.Own {
			t.Errorf("%+v", d)
		}
	})
	t.Run("F-04 it is there when the registry is opened again", func(t *testing.T) {
		path := r.Path()
		desktest.Must(r.Close())
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
		desktest.Must(err)
		defer func() { desktest.Must(again.Close()) }()
		if d := dateOf(t, again, "main_session_start"); d.On != "2020-07-02" || d.File != "2020-06-25" {
			t.Errorf("%+v", d)
		}
	})
}

func TestCalendarFollowsANewerFile(t *testing.T) {
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	own := data.Calendar{Named: []data.NamedDay{{Code: "registration_end", On: "2020-04-10", Seen: "2020-03-24"}}}
	t.Run("F-04 the school's day holds as long as the file says what it said", func(t *testing.T) {
		if d := c.WithCalendar(own).Date("registration_end"); d.On != "2020-04-10" || !d.Own {
			t.Errorf("%+v", d)
		}
		if d := c.Date("registration_end"); d.On != "2020-03-24" || d.Own {
			t.Errorf("the file was altered: %+v", d)
		}
		newer, err := registrar.Campaign("", []byte(strings.Replace(string(c.Source()), `on = "2020-03-24"`, `on = "2020-04-20"`, 1)))
		desktest.Must(err)
		if d := newer.WithCalendar(own).Date("registration_end"); d.On != "2020-04-20" || d.Own {
			t.Errorf("%+v", d)
		}
	})
}

func TestTheCalendarIsSortedByDay(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		r := desktest.MustCreate(t, campaign)
		for _, day := range []string{"09.06", "04.06"} {
			desktest.Must(r.Season.SetDayOff(desktest.Ctx, day+"."+r.Today().Dotted()[6:], "", false))
		}
		days, off := r.Season.Calendar()
		last := data.Date("")
		for i, d := range days {
			if d.On != "" && d.On < last || d.On != "" && i > 0 && days[i-1].On == "" {
				t.Errorf("F-04 %s: %s of %s stands behind %q", campaign, d.Code, d.On, last)
			}
			last = d.On
		}
		if len(off) != 2 || off[0].On > off[1].On {
			t.Errorf("F-04 %s: days off %v", campaign, off)
		}
	}
}
