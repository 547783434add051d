package centre

import (
	"context"
	"encoding/json"
	"strings"

	"graduand/data/centre/database"
)

// Fact is one row of what a centre knows, for programs: Kind names it, the values by their names.
type Fact struct {
	Kind   string            `json:"fact"`
	Values map[string]string `json:"values"`
}

// facts are what a centre knows, each kind by a query whose order is the same on every database. What
// differs from one run to another of the same messages is left out: ids, instants and hashes of the
// centre's own messages.
var facts = []struct{ kind, columns, from string }{
	{"setting", "name", "setting WHERE name = 'campaign' ORDER BY name"},
	{"school", "code name district expected confirmed recipient signer branch sequence head accepted sent", "school ORDER BY code"},
	{"key", "school fingerprint", "school_key ORDER BY school, fingerprint"},
	{"message", "hash type school branch sequence signer state", "message WHERE state IN ('waiting', 'applied', 'refused') ORDER BY hash"},
	{"answer", "school sequence type answers", "message WHERE state = 'sent' ORDER BY school, sequence"},
	{"person", "school graduate attempt person_key surname given_name patronymic gone verdict codes note branch message hash subjects record", "person ORDER BY school, graduate, attempt"},
	{"alias", "school was graduate", "alias ORDER BY school, was"},
	{"verdict", "message place graduate person_key attempt verdict codes note", "verdict ORDER BY message, place"},
	{"attachment", "school sha256 message path bytes", "attachment ORDER BY school, sha256"},
	{"package", "school package list message content", "package ORDER BY school, package, list"},
	{"payment", "school graduate attempt id type amount number added cancelled", "payment ORDER BY school, graduate, attempt, id"},
	{"card", "number day", "card ORDER BY number"},
	{"decision", "school graduate attempt about which verdict number reasons state", "decision ORDER BY school, graduate, attempt, about, which"},
}

// Facts gives everything that the centre knows, in one order: two databases with the same facts give
// the same.
func (c *Centre) Facts(ctx context.Context, tell func(*Fact) error) error {
	return c.db.Read(ctx, func(tx *database.Tx) error {
		for _, f := range facts {
			names := strings.Fields(f.columns)
			err := tx.Each("SELECT "+strings.Join(names, ", ")+" FROM "+f.from, nil, func(scan func(...any) error) error {
				values, places := make([]string, len(names)), make([]any, len(names))
				for i := range values {
					places[i] = &values[i]
				}
				if err := scan(places...); err != nil {
					return err
				}
				fact := &Fact{f.kind, map[string]string{}}
				for i, name := range names {
					fact.Values[name] = values[i]
				}
				return tell(fact)
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Line is the fact as one line of JSON.
func (f *Fact) Line() (string, error) {
	text, err := json.Marshal(f)
	return string(text), err
}
