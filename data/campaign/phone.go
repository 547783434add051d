package campaign

import "github.com/nyaruka/phonenumbers"

// FormatPhone writes an E.164 number as people read it, +380 50 123 4567; what is no
// number comes back as it is.
func FormatPhone(e164 string) string {
	number, err := phonenumbers.Parse(e164, "")
	if err != nil {
		return e164
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}
