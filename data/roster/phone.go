package roster

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"graduand/data"
)

// Phone reads a telephone number in any spelling, with or without the country's
// code, and gives it in E.164. The errors are roster.phone_short and
// roster.phone_invalid.
func Phone(s, region string) (string, error) {
	plain := plainPhone(s)
	if e164, ok := usual(plain, region); ok {
		return e164, nil
	}
	number, err := phonenumbers.Parse(plain, region)
	if err == nil && phonenumbers.IsValidNumber(number) {
		return phonenumbers.Format(number, phonenumbers.E164), nil
	}
	digits := onlyDigits(s)
	if strings.HasPrefix(digits, "8") && len(digits) > 10 { // the old long-distance 8
		if e164, ok := validPhone(digits[1:], region); ok {
			return e164, nil
		}
	}
	if len(digits) > 9 && !strings.HasPrefix(digits, "0") {
		if e164, ok := validPhone("+"+digits, region); ok {
			return e164, nil
		}
	}
	home := strings.TrimPrefix(digits, phonenumbers.GetNddPrefixForRegion(region, true))
	if len(home) < 9 || err == nil && phonenumbers.IsPossibleNumberWithReason(number) == phonenumbers.TOO_SHORT {
		return "", data.FailWith(err, "roster.phone_short", data.Args{"value": s})
	}
	return "", data.FailWith(err, "roster.phone_invalid", data.Args{"value": s})
}

// plainPhone leaves the digits and a leading +, which the library reads several
// times faster; a text with anything but digits and the usual signs between them
// stays as it is.
func plainPhone(s string) string {
	for _, r := range s {
		if (r < '0' || r > '9') && !strings.ContainsRune(" +()-–—‑./\u00a0\u200e\u202a\u202c", r) {
			return s
		}
	}
	if strings.LastIndexByte(s, '+') > strings.IndexAny(s, "0123456789") {
		return s
	}
	digits := onlyDigits(s)
	if strings.Contains(s, "+") {
		return "+" + digits
	}
	return digits
}

// usual reads the commonest spellings without parsing: the national number behind
// the country's code or the prefix for calls inside the country. The library says
// whether it is valid.
func usual(plain, region string) (string, bool) {
	code := phonenumbers.GetCountryCodeForRegion(region)
	national, abroad := strings.CutPrefix(plain, "+"+strconv.Itoa(code))
	if !abroad {
		if national, abroad = strings.CutPrefix(plain, strconv.Itoa(code)); !abroad || len(national) < 9 {
			national = strings.TrimPrefix(plain, phonenumbers.GetNddPrefixForRegion(region, true))
		}
	}
	if code == 0 || len(national) < 9 || len(national) > 10 || national[0] == '0' || !allDigits(national) {
		return "", false
	}
	value, err := strconv.ParseUint(national, 10, 64)
	if err != nil {
		return "", false
	}
	country := int32(code)
	if !phonenumbers.IsValidNumberForRegion(&phonenumbers.PhoneNumber{CountryCode: &country, NationalNumber: &value}, region) {
		return "", false
	}
	return "+" + strconv.Itoa(code) + national, true
}

func validPhone(s, region string) (e164 string, ok bool) {
	number, err := phonenumbers.Parse(s, region)
	if err != nil || !phonenumbers.IsValidNumber(number) {
		return "", false
	}
	return phonenumbers.Format(number, phonenumbers.E164), true
}

// FormatPhone writes an E.164 number as people read it, +380 50 123 4567; what is
// no number comes back as it is.
func FormatPhone(e164 string) string {
	number, err := phonenumbers.Parse(e164, "")
	if err != nil {
		return e164
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

var betweenPhones = regexp.MustCompile(`[,;/\\|\n]+|\s(?:або|или|же|жана|та|и|or|and)\s`)

// maxPhoneDigits is the most that E.164 allows.
const maxPhoneDigits = 15

// maxPhones is how many letters of a cell are looked at; nobody has so many numbers.
const maxPhones = 200

// phoneNote is whose a number is.
var phoneNote = regexp.MustCompile(`\([^()\d]*\p{L}[^()\d]*\)|[\s,–—-]+[\p{L}’'.]+\s*$`)

// cellPhones reads all numbers of a cell: the valid ones in their order, and the
// first error where there is none. Whose a number is may stand behind it.
func cellPhones(s, region string) (phones []string, err error) {
	if longerThan(s, maxPhones) {
		return nil, data.Fail("roster.phone_invalid", data.Args{"value": shorten(s)})
	}
	s = textFormula.ReplaceAllString(s, "$1")
	if e164, err := Phone(s, region); err == nil {
		return []string{e164}, nil
	}
	for _, piece := range betweenPhones.Split(s, 8) {
		piece = strings.TrimSpace(phoneNote.ReplaceAllString(piece, ""))
		found, pieceErr := piecePhones(piece, region)
		phones = append(phones, found...)
		if err == nil {
			err = pieceErr
		}
	}
	if len(phones) > 0 {
		return phones, nil
	}
	return nil, err
}

// piecePhones reads one number, or several with nothing but spaces between them.
func piecePhones(s, region string) ([]string, error) {
	e164, err := Phone(s, region)
	if err == nil {
		return []string{e164}, nil
	}
	if len(onlyDigits(s)) <= maxPhoneDigits {
		return nil, err
	}
	var phones []string
	part := ""
	for _, word := range strings.Fields(s) {
		part += word
		if e164, partErr := Phone(part, region); partErr == nil {
			phones, part = append(phones, e164), ""
		}
	}
	return phones, err
}
