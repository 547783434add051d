package phone

import (
	"strings"
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
		{"050\u202f123\u200945\u00a060", "UA", "+380501234560", ""}, {"\u202a+380501234560\u202c", "UA", "+380501234560", ""}, {"050\u2007123\u200b45\u206060", "UA", "+380501234560", ""}, {"'+380501234560", "UA", "+380501234560", ""},
		{"+38(050)123-45-60", "UA", "+380501234560", ""}, {"8-050-123-45-60", "UA", "+380501234560", ""}, {"+38 (050) 123\u201145\u201160", "UA", "+380501234560", ""}, {"моб.: (050) 123 45 60", "UA", "+380501234560", ""},
		{"050 ANNA 567", "UA", "", "roster.phone_short"}, {"0501234560 ext. 12", "UA", "", "roster.phone_invalid"}, {"0501234560;ext=12", "UA", "", "roster.phone_invalid"}, {"0501234560#12", "UA", "", "roster.phone_invalid"}, {"0501234567; 0671234567", "UA", "", "roster.phone_invalid"},
		{"0501234560 (мама)", "UA", "", "roster.phone_invalid"}, {"мама 0501234560", "UA", "", "roster.phone_invalid"}, {"О5О1234560", "UA", "", "roster.phone_short"}, {"1-800-FLOWERS", "UA", "", "roster.phone_short"}, {"немає", "UA", "", "roster.phone_short"},
		{"0111234567", "UA", "", "roster.phone_invalid"}, {"05012345678999", "UA", "", "roster.phone_invalid"},
	} {
		t.Run("F-14 phone "+c.s, func(t *testing.T) {
			e164, err := Parse(c.s, c.region)
			if e164 != c.want || data.CodeOf(err) != c.code {
				t.Errorf("%q %v, want %q %q", e164, err, c.want, c.code)
			}
		})
	}
	if s := Format("+380501234567"); s != "+380 50 123 4567" {
		t.Errorf("formatted %q", s)
	}
}

// TestSeveral writes each number as its last four digits, with the note behind it and «!»
// where it is somebody else's.
func TestSeveral(t *testing.T) {
	for text, want := range map[string]string{
		"0501234560": "4560", "0501234560; 0671114563": "4560 4563", "0501234560, 0671114563": "4560 4563", "0501234560/0671114563": "4560 4563", "0501234560\n0671114563": "4560 4563",
		"0501234560\r\n0671114563": "4560 4563", "0501234560 0671114563": "4560 4563", "050 123 45 60 та 067 111 45 63": "4560 4563", "0501234560 дод. 0671114563": "4560 4563",
		"0501234560 (дод. 0671114563)": "4560 4563", "0501234560 доп.: 0671114563": "4560 4563", "0501234560; 0671114563; 0931114564": "4560 4563 4564",
		"тел. 0501234560, моб. 0671114563": "4560 4563", "050 123 45 60 (мама)": "4560 мама !", "0671114563 апасы": "4563 апасы !", "0671114563 - мама": "4563 мама !", "(тато) 0671114563": "4563 тато !",
		"мама 0501234560": "4560 мама !", "мама: 0501234560, тато: 0671114563": "4560 мама ! 4563 тато !", "0501234560, мама 0671114563": "4560 4563 мама !", "0501234560, мама": "4560 мама !",
		"0501234560 (мама Оксана)": "4560 мама Оксана !", "0501234560 Viber": "4560", "0501234560 (моб.)": "4560", "0501234560 (Катя)": "4560 Катя", "0501234560 (кл. керівник)": "4560 кл. керівник !",
		"0501234560 сестра; 0671114563": "4560 сестра ! 4563", "050 123 45 60 / 63": "4560 [63]", "0442345560 дод. 12": "5560 [12]", "0501234560; 067111": "4560 [067111]", "0501234560; 067 ANNA 63": "4560 [067 ANNA 63]",
		"0501234560\u202f;\u200b067\u202f111\u202f45\u202f63": "4560 4563", "0501234560 0671114": "4560 [0501234560 0671114]",
	} {
		numbers, unread, err := Several(text, "UA")
		var got []string
		for _, n := range numbers {
			got = append(got, n.E164[len(n.E164)-4:])
			if n.Note != "" {
				got = append(got, n.Note)
			}
			if n.Other {
				got = append(got, "!")
			}
		}
		for _, part := range unread {
			got = append(got, "["+part+"]")
		}
		if s := strings.Join(got, " "); s != want || err != nil {
			t.Errorf("F-14 phones %q: %q %v, want %q", text, s, err, want)
		}
	}
	for text, code := range map[string]string{"050 ANNA 567": "roster.phone_short", "мама": "roster.phone_short", "050 12; 067 13": "roster.phone_short", "0111234567": "roster.phone_invalid", "": "roster.phone_short", strings.Repeat("0501234560 ", 30): "roster.phone_invalid"} {
		if numbers, _, err := Several(text, "UA"); data.CodeOf(err) != code || len(numbers) > 0 {
			t.Errorf("F-14 no phone %q: %v %v", text, numbers, err)
		}
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
		_, _, _ = Several(s, "KG")
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
