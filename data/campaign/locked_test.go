package campaign

import "testing"

// KG-054: a closed field says since when it is closed, where its expression names the day, by a word
// of the file too.
func TestAClosedFieldKnowsItsDay(t *testing.T) {
	for id, of := range map[string]struct{ field, date string }{
		"ort-2021": {"privileges", RegistrationEnd},
		"zno-2020": {"additional_reason", ReRegistrationEnd},
	} {
		c, err := Builtin(id, "")
		if err != nil {
			t.Fatal(err)
		}
		day := c.Date(of.date)
		if day.On = "2020-06-20"; c.LockedAfter(of.field) != "2020-06-20" {
			t.Errorf("%s: %q", id, c.LockedAfter(of.field))
		}
		if day.On = ""; c.LockedAfter(of.field) != "" || c.LockedAfter("surname") != "" || c.LockedAfter("nothing") != "" {
			t.Errorf("%s: a day that nobody has named is told", id)
		}
	}
}
