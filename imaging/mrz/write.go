package mrz

import "strings"

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
