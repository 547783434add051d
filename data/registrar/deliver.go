package registrar

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"

	"graduand/data"
)

// drawing writes a file from what was read before, and says what the history has to hold
// of it beyond its hash.
type drawing func(w io.Writer) (eventBody, error)

// deliver is the one way of a file out of the program: the right, what it is made from,
// the file, the history. What it is made from is read under the lock; it is drawn and
// written to the disk without, so that nobody waits for it; then, in one moment under the
// lock, it comes into its place and into the history. Who was signed out meanwhile, or has
// erased somebody who is in it, gets an error and no file.
func (r *Registrar) deliver(ctx context.Context, path string, right Right, kind string, read func() (drawing, error)) (err error) {
	defer r.tell(&err, HistoryGrew)
	if err := r.refuseOwnFile(path); err != nil {
		return err
	}
	draw, err := reading(r, right, read)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	body, err := draw(&b)
	if err != nil {
		return err
	}
	body.SHA256 = hexSum(b.Bytes())
	staged, err := StageFile(path, b.Bytes())
	if err != nil {
		return err
	}
	_, err = r.handOut(ctx, right, kind, []*StagedFile{staged}, func(int) eventBody { return body })
	return err
}

// reading asks r something under its lock, for who has the right.
func reading[T any](r *Registrar, right Right, read func() (T, error)) (T, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(right); err != nil {
		var none T
		return none, err
	}
	return read()
}

// handOut puts files into their places, all of them or as many as the disk lets, and notes
// it: said is what the history holds of so many files. It returns how many they are.
func (r *Registrar) handOut(ctx context.Context, right Right, kind string, files []*StagedFile, said func(n int) eventBody) (n int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err = r.may(right); err == nil {
		err = r.refuseErased(said(len(files)).Graduates)
	}
	if err != nil {
		return 0, errors.Join(err, discardAll(files))
	}
	if n, err = commitAll(files); n == 0 {
		return 0, err
	}
	// The files are there: the history must know it, cancelled or not.
	noted := r.update(context.WithoutCancel(ctx), func(c *change) error { return c.note(kind, "", 0, nil, said(n)) })
	return n, errors.Join(err, noted)
}

// commitAll puts files into their places until one cannot be; that and the rest are gone.
func commitAll(files []*StagedFile) (n int, err error) {
	for n, f := range files {
		if err := f.Commit(); err != nil {
			return n, errors.Join(err, discardAll(files[n+1:]))
		}
	}
	return len(files), nil
}

func discardAll(files []*StagedFile) error {
	var failed error
	for _, f := range files {
		failed = errors.Join(failed, f.Discard())
	}
	return failed
}

// refuseErased refuses to hand out what is about somebody who is no longer there.
func (r *Registrar) refuseErased(ids []string) error {
	for _, id := range ids {
		if r.index.byID[id] == nil {
			return data.Fail("graduate.unknown", data.Args{"id": id})
		}
	}
	return nil
}

// refuseOwnFile refuses to write anything over the registry.
func (r *Registrar) refuseOwnFile(path string) error {
	if SameFile(path, r.db.Path()) {
		return data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	return nil
}

// savePaper draws a paper into a file, of which the history knows already.
func (r *Registrar) savePaper(path string, draw func(io.Writer) error) error {
	if err := r.refuseOwnFile(path); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := draw(&b); err != nil {
		return err
	}
	return SaveFile(path, b.Bytes())
}

// tryPlace finds out whether a file can be written there, before something is done that
// cannot be undone.
func (r *Registrar) tryPlace(path string) error {
	if err := r.refuseOwnFile(path); err != nil {
		return err
	}
	staged, err := StageFile(path, nil)
	if err != nil {
		return err
	}
	return staged.Discard()
}

func hexSum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
