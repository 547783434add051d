package ledger

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// openers open attachments beside each other while the next ones are read.
type openers struct {
	waiting chan opening
	// rooms are the free ones for bodies.
	rooms chan []byte
	work  sync.WaitGroup

	mu     sync.Mutex
	failed []sqlite.Attachment
}

// opening is an attachment that is to be opened with a key.
type opening struct {
	stored sqlite.Attachment
	key    *vault.Key
}

// mostOpeners bounds how many attachments are in memory at once: one may have 25 MB.
const mostOpeners = 4

func newOpeners() *openers {
	n := min(runtime.GOMAXPROCS(0), mostOpeners)
	o := &openers{waiting: make(chan opening), rooms: make(chan []byte, n+1)}
	o.rooms <- nil
	for range n {
		o.rooms <- nil
		o.work.Go(o.open)
	}
	return o
}

// open opens what waits, and keeps nothing of it but which did not open.
func (o *openers) open() {
	var room []byte
	for next := range o.waiting {
		content, err := openAttachment(room, next.stored, next.key)
		if err == nil {
			room = content
		} else {
			o.fail(next.stored)
		}
		o.rooms <- next.stored.Body
	}
	clear(room[:cap(room)])
}

func (o *openers) fail(a sqlite.Attachment) {
	a.Body = nil
	o.mu.Lock()
	defer o.mu.Unlock()
	o.failed = append(o.failed, a)
}

// end waits until all are opened, and gives those that did not open, in their order.
func (o *openers) end() []sqlite.Attachment {
	close(o.waiting)
	o.work.Wait()
	slices.SortFunc(o.failed, func(a, b sqlite.Attachment) int {
		return cmp.Or(cmp.Compare(a.Graduate, b.Graduate), cmp.Compare(a.ID, b.ID))
	})
	return o.failed
}

func (l *Ledger) examineAttachments(ctx context.Context) error {
	o := newOpeners()
	err := l.db.AttachmentsTo(ctx, "", func() []byte { return <-o.rooms }, func(a sqlite.Attachment) error {
		o.waiting <- opening{a, l.keyOf(a)}
		return nil
	})
	for _, a := range o.end() {
		l.fall(Ill{Code: "attachment", Args: data.Args{"id": a.Graduate, "file": a.ID}})
	}
	return err
}
