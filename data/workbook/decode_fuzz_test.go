package workbook

import (
	"testing"
	"unicode/utf8"

	"graduand/data"
)

// FuzzDecode gives any octets for a text in a code that nobody names.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"ПІБ;Клас\n", "\ufeffПІБ", "\xff\xfe\x1f\x04", "\xcf\xb3\xe1;\xca\xeb\xe0\xf1\n", "P\x00I\x00;\x00", "a\x1a", "\xf0\xe0\xe1"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		text, err := Decode(content)
		switch {
		case err != nil && data.CodeOf(err) == "":
			t.Errorf("refused without a code: %v", err)
		case err == nil && !utf8.ValidString(text):
			t.Errorf("%q is no text", text)
		}
	})
}
