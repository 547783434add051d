package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"graduand/data/registrar"
	"graduand/data/vault/vaulttest"
)

// fullPrice is the variable by which a script has passwords cost what they cost a school.
// Others start the program some hundred times, and a password was most of what it did.
const fullPrice = "FULL_PRICE"

// roomForGarbage is how much the memory of a program of a script may grow, in percent, before it is cleared: it is
// over soon, and to clear it as often as ever cost an eighth of all that these tests do.
const roomForGarbage = "400"

func TestMain(m *testing.M) {
	if os.Getenv(fullPrice) == "" {
		vaulttest.LowerPrice()
	}
	testscript.Main(m, map[string]func(){
		"graduandctl": func() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, clock)) },
	})
}

// today is the variable by which a script says on which day the program runs, at noon; the clock of
// the PC where it says none. The program that people have does not know it.
const today = "TODAY"

func clock() time.Time {
	day, err := time.Parse(time.DateOnly, os.Getenv(today))
	if err != nil {
		return time.Now()
	}
	return day.Add(12 * time.Hour)
}

// TestScripts runs the sessions of the secretary in testdata; each is named after
// the requirements that it shows.
func TestScripts(t *testing.T) {
	campaigns, err := filepath.Abs("../../data/campaign/testdata")
	if err != nil {
		t.Fatal(err)
	}
	pictures := drawPictures(t)
	drawPhotos(t, pictures)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_US.UTF-8")
			e.Setenv("CAMPAIGNS", campaigns)
			e.Setenv("PICTURES", pictures)
			e.Setenv("GRADUAND_PASSWORD", "graduand-demo")
			e.Setenv("GOGC", roomForGarbage)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "paper": paper, "fill": fill, "spoil": spoil, "graduate": graduate, "stands": stands, "whose": whose, "keep": keep, "lock": lock},
	})
}

// drawPictures makes a folder with three pictures, named after the fields they go into.
func drawPictures(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for i, name := range []string{"passport_front", "passport_back", "face_photo"} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8+i, 8))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name+".png"), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// exits CODE PROGRAM ARGS… runs a program and compares its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS…")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = err.Error()
	}
	want := "exit status " + args[0]
	if args[0] == "0" {
		want = "0"
	}
	if got != want {
		ts.Fatalf("%s ended with %q, want %q", args[1], got, want)
	}
}

// spoil FILE SQL… alters a closed registry as somebody with the file alone can.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: spoil FILE SQL…")
	}
	// The program chooses how files are locked, once for the process and before any is open.
	_, err := registrar.LookAt(context.Background(), ts.MkAbs(args[0]))
	ts.Check(err)
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	result, err := db.Exec(strings.Join(args[1:], " "))
	ts.Check(err)
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		ts.Fatalf("nothing altered: %v", err)
	}
	ts.Check(db.Close())
}

// paper FILE makes a paper key with the password of the environment and puts its code
// into the environment, as somebody types it from the sheet.
func paper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: paper FILE")
	}
	ctx := context.Background()
	r, err := registrar.Open(ctx, ts.MkAbs(args[0]), registrar.SignIn{Password: ts.Getenv("GRADUAND_PASSWORD")}, registrar.Options{})
	ts.Check(err)
	code, err := r.NewPaperCode(ctx)
	ts.Check(errors.Join(err, r.Close()))
	ts.Setenv("GRADUAND_PAPER_CODE", code)
}
