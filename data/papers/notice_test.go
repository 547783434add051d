package papers

import (
	"bytes"
	"io"
	"testing"

	"graduand/data"
)

// UA-066: the notice is given to each by name, or blank; which of the two is asked for is no matter
// of who is chosen.
func TestUA066NoticeByNameAndBlank(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	chosen := []Graduate{graduateOf(t, s, "a", "surname=Дуб", "class=11-А"), graduateOf(t, s, "b", "surname=Бук"), graduateOf(t, s, "c", "surname=Клен")}
	job := Job{Document: Privacy, Format: FormatPDF}
	printed, err := s.Print(io.Discard, job, chosen)
	if err != nil || printed.Graduates != 3 || printed.Pages != 2 || printed.Impersonal || printed.To != data.ToGraduate {
		t.Errorf("%+v, %v", printed, err)
	}
	job.Blank = true
	blank := func(chosen []Graduate) []byte {
		var b bytes.Buffer
		printed, err := s.Print(&b, job, chosen)
		if err != nil || !printed.Impersonal || printed.Graduates != 0 || len(printed.IDs) > 0 || printed.Pages != 1 {
			t.Errorf("%+v, %v", printed, err)
		}
		return b.Bytes()
	}
	if !bytes.Equal(blank(chosen), blank(nil)) {
		t.Error("somebody stands in the blank one")
	}
	job.Blank = false
	if _, err := s.Print(io.Discard, job, nil); data.CodeOf(err) != "print.nobody" {
		t.Errorf("by name of nobody: %v", err)
	}
	if _, err := s.Print(io.Discard, Job{Document: Card, Format: FormatPDF, Blank: true}, chosen); data.CodeOf(err) != "print.no_option" {
		t.Errorf("a blank card: %v", err)
	}
	if d := DocumentOf(sourceOf(t, "ort-2021").Campaign, Privacy); d.write != nil {
		t.Error("a campaign without a notice prints one")
	}
}
