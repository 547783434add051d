package phone

import (
	"regexp"
	"strings"

	"graduand/data"
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
var between = regexp.MustCompile(`(?i)[,;/\\|\r\n]+|\s(?:або|или|же|жана|та|и|і|й|or|and)\s|\s*[(\s]доп?[дб]?\.\s*|\s(?:дод(?:атковий)?|доб(?:авочный)?|вн(?:утр)?|ext|extension)[.:\s]\s*`)

// beside is a note in brackets, or words before or behind a number.
var beside = regexp.MustCompile(`\([^()\d]*\p{L}[^()\d]*\)?|^[^\d+(]*\p{L}[^\d+(]*|[^\d)]*\p{L}[^\d]*$`)

// Several reads all numbers of a text in their order. What stands there with digits and is no
// number, such as an extension or the last two digits of another number, is unread. The
// error, one of those of [Parse], says why there is no number at all.
func Several(s, region string) (numbers []Number, unread []string, err error) {
	if data.LongerThan(s, maxLetters) {
		return nil, nil, data.Fail("roster.phone_invalid", data.Args{"value": data.Shorten(s)})
	}
	if e164, err := Parse(s, region); err == nil && !strings.ContainsFunc(s, letter) {
		return []Number{{E164: e164}}, nil, nil
	}
	heading := ""
	for _, part := range between.Split(s, -1) {
		note := strings.Trim(strings.Join(beside.FindAllString(part, -1), " "), " ():.,–—-\t")
		part = strings.TrimSpace(beside.ReplaceAllString(part, ""))
		if onlyDigits(part) == "" {
			if heading = strings.TrimSpace(heading + " " + note); len(numbers) > 0 {
				numbers[len(numbers)-1].noted(heading) // «0501234567, мама»
				heading = ""
			}
			continue
		}
		found, partErr := piece(part, region)
		if partErr != nil {
			unread = append(unread, part)
		}
		if err == nil {
			err = partErr
		}
		for _, e164 := range found {
			number := Number{E164: e164}
			number.noted(strings.TrimSpace(heading + " " + note))
			numbers, heading = append(numbers, number), ""
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
