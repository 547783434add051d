// Package single lets one program of a user run on a folder of settings, and lets a second that is
// started meanwhile give it what it was started with. No port of a network is opened, and what a program
// that has ended leaves behind keeps nobody from starting: the system itself knows who runs.
//
// What goes from one to the other is a path, from the same user alone; it is checked as a stranger's.
package single

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// ErrRuns says that a program of this user runs on the folder already.
var ErrRuns = errors.New("the program runs on this folder already")

// errAnswer says that the program that runs did not take what it was told.
var errAnswer = errors.New("the program that runs did not answer")

// longestPath bounds a path, in bytes: no system has a longer one.
const longestPath = 32 << 10

// A message is this word with a path behind it, and is answered by the other.
const asking, taken = "open ", "taken"

const longestMessage = len(asking) + longestPath

// patience is how long a second program waits for the answer of the one that runs: that of a window that
// hangs never comes, and then the second starts by itself.
const patience = 10 * time.Second

// again is after how long who was not answered tries again.
const again = 100 * time.Millisecond

// answerTime is how long who asks may take over its message.
const answerTime = 2 * time.Second

// Program is the one that runs on a folder.
type Program struct {
	claim
	ended sync.Once
}

// Claim makes the calling program the one that runs on a folder, which need not be there yet; ErrRuns
// where another is. Any other failure says that the system cannot tell: whoever starts then starts.
func Claim(folder string) (*Program, error) {
	c, err := newClaim(keyOf(folder))
	if err != nil {
		return nil, err
	}
	return &Program{claim: c}, nil
}

// Listen tells asked of every start of a second program, until [Program.Close]: with the path that it was started
// with, "" for none. A message that is no such path is not told. The second one waits until asked returns, and
// hears whether it has taken the path.
func (p *Program) Listen(asked func(path string) bool) error {
	return p.listen(func(message []byte) (answer string) {
		path, is := strings.CutPrefix(string(message), asking)
		if !is || !valid(path) || !asked(path) {
			return ""
		}
		return taken
	})
}

// Close lets another program run on the folder.
func (p *Program) Close() (err error) {
	p.ended.Do(func() { err = p.close() })
	return err
}

// ClaimOrAsk makes the calling program the one that runs on a folder, as [Claim] does, or gives the one that
// runs there a path, "" to have it come to the front alone: given is true then, once that has taken it. Whose
// window is closing takes nothing and soon makes room; one that hangs keeps who asks waiting for a while, and
// then err says so.
func ClaimOrAsk(folder, path string) (p *Program, given bool, err error) {
	for until := time.Now().Add(patience); ; time.Sleep(again) {
		if p, err = Claim(folder); !errors.Is(err, ErrRuns) {
			return p, false, err
		}
		if err = ask(folder, path, until); err == nil {
			return nil, true, nil
		}
		if !valid(path) || time.Now().Add(again).After(until) {
			return nil, false, err
		}
	}
}

// ask gives the program that runs on a folder a path, and waits until it has taken it.
func ask(folder, path string, until time.Time) error {
	if !valid(path) {
		return fmt.Errorf("ask the program that runs: %q is no path", path)
	}
	answer, err := say(keyOf(folder), asking+path, until)
	switch {
	case err != nil:
		return fmt.Errorf("ask the program that runs: %w", err)
	case answer != taken:
		return fmt.Errorf("ask the program that runs: %w", errAnswer)
	}
	return nil
}

// keyOf names a folder, whatever leads to it.
func keyOf(folder string) string {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	sum := sha256.Sum256([]byte(sameLetters(folder)))
	return hex.EncodeToString(sum[:8])
}

// valid says that a message is a path that leads somewhere from everywhere, or none.
func valid(path string) bool {
	return path == "" || len(path) <= longestPath && utf8.ValidString(path) && filepath.IsAbs(path) && !strings.ContainsFunc(path, unicode.IsControl)
}

// readMessage reads one that is not longer than any may be.
func readMessage(from io.Reader) ([]byte, error) {
	message, err := io.ReadAll(io.LimitReader(from, int64(longestMessage)+1))
	if err == nil && len(message) > longestMessage {
		err = bytes.ErrTooLarge
	}
	return message, err
}
