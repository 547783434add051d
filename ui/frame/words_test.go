package frame

import "testing"

// A sentence that ends with a mark of its own gets no full stop behind it.
func TestSentencesEndOnce(t *testing.T) {
	for _, c := range [][]string{{"a. b! c? d… (e)", "a", "", "b!", "c?", "d…"}, {"a. (e)", "a."}} {
		if got := Sentences("e", c[1:]...); got != c[0] {
			t.Errorf("%q, want %q", got, c[0])
		}
	}
}
