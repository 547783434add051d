package roster

import (
	"strconv"
	"strings"
	"unicode"

	"graduand/data"
)

// trimCell takes spaces of all kinds off both ends and bounds the length.
func trimCell(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad'
	})
	if len(s) > maxCell {
		s = strings.ToValidUTF8(s[:maxCell], "")
	}
	return s
}

// oneLine is the cell with single spaces and without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

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

// birthTails follow a date of birth and say nothing.
var birthTails = []string{"р.н.", "р. н.", "р.н", "г.р.", "г. р.", "г.р", "ж.т.", "року народження", "года рождения"}

// cellDate reads a date cell: text in any usual spelling, or a day number.
func cellDate(s string, date1904 bool, today data.Date) (data.Date, error) {
	if date, is := serialDate(s, date1904); is {
		return date, nil
	}
	if len(s) > 10 && s[4] == '-' && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	if len(s) == 7 && allDigits(s) {
		s = "0" + s
	}
	for _, tail := range birthTails {
		s = strings.TrimSpace(strings.TrimSuffix(s, tail))
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
