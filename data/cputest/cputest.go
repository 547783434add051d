// Package cputest tells tests how much work something is by the processor's time, which
// other programs do not lengthen as they do the clock's.
package cputest

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"
)

// Took is the processor's time that this process takes while it works, in hundredths of a
// second; 0 where the system does not tell.
func Took(t testing.TB, work func()) time.Duration {
	t.Helper()
	begin := taken(t)
	work()
	return taken(t) - begin
}

// taken is the processor's time that this process has taken.
func taken(t testing.TB) time.Duration {
	t.Helper()
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	// The name of the program, which may have spaces, ends by the last bracket; after 11
	// fields come the hundredths of a second in the program and in the system (proc(5)).
	var skipped string
	var user, system time.Duration
	fields := bytes.NewReader(stat[bytes.LastIndexByte(stat, ')')+1:])
	for range 11 {
		if _, err := fmt.Fscan(fields, &skipped); err != nil {
			t.Fatalf("read /proc/self/stat: %v", err)
		}
	}
	if _, err := fmt.Fscan(fields, &user, &system); err != nil {
		t.Fatalf("read /proc/self/stat: %v", err)
	}
	return (user + system) * (time.Second / 100)
}
