package main

import (
	"math"
	"os"
	"runtime/debug"
	"time"
)

// Of what the start leaves behind in memory nothing is cleared until the first page stands: it
// is cleared once, and given back to the system, instead of four times while somebody waits. A start
// that needs more than startRoom bytes clears all the same.
const (
	startRoom    = 96 << 20
	startSettles = time.Second
)

// beginRoomy puts clearing off; settle, called when the window is there, has it done a moment later and
// as ever from then on. Who has set GOGC or GOMEMLIMIT for the program knows better, and where the
// demonstration is made first the work of that says how often is cleared: what it found it puts
// back when it ends, which is after settle.
func beginRoomy(o options) (settle func()) {
	if o.Demo != "" || os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(startRoom)
	return func() {
		time.AfterFunc(startSettles, func() {
			debug.SetGCPercent(percent)
			debug.SetMemoryLimit(math.MaxInt64)
			debug.FreeOSMemory()
		})
	}
}

// clearMemory clears the memory that nothing needs any more: twice, since what the pools of libraries hold outlives
// the first time. The collector overwrites what it frees where the program was linked to do so, as all that
// people install and «make build» are (-X runtime.godebugDefault=clobberfree=1); otherwise it stays where it
// lay until something else comes there.
func clearMemory() {
	debug.FreeOSMemory()
	debug.FreeOSMemory()
}
