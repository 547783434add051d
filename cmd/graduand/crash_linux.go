package main

import "C"

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// nativePath is a path as C takes it, which keeps it.
func nativePath(path string) (unsafe.Pointer, error) { return unsafe.Pointer(C.CString(path)), nil }

// standardErrors holds the descriptor: os closes it with the last that knows it.
var standardErrors = os.Stderr

// asideFromErrors gives the program another descriptor for its errors where these go to a log of the desktop,
// and one more for what is kept of a fault: what Go itself writes of that to the standard one has its words.
// Somebody at a terminal sees them: 0.
func asideFromErrors() (echo int, err error) {
	if term.IsTerminal(unix.Stderr) {
		return 0, nil
	}
	aside, err := unix.FcntlInt(uintptr(unix.Stderr), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		// The program was started with no place for errors at all.
		return 0, nil
	}
	os.Stderr = os.NewFile(uintptr(aside), "stderr")
	return unix.FcntlInt(uintptr(unix.Stderr), unix.F_DUPFD_CLOEXEC, 3)
}

// inPlaceOfErrors has f take what is written to the standard descriptor for errors.
func inPlaceOfErrors(f *os.File) error { return unix.Dup2(int(f.Fd()), unix.Stderr) }
