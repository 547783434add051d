package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// mostBeforeMain is how many bytes one of our packages may fill before a program begins: what is
// larger is built when it is first needed. The patterns by which rosters are read were 4 MB.
const mostBeforeMain = 200 << 10

// TestNothingLargeBeforeMain asks Go what each package has built before the program begins, whether
// the program needs it or not.
func TestNothingLargeBeforeMain(t *testing.T) {
	t.Parallel()
	var said strings.Builder
	program := exec.Command(built(t, buildControl), "licences")
	program.Env, program.Stderr = append(os.Environ(), "GODEBUG=inittrace=1"), &said
	if err := program.Run(); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	seen := 0
	for line := range strings.Lines(said.String()) {
		at := strings.Index(line, "init "+module+"/")
		if at < 0 {
			continue
		}
		var of string
		var begun, took float64
		var bytes int
		if _, err := fmt.Sscanf(line[at:], "init %s @%f ms, %f ms clock, %d bytes", &of, &begun, &took, &bytes); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if seen++; bytes > mostBeforeMain {
			t.Errorf("%s fills %d bytes before the program begins", of, bytes)
		}
	}
	if seen < 10 {
		t.Errorf("Go tells of %d packages of ours:\n%s", seen, said.String())
	}
}
