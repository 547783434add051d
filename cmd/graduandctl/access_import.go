package main

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/access"
)

// accessImportLine is the contract of «access import --json»: one line a row of which
// there is something to say.
type accessImportLine struct {
	Row     int    `json:"row"`
	Sheet   string `json:"sheet,omitempty"`
	Login   string `json:"login"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
	// Outcome is taken, doubtful or refused.
	Outcome string `json:"outcome"`
}

func (c *accessCommand) imports(s *session) error {
	if len(c.Words) != 1 {
		return &registrar.Error{Code: "cli.no_workbook"}
	}
	content, err := registrar.ReadFile(c.Words[0], registrar.MaximumRoster)
	if err != nil {
		return err
	}
	read, err := s.registrar.Access.Read(s.ctx, c.Words[0], content, c.Map)
	if err != nil {
		return err
	}
	tellSkipped(s, read)
	if err := read.Take(c.Take); err != nil {
		return err
	}
	if err := warnReplaced(s, read); err != nil {
		return err
	}
	if err := c.rows(s, read); err != nil {
		return err
	}
	if !c.DryRun {
		if err := s.registrar.Access.Import(s.ctx, read); err != nil {
			return err
		}
	}
	s.note("access.imported", map[string]any{"accepted": read.Accepted, "rejected": read.Left()})
	if read.Doubtful > 0 {
		s.note("cli.access.doubtful", map[string]any{"number": read.Doubtful, "rows": c.doubtful(read)})
	}
	if c.DryRun {
		s.note("cli.dry_run", nil)
	}
	if read.Rejected > 0 || read.Doubtful > 0 {
		return errFindings
	}
	return nil
}

// tellSkipped says what of the file was not read, and what was though nobody sees it.
func tellSkipped(s *session, read *access.Import) {
	for _, part := range read.Skipped {
		id := skippedText(part)
		if part.Whole() && !part.Hidden {
			// The command reads every sheet with accesses: there is none to name.
			id = "roster_screen.skipped_sheet"
		}
		s.note(id, partArgs(part))
	}
	for _, part := range read.Unseen {
		s.note("cli.access.unseen_column", map[string]any{"sheet": part.Sheet, "column": part.Column, "header": part.Header})
	}
}

// doubtful are the rows in doubt as «--take» has them.
func (c *accessCommand) doubtful(read *access.Import) string {
	var rows []string
	for i := range read.Rows {
		if row := &read.Rows[i]; row.Doubtful {
			rows = append(rows, rowName(row.Sheet, fmt.Sprint(row.Number), severalSheets(read)))
		}
	}
	return strings.Join(rows, ",")
}

// severalSheets says that a number alone does not tell a row from the others.
func severalSheets(read *access.Import) bool {
	return slices.ContainsFunc(read.Rows, func(row access.ImportRow) bool { return row.Sheet != read.Rows[0].Sheet })
}

// outcome is what becomes of a row.
func outcome(row *access.ImportRow) string {
	switch {
	case row.Refused():
		return "refused"
	case row.Doubtful:
		return "doubtful"
	}
	return "taken"
}

// rows says what there is to say of the rows, of the doubtful ones first.
func (c *accessCommand) rows(s *session, read *access.Import) error {
	for _, wanted := range []string{"doubtful", "refused", "taken"} {
		for i := range read.Rows {
			row := &read.Rows[i]
			if outcome(row) != wanted {
				continue
			}
			for _, p := range row.Problems {
				line := accessImportLine{row.Number, row.Sheet, row.Login, p.Rule, p.Sentence(s.text()), wanted}
				if err := c.row(s, line, severalSheets(read)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (c *accessCommand) row(s *session, line accessImportLine, withSheet bool) error {
	if c.JSON {
		return s.line(line)
	}
	sheet := ""
	if withSheet {
		sheet = line.Sheet + ", "
	}
	_, err := fmt.Fprintln(s.stdout, s.say("cli.row", map[string]any{"sheet": sheet, "row": line.Row, "column": line.Login, "message": line.Message}))
	return err
}

// warnReplaced names those whose password lies in somebody's hands already and is
// replaced by that of the workbook.
func warnReplaced(s *session, read *access.Import) error {
	for _, row := range read.Rows {
		if row.Graduate == "" {
			continue
		}
		found, err := s.registrar.Table.Find(row.Graduate)
		if err != nil {
			return err
		}
		if a := found.Graduate.Access(registrar.DoorPlatform); a != nil && a.HandedOver != nil {
			s.note("access.replaces_handed", map[string]any{"name": found.Graduate.Surname + " " + found.Graduate.GivenName})
		}
	}
	return nil
}
