//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// endTogether has a program end with all that it has started.
func endTogether(run *exec.Cmd) {
	run.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	run.Cancel = func() error { return syscall.Kill(-run.Process.Pid, syscall.SIGKILL) }
}
