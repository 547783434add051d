package centre

import (
	"cmp"
	"context"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// noting writes a note about a school, or about none in particular, with what fill says; none where that
// is nothing.
func (c *Centre) noting(ctx context.Context, school string, fill func(*database.Tx, *exchange.Message) error) error {
	if _, err := c.Campaign(ctx); err != nil {
		return err
	}
	return c.db.Write(ctx, func(tx *database.Tx) error {
		if school != Own {
			if err := tx.Lock(lockOf(school)); err != nil {
				return err
			}
		}
		if err := tx.Lock(lockWhole); err != nil {
			return err
		}
		m, err := c.begin(exchange.TypeNote, school)
		if err != nil {
			return err
		}
		if err := fill(tx, m); err != nil || m.Confirmed == "" && m.Expected == 0 && len(m.States) == 0 {
			return err
		}
		return c.noteDown(tx, m)
	})
}

// Confirm notes that somebody has compared the fingerprint of a school's keys with the one on the
// signed sheet: its first message may have these keys, and so may that of a school which has lost its
// registry and begun another from its enrolment. Keys that it has or had are centre.keys_known.
func (c *Centre) Confirm(ctx context.Context, school, fingerprint string) error {
	return c.confirm(ctx, school, fingerprint, false)
}

// confirm is that of the first keys alone, where first says so.
func (c *Centre) confirm(ctx context.Context, school, fingerprint string, first bool) error {
	fingerprint = plainFingerprint(fingerprint)
	if fingerprint == "" {
		return data.Fail("centre.bad_fingerprint", nil)
	}
	return c.noting(ctx, school, func(tx *database.Tx, m *exchange.Message) error {
		s, err := schoolOf(tx, school)
		if err != nil {
			return err
		}
		known, err := s.had(tx, fingerprint)
		if err == nil && (known || first && s.keys != (exchange.Keys{})) {
			err = data.Fail("centre.keys_known", data.Args{"school": school, "fingerprint": s.keys.Fingerprint()})
		}
		m.Confirmed = fingerprint
		return err
	})
}

// plainFingerprint brings what somebody has typed into the form of [exchange.Keys.Fingerprint]; "" of
// what is none.
func plainFingerprint(typed string) string {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789abcdef", r) {
			return r
		}
		if strings.ContainsRune(" -\u00a0", r) {
			return -1
		}
		return '?'
	}, strings.ToLower(typed))
	if len(digits) != 32 || strings.Contains(digits, "?") {
		return ""
	}
	var groups []string
	for ; digits != ""; digits = digits[4:] {
		groups = append(groups, digits[:4])
	}
	return strings.Join(groups, "-")
}

// Cards notes that paper cards have come, by their numbers, on a day as somebody types it; "" is today.
// From then on what their schools have sent of them counts (UA-066). A number that no card has is
// centre.bad_card, and nothing is noted.
func (c *Centre) Cards(ctx context.Context, numbers []string, day string) error {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return err
	}
	on, err := c.ReadDay(day)
	if err != nil {
		return err
	}
	on = cmp.Or(on, c.today())
	for _, n := range numbers {
		if !rules.CardNumberFits(n) {
			return data.Fail("centre.bad_card", data.Args{"number": n})
		}
	}
	return c.noting(ctx, Own, func(_ *database.Tx, m *exchange.Message) error {
		noted := map[string]bool{}
		for _, n := range numbers {
			if key := data.CardKey(n); !noted[key] {
				noted[key] = true
				m.States = append(m.States, exchange.State{Graduate: Own, Key: key, Attempt: "1", About: exchange.AboutReceived, Of: key, State: "received", On: string(on), Number: key})
			}
		}
		return nil
	})
}

// ReadDay reads a day as somebody types it, "" where nothing was typed.
func (c *Centre) ReadDay(typed string) (data.Date, error) {
	return data.ReadDay(data.FieldTitle("day"), typed, c.today())
}

// Decision is what the centre has decided or recorded of one registration of a person of a school.
type Decision struct {
	School string
	exchange.State
}

// Decide notes decisions, for each school in one note. They are told to the schools by a status
// message. A registration that the centre does not have is centre.unknown_person; of its school
// nothing is noted then.
func (c *Centre) Decide(ctx context.Context, decisions []Decision) error {
	bySchool, order := map[string][]exchange.State{}, []string(nil)
	for _, d := range decisions {
		if bySchool[d.School] == nil {
			order = append(order, d.School)
		}
		bySchool[d.School] = append(bySchool[d.School], d.State)
	}
	for _, school := range order {
		err := c.noting(ctx, school, func(tx *database.Tx, m *exchange.Message) error {
			m.States = bySchool[school]
			return knowAll(tx, school, m.States)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// knowAll refuses decisions of whom a school has not sent.
func knowAll(tx *database.Tx, school string, states []exchange.State) error {
	if _, err := schoolOf(tx, school); err != nil {
		return err
	}
	for i := range states {
		graduate, err := presentID(tx, school, states[i].Graduate)
		if err != nil {
			return err
		}
		var one int
		found, err := tx.One("SELECT 1 FROM person WHERE school = ? AND graduate = ? AND attempt = ?", []any{school, graduate, verdict.Number(states[i].Attempt)}, &one)
		if err == nil && !found {
			err = data.Fail("centre.unknown_person", data.Args{"school": school, "key": states[i].Key})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
