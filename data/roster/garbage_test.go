package roster

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
)

// held is what holds now of the clearing of garbage.
func held() (percent int, limit int64) {
	percent = debug.SetGCPercent(100)
	debug.SetGCPercent(percent)
	return percent, debug.SetMemoryLimit(-1)
}

// TestGarbageIsClearedAsBeforeWhenTheListsAreRead: several lists at a time, in any order, and a
// lower limit of the user's own (F-14).
func TestGarbageIsClearedAsBeforeWhenTheListsAreRead(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(77))
	for _, own := range []int64{math.MaxInt64, 123 << 20} {
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(own))
		first, second := WithRoom(), WithRoom()
		first()
		runtime.GC()
		if percent, limit := held(); percent != garbage || limit > own || limit < 123<<20 || limit == math.MaxInt64 {
			t.Errorf("while a list is read: %d percent, limit %d of %d", percent, limit, own)
		}
		second()
		percent, limit := held()
		for range 10000 {
			if percent == 77 && limit == own {
				break
			}
			runtime.GC()
			percent, limit = held()
		}
		if percent != 77 || limit != own {
			t.Errorf("afterwards %d percent, limit %d instead of %d", percent, limit, own)
		}
	}
}

// Who has garbage cleared less often by a setting of the own is not held to ours.
func TestGarbageIsClearedNoOftenerForAList(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(2 * garbage))
	before := debug.SetMemoryLimit(-1)
	leave := WithRoom()
	if percent, limit := held(); percent != 2*garbage || limit != before {
		t.Errorf("%d percent, limit %d", percent, limit)
	}
	leave()
}
