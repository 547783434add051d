package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// Block is a piece of a table as the clipboard has it.
type Block struct {
	// Lines are its rows, blank ones left out; Number counts from 1 with these.
	Lines []workbook.Line
	// Columns are what the header says, nil for a block without one. The line of the
	// header is not among Lines.
	Columns []Column
}

// ReadBlock reads a piece of a table as Excel and LibreOffice put it on the clipboard:
// tabs between the cells, a cell with line breaks or tabs in quotes. Its first line is a
// header when all of it are words of a header and the second line is not such.
func ReadBlock(text string, rules Rules) (*Block, error) {
	lines, err := workbook.Paste(text)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, data.Fail("paste.empty", nil)
	}
	for _, line := range lines {
		for i, cell := range line.Cells {
			line.Cells[i] = data.Unescape(cell)
		}
	}
	b := &Block{Lines: lines}
	words := newDictionary(rules)
	if len(b.Lines) > 1 && isHeader(words, b.Lines[0].Cells) && !isHeader(words, b.Lines[1].Cells) {
		b.Columns = headerColumns(words, nil, b.Lines[0].Cells)
		b.Lines = b.Lines[1:]
	}
	return b, nil
}

// isHeader reports that a line names people and something else, or is nothing but words
// of a header.
func isHeader(words *dictionary, cells []string) bool {
	columns := headerColumns(words, nil, cells)
	return headerScore(columns) > 0 || !slices.ContainsFunc(columns, func(c Column) bool {
		return c.Header != "" && c.Field == "" && !c.Ignored && !c.known
	})
}

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
