package roster

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/roster"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// judgedRoster is a reading of a file with the lines that the table shows of it.
type judgedRoster struct {
	*roster.Roster
	lines map[roster.Outcome][]widgets.Row
	// places says where in Rows a row of the file stands.
	places map[roster.RowPlace]int
	// people says which of Rows stand in a line, in whatever table.
	people map[roster.RowPlace][]int
}

// at is a row of the file as it was read; false for one that is nobody.
func (j *judgedRoster) at(p roster.RowPlace) (index int, row *roster.Row, found bool) {
	if j == nil {
		return -1, nil, false
	}
	if index, found = j.places[p]; !found {
		return -1, nil, false
	}
	return index, &j.Rows[index], true
}

// of is the row whose cell it is; false for that of nobody. Tables side by side have several
// people in a line.
func (j *judgedRoster) of(c roster.Cell) (*roster.Row, bool) {
	if j == nil {
		return nil, false
	}
	for _, i := range j.people[roster.RowPlace{Sheet: c.Sheet, Row: c.Row}] {
		if j.Rows[i].Has(c.Column) {
			return &j.Rows[i], true
		}
	}
	return nil, false
}

// read reads a file and makes the lines, off the window's goroutine.
func (s *Screen) read(ctx context.Context, r *registrar.Registrar, file *roster.File, choice roster.Choice) (*judgedRoster, error) {
	read, err := r.Roster.ReadChosen(ctx, file, choice)
	if err != nil {
		return nil, err
	}
	j := &judgedRoster{Roster: read, lines: map[roster.Outcome][]widgets.Row{}, places: map[roster.RowPlace]int{}, people: map[roster.RowPlace][]int{}}
	several := len(read.Held) > 1
	for i := range read.Rows {
		row := &read.Rows[i]
		line := roster.RowPlace{Sheet: row.Sheet, Row: row.Number}
		j.places[row.Place()], j.people[line] = i, append(j.people[line], i)
		number := row.At()
		if several {
			number = row.Sheet + ": " + number
		}
		switch row.Outcome {
		case roster.Rejected, roster.Doubtful:
			j.lines[row.Outcome] = append(j.lines[row.Outcome], s.problemLines(i, number, row)...)
		case roster.LeftOut: // stays where it can be taken back
			j.lines[roster.Doubtful] = append(j.lines[roster.Doubtful], s.leftLine(i, number, row))
		default:
			j.lines[row.Outcome] = append(j.lines[row.Outcome], s.personLine(i, number, row))
		}
	}
	for i, line := range read.Passed {
		j.lines[passedOver] = append(j.lines[passedOver], s.passedLine(i, line, several))
	}
	return j, nil
}

// passedLine is a line of the file that is nobody, with the reason.
func (s *Screen) passedLine(i int, line roster.Passed, several bool) widgets.Row {
	number := fmt.Sprint(line.Number)
	if several {
		number = line.Sheet + ": " + number
	}
	return widgets.Row{Key: fmt.Sprintf("%d/passed", i), Cells: []widgets.Cell{{Text: number}, {Text: line.Text}, {Text: s.window.Say("roster.passed."+line.Reason, nil)}}}
}

// lineKey names a line of the table: the row's place in the reading and the place
// of its problem. rowOfKey takes the first out again.
func lineKey(row, problem int) string { return fmt.Sprintf("%d/%d", row, problem) }

func rowOfKey(key string) int {
	row := -1
	if _, err := fmt.Sscanf(key, "%d/", &row); err != nil || strings.HasSuffix(key, "/passed") {
		return -1
	}
	return row
}

// problemLines are the lines of a row to mend, one for each thing that is wrong.
func (s *Screen) problemLines(i int, number string, row *roster.Row) []widgets.Row {
	var lines []widgets.Row
	for n, p := range row.WorstFirst() {
		if row.Outcome != roster.Rejected && p.Severity != data.SeverityConfirm {
			continue
		}
		column := strings.TrimSpace(p.Column + " " + p.Header)
		if column == "" {
			column = s.fieldTitle(p.Field)
		}
		lines = append(lines, widgets.Row{Key: lineKey(i, n), Cells: []widgets.Cell{
			{Text: number},
			{Text: row.Graduate.FullName()},
			{Text: column},
			{Text: frame.OneLine(readable(row, p.Value))},
			problemCell(p.Severity, p.Sentence(s.window.Text())),
		}})
	}
	return lines
}

// leftLine is a row that a person has left out.
func (s *Screen) leftLine(i int, number string, row *roster.Row) widgets.Row {
	return widgets.Row{Key: lineKey(i, 0), Cells: []widgets.Cell{{Text: number}, {Text: row.Graduate.FullName()}, {}, {},
		{Text: s.say("verdict_left_out", nil), Icon: theme.CancelIcon()}}}
}

// readable is the text of a cell as people write it: no number of a day.
func readable(row *roster.Row, text string) string {
	if i := slices.Index(row.Cells, text); i >= 0 {
		return row.Readable()[i]
	}
	return text
}

// personLine is a row as the program has understood it, with what there is to say.
func (s *Screen) personLine(i int, number string, row *roster.Row) widgets.Row {
	g := &row.Graduate
	tells := g.Document.Text()
	if s.window.Registrar().Campaign().PhoneIsLogin {
		tells = g.Phone
	}
	cells := []widgets.Cell{
		{Text: number},
		{Text: g.FullName()},
		{Text: g.BirthDate.Dotted()},
		{Text: g.Class},
		{Text: tells},
		{},
	}
	if problems := row.WorstFirst(); len(problems) > 0 {
		cells[5] = problemCell(problems[0].Severity, problems[0].Sentence(s.window.Text()))
	}
	return widgets.Row{Key: lineKey(i, 0), Cells: cells}
}

func problemCell(severity data.Severity, sentence string) widgets.Cell {
	short := text.FirstSentence(sentence)
	if severity == data.SeverityError {
		return widgets.Cell{Text: sentence, Short: short, Colour: theme.ColorNameError, Icon: theme.ErrorIcon()}
	}
	if severity == data.SeverityConfirm {
		return widgets.Cell{Text: sentence, Short: short, Colour: theme.ColorNameWarning, Icon: theme.QuestionIcon()}
	}
	return widgets.Cell{Text: sentence, Short: short, Colour: theme.ColorNameWarning, Icon: theme.WarningIcon()}
}

// fieldTitle is what a field of a roster is called.
func (s *Screen) fieldTitle(field string) string {
	t := s.window.Text()
	for _, id := range []string{"field." + field, "roster_screen.field." + field} {
		if t.Has(id) {
			return frame.Capital(t.Say(id, nil))
		}
	}
	return fmt.Sprint(t.Word(s.window.Registrar().Campaign().FieldTitle(field)))
}
