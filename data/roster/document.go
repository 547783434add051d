package roster

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/pattern"
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

func compilePatterns(patterns map[string]string) (map[string]*regexp.Regexp, error) {
	ready := make(map[string]*regexp.Regexp, len(patterns))
	for field, pattern := range patterns {
		whole, err := wholePattern(pattern)
		if err != nil {
			return nil, fmt.Errorf("compile pattern of field %s: %w", field, err)
		}
		ready[field] = whole
	}
	return ready, nil
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

// bears reports that one of the names of the kind holds the word.
func (k *kind) bears(word string) bool {
	return word != "" && slices.ContainsFunc(k.names, func(name string) bool { return strings.Contains(name, word) })
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
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
	documentNoise = pattern.New(`(?i)серія|серия|сериясы|series|(?:^|[\s,;(])сер(?:\.|\s)|номер[иі]?|number|№|(?:^|[\s.,:;(])N[o°º]?\.?\s*(\d)|` +
		`пасп(?:орт\p{L}*|\.|\s)|громадянина|гражданина|україни|кыргызской республики|карт(?:к?[аиу]|ка|асы)?(?:[\s:№-]|$)|\b\d{8}-\d{5}\s`)
	documentGaps = pattern.New(`[\s.,:;"'’«»/\\()]+`)
	// documentTail is what follows the number: who gave the document and when.
	documentTail = pattern.New(`(?i)(\d)[\s,;.]*(?:\(|вид(?:а|\.|\s)|выд|берил|від\s|от\s|issued|мкк|мвд|дмс|рв\s|\d{2}\.\d{2}\.\d{4}).*$`)
)

const maxDocument = 200 // letters of a cell

var hyphens = strings.NewReplacer("–", "-", "—", "-", "−", "-")

// plainDocument leaves letters and digits of a document that is written with more
// than these: «Паспорт серія КВ № 123456, виданий …».
func plainDocument(s string) string {
	s = documentTail.ReplaceAllString(data.OneLine(s), "$1")
	return documentGaps.ReplaceAllString(documentNoise.ReplaceAllString(s, " $1"), "")
}

// simpleDocument is two Cyrillic letters and digits, with nothing between.
func simpleDocument(s string) bool {
	letters := strings.TrimRight(s, "0123456789")
	return len(letters) == 4 && utf8.RuneCountInString(letters) == 2 && pureCyrillic(strings.ToUpper(letters))
}

// splitDocument takes «КВ №123456» apart: letters, then digits.
func splitDocument(s string) (series, number string) {
	if data.AllDigits(s) || data.LongerThan(s, maxDocument) {
		return "", data.Shorten(s)
	}
	if !simpleDocument(s) {
		s = plainDocument(s)
	}
	s = hyphens.Replace(strings.ToUpper(s))
	at := len(s)
	for at > 0 && s[at-1] >= '0' && s[at-1] <= '9' {
		at--
	}
	return strings.Trim(s[:at], "-"), s[at:]
}

// Spellings are the ways to write a series in other letters that look or sound like its own.
func Spellings(series string) []string { return variants(series) }

// variants are the ways to read a series, the usual one first, so that one series
// is always written in the same letters: a Latin numeral and Cyrillic letters
// («I-БК»), letters that look alike all Cyrillic or all Latin, as it is, and each of
// these without hyphens; at last Cyrillic letters that sound like Latin ones (ИД).
func variants(series string) []string {
	list := make([]string, 0, 8)
	if v, roman := romanSeries(series); roman {
		list = append(list, v)
	}
	for _, v := range []string{toCyrillic(series), toLatin(series)} {
		if oneScript(v) {
			list = append(list, v)
		}
	}
	list = append(list, series)
	if strings.Contains(series, "-") {
		for _, v := range list[:len(list):len(list)] {
			list = append(list, strings.ReplaceAll(v, "-", ""))
		}
	}
	return append(list, soundsLatin.Replace(series))
}

var soundsLatin = strings.NewReplacer("И", "I", "І", "I", "Д", "D", "А", "A", "Н", "N", "С", "C")

// pureCyrillic is a series that has no other spelling.
func pureCyrillic(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < 'А' || r > 'ӿ' && r != 'Ґ' })
}

func oneScript(s string) bool {
	latin, cyrillic := false, false
	for _, r := range s {
		latin = latin || unicode.Is(unicode.Latin, r)
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
	}
	return !latin || !cyrillic
}

// romanSeries writes «І-БК» of a birth certificate: a Latin numeral and Cyrillic letters.
func romanSeries(series string) (string, bool) {
	numeral, letters, cut := strings.Cut(series, "-")
	latin := toLatin(numeral)
	return latin + "-" + toCyrillic(letters), cut && latin != "" && strings.Trim(latin, "IVXLC") == ""
}

// reading is a document as one of the kinds reads it.
type reading struct {
	kind           *kind
	series, number string
}

// readings returns how each kind that fits reads series and number, once a kind.
func readings(kinds []kind, series, number string) []reading {
	var found []reading
	spellings := variants(series)
	for i := range kinds {
		if r, fits := kinds[i].read(series, number, spellings); fits {
			found = append(found, r)
		}
	}
	return found
}

// read reads a document as of the kind; spellings are the variants of the series.
func (k *kind) read(series, number string, spellings []string) (reading, bool) {
	alone := k.fitsNumber(number)
	if !alone && (series == "" || !k.fitsNumber(series+number)) {
		return reading{}, false
	}
	for _, v := range spellings {
		if alone && k.fitsSeries(v) {
			return reading{k, v, number}, true
		}
		if alone && k.series == nil && v != "" && slices.Contains(k.names, squeeze(v)) {
			return reading{k, "", number}, true // «ID 123456789»: the letters name the kind
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
	if !data.AllDigits(number) || len(kinds) == 0 {
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
