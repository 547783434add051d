package registrar

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/roster"
	"graduand/data/sqlite"
	"graduand/reports"
)

// AccessImport is a read workbook «Доступы выпускников» of the centre's site, with what
// becomes of each row.
type AccessImport struct {
	Name               string
	Rows               []AccessImportRow
	Skipped            []roster.SkippedPart
	Accepted, Rejected int
	sha256             string
}

// AccessImportRow is one row: Graduate is the id of the one whose access it is, empty
// for a row that is not taken in.
type AccessImportRow struct {
	roster.AccessRow
	Graduate string
}

// ReadAccesses reads the platform's own workbook of accesses and finds whose they are:
// by the login, else by the full name. Columns says where fields stand, as for a
// roster. Nothing changes until [Registrar.ImportAccesses].
func (r *Registrar) ReadAccesses(ctx context.Context, name string, content []byte, columns map[string]string) (*AccessImport, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return nil, err
	}
	file, err := roster.ReadAccessFile(ctx, filepath.Base(name), content, roster.AccessRules{PhoneRegion: r.Campaign().PhoneRegion, Columns: columns})
	if err != nil {
		return nil, err
	}
	read := &AccessImport{Name: filepath.Base(name), Skipped: file.Skipped, sha256: hexSum(content)}
	taken := map[string]bool{}
	for _, row := range file.Rows {
		judged := r.judgeAccess(row, taken)
		if judged.Graduate == "" {
			read.Rejected++
		} else {
			read.Accepted++
		}
		read.Rows = append(read.Rows, judged)
	}
	return read, nil
}

func (r *Registrar) judgeAccess(row roster.AccessRow, taken map[string]bool) AccessImportRow {
	judged := AccessImportRow{AccessRow: row}
	if slices.ContainsFunc(row.Problems, func(p roster.Problem) bool { return p.Severity == data.SeverityError }) {
		return judged
	}
	if r.isHandedWord(row.Password) {
		judged.Problems = append(slices.Clip(judged.Problems), roster.Problem{Field: roster.FieldPassword, Value: row.Password,
			Rule: "access_handed", Severity: data.SeverityWarning})
		return judged
	}
	owner, rule := r.ownerOf(row)
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
	taken[owner] = true
	return judged
}

// isHandedWord knows the word that stands in the place of a password that was handed
// over, so that a workbook of our own is not read as one of passwords (D16).
func (r *Registrar) isHandedWord(password string) bool {
	return slices.ContainsFunc([]string{"uk", "ru", "ky", "en"}, func(language string) bool {
		word := []rune(reports.Words(language, nil)("report.slip_handed", nil))
		return strings.HasPrefix(strings.ToLower(password), string(word[:len(word)-1]))
	})
}

// ownerOf finds the graduate of a row; the rule says why there is none, or what to look
// at.
func (r *Registrar) ownerOf(row roster.AccessRow) (id, rule string) {
	if same := r.index.phones[row.Login]; row.Login != "" && len(same) == 1 {
		if !sameName(row.FullName, same[0].graduate.FullName()) {
			return "", "access_other_name"
		}
		return same[0].graduate.ID, ""
	}
	switch same := r.index.byName[data.SearchKey(row.FullName)]; {
	case row.FullName == "" || len(same) == 0:
		return "", "access_unknown"
	case len(same) > 1:
		return "", "access_ambiguous"
	case row.Login != "":
		return same[0].graduate.ID, "access_other_phone"
	default:
		return same[0].graduate.ID, ""
	}
}

// sameName tells whether one of two names is the other, or the other without a part of
// it, such as the patronymic; an empty name contradicts nobody.
func sameName(a, b string) bool {
	short, long := strings.Fields(data.SearchKey(a)), strings.Fields(data.SearchKey(b))
	if len(short) > len(long) {
		short, long = long, short
	}
	return !slices.ContainsFunc(short, func(word string) bool { return !slices.Contains(long, word) })
}

// ImportAccesses takes over the accesses that were read: their passwords lie sealed
// until they are handed over, and open the centre's site, not this program. All or
// none.
func (r *Registrar) ImportAccesses(ctx context.Context, read *AccessImport) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return err
	}
	if read.Accepted == 0 {
		return nil
	}
	return r.update(ctx, func(c *change) error {
		var ids []string
		for _, row := range read.Rows {
			if row.Graduate == "" {
				continue
			}
			if err := c.importAccess(row); err != nil {
				return err
			}
			ids = append(ids, row.Graduate)
		}
		return c.note(EventAccessSheet, "", 0, nil, eventBody{Note: read.Name, Graduates: ids, SHA256: read.sha256})
	})
}

func (c *change) importAccess(row AccessImportRow) error {
	e := c.r.index.byID[row.Graduate]
	if e == nil {
		return data.Fail("graduate.unknown", data.Args{"id": row.Graduate})
	}
	g := e.graduate.Clone()
	login := row.Login
	if login == "" {
		login = g.Phone
	}
	a := setAccess(g, data.Access{Door: data.DoorPlatform, Login: login, Made: data.Fact{Kind: "imported", On: c.r.Today(), By: c.r.who.label()}})
	secret, err := c.r.sealSecret(g.ID, a, row.Password)
	if err != nil {
		return err
	}
	if err := c.PutAccess(sqlite.Access{Graduate: g.ID, Door: string(data.DoorPlatform), Secret: secret}); err != nil {
		return err
	}
	return c.put(g, EventAccessImported, eventBody{Accesses: g.Accesses})
}
