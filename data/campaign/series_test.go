package campaign

import (
	"strings"
	"testing"
)

// F-21: the next campaign is the newest of the same series, and the same where none is newer.
func TestNextIsTheNewestOfTheSeries(t *testing.T) {
	built := builtin(t, "zno-2020")
	earlier := func(changes ...string) *Campaign {
		c, err := Load([]byte(strings.NewReplacer(changes...).Replace(string(built.Source()))), "")
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	for name, c := range map[string]*Campaign{
		"of last year":        earlier("year = 2020", "year = 2019", `id = "zno-2020"`, `id = "zno-2019"`),
		"the one that brings": built,
	} {
		if next, err := Next(c, ""); err != nil || next.ID != "zno-2020" {
			t.Errorf("%s: %v, %v", name, next, err)
		}
	}
	for name, c := range map[string]*Campaign{
		"of another series": earlier("year = 2020", "year = 2019", `id = "zno-2020"`, `id = "nmt-2019"`),
		"of a later year":   earlier("year = 2020", "year = 2025", `id = "zno-2020"`, `id = "zno-2025"`),
	} {
		if next, err := Next(c, ""); err != nil || next != c {
			t.Errorf("%s: %v, %v", name, next, err)
		}
	}
}
