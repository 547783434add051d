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
// that is not taken in. Doubtful says that the row has an owner and waits for a person, see
// [Import.TakeDoubtful].
type ImportRow struct {
	roster.AccessRow
	Graduate string
	Doubtful bool
}

// TakeDoubtful takes the doubtful rows as they were read: a person has looked at them.
func (i *Import) TakeDoubtful() { i.take(roster.TakeAll) }

// Take takes some of them, named like those of a class list: see [roster.Options]. A row
// that is not there is refused, lest a slip of the pen be taken for a decision.
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
		if row.Doubtful {
			row.Doubtful = false
			i.Accepted, i.Doubtful = i.Accepted+1, i.Doubtful-1
		}
	}
	return found
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
			case judged.Graduate == "":
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
	owner, rule := ownerOf(v, row)
	if owner != "" && taken[owner] {
		owner, rule = "", "access_repeated"
	}
	if rule != "" {
		severity := data.SeverityWarning
		if owner == "" {
			severity = data.SeverityError
		}
		judged.Problems = append(slices.Clip(judged.Problems), roster.Problem{Field: roster.FieldLogin, Value: row.Login, Rule: rule, Severity: severity})
	}
	judged.Graduate = owner
	judged.Doubtful = owner != "" && hasProblem(row, data.SeverityConfirm)
	taken[owner] = true
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

// ownerOf finds the graduate of a row; the rule says why there is none, or what to look
// at.
func ownerOf(v *registry.View, row roster.AccessRow) (id, rule string) {
	if same := v.WithPhone(row.Login); row.Login != "" && len(same) == 1 {
		if !data.SameName(row.FullName, same[0].FullName()) {
			return "", "access_other_name"
		}
		return same[0].ID, ""
	}
	switch same := v.Named(row.FullName); {
	case row.FullName == "" || len(same) == 0:
		return "", "access_unknown"
	case len(same) > 1:
		return "", "access_ambiguous"
	case row.Login != "":
		return same[0].ID, "access_other_phone"
	default:
		return same[0].ID, ""
	}
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
		return w.Commit(func(c *registry.Change) error {
			var ids []string
			for _, row := range read.Rows {
				if row.Graduate == "" || row.Doubtful {
					continue
				}
				if err := importRow(w.View, c, row); err != nil {
					return err
				}
				ids = append(ids, row.Graduate)
			}
			return c.Note(registry.EventAccessSheet, registry.EventBody{Note: read.Name, Graduates: ids, SHA256: read.sha256})
		})
	})
}

func importRow(v *registry.View, c *registry.Change, row ImportRow) error {
	g, err := v.Find(row.Graduate)
	if err != nil {
		return err
	}
	return c.PutImported(g, data.DoorPlatform, cmp.Or(row.Login, g.Phone), row.Password)
}
