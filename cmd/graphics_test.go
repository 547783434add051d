package cmd

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
)

// Without OpenGL the toolkit makes no window and stays, unseen; the program says what to install, and
// leaves.
func TestWithoutOpenGLTheProgramSaysWhatToInstall(t *testing.T) {
	program := built(t, buildDesktop)
	start := newDisplay(t, "-extension", "GLX").command(program, "--folder", t.TempDir(), "--lang", "uk")
	// No program that shows the sentence in a box: it would wait for somebody.
	start.Env = append(start.Env, "PATH="+t.TempDir())
	out, err := start.CombinedOutput()
	var left *exec.ExitError
	if !errors.As(err, &left) || left.ExitCode() != 5 || !strings.Contains(string(out), "libgl1-mesa-dri") {
		t.Errorf("%v\n%s", err, out)
	}
}
