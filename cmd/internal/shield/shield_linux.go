package shield

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// Raise lets no other program of the same user read the memory of this process or trace
// it, and has the system write no core of it. It is called first of all; what the system
// refuses is told, and stops nothing.
func Raise() error {
	return errors.Join(refuseCores(), refuseReaders())
}

// refuseCores holds also for the programs that this one starts.
func refuseCores() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("limit core: %w", err)
	}
	return nil
}

// refuseReaders gives /proc/PID to root, and keeps the core out of a pipe too, which the
// limit does not.
func refuseReaders() error {
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("refuse dumps: %w", err)
	}
	return nil
}
