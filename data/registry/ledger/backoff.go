package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"sync"
	"time"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// run is what this run of the program knows of wrong passwords, by registry. Phones are
// kept in memory alone: in the file stands only how many failures there were.
var run = struct {
	sync.Mutex
	of map[string]*tries
}{of: map[string]*tries{}}

// tries are those of one registry in this run.
type tries struct {
	// asked is when they were last asked for: on the same run a clock that was set back
	// gains nothing.
	asked time.Time
	// before are the failures of before this run, whoever's they were: they count for all.
	before vault.Backoff
	// by are the failures by the phone that was typed, all those of any.
	by  map[string]vault.Backoff
	all vault.Backoff
}

// manyTries is how many failures in one run, at whatever phones, everybody waits for.
const manyTries = 15

// attempt is one try at a password.
type attempt struct {
	f     *File
	phone string
	of    *tries
	// stored is what the file says.
	stored vault.Backoff
}

// attempt begins a try. It is vault.wait when it comes too early; the time since the last
// question is kept then, so that it counts also where the clock was set back.
func (f *File) attempt(ctx context.Context, phone string) (*attempt, error) {
	stored, err := f.storedBackoff(ctx)
	if err != nil {
		return nil, err
	}
	run.Lock()
	defer run.Unlock()
	now, ran := f.options.Now(), time.Duration(0)
	of := run.of[f.identity.ID]
	if of == nil {
		of = &tries{before: stored, by: map[string]vault.Backoff{}}
		run.of[f.identity.ID] = of
	} else {
		ran = now.Sub(of.asked)
	}
	of.move(now, ran)
	a := &attempt{f, phone, of, stored.At(now, ran)}
	if wait := of.wait(phone); wait > 0 {
		return nil, waiting(nil, wait, a.store(ctx))
	}
	return a, nil
}

// move lets time pass.
func (t *tries) move(now time.Time, ran time.Duration) {
	t.asked = now
	t.before, t.all = t.before.At(now, ran), t.all.At(now, ran)
	for phone, b := range t.by {
		t.by[phone] = b.At(now, ran)
	}
}

// wait is how long a phone has to wait: for its own failures, or, where none are known of
// it, for those of before this run; and everybody for very many.
func (t *tries) wait(phone string) time.Duration {
	own, known := t.by[phone]
	if !known {
		own = t.before
	}
	many := t.all
	many.Failures -= manyTries
	return max(own.Wait(), many.Wait())
}

// failures counts the wrong passwords of this registry since the last right one.
func (a *attempt) failures() int { return a.stored.Failures }

// failed counts a wrong password, and says why the try was refused or how long the next
// has to wait.
func (a *attempt) failed(ctx context.Context, refusal error) error {
	run.Lock()
	defer run.Unlock()
	own, known := a.of.by[a.phone]
	if !known {
		own = a.of.before
	}
	a.of.by[a.phone], a.of.all, a.stored = own.Failed(), a.of.all.Failed(), a.stored.Failed()
	if err := a.store(ctx); err != nil {
		return err
	}
	if wait := a.of.wait(a.phone); wait > 0 {
		return waiting(refusal, wait, nil)
	}
	return refusal
}

// passed forgets the failures after an operator's right password; what others have typed
// wrong in this run stays.
func (a *attempt) passed(ctx context.Context) error {
	run.Lock()
	defer run.Unlock()
	delete(a.of.by, a.phone)
	a.of.before, a.of.all = a.of.before.Passed(), a.of.all.Passed()
	if a.stored.Failures == 0 {
		return nil
	}
	a.stored = a.stored.Passed()
	return a.store(ctx)
}

func waiting(err error, wait time.Duration, stored error) error {
	if stored != nil {
		return stored
	}
	return data.FailWith(err, "vault.wait", data.Args{"count": int(math.Ceil(wait.Seconds()))})
}

// storedBackoff is what the file says of failures. Nobody vouches for it: what cannot be
// read counts as many failures as make the first wait, and keeps nobody out for longer.
func (f *File) storedBackoff(ctx context.Context) (vault.Backoff, error) {
	if f.tries != "" {
		return readTries(f.tries), nil
	}
	stored, err := f.db.Setting(ctx, settingBackoff)
	if err != nil {
		return vault.Backoff{}, err
	}
	var b vault.Backoff
	if stored.Rev > 0 && json.Unmarshal(stored.Body, &b) != nil {
		b = vault.Backoff{Failures: unreadableFailures, Last: f.options.Now(), Seen: f.options.Now()}
		err = f.putBackoff(ctx, b)
	}
	return b, err
}

// unreadableFailures are those of a back-off that cannot be read: the next wrong password
// makes the first wait.
const unreadableFailures = 4

func (a *attempt) store(ctx context.Context) error { return a.f.putBackoff(ctx, a.stored) }

// putBackoff writes it as if for the first time: the number of its revision is anybody's, and
// may be the last that there is.
func (f *File) putBackoff(ctx context.Context, b vault.Backoff) error {
	body, err := marshal("back-off", b)
	if err != nil {
		return err
	}
	if f.tries != "" {
		keepTries(f.tries, b, body)
		return nil
	}
	return f.db.Update(ctx, func(tx *sqlite.Tx) error {
		return errors.Join(tx.DropSetting(settingBackoff), tx.PutSetting(sqlite.Record{ID: settingBackoff, Rev: 1, Body: body}))
	})
}

// A backup that is being restored is only read: what was typed wrong is kept in a file
// beside it. Where none can be written this run of the program alone remembers.

func readTries(path string) vault.Backoff {
	var b vault.Backoff
	if body, err := file.Read(path, 1<<10); err == nil {
		_ = json.Unmarshal(body, &b) // one that cannot be read is as good as none
	}
	return b
}

func keepTries(path string, b vault.Backoff, body []byte) {
	if b.Failures == 0 {
		_ = os.Remove(path)
		return
	}
	_ = errors.Join(file.MakeFolder(filepath.Dir(path)), file.Save(path, body))
}
