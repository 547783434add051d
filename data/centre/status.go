package centre

import (
	"context"
	"encoding/json"
	"fmt"

	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// Status tells each school the rules of the season, where there is a newer edition, and what the centre
// has decided and recorded since it was told last, each in one message, and gives their paths in the
// outbox. A school that has sent nothing yet has no keys to be written to: for it all that waits.
func (c *Centre) Status(ctx context.Context) (paths []string, err error) {
	if _, err := c.Campaign(ctx); err != nil {
		return nil, err
	}
	schools, err := c.codes(ctx, "SELECT code FROM school WHERE recipient <> '' ORDER BY code")
	for _, code := range schools {
		if err != nil {
			return paths, err
		}
		for _, fill := range []func(*database.Tx, *school, *exchange.Message) (bool, error){c.newerRules, c.decisions} {
			var path string
			if path, err = c.tell(ctx, code, fill); err != nil {
				return paths, err
			}
			if path != "" {
				paths = append(paths, path)
			}
		}
	}
	return paths, err
}

// codes are the texts of one column.
func (c *Centre) codes(ctx context.Context, query string, args ...any) (all []string, err error) {
	err = c.db.Read(ctx, func(tx *database.Tx) error {
		return tx.Each(query, args, func(scan func(...any) error) error {
			var code string
			err := scan(&code)
			all = append(all, code)
			return err
		})
	})
	return all, err
}

// tell writes a message to one school, if fill finds something to tell; else path is "".
func (c *Centre) tell(ctx context.Context, code string, fill func(*database.Tx, *school, *exchange.Message) (bool, error)) (path string, err error) {
	var made *outgoing
	err = c.db.Write(ctx, func(tx *database.Tx) error {
		if err := tx.Lock(lockOf(code)); err != nil {
			return err
		}
		if err := c.loadRules(tx); err != nil {
			return err
		}
		s, err := schoolOf(tx, code)
		if err != nil {
			return err
		}
		m, err := c.begin(exchange.TypeStatus, code)
		if err != nil {
			return err
		}
		m.Sequence, m.Previous, m.To, m.Accepted = s.sent+1, s.sentHead, s.keys.Fingerprint(), s.chain.Highest
		if some, err := fill(tx, s, m); err != nil || !some {
			return err
		}
		if made, err = c.made(m, s.keys.Recipient); err != nil {
			return err
		}
		if err := made.promise(tx); err != nil {
			return err
		}
		return learn(tx, m, made.hash)
	})
	if err != nil || made == nil {
		return "", err
	}
	return c.post(ctx, made)
}

// decisions fills a status with what the school was not told.
func (c *Centre) decisions(tx *database.Tx, s *school, m *exchange.Message) (some bool, err error) {
	if err := cardsToTell(tx, s.code); err != nil {
		return false, err
	}
	m.States, err = untold(tx, s.code)
	return len(m.States) > 0, err
}

// cardsToTell puts the cards that have come for people of a school among what is to be told.
func cardsToTell(tx *database.Tx, school string) error {
	var rows [][]any
	err := tx.Each(`SELECT p.graduate, p.attempt, p.person_key, c.day, c.message FROM person p JOIN card c ON c.number = p.person_key
		WHERE p.school = ? AND p.gone = 0 ORDER BY p.graduate, p.attempt`, []any{school}, func(scan func(...any) error) error {
		var graduate, key, day, note string
		var attempt int
		if err := scan(&graduate, &attempt, &key, &day, &note); err != nil {
			return err
		}
		row, err := decisionRow(school, graduate, &exchange.State{Graduate: graduate, Key: key, Attempt: fmt.Sprint(attempt), About: exchange.AboutReceived, State: "received", On: day, Number: key}, note, "")
		rows = append(rows, row)
		return err
	})
	if err != nil {
		return err
	}
	told := map[string]bool{}
	err = tx.Each("SELECT graduate, attempt, state FROM decision WHERE school = ? AND about = ?", []any{school, exchange.AboutReceived}, func(scan func(...any) error) error {
		var graduate, state string
		var attempt int
		err := scan(&graduate, &attempt, &state)
		told[fmt.Sprint(graduate, attempt, state)] = true
		return err
	})
	if err != nil {
		return err
	}
	var fresh [][]any
	for _, row := range rows {
		if !told[fmt.Sprint(row[1], row[2], row[len(row)-1])] {
			fresh = append(fresh, row)
		}
	}
	return tx.Put(decisionTable, fresh)
}

// untold is what a school is to be told: of the registrations that its registry has sent, and those before
// them. One that was restored from a backup may not know a later one, or somebody, and what it does not know
// it passes over: of them it is told when it has sent them again.
func untold(tx *database.Tx, school string) (all []exchange.State, err error) {
	err = tx.Each(`SELECT d.state FROM decision d JOIN school s ON s.code = d.school WHERE d.school = ? AND d.told = ''
		AND EXISTS (SELECT 1 FROM person p WHERE p.school = d.school AND p.graduate = d.graduate AND p.attempt >= d.attempt AND p.branch = s.branch)
		ORDER BY d.graduate, d.attempt, d.about, d.which`, []any{school}, func(scan func(...any) error) error {
		var text string
		if err := scan(&text); err != nil {
			return err
		}
		all = append(all, exchange.State{})
		return json.Unmarshal([]byte(text), &all[len(all)-1])
	})
	return all, err
}
