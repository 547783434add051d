package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// limit is how long the tests of the real window wait for one thing: much longer than it
// takes on the slowest machine that does nothing else beside.
const limit = 5 * time.Minute

// display is an X display without a screen.
type display string

// newDisplay lets Xvfb choose a free display and waits until it tells which. More is what else Xvfb is told.
func newDisplay(t testing.TB, more ...string) display {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import", "setxkbmap"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run make deps", tool)
		}
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	// Without -noreset the display forgets its keyboard layout when the first program leaves.
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
	xvfb.Args = append(xvfb.Args, more...)
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		t.Fatal(err)
	}
	write.Close()
	t.Cleanup(func() { xvfb.Process.Kill(); xvfb.Wait() })
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}
	return display(fmt.Sprintf(":%d", number))
}

// command is a program that draws on the display, or asks it. In its locale xdotool
// takes letters of all alphabets.
func (d display) command(program string, args ...string) *exec.Cmd {
	c := exec.Command(program, args...)
	c.Env = append(os.Environ(), "DISPLAY="+string(d), "LC_ALL=C.UTF-8")
	return c
}

// layout gives the display's keyboard the Latin letters and those of a country. Without
// them xdotool lends each letter a key for a moment, and a program that looks at its
// keys later reads another letter.
func (d display) layout(t testing.TB, countries string) {
	t.Helper()
	if out, err := d.command("setxkbmap", "-layout", countries).CombinedOutput(); err != nil {
		t.Fatalf("set keyboard layout: %v\n%s", err, out)
	}
}

// windows are the titles of the windows that are seen.
func (d display) windows() string {
	out, err := d.command("xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// eventually waits for something that nobody tells.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("in %v there was no %s", limit, what)
}
