package campaign

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"graduand/data"
)

// ReadTracking reads the number of an item of an operator as people type it: with spaces and
// hyphens, in small letters, in Cyrillic ones that look like Latin. Nothing typed is no number.
// Refusals: tracking.no_operator, tracking.none for an operator without numbers,
// tracking.bad_signs, tracking.bad_form, tracking.bad_check.
func (c *Campaign) ReadTracking(operator, typed string) (string, error) {
	number := trackingNumber(typed)
	if number == "" {
		return "", nil
	}
	o := c.PostalOperator(operator)
	switch {
	case o == nil:
		return "", data.Fail("tracking.no_operator", data.Args{"value": operator})
	case !o.Tracked():
		return "", data.Fail("tracking.none", data.Args{"operator": c.operatorWording(o)})
	}
	if foreign := strings.Map(foreignSign, number); foreign != "" {
		return "", data.Fail("tracking.bad_signs", data.Args{"value": number, "signs": foreign})
	}
	if p := c.patterns.tracking[operator]; p != nil && !p.MatchString(number) {
		return "", data.Fail("tracking.bad_form", data.Args{"value": number, "length": len(number), "operator": c.operatorWording(o), "examples": strings.Join(o.TrackingExamples, ", ")})
	}
	if have, want, is := s10Digits(number); is && o.TrackingCheck == CheckS10 && have != want {
		return "", data.Fail("tracking.bad_check", data.Args{"value": number, "digit": have, "expected": want})
	}
	return number, nil
}

func (c *Campaign) operatorWording(o *PostalOperator) data.Wording {
	return wording("postal_operator", o.Code, o.Title)
}

// trackingNumber is what was typed without what only parts it, in capital Latin letters.
func trackingNumber(typed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Dash, r) || r == '№' || !unicode.IsPrint(r) {
			return -1
		}
		return data.LatinTwin(unicode.ToUpper(r))
	}, typed)
}

// foreignSign leaves only what stands in no number.
func foreignSign(r rune) rune {
	if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' {
		return -1
	}
	return r
}

var s10Form = regexp.MustCompile(`^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$`)

// s10Weights are those of the eight digits (UPU S10).
var s10Weights = [8]int{8, 6, 4, 2, 3, 5, 9, 7}

// s10Digits are the check digit that a number of the form of S10 has, and the one that its other
// digits ask for; is is false for a number of another form.
func s10Digits(number string) (have, want string, is bool) {
	parts := s10Form.FindStringSubmatch(number)
	if parts == nil {
		return "", "", false
	}
	sum := 0
	for i, weight := range s10Weights {
		sum += weight * int(parts[1][i]-'0')
	}
	check := 11 - sum%11
	switch check {
	case 10:
		check = 0
	case 11:
		check = 5
	}
	return parts[2], strconv.Itoa(check), true
}
