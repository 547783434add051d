package campaign

import (
	"slices"
	"testing"
)

func TestNamesAreSortedByTheAlphabetOfTheCampaign(t *testing.T) {
	for _, test := range []struct {
		c    Campaign
		want []string
	}{
		{Campaign{Language: "uk"}, []string{"Гай", "Ґава", "Єва", "Ігор 2", "Ігор 10", "Їжак", "Яна"}},
		{Campaign{Language: "en"}, []string{"Öberg", "Zorn"}},
		{Campaign{Language: "en", Alphabet: "sv"}, []string{"Zorn", "Öberg"}},
	} {
		got := slices.Clone(test.want)
		slices.Reverse(got)
		slices.SortFunc(got, test.c.Names().CompareString)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %s: %q", test.c.Language, test.c.Alphabet, got)
		}
	}
}
