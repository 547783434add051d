package campaign

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"graduand/data"
)

// What the centre decides is read here, on both sides: whether a person types it or a message brings it.

// ReadReasons are codes of the fixed list of reasons for a refusal, each once, in its order (UA-087).
// Another one is answer.unknown_reason, which names those that there are.
func (c *Campaign) ReadReasons(codes []string) (sorted []string, err error) {
	for _, code := range codes {
		if c.RefusalReason(code) == nil {
			return nil, data.Fail("answer.unknown_reason", data.Args{"value": code, "known": c.reasonCodes()})
		}
	}
	for i := range c.RefusalReasons {
		if slices.Contains(codes, c.RefusalReasons[i].Code) {
			sorted = append(sorted, c.RefusalReasons[i].Code)
		}
	}
	return sorted, nil
}

// reasonCodes are all of them, "—" of a campaign that has none.
func (c *Campaign) reasonCodes() string {
	var codes []string
	for i := range c.RefusalReasons {
		codes = append(codes, c.RefusalReasons[i].Code)
	}
	return cmp.Or(strings.Join(codes, ", "), "—")
}

// CheckFates refuses papers that no kit or envelope has (answer.unknown_paper), and one that has come
// back and stays (answer.paper_twice).
func (c *Campaign) CheckFates(returned, kept []string) error {
	for _, code := range slices.Concat(returned, kept) {
		if p, known := c.FatePaper(code); !known {
			return data.Fail("answer.unknown_paper", data.Args{"value": code})
		} else if slices.Contains(returned, code) && slices.Contains(kept, code) {
			return data.Fail("answer.paper_twice", data.Args{"value": p.Title})
		}
	}
	return nil
}

// ReadCertificate reads the number of a certificate as people type it. Refusals:
// answer.no_certificate, answer.bad_certificate, and answer.pin where a PIN seems to stand with it.
func (c *Campaign) ReadCertificate(typed string) (string, error) {
	groups := strings.FieldsFunc(typed, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	groups = slices.DeleteFunc(groups, func(word string) bool { return slices.Contains([]string{"n", "no"}, strings.ToLower(word)) })
	number := strings.Join(groups, "")
	switch e := &c.EnvelopeMail; {
	case number == "":
		return "", data.Fail("answer.no_certificate", nil)
	case namesPIN(groups) || looksLikePIN(groups, e.PINDigits) || e.PINDigits > 0 && len(number) == e.CertificateDigits+e.PINDigits:
		return "", data.Fail("answer.pin", nil)
	case !data.AllDigits(number) || len(number) > mostDigits:
		return "", data.Fail("answer.bad_certificate", data.Args{"value": typed})
	}
	return number, nil
}

// mostDigits bounds the number of a certificate.
const mostDigits = 20

func namesPIN(groups []string) bool {
	return slices.ContainsFunc(groups, func(word string) bool {
		word = strings.ToLower(word)
		return strings.HasPrefix(word, "pin") || strings.HasPrefix(word, "пін") || strings.HasPrefix(word, "пин")
	})
}

// looksLikePIN says that a second number stands behind the first one.
func looksLikePIN(groups []string, digits int) bool {
	for i, group := range groups {
		if i > 0 && digits > 0 && len(group) == digits && data.AllDigits(group) {
			return true
		}
	}
	return false
}
