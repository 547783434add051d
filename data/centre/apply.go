package centre

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"graduand/data/centre/database"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// take takes a message over: its records with their verdicts, and the receipt that tells of them.
func (c *Centre) take(tx *database.Tx, s *school, m *exchange.Opened, done *Outcome) (*outgoing, error) {
	done.NewBranch = s.chain.Sequence > 0 && s.chain.Branch != m.Branch
	a := &application{tx: tx, school: s, m: m}
	if err := a.prepare(); err != nil {
		return nil, err
	}
	rulings, err := a.judge(c)
	if err != nil {
		return nil, err
	}
	// Two schools with one key never miss each other: whoever comes second sees the first.
	if err := tx.Lock(lockWhole); err != nil {
		return nil, err
	}
	if err := a.elsewhere(rulings); err != nil {
		return nil, err
	}
	if err := a.write(rulings); err != nil {
		return nil, err
	}
	done.count(rulings)
	return c.answer(tx, s, m, rulings, done.NewBranch)
}

// application is one message on its way into the tables.
type application struct {
	tx     *database.Tx
	school *school
	m      *exchange.Opened
	known  map[string]verdict.Known
}

// prepare notes where the files of the message lie, and reads whom the centre knows.
func (a *application) prepare() error {
	var rows [][]any
	noted := map[string]bool{}
	for i := range a.m.Records {
		for _, d := range a.m.Records[i].Documents {
			if d.File != "" && !noted[d.SHA256] {
				noted[d.SHA256] = true
				rows = append(rows, []any{a.school.code, d.SHA256, a.m.Hash, d.File, verdict.Number(d.Bytes)})
			}
		}
	}
	if err := a.tx.Put(attachmentTable, rows); err != nil {
		return err
	}
	a.known = map[string]verdict.Known{}
	return a.tx.Each("SELECT graduate, attempt, person_key, branch, gone FROM person WHERE school = ? ORDER BY attempt", []any{a.school.code}, func(scan func(...any) error) error {
		var k verdict.Known
		var id string
		var gone int
		err := scan(&id, &k.Attempt, &k.Key, &k.Branch, &gone)
		// Who stands on the branch with an earlier registration stands there.
		if k.Gone = gone != 0; a.known[id].Branch == a.m.Branch {
			k.Branch = a.m.Branch
		}
		a.known[id] = k
		return err
	})
}

var attachmentTable = database.Table{Name: "attachment", Key: 2, Columns: []string{"school", "sha256", "message", "path", "bytes"}}

// judge gives the verdicts.
func (a *application) judge(c *Centre) ([]verdict.Ruling, error) {
	var numbers, files []string
	for i := range a.m.Records {
		numbers = append(numbers, a.m.Records[i].Graduate.Key)
		for _, d := range a.m.Records[i].Documents {
			if d.File == "" {
				files = append(files, d.SHA256)
			}
		}
	}
	came, err := among(a.tx, "SELECT number FROM card WHERE number IN ", numbers)
	if err != nil {
		return nil, err
	}
	lie, err := among(a.tx, "SELECT sha256 FROM attachment WHERE school = ? AND sha256 IN ", files, a.school.code)
	if err != nil {
		return nil, err
	}
	j := verdict.Judge{Rules: c.rules, Branch: a.m.Branch, Known: a.known,
		Came: func(number string) bool { return came[number] }, File: func(sha256 string) bool { return lie[sha256] }}
	return j.Rulings(a.m.Records), nil
}

// asked is how many values one question may name.
const asked = 500

// among gives which of the values a query finds that ends with IN.
func among(tx *database.Tx, query string, values []string, before ...any) (map[string]bool, error) {
	found := map[string]bool{}
	for some := range slices.Chunk(values, asked) {
		marks, args := database.Among(some)
		err := tx.Each(query+marks, append(slices.Clone(before), args...), func(scan func(...any) error) error {
			var value string
			err := scan(&value)
			found[value] = true
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// elsewhere warns of everybody whose person key another school has too: one of the two is wrong, and
// nobody here knows which.
func (a *application) elsewhere(rulings []verdict.Ruling) error {
	var keys []string
	for i := range rulings {
		if a.m.Records[i].Graduate.Action != exchange.ActionWithdraw && rulings[i].Verdict != exchange.VerdictRejected {
			keys = append(keys, rulings[i].Key)
		}
	}
	others, err := among(a.tx, "SELECT person_key FROM person WHERE gone = 0 AND school <> ? AND person_key IN ", keys, a.school.code)
	if err != nil {
		return err
	}
	for i := range rulings {
		r := &rulings[i].Receipt
		if !others[r.Key] || r.Verdict == exchange.VerdictRejected || a.m.Records[i].Graduate.Action == exchange.ActionWithdraw {
			continue
		}
		r.Codes = strings.TrimSpace(r.Codes + " " + "centre.key_elsewhere")
		if r.Verdict == exchange.VerdictAccepted {
			r.Verdict = exchange.VerdictWarning
		}
	}
	return nil
}

// write writes what the message says, and that it was taken over.
func (a *application) write(rulings []verdict.Ruling) error {
	var people, verdicts [][]any
	for i := range rulings {
		r := &rulings[i]
		verdicts = append(verdicts, []any{a.m.Hash, i, r.Graduate, r.Key, verdict.Number(r.Attempt), r.Verdict, r.Codes, r.Note})
		if err := a.rename(r); err != nil {
			return err
		}
		if r.Verdict != exchange.VerdictRejected {
			people = append(people, a.person(&a.m.Records[i], r))
		}
	}
	var packages [][]any
	for i := range a.m.Packages {
		p := &a.m.Packages[i]
		text, err := json.Marshal(p)
		if err != nil {
			return fmt.Errorf("encode package: %w", err)
		}
		packages = append(packages, []any{a.school.code, verdict.Number(p.Package), verdict.Number(p.List), a.m.Hash, string(text)})
	}
	return cmp.Or(a.tx.Put(personTable, people), a.tx.Put(verdictTable, verdicts), a.tx.Put(packageTable, packages), a.payments(rulings), a.settle())
}

// rename gives somebody who comes back from another branch of the registry the id of the new one;
// whoever is named and rejected is in the full entries all the same, as far as the registry knows.
func (a *application) rename(r *verdict.Ruling) error {
	if r.Verdict == exchange.VerdictRejected {
		if k, is := a.known[r.Graduate]; is && k.Branch != a.m.Branch {
			return a.tx.Exec("UPDATE person SET branch = ? WHERE school = ? AND graduate = ? AND attempt <= ?", a.m.Branch, a.school.code, r.Graduate, verdict.Number(r.Attempt))
		}
		return nil
	}
	if r.Was == "" {
		return nil
	}
	for _, table := range []string{"person", "payment", "decision"} {
		if err := a.tx.Exec("UPDATE "+table+" SET graduate = ? WHERE school = ? AND graduate = ?", r.Graduate, a.school.code, r.Was); err != nil {
			return err
		}
	}
	// An older registry may have come back, with ids from before.
	if err := a.tx.Exec("DELETE FROM alias WHERE school = ? AND was = ?", a.school.code, r.Graduate); err != nil {
		return err
	}
	return a.tx.Put(aliasTable, [][]any{{a.school.code, r.Was, r.Graduate}})
}

var (
	aliasTable = database.Table{Name: "alias", Key: 2, Columns: []string{"school", "was", "graduate"}}

	personTable = database.Table{Name: "person", Key: 3, Columns: []string{"school", "graduate", "attempt", "person_key", "surname", "given_name", "patronymic", "gone", "verdict", "codes", "note", "branch", "message", "hash", "subjects", "record"}}

	paymentTable = database.Table{Name: "payment", Key: 4, Columns: []string{"school", "graduate", "attempt", "id", "type", "amount", "number", "added", "cancelled"}}

	verdictTable = database.Table{Name: "verdict", Key: 2, Columns: []string{"message", "place", "graduate", "person_key", "attempt", "verdict", "codes", "note"}}

	packageTable = database.Table{Name: "package", Key: 3, Columns: []string{"school", "package", "list", "message", "content"}}
)

func (a *application) person(of *exchange.Record, r *verdict.Ruling) []any {
	g, gone := &of.Graduate, 0
	if g.Action == exchange.ActionWithdraw {
		gone = 1
	}
	return []any{a.school.code, g.ID, verdict.Number(g.Attempt), g.Key, g.Surname, g.GivenName, g.Patronymic, gone, r.Verdict, r.Codes, r.Note, a.m.Branch, a.m.Hash, of.Hash(), subjectsOf(of), of.Text()}
}

// subjectsOf are the subjects of a record as the statistics count them: «code:level code».
func subjectsOf(r *exchange.Record) string {
	var all []string
	for _, s := range r.Subjects {
		all = append(all, strings.TrimSuffix(s.Subject+":"+s.Level, ":"))
	}
	return strings.Join(all, " ")
}

// payments takes the receipts of fees over as the records have them now; rejected records have no say.
func (a *application) payments(rulings []verdict.Ruling) error {
	type registration struct {
		graduate string
		attempt  int
	}
	now, old := map[registration][]exchange.Payment{}, map[registration]bool{}
	for i := range rulings {
		if g := &a.m.Records[i].Graduate; rulings[i].Verdict != exchange.VerdictRejected {
			now[registration{g.ID, verdict.Number(g.Attempt)}] = a.m.Records[i].Payments
		}
	}
	err := a.tx.Each("SELECT DISTINCT graduate, attempt FROM payment WHERE school = ?", []any{a.school.code}, func(scan func(...any) error) error {
		var r registration
		err := scan(&r.graduate, &r.attempt)
		_, old[r] = now[r]
		return err
	})
	if err != nil {
		return err
	}
	var rows [][]any
	for r, payments := range now {
		if old[r] {
			if err := a.tx.Exec("DELETE FROM payment WHERE school = ? AND graduate = ? AND attempt = ?", a.school.code, r.graduate, r.attempt); err != nil {
				return err
			}
		}
		for _, p := range payments {
			rows = append(rows, []any{a.school.code, r.graduate, r.attempt, p.ID, p.Type, verdict.Number(p.Amount), p.Number, p.Added, p.Cancelled})
		}
	}
	return a.tx.Put(paymentTable, rows)
}

// settle notes that the message was taken over, and the keys that hold from the next one on.
func (a *application) settle() error {
	if err := a.tx.Exec("UPDATE message SET state = ? WHERE hash = ?", stateApplied, a.m.Hash); err != nil {
		return err
	}
	a.school.chain = a.school.chain.Advance(&a.m.Envelope, a.m.Hash)
	if err := a.school.turn(a.tx, a.m.From); err != nil {
		return err
	}
	if a.m.Next != nil {
		if err := a.school.turn(a.tx, *a.m.Next); err != nil {
			return err
		}
	}
	return a.school.put(a.tx)
}
