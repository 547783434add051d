package main

import (
	"fmt"
	"slices"

	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
)

// The ways of --take that are no rows.
const (
	takeNumbers = "numbers"
	takeAll     = "all"
	takeNone    = "none"
)

// centreLine is the contract of «centre-list --json»: one line a row in which something differs.
type centreLine struct {
	// Row is 0 for somebody who is not in the list.
	Row      int             `json:"row,omitempty"`
	Sheet    string          `json:"sheet,omitempty"`
	Name     string          `json:"name"`
	Class    string          `json:"class,omitempty"`
	Graduate string          `json:"id,omitempty"`
	Kind     string          `json:"kind"`
	Decision string          `json:"decision"`
	Values   []centreValue   `json:"values,omitempty"`
	Doubts   []importProblem `json:"doubts,omitempty"`
	Persons  []centrePerson  `json:"persons,omitempty"`
}

type centreValue struct {
	Field   string `json:"field"`
	Here    string `json:"here"`
	There   string `json:"there"`
	Refused string `json:"refused,omitempty"`
}

type centrePerson struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Class  string `json:"class,omitempty"`
	Number string `json:"card_number,omitempty"`
}

// centreCounts is the last line: rows by what they are, and what was taken, or would be.
type centreCounts struct {
	Same         int `json:"same"`
	Number       int `json:"number"`
	Different    int `json:"different"`
	MissingHere  int `json:"missing_here"`
	MissingThere int `json:"missing_there"`
	Doubtful     int `json:"doubtful"`
	Numbers      int `json:"numbers_taken"`
	Values       int `json:"values_taken"`
	Added        int `json:"added"`
}

// centreList compares the centre's own list with the registry and takes over what was asked for.
func (c *doCommand) centreList(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.centre_list.file"}
	}
	content, err := registrar.ReadFile(c.Words[0], centrelist.MaximumSize)
	if err != nil {
		return err
	}
	list, err := s.registrar.CentreList.Read(s.ctx, c.Words[0], content, centrelist.Options{Columns: c.Map, Class: c.Class})
	if err != nil {
		return err
	}
	if list, err = c.decide(s, list); err != nil {
		return err
	}
	if err := c.showList(s, list); err != nil {
		return err
	}
	counts := countsOf(list)
	if !c.DryRun {
		if _, err := s.registrar.CentreList.Write(s.ctx, list); err != nil {
			return err
		}
	}
	if err := c.showCentreCounts(s, counts); err != nil {
		return err
	}
	if list.Open() > 0 {
		return errFindings
	}
	return nil
}

// decide says of the rows what becomes of them: first of all, then of those that are named.
func (c *doCommand) decide(s *session, list *centrelist.List) (*centrelist.List, error) {
	for row, id := range c.Is {
		at, err := list.Find(row)
		if err != nil {
			return nil, err
		}
		if _, err := s.registrar.Table.Find(id); err != nil {
			return nil, err
		}
		list.Is(at, id)
	}
	if len(c.Is) > 0 {
		judged, err := s.registrar.CentreList.Judge(list)
		if err != nil {
			return nil, err
		}
		list = judged
	}
	if slices.Contains(c.Take, takeAll) {
		list.DecideAll(centrelist.TakeAll, nil)
	}
	if slices.Contains(c.Take, takeNone) {
		list.DecideAll(centrelist.Leave, nil)
	}
	if c.Add {
		list.DecideAll(centrelist.Add, nil)
	}
	return list, c.decideRows(list)
}

// decideRows decides of the rows that are named.
func (c *doCommand) decideRows(list *centrelist.List) error {
	for _, said := range []struct {
		rows     []string
		decision centrelist.Decision
	}{{c.Take, centrelist.TakeAll}, {c.Leave, centrelist.Leave}} {
		for _, row := range said.rows {
			if slices.Contains([]string{takeNumbers, takeAll, takeNone}, row) {
				continue
			}
			at, err := list.Find(row)
			if err != nil {
				return err
			}
			if !list.Decide(at, said.decision) {
				return &registrar.Error{Code: "cli.centre_list.nothing", Args: map[string]any{"row": row}}
			}
		}
	}
	return nil
}

// showList writes a line for each row in which something differs, and says what was not read.
func (c *doCommand) showList(s *session, list *centrelist.List) error {
	var ids []string
	for i := range list.Rows {
		if row := &list.Rows[i]; row.Graduate != "" && row.Kind != centrelist.Same {
			ids = append(ids, row.Graduate)
		}
	}
	if len(ids) > 0 {
		if err := s.shows(c.Action, ids, c.JSON); err != nil {
			return err
		}
	}
	for i := range list.Rows {
		if list.Rows[i].Kind == centrelist.Same {
			continue
		}
		if err := c.showRow(s, list, &list.Rows[i]); err != nil {
			return err
		}
	}
	for _, part := range list.Skipped {
		s.note(skippedText(part), partArgs(part))
	}
	for _, p := range list.Unrecognised() {
		s.note("centre_list_screen.unrecognised", map[string]any{"row": p.Number, "text": p.Text})
	}
	return nil
}

func (c *doCommand) showRow(s *session, list *centrelist.List, row *centrelist.Row) error {
	if c.JSON {
		return s.line(s.centreLine(row))
	}
	args := map[string]any{"row": "—", "name": row.Name, "kind": s.say("centre_list.kind."+string(row.Kind), nil), "decision": s.say("centre_list.decision."+string(row.Decision), nil)}
	if row.In() {
		args["row"] = list.RowName(row)
	}
	id := "cli.centre_list.line"
	if row.Kind == centrelist.MissingThere {
		id = "cli.centre_list.line_there"
	}
	fmt.Fprintln(s.stdout, s.say(id, args))
	for _, v := range row.Values {
		fmt.Fprintln(s.stdout, s.valueWords(v))
	}
	for _, p := range row.Doubts {
		fmt.Fprintln(s.stdout, s.say("cli.centre_list.doubt", map[string]any{"column": p.Column, "header": p.Header, "message": p.Sentence(s.text())}))
	}
	for _, p := range row.Persons {
		fmt.Fprintln(s.stdout, s.say("cli.centre_list.person", map[string]any{"row": args["row"], "id": p.ID, "name": p.Name, "class": p.Class}))
	}
	return nil
}

// valueWords say what is here, what is there, and why it cannot be taken.
func (s *session) valueWords(v centrelist.Value) string {
	c := s.registrar.Campaign()
	args := map[string]any{"field": v.Title(c), "here": v.Words(c, v.Here), "there": v.Words(c, v.There), "empty": v.Here == ""}
	words := s.say("cli.centre_list.value", args)
	if v.Refused != nil {
		words += " " + s.reason(registrar.Beside(v.Refused))
	}
	return words
}

func (s *session) centreLine(row *centrelist.Row) centreLine {
	line := centreLine{Row: row.Place.Row, Sheet: row.Place.Sheet, Name: row.Name, Class: row.Class, Graduate: row.Graduate, Kind: string(row.Kind), Decision: string(row.Decision)}
	for _, v := range row.Values {
		value := centreValue{Field: v.Field, Here: v.Here, There: v.There}
		if v.Refused != nil {
			value.Refused = s.reason(registrar.Beside(v.Refused))
		}
		line.Values = append(line.Values, value)
	}
	for _, p := range row.Doubts {
		line.Doubts = append(line.Doubts, importProblem{p.Column, p.Header, p.Field, p.Value, p.Rule, p.Sentence(s.text()), p.Readings})
	}
	for _, p := range row.Persons {
		line.Persons = append(line.Persons, centrePerson{p.ID, p.Name, p.Class, p.CardNumber})
	}
	return line
}

func countsOf(list *centrelist.List) centreCounts {
	counts := centreCounts{Same: list.Count(centrelist.Same), Number: list.Count(centrelist.Number), Different: list.Count(centrelist.Different),
		MissingHere: list.Count(centrelist.MissingHere), MissingThere: list.Count(centrelist.MissingThere), Doubtful: list.Count(centrelist.Doubtful)}
	counts.Numbers, counts.Values, counts.Added = list.Writes()
	return counts
}

func (c *doCommand) showCentreCounts(s *session, counts centreCounts) error {
	if c.JSON {
		return s.line(counts)
	}
	s.note("cli.centre_list.kinds", map[string]any{"same": counts.Same, "number": counts.Number, "different": counts.Different, "here": counts.MissingHere, "there": counts.MissingThere, "doubtful": counts.Doubtful})
	id := "cli.centre_list.taken"
	if c.DryRun {
		id = "cli.centre_list.would"
	}
	s.note(id, map[string]any{"numbers": counts.Numbers, "values": counts.Values, "added": counts.Added})
	if c.DryRun {
		s.note("cli.dry_run", nil)
	}
	return nil
}
