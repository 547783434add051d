package papers

import (
	"bytes"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// UA-046: the sample needs nobody, shows the school's own centre, and each number that is explained
// stands on it.
func TestUA046TheSampleOfACard(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	var b bytes.Buffer
	printed, err := s.Print(&b, Job{Document: Sample, Format: FormatPDF}, nil)
	if err != nil || !printed.Impersonal || printed.Graduates != 0 || !printed.Worded || b.Len() == 0 {
		t.Errorf("%+v, %v", printed, err)
	}
	sample := s.Sample()
	var there []string
	for _, g := range sample.Card.Groups {
		there = append(there, g.Title)
		for _, r := range g.Rows {
			there = append(there, r.Label)
		}
	}
	there = append(append(there, sample.Card.SubjectsTitle), reports.Places()...)
	for place, number := range sample.Card.Specimen.Marks {
		if !slices.Contains(there, place) {
			t.Errorf("number %d has no place %q on the card", number, place)
		}
	}
	if len(sample.Card.Specimen.Marks) != len(sample.Notes) || len(sample.Notes) < 10 {
		t.Errorf("%d numbers, %d notes", len(sample.Card.Specimen.Marks), len(sample.Notes))
	}
	if st := sample.Card.Statement; st.Addressee[0] != "Харківський" || st.Applicant != "Ґалаґана М. О." {
		t.Errorf("statement %+v", st)
	}
	if !slices.Equal(reports.Places(), campaign.SamplePlaces()) {
		t.Error("the file knows other places than the card has")
	}
}

// UA-093: what is badly made out is what most of the notes are about, in the words of the refusal.
func TestUA046NotesSayWhatTheyPrevent(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	prevented := map[string]int{}
	for _, n := range s.Sample().Notes {
		prevented[n.Prevents]++
	}
	if prevented["неналежного оформлення документів, необхідних для реєстрації"] < 5 || prevented["надання недостовірної інформації"] == 0 {
		t.Errorf("%v", prevented)
	}
	if d := DocumentOf(sourceOf(t, "ort-2021").Campaign, Sample); d.write != nil {
		t.Error("a campaign without one has a sample")
	}
}

// UA-046: nothing of the school's own people is in it.
func TestTheSampleIsTheSameWhoeverIsChosen(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	print := func(chosen []Graduate) []byte {
		var b bytes.Buffer
		if _, err := s.Print(&b, Job{Document: Sample, Format: FormatPDF}, chosen); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if !bytes.Equal(print(nil), print([]Graduate{graduateOf(t, s, "a", "surname=Дуб", data.FieldCardNumber+"=7654321")})) {
		t.Error("somebody's data change it")
	}
}
