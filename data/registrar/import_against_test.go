package registrar_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"graduand/data/prooftest"
)

// beforeTheLock is the last commit before the inner walls and the lock: its import neither seals nor
// vouches.
const beforeTheLock = "b60c542"

// BenchmarkAgainstImport takes in an .xlsx of 5,000 rows, every cell checked and every row sealed, in turn
// with the program of [beforeTheLock] and with openpyxl and sqlite3, which check nothing. Each is a process of its own,
// and tells its own time from the bytes to the disk: ours and the former one the mean of three, of which the first
// begins cold, as a school's window does.
func BenchmarkAgainstImport(b *testing.B) {
	python := pythonWithOpenpyxl()
	if python == "" {
		b.Skip("openpyxl is absent: apt-get install python3-openpyxl, or name a Python that has it by PYTHON")
	}
	folder := b.TempDir()
	roster := filepath.Join(folder, "roster.xlsx")
	if err := os.WriteFile(roster, rosterOf(b, 5000), 0o600); err != nil {
		b.Fatal(err)
	}
	own, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	former := builtOf(b, beforeTheLock)
	turns := prooftest.InTurn(b, prooftest.Times(b, 7),
		func() time.Duration { return importedBy(b, own, ".") },
		func() time.Duration { return importedBy(b, former, filepath.Dir(former)) },
		func() time.Duration { return peerImports(b, python, roster, filepath.Join(b.TempDir(), "peer.db")) },
	)
	prooftest.Tell(b, prooftest.Figures{
		"import_seconds": turns.Seconds(0), "former_seconds": turns.Seconds(1), "openpyxl_seconds": turns.Seconds(2),
		"former_times": turns.Times(1, 0), "openpyxl_times": turns.Times(2, 0),
	})
}

// builtOf is the test program of the registrar of another commit of this repository, in its folder.
func builtOf(b *testing.B, commit string) string {
	b.Helper()
	folder := b.TempDir()
	tree := exec.Command("sh", "-c", `git -C ../.. archive "$0" | tar -x -C "$1"`, commit, folder)
	if said, err := tree.CombinedOutput(); err != nil {
		b.Skipf("this is no repository with its history: %v\n%s", err, said)
	}
	registrar := filepath.Join(folder, "data", "registrar")
	program := filepath.Join(registrar, "registrar.test")
	build := exec.Command("go", "test", "-c", "-trimpath", "-o", program, ".")
	build.Dir = registrar
	if said, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build %s: %v\n%s", commit, err, said)
	}
	return program
}

var nanoseconds = regexp.MustCompile(`(?m)^BenchmarkImport5000\S*\s+3\s+(\d+) ns/op`)

// importedBy is how long the import takes by a test program's own benchmark.
func importedBy(b *testing.B, program, folder string) time.Duration {
	b.Helper()
	run := exec.Command(program, "-test.run", "^$", "-test.bench", "^BenchmarkImport5000$", "-test.benchtime", "3x")
	run.Dir = folder
	said, err := run.CombinedOutput()
	found := nanoseconds.FindSubmatch(said)
	if err != nil || found == nil {
		b.Fatalf("%v\n%s", err, said)
	}
	took, err := strconv.Atoi(string(found[1]))
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(took)
}

// peerImports is how long openpyxl with sqlite3 take, by their own clock: the start of Python does not count.
func peerImports(b *testing.B, python, roster, db string) time.Duration {
	b.Helper()
	printed, err := exec.Command(python, filepath.Join("testdata", "openpyxl_sqlite3.py"), roster, db).Output()
	if err != nil {
		b.Fatal(err)
	}
	took, err := strconv.ParseFloat(string(bytes.TrimSpace(printed)), 64)
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(took * float64(time.Second))
}

// pythonWithOpenpyxl is a Python that has openpyxl, "" for none; what a distribution
// installs serves its own Python alone.
func pythonWithOpenpyxl() string {
	for _, python := range []string{os.Getenv("PYTHON"), "python3", "/usr/bin/python3"} {
		if python != "" && exec.Command(python, "-c", "import openpyxl, sqlite3").Run() == nil {
			return python
		}
	}
	return ""
}
