package roster

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/workbook"
)

// spelledNumbers are the words for the classes from which people leave school, in the four
// languages: «одинадцятий», «он биринчи».
var spelledNumbers = []struct {
	words *pattern.Pattern
	digit string
}{
	{spelledNumber(`дев['’ʼ]?ят` + endings + `|тогузунчу|nine|ninth`), "9"},
	{spelledNumber(`десят` + endings + `|онунчу|tenth|ten`), "10"},
	{spelledNumber(`одинн?адц[яа]т` + endings + `|он бир(?:инчи)?|eleventh|eleven`), "11"},
	{spelledNumber(`дв[ае]надц[яа]т` + endings + `|он эки(?:нчи)?|twelfth|twelve`), "12"},
}

// endings are those of numbers in Ukrainian and Russian; Десятков is a surname.
const endings = `(?:ь|ий|ый|ого|ому|им|ым|ом|а|ая)`

func spelledNumber(words string) *pattern.Pattern {
	return pattern.New(`(?i)(^|\P{L})(?:` + words + `)(\P{L}|$)`)
}

// inDigits is a text with the number of a class, if one is spelt out in it, in digits.
func inDigits(s string) string {
	for _, n := range spelledNumbers {
		if n.words.MatchString(s) {
			return n.words.ReplaceAllString(s, "${1}"+n.digit+"${2}")
		}
	}
	return s
}

// cellClass is [ParseClass] for a cell where a class is expected: there its number may be
// spelt out, «одинадцятий А». Elsewhere such a word may be a surname.
func cellClass(s, script string) (class string, ok bool) {
	if class, ok = ParseClass(s, script); ok || data.LongerThan(s, maxClass) {
		return class, ok
	}
	return ParseClass(inDigits(s), script)
}

var (
	// betweenClasses parts the classes of a cell that names more than one.
	betweenClasses = pattern.New(`[,;/\\|+&()]|\s(?i:і|й|та|и|або|чи|или|либо|жана|же|and|or)\s|\s[-–—→>]+\s`)
	// nextClass begins a further class with nothing but a space before it.
	nextClass = pattern.New(`([^\d\s-])\s+(\d)`)
	// bareNoun is the word for a class alone.
	bareNoun = pattern.New(`^\s*(?:` + classNoun + `\.?)?\s*$`)
)

// Classes are the classes of a text that names more than one, or nil.
func Classes(s, script string) []string { return severalInCell(s, script) }

// severalInCell are the classes of a cell that names more than one, «11-А/11-Б», «11-А, Б»,
// or nil. Numbers alone, «10/11», may be a group of a college.
func severalInCell(s, script string) []string {
	if _, one := cellClass(s, script); one || data.LongerThan(s, maxClass) {
		return nil
	}
	var classes []string
	for _, piece := range strings.Split(nextClass.ReplaceAllString(betweenClasses.ReplaceAllString(s, ";"), "$1;$2"), ";") {
		if bareNoun.MatchString(piece) {
			continue
		}
		class, is := cellClass(piece, script)
		if last := len(classes) - 1; !is && last >= 0 {
			number, _, _ := strings.Cut(classes[last], "-")
			if class, is = ParseClass(withLetter(number, piece), script); is && classes[last] == number {
				classes = classes[:last] // 11 - А
			}
		}
		if !is {
			return nil
		}
		if !slices.Contains(classes, class) {
			classes = append(classes, class)
		}
	}
	if len(classes) < 2 || !slices.ContainsFunc(classes, func(class string) bool { return !data.AllDigits(class) }) {
		return nil
	}
	return classes
}

var (
	// letterFirst is a class the other way round, «А-11».
	letterFirst = pattern.New(`^"?(\p{L})"?\s*-?\s*(\d{1,2})$`)
	// remarked is a class with a remark: in brackets, or of small letters, «11-А (мат.)».
	remarked = pattern.New(`^(.*?[\p{L}"\d])\s*(?:[(,;]\s*\p{Ll}[^()\d]*\)?|\s(?:-\s)?\p{Ll}{3}[^\d]*)$`)
)

// oddClass is the class of a cell that says it in a way of its own: the letter first, or with a
// remark such as the profile.
func oddClass(s, script string) (class string, is bool) {
	if _, plain := cellClass(s, script); plain || data.LongerThan(s, maxClass) {
		return "", false
	}
	s = classSigns.Replace(data.OneLine(s))
	if m := letterFirst.FindStringSubmatch(s); m != nil {
		return makeClass(m[2], m[1], script)
	}
	m := remarked.FindStringSubmatch(s)
	if m == nil || strings.IndexFunc(m[1], unicode.IsDigit) != 0 {
		return "", false
	}
	class, is = cellClass(m[1], script)
	return class, is && (!data.AllDigits(class) || strings.Contains(s, "("))
}

// CleanClass is the class of a cell: its one form where there is such, else the text
// as it is; a college names its groups as it likes.
func CleanClass(s, script string) string {
	if digits, rounded := workbook.ExactDigits(s); !rounded {
		s = digits
	}
	if class, ok := cellClass(s, script); ok {
		return class
	}
	if class, ok := oddClass(s, script); ok {
		return class
	}
	return strings.Trim(data.OneLine(s), "'")
}

// dayOfMonth is a number with a stroke in it as a spreadsheet shows it that has made a day of
// it: «11.січ» for 11-1, «5-мар» for 5/3.
var dayOfMonth = pattern.New(`(?i)^\d{1,2}[.\- ](?:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)\.?$`)

// wholeDate is a cell that is a day of the calendar, in numbers.
var wholeDate = pattern.New(`^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}(?:[T ].*)?)$`)

// dateForClass recognises a class that a spreadsheet has taken for a date, 11-1 for
// the 11th of January, and writes the date.
func dateForClass(s string, date1904 bool) (string, bool) {
	if date, is := workbook.DayNumber(s, date1904); is {
		return date.Dotted(), true
	}
	return s, wholeDate.MatchString(s) || dayOfMonth.MatchString(s)
}
