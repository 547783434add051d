package campaign

import (
	"testing"

	"graduand/data"
)

func TestWorkingDays(t *testing.T) {
	c := builtin(t, "zno-2020")
	t.Run("F-04 UA-153 ten working days over a holiday that was moved", func(t *testing.T) {
		// 8 March 2020 was a Sunday and gave Monday 9 March off.
		if got := c.AddWorkingDays("2020-02-28", 10); got != "2020-03-16" {
			t.Errorf("got %s", got)
		}
	})
	t.Run("F-04 weekends and days off", func(t *testing.T) {
		for day, want := range map[string]bool{"2020-02-28": true, "2020-02-29": false, "2020-03-09": false, "2020-03-10": true, "2020-05-01": false} {
			if c.WorkingDay(data.Date(day)) != want {
				t.Errorf("%s: working %v", day, !want)
			}
		}
	})
	t.Run("F-04 a working Saturday is one by the file", func(t *testing.T) {
		source := string(c.Source()) + "\n[[holiday]]\non = \"2020-02-29\"\ntitle = \"Робоча субота\"\nworking = true\n"
		moved, err := Load([]byte(source), "1.0")
		if err != nil {
			t.Fatal(err)
		}
		if !moved.WorkingDay("2020-02-29") || moved.AddWorkingDays("2020-02-28", 1) != "2020-02-29" {
			t.Error("the Saturday is off")
		}
	})
	t.Run("F-04 an unknown day stays unknown", func(t *testing.T) {
		if got := c.AddWorkingDays("", 3); got != "" {
			t.Errorf("got %s", got)
		}
	})
}
