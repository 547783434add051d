package database_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/centre/centretest"
	"graduand/data/centre/database"
)

// onBoth runs a test on both databases; again opens the same one once more.
func onBoth(t *testing.T, test func(t *testing.T, again func() (*database.DB, error))) {
	open := func(t *testing.T, path, dsn string) (*database.DB, error) {
		db, err := database.Open(t.Context(), path, dsn)
		if err == nil {
			t.Cleanup(func() { db.Close() })
		}
		return db, err
	}
	t.Run("sqlite", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "центр 100% #1?.sqlite")
		test(t, func() (*database.DB, error) { return open(t, path, "") })
	})
	t.Run("postgresql", func(t *testing.T) {
		// A server may be set so that a transaction sees what stood at its beginning, whatever it waits for.
		dsn := centretest.Postgres(t)(t) + " default_transaction_isolation='repeatable read'"
		test(t, func() (*database.DB, error) { return open(t, "", dsn) })
	})
}

var cards = database.Table{Name: "card", Key: 1, Columns: []string{"number", "day", "message"}}

// must is what a call of the test has made.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

func all(t *testing.T, db *database.DB) (found []string) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *database.Tx) error {
		return tx.Each("SELECT number, day FROM card WHERE number <> ? ORDER BY number", []any{"none"}, func(scan func(...any) error) error {
			var number, day string
			err := scan(&number, &day)
			found = append(found, number+" "+day)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestDatabase(t *testing.T) {
	onBoth(t, func(t *testing.T, again func() (*database.DB, error)) {
		db := must(again())
		put := func(rows ...[]any) error {
			return db.Write(t.Context(), func(tx *database.Tx) error { return tx.Put(cards, rows) })
		}
		t.Run("rows are put in the place of those with the same key, and sort octet by octet", func(t *testing.T) {
			if err := errors.Join(put([]any{"б", "1", ""}, []any{"Б", "2", ""}, []any{"a", "3", ""}, []any{"B", "4", ""}), put([]any{"a", "5", ""})); err != nil {
				t.Fatal(err)
			}
			if got := all(t, db); !slices.Equal(got, []string{"B 4", "a 5", "Б 2", "б 1"}) {
				t.Errorf("%q", got)
			}
		})
		t.Run("many rows are as one", func(t *testing.T) {
			var rows [][]any
			for i := range 1234 {
				rows = append(rows, []any{fmt.Sprintf("%04d", i), "day", ""})
			}
			if err := put(rows...); err != nil || len(all(t, db)) != 1238 {
				t.Error(err)
			}
		})
		t.Run("what fails is undone, also the part that was done", func(t *testing.T) {
			err := db.Write(t.Context(), func(tx *database.Tx) error {
				if err := tx.Exec("DELETE FROM card"); err != nil {
					return err
				}
				return data.Fail("some.code", nil)
			})
			if data.CodeOf(err) != "some.code" || len(all(t, db)) != 1238 {
				t.Error(err)
			}
		})
		t.Run("who was called off is told so, not that the database is away", func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := db.Write(ctx, func(*database.Tx) error { return nil }); !errors.Is(err, context.Canceled) || data.CodeOf(err) != "" {
				t.Error(err)
			}
		})
		t.Run("its size is told, and grows", func(t *testing.T) {
			before := must(db.Size(t.Context()))
			var rows [][]any
			for i := range 20_000 {
				rows = append(rows, []any{fmt.Sprintf("large %05d", i), "day", ""})
			}
			if err := put(rows...); err != nil {
				t.Fatal(err)
			}
			if after := must(db.Size(t.Context())); before < 1<<15 || after < before+20_000*12 {
				t.Errorf("%d, then %d octets", before, after)
			}
			if err := db.Write(t.Context(), func(tx *database.Tx) error { return tx.Exec("DELETE FROM card WHERE number LIKE 'large %'") }); err != nil {
				t.Fatal(err)
			}
		})
		t.Run("another program finds the tables as they are", func(t *testing.T) {
			if got := all(t, must(again())); len(got) != 1238 {
				t.Errorf("%d", len(got))
			}
		})
		t.Run("who writes keeps the others out until it has ended", func(t *testing.T) { inTurn(t, db, must(again())) })
		t.Run("a database of a newer program is refused", func(t *testing.T) {
			if err := db.Write(t.Context(), func(tx *database.Tx) error {
				return tx.Exec("INSERT INTO migration (version, checksum) VALUES (99, 'x')")
			}); err != nil {
				t.Fatal(err)
			}
			if _, err := again(); data.CodeOf(err) != "centre.other_database" {
				t.Error(err)
			}
		})
	})
}

// inTurn: the second transaction under a lock begins its work after the first has committed.
func inTurn(t *testing.T, a, b *database.DB) {
	entered, order := make(chan bool), make(chan string, 2)
	done := make(chan error)
	go func() {
		done <- a.Write(t.Context(), func(tx *database.Tx) error {
			if err := tx.Lock("school"); err != nil {
				return err
			}
			close(entered)
			time.Sleep(200 * time.Millisecond)
			order <- "first"
			return tx.Put(cards, [][]any{{"turn", "first", ""}})
		})
	}()
	<-entered
	err := b.Write(context.Background(), func(tx *database.Tx) error {
		if err := tx.Lock("school"); err != nil {
			return err
		}
		order <- "second"
		var day string
		if found, err := tx.One("SELECT day FROM card WHERE number = ?", []any{"turn"}, &day); err != nil || !found {
			t.Error("what the first has written is not seen", err)
		}
		return nil
	})
	if err := errors.Join(err, <-done); err != nil || <-order != "first" {
		t.Error("the second was first", err)
	}
}

func TestClaim(t *testing.T) {
	dsn := centretest.Postgres(t)(t)
	open := func() *database.DB {
		db, err := database.Open(t.Context(), "", dsn)
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	a, b := open(), open()
	defer b.Close()
	release, ok, err := a.Claim(t.Context(), "message")
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if _, ok, err := b.Claim(t.Context(), "message"); err != nil || ok {
		t.Error("two have it", err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
	if release, ok, err = b.Claim(t.Context(), "message"); err != nil || !ok {
		t.Error("it was not given back", err)
	}
	if err := errors.Join(release(), a.Close()); err != nil {
		t.Error(err)
	}
}
