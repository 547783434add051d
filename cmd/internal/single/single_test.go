package single

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The test binary plays the program that runs and is killed.
const playing = "GRADUAND_SINGLE_TEST"

func TestMain(m *testing.M) {
	if folder := os.Getenv(playing); folder != "" {
		p, err := Claim(folder)
		if err == nil {
			err = p.Listen(func(string) {})
		}
		fmt.Println("runs", err)
		select {}
	}
	os.Exit(m.Run())
}

func claimed(t *testing.T, folder string) *Program {
	t.Helper()
	p, err := Claim(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// A second program gives the first what it was started with; one on another folder is another.
func TestOneProgramRunsOnAFolder(t *testing.T) {
	folder, heard := filepath.Join(t.TempDir(), "Тека закладу"), make(chan string, 1)
	first := claimed(t, folder)
	if err := first.Listen(func(path string) { heard <- path }); err != nil {
		t.Fatal(err)
	}
	if _, err := Claim(folder); !errors.Is(err, ErrRuns) {
		t.Errorf("a second program: %v", err)
	}
	for _, path := range []string{"", filepath.Join(folder, "Ліцей 2020.graduand")} {
		if err := Ask(folder, path); err != nil {
			t.Fatal(err)
		}
		if got := <-heard; got != path {
			t.Errorf("%q was heard as %q", path, got)
		}
	}
	claimed(t, t.TempDir())
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if again := claimed(t, folder); again.Listen(func(string) {}) != nil {
		t.Error("nobody may run there again")
	}
}

// What is no path from the root of a disk is neither sent nor taken.
func TestNothingButAPathIsTaken(t *testing.T) {
	folder := t.TempDir()
	p := claimed(t, folder)
	if err := p.Listen(func(path string) { t.Errorf("%q was taken", path) }); err != nil {
		t.Fatal(err)
	}
	long := string(filepath.Separator) + strings.Repeat("a", longestPath)
	for _, path := range []string{"school.graduand", "../school.graduand", folder + "\x00", folder + "\nrm", folder + "\xff", long} {
		if Ask(folder, path) == nil {
			t.Errorf("%.40q was sent", path)
		}
	}
	for _, message := range []string{"", "quit", asking + "school.graduand", asking + folder + "\x1b[2J", asking + long} {
		if answer, err := ask(keyOf(folder), message, soon()); err == nil && answer == taken {
			t.Errorf("%.40q was taken", message)
		}
	}
}

// A program that was killed keeps nobody from starting.
func TestAKilledProgramLeavesNothingInTheWay(t *testing.T) {
	folder := t.TempDir()
	killed := exec.Command(os.Args[0])
	killed.Env = append(os.Environ(), playing+"="+folder)
	out, err := killed.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	var word, failed string
	if fmt.Fscan(out, &word, &failed); failed != "<nil>" {
		t.Fatalf("the first does not run: %s", failed)
	}
	if _, err := Claim(folder); !errors.Is(err, ErrRuns) {
		t.Errorf("beside the first: %v", err)
	}
	killed.Process.Kill()
	killed.Wait()
	p := claimed(t, folder)
	heard := make(chan string, 1)
	if err := p.Listen(func(path string) { heard <- path }); err != nil {
		t.Fatal(err)
	}
	if err := Ask(folder, folder); err != nil || <-heard != folder {
		t.Errorf("after it: %v", err)
	}
}
