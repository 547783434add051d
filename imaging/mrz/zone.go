// Package mrz reads the machine-readable zone of a document (ICAO 9303): of a card the three
// lines of 30 signs on its back, of a passport the two lines of 44.
//
// What it reads either holds by its own check digits or is not read at all: there is no half
// of a zone. The names have no check digit; they count when every sign of them is clear.
package mrz

import (
	"errors"
	"time"
)

// Zone is what a machine-readable zone says.
type Zone struct {
	// DocumentNumber is without fillers, Country and Nationality are codes of three letters
	// (ICAO 9303-3 §5), or D.
	DocumentNumber, Country, Nationality string
	// BirthDate and ExpiryDate are days as YYYY-MM-DD.
	BirthDate, ExpiryDate string
	// Sex is m or f, and "" where the document does not say it.
	Sex string
	// Surname and GivenNames are in capitals, words apart by a space, no marks.
	Surname, GivenNames string
	// Cut says that the line of names is full to its last sign: names may end early.
	Cut bool
	// Optional is what the state of issue has added, such as a personal number; without the
	// fillers after it.
	Optional string
	// Lines are those of the zone, sign by sign.
	Lines []string
}

// The reasons why lines are no zone.
var (
	ErrNoLayout = errors.New("read zone: neither three lines of 30 signs nor two of 44")
	ErrSigns    = errors.New("read zone: signs that cannot stand where they stand")
	ErrCheck    = errors.New("read zone: a check digit does not hold")
	ErrDate     = errors.New("read zone: a date that there is not")
	ErrNames    = errors.New("read zone: names that cannot be")
)

// Read reads the lines of a zone. Signs that are taken for one another are put right where
// only digits or only letters may stand. Birth is before the day that is passed in, expiry
// within half a century of it. The error is one of the reasons.
func Read(lines []string, day time.Time) (Zone, error) {
	l, found := layoutOf(lines)
	if !found {
		return Zone{}, ErrNoLayout
	}
	lines, ok := l.tidied(lines)
	if !ok {
		return Zone{}, ErrSigns
	}
	if !l.holds(lines) {
		return Zone{}, ErrCheck
	}
	return l.zone(lines, day)
}

// zone takes lines whose signs and check digits are in order apart.
func (l *layout) zone(lines []string, day time.Time) (Zone, error) {
	birth, born := past(l.birth.of(lines), day)
	expiry, ends := near(l.expiry.of(lines), day)
	if !born || !ends {
		return Zone{}, ErrDate
	}
	surname, given, ok := names(l.names.of(lines))
	if !ok {
		return Zone{}, ErrNames
	}
	number, _, rest := l.documentNumber(lines)
	return Zone{
		DocumentNumber: unfilled(number), BirthDate: birth, ExpiryDate: expiry,
		Country: unfilled(l.country.of(lines)), Nationality: unfilled(l.nationality.of(lines)),
		Sex: sexes[l.sex.of(lines)], Surname: surname, GivenNames: given,
		Cut: lines[l.names.line][l.width-1] != filler, Optional: unfilled(rest), Lines: lines,
	}, nil
}

// sexes are how the zone says them; a filler, and X that some states write, say none.
var sexes = map[string]string{"M": "m", "F": "f", "<": "", "X": ""}

// documentNumber is the number with the fillers after it, its check digit, and what is left of
// the optional signs. On a card a number of more than nine signs goes on there, with a filler
// in the place of its check digit (ICAO 9303-5 §4.2.2.1).
func (l *layout) documentNumber(lines []string) (number string, sum byte, rest string) {
	number, sum, rest = l.number.of(lines), l.numberSum.of(lines)[0], l.optional.of(lines)
	if sum != filler || l.optionalSum.to > 0 {
		return number, sum, rest
	}
	n := 0
	for n < len(rest) && rest[n] != filler {
		n++
	}
	if n < 2 {
		return number, sum, rest
	}
	return number + rest[:n-1], rest[n-1], rest[n:]
}

// holds reports that all check digits do.
func (l *layout) holds(lines []string) bool {
	number, sum, _ := l.documentNumber(lines)
	all := ""
	for _, s := range l.whole {
		all += s.of(lines)
	}
	return !empty(number) && holds(number, sum, false) &&
		holds(l.birth.of(lines), l.birthSum.of(lines)[0], false) &&
		holds(l.expiry.of(lines), l.expirySum.of(lines)[0], false) &&
		(l.optionalSum.to == 0 || holds(l.optional.of(lines), l.optionalSum.of(lines)[0], true)) &&
		holds(all, l.wholeSum.of(lines)[0], false)
}
