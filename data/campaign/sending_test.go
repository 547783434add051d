package campaign

import (
	"fmt"
	"strings"
	"testing"

	"graduand/data"
)

// kyivCalendar is the campaign with the last day of re-registration, which no source gives.
func kyivCalendar(t *testing.T) *Campaign {
	var own data.Calendar
	own.Name(data.NamedDay{Code: ReRegistrationEnd, On: "2020-04-07"})
	return builtin(t, "zno-2020").WithCalendar(own)
}

// saysOf is what is said of a sending: «until DAY: verdict days».
func saysOf(term SendingTerm) string {
	end := data.Date("none")
	if term.End != nil {
		end = term.End.On
	}
	return fmt.Sprintf("%s: %s %d", end, term.Verdict, term.Days)
}

func TestSendingEnd(t *testing.T) {
	first, changed, again := data.FirstRegistration, data.ReRegistration, data.RetryRegistration
	for _, test := range []struct {
		name string
		Sending
		want string
	}{
		{"F-03 UA-060 the school on its last day", Sending{Kind: first, Route: "school", On: "2020-03-17"}, "2020-03-17: in_time 0"},
		{"F-03 UA-060 the school a day later", Sending{Kind: first, Route: "school", On: "2020-03-18"}, "2020-03-17: late 1"},
		{"F-03 UA-168 the school on the recommended day", Sending{Kind: first, Route: "school", On: "2020-02-28"}, "2020-03-17: in_time 18"},
		{"UA-055 scans that the school sends on", Sending{Kind: first, Route: "school_scans", On: "2020-03-18"}, "2020-03-17: late 1"},
		{"UA-064 by the own letter, when schools are late", Sending{Kind: first, Route: "post", On: "2020-03-24"}, "2020-03-24: in_time 0"},
		{"UA-064 by the own letter, late", Sending{Kind: first, Route: "post", On: "2020-03-31"}, "2020-03-24: late 7"},
		{"UA-065 scans to the centre", Sending{Kind: first, Route: "centre_scans", On: "2020-03-20"}, "2020-03-24: in_time 4"},
		{"UA-067 in person within the registration", Sending{Kind: first, Route: "in_person", On: "2020-03-23"}, "2020-03-24: in_time 1"},
		{"UA-067 in person, late", Sending{Kind: first, Route: "in_person", On: "2020-03-25"}, "2020-03-24: late 1"},
		{"UA-142 apart, through the school", Sending{Kind: first, Route: "separate", On: "2020-03-18"}, "2020-03-17: late 1"},
		{"before the registration has begun", Sending{Kind: first, Route: "school", On: "2020-01-31"}, "2020-03-17: too_early 0"},
		{"UA-081 changed data until the end of re-registration", Sending{Kind: changed, Route: "school", SentBefore: true, On: "2020-04-01"}, "2020-04-07: in_time 6"},
		{"UA-105 once more after a refusal, on the last day", Sending{Kind: again, Route: "post", SentBefore: true, On: "2020-04-07"}, "2020-04-07: in_time 0"},
		{"UA-105 once more after a refusal, late", Sending{Kind: again, Route: "school", SentBefore: true, On: "2020-04-08"}, "2020-04-07: late 1"},
		{"UA-092 who had sent nothing has no re-registration", Sending{Kind: again, Route: "post", On: "2020-04-01"}, "2020-03-24: late 8"},
		{"UA-092 nor has a first registration, whoever sent before", Sending{Kind: first, Route: "post", SentBefore: true, On: "2020-04-01"}, "2020-03-24: late 8"},
		{"UA-107 withdrawn five weeks before", Sending{Kind: first, Route: "school", Withdrawal: true, On: "2020-05-21"}, "2020-05-21: in_time 0"},
		{"UA-107 withdrawn too late", Sending{Kind: changed, SentBefore: true, Withdrawal: true, On: "2020-05-22"}, "2020-05-21: late 1"},
		{"the additional period, for who is admitted", Sending{Kind: first, Route: "school", Admitted: true, On: "2020-05-25"}, "2020-06-09: in_time 15"},
		{"the additional period has an end too", Sending{Kind: first, Route: "post", Admitted: true, On: "2020-06-10"}, "2020-06-09: late 1"},
		{"the additional period has not begun", Sending{Kind: first, Route: "post", Admitted: true, On: "2020-04-10"}, "2020-06-09: too_early 0"},
		{"who is admitted and needs it not", Sending{Kind: first, Route: "post", Admitted: true, On: "2020-03-24"}, "2020-03-24: in_time 0"},
		{"the additional period is for nobody else", Sending{Kind: first, Route: "post", On: "2020-05-25"}, "2020-03-24: late 62"},
		{"F-03 a day that nobody knows is not in time", Sending{Kind: first, Route: "school"}, "2020-03-17: unknown 0"},
		{"F-03 nor is one for a way that nobody knows", Sending{Kind: first, On: "2020-02-10"}, "none: unknown 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := saysOf(kyivCalendar(t).SendingEnd(test.Sending)); have != test.want {
				t.Errorf("%s, want %s", have, test.want)
			}
		})
	}
}

func TestSendingWithoutTheDay(t *testing.T) {
	zno := builtin(t, "zno-2020")
	t.Run("F-03 UA-081 the end of re-registration that no source gives is not in time", func(t *testing.T) {
		again := Sending{Kind: data.RetryRegistration, Route: "post", SentBefore: true, On: "2020-02-20"}
		if have := saysOf(zno.SendingEnd(again)); have != ": unknown 0" {
			t.Error(have)
		}
	})
	t.Run("F-03 a campaign without a day for schools has its end of registration for them", func(t *testing.T) {
		c, err := Load([]byte(strings.ReplaceAll(string(builtin(t, "ort-2021").Source()), `via = "site"`, `via = "school"`)), "1.0")
		if err != nil {
			t.Fatal(err)
		}
		term := c.SendingEnd(Sending{Kind: data.FirstRegistration, Route: "site", On: c.Date(RegistrationEnd).On})
		if term.End.Code != RegistrationEnd || term.Verdict == SentLate {
			t.Errorf("%+v", term)
		}
	})
	t.Run("UA-003 an end that is no day of the file is refused", func(t *testing.T) {
		source := strings.Replace(string(zno.Source()), `end = "school_send_end"`, `end = "school_sent_end"`, 1)
		if _, err := Load([]byte(source), "1.0"); data.CodeOf(err) != "campaign.unknown_code" {
			t.Error(err)
		}
	})
}

// The session was moved in the middle of the season: the file of then, and of now (domain 1.6).
func TestSendingOfAMovedSession(t *testing.T) {
	zno := builtin(t, "zno-2020")
	then := strings.NewReplacer(
		"on = \"2020-06-25\"\nplanned = \"2020-05-21\"\nkind", "on = \"2020-05-21\"\nkind",
		"on = \"2020-06-04\"\nplanned = \"2020-04-30\"", `on = "2020-04-30"`,
	).Replace(string(zno.Source()))
	planned, err := Load([]byte(then), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	withdrawal := Sending{Kind: data.FirstRegistration, Route: "school", Withdrawal: true, On: "2020-05-04"}
	for _, test := range []struct {
		name string
		c    *Campaign
		want string
	}{
		{"UA-107 by the first plan the sixteenth of April", planned, "2020-04-16: late 18"},
		{"UA-107 by the order of May the end has moved along", zno, "2020-05-21: in_time 17"},
		{"UA-107 F-04 a school that has heard of the move first", planned.WithCalendar(data.Calendar{Named: []data.NamedDay{{Code: MainSessionStart, On: "2020-06-25", Seen: "2020-05-21"}}}), "2020-05-21: in_time 17"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := saysOf(test.c.SendingEnd(withdrawal)); have != test.want {
				t.Errorf("%s, want %s", have, test.want)
			}
		})
	}
	t.Run("F-03 what was sent then was in time by both", func(t *testing.T) {
		sent := Sending{Kind: data.FirstRegistration, Route: "school", On: "2020-03-16"}
		if a, b := saysOf(planned.SendingEnd(sent)), saysOf(zno.SendingEnd(sent)); a != b || a != "2020-03-17: in_time 1" {
			t.Error(a, b)
		}
	})
}

// Ten working days over each day off of the season that fell on a weekday.
func TestAnswerDue(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct{ name, received, due string }{
		{"UA-153 no day off between", "2020-02-10", "2020-02-24"},
		{"UA-153 F-04 over Monday the ninth of March", "2020-02-28", "2020-03-16"},
		{"UA-153 received on a Saturday", "2020-02-29", "2020-03-16"},
		{"UA-153 F-04 received on the day off itself", "2020-03-09", "2020-03-23"},
		{"UA-153 F-04 over Easter Monday", "2020-04-13", "2020-04-28"},
		{"UA-153 F-04 over the first and the eleventh of May", "2020-04-30", "2020-05-18"},
		{"UA-153 F-04 over the eighth of June", "2020-06-01", "2020-06-16"},
		{"UA-153 F-04 over the twenty-ninth of June", "2020-06-22", "2020-07-07"},
		{"UA-152 not received, no term", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := zno.AnswerDue(data.Date(test.received)); string(have) != test.due {
				t.Errorf("%s, want %s", have, test.due)
			}
		})
	}
	t.Run("F-04 a day that the school adds puts it off", func(t *testing.T) {
		own := zno.WithCalendar(data.Calendar{DaysOff: []data.DayOff{{On: "2020-02-14", Title: "карантин"}, {On: "2020-02-22", Title: "відпрацювання", Working: true}}})
		if have := own.AnswerDue("2020-02-10"); have != "2020-02-24" {
			t.Error(have)
		}
		own = zno.WithCalendar(data.Calendar{DaysOff: []data.DayOff{{On: "2020-02-14", Title: "карантин"}}})
		if have := own.AnswerDue("2020-02-10"); have != "2020-02-25" {
			t.Error(have)
		}
	})
	t.Run("UA-153 where no source gives a term there is none", func(t *testing.T) {
		if have := builtin(t, "ort-2021").AnswerDue("2021-02-10"); have != "" {
			t.Error(have)
		}
	})
}
