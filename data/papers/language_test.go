package papers

import (
	"bytes"
	"strings"
	"testing"

	"graduand/data"
)

// A paper that a graduate reads is written in the language that is asked for, in the words of
// the campaign too.
func TestSheetInAnotherLanguage(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	g := graduateOf(t, s, "a", "surname=Асанова", "given_name=Айгүл")
	ky, err := s.In("ky")
	if err != nil {
		t.Fatal(err)
	}
	own, err := s.CheckSheet(g)
	if err != nil {
		t.Fatal(err)
	}
	other, err := ky.CheckSheet(g)
	if err != nil || own.Steps[0].Title == other.Steps[0].Title || ky.say("report.slip_received", nil) == s.say("report.slip_received", nil) {
		t.Errorf("KG-059 %v: %v and %v", err, own.Steps[0].Title, other.Steps[0].Title)
	}
	var b, c bytes.Buffer
	for language, w := range map[string]*bytes.Buffer{"": &b, "ky": &c} {
		if _, err := s.Print(w, Job{Document: Sheet, Format: FormatPDF, Language: language}, []Graduate{g}); err != nil {
			t.Fatal(err)
		}
	}
	if bytes.Equal(b.Bytes(), c.Bytes()) || !strings.HasPrefix(c.String(), "%PDF") {
		t.Error("KG-059 the sheet is the same in both languages")
	}
	if _, err := s.In("de"); data.CodeOf(err) != "print.unknown_language" {
		t.Errorf("got %v", err)
	}
}
