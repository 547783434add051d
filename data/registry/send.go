package registry

import (
	"context"
	"errors"
	"slices"
)

// Waiting is something outside of the program, such as a document in the queue of a printer, that
// stays there until it is let go or called off.
type Waiting interface {
	Release(ctx context.Context) error
	Cancel(ctx context.Context) error
}

// Send is [Registry.Deliver] of what goes into a queue and waits there: the history has it first,
// then it is let go, without the lock, since a queue may be long in answering. What is not let go is
// called off, and the history has that too: nothing was printed. Once it is noted it goes its way,
// cancelled or not.
func (r *Registry) Send(ctx context.Context, stage func([]byte) (Waiting, error), right Right, kind string, read func(*View) (Drawing, error)) error {
	content, body, err := r.drawn(right, read)
	if err != nil {
		return err
	}
	waiting, err := stage(content)
	if err != nil {
		return err
	}
	seq, err := r.noteSent(ctx, right, kind, body)
	r.tellNotNoted(err)
	ctx = context.WithoutCancel(ctx)
	if err != nil {
		return errors.Join(err, waiting.Cancel(ctx))
	}
	if err = waiting.Release(ctx); err == nil {
		return nil
	}
	return errors.Join(err, waiting.Cancel(ctx), r.noteUnprinted(ctx, seq, body))
}

// noteSent notes what is about to be let go, and gives the number of its entry.
func (r *Registry) noteSent(ctx context.Context, right Right, kind string, body EventBody) (seq int64, err error) {
	return Write(ctx, r, right, Signals{HistoryGrew}, func(w *Edit) (int64, error) {
		if err := w.refuseErased(body.Graduates); err != nil {
			return 0, err
		}
		seq, err := w.note(ctx, kind, body)
		if err == nil {
			w.cardsPrinted(seq, body)
		}
		return seq, err
	})
}

// cardsPrinted lets the rows of those whose cards were printed say so, by the number of the entry;
// without an entry nothing is said.
func (v *View) cardsPrinted(seq int64, b EventBody) {
	if seq == 0 {
		return
	}
	v.printed.take(seq, v.Now(), b)
	v.judgeAnew(b.Graduates)
}

// judgeAnew lets the rows of graduates follow anew from the facts.
func (v *View) judgeAnew(ids []string) {
	for _, id := range ids {
		if e := v.index.byID[id]; e != nil {
			e.checked = ""
		}
	}
}

// noteUnprinted notes that what an entry tells of has never been let go: whoever sits there by now.
func (r *Registry) noteUnprinted(ctx context.Context, seq int64, sent EventBody) error {
	return r.Write(ctx, RightLook, Signals{HistoryGrew}, func(w *Edit) error {
		there := slices.DeleteFunc(slices.Clone(sent.Graduates), func(id string) bool { return w.index.byID[id] == nil })
		body := EventBody{Of: seq, Note: sent.Note, Graduates: there}
		if sent.Print != nil {
			body.Print = &Print{Printer: sent.Print.Printer, Copies: sent.Print.Copies}
		}
		if _, err := w.note(ctx, EventUnprinted, body); err != nil {
			return err
		}
		w.printed.drop(seq)
		w.judgeAnew(there)
		return nil
	})
}
