package registry

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"

	"graduand/data"
	"graduand/data/file"
)

// Drawing writes a file from what was read before, and says what the history has to hold
// of it beyond its hash.
type Drawing func(w io.Writer) (EventBody, error)

// Staged is something about to leave the program: it comes into its place, or never was.
type Staged interface {
	Commit() error
	Discard() error
}

// Deliver is the one way of a file out of the program: the right, what it is made from, the
// place, the history. What it is made from is read under the lock; it is drawn and brought beside
// its place without, so that nobody waits for it; then, in one moment under the lock, it comes into
// its place and into the history. Who was signed out meanwhile, or has erased somebody who is in
// it, gets an error and no document.
func (r *Registry) Deliver(ctx context.Context, path string, right Right, kind string, read func(*View) (Drawing, error)) error {
	if err := r.refuseOwnFile(path); err != nil {
		return err
	}
	content, body, err := r.drawn(right, read)
	if err != nil {
		return err
	}
	staged, err := file.Stage(path, content)
	if err != nil {
		return err
	}
	_, err = r.HandOut(ctx, right, kind, []Staged{staged}, func(int) EventBody { return body })
	return err
}

// drawn draws what was read for who has the right, and says what the history has to hold of it.
func (r *Registry) drawn(right Right, read func(*View) (Drawing, error)) (content []byte, body EventBody, err error) {
	draw, err := Read(r, right, read)
	if err != nil {
		return nil, body, err
	}
	var b bytes.Buffer
	if body, err = draw(&b); err != nil {
		return nil, body, err
	}
	body.SHA256 = HexSum(b.Bytes())
	return b.Bytes(), body, nil
}

// HandOut puts files into their places, all of them or as many as the disk lets, and notes
// it: said is what the history holds of so many files. It returns how many they are.
func (r *Registry) HandOut(ctx context.Context, right Right, kind string, files []Staged, said func(n int) EventBody) (n int, err error) {
	taken := false
	n, err = Write(ctx, r, right, Signals{HistoryGrew}, func(w *Edit) (int, error) {
		if err := w.refuseErased(said(len(files)).Graduates); err != nil {
			return 0, err
		}
		taken = true
		n, err := commitAll(files)
		if n == 0 {
			return 0, err
		}
		// The files are there: the history must know it, cancelled or not.
		seq, noted := w.note(context.WithoutCancel(ctx), kind, said(n))
		if noted == nil {
			w.cardsPrinted(seq, said(n))
		}
		return n, errors.Join(err, noted)
	})
	if !taken {
		return 0, errors.Join(err, discardAll(files))
	}
	r.tellNotNoted(err)
	return n, err
}

// commitAll puts files into their places until one cannot be; that and the rest are gone.
func commitAll(files []Staged) (n int, err error) {
	for n, f := range files {
		if err := f.Commit(); err != nil {
			return n, errors.Join(err, discardAll(files[n+1:]))
		}
	}
	return len(files), nil
}

func discardAll(files []Staged) error {
	var failed error
	for _, f := range files {
		failed = errors.Join(failed, f.Discard())
	}
	return failed
}

// refuseErased refuses to hand out what is about somebody who is no longer there.
func (v *View) refuseErased(ids []string) error {
	for _, id := range ids {
		if v.index.byID[id] == nil {
			return data.Fail("graduate.unknown", data.Args{"id": id})
		}
	}
	return nil
}

// refuseOwnFile refuses to write anything over the registry.
func (r *Registry) refuseOwnFile(path string) error {
	if file.Same(path, r.Path()) {
		return data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	return nil
}

// SavePaper draws a paper into a file, of which the history knows already.
func (r *Registry) SavePaper(path string, draw func(io.Writer) error) error {
	if err := r.refuseOwnFile(path); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := draw(&b); err != nil {
		return err
	}
	return file.Save(path, b.Bytes())
}

// TryPlace finds out whether a file can be written there, before something is done that
// cannot be undone.
func (r *Registry) TryPlace(path string) error {
	if err := r.refuseOwnFile(path); err != nil {
		return err
	}
	staged, err := file.Stage(path, nil)
	if err != nil {
		return err
	}
	return staged.Discard()
}

// HexSum is the SHA-256 of a file's content in hexadecimal, as the history keeps it.
func HexSum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// NoteShown notes that a command has shown data of graduates to the one who signed in, and
// which command: what stands on a terminal can be kept (KG-013). For other programs is an
// export, and asks for the right to print; a reader looks.
func (r *Registry) NoteShown(ctx context.Context, command string, ids []string, forPrograms bool) error {
	right := RightLook
	if forPrograms {
		right = RightPrint
	}
	err := r.Write(ctx, right, Signals{HistoryGrew}, func(w *Edit) error {
		_, err := w.note(ctx, EventShown, EventBody{Note: command, Graduates: ids})
		return err
	})
	r.tellNotNoted(err)
	return err
}
