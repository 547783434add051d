package phone

import "testing"

func TestNumberAtHome(t *testing.T) {
	for _, c := range []struct{ region, e164, want string }{
		{"KG", "+996777121205", "0777121205"},
		{"UA", "+380501234567", "0501234567"},
		{"KG", "+380501234567", ""},
		{"KG", "", ""},
	} {
		if got := HomeOf(c.region).Number(c.e164); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.e164, c.region, got, c.want)
		}
	}
}
