package roster

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// Room is how much memory a list may take, in bytes, before the garbage of reading it is cleared
// as often as ever: the longest list then needs less than 200 MB.
const Room = 170 << 20

// garbage is by how much the memory may grow between two clearings while a list is read, in
// percent of what is in use. Most of what a list needs is kept to its end: to look it all over
// again each time the memory has doubled took an eighth of the time.
const garbage = 400

// roomy counts the lists that are being read, and knows what held before the first of them.
var roomy struct {
	sync.Mutex
	lists   int
	raised  bool
	percent int
	limit   int64
}

// WithRoom has garbage cleared less often while a list is read or taken in, or a registry is opened: up to [Room], or to
// twice the memory that is in use where that is more. A lower limit of the user's own holds, and
// where garbage is cleared as seldom already nothing changes.
func WithRoom() (leave func()) {
	roomy.Lock()
	defer roomy.Unlock()
	if !roomy.raised && asked("/gc/gogc:percent") > garbage {
		return func() {}
	}
	roomy.lists++
	if !roomy.raised {
		roomy.raised, roomy.limit = true, debug.SetMemoryLimit(-1)
		roomy.percent = debug.SetGCPercent(garbage)
	}
	debug.SetMemoryLimit(min(roomy.limit, max(Room, 2*inUse())))
	return leaveRoom
}

// leaveRoom has all as it was when the garbage of the last list is cleared the next time, which
// the runtime does after two minutes at the latest: at once it would clear it now, between the
// reading of a list and its taking in.
func leaveRoom() {
	roomy.Lock()
	defer roomy.Unlock()
	if roomy.lists--; roomy.lists == 0 {
		runtime.AddCleanup(new(left), func(struct{}) { restore() }, struct{}{})
	}
}

// left is what a list leaves behind, to be cleared with its garbage.
type left struct{ _ [16]byte }

func restore() {
	roomy.Lock()
	defer roomy.Unlock()
	if roomy.lists == 0 && roomy.raised {
		roomy.raised = false
		debug.SetGCPercent(roomy.percent)
		debug.SetMemoryLimit(roomy.limit)
	}
}

// inUse is the memory of what is alive, in bytes.
func inUse() int64 { return int64(asked("/gc/heap/live:bytes")) }

// asked is what the runtime measures by this name.
func asked(name string) uint64 {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
