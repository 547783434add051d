package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"graduand/data/registrar"
)

type listCommand struct {
	File   string `arg:"" help:"The registry."`
	Class  string `help:"Only this class; - for those who have none."`
	Status string `help:"Only this status, a code as --json has it."`
	Next   string `help:"Only those with whom this is to be done next, a code as --json has it." placeholder:"STEP"`
	Mode   string `help:"Only those whose form is filled so: school, self." enum:",school,self" default:""`
	Card   string `help:"Only those whose printed card is so far: missing, printed, checked, signed, changed (since it was printed)." enum:",missing,printed,checked,signed,changed" default:""`
	Site   string `help:"Only those whose data stands so at the centre's site: missing, entered, changed (since it was entered)." enum:",missing,entered,changed" default:""`
	Lacks  string `help:"Only those who lack this field, or in whom it is doubted." placeholder:"FIELD"`
	Find   string `help:"Only those in whom all these words are found." placeholder:"WORDS"`
	Number string `help:"Only who has this card number, as it is typed or as a barcode scanner reads it." placeholder:"NUMBER"`
	JSON   bool   `help:"One JSON object a line."`
}

// listLine is the contract of «list --json».
type listLine struct {
	ID             string `json:"id"`
	Surname        string `json:"surname"`
	GivenName      string `json:"given_name"`
	Patronymic     string `json:"patronymic"`
	Sex            string `json:"sex"`
	BirthDate      string `json:"birth_date"`
	Class          string `json:"class"`
	Phone          string `json:"phone"`
	DocumentKind   string `json:"document_kind"`
	DocumentSeries string `json:"document_series"`
	DocumentNumber string `json:"document_number"`
	CardNumber     string `json:"card_number"`
	Status         string `json:"status"`
	// Images is complete, incomplete or not_needed.
	Images string `json:"images"`
	// Card is how far the printed card is: missing, printed, checked, signed, or changed since.
	Card string `json:"card"`
	// Next is what is to be done next, "" for nothing; Due is the last day for what is still to be sent
	// or entered, "" where nothing is or nobody knows the day.
	Next string `json:"next"`
	Due  string `json:"due"`
}

func (c *listCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	status, err := registrar.ParseStatus(c.Status)
	if err != nil {
		return err
	}
	next, err := registrar.ParseNext(c.Next)
	if err != nil {
		return err
	}
	rows, err := s.registrar.Table.List(registrar.Filter{Query: c.Find, Class: c.Class, Status: status, Next: next, Mode: registrar.Mode(c.Mode), Site: registrar.SiteState(c.Site), Card: registrar.CardState(c.Card), Lacks: c.Lacks, Number: c.Number})
	if err == nil && len(rows) == 0 && c.Lacks != "" {
		err = s.knowLacking(c.Lacks)
	}
	if err != nil {
		return err
	}
	if err := s.shows("list", idsOf(rows), c.JSON); err != nil {
		return err
	}
	if len(rows) == 0 && c.Number != "" {
		s.note("scanner.nobody", map[string]any{"number": c.Number})
	}
	if !c.JSON {
		return s.table(rows)
	}
	for _, row := range rows {
		if err := s.line(lineOf(row)); err != nil {
			return err
		}
	}
	return nil
}

func idsOf(rows []registrar.Row) []string {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.Graduate.ID
	}
	return ids
}

func lineOf(row registrar.Row) listLine {
	g, due := row.Graduate, ""
	if row.Due != nil {
		due = string(row.Due.On)
	}
	return listLine{
		ID: g.ID, Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
		Sex: string(g.Sex), BirthDate: string(g.BirthDate), Class: g.Class, Phone: g.Phone,
		DocumentKind: g.Document.Kind, DocumentSeries: g.Document.Series, DocumentNumber: g.Document.Number,
		CardNumber: g.Current().CardNumber, Status: string(row.Status), Images: string(row.Images), Card: string(row.Card), Next: string(row.Next), Due: due,
	}
}

func (s *session) table(rows []registrar.Row) error {
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		g := row.Graduate
		number := g.Current().CardNumber
		if number == "" {
			number = row.DraftNumber
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", g.ID, g.Class, g.FullName(), g.BirthDate.Dotted(),
			registrar.FormatPhone(g.Phone), number, s.say("status."+string(row.Status), nil), s.say(registrar.NextWords(row.Next), nil))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	s.note("cli.listed", map[string]any{"count": len(rows)})
	return nil
}

type checkCommand struct {
	File  string `arg:"" help:"The registry."`
	Class string `help:"Only this class."`
	JSON  bool   `help:"One JSON object a line."`
}

// checkLine is the contract of «check --json».
type checkLine struct {
	Graduate string `json:"graduate"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Field    string `json:"field"`
	Message  string `json:"message"`
}

func (c *checkCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	findings, err := s.registrar.Table.Check(registrar.Filter{Class: c.Class})
	if err != nil {
		return err
	}
	var ids []string
	for _, f := range findings {
		ids = append(ids, f.Graduate)
	}
	if err := s.shows("check", slices.Compact(ids), c.JSON); err != nil {
		return err
	}
	last := ""
	for _, f := range findings {
		message := s.phrase(f)
		if c.JSON {
			err = s.line(checkLine{f.Graduate, f.Rule, string(f.Severity), f.Field, message})
		} else {
			err = s.finding(f, message, &last)
		}
		if err != nil {
			return err
		}
	}
	if len(findings) > 0 {
		return errFindings
	}
	s.note("cli.nothing_missing", nil)
	return nil
}

// finding writes a finding under the name of its graduate, the name once.
func (s *session) finding(f registrar.Finding, message string, last *string) error {
	if *last != f.Graduate {
		row, err := s.registrar.Table.Find(f.Graduate)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.stdout, "%s  %s  (%s)\n", row.Graduate.Class, row.Graduate.FullName(), f.Graduate)
		*last = f.Graduate
	}
	_, err := fmt.Fprintf(s.stdout, "    %s: %s\n", s.say("severity."+string(f.Severity), nil), message)
	return err
}

type setCommand struct {
	File   string   `arg:"" help:"The registry."`
	ID     string   `arg:"" help:"The graduate's id, as list shows it, or several with commas."`
	Values []string `arg:"" help:"FIELD=VALUE…; an empty VALUE empties the field. FIELD+=VALUE and FIELD-=VALUE add codes to a list, or take them away."`
	DryRun bool     `help:"Say what would happen, write nothing."`
	JSON   bool     `help:"With --dry-run: one JSON object a line."`
}

func (c *setCommand) Run(s *session) (err error) {
	changes, listed, err := many(c.Values)
	if err != nil {
		return err
	}
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if ids := strings.Split(c.ID, ","); listed || c.DryRun || len(ids) > 1 {
		return c.setMany(s, ids, changes)
	}
	values, err := assignments(c.Values)
	if err != nil {
		return err
	}
	warnings, err := s.registrar.Table.Change(s.ctx, c.ID, values)
	if err != nil {
		return err
	}
	var fields []string
	for _, v := range values {
		if v.Value != "" {
			fields = append(fields, v.Field)
		}
	}
	for _, w := range warnings {
		fmt.Fprintln(s.stderr, s.phrase(w))
		if w.Rule == "brought_along" {
			fields = append(fields, w.Field)
		}
	}
	return s.hint(c.ID, fields)
}

// hint says what is wrong with the fields that were just set: the check will find it
// again, but now is when it can be mended.
func (s *session) hint(id string, fields []string) error {
	findings, err := s.registrar.Table.Check(registrar.Filter{Only: []string{id}})
	if err != nil {
		return err
	}
	for _, f := range findings {
		if slices.Contains(fields, f.Field) && !strings.HasPrefix(f.Rule, "duplicate_") {
			fmt.Fprintln(s.stderr, s.phrase(f))
		}
	}
	return nil
}

// knowClass refuses a class that nobody is in: a mistyped one would look finished.
func (s *session) knowClass(class string) error {
	if class == "" {
		return nil
	}
	rows, err := s.registrar.Table.List(registrar.Filter{Class: class})
	if err != nil || len(rows) > 0 {
		return err
	}
	return &registrar.Error{Code: "cli.unknown_class", Args: map[string]any{"value": class, "known": strings.Join(s.registrar.Table.Classes(), ", ")}}
}

// knowLacking refuses a field that nobody lacks and nobody could: a mistyped one would look finished.
func (s *session) knowLacking(field string) error {
	lacking, err := s.registrar.Table.Lacking()
	if err != nil || s.registrar.Campaign().Field(field) != nil {
		return err
	}
	return &registrar.Error{Code: "cli.unknown_lacking", Args: map[string]any{"value": field, "known": strings.Join(lacking, ", ")}}
}

func assignments(words []string) ([]registrar.Assign, error) {
	var values []registrar.Assign
	for _, word := range words {
		field, value, found := strings.Cut(word, "=")
		if !found || field == "" {
			return nil, &registrar.Error{Code: "cli.not_an_assignment", Args: map[string]any{"value": word}}
		}
		values = append(values, registrar.Assign{Field: field, Value: value})
	}
	return values, nil
}
