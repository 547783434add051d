// Package zone holds what a document says in its machine-readable zone against what is on
// record.
package zone

import (
	"strings"

	"graduand/data/latin"
	"graduand/imaging/mrz"
)

// Field is what is compared.
type Field string

// The fields, in the order of differences.
const (
	DocumentNumber Field = "document_number"
	Surname        Field = "surname"
	GivenNames     Field = "given_names"
	BirthDate      Field = "birth_date"
	Sex            Field = "sex"
	ExpiryDate     Field = "expiry_date"
)

// Record is what is on record of the holder; what is empty is not compared.
type Record struct {
	// DocumentNumber is with its series, as it was typed.
	DocumentNumber string
	// Surname and GivenNames may be Cyrillic or Latin.
	Surname, GivenNames string
	// BirthDate and ExpiryDate are YYYY-MM-DD, Sex m or f.
	BirthDate, Sex, ExpiryDate string
}

// Difference is a field of which the zone says something else than the record.
type Difference struct {
	Field          Field
	Zone, Recorded string
}

// Code is that of the sentence that says it; its arguments are field, zone and recorded.
func (d Difference) Code() string { return "zone.other_" + string(d.Field) }

// Differences are what zone and record say differently. Names that may be the same, by one of
// the ways in which passports write them in Latin letters or because the zone had no room, are
// no difference; nor is what one of the two does not say.
func Differences(z mrz.Zone, r Record) (all []Difference) {
	for _, c := range []struct {
		field          Field
		zone, recorded string
		same           func(zone, recorded string) bool
	}{
		{DocumentNumber, z.DocumentNumber, r.DocumentNumber, sameNumber},
		{Surname, z.Surname, r.Surname, sameSurname(z)},
		{GivenNames, z.GivenNames, r.GivenNames, sameGiven(z)},
		{BirthDate, z.BirthDate, r.BirthDate, equal},
		{Sex, z.Sex, r.Sex, equal},
		{ExpiryDate, z.ExpiryDate, r.ExpiryDate, equal},
	} {
		recorded := strings.TrimSpace(c.recorded)
		if c.zone != "" && recorded != "" && c.zone != recorded && !c.same(c.zone, recorded) {
			all = append(all, Difference{c.field, c.zone, recorded})
		}
	}
	return all
}

func equal(zone, recorded string) bool { return zone == recorded }

// sameNumber compares numbers without spaces and signs between; Cyrillic letters of a series
// are those that look like them.
func sameNumber(zone, recorded string) bool { return bare(zone) == bare(recorded) }

// look are Cyrillic capitals and the Latin ones of the same look.
var look = strings.NewReplacer("А", "A", "В", "B", "Е", "E", "І", "I", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "Х", "X", "У", "Y")

func bare(number string) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(" -–—№./<\u00a0", c) {
			return -1
		}
		return c
	}, look.Replace(strings.ToUpper(number)))
}

// sameSurname: where the zone has no given names and is full, the surname may be cut.
func sameSurname(z mrz.Zone) func(zone, recorded string) bool {
	return func(zone, recorded string) bool {
		return latin.Can(recorded, zone, z.Cut && z.GivenNames == "")
	}
}

// sameGiven: the zone may have a patronymic behind the names of the record, or end early.
func sameGiven(z mrz.Zone) func(zone, recorded string) bool {
	return func(zone, recorded string) bool {
		words := strings.Fields(zone)
		for n := 1; n < len(words); n++ {
			if latin.Can(recorded, strings.Join(words[:n], " "), false) {
				return true
			}
		}
		return latin.Can(recorded, zone, z.Cut)
	}
}
