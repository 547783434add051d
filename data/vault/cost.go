package vault

import (
	"fmt"
	"io"
	"runtime/debug"

	"golang.org/x/crypto/argon2"

	"graduand/data/vault/internal/price"
)

// Params say what one guess of a password costs: Argon2id (RFC 9106) with Memory in
// KiB, Time in passes over it, Threads in lanes. They stand in the clear beside what
// they protect.
type Params struct {
	Memory  uint32 `json:"memory"`
	Time    uint32 `json:"time"`
	Threads uint8  `json:"threads"`
}

// DefaultParams are what a new password costs.
func DefaultParams() Params { return Params(price.Default) }

// FileWork is what a password costs that opens a file of age, as age has it: the logarithm of N of
// scrypt (RFC 7914).
func FileWork() int { return price.File }

// ceiling is the most that is accepted, so that a changed file cannot stall the
// computer: 256 MiB, twice what the program itself asks for, and four passes.
var ceiling = Params{Memory: 256 << 10, Time: 4, Threads: 8}

// Check is [ErrWeakParameters] below the floor and [ErrTooCostly] above the ceiling.
func (p Params) Check() error {
	floor := price.Floor
	if p.Memory < floor.Memory || p.Time < floor.Time || p.Threads < floor.Threads {
		return fmt.Errorf("%+v: %w", p, ErrWeakParameters)
	}
	if p.Memory > ceiling.Memory || p.Time > ceiling.Time || p.Threads > ceiling.Threads {
		return fmt.Errorf("%+v: %w", p, ErrTooCostly)
	}
	return nil
}

// stretch turns a password into a key at the price of the parameters, which are
// checked first. Its memory is given back at once: left to the collector, a program would
// let its own garbage grow to as much again before it looked.
func (p Params) stretch(password string, salt []byte) (*Key, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	typed := []byte(password)
	defer clear(typed)
	if p.Memory >= worthReturning {
		defer debug.FreeOSMemory()
	}
	return keyOf(argon2.IDKey(typed, salt, p.Time, p.Memory, p.Threads, KeySize)), nil
}

// worthReturning is from how much memory on, in KiB, the collector is called for it.
const worthReturning = 32 << 10

// saltSize is the length of the salt of a slot, in octets (RFC 9106 §3.1).
const saltSize = 16

func randomOctets(rand io.Reader, n int) ([]byte, error) {
	octets := make([]byte, n)
	if _, err := io.ReadFull(rand, octets); err != nil {
		return nil, fmt.Errorf("take random octets: %w", err)
	}
	return octets, nil
}

// isE164 reports whether a phone is in the normal form of ITU-T E.164 §6: a plus, a
// country code that does not begin with 0, at most 15 digits in all.
func isE164(phone string) bool {
	if len(phone) < 8 || len(phone) > 16 || phone[0] != '+' || phone[1] == '0' {
		return false
	}
	for _, digit := range []byte(phone[1:]) {
		if digit < '0' || digit > '9' {
			return false
		}
	}
	return true
}
