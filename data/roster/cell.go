package roster

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"graduand/data"
)

// maxDate is the length in letters of a date with all that stands beside it.
const maxDate = 100

// trimCell takes spaces of all kinds off both ends, composes letters with their
// marks (a Mac keeps «й» as two signs) and bounds the length; what is cut off must
// not stay in memory.
func trimCell(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad'
	})
	if len(s) > maxCell {
		s = strings.Clone(strings.ToValidUTF8(s[:maxCell], ""))
	}
	return norm.NFC.String(s)
}

// isCellError recognises what a spreadsheet shows instead of a value.
func isCellError(s string) bool {
	switch s {
	case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
		"#Н/Д", "#ЗНАЧ!", "#ССЫЛКА!", "#ПОСИЛАННЯ!", "#ИМЯ?", "#ІМ'Я?":
		return true
	}
	return strings.HasPrefix(s, "####")
}

// absent recognises how people write that there is nothing.
func absent(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .")) {
	case "", "-", "–", "—", "--", "---", "немає", "нема", "нет", "жок", "none", "no", "n/a", "відсутній", "відсутня", "отсутствует":
		return true
	}
	return false
}

// exactDigits writes a whole number that a spreadsheet keeps as 3.80501234567E+11
// or 380501234567.0 with all its digits. rounded says that the digits are lost: a
// table of text shows six of them and the rest is gone.
func exactDigits(s string) (digits string, rounded bool) {
	mantissa, exponent, scientific := strings.Cut(strings.ToUpper(strings.ReplaceAll(s, ",", ".")), "E")
	whole, fraction, dotted := strings.Cut(mantissa, ".")
	if !scientific {
		if dotted && allDigits(whole) && fraction != "" && strings.Trim(fraction, "0") == "" {
			return whole, false
		}
		return s, false
	}
	power, err := strconv.Atoi(exponent)
	if err != nil || power < 0 || power > 20 || !allDigits(whole) || dotted && !allDigits(fraction) || len(fraction) > power {
		return s, false
	}
	significant := len(strings.TrimRight(whole+fraction, "0"))
	return whole + fraction + strings.Repeat("0", power-len(fraction)), significant <= 6
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Day numbers that a birth date or a document's date can have: 1927 to 2119.
const (
	firstSerial = 10_000
	lastSerial  = 80_000
	shift1904   = 1462
)

// serialDate reads the day number of a spreadsheet.
func serialDate(s string, date1904 bool) (data.Date, bool) {
	if len(s) < 5 || s[0] < '1' || s[0] > '9' {
		return "", false
	}
	value, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return "", false
	}
	day := int(value)
	if date1904 {
		day += shift1904
	}
	if value < firstSerial-shift1904 || day < firstSerial || day > lastSerial {
		return "", false
	}
	epoch, err := data.MakeDate(1899, 12, 30)
	if err != nil {
		return "", false
	}
	return data.DateOf(epoch.Time().AddDate(0, 0, day)), true
}

var (
	dateAside = regexp.MustCompile(`\([^()]*\)|["«»“”„]`)
	dateTime  = regexp.MustCompile(`[t ]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:am|pm|z)?$`)
	dateTails = regexp.MustCompile(`[\s,-]*(?:року нар\p{L}*|рік нар\p{L}*|года рожд\p{L}*|р\.?\s*н(?:ар\p{L}*)?\.?|г\.?\s*р\.?|ж\.?\s*т\.?|жылы?|ж\.|року|рік|года|год|[рг]\.?)[\s.,]*$`)
	dayTail   = regexp.MustCompile(`^(\d{1,2})\s*-?\s*(?:го|ого|е|є|th|st|nd|rd)[\s-]+`)
	// kyrgyzDate is «2004-жылдын 5-марты», yearLast what it is in another order.
	kyrgyzDate = regexp.MustCompile(`^(\d{4})\s*-?\s*(?:ж\.|жыл\p{L}*)\s*(\d{1,2})[\s-]+(\p{L}+)$`)
	monthFirst = regexp.MustCompile(`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$`)
	wordMonth  = regexp.MustCompile(`^(\d{1,2})[\s./-]+([a-z]{3,9}|[ivxіх]{1,4})\.?[\s./-]+(\d{2}|\d{4})$`)
	// leadingDate begins a cell that names the place of birth behind the date.
	leadingDate = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}+\s+\d{4})`)
)

const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec"

// monthOf is the number of a month written in English or as a Roman numeral, or "".
func monthOf(s string) string {
	if i := strings.Index(englishMonths, s[:min(len(s), 3)]); i >= 0 && len(s) >= 3 && s[0] >= 'a' {
		return strconv.Itoa(i/4 + 1)
	}
	if n := romanClass(s); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// plainDate leaves the date alone: no quotes, notes in brackets, time of day, «року
// народження», in an order and with months that package data knows.
func plainDate(s string) string {
	s = data.OneLine(dateAside.ReplaceAllString(strings.ToLower(s), " "))
	s = dateTime.ReplaceAllString(s, "")
	if m := kyrgyzDate.FindStringSubmatch(s); m != nil {
		return m[2] + " " + m[3] + " " + m[1]
	}
	for before := ""; before != s; {
		before, s = s, strings.Trim(dateTails.ReplaceAllString(s, ""), " ,")
	}
	s = dayTail.ReplaceAllString(s, "$1 ")
	if m := monthFirst.FindStringSubmatch(s); m != nil && monthOf(m[1]) != "" {
		return m[2] + "." + monthOf(m[1]) + "." + m[3]
	}
	if m := wordMonth.FindStringSubmatch(s); m != nil && monthOf(m[2]) != "" {
		return m[1] + "." + monthOf(m[2]) + "." + m[3]
	}
	return s
}

// plainNumbers is a date as almost all are, which needs no tidying.
func plainNumbers(s string) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && s[i] != '.' {
			return false
		}
	}
	return true
}

// cellDate reads a date cell: text in any usual spelling, or a day number. placed
// says that a place of birth may follow.
func cellDate(s string, date1904, placed bool, today data.Date) (data.Date, error) {
	if date, is := serialDate(s, date1904); is {
		return date, nil
	}
	if data.LongerThan(s, maxDate) && !placed {
		return "", data.Fail("date.unreadable", data.Args{"value": data.Shorten(s)})
	}
	if placed {
		if first := leadingDate.FindString(s); first != "" {
			s = first
		}
	}
	if len(s) == 7 && allDigits(s) {
		s = "0" + s
	}
	if !plainNumbers(s) {
		s = plainDate(s[:min(len(s), 4*maxDate)])
	}
	return data.ParseDate(s, today)
}

// letterOf names a column as spreadsheets do: 0 is A, 26 is AA.
func letterOf(index int) string {
	name := ""
	for index++; index > 0; index = (index - 1) / 26 {
		name = string(rune('A'+(index-1)%26)) + name
	}
	return name
}
