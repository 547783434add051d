package ledger

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"graduand/data"
)

// beside does the first part of each of many works beside the others, and the second, by whoever gives them, in the order in
// which they were given.
type beside[T any] struct {
	first   func(*T) error
	then    func(*T, error)
	begun   chan *work[T]
	waiting []*work[T]
	workers sync.WaitGroup
	// most is how many may wait for their second part.
	most int
}

type work[T any] struct {
	of    T
	ended chan error
}

// mostWorkers bounds how many works go on at once: each may hold a photo.
const mostWorkers = 4

func newBeside[T any](most int, first func(*T) error, then func(*T, error)) *beside[T] {
	b := &beside[T]{first: first, then: then, begun: make(chan *work[T], most), most: most}
	for range min(runtime.GOMAXPROCS(0), mostWorkers) {
		b.workers.Go(func() {
			for w := range b.begun {
				w.ended <- spared(func() error { return b.first(&w.of) })
			}
		})
	}
	return b
}

// atOnce does several things, ends them all where one has failed, and gives the failure that was first.
func atOnce(ctx context.Context, things ...func(context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var all sync.WaitGroup
	var once sync.Once
	var failed error
	for _, thing := range things {
		all.Go(func() {
			if err := spared(func() error { return thing(ctx) }); err != nil {
				once.Do(func() { failed = err })
				stop()
			}
		})
	}
	all.Wait()
	return failed
}

// spared does something; a panic there is an error, not the end of the program.
func spared(f func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("examine: panic: %s", data.Fault(fault, debug.Stack()))
		}
	}()
	return f()
}

// give begins another work. It does the second part of an earlier one where enough wait for theirs.
func (b *beside[T]) give(of T) {
	w := &work[T]{of, make(chan error, 1)}
	b.begun <- w
	if b.waiting = append(b.waiting, w); len(b.waiting) > b.most {
		b.next()
	}
}

func (b *beside[T]) next() {
	w := b.waiting[0]
	b.waiting = b.waiting[1:]
	b.then(&w.of, <-w.ended)
}

// end ends all that was given.
func (b *beside[T]) end() {
	close(b.begun)
	for len(b.waiting) > 0 {
		b.next()
	}
	b.workers.Wait()
}
