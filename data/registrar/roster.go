package registrar

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
)

// MaximumRoster bounds a roster file, in bytes.
const MaximumRoster = 20 << 20

// RosterOptions are what the user decides about a roster instead of the program.
type RosterOptions = roster.Options

// Outcome says what becomes of a row of a roster.
type Outcome string

// A row is taken in, or refused for what is wrong in it, or there already.
const (
	Accepted  Outcome = "accepted"
	Rejected  Outcome = "rejected"
	Duplicate Outcome = "duplicate"
)

// RosterRow is one row with its outcome.
type RosterRow struct {
	roster.Row
	Outcome Outcome
}

// WorstFirst are the problems of the row, those that must be mended before the
// others.
func (r RosterRow) WorstFirst() []roster.Problem {
	sorted := slices.Clone(r.Problems)
	slices.SortStableFunc(sorted, func(a, b roster.Problem) int { return rank(a.Severity) - rank(b.Severity) })
	return sorted
}

func rank(s data.Severity) int {
	return slices.Index([]data.Severity{data.SeverityError, data.SeverityWarning, data.SeverityConfirm}, s)
}

// Roster is a roster that was read and compared with the registry: what would
// become of each row. Nothing is written until [Registrar.Import].
type Roster struct {
	Name    string
	Layouts []roster.Layout
	Rows    []RosterRow
	// Skipped is what holds something and was not read: sheets, and columns whose
	// headers mean nothing to the program.
	Skipped []roster.SkippedPart
	sha256  string
	// read are the rows before they were compared with the registry, as it was
	// after so many changes.
	read    []roster.Row
	changes int
}

// Count counts the rows with an outcome.
func (r *Roster) Count(o Outcome) int {
	n := 0
	for i := range r.Rows {
		if r.Rows[i].Outcome == o {
			n++
		}
	}
	return n
}

// Findings are the rows of which there is something to say, in the order of the file.
func (r *Roster) Findings() []RosterRow {
	var found []RosterRow
	for _, row := range r.Rows {
		if len(row.Problems) > 0 {
			found = append(found, row)
		}
	}
	return found
}

// WriteProblems writes a workbook of the rows that are wrong, each with the reason
// in the language asked for; wrote is false when there is none such.
func (r *Registrar) WriteProblems(w io.Writer, read *Roster, language string) (wrote bool, err error) {
	var bad []roster.Row
	for _, row := range read.Rows {
		if row.Bad() {
			bad = append(bad, row.Row)
		}
	}
	if len(bad) == 0 {
		return false, nil
	}
	return true, roster.WriteProblems(w, bad, language)
}

// ReadRoster reads a roster and says of every row what would become of it. A file
// that is no roster is refused with a code "roster.…".
func (r *Registrar) ReadRoster(ctx context.Context, name string, content []byte, o RosterOptions) (*Roster, error) {
	read, err := roster.Read(ctx, filepath.Base(name), content, r.rosterRules(), o)
	if err != nil {
		return nil, err
	}
	roster.Duplicates(read.Rows, r.Campaign().PhoneIsLogin)
	sum := sha256.Sum256(content)
	result := &Roster{Name: filepath.Base(name), Layouts: read.Layouts, Skipped: read.Skipped, sha256: hex.EncodeToString(sum[:])}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	result.read = read.Rows
	r.judgeAll(result)
	return result, nil
}

func (r *Registrar) judgeAll(result *Roster) {
	result.Rows, result.changes = nil, r.index.changes
	for _, row := range result.read {
		row.Problems = slices.Clip(row.Problems)
		result.Rows = append(result.Rows, r.judge(row))
	}
}

func (r *Registrar) rosterRules() roster.Rules {
	c := r.Campaign()
	rules := roster.Rules{
		PhoneRegion: c.PhoneRegion, NameScript: c.NameScript, Headers: c.Roster.Headers,
		MinimumAge: c.Roster.MinimumAge, MaximumAge: c.Roster.MaximumAge, Today: r.Today(),
		Fields: map[string]string{}, Codes: r.rosterNames(),
	}
	for _, k := range c.DocumentKinds {
		rules.DocumentKinds = append(rules.DocumentKinds, rosterKind(k))
	}
	typed := map[string]bool{}
	for _, code := range data.TypedFields() {
		typed[code] = true
	}
	for _, f := range c.AllFields() {
		if !typed[f.Code] && f.Kind != campaign.KindFile && f.Kind != campaign.KindCheckbox {
			rules.Fields[f.Code] = f.Title
		}
	}
	return rules
}

// readOtherwise are the kinds that a roster reads in its own way.
var readOtherwise = []string{campaign.KindSex, campaign.KindDocumentKind, campaign.KindCheckbox}

// rosterNames are the names by which a roster may call what the program keeps as codes:
// field → code → names.
func (r *Registrar) rosterNames() map[string]map[string][]string {
	fields := map[string]map[string][]string{}
	for _, field := range r.Fields() {
		if slices.Contains(readOtherwise, r.Campaign().Kind(field).Name) {
			continue
		}
		for _, choice := range r.Campaign().Codes(field) {
			if fields[field] == nil {
				fields[field] = map[string][]string{}
			}
			fields[field][choice.Code] = append(choice.Names, choice.Title)
		}
	}
	return fields
}

func rosterKind(k campaign.DocumentKind) roster.DocumentKind {
	return roster.DocumentKind{Code: k.Code, Names: append([]string{k.Title}, k.Names...),
		SeriesPattern: k.SeriesPattern, NumberPattern: k.NumberPattern, Example: k.Example, ByNameOnly: k.ByNameOnly}
}

// judge compares a row with the registry. A person who is there already is never
// changed: when the row says something else, that is a finding.
func (r *Registrar) judge(row roster.Row) RosterRow {
	if row.Bad() {
		return RosterRow{row, badOutcome(row)}
	}
	g := &row.Graduate
	if same := r.index.samePerson(g); same != nil {
		if fields := r.otherThan(same.graduate, g); len(fields) > 0 {
			row.Problems = append(row.Problems, roster.Problem{Field: data.FieldSurname, Value: g.FullName(), Rule: "differs",
				Args: data.Args{"fields": fields}, Severity: data.SeverityWarning})
		}
		return RosterRow{row, Duplicate}
	}
	outcome := Accepted
	for _, f := range r.index.duplicates(g) {
		rule, isKept := registryRules[f.Rule]
		if !isKept {
			continue
		}
		row.Problems = append(row.Problems, roster.Problem{Field: f.Field, Value: g.Get(f.Field), Rule: rule, Args: f.Args, Severity: f.Severity})
		if f.Severity == data.SeverityError {
			outcome = Rejected
		}
	}
	return RosterRow{row, outcome}
}

// registryRules name a duplicate of the registry in a finding about a row.
var registryRules = map[string]string{
	"duplicate_card":     "registry_card",
	"duplicate_document": "registry_document",
	"duplicate_phone":    "registry_phone",
}

// badOutcome tells a row that repeats an earlier row of its file from one that is
// wrong in itself.
func badOutcome(row roster.Row) Outcome {
	for _, p := range row.Problems {
		if p.Severity == data.SeverityError && p.Rule != "duplicate_person" && p.Rule != "duplicate_document" && p.Rule != "duplicate_card" {
			return Rejected
		}
	}
	return Duplicate
}

// samePerson finds the graduate whom g is: the same name and birth date, or, where
// one of the two has no birth date, the same full name in the same class or with
// the same phone.
func (x *index) samePerson(g *data.Graduate) *entry {
	if same := x.persons[g.PersonKey()]; len(same) > 0 {
		return same[0]
	}
	for _, e := range x.byName[data.SearchKey(g.FullName())] {
		other := e.graduate
		if (g.BirthDate == "" || other.BirthDate == "") && (other.Class == g.Class || g.Phone != "" && other.Phone == g.Phone) {
			return e
		}
	}
	return nil
}

// otherThan lists the titles of the fields that the row fills with something else
// than the registry has.
func (r *Registrar) otherThan(known, row *data.Graduate) []any {
	var titles []any
	for _, field := range fieldsOf(row) {
		if value := row.Get(field); value != "" && value != known.Get(field) {
			titles = append(titles, r.FieldTitle(field))
		}
	}
	return titles
}

// Import takes in the accepted rows of a roster, all or none, and returns the ids
// of the new graduates. When the registry has changed since the roster was read,
// the rows are judged again first.
func (r *Registrar) Import(ctx context.Context, read *Roster) (ids []string, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return nil, err
	}
	if read.changes != r.index.changes {
		r.judgeAll(read)
	}
	added, err := r.newGraduates(read)
	if err != nil || len(added) == 0 {
		return nil, err
	}
	ids = make([]string, len(added))
	for i, g := range added {
		ids[i] = g.ID
	}
	return ids, r.update(ctx, func(c *change) error {
		for _, g := range added {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("import roster: %w", err)
			}
			if err := c.add(g); err != nil {
				return err
			}
		}
		return c.note(EventImported, "", 0, nil, eventBody{Note: read.Name, Graduates: ids, SHA256: read.sha256})
	})
}

func (r *Registrar) newGraduates(read *Roster) ([]*data.Graduate, error) {
	var added []*data.Graduate
	taken := map[string]bool{}
	for i := range read.Rows {
		row := &read.Rows[i]
		if row.Outcome != Accepted {
			continue
		}
		id, err := r.unusedID()
		for err == nil && taken[id] {
			id, err = r.unusedID()
		}
		if err != nil {
			return nil, err
		}
		taken[id] = true
		g := row.Graduate.Clone()
		defaults := r.blank(id)
		g.ID, g.Mode, g.Category = id, defaults.Mode, defaults.Category
		g.Current().Attempt, g.Current().Kind = 1, data.FirstRegistration
		g.Current().DraftSerial = r.index.lastSerial + len(added) + 1
		added = append(added, g)
	}
	return added, nil
}
