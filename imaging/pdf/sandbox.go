package pdf

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"io"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"graduand/imaging/pdf/internal/compiled"
)

// MaximumMemory is what one file has in its sandbox, in octets: a colour scan of A4 at 600 dots
// to the inch just has room in it.
const MaximumMemory = 96 << 20

// patience is how long a file may take: such a scan takes ten seconds on a slow PC.
const patience = 30 * time.Second

// pageOfMemory is the unit in which WebAssembly counts memory.
const pageOfMemory = 64 << 10

// garbage is how much of the memory in use may lie unused beside it while a sandbox is at work,
// in percent: a sandbox that needs more is copied into a larger place each time, and with what is
// usual the places that it has left behind would take 600 MB.
const garbage = 10

// sandboxes open one file after the other.
type sandboxes struct {
	// turn has an entry while a file is open.
	turn     chan struct{}
	patience time.Duration
	pool     pdfium.Pool

	lock sync.Mutex
	last []drawn
	// forgotten is how often all were forgotten: what was begun before is not kept.
	forgotten int
}

// keptPages is how many pages are kept that were drawn last: the two sides of a card.
const keptPages = 2

// drawn is a page that was drawn, of which file.
type drawn struct {
	of      [sha256.Size]byte
	page    int
	picture *image.RGBA
}

func newSandboxes() *sandboxes {
	return &sandboxes{turn: make(chan struct{}, 1), patience: patience}
}

var shared = newSandboxes()

// Close forgets the pages that were drawn last, and gives back the memory of PDFium unless a file
// is being looked at. The next file starts it again, in a twentieth of a second.
func Close() error {
	shared.forget()
	select {
	case shared.turn <- struct{}{}:
		defer func() { <-shared.turn }()
		return shared.stop()
	default:
		return nil
	}
}

// open opens a file in a sandbox of its own for work, and waits until there is one. Work runs in
// a goroutine of its own, which has ended when open returns.
func (s *sandboxes) open(ctx context.Context, content []byte, work func(*document) error) error {
	select {
	case s.turn <- struct{}{}:
		defer s.leave()
	case <-ctx.Done():
		return ctx.Err()
	}
	reader, err := s.start(ctx)
	if err != nil {
		return err
	}
	if compiled.Tidy {
		defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	}
	within, done := context.WithTimeout(ctx, s.patience)
	defer done()
	ended := make(chan error, 1)
	go func() { ended <- guarded(reader, content, work) }()
	select {
	case err := <-ended:
		return err
	case <-within.Done():
		err := s.kill(reader)
		<-ended // at its next step the sandbox sees that it is closed
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return errors.Join(ErrHeavy, err)
	}
}

// leave lets the next file in. The memory of the former one goes back to the system first: it is
// large, and two of them are too much for a small PC.
func (s *sandboxes) leave() {
	if compiled.Tidy {
		debug.FreeOSMemory()
	}
	<-s.turn
}

// guarded does work on a file and closes its sandbox; a fault of any of them is an error.
func guarded(reader pdfium.Pdfium, content []byte, work func(*document) error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = errors.Join(ErrHeavy, fmt.Errorf("read PDF: panic: %v", fault))
		}
	}()
	// What spoilt file leaves behind ends with the sandbox, also where that does not close well.
	defer func() { _ = reader.Close() }()
	d, err := openIn(reader, content)
	if err != nil {
		return err
	}
	return work(d)
}

// start gives a fresh sandbox; the first one is preceded by what takes two seconds.
func (s *sandboxes) start(ctx context.Context) (pdfium.Pdfium, error) {
	if s.pool == nil {
		pool, err := webassembly.Init(webassembly.Config{MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard,
			FSConfig: wazero.NewFSConfig(), // otherwise it sees all files of the computer
			RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(compiled.Cache).
				WithMemoryLimitPages(MaximumMemory / pageOfMemory).WithCloseOnContextDone(true)})
		if err != nil {
			return nil, errors.Join(ErrHeavy, fmt.Errorf("start PDFium: %w", err))
		}
		s.pool = pool
	}
	reader, err := s.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, errors.Join(ErrHeavy, fmt.Errorf("start PDFium: %w", err), s.stop())
	}
	return reader, nil
}

// kill ends a sandbox that is at work, with all of PDFium. Kill alone fails in the version that we
// have, but takes the sandbox out of those that the pool would wait for.
func (s *sandboxes) kill(reader pdfium.Pdfium) error {
	_ = reader.Kill()
	return s.stop()
}

func (s *sandboxes) stop() error {
	if s.pool == nil {
		return nil
	}
	err := s.pool.Close()
	s.pool = nil
	if err != nil {
		return fmt.Errorf("stop PDFium: %w", err)
	}
	return nil
}

// kept is a page that was drawn lately, nil for any other; since is for [sandboxes.keep].
func (s *sandboxes) kept(content []byte, page int) (picture *image.RGBA, since int) {
	s.lock.Lock()
	defer s.lock.Unlock()
	of := sha256.Sum256(content)
	if at := slices.IndexFunc(s.last, func(d drawn) bool { return d.page == page && d.of == of }); at >= 0 {
		return s.last[at].picture, s.forgotten
	}
	return nil, s.forgotten
}

func (s *sandboxes) keep(content []byte, page int, picture *image.RGBA, since int) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if since != s.forgotten {
		return
	}
	s.last = append(s.last, drawn{sha256.Sum256(content), page, picture})
	s.last = slices.Clone(s.last[max(len(s.last)-keptPages, 0):])
}

func (s *sandboxes) forget() {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.last = nil
	s.forgotten++
}
