package ui

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// processorTime is the processor's time of this thread, which other programs do not lengthen as they do
// the clock's. What collects garbage meanwhile runs on another.
func processorTime(b *testing.B) time.Duration {
	var used unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Nano())
}
