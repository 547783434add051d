package exchange

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"filippo.io/age"

	"graduand/data"
)

// Seal says for whom a message is encrypted: recipients (age1…), or a code that is told by voice
// where the receiver has no keys yet.
type Seal struct {
	Recipients []string
	Code       string
}

func (s Seal) recipients() (all []age.Recipient, err error) {
	if s.Code != "" {
		one, err := age.NewScryptRecipient(s.Code)
		if err != nil {
			return nil, fmt.Errorf("seal by code: %w", err)
		}
		one.SetWorkFactor(workFactor)
		return []age.Recipient{one}, nil
	}
	for _, text := range s.Recipients {
		one, err := age.ParseX25519Recipient(text)
		if err != nil {
			return nil, data.FailWith(err, "message.bad_key", nil)
		}
		all = append(all, one)
	}
	return all, nil
}

// What a code costs, as age has it: scrypt with N = 2^15, a tenth of a second and 32 MiB. The codes
// of a centre are random and have some 60 bits, so that a higher price adds nothing, and a centre
// enrols thousands of schools. What age -p makes, 2^18, is read; more in a file of a stranger is not.
const (
	workFactor        = 15
	maximumWorkFactor = 18
)

// sealed is the content of an encrypted file, which is decrypted piece by piece as it is read: age
// takes a whole piece for each reading, however small, so the last ones are kept. It remembers that a
// piece was not as it was sealed, or could not be read.
type sealed struct {
	plain io.ReaderAt
	size  int64
	mutex sync.Mutex
	// ready is what lies decrypted in the room, from at on.
	at          int64
	ready, room []byte
	spoilt      error
}

// pieceSize is that of age. Whoever reads on gets up to so many pieces at once: age makes room anew for
// each reading, and not for each piece.
const (
	pieceSize   = 64 << 10
	mostAtATime = 16
)

func (s *sealed) ReadAt(p []byte, at int64) (n int, err error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for n < len(p) {
		if at >= s.size {
			return n, io.EOF
		}
		if at < s.at || at >= s.at+int64(len(s.ready)) {
			if err := s.load(at - at%pieceSize); err != nil {
				s.spoilt = err
				return n, err
			}
		}
		copied := copy(p[n:], s.ready[at-s.at:])
		n, at = n+copied, at+int64(copied)
	}
	return n, nil
}

// load makes ready what begins at the place of a piece: twice as much as before where it goes on, one
// piece where it does not.
func (s *sealed) load(at int64) error {
	length := int64(pieceSize)
	if at == s.at+int64(len(s.ready)) {
		length = min(2*max(int64(len(s.ready)), pieceSize), mostAtATime*pieceSize)
	}
	length = min(length, s.size-at)
	if int64(cap(s.room)) < length {
		s.room = make([]byte, length)
	}
	s.at, s.ready = at, s.room[:length]
	err := readAll(s.plain, s.ready, at)
	if err != nil {
		s.ready = nil
	}
	return err
}

// unseal decrypts. age gives pieces before it has seen the end, but each is authentic by itself, and
// the last one, which tells the length, is read first.
func unseal(file io.ReaderAt, size int64, o Opening) (*sealed, error) {
	switch {
	case size == 0:
		return nil, data.Fail("message.empty", nil)
	case size > MaximumSize:
		return nil, tooLarge(MaximumSize)
	}
	identities, err := o.identities()
	if err != nil {
		return nil, err
	}
	plain, length, err := age.DecryptReaderAt(file, size, identities...)
	var other *age.NoIdentityMatchError
	switch {
	case errors.As(err, &other):
		return nil, data.FailWith(err, o.mismatch(other.StanzaTypes), nil)
	case err != nil && !isSealed(file):
		return nil, data.FailWith(err, "message.not_a_message", nil)
	case err != nil:
		return nil, data.FailWith(err, "message.damaged", nil)
	}
	return &sealed{plain: plain, size: length}, nil
}

// mismatch is what is wrong where a file opens by none of the keys; sealedTo are the kinds of keys
// that it opens by.
func (o Opening) mismatch(sealedTo []string) string {
	switch byCode := slices.Contains(sealedTo, "scrypt"); {
	case byCode && o.Code == "":
		return "message.needs_code"
	case byCode:
		return "message.wrong_code"
	}
	return "message.not_for_us"
}

func (o Opening) identities() (all []age.Identity, err error) {
	for _, id := range o.Identities {
		all = append(all, id.age)
	}
	if o.Code != "" {
		one, err := age.NewScryptIdentity(o.Code)
		if err != nil {
			return nil, data.FailWith(err, "message.wrong_code", nil)
		}
		one.SetMaxWorkFactor(maximumWorkFactor)
		all = append(all, one)
	}
	return all, nil
}

// isSealed says that a file begins as those of age do.
func isSealed(file io.ReaderAt) bool {
	const intro = "age-encryption.org/v1\n"
	begin := make([]byte, len(intro))
	n, _ := file.ReadAt(begin, 0) // what cannot be read begins with nothing
	return string(begin[:n]) == intro
}
