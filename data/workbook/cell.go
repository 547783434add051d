package workbook

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"graduand/data"
)

// trimCell takes spaces of all kinds off both ends, composes letters with their
// marks (a Mac keeps «й» as two signs) and bounds the length; what is cut off must
// not stay in memory.
func trimCell(s string) string {
	s = strings.TrimFunc(s, unseen)
	if len(s) > maxCell {
		s = strings.Clone(strings.ToValidUTF8(s[:maxCell], ""))
	}
	return norm.NFC.String(s)
}

// IsError recognises what a spreadsheet shows instead of a value.
func IsError(s string) bool {
	switch s {
	case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
		"#Н/Д", "#ЗНАЧ!", "#ССЫЛКА!", "#ПОСИЛАННЯ!", "#ИМЯ?", "#ІМ'Я?":
		return true
	}
	return strings.HasPrefix(s, "####")
}

// ExactDigits writes a whole number that a spreadsheet keeps as 3.80501234567E+11
// or 380501234567.0 with all its digits. rounded says that the digits are lost: a
// table of text shows six of them and the rest is gone.
func ExactDigits(s string) (digits string, rounded bool) {
	mantissa, exponent, scientific := strings.Cut(strings.ToUpper(strings.ReplaceAll(s, ",", ".")), "E")
	whole, fraction, dotted := strings.Cut(mantissa, ".")
	if !scientific {
		if dotted && data.AllDigits(whole) && fraction != "" && strings.Trim(fraction, "0") == "" {
			return whole, false
		}
		return s, false
	}
	power, err := strconv.Atoi(exponent)
	if err != nil || power < 0 || power > 20 || !data.AllDigits(whole) || dotted && !data.AllDigits(fraction) || len(fraction) > power {
		return s, false
	}
	significant := len(strings.TrimRight(whole+fraction, "0"))
	return whole + fraction + strings.Repeat("0", power-len(fraction)), significant <= 6
}

// Day numbers that a birth date or a document's date can have: 1927 to 2119.
const (
	firstSerial = 10_000
	lastSerial  = 80_000
	shift1904   = 1462
)

// DayNumber reads a date that a spreadsheet keeps as the number of a day, which count
// from the last days of 1899, or from 1904.
func DayNumber(s string, date1904 bool) (data.Date, bool) {
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
	return dayOf(day), true
}

// The day numbers that a spreadsheet can show: up to 31.12.9999. Those before leapSerial, which is
// a 29th of February 1900 that never was, stand a day later in Excel.
const (
	leapSerial  = 60
	shownSerial = 2_958_465
)

// ShownDay is the day of a cell that a spreadsheet shows as a day, be it too far off to be anybody's,
// as 1228 is for 12.05.1903, or a text of ISO 8601.
func ShownDay(s string, date1904 bool) (data.Date, bool) {
	if len(s) >= len(time.DateOnly) && s[4] == '-' {
		day, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
		return data.DateOf(day), err == nil
	}
	value, err := strconv.ParseFloat(s, 64)
	if err != nil || value < 1 || value > shownSerial {
		return "", false
	}
	day := int(value)
	switch {
	case date1904:
		day += shift1904
	case day < leapSerial:
		day++
	}
	return dayOf(day), true
}

// dayOf is the day so many days behind the 30th of December 1899.
func dayOf(number int) data.Date {
	return data.DateOf(time.Date(1899, time.December, 30+number, 0, 0, 0, 0, time.UTC))
}
