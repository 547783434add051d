package centre_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"graduand/data/centre/centretest"
	"graduand/data/centre/database"
)

// countrySize is how many schools of countryClass people the benchmark counts: an eighth of a country.
const (
	countrySize  = 1000
	countryClass = 50
)

// BenchmarkStatistics counts schools whose people stand in all places there are.
func BenchmarkStatistics(b *testing.B) {
	for name, dsn := range map[string]func(testing.TB) string{"sqlite": func(testing.TB) string { return "" }, "postgresql": centretest.Postgres(b)} {
		b.Run(name, func(b *testing.B) {
			c := newCentre(b, dsn(b), "zno-2020")
			fillCountry(b, c)
			for b.Loop() {
				if s := must(c.Statistics(b.Context())); counts(s, &s.Total)["registered"] != countrySize*countryClass*2/5 {
					b.Fatal(counts(s, &s.Total))
				}
			}
		})
	}
}

// fillCountry writes what ingested messages would have written.
func fillCountry(b *testing.B, c *trial) {
	record := person("p", "1000001", takes("ukrainian", "english", "mathematics"))
	text := record.Text()
	var schools, people, cards, decisions [][]any
	for s := range countrySize {
		code := fmt.Sprintf("s%05d", s)
		schools = append(schools, []any{code, "Ліцей " + code, fmt.Sprintf("Район %d", s%136), countryClass + 2, "", "r", "k", "b", 1, "", 1, 1, "", 0})
		for p := range countryClass {
			id, key := fmt.Sprintf("g%03d", p), fmt.Sprintf("%08d", s*countryClass+p)
			people = append(people, []any{code, id, 1, key, "Бондаренко", "Іван", "Петрович", 0, "held", "", "", "b", "", "", "ukrainian english:profile mathematics", text})
			switch p % 5 {
			case 1:
				cards = append(cards, []any{key, "2020-02-21", ""})
			case 2:
				decisions = append(decisions, []any{code, id, 1, "answer", "", "", "", "refused", key, "1 5", "{}"})
			case 3, 4:
				decisions = append(decisions, []any{code, id, 1, "answer", "", "", "", "registered", key, "", "{}"})
			}
		}
	}
	db := must(database.Open(b.Context(), filepath.Join(c.folder, "centre.sqlite"), c.dsn))
	defer db.Close()
	if err := db.Write(b.Context(), func(tx *database.Tx) error {
		return errors.Join(
			tx.Put(database.Table{Name: "school", Key: 1, Columns: []string{"code", "name", "district", "expected", "confirmed", "recipient", "signer", "branch", "sequence", "head", "accepted", "sent", "sent_head", "begun"}}, schools),
			tx.Put(database.Table{Name: "person", Key: 3, Columns: []string{"school", "graduate", "attempt", "person_key", "surname", "given_name", "patronymic", "gone", "verdict", "codes", "note", "branch", "message", "hash", "subjects", "record"}}, people),
			tx.Put(database.Table{Name: "card", Key: 1, Columns: []string{"number", "day", "message"}}, cards),
			tx.Put(database.Table{Name: "decision", Key: 5, Columns: []string{"school", "graduate", "attempt", "about", "which", "message", "told", "verdict", "number", "reasons", "state"}}, decisions))
	}); err != nil {
		b.Fatal(err)
	}
}
