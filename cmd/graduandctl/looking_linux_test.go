package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"graduand/data/drivetest"
	"graduand/data/registrar"
)

// lock FOLDER keeps a folder from being written until the script has ended.
func lock(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: lock FOLDER")
	}
	drivetest.Lock(scripted{ts}, ts.MkAbs(args[0]))
}

// scripted is a script as a test.
type scripted struct{ *testscript.TestScript }

func (scripted) Helper()                            {}
func (s scripted) Cleanup(f func())                 { s.Defer(f) }
func (s scripted) Error(args ...any)                { s.Fatal(args...) }
func (s scripted) Fatal(args ...any)                { s.Fatalf("%s", fmt.Sprint(args...)) }
func (s scripted) Skipf(format string, args ...any) { s.Fatalf(format, args...) }

// stopper stops a command once that says something.
type stopper func()

func (stop stopper) Write(p []byte) (int, error) {
	stop()
	return len(p), nil
}

// Whoever stops a command while it begins leaves no copy of the registry behind.
func TestStoppedWhileItIsOpened(t *testing.T) {
	own, password := t.TempDir(), filepath.Join(t.TempDir(), "password")
	t.Setenv("XDG_CONFIG_HOME", own)
	folder := t.TempDir()
	if code := run([]string{"demo", folder, "--graduates", "3", "--no-pictures"}, io.Discard, io.Discard, time.Now); code != exitDone {
		t.Fatalf("no school to look at: %d", code)
	}
	path := filepath.Join(folder, "school.graduand")
	if err := errors.Join(os.WriteFile(path+"-wal", make([]byte, 64), 0o600), os.WriteFile(password, []byte(registrar.DemoPassword), 0o600)); err != nil {
		t.Fatal(err)
	}
	drivetest.Lock(t, folder)
	ctx, stop := context.WithCancel(t.Context())
	s := &session{ctx: ctx, stdout: io.Discard, stderr: stopper(stop), now: time.Now, passwordFile: password}
	if err := s.open(path); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(filepath.Join(own, "Graduand", "looked")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
