package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/roster"
)

type importCommand struct {
	File   string            `arg:"" help:"The registry."`
	Roster string            `arg:"" help:"The roster, .xlsx, .ods, .csv, or a web page or XML saved as .xls."`
	DryRun bool              `help:"Say what would happen, write nothing."`
	Errors string            `help:"Write the rows that were not taken in to this workbook." placeholder:"OUT.xlsx"`
	Sheet  string            `help:"Read only this sheet."`
	Class  string            `help:"The class of rows that name none."`
	Map    map[string]string `help:"Where fields stand: a letter, a number, or the header." mapsep:"," placeholder:"FIELD=COLUMN,…"`
	Take   []string          `help:"Rows in doubt to take as they were read, or all; 12:H where several people stand in row 12." placeholder:"ROW,…"`
	Leave  []string          `help:"Rows that are not taken: a row that one of them repeats is taken instead." placeholder:"ROW,…"`
	Same   []string          `help:"Rows in doubt that are about the one of the registry whom they resemble, or all: nobody is added, and --fill fills in what is empty." placeholder:"ROW,…"`
	Mend   []string          `help:"Rows in which lost zeros of a document or letters of one alphabet are put in, or all." placeholder:"ROW,…"`
	Fill   bool              `help:"Fill what is empty of people who are there."`
	Every  bool              `help:"A line for every row and every column of the file, not only for those of which there is something to say."`
	JSON   bool              `help:"One JSON object a line."`
}

// importLine is the contract of «import --json»: one line a row of which there is
// something to say. The first problem stands in the line, all of them in Problems.
type importLine struct {
	Row int `json:"row"`
	// Place is how «--take» has the row where several people stand in it: «12:H».
	Place    string          `json:"place,omitempty"`
	Sheet    string          `json:"sheet,omitempty"`
	Column   string          `json:"column"`
	Value    string          `json:"value"`
	Rule     string          `json:"rule"`
	Message  string          `json:"message"`
	Outcome  string          `json:"outcome"`
	Problems []importProblem `json:"problems"`
}

type importProblem struct {
	Column  string `json:"column"`
	Header  string `json:"header,omitempty"`
	Field   string `json:"field"`
	Value   string `json:"value"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
	// Readings are the texts of which one settles a doubt.
	Readings []string `json:"readings,omitempty"`
}

// importCounts is the last line.
type importCounts struct {
	Accepted int `json:"accepted"`
	Rejected int `json:"rejected"`
	// Duplicates are those of the registry and those of the file.
	Duplicates int `json:"duplicates"`
	Doubtful   int `json:"doubtful,omitempty"`
	// Fills are the rows that can fill empty fields of people who are there, or did.
	Fills int `json:"fills,omitempty"`
}

func (c *importCommand) Run(s *session) (err error) {
	// From the beginning, as the key is derived in a tenth of a gigabyte. A lower limit of the user's
	// own holds.
	debug.SetMemoryLimit(min(debug.SetMemoryLimit(-1), roster.Room))
	if err := c.checkErrors(); err != nil {
		return err
	}
	content, err := registrar.ReadFile(c.Roster, registrar.MaximumRoster)
	if err != nil {
		return err
	}
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	read, err := s.registrar.Roster.Read(s.ctx, c.Roster, content, roster.Options{Sheet: c.Sheet, Class: c.Class, Columns: c.Map, Take: c.Take, Leave: c.Leave, Same: c.Same, Mend: c.Mend})
	if err != nil {
		return err
	}
	if c.Errors != "" {
		// What cannot be written must not be found out afterwards.
		if err := s.registrar.TryPlace(c.Errors); err != nil {
			return err
		}
	}
	if err := c.take(s, read); err != nil {
		return err
	}
	if err := c.saveErrors(s, read); err != nil {
		return err
	}
	return c.report(s, read)
}

// take takes the rows in, and fills what is empty where that was asked for.
func (c *importCommand) take(s *session, read *roster.Roster) error {
	if c.DryRun {
		return nil
	}
	if c.Fill {
		values := read.Values()
		if _, err := s.registrar.Roster.Fill(s.ctx, read); err != nil {
			return err
		}
		s.note("cli.filled", map[string]any{"count": values})
	}
	_, err := s.registrar.Roster.Import(s.ctx, read)
	return err
}

// checkErrors refuses a name for the workbook of bad rows that would cost a file.
func (c *importCommand) checkErrors() error {
	switch {
	case c.Errors == "":
		return nil
	case registrar.SameFile(c.Errors, c.File) || registrar.SameFile(c.Errors, c.Roster):
		return &registrar.Error{Code: "cli.errors_over", Args: map[string]any{"file": c.Errors}}
	case !strings.EqualFold(filepath.Ext(c.Errors), ".xlsx"):
		return &registrar.Error{Code: "print.unknown_format", Args: map[string]any{"file": c.Errors, "known": ".xlsx"}}
	}
	return nil
}

// saveErrors writes the workbook of the rows that were not taken in.
func (c *importCommand) saveErrors(s *session, read *roster.Roster) error {
	if c.Errors == "" {
		return nil
	}
	wrote, err := s.registrar.Roster.SaveProblems(s.ctx, c.Errors, read, s.language())
	if wrote && err == nil {
		s.note("cli.errors_written", map[string]any{"file": filepath.Base(c.Errors)})
	}
	return err
}

func (c *importCommand) report(s *session, read *roster.Roster) error {
	if read.TellsOfRegistry() {
		if err := s.shows("import", nil, c.JSON); err != nil {
			return err
		}
	}
	lines := s.importLines(read, c.Every)
	if err := c.write(s, lines, len(read.Held) > 1); err != nil {
		return err
	}
	s.tellTaken(read)
	s.accountFor(read, c.Every)
	counts := importCounts{read.Count(roster.Accepted), read.Count(roster.Rejected), read.Count(roster.Duplicate) + read.Count(roster.Repeated) + read.Count(roster.Fills), read.Count(roster.Doubtful), read.Count(roster.Fills)}
	if c.JSON {
		if err := s.line(counts); err != nil {
			return err
		}
	} else {
		repeated := read.Count(roster.Repeated)
		s.note("cli.imported", map[string]any{"accepted": counts.Accepted, "rejected": counts.Rejected, "there": counts.Duplicates - repeated})
		if repeated > 0 {
			s.note("cli.repeated", map[string]any{"number": repeated, "rows": repeatedRows(read)})
		}
	}
	if rows := mendableRows(read); rows != "" {
		s.note("cli.mendable", map[string]any{"rows": rows})
	}
	if counts.Doubtful > 0 {
		s.note("cli.doubtful", map[string]any{"number": counts.Doubtful, "rows": doubtfulRows(read)})
	}
	if rows := rowsWhere(read, func(row *roster.Row) bool { return row.Outcome == roster.Doubtful && row.Resembles() }); rows != "" {
		s.note("cli.resembling", map[string]any{"rows": rows})
	}
	if values := read.Values(); values > 0 && !c.Fill {
		s.note("cli.can_fill", map[string]any{"count": values})
	}
	if c.DryRun {
		s.note("cli.dry_run", nil)
	}
	for _, row := range read.Findings() {
		if row.Outcome != roster.Accepted {
			return errFindings
		}
	}
	return nil
}

func (c *importCommand) write(s *session, lines []importLine, withSheet bool) error {
	for _, line := range lines {
		if !c.JSON {
			s.rowLine(line, withSheet)
		} else if err := s.line(line); err != nil {
			return err
		}
	}
	return nil
}

// tellTaken says of each value in doubt as what it was taken, where a person has said that the row is taken.
func (s *session) tellTaken(read *roster.Roster) {
	for _, row := range read.Findings() {
		if row.Decided != roster.Take || row.Outcome != roster.Accepted && row.Outcome != roster.Fills {
			continue
		}
		for _, p := range row.Problems {
			if taken := row.Graduate.Get(p.Field); len(p.Readings) > 0 && taken != "" {
				s.note("cli.took", map[string]any{"row": rowName(row.Sheet, row.At(), len(read.Held) > 1), "field": s.fieldTitle(p.Field),
					"taken": s.registrar.Campaign().Words(p.Field, taken), "value": p.Value})
			}
		}
	}
}

// doubtfulRows are the rows in doubt as «--take» has them.
func doubtfulRows(read *roster.Roster) string {
	return rowsWhere(read, func(row *roster.Row) bool { return row.Outcome == roster.Doubtful })
}

// repeatedRows are the rows that repeat another one of the file.
func repeatedRows(read *roster.Roster) string {
	return rowsWhere(read, func(row *roster.Row) bool { return row.Outcome == roster.Repeated })
}

// mendableRows are the rows in which something can be put in, as «--mend» has them.
func mendableRows(read *roster.Roster) string {
	return rowsWhere(read, func(row *roster.Row) bool {
		return slices.ContainsFunc(row.Problems, func(p roster.Problem) bool {
			_, _, mends := read.Mending(row, p)
			return mends
		})
	})
}

func rowsWhere(read *roster.Roster, is func(*roster.Row) bool) string {
	var rows []string
	for i := range read.Rows {
		if row := &read.Rows[i]; is(row) {
			rows = append(rows, rowName(row.Sheet, row.At(), len(read.Held) > 1))
		}
	}
	return strings.Join(rows, ",")
}

// rowName is a row as «--take» has it.
func rowName(sheet, at string, withSheet bool) string {
	if withSheet {
		return sheet + "!" + at
	}
	return at
}

// importLines are the rows of which there is something to say, or all of them.
func (s *session) importLines(read *roster.Roster, every bool) []importLine {
	t := s.text()
	rows := read.Findings()
	if every {
		rows = read.Rows
	}
	lines := []importLine{}
	for _, row := range rows {
		line := importLine{Row: row.Number, Sheet: row.Sheet, Outcome: outcomeCode(row.Outcome), Problems: []importProblem{}}
		if at := row.At(); at != fmt.Sprint(row.Number) {
			line.Place = at
		}
		for _, p := range row.WorstFirst() {
			line.Problems = append(line.Problems, importProblem{p.Column, p.Header, p.Field, p.Value, p.Rule, p.Sentence(t), p.Readings})
		}
		if len(line.Problems) > 0 {
			first := line.Problems[0]
			line.Column, line.Value, line.Rule, line.Message = first.Column, first.Value, first.Rule, first.Message
		}
		lines = append(lines, line)
	}
	return lines
}

// outcomeCode is an outcome for other programs, to whom a row that repeats another is a duplicate
// as one of somebody in the registry is: the rule tells which.
func outcomeCode(o roster.Outcome) string {
	if o == roster.Repeated {
		o = roster.Duplicate
	}
	return string(o)
}

// rowLine writes the problems of a row for a person.
func (s *session) rowLine(line importLine, withSheet bool) {
	sheet := ""
	if withSheet {
		sheet = line.Sheet + ", "
	}
	for _, p := range line.Problems {
		column := p.Column
		if p.Header != "" {
			column += " «" + p.Header + "»"
		}
		if column == "" {
			column = fmt.Sprint(s.fieldTitle(p.Field))
		}
		fmt.Fprintln(s.stdout, s.say("cli.row", map[string]any{"sheet": sheet, "row": cmp.Or(line.Place, fmt.Sprint(line.Row)), "column": column, "message": p.Message}))
	}
}
