package registrar

import (
	"math/rand/v2"
	"strings"
	"time"

	"graduand/data"
)

// invent makes the people of the roster, class by class.
func (d *demo) invent() []data.Graduate {
	classes, total := d.options.Campaign.Demo.Classes, 0
	for _, c := range classes {
		total += c.Graduates
	}
	wanted := d.options.Graduates
	if wanted <= 0 {
		wanted = total
	}
	var all []data.Graduate
	seen := map[string]bool{}
	before := 0
	for _, c := range classes {
		before += c.Graduates
		for len(all) < wanted*before/total {
			g := d.person(len(all))
			if seen[g.PersonKey()] {
				continue
			}
			seen[g.PersonKey()] = true
			g.Class = c.Name
			for _, v := range own(d.options.Campaign, d.cast(len(all), wanted)) {
				g.Set(v.Field, v.Value)
			}
			all = append(all, g)
		}
	}
	return all
}

// person invents one; the first of the stock come first, so that every corner of
// the alphabet is met however few there are.
func (d *demo) person(n int) data.Graduate {
	female := d.rand.IntN(2)
	g := data.Graduate{Sex: data.Male}
	given, patronymics := d.names.maleNames, d.names.malePatronymics
	if female == 1 {
		g.Sex, given, patronymics = data.Female, d.names.femaleNames, d.names.femalePatronymics
	}
	surname := n
	if n >= len(d.names.surnames) {
		surname = d.rand.IntN(len(d.names.surnames))
	}
	g.Surname = d.names.surnames[surname][female]
	g.GivenName = pick(d.rand, given)
	if d.rand.IntN(100) >= d.names.withoutPatronymic {
		g.Patronymic = pick(d.rand, patronymics)
	}
	born := time.Date(d.options.Campaign.Year-18, 9, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, d.rand.IntN(420))
	g.BirthDate = data.DateOf(born)
	g.Phone = digits(d.names.phone, n+100)
	kind := d.options.Campaign.DocumentKind(pick(d.rand, d.options.Campaign.Demo.Documents))
	series, number, apart := strings.Cut(d.randomDigits(kind.Example), " ")
	if !apart {
		series, number = "", series
	}
	g.Document = data.Document{Kind: kind.Code, Series: series, Number: number}
	return g
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// digits puts the digits of n in the place of the signs # of a pattern, from behind.
func digits(pattern string, n int) string {
	b := []byte(pattern)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] == '#' {
			b[i] = byte('0' + n%10)
			n /= 10
		}
	}
	return string(b)
}

// randomDigits gives an example other digits: the first stays, so that no number
// begins with a zero.
func (d *demo) randomDigits(example string) string {
	first := true
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		if first {
			first = false
			return r
		}
		return rune('0' + d.rand.IntN(10))
	}, example)
}
