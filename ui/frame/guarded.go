package frame

import (
	"context"
	"fmt"
	"runtime/debug"

	"graduand/data"
)

// guarded turns a panic into an error that the log can tell.
func guarded[T any](work func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("recover from fault: %s", data.Fault(fault, debug.Stack()))
		}
	}()
	return work()
}

// promptly does work, and stops waiting for it once it is cancelled: a share that has gone, or a disk
// that fails, may answer after minutes or never. What comes too late is let go.
func promptly[T any](ctx context.Context, work func(context.Context) (T, error)) (T, error) {
	type answer struct {
		result T
		err    error
	}
	answered := make(chan answer, 1)
	go func() {
		result, err := guarded(func() (T, error) { return work(ctx) })
		answered <- answer{result, err}
	}()
	select {
	case a := <-answered:
		return a.result, a.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
