package mrz

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var today = time.Date(2021, 2, 15, 0, 0, 0, 0, time.UTC)

// The specimens of ICAO 9303-5 and 9303-4.
var (
	specimenCard = []string{"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"}
	specimenPage = []string{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"}
)

func TestReadSpecimens(t *testing.T) {
	want := Zone{DocumentNumber: "D23145890", Country: "UTO", Nationality: "UTO", BirthDate: "1974-08-12", ExpiryDate: "2012-04-15",
		Sex: "f", Surname: "ERIKSSON", GivenNames: "ANNA MARIA", Lines: specimenCard}
	if got, err := Read(specimenCard, today); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("ICAO 9303-5: %+v, %v", got, err)
	}
	want.DocumentNumber, want.Optional, want.Lines = "L898902C3", "ZE184226B", specimenPage
	if got, err := Read(specimenPage, today); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("ICAO 9303-4: %+v, %v", got, err)
	}
}

// A number of more than nine signs goes on among the optional signs (ICAO 9303-5 §4.2.2.1).
func TestReadLongDocumentNumber(t *testing.T) {
	lines := []string{"I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"}
	got, err := Read(lines, today)
	if err != nil || got.DocumentNumber != "D23145890734" || got.Optional != "" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWrittenZonesAreReadBack(t *testing.T) {
	z := Zone{DocumentNumber: "ID1234567", Country: "KGZ", Nationality: "KGZ", BirthDate: "2003-08-12", ExpiryDate: "2031-08-12",
		Sex: "m", Surname: "ASANOV", GivenNames: "BEKZAT", Optional: "21208200312345"}
	for _, lines := range [][]string{Card(z), Page(z)} {
		z.Lines = lines
		if got, err := Read(lines, today); err != nil || !reflect.DeepEqual(got, z) {
			t.Errorf("%q: %+v, %v", lines, got, err)
		}
	}
}

func TestSignsTakenForOneAnotherArePutRight(t *testing.T) {
	mistaken := []string{"1<UT0D23145890" + "7<<<<<<<<<<<<<<<", "74O8I22FI2O4I59UTO<<<<<<<<<<<G", "ER1KS5ON<<ANNA<MAR1A<<<<<<<<<<"}
	got, err := Read(mistaken, today)
	if err != nil || !slices.Equal(got.Lines, specimenCard) {
		t.Errorf("%q, %v", got.Lines, err)
	}
	number := slices.Clone(specimenCard)
	number[0] = strings.Replace(number[0], "D23145890", "D2314589O", 1)
	if got, err := Read(number, today); !errors.Is(err, ErrCheck) {
		t.Errorf("a number with O for 0 is read: %+v, %v", got, err)
	}
}

// Any one sign under a check digit that is another one is seen, unless the two count the same.
func TestOneWrongSignIsSeen(t *testing.T) {
	for _, lines := range [][]string{specimenCard, specimenPage} {
		l, _ := layoutOf(lines)
		for _, s := range append([]span{l.wholeSum}, l.whole...) {
			for at := s.from; at < s.to; at++ {
				for _, sign := range "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<" {
					wrong := slices.Clone(lines)
					wrong[s.line] = lines[s.line][:at] + string(sign) + lines[s.line][at+1:]
					got, err := Read(wrong, today)
					if err == nil && !slices.Equal(got.Lines, lines) && value(byte(sign))%10 != value(lines[s.line][at])%10 {
						t.Fatalf("read %q as %q", wrong, got.Lines)
					}
				}
			}
		}
	}
}

func TestLinesThatAreNoZone(t *testing.T) {
	card := func(line, from int, signs string) []string {
		lines := slices.Clone(specimenCard)
		lines[line] = lines[line][:from] + signs + lines[line][from+len(signs):]
		return lines
	}
	fixed := func(z Zone) []string { return Card(z) }
	base := Zone{DocumentNumber: "AN1234567", Country: "KGZ", Nationality: "KGZ", BirthDate: "2003-08-12", ExpiryDate: "2031-08-12", Surname: "A"}
	with := func(change func(*Zone)) []string { z := base; change(&z); return fixed(z) }
	for name, test := range map[string]struct {
		lines []string
		want  error
	}{
		"none":                   {nil, ErrNoLayout},
		"two of a card":          {specimenCard[:2], ErrNoLayout},
		"a line too short":       {[]string{specimenCard[0][:29], specimenCard[1], specimenCard[2]}, ErrNoLayout},
		"a small letter":         {card(0, 6, "d"), ErrSigns},
		"a letter of two octets": {card(2, 2, "ї"), ErrSigns},
		"a visa":                 {card(0, 0, "V"), ErrSigns},
		"a filler in the number": {card(0, 7, "<"), ErrSigns},
		"a sex":                  {card(1, 7, "Q"), ErrSigns},
		"a state":                {card(0, 2, "U<O"), ErrSigns},
		"a digit":                {card(1, 14, "8"), ErrCheck},
		"a month 13":             {with(func(z *Zone) { z.BirthDate = "2003-13-12" }), ErrDate},
		"30 February":            {with(func(z *Zone) { z.ExpiryDate = "2031-02-30" }), ErrDate},
		"no number":              {with(func(z *Zone) { z.DocumentNumber = "" }), ErrCheck},
		"no surname":             {with(func(z *Zone) { z.Surname = "" }), ErrNames},
		"three kinds of names":   {with(func(z *Zone) { z.Surname = "A  B  C" }), ErrNames},
	} {
		if got, err := Read(test.lines, today); !errors.Is(err, test.want) {
			t.Errorf("%s: %+v, %v, want %v", name, got, err, test.want)
		}
	}
}

// A birth may not lie ahead, an expiry may.
func TestCenturies(t *testing.T) {
	for birth, want := range map[string]string{"210215": "2021-02-15", "210216": "1921-02-16", "030812": "2003-08-12", "220101": "1922-01-01", "000229": "2000-02-29"} {
		if got, ok := past(birth, today); !ok || got != want {
			t.Errorf("born %s: %s, want %s", birth, got, want)
		}
	}
	for expiry, want := range map[string]string{"310812": "2031-08-12", "980101": "1998-01-01", "700101": "2070-01-01", "710101": "1971-01-01"} {
		if got, ok := near(expiry, today); !ok || got != want {
			t.Errorf("expires %s: %s, want %s", expiry, got, want)
		}
	}
}

func TestNamesThatFillTheLineMayBeCut(t *testing.T) {
	z := Zone{DocumentNumber: "000000001", Country: "UKR", Nationality: "UKR", BirthDate: "2003-08-12", ExpiryDate: "2031-08-12",
		Surname: "NECHYPORENKO KOVALENKO", GivenNames: "OLEKSANDRA"}
	got, err := Read(Card(z), today)
	if err != nil || !got.Cut || got.GivenNames != "OLEKSA" {
		t.Errorf("%+v, %v", got, err)
	}
}

// Whatever the lines are, what is read is of the form that it promises, and is read again from
// its own lines.
func FuzzRead(f *testing.F) {
	f.Add(strings.Join(specimenCard, "\n"))
	f.Add(strings.Join(specimenPage, "\n"))
	f.Add("I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<")
	f.Fuzz(func(t *testing.T, text string) {
		z, err := Read(strings.Split(text, "\n"), today)
		if err != nil {
			return
		}
		again, err := Read(z.Lines, today)
		if err != nil || !reflect.DeepEqual(again, z) {
			t.Errorf("%+v is read again as %+v, %v", z, again, err)
		}
		for _, day := range []string{z.BirthDate, z.ExpiryDate} {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				t.Error(err)
			}
		}
		if z.DocumentNumber == "" || z.Surname == "" || strings.Contains(z.DocumentNumber+z.Surname+z.GivenNames+z.Optional, "\n") {
			t.Errorf("%+v", z)
		}
	})
}
