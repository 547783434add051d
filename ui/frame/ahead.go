package frame

import (
	"context"
	"sync"
	"sync/atomic"

	"graduand/data/registrar"
)

// ahead is a registry that is looked at before the window stands.
type ahead struct {
	path string
	// looked brings what was found: the first who asks looks, others wait for that.
	looked func() (registrar.Entrance, error)
	ready  atomic.Bool
}

func newAhead(path string) *ahead {
	return &ahead{path: path, looked: sync.OnceValues(func() (registrar.Entrance, error) {
		return registrar.LookAt(context.Background(), path)
	})}
}

// look looks before anybody asks. A fault shows itself again to whoever asks, who is guarded.
func (a *ahead) look() {
	defer func() { _ = recover() }()
	a.looked()
	a.ready.Store(true)
}

// of says that it is this registry.
func (a *ahead) of(path string) bool { return a != nil && a.path == path }
