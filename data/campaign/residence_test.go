package campaign

import "testing"

// UA-067: the centre is that of where the person lives, whatever the school's is.
func TestCentreOfResidence(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct {
		name, want string
		values     []string
	}{
		{"UA-067 the one chosen in the form", "odesa", []string{"centre=odesa", "region=Львівська"}},
		{"UA-067 else that of the oblast", "lviv", []string{"region=Рівненська область"}},
		{"UA-067 in whatever case", "kharkiv", []string{"region=СУМСЬКА обл."}},
		{"UA-067 an oblast that the file gives to no centre tells nothing", "", []string{"region=Одеська"}},
		{"UA-067 nor does an empty one", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if c := zno.CentreOfResidence(pupil(zno, append([]string{"centre=", "region="}, test.values...)...)); c != nil {
				got = c.Code
			}
			if got != test.want {
				t.Errorf("%q", got)
			}
		})
	}
}
