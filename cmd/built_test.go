package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"sync"
	"testing"
)

// programs is the folder of the programs that the tests of this process have built.
var programs string

func TestMain(m *testing.M) { os.Exit(runTests(m)) }

func runTests(m *testing.M) int {
	var err error
	if programs, err = os.MkdirTemp("", "graduand-programs-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(programs)
	return m.Run()
}

// The programs are built as the Makefile builds them, each once.
var (
	buildDesktop = sync.OnceValues(func() (string, error) { return build(module+"/cmd/graduand", "CGO_ENABLED=1", clears) })
	buildControl = sync.OnceValues(func() (string, error) { return build(module+"/cmd/graduandctl", "CGO_ENABLED=0", "") })
	buildLabel   = sync.OnceValues(func() (string, error) { return build("./testdata/onelabel", "CGO_ENABLED=1", "") })
)

// clears lets the window overwrite the memory that it frees, see graduand/memory.go.
const clears = " -X runtime.godebugDefault=clobberfree=1"

func build(source, cgo, flags string) (string, error) {
	program := filepath.Join(programs, path.Base(source))
	build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo,no_emoji", "-ldflags", "-s -w"+flags, "-o", program, source)
	build.Env = append(os.Environ(), cgo)
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", source, err, out)
	}
	return program, nil
}

// built is the path of a program, built before the test goes on.
func built(t testing.TB, program func() (string, error)) string {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return path
}
