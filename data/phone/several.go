package phone

import (
	"strings"

	"graduand/data"
	"graduand/data/pattern"
)

// Number is one telephone number of a text.
type Number struct {
	// E164 is the number.
	E164 string
	// Note is what stands beside it and is no part of it: «мама», «Viber».
	Note string
	// Other says that by the note the number is somebody else's: a parent's, a relative's.
	Other bool
}

// maxLetters is how many letters are looked at; nobody has so many numbers.
const maxLetters = 200

// between parts numbers. «Дод.» begins a second number or an extension; which of them it
// is, its digits tell.
var between = pattern.New(`(?i)[,;/\\|\r\n]+|\s(?:або|чи|или|либо|же|жана|та|и|і|й|or|and)\s|\s*[(\s]доп?[дб]?\.\s*|\s(?:дод(?:атковий)?|доб(?:авочный)?|вн(?:утр)?|ext|extension)[.:\s]\s*`)

// beside is a note in brackets, or words before or behind a number.
var beside = pattern.New(`\([^()\d]*\p{L}[^()\d]*\)?|^[^\d+(]*\p{L}[^\d+(]*|[^\d)]*\p{L}[^\d]*$`)

var (
	// link is what stands before the number in the address of a messenger.
	link = pattern.New(`(?i)(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=|viber://(?:chat|add)/?\?number=|tel:)(?:%2B)?(\+?\d)`)
	// ordinal is the number of a number: «1) 0501234567 2) 0671234567».
	ordinal = pattern.New(`(^|[\s;,])\d[.)]\s+([+(0])`)
	// glued are two numbers with a sign between them.
	glued = pattern.New(`(\d{9,})\s*[-–—.+(]+\s*\+?(\d{9,})`)
)

// apart writes what is written otherwise as numbers with «;» between.
func apart(s string) string {
	s = ordinal.ReplaceAllString(link.ReplaceAllString(s, " $1"), "$1;$2")
	for range 2 { // a number between two others is in one match only
		s = glued.ReplaceAllString(s, "$1;$2")
	}
	return strings.Trim(s, "; ")
}

// Several reads all numbers of a text in their order, each once. What stands there with
// digits and is no number, such as an extension or the last two digits of another number, is
// unread. The error, one of those of [Parse], says why there is no number at all.
func Several(s, region string) (numbers []Number, unread []string, err error) {
	if data.LongerThan(s, maxLetters) {
		return nil, nil, data.Fail("roster.phone_invalid", data.Args{"value": data.Shorten(s)})
	}
	if e164, err := Parse(s, region); err == nil && !strings.ContainsFunc(s, letter) {
		return []Number{{E164: e164}}, nil, nil
	}
	heading := ""
	for _, part := range parts(apart(s)) {
		if onlyDigits(part.digits) == "" {
			if heading = strings.TrimSpace(heading + " " + part.before + " " + part.behind); len(numbers) > 0 {
				numbers[len(numbers)-1].noted("", heading) // «0501234567, мама»
				heading = ""
			}
			continue
		}
		found, partErr := piece(part.digits, region)
		if partErr != nil {
			unread = append(unread, strings.Trim(part.digits, " ()"))
		}
		if err == nil {
			err = partErr
		}
		for _, e164 := range found {
			number := Number{E164: e164}
			number.noted(strings.TrimSpace(heading+" "+part.before), part.behind)
			numbers, heading = with(numbers, number), ""
		}
	}
	switch {
	case len(numbers) > 0:
		return numbers, unread, nil
	case err == nil:
		_, err = Parse(s, region)
	}
	return nil, nil, err
}

// with adds a number that is not there yet; a note belongs to either.
func with(numbers []Number, number Number) []Number {
	for i := range numbers {
		if n := &numbers[i]; n.E164 == number.E164 {
			n.Note, n.Other = strings.TrimSpace(n.Note+" "+number.Note), n.Other || number.Other
			return numbers
		}
	}
	return append(numbers, number)
}
