package campaign

import (
	"fmt"
	"strings"
	"testing"

	"graduand/data"
)

// edition is a built-in campaign with some places of its file written otherwise.
func edition(t *testing.T, id string, revision int, otherwise ...string) *Campaign {
	t.Helper()
	c, err := Builtin(id, "1.0")
	if err != nil {
		t.Fatal(err)
	}
	source := string(c.Source())
	for i := 0; i < len(otherwise); i += 2 {
		if !strings.Contains(source, otherwise[i]) {
			t.Fatalf("%q is not in the file", otherwise[i])
		}
		source = strings.Replace(source, otherwise[i], otherwise[i+1], 1)
	}
	newer, err := Load([]byte(strings.Replace(source, "revision = 1", fmt.Sprintf("revision = %d", revision), 1)), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	return newer
}

func topic(r Renewal, code string) Topic {
	for _, t := range r.Topics {
		if t.Code == code {
			return t
		}
	}
	return Topic{}
}

func TestRenewedTellsWhatIsOther(t *testing.T) {
	for _, id := range BuiltinIDs() {
		c, _ := Builtin(id, "1.0")
		t.Run("KG-001 "+id+": of the same file under another number nothing is told", func(t *testing.T) {
			if r := c.Renewed(edition(t, id, 2)); len(r.Days)+len(r.Topics) > 0 || r.Before != 1 || r.After != 2 {
				t.Errorf("%+v", r)
			}
		})
	}
	c, _ := Builtin("zno-2020", "1.0")
	const mathematics = "code = \"mathematics\"\ntitle = \"Математика\"\non = \""
	t.Run("UA-003 a day that moves takes along what is counted from it, and the subjects' days are told", func(t *testing.T) {
		r := c.Renewed(edition(t, "zno-2020", 2, `on = "2020-06-25"`, `on = "2020-06-23"`, mathematics+"2020-06-25", mathematics+"2020-06-26"))
		moved := map[string]DayMove{}
		for _, d := range r.Days {
			switch title := d.Title.(type) {
			case data.Wording:
				moved[title.ID] = d
			case data.Phrase:
				moved[title.ID] = d
			}
		}
		if d := moved["date.main_session_start"]; d.Before != "2020-06-25" || d.After != "2020-06-23" {
			t.Errorf("%+v", r.Days)
		}
		if d := moved["date.withdrawal_end"]; d.Before == d.After || d.After == "" {
			t.Errorf("what is counted from it: %+v", r.Days)
		}
		if d := moved["campaign_change.main_day"]; d.Before != "2020-06-25" || d.After != "2020-06-26" {
			t.Errorf("subject: %+v", r.Days)
		}
		if len(r.Topics) > 0 {
			t.Errorf("a day alone is no other rule: %+v", r.Topics)
		}
	})
	t.Run("KG-001 fees, subjects and rules are told under their headings", func(t *testing.T) {
		newer, err := Load([]byte(strings.ReplaceAll(string(edition(t, "zno-2020", 2).Source()), "spanish", "astronomy")), "1.0")
		if err != nil {
			t.Fatal(err)
		}
		r := c.Renewed(newer)
		subjects := topic(r, "subjects")
		if len(subjects.Added) != 1 || len(subjects.Removed) != 1 {
			t.Errorf("%+v", r.Topics)
		}
		ort, _ := Builtin("ort-2021", "1.0")
		r = ort.Renewed(edition(t, "ort-2021", 2, `main = 370`, `main = 400`))
		if fees := topic(r, "fees"); fees.Code == "" {
			t.Errorf("%+v", r.Topics)
		}
	})
	t.Run("every key of the file that the headings name is one", func(t *testing.T) {
		keys := c.beside(c)
		for key := range topics {
			if _, is := keys[key]; !is {
				t.Errorf("no key %s", key)
			}
		}
		for _, key := range append(untold, fixed...) {
			if _, is := keys[key]; !is {
				t.Errorf("no key %s", key)
			}
		}
	})
}

func TestRefusedRenewals(t *testing.T) {
	c := edition(t, "zno-2020", 3)
	other, _ := Builtin("ort-2021", "1.0")
	for name, want := range map[string]struct {
		newer *Campaign
		code  string
	}{
		"another campaign":        {other, "campaign.another"},
		"the same revision":       {edition(t, "zno-2020", 3), "campaign.not_newer"},
		"an older one":            {edition(t, "zno-2020", 2), "campaign.not_newer"},
		"another key of a person": {edition(t, "zno-2020", 4, `person_key = "card_number"`, `person_key = "phone"`), "campaign.fixed"},
		"a newer one":             {edition(t, "zno-2020", 4), ""},
	} {
		t.Run("UA-003 "+name, func(t *testing.T) {
			if code := data.CodeOf(c.RefuseRenewal(want.newer)); code != want.code {
				t.Errorf("%q", code)
			}
		})
	}
}
