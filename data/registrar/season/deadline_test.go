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
	dates := someDates()
	for _, c := range []struct {
		name    string
		today   data.Date
		waiting int
		code    string
		days    int
	}{
		{"the next", "2020-02-01", 5, "start", 2},
		{"nobody is late where it begins, and nobody is bound by a recommended day", "2020-02-27", 5, "recommended", 1},
		{"nobody is bound by a recommended day", "2020-03-01", 5, "send", 16},
		{"on the day itself", "2020-03-17", 5, "send", 0},
		{"missed, with somebody not ready", "2020-03-18", 1, "send", -1},
		{"past, with everybody ready", "2020-03-18", 0, "end", 6},
		{"long after the last", "2020-05-01", 3, "end", -38},
		{"over", "2020-05-01", 0, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, code := deadlineOf(dates, c.today, c.waiting), ""
			if got.Date != nil {
				code = got.Date.Code
			}
			if got.Unknown != 1 {
				t.Errorf("%d days are unknown", got.Unknown)
			}
			if code != c.code || got.Days != c.days || got.Waiting != c.waiting {
				t.Errorf("%s in %d days, %d not ready", code, got.Days, got.Waiting)
			}
		})
	}
}
