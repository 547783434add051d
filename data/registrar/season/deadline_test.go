package season

import (
	"testing"

	"graduand/data"
	"graduand/data/campaign"
)

// someDates are those of a campaign: some are hard, one is recommended, one is not known yet.
func someDates() []campaign.Date {
	return []campaign.Date{
		{Code: "start", Kind: "hard", On: "2020-02-03"},
		{Code: "recommended", Kind: "soft", On: "2020-02-28", After: []string{"start"}},
		{Code: "send", Kind: "hard", On: "2020-03-17", After: []string{"start"}},
		{Code: "unknown", Kind: "hard", After: []string{"send"}},
		{Code: "end", Kind: "hard", On: "2020-03-24", After: []string{"send"}},
		{Code: "session", Kind: "event", On: "2020-03-25", After: []string{"end"}},
	}
}

// The hard day behind the one that counts is one by which something must be done.
func TestTheHardDayBehindTheDeadline(t *testing.T) {
	for _, c := range []struct {
		today, counts data.Date
		code          string
	}{
		{"2020-02-01", "", "send"},
		{"2020-02-01", "2020-02-28", "send"},
		{"2020-02-01", "2020-03-17", "end"},
		{"2020-03-18", "2020-03-17", "end"},
		{"2020-03-18", "2020-03-24", ""},
	} {
		var deadline Deadline
		if c.counts != "" {
			deadline.Date = &campaign.Date{On: c.counts}
		}
		code := ""
		if behind := hardBehind(someDates(), deadline, c.today); behind != nil {
			code = behind.Code
		}
		if code != c.code {
			t.Errorf("behind %q on %s: %q", c.counts, c.today, code)
		}
	}
}

func TestDeadlineOf(t *testing.T) {
	dates := &campaign.Campaign{Dates: someDates()}
	for _, c := range []struct {
		name          string
		today         data.Date
		waits         map[string]int
		code          string
		days, working int
	}{
		{"the next", "2020-02-01", map[string]int{"send": 5}, "start", 2, 1},
		{"what begins today is no day that somebody must keep", "2020-02-03", map[string]int{"send": 5}, "recommended", 25, 19},
		{"nobody is late where it begins", "2020-02-27", map[string]int{"send": 5}, "recommended", 1, 1},
		{"nobody is bound by a recommended day", "2020-03-01", map[string]int{"send": 5}, "send", 16, 12},
		{"on the day itself", "2020-03-17", map[string]int{"send": 5}, "send", 0, 0},
		{"missed, with something due by it", "2020-03-18", map[string]int{"send": 1}, "send", -1, 0},
		{"past, with nothing due by it", "2020-03-18", map[string]int{"end": 1}, "end", 6, 4},
		{"long after the last", "2020-05-01", map[string]int{"send": 3, "end": 3}, "end", -38, 0},
		{"long after another's last", "2020-05-01", map[string]int{"send": 3}, "send", -45, 0},
		{"over", "2020-05-01", nil, "", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, code := deadlineOf(dates, c.today, c.waits), ""
			if got.Date != nil {
				code = got.Date.Code
			}
			if got.Unknown != 1 {
				t.Errorf("%d days are unknown", got.Unknown)
			}
			if code != c.code || got.Days != c.days || got.Working != c.working {
				t.Errorf("%s in %d days, %d of them working", code, got.Days, got.Working)
			}
		})
	}
}
