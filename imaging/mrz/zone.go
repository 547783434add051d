// Package mrz reads the machine-readable zone of a document (ICAO 9303): of a card the three
// lines of 30 signs on its back, of a passport the two lines of 44.
//
// What it reads either holds by its own check digits or is not read at all: there is no half
// of a zone. The names have no check digit; they count when every sign of them is clear.
package mrz

import (
	"errors"
	"strings"
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

// weights are those of the check digit, over and over from the first sign (ICAO 9303-3 §4.9).
var weights = [3]int{7, 3, 1}

// checkDigit is the check digit of signs: digits count as they are, letters from A as 10 on,
// fillers nothing.
func checkDigit(signs string) byte {
	sum := 0
	for i := range len(signs) {
		sum += weights[i%3] * value(signs[i])
	}
	return '0' + byte(sum%10)
}

func value(sign byte) int {
	switch {
	case '0' <= sign && sign <= '9':
		return int(sign - '0')
	case 'A' <= sign && sign <= 'Z':
		return int(sign-'A') + 10
	}
	return 0
}

// holds reports that a check digit is that of the signs. A field of fillers alone may have a
// filler for it where optional says so.
func holds(signs string, digit byte, optional bool) bool {
	if digit == filler {
		return optional && empty(signs)
	}
	return digit == checkDigit(signs)
}

func empty(signs string) bool {
	for i := range len(signs) {
		if signs[i] != filler {
			return false
		}
	}
	return true
}

// Card is the zone of a card that says what z does, but for [Zone.Lines] and [Zone.Cut]: three
// lines of 30 signs. Names that are too long are cut; a number of more than nine signs is not
// written, it has room for no more.
func Card(z Zone) []string {
	number := filled(z.DocumentNumber, 9)
	first := "I" + "<" + filled(z.Country, 3) + number + string(checkDigit(number)) + filled(z.Optional, 15)
	birth, expiry := short(z.BirthDate), short(z.ExpiryDate)
	second := birth + string(checkDigit(birth)) + filled(strings.ToUpper(z.Sex), 1) + expiry + string(checkDigit(expiry)) + filled(z.Nationality, 3) + filled("", 11)
	whole := first[5:] + second[:7] + second[8:15] + second[18:]
	return []string{first, second + string(checkDigit(whole)), nameLine(z, 30)}
}

// Page is the zone of a page of a passport that says what z does: two lines of 44 signs.
func Page(z Zone) []string {
	number, optional := filled(z.DocumentNumber, 9), filled(z.Optional, 14)
	birth, expiry := short(z.BirthDate), short(z.ExpiryDate)
	second := number + string(checkDigit(number)) + filled(z.Nationality, 3) + birth + string(checkDigit(birth)) + filled(strings.ToUpper(z.Sex), 1) +
		expiry + string(checkDigit(expiry)) + optional + string(checkDigit(optional))
	whole := second[:10] + second[13:20] + second[21:43]
	return []string{"P<" + filled(z.Country, 3) + nameLine(z, 39), second + string(checkDigit(whole))}
}

func nameLine(z Zone, width int) string {
	return filled(strings.ReplaceAll(z.Surname, " ", "<")+"<<"+strings.ReplaceAll(z.GivenNames, " ", "<"), width)
}

// filled is a text with fillers up to a width, or cut to it.
func filled(s string, width int) string {
	if len(s) > width {
		return s[:width]
	}
	return s + strings.Repeat("<", width-len(s))
}

// short is YYMMDD of YYYY-MM-DD.
func short(iso string) string {
	day := strings.ReplaceAll(iso, "-", "")
	return filled(day[min(2, len(day)):], 6)
}
