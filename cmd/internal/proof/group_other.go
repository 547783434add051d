//go:build !unix

package main

import "os/exec"

// endTogether leaves a program as it is where there are no groups: it alone is ended.
func endTogether(*exec.Cmd) {}
