#!/bin/sh
# SQLite with secure_delete forgets a value in the file and keeps it in the log beside it.
#
# One would expect: with PRAGMA secure_delete=1 a deleted value is overwritten and nowhere
# on the disk any more once the DELETE is committed.
# Seen (modernc.org/sqlite 1.60.1, SQLite in WAL mode): the log holds the pages of before
# as well as those of after; the value lies there until a checkpoint empties the log,
# through any number of further changes and as long as the program runs.
# Why a secretary cares: a password that was handed over, or a person who was erased, could
# be read from the log of the open registry. After such a change the log is to be emptied.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > go.mod <<'MOD'
module seen
go 1.24
MOD
cat > main.go <<'GO'
package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"

	_ "modernc.org/sqlite"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	db, err := sql.Open("sqlite", "file:x.db?_pragma=journal_mode(WAL)&_pragma=secure_delete(1)")
	must(err)
	db.SetMaxOpenConns(1)
	say := func(when string) {
		file, err := os.ReadFile("x.db")
		must(err)
		log, err := os.ReadFile("x.db-wal")
		must(err)
		word := []byte("тиха вода")
		fmt.Printf("%s: in the file %v, in the log %v\n", when, bytes.Contains(file, word), bytes.Contains(log, word))
	}
	do := func(query string) {
		_, err := db.Exec(query)
		must(err)
	}
	do("CREATE TABLE secret (id INTEGER PRIMARY KEY, word TEXT)")
	do("INSERT INTO secret VALUES (1, 'тиха вода')")
	say("stored")
	do("DELETE FROM secret")
	say("deleted")
	for i := range 50 {
		do(fmt.Sprintf("INSERT INTO secret VALUES (%d, 'інше')", i+2))
	}
	say("after fifty other changes")
	do("PRAGMA wal_checkpoint(TRUNCATE)")
	say("after a checkpoint")
}
GO
go get modernc.org/sqlite@v1.60.1 >/dev/null 2>&1 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
stored: in the file false, in the log true
deleted: in the file false, in the log true
after fifty other changes: in the file false, in the log true
after a checkpoint: in the file false, in the log false
SEEN
