// Package centretest gives tests of the centre's side the two databases that it runs on.
package centretest

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	// The driver of PostgreSQL.
	_ "github.com/jackc/pgx/v5/stdlib"
)

// Postgres starts a PostgreSQL of its own in a temporary folder, reached through a socket there and
// nowhere else, which ends with the test. The function that it gives makes an empty database in it and
// tells its DSN.
func Postgres(t testing.TB) func(testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "pg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	as := owner(t, folder)
	cluster := filepath.Join(folder, "data")
	initdb := exec.Command(program(t, "initdb"), "--pgdata", cluster, "--username", "postgres", "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C.UTF-8")
	initdb.SysProcAttr, initdb.Dir = &syscall.SysProcAttr{Credential: as}, folder
	if out, err := initdb.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	serve(t, folder, cluster, as)
	dsn := "host=" + folder + " user=postgres dbname=postgres"
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var made atomic.Int32
	return func(t testing.TB) string {
		t.Helper()
		schema := fmt.Sprintf("test%d", made.Add(1))
		if _, err := db.Exec("CREATE SCHEMA " + schema); err != nil {
			t.Fatal(err)
		}
		return dsn + " search_path=" + schema
	}
}

// serve runs the server until the test ends; it dies with the test's program too.
func serve(t testing.TB, folder, cluster string, as *syscall.Credential) {
	t.Helper()
	var said bytes.Buffer
	server := exec.Command(program(t, "postgres"), "-D", cluster, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=100")
	server.SysProcAttr, server.Dir = &syscall.SysProcAttr{Credential: as, Pdeathsig: syscall.SIGQUIT}, folder
	server.Stdout, server.Stderr = &said, &said
	started, ended := make(chan error), make(chan error, 1)
	go func() {
		// The signal of a dying parent comes when its thread ends.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := server.Start()
		started <- err
		if err == nil {
			ended <- server.Wait()
		}
	}()
	if err := <-started; err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGQUIT)
		<-ended
	})
	for range 300 {
		if exec.Command(program(t, "pg_isready"), "-q", "-h", folder).Run() == nil {
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("postgres: %v\n%s", err, &said)
		case <-time.After(100 * time.Millisecond):
		}
	}
	t.Fatal("postgres does not answer")
}

// owner is who may run the server: never root, for whom the folder goes to the user that Debian makes.
func owner(t testing.TB, folder string) *syscall.Credential {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(who.Uid)
	gid, _ := strconv.Atoi(who.Gid)
	if err := os.Chown(folder, uid, gid); err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

// program finds a program of PostgreSQL where Debian has it.
func program(t testing.TB, name string) string {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if err != nil || len(found) == 0 {
		t.Fatalf("%s is not there: the package postgresql is missing", name)
	}
	return found[len(found)-1]
}
