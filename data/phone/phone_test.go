package phone

import (
	"testing"

	"graduand/data"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ s, region, want, code string }{
		{"050 123-45-67", "UA", "+380501234567", ""}, {"(050)1234567", "UA", "+380501234567", ""}, {"501234567", "UA", "+380501234567", ""},
		{"380501234567", "UA", "+380501234567", ""}, {"+38 050 123 45 67", "UA", "+380501234567", ""}, {"8-050-123-45-67", "UA", "+380501234567", ""},
		{"80501234567", "UA", "+380501234567", ""}, {"00380501234567", "UA", "+380501234567", ""}, {"тел. 0501234567", "UA", "+380501234567", ""},
		{"0555123456", "KG", "+996555123456", ""}, {"996555123456", "KG", "+996555123456", ""}, {"555123456", "KG", "+996555123456", ""}, {"+996 (555) 12-34-56", "KG", "+996555123456", ""},
		{"+7 912 345-67-89", "UA", "+79123456789", ""}, {"+44 7400 123456", "KG", "+447400123456", ""},
		{"050 12", "UA", "", "roster.phone_short"}, {"050123456", "UA", "", "roster.phone_short"}, {"", "UA", "", "roster.phone_short"},
		{"0111234567", "UA", "", "roster.phone_invalid"}, {"05012345678999", "UA", "", "roster.phone_invalid"},
	} {
		t.Run("F-14 phone "+c.s, func(t *testing.T) {
			e164, err := Parse(c.s, c.region)
			if e164 != c.want || data.CodeOf(err) != c.code {
				t.Errorf("%q %v, want %q %q", e164, err, c.want, c.code)
			}
		})
	}
	for _, s := range []string{"0671234567 (мама)", "0671234567 апасы", "0671234567 - мама"} {
		if phones, err := Several(s, "UA"); err != nil || len(phones) != 1 || phones[0] != "+380671234567" {
			t.Errorf("F-14 phone with a note %q: %q %v", s, phones, err)
		}
	}
	if s := Format("+380501234567"); s != "+380 50 123 4567" {
		t.Errorf("formatted %q", s)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"050 123-45-67", "+996555123456", "8 (050) 1234567, 0671112233", "3.80501234567E+11"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e164, err := Parse(s, "UA")
		if err == nil {
			if again, err := Parse(e164, "KG"); err != nil || again != e164 {
				t.Fatalf("%q is %q, which is %q %v", s, e164, again, err)
			}
		}
		_, _ = Several(s, "KG")
	})
}

// BenchmarkParse measures one number.
func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("050 123-45-67", "UA"); err != nil {
			b.Fatal(err)
		}
	}
}
