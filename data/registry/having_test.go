package registry

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
)

// Whoever has all words is found, in order, as if everybody were asked alone; also after somebody has come,
// gone or been renamed.
func TestTheOneTextFindsWhomEachHaystackHas(t *testing.T) {
	c, err := campaign.Builtin("zno-2020", Program)
	if err != nil {
		t.Fatal(err)
	}
	x, chance := newIndex(c), rand.New(rand.NewPCG(1, 1))
	surnames := []string{"Шевченко", "Шевчук", "Лук’яненко", "Їжак", "Коваль"}
	person := func(i int) *data.Graduate {
		return &data.Graduate{ID: fmt.Sprintf("g%04d", i), Surname: surnames[chance.IntN(5)], GivenName: []string{"Олена", "Марія"}[chance.IntN(2)], Class: []string{"11-А", "11-Б", ""}[chance.IntN(3)], Phone: fmt.Sprintf("+38050%07d", chance.IntN(1000))}
	}
	compare := func(when string) {
		t.Helper()
		for _, words := range [][]string{{" ше"}, {" шевч", " о"}, {"0501", " м"}, {" 11 б "}, {" їжак"}, {" нема"}, {"5"}, {" ковал", " 11"}} {
			var want []*entry
			for _, e := range x.ordered {
				if hasAll(e.haystack, words) {
					want = append(want, e)
				}
			}
			if got := x.having(words); !slices.Equal(got, want) {
				t.Errorf("%s: of %q %d are found, not %d", when, words, len(got), len(want))
			}
		}
	}
	compare("nobody is there")
	for i := range 60 {
		x.add(person(i))
	}
	x.sort()
	compare("at first")
	x.replace(person(7))
	compare("one was renamed")
	x.drop("g0008")
	compare("one has gone")
}
