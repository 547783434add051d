package papers

import (
	"bytes"
	"io"
	"slices"
	"testing"

	"graduand/data"
)

func TestWhatIsAddressedIsAboutNobody(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	s.School.Address = "63999, Харківська область, смт Тихоозерськ, вул. Шкільна, 1"
	for _, code := range []string{AddressLabels, ParcelLabel, Envelope} {
		var without, with bytes.Buffer
		job := Job{Document: code, Format: FormatPDF, Class: "11-А", Only: []string{"a"}}
		printed, err := s.Print(&without, job, nil)
		if err != nil || !printed.Impersonal || printed.Graduates != 0 || printed.IDs != nil || printed.Drafts != nil || printed.Unready != nil {
			t.Errorf("%s: %+v, %v", code, printed, err)
		}
		if _, err := s.Print(&with, job, []Graduate{graduateOf(t, s, "a", "surname=Сорока")}); err != nil || !bytes.Equal(without.Bytes(), with.Bytes()) {
			t.Errorf("%s: somebody stands in it: %v", code, err)
		}
	}
}

func TestWhatIsLackingInAddressesIsSaid(t *testing.T) {
	for _, c := range []struct {
		name, centre, address string
		want                  []string
	}{
		{"no address of the centre", "kharkiv", "63999, смт Тихоозерськ, вул. Шкільна, 1", []string{"print.no_centre_address"}},
		{"one that nothing confirms", "vinnytsia", "63999, смт Тихоозерськ, вул. Шкільна, 1", []string{"print.doubted_centre_address"}},
		{"no address of the school", "kharkiv", " ", []string{"print.no_centre_address", "print.no_school_address"}},
		{"no postal code", "kharkiv", "смт Тихоозерськ, вул. Шкільна, 1", []string{"print.no_centre_address", "print.no_school_index"}},
	} {
		s := sourceOf(t, "zno-2020")
		s.School.Centre, s.School.Address = c.centre, c.address
		printed, err := s.Print(io.Discard, Job{Document: Envelope, Format: FormatPDF}, nil)
		var got []string
		for _, note := range printed.Notes {
			got = append(got, note.ID)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
	s := sourceOf(t, "zno-2020")
	s.School.Centre = ""
	if _, err := s.Print(io.Discard, Job{Document: Envelope, Format: FormatPDF}, nil); data.CodeOf(err) != "print.no_addressee" {
		t.Errorf("without a centre: %v", err)
	}
}

// Where nothing goes by post there is nothing to address.
func TestOnlyWhatIsPostedIsAddressed(t *testing.T) {
	for _, d := range Documents(sourceOf(t, "ort-2021").Campaign) {
		if d.Impersonal && d.Code != Progress && d.Code != Message {
			t.Errorf("ort-2021 has %s", d.Code)
		}
	}
}
