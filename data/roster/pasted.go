package roster

import (
	"strings"

	"graduand/data"
)

// ReadDays reads the cells of one column that holds days: as text in any usual spelling, as
// the day numbers of a spreadsheet, as moments with a zone. Whether the month stands first
// and whether a spreadsheet has exchanged days and months, the whole column tells; what it
// leaves open is a doubt (data.SeverityConfirm). An empty cell is a Day without a rule.
func ReadDays(cells []string, date1904 bool, rules Rules) []Day {
	column := dayColumn{today: rules.Today, zone: rules.Zone, date1904: date1904}
	for _, cell := range cells {
		column.look(cell)
	}
	days := make([]Day, len(cells))
	for i, cell := range cells {
		if text, err := data.CleanText("", cell); err == nil {
			cell = text
		}
		days[i] = column.read(cell)
	}
	return days
}

// LostDigits tells a number of which a table of text shows the first digits only, «1,2E+05»:
// the others are gone, and nothing brings them back.
func LostDigits(text string) bool {
	_, lost := wholeNumber(data.OneLine(text))
	return lost
}

// MadeADay tells a text that a spreadsheet seems to have made a day of: «11.січ» for 11-1.
func MadeADay(text string) bool { return dayOfMonth.MatchString(data.OneLine(text)) }

// SpellingDoubt is a part of a name as it is meant, where a sign in it stands for another one
// or a word of it is broken, and the rule that says so; "" for no doubt.
func SpellingDoubt(name string) (meant, rule string) {
	spelt := spellName(name)
	return cleanPart(spelt.text), spelt.rule
}

// NameFault is the rule that a part of a name breaks, as digits or letters of another alphabet
// in it do, with the signs; "" for none.
func NameFault(name string, rules Rules) (rule, signs string) {
	return nameFault(cleanPart(name), rules.NameScript)
}

// FieldZeros is a number with the zeros without which a field does not take it.
func FieldZeros(field, number string, rules Rules) (whole string, lost bool) {
	pattern, err := wholePattern(rules.Patterns[field])
	if err != nil || pattern == nil {
		return "", false
	}
	return (&zeroColumn{pattern: pattern}).whole(number)
}

// LostZeros tells that now is the number before without the zeros at its beginning, which a
// spreadsheet takes away.
func LostZeros(before, now string) bool {
	zeros, same := strings.CutSuffix(before, now)
	return same && zeros != "" && data.AllDigits(now) && strings.Trim(zeros, "0") == ""
}

// ReadDocument takes apart a document that stands in one cell, «КВ 123456». It fails for
// what fits no kind of the rules, or more than one.
func ReadDocument(text string, rules Rules) (data.Document, error) {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return data.Document{}, err
	}
	r := &reader{parser: &parser{kinds: kinds, told: toldByNumbers(kinds)}, row: &Row{}}
	r.documentCell(Column{Field: FieldDocument}, text)
	r.finishDocument()
	d := r.row.Graduate.Document
	if len(r.row.Problems) > 0 || d.Number == "" {
		return d, data.Fail("paste.document", data.Args{"value": text})
	}
	return d, nil
}
