// Package phone reads telephone numbers as people write them, and writes them as people
// read them. Between the two a number is E.164: +380501234567.
package phone

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"graduand/data"
)

// Parse reads a telephone number in any spelling, with or without the country's
// code, and gives it in E.164. A text with letters, which the library takes for
// digits, or with an extension is none. The errors are roster.phone_short,
// roster.phone_invalid and roster.phone_letters.
func Parse(s, region string) (string, error) {
	spelt := plain(s)
	if e164, ok := usual(spelt, region); ok {
		return e164, nil
	}
	spelt = plain(withoutLabel(spelt))
	number, err := phonenumbers.Parse(spelt, region)
	digits := onlyDigits(s)
	if whole := !strings.ContainsFunc(spelt, letter) && number.GetExtension() == ""; !whole {
		return "", refused(s, digits, region, err)
	}
	if err == nil && phonenumbers.IsValidNumber(number) {
		return phonenumbers.Format(number, phonenumbers.E164), nil
	}
	if strings.HasPrefix(digits, "8") && len(digits) > 10 { // the old long-distance 8
		if e164, ok := valid(digits[1:], region); ok {
			return e164, nil
		}
	}
	if len(digits) > 9 && !strings.HasPrefix(digits, "0") {
		if e164, ok := valid("+"+digits, region); ok {
			return e164, nil
		}
	}
	if err == nil && phonenumbers.IsPossibleNumberWithReason(number) == phonenumbers.TOO_SHORT {
		digits = ""
	}
	return "", refused(s, digits, region, err)
}

// refused says of a text with these digits why it is no number.
func refused(s, digits, region string, err error) error {
	if lettered(s) || digits == "" && strings.ContainsFunc(s, letter) {
		return data.FailWith(err, "roster.phone_letters", data.Args{"value": s})
	}
	if home := strings.TrimPrefix(digits, phonenumbers.GetNddPrefixForRegion(region, true)); len(home) < 9 {
		return data.FailWith(err, "roster.phone_short", data.Args{"value": s})
	}
	return data.FailWith(err, "roster.phone_invalid", data.Args{"value": s})
}

// plain leaves the digits and a leading +, which the library reads several
// times faster; a text with anything but digits and the usual signs between them
// stays as it is, without the signs that nobody sees.
func plain(s string) string {
	s = data.OneLine(s)
	for _, r := range s {
		if (r < '0' || r > '9') && !strings.ContainsRune(" +()-‐‑‒–—−./'’", r) {
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
func usual(spelt, region string) (string, bool) {
	code := phonenumbers.GetCountryCodeForRegion(region)
	national, abroad := strings.CutPrefix(spelt, "+"+strconv.Itoa(code))
	if !abroad {
		if national, abroad = strings.CutPrefix(spelt, strconv.Itoa(code)); !abroad || len(national) < 9 {
			national = strings.TrimPrefix(spelt, phonenumbers.GetNddPrefixForRegion(region, true))
		}
	}
	if code == 0 || len(national) < 9 || len(national) > 10 || national[0] == '0' || onlyDigits(national) != national {
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

func valid(s, region string) (e164 string, ok bool) {
	number, err := phonenumbers.Parse(s, region)
	if err != nil || !phonenumbers.IsValidNumber(number) {
		return "", false
	}
	return phonenumbers.Format(number, phonenumbers.E164), true
}

// Format writes an E.164 number as people read it, +380 50 123 4567; what is
// no number comes back as it is.
func Format(e164 string) string {
	number, err := phonenumbers.Parse(e164, "")
	if err != nil {
		return e164
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}

// IsFixed says of an E.164 number that it is that of a line, not one which is carried about.
func IsFixed(e164 string) bool {
	number, err := phonenumbers.Parse(e164, "")
	return err == nil && phonenumbers.GetNumberType(number) == phonenumbers.FIXED_LINE
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// maxDigits is the most that E.164 allows.
const maxDigits = 15

// piece reads one number, or several with nothing but spaces between them.
func piece(s, region string) ([]string, error) {
	e164, err := Parse(s, region)
	if err == nil {
		return []string{e164}, nil
	}
	if len(onlyDigits(s)) <= maxDigits {
		return nil, err
	}
	var phones []string
	part := ""
	for _, word := range strings.Fields(s) {
		part += word
		if e164, partErr := Parse(part, region); partErr == nil {
			phones, part = append(phones, e164), ""
		}
	}
	if part == "" {
		err = nil
	}
	return phones, err
}

// Home is how the numbers of a country are dialled within it.
type Home struct{ code, prefix string }

// HomeOf is that of a region, an ISO code such as UA.
func HomeOf(region string) Home {
	return Home{code: "+" + strconv.Itoa(phonenumbers.GetCountryCodeForRegion(region)), prefix: phonenumbers.GetNddPrefixForRegion(region, true)}
}

// Number is an E.164 number as it is dialled at home, 0777121205 for +996777121205; "" for a
// number of another country.
func (h Home) Number(e164 string) string {
	national, is := strings.CutPrefix(e164, h.code)
	if !is {
		return ""
	}
	return h.prefix + national
}
