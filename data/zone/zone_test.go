package zone

import (
	"reflect"
	"testing"

	"graduand/imaging/mrz"
)

var card = mrz.Zone{DocumentNumber: "ID1234567", Surname: "ASANOVA", GivenNames: "AIZADA", BirthDate: "2003-08-12", ExpiryDate: "2031-08-12", Sex: "f", Country: "KGZ"}

func TestNoDifference(t *testing.T) {
	for name, r := range map[string]Record{
		"nothing on record": {},
		"all the same":      {"ID1234567", "Асанова", "Айзада", "2003-08-12", "f", "2031-08-12"},
		"a number typed with a space and a Cyrillic І": {DocumentNumber: "ІD 1234567"},
		"a name in capitals":                           {Surname: "АСАНОВА", GivenNames: "АЙЗАДА"},
	} {
		if got := Differences(card, r); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestDifferencesInTheOrderOfFields(t *testing.T) {
	got := Differences(card, Record{"ID1234576", "Асанов", "Айгуль", "2003-12-08", "m", "2030-08-12"})
	want := []Difference{{DocumentNumber, "ID1234567", "ID1234576"}, {Surname, "ASANOVA", "Асанов"}, {GivenNames, "AIZADA", "Айгуль"},
		{BirthDate, "2003-08-12", "2003-12-08"}, {Sex, "f", "m"}, {ExpiryDate, "2031-08-12", "2030-08-12"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	if code := got[0].Code(); code != "zone.other_document_number" {
		t.Error(code)
	}
}

// A zone has 30 places for names: what did not fit is no difference, what is there must fit.
func TestNamesThatTheZoneCuts(t *testing.T) {
	z := mrz.Zone{Surname: "NECHYPORENKO KOVALENKO", GivenNames: "OLEKSA", Cut: true}
	if got := Differences(z, Record{Surname: "Нечипоренко-Коваленко", GivenNames: "Олександра"}); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if got := Differences(z, Record{GivenNames: "Олена"}); len(got) != 1 {
		t.Errorf("%v", got)
	}
	z.Cut = false
	if got := Differences(z, Record{GivenNames: "Олександра"}); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

func TestPatronymicInTheZone(t *testing.T) {
	z := mrz.Zone{Surname: "IVANOVA", GivenNames: "ANNA MARIIA PETROVNA"}
	for given, same := range map[string]bool{"Анна": true, "Анна Мария": true, "Анна-Мария": true, "Мария": false} {
		if got := Differences(z, Record{GivenNames: given}); same != (len(got) == 0) {
			t.Errorf("%s: %v", given, got)
		}
	}
}

func FuzzDifferences(f *testing.F) {
	f.Add("ID1234567", "ASANOVA", "Асанова", "ID 1234567", true)
	f.Fuzz(func(t *testing.T, number, name, recorded, recordedNumber string, cut bool) {
		z := mrz.Zone{DocumentNumber: number, Surname: name, GivenNames: name, Cut: cut}
		for _, d := range Differences(z, Record{DocumentNumber: recordedNumber, Surname: recorded, GivenNames: recorded}) {
			if d.Zone == "" || d.Recorded == "" || d.Zone == d.Recorded {
				t.Errorf("%+v", d)
			}
		}
	})
}
