#!/bin/sh
# SQLite closes a database well whose last changes it could not write into the file.
#
# One would expect: where the disk is full or faulty when the last connection closes, and the log
# cannot be written back into the file, closing fails.
# Seen (modernc.org/sqlite 1.60.1, SQLite in WAL mode): Close returns nil, and the log stays beside
# the file, half written back or not at all. Who then moves the file without its log, as a finished
# copy, moves one without its last changes.
# Why a secretary cares: a graduate's take-home file, or the registry after an update of the program,
# could not be opened, though it was just said to be saved. A copy is whole only when no log is left beside it.
#
# Needs go, and Linux or another system with limits of file sizes.
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
	"database/sql"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	_ "modernc.org/sqlite"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	db, err := sql.Open("sqlite", "file:x.db?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	must(err)
	db.SetMaxOpenConns(1)
	for _, query := range []string{"CREATE TABLE t (x)", "PRAGMA wal_checkpoint(TRUNCATE)", "INSERT INTO t VALUES (zeroblob(9000))"} {
		_, err := db.Exec(query)
		must(err)
	}
	// No room behind the end of the file.
	info, err := os.Stat("x.db")
	must(err)
	signal.Ignore(syscall.SIGXFSZ)
	must(syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(info.Size()), Max: 1 << 40}))
	fmt.Println("closing:", db.Close())
	must(syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 40, Max: 1 << 40}))
	log, err := os.Stat("x.db-wal")
	fmt.Println("a log beside it:", err == nil && log.Size() > 0)
	must(os.Rename("x.db", "moved.db"))
	moved, err := sql.Open("sqlite", "file:moved.db")
	must(err)
	var rows int
	fmt.Println("the file alone:", moved.QueryRow("SELECT count(*) FROM t").Scan(&rows))
}
GO
go get modernc.org/sqlite@v1.60.1 >/dev/null 2>&1 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
closing: <nil>
a log beside it: true
the file alone: database disk image is malformed (11)
SEEN
