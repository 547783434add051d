package access

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/text"
)

// Import is a read workbook «Доступы выпускников» of the centre's site, with what
// becomes of each row.
type Import struct {
	Name    string
	Rows    []ImportRow
	Skipped []roster.SkippedPart
	// Unseen are the columns that were read though nobody sees them in the sheet.
	Unseen                       []roster.SkippedPart
	Accepted, Doubtful, Rejected int
	sha256                       string
}

// ImportRow is one row: Graduate is the id of the one whose access it is, empty for a row
// that is not taken in or that Adds somebody who is not in the registry yet. Doubtful says that
// the row waits for a person, see [Import.Take].
type ImportRow struct {
	roster.AccessRow
	Graduate       string
	Adds, Doubtful bool
}

// Refused tells of a row that is not taken in whatever a person says.
func (r *ImportRow) Refused() bool { return r.Graduate == "" && !r.Adds }

// Left counts the rows that are not taken in: the refused, and those that wait for a person.
func (i *Import) Left() int { return i.Rejected + i.Doubtful }

// Take takes some of the doubtful rows as they were read, since a person has looked at them:
// they are named like those of a class list, see [roster.Options]. A row that is not there is
// refused, lest a slip of the pen be taken for a decision.
func (i *Import) Take(rows []string) error {
	for _, row := range rows {
		if !i.take(row) {
			return data.Fail("roster.no_row", data.Args{"row": row})
		}
	}
	return nil
}

func (i *Import) take(wanted string) (found bool) {
	found = wanted == roster.TakeAll
	for k := range i.Rows {
		row := &i.Rows[k]
		if number := strconv.Itoa(row.Number); wanted != roster.TakeAll && wanted != number && wanted != row.Sheet+"!"+number {
			continue
		}
		found = true
		i.TakeAt(k)
	}
	return found
}

// TakeAt takes the row at an index of Rows where it is doubtful: a person has looked at it.
func (i *Import) TakeAt(index int) {
	if row := &i.Rows[index]; row.Doubtful {
		row.Doubtful = false
		i.Accepted, i.Doubtful = i.Accepted+1, i.Doubtful-1
	}
}

// Read reads the platform's own workbook of accesses and finds whose they are:
// by the login, else by the full name. Columns says where fields stand, as for a
// roster. Nothing changes until [Desk.Import].
func (d *Desk) Read(ctx context.Context, name string, content []byte, columns map[string]string) (*Import, error) {
	return registry.Read(d.registry, registry.RightAccess, func(v *registry.View) (*Import, error) {
		if err := hasAccesses(v); err != nil {
			return nil, err
		}
		file, err := roster.ReadAccessFile(ctx, filepath.Base(name), content, roster.AccessRules{PhoneRegion: v.Campaign().PhoneRegion, Columns: columns})
		if err != nil {
			return nil, err
		}
		read := &Import{Name: filepath.Base(name), Skipped: file.Skipped, Unseen: file.Unseen, sha256: registry.HexSum(content)}
		taken := map[string]bool{}
		for _, row := range file.Rows {
			judged := judge(v, row, taken)
			switch {
			case judged.Refused():
				read.Rejected++
			case judged.Doubtful:
				read.Doubtful++
			default:
				read.Accepted++
			}
			read.Rows = append(read.Rows, judged)
		}
		return read, nil
	})
}

func judge(v *registry.View, row roster.AccessRow, taken map[string]bool) ImportRow {
	judged := ImportRow{AccessRow: row}
	if hasProblem(row, data.SeverityError) {
		return judged
	}
	if isHandedWord(row.Password) {
		judged.Problems = append(slices.Clip(judged.Problems), roster.Problem{Field: roster.FieldPassword, Value: row.Password,
			Rule: "access_handed", Severity: data.SeverityWarning})
		return judged
	}
	f := ownerOf(v, row)
	key := cmp.Or(f.id, row.Login)
	if (f.id != "" || f.adds) && taken[key] {
		f = found{rule: "access_repeated"}
	}
	if f.rule != "" {
		severity := data.SeverityWarning
		switch {
		case f.doubtful:
			severity = data.SeverityConfirm
		case f.id == "":
			severity = data.SeverityError
		}
		judged.Problems = append(slices.Clip(judged.Problems), roster.Problem{Field: roster.FieldLogin, Value: row.Login, Rule: f.rule,
			Args: data.Args{"other": f.other}, Severity: severity})
	}
	judged.Graduate, judged.Adds = f.id, f.adds
	judged.Doubtful = !judged.Refused() && hasProblem(judged.AccessRow, data.SeverityConfirm)
	taken[key] = true
	return judged
}

func hasProblem(row roster.AccessRow, severity data.Severity) bool {
	return slices.ContainsFunc(row.Problems, func(p roster.Problem) bool { return p.Severity == severity })
}

// isHandedWord knows the word that stands in the place of a password that was handed
// over, so that a workbook of our own is not read as one of passwords (D16).
func isHandedWord(password string) bool {
	return slices.ContainsFunc([]string{"uk", "ru", "ky", "en"}, func(language string) bool {
		word := []rune(text.For(language).Say("report.slip_handed", nil))
		return strings.HasPrefix(strings.ToLower(password), string(word[:len(word)-1]))
	})
}

// Import takes over the accesses that were read: their passwords lie sealed
// until they are handed over, and open the centre's site, not this program. All or
// none.
func (d *Desk) Import(ctx context.Context, read *Import) error {
	return d.registry.Write(ctx, registry.RightAccess, changed, func(w *registry.Edit) error {
		if err := hasAccesses(w.View); err != nil {
			return err
		}
		if read.Accepted == 0 {
			return nil
		}
		adds := slices.ContainsFunc(read.Rows, func(row ImportRow) bool { return row.Adds && !row.Doubtful })
		if adds && !w.May(registry.RightRegister) {
			return data.Fail("account.not_allowed", data.Args{"role": data.Term("role." + w.Me().Role), "action": data.Term("right." + registry.RightRegister)})
		}
		return w.Commit(func(c *registry.Change) error {
			var ids []string
			added := 0
			for _, row := range read.Rows {
				if row.Refused() || row.Doubtful {
					continue
				}
				g, err := importRow(w.View, c, row, added)
				if err != nil {
					return err
				}
				if row.Adds {
					added++
				}
				ids = append(ids, g.ID)
			}
			return c.Note(registry.EventAccessSheet, registry.EventBody{Note: read.Name, Graduates: ids, SHA256: read.sha256})
		})
	})
}
