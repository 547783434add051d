package roster

import (
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/workbook"
)

// maxDate is the length in letters of a date with all that stands beside it.
const maxDate = 100

var (
	dateAside = pattern.New(`\([^()]*\)|["«»“”„]`)
	dateTime  = pattern.New(`[t ]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:am|pm|z)?$`)
	dateTails = pattern.New(`[\s,-]*(?:року нар\p{L}*|рік нар\p{L}*|года рожд\p{L}*|р\.?\s*н(?:ар\p{L}*)?\.?|г\.?\s*р\.?|ж\.?\s*т\.?|жылы?|ж\.|року|рік|года|год|[рг]\.?)[\s.,]*$`)
	dayTail   = pattern.New(`^(\d{1,2})\s*-?\s*(?:го|ого|е|є|th|st|nd|rd)[\s-]+`)
	// kyrgyzDate is «2004-жылдын 5-марты».
	kyrgyzDate = pattern.New(`^(\d{4})\s*-?\s*(?:ж\.|жыл\p{L}*)\s*(\d{1,2})[\s-]+(\p{L}+)$`)
	monthFirst = pattern.New(`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$`)
	wordMonth  = pattern.New(`^(\d{1,2})[\s./-]+([a-z]{3,9}|[ivxіх]{1,4})\.?[\s./-]+(\d{2}|\d{4})$`)
	// leadingDate begins a cell that names the place of birth behind the date.
	leadingDate = pattern.New(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}+\s+\d{4})`)
)

// englishMonths are the beginnings of the months, in their order.
var englishMonths = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")

// englishMonth is the number of a month by its small letters, 0 for none.
func englishMonth(s string) int {
	return slices.IndexFunc(englishMonths, func(month string) bool { return strings.HasPrefix(s, month) }) + 1
}

// monthOf is the number of a month written in English or as a Roman numeral, or "".
func monthOf(s string) string {
	if n := englishMonth(s); n > 0 {
		return strconv.Itoa(n)
	}
	if n := romanClass(s); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// plainDate leaves the date alone: no quotes, notes in brackets, time of day, «року
// народження», in an order and with months that package data knows.
func plainDate(s string) string {
	s = data.OneLine(dateAside.ReplaceAllStringFunc(strings.ToLower(s), withoutNote))
	s = dateTime.ReplaceAllString(s, "")
	if m := kyrgyzDate.FindStringSubmatch(s); m != nil {
		return m[2] + " " + m[3] + " " + m[1]
	}
	for before := ""; before != s; {
		before, s = s, strings.Trim(dateTails.ReplaceAllString(s, ""), " ,")
	}
	s = dayTail.ReplaceAllString(s, "$1 ")
	if m := monthFirst.FindStringSubmatch(s); m != nil && monthOf(m[1]) != "" {
		return m[2] + "." + monthOf(m[1]) + "." + m[3]
	}
	if m := wordMonth.FindStringSubmatch(s); m != nil && monthOf(m[2]) != "" {
		return m[1] + "." + monthOf(m[2]) + "." + m[3]
	}
	return s
}

// withoutNote leaves out what stands beside a day, «(17 років)», but not another day.
func withoutNote(aside string) string {
	if digitCount(aside) >= 6 {
		return aside
	}
	return " "
}

// plainNumbers is a date as almost all are, which needs no tidying.
func plainNumbers(s string) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && s[i] != '.' {
			return false
		}
	}
	return true
}

// cellDate reads a date cell: text in any usual spelling, or a day number. placed
// says that a place of birth may follow.
func cellDate(s string, date1904, placed bool, today data.Date) (data.Date, error) {
	if date, is := workbook.DayNumber(s, date1904); is {
		return date, nil
	}
	if data.LongerThan(s, maxDate) && !placed {
		return "", data.Fail("date.unreadable", data.Args{"value": data.Shorten(s)})
	}
	if placed {
		if first := leadingDate.FindString(s); first != "" {
			s = first
		}
	}
	if len(s) == 7 && data.AllDigits(s) {
		s = "0" + s
	}
	if !plainNumbers(s) {
		s = plainDate(s[:min(len(s), 4*maxDate)])
	}
	return data.ParseDate(s, today)
}

// farDay is the day of a cell that its sheet shows as one, where the number alone would be taken
// for another number: 1228 is 12.05.1903.
func farDay(s *workbook.Sheet, line workbook.Line, column int) (data.Date, bool) {
	cell := line.Cell(column)
	if _, near := workbook.DayNumber(cell, s.Date1904); near || line.Mark(column)&workbook.MarkDay == 0 || isoDate(cell) {
		return "", false
	}
	return workbook.ShownDay(cell, s.Date1904)
}

// BirthDoubt is the rule that a birth date breaks, with the full years, "" for none.
func BirthDoubt(birth data.Date, rules Rules) (rule string, years int) {
	years = birth.Years(rules.Today)
	switch {
	case birth == "" || rules.Today == "":
	case birth > rules.Today:
		return "birth_future", years
	case rules.MinimumAge > 0 && years < rules.MinimumAge, rules.MaximumAge > 0 && years > rules.MaximumAge:
		return "birth_age", years
	}
	return "", years
}
