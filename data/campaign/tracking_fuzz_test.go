package campaign

import (
	"testing"

	"graduand/data"
)

// Whatever is typed or scanned for the number of a posted item, or of a card, is refused by a code, or read
// as what is read again the same.
func FuzzTracking(f *testing.F) {
	for _, s := range []string{"6102300001234", "RR 123 456 785 UA", "нр-123456785", "*1234567*", "№ 12", "\u00ad", "АВ"} {
		f.Add(s)
	}
	var all []*Campaign
	for _, id := range []string{"zno-2020", "ort-2021"} {
		c, err := Builtin(id, "1.0")
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, c)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, c := range all {
			for _, o := range append([]PostalOperator{{}}, c.PostalOperators...) {
				number, err := c.ReadTracking(o.Code, typed)
				if err != nil && data.CodeOf(err) == "" {
					t.Errorf("refused without a code: %v", err)
				}
				if again, wrong := c.ReadTracking(o.Code, number); err == nil && (again != number || wrong != nil) {
					t.Errorf("%q is %q, which is %q, %v", typed, number, again, wrong)
				}
			}
			number, fits := c.Scanned(typed)
			if again, still := c.Scanned(number); again != number && fits || still != fits && fits {
				t.Errorf("%q is scanned as %q, which is %q", typed, number, again)
			}
		}
	})
}
