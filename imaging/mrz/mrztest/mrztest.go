// Package mrztest has people who are not, and documents with their machine-readable zones as a
// phone or a scanner would see them.
package mrztest

import "graduand/imaging/drawing"

// What documents are drawn with.
type (
	Scene  = drawing.Scene
	Face   = drawing.Face
	Random = drawing.Random
)

// Seeded begins a row of random numbers.
func Seeded(seed int) *Random { return drawing.Seeded(seed) }

// Real is the face of real documents.
func Real() *Face { return drawing.OCRB() }

// Open reads a face from an OpenType or TrueType file.
func Open(content []byte) (*Face, error) { return drawing.Open(content) }

// Person is what the zone of somebody says who is not; days are YYYY-MM-DD.
type Person struct{ Surname, Given, Country, Number, Birth, Expiry, Sex, Optional string }

// Somebody is a person who is not, with a card of Kyrgyzstan or Ukraine.
func Somebody(seed int) Person {
	r := Seeded(seed)
	pick := func(from []string) string { return from[r.Below(len(from))] }
	p := Person{Surname: pick(surnames), Given: pick(givens), Country: "UKR", Number: number(r, 9), Sex: pick([]string{"m", "f", ""}),
		Birth: day(r, 1998, 2005), Expiry: day(r, 2021, 2031)}
	switch r.Below(3) {
	case 0:
		p.Country, p.Number, p.Optional = "KGZ", pick([]string{"ID", "AN", "AC"})+number(r, 7), "2"+number(r, 13)
	case 1:
		p.Optional = number(r, 13)
	}
	return p
}

var (
	surnames = []string{"SHEVCHENKO", "KOVALENKO BONDAR", "ASANOV", "TOKTOGULOVA", "IVANOVA", "HRYHORENKO", "ZHUMABEKOV", "LI",
		"OSMONALIEVA", "QUJZDXWF", "KHUSNUTDINOVA", "VOZNIAK", "MELNYK", "DZHUMALIEV", "PYVOVARCHUK", "CHYNGYZ UULU"}
	givens = []string{"OLEH", "ANNA MARIIA", "BEKZAT", "NURGUL", "YEVHENIIA", "IURII", "OLEKSANDRA", "AIZADA", "MAKSIM", "GULZHAN", "PETRO", "ZOE"}
)

func number(r *Random, n int) string {
	digits := make([]byte, n)
	for i := range digits {
		digits[i] = '0' + byte(r.Below(10))
	}
	return string(digits)
}

func day(r *Random, from, to int) string {
	two := func(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
	year := from + r.Below(to-from+1)
	return two(year/100) + two(year%100) + "-" + two(1+r.Below(12)) + "-" + two(1+r.Below(28))
}
