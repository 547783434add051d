// Package roster is the desk for class lists: opening one, saying what its columns are,
// reading it and judging every row against the registry, and taking the graduates in.
package roster

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Desk reads class lists into one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// rules are the campaign's for class lists, as of today.
func (d *Desk) rules() roster.Rules { return roster.RulesOf(d.registry.Campaign(), d.registry.Today()) }

// MaximumSize bounds a roster file, in bytes.
const MaximumSize = 20 << 20

// Room is how much memory a list may take, in bytes: see [roster.WithRoom].
const Room = roster.Room

// TakeAll takes all rows in doubt.
const TakeAll = roster.TakeAll

// Decision is what a person says of a row: see [roster.Decision].
type Decision = roster.Decision

// A row is taken as it was read, or left out, or is about the one whom it resembles.
const (
	Take  = roster.Take
	Leave = roster.Leave
	Same  = roster.Same
)

// Options are what the user decides about a roster instead of the program.
type Options = roster.Options

// Problem is one thing that is wrong or in doubt in one row.
type Problem = roster.Problem

// Passed is a filled line of a file that is nobody.
type Passed = roster.Passed

// SkippedPart is a part of a file that was not read.
type SkippedPart = roster.SkippedPart

// Roster is a roster that was read and compared with the registry: what would
// become of each row. Nothing is written until [Desk.Import].
type Roster struct {
	Name    string
	Layouts []roster.Layout
	Rows    []Row
	// Skipped is what holds something and was not read: sheets, and columns whose
	// headers mean nothing to the program.
	Skipped []SkippedPart
	// Contacts are the columns of parents' telephones that are the graduates' contact numbers.
	Contacts []SkippedPart
	// Passed are the filled lines that are nobody, each with the reason.
	Passed []Passed
	// Held is how many rows and cells each sheet holds by the file's own count.
	Held   []roster.Held
	sha256 string
	// changes is after how many changes of the registry the rows were compared with it.
	changes int
}

// RowPlace is where a person stands in a file.
type RowPlace = roster.Place

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

// TellsOfRegistry says that of some row more is said than stands in the file, and that it is
// there already: what stands in the registry.
func (r *Roster) TellsOfRegistry() bool {
	return slices.ContainsFunc(r.Rows, func(row Row) bool { return len(row.Problems) > row.own })
}

// Columns say of every column under a header as what it was read.
func (r *Roster) Columns() []roster.ReadColumn {
	var columns []roster.ReadColumn
	for i := range r.Layouts {
		columns = append(columns, r.Layouts[i].Read()...)
	}
	return columns
}

// Findings are the rows of which there is something to say, in the order of the file.
func (r *Roster) Findings() []Row {
	var found []Row
	for _, row := range r.Rows {
		if len(row.Problems) > 0 {
			found = append(found, row)
		}
	}
	return found
}

// SaveProblems writes a workbook of the rows that are wrong or in doubt, each with the reason
// in the language asked for, and notes it in the history (KG-013); wrote is false when there
// is none such, and no file then.
func (d *Desk) SaveProblems(ctx context.Context, path string, read *Roster, language string) (wrote bool, err error) {
	var bad []roster.Row
	for _, row := range read.Rows {
		if row.Bad() || row.Outcome == Doubtful {
			bad = append(bad, row.Row)
		}
	}
	if len(bad) == 0 {
		return false, nil
	}
	return true, d.registry.Deliver(ctx, path, registry.RightPrint, registry.EventProblems, func(*registry.View) (registry.Drawing, error) {
		return func(w io.Writer) (registry.EventBody, error) {
			return registry.EventBody{Note: fmt.Sprint(len(bad))}, roster.WriteProblems(w, bad, language)
		}, nil
	})
}

// Read reads a roster and says of every row what would become of it. A file
// that is no roster is refused with a code "roster.…".
func (d *Desk) Read(ctx context.Context, name string, content []byte, o Options) (*Roster, error) {
	defer roster.WithRoom()()
	read, err := roster.Read(ctx, filepath.Base(name), content, d.rules(), o)
	if err != nil {
		return nil, err
	}
	judged, err := d.judged(read, filepath.Base(name), registry.HexSum(content))
	if err != nil {
		return nil, err
	}
	return judged, judged.refuseSame(o.Same)
}

// judged compares with the registry what was read of a file.
func (d *Desk) judged(read *roster.Roster, name, sha256 string) (*Roster, error) {
	roster.Duplicates(read.Rows, d.rules())
	result := &Roster{Name: name, Layouts: read.Layouts, Skipped: read.Skipped, Contacts: read.Contacts, Passed: read.Passed, Held: read.Held,
		sha256: sha256, Rows: unjudged(read.Rows)}
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (*Roster, error) {
		judgeAll(v, result)
		return result, nil
	})
}

// Import takes in the accepted rows of a roster, all or none, and returns the ids
// of the new graduates. When the registry has changed since the roster was read,
// the rows are judged again first.
func (d *Desk) Import(ctx context.Context, read *Roster) ([]string, error) {
	defer roster.WithRoom()()
	return registry.Write(ctx, d.registry, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) ([]string, error) {
		if read.changes != w.Changes() {
			judgeAll(w.View, read)
		}
		added, err := newGraduates(w.View, read)
		if err != nil || len(added) == 0 {
			return nil, err
		}
		ids := registry.IDs(added)
		return ids, w.Commit(func(c *registry.Change) error {
			for _, g := range added {
				if err := ctx.Err(); err != nil {
					return fmt.Errorf("import roster: %w", err)
				}
				if err := c.Add(g); err != nil {
					return err
				}
			}
			return c.Note(registry.EventImported, registry.EventBody{Note: read.Name, Graduates: ids, SHA256: read.sha256})
		})
	})
}

func newGraduates(v *registry.View, read *Roster) ([]*data.Graduate, error) {
	ids, err := newIDs(v, read.Count(Accepted))
	if err != nil {
		return nil, err
	}
	added, defaults := make([]*data.Graduate, 0, len(ids)), v.Blank("")
	for i := range read.Rows {
		row := &read.Rows[i]
		if row.Outcome != Accepted {
			continue
		}
		g := row.Graduate.Clone()
		g.ID, g.Mode, g.Category = ids[len(added)], defaults.Mode, defaults.Category
		g.Current().Attempt, g.Current().Kind = 1, data.FirstRegistration
		g.Current().DraftSerial = v.NextSerial() + len(added)
		v.SignGenitive(defaults, g)
		added = append(added, g)
	}
	return added, nil
}

// newIDs are n ids that nobody has, in their order: so the file takes the records in one
// after the other, which is much less work than here and there.
func newIDs(v *registry.View, n int) ([]string, error) {
	ids, taken := make([]string, 0, n), make(map[string]bool, n)
	for len(ids) < n {
		id, err := v.NewID()
		if err != nil {
			return nil, err
		}
		if !taken[id] {
			taken[id], ids = true, append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, nil
}
