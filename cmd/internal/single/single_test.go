package single

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The test binary plays the program that runs and is killed.
const playing = "GRADUAND_SINGLE_TEST"

func TestMain(m *testing.M) {
	if folder := os.Getenv(playing); folder != "" {
		p, err := Claim(folder)
		if err == nil {
			err = p.Listen(takes)
		}
		fmt.Println("runs", err)
		select {}
	}
	os.Exit(m.Run())
}

// soon is when a test gives an answer up.
func soon() time.Time { return time.Now().Add(time.Second) }

// takes takes whatever it is told.
func takes(string) bool { return true }

// hears takes it too and passes it on.
func hears(heard chan<- string) func(string) bool {
	return func(path string) bool {
		heard <- path
		return true
	}
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
	if err := first.Listen(hears(heard)); err != nil {
		t.Fatal(err)
	}
	if _, err := Claim(folder); !errors.Is(err, ErrRuns) {
		t.Errorf("a second program: %v", err)
	}
	for _, path := range []string{"", filepath.Join(folder, "Ліцей 2020.graduand")} {
		if err := ask(folder, path, soon()); err != nil {
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
	if again := claimed(t, folder); again.Listen(takes) != nil {
		t.Error("nobody may run there again")
	}
}

// What is no path from the root of a disk is neither sent nor taken.
func TestNothingButAPathIsTaken(t *testing.T) {
	folder := t.TempDir()
	p := claimed(t, folder)
	if err := p.Listen(func(path string) bool { t.Errorf("%q was taken", path); return true }); err != nil {
		t.Fatal(err)
	}
	long := string(filepath.Separator) + strings.Repeat("a", longestPath)
	for _, path := range []string{"school.graduand", "../school.graduand", folder + "\x00", folder + "\nrm", folder + "\xff", long} {
		if ask(folder, path, soon()) == nil {
			t.Errorf("%.40q was sent", path)
		}
	}
	for _, message := range []string{"", "quit", asking + "school.graduand", asking + folder + "\x1b[2J", asking + long} {
		if answer, err := say(keyOf(folder), message, soon()); err == nil && answer == taken {
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
	if err := p.Listen(hears(heard)); err != nil {
		t.Fatal(err)
	}
	if err := ask(folder, folder, soon()); err != nil || <-heard != folder {
		t.Errorf("after it: %v", err)
	}
}

// Who starts while the window of the other is closing is the one that runs as soon as that has ended, and its
// file is not lost.
func TestAProgramThatEndsMakesRoom(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "Ліцей 2020.graduand")
	ending := claimed(t, folder)
	asked := make(chan string, 1)
	if err := ending.Listen(func(path string) bool { asked <- path; return false }); err != nil {
		t.Fatal(err)
	}
	go func() {
		if got := <-asked; got != path {
			t.Errorf("%q was heard as %q", path, got)
		}
		ending.Close()
	}()
	since := time.Now()
	p, given, err := ClaimOrAsk(folder, path)
	if err != nil || given {
		t.Fatalf("given %v, %v", given, err)
	}
	defer p.Close()
	if took := time.Since(since); took > patience/2 {
		t.Errorf("it took %v", took)
	}
	if err := p.Listen(takes); err != nil {
		t.Fatal(err)
	}
	if _, given, err := ClaimOrAsk(folder, path); err != nil || !given {
		t.Errorf("beside the new one: given %v, %v", given, err)
	}
}
