package roster

import (
	"fmt"
	"regexp"
	"strings"

	"graduand/data"
)

// kind is a document kind made ready for use.
type kind struct {
	code           string
	names          []string // squeezed
	titles         []string // in small letters
	example        string
	series, number *regexp.Regexp // series is nil where the kind has none
	byNameOnly     bool
}

func compileKinds(kinds []DocumentKind) ([]kind, error) {
	ready := make([]kind, 0, len(kinds))
	for _, k := range kinds {
		r := kind{code: k.Code, example: k.Example, byNameOnly: k.ByNameOnly}
		for _, name := range append([]string{k.Code}, k.Names...) {
			r.names = append(r.names, squeeze(name))
			r.titles = append(r.titles, strings.ToLower(name))
		}
		var err error
		if r.series, err = wholePattern(k.SeriesPattern); err != nil {
			return nil, fmt.Errorf("compile series of document kind %s: %w", k.Code, err)
		}
		if r.number, err = wholePattern(k.NumberPattern); err != nil {
			return nil, fmt.Errorf("compile number of document kind %s: %w", k.Code, err)
		}
		ready = append(ready, r)
	}
	return ready, nil
}

func wholePattern(pattern string) (*regexp.Regexp, error) {
	if pattern == "" {
		return nil, nil
	}
	return regexp.Compile("^(?:" + pattern + ")$")
}

// fits reports whether series and number are right for the kind.
func (k *kind) fits(series, number string) bool {
	return k.fitsSeries(series) && k.fitsNumber(number)
}

func (k *kind) fitsSeries(series string) bool {
	if k.series == nil {
		return series == ""
	}
	return k.series.MatchString(series)
}

func (k *kind) fitsNumber(number string) bool {
	return k.number == nil && number != "" || k.number != nil && k.number.MatchString(number)
}

// findKind finds a kind by a name in a cell: exactly, or the only one whose name
// is part of the text or has the text as its part.
func findKind(kinds []kind, s string) (*kind, bool) {
	key := squeeze(s)
	if key == "" {
		return nil, false
	}
	var found *kind
	for i := range kinds {
		for _, name := range kinds[i].names {
			if name == key {
				return &kinds[i], true
			}
			if len(key) >= 8 && len(name) >= 8 && (strings.Contains(name, key) || strings.Contains(key, name)) {
				if found != nil && found != &kinds[i] {
					return nil, false
				}
				found = &kinds[i]
			}
		}
	}
	return found, found != nil
}

var (
	documentNoise = regexp.MustCompile(`(?i)серія|серия|сериясы|series|номер[иі]?|number|№|\bN[o°º]?\.?\s*(\d)|паспорт`)
	documentGaps  = regexp.MustCompile(`[\s.,:;"'’«»/\\]+`)
)

var hyphens = strings.NewReplacer("–", "-", "—", "-", "−", "-")

// variants are the ways to read a series: as it is, and with letters that look
// alike taken for Cyrillic or for Latin, each with and without hyphens.
func variants(series string) []string {
	list := []string{series}
	for _, v := range []string{toCyrillic(series), toLatin(series), romanSeries(series)} {
		if v != series {
			list = append(list, v)
		}
	}
	if strings.Contains(series, "-") {
		for _, v := range list[:len(list):len(list)] {
			list = append(list, strings.ReplaceAll(v, "-", ""))
		}
	}
	return list
}

// romanSeries writes «І-БК» of a birth certificate: a Latin numeral and Cyrillic letters.
func romanSeries(series string) string {
	numeral, letters, cut := strings.Cut(series, "-")
	if !cut {
		return series
	}
	return toLatin(numeral) + "-" + toCyrillic(letters)
}

// splitDocument takes «КВ №123456» apart: letters, then digits.
func splitDocument(s string) (series, number string) {
	if allDigits(s) {
		return "", s
	}
	s = strings.ToUpper(documentGaps.ReplaceAllString(documentNoise.ReplaceAllString(s, " $1"), ""))
	s = hyphens.Replace(s)
	at := len(s)
	for at > 0 && s[at-1] >= '0' && s[at-1] <= '9' {
		at--
	}
	return strings.Trim(s[:at], "-"), s[at:]
}

// reading is a document as one of the kinds reads it.
type reading struct {
	kind           *kind
	series, number string
}

// readings returns how each kind that fits reads series and number, once a kind.
func readings(kinds []kind, series, number string) []reading {
	var found []reading
	for i := range kinds {
		k := &kinds[i]
		if r, fits := k.read(series, number); fits {
			found = append(found, r)
		}
	}
	return found
}

func (k *kind) read(series, number string) (reading, bool) {
	if k.fits(series, number) {
		return reading{k, series, number}, true
	}
	for _, v := range variants(series) {
		if k.fits(v, number) {
			return reading{k, v, number}, true
		}
	}
	if k.fits("", series+number) {
		return reading{k, "", series + number}, true
	}
	return reading{}, false
}

// maxLostZeros is how many zeros a number may have lost; more missing digits are
// another mistake.
const maxLostZeros = 3

// lostZeros proposes the number with the zeros that a spreadsheet took away, when
// that makes it fit.
func lostZeros(kinds []kind, series, number string) (string, bool) {
	if !allDigits(number) {
		return "", false
	}
	padded := number
	for range maxLostZeros {
		padded = "0" + padded
		if len(readings(kinds, series, padded)) > 0 {
			return padded, true
		}
	}
	return "", false
}

// documentFault says in which part one wanted kind refuses the document.
func documentFault(k *kind, series string) (field string) {
	for _, v := range variants(series) {
		if k.fitsSeries(v) {
			return data.FieldDocumentNumber
		}
	}
	return data.FieldDocumentSeries
}
