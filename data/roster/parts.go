package roster

import (
	"runtime"
	"sync"
)

// fewLines are read by one processor: to wake another takes longer.
var fewLines = 64

// inParts does something for each of n lines, on all processors at once. A panic there
// comes where it was asked for.
func inParts(n int, do func(i int)) { inPartsOf(n, fewLines, do) }

// inPartsOf is [inParts] of things of which fewer are few.
func inPartsOf(n, few int, do func(i int)) {
	parts := runtime.GOMAXPROCS(0)
	if n < few || parts == 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var all sync.WaitGroup
	panics := make(chan any, parts)
	for part := range parts {
		all.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					panics <- r
				}
			}()
			for i := n * part / parts; i < n*(part+1)/parts; i++ {
				do(i)
			}
		})
	}
	all.Wait()
	select {
	case r := <-panics:
		panic(r)
	default:
	}
}
