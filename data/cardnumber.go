package data

import "fmt"

// DraftNumber is the school's own number of a card until the centre's is known:
// prefix, year, five digits of the serial and a check digit, «Ч-2020-000010». The
// prefix is a letter that no official number has; the check digit is Luhn's over
// year and serial (ISO/IEC 7812-1, annex B).
func DraftNumber(prefix string, year, serial int) string {
	digits := fmt.Sprintf("%04d%05d", year, serial)
	return fmt.Sprintf("%s-%04d-%05d%d", prefix, year, serial, luhn(digits))
}

func luhn(digits string) int {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return (10 - sum%10) % 10
}
