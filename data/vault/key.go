package vault

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"io"
)

// KeySize is the length of every key, in octets.
const KeySize = 32

// Key is a secret of KeySize octets. It never prints, never becomes JSON, and hands
// its octets to nobody outside this package. The zero Key and a wiped one open and
// seal nothing: every use of them ends in [ErrNoKey].
type Key struct{ secret *secret }

// secret keeps the octets behind two pointers: fmt follows one of them on its own,
// past every method, when a key lies in an unexported field of somebody's struct and
// the verb does not fit.
type secret struct{ octets *[KeySize]byte }

// NewKey takes a key from a source of randomness, crypto/rand.Reader in earnest.
func NewKey(rand io.Reader) (*Key, error) {
	octets, err := randomOctets(rand, KeySize)
	if err != nil {
		return nil, fmt.Errorf("make key: %w", err)
	}
	return keyOf(octets), nil
}

// keyOf moves octets into a key and wipes the source. A wrong length gives no key.
func keyOf(octets []byte) *Key {
	defer clear(octets)
	if len(octets) != KeySize {
		return nil
	}
	moved := [KeySize]byte(octets)
	return &Key{&secret{&moved}}
}

// octets are those of a usable key.
func (k *Key) octets() []byte { return k.secret.octets[:] }

// Wipe overwrites the key for good, in all copies of the Key. Octets that a cipher
// or the runtime has copied in passing are beyond reach.
func (k *Key) Wipe() {
	if k.Usable() {
		clear(k.octets())
		k.secret.octets = nil
	}
}

// Usable reports whether the key is there and not wiped.
func (k *Key) Usable() bool { return k != nil && k.secret != nil && k.secret.octets != nil }

// Equal compares two usable keys in constant time; an unusable key equals none.
func (k *Key) Equal(other *Key) bool {
	return k.Usable() && other.Usable() && subtle.ConstantTimeCompare(k.octets(), other.octets()) == 1
}

// String does not show the key.
func (Key) String() string { return "[key]" }

// Format does not show the key, whatever the verb.
func (k Key) Format(f fmt.State, _ rune) { io.WriteString(f, k.String()) }

// MarshalText refuses: a key leaves the program only sealed.
func (Key) MarshalText() ([]byte, error) {
	return nil, errInTheClear
}

// Label names a sub-key of the school key. Sub-keys of different labels tell nothing
// of each other.
type Label string

// What the sub-keys are for.
const (
	// LabelRecord wraps the graduates' keys.
	LabelRecord Label = "wrap/record"
	// LabelFingerprint makes the blind indexes, see [Fingerprint].
	LabelFingerprint Label = "fingerprint"
	// LabelSettings seals the settings that are secret.
	LabelSettings Label = "settings"
	// LabelEvents wraps the keys of the events that belong to no graduate.
	LabelEvents Label = "events"
	// LabelSigning seals the key with which the school signs its messages.
	LabelSigning Label = "signing-key"
	// LabelAccounts seals who the operators are.
	LabelAccounts Label = "accounts"
	// LabelRotation hands the next school key on, see [NewToken].
	LabelRotation Label = "rotation"
	// LabelVouch makes the authenticators of what stands in the clear, see [MAC].
	LabelVouch Label = "vouch"
	// LabelPasswords seals the graduates' passwords until they are handed over.
	LabelPasswords Label = "passwords"
)

// SchoolKey is the secret of one registry: who has it reads everything in there. It
// seals nothing itself, see [SchoolKey.Sub]. It prints no more than a Key does.
type SchoolKey struct{ key *Key }

// String does not show the key.
func (SchoolKey) String() string { return "[school key]" }

// Format does not show the key, whatever the verb.
func (s SchoolKey) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// MarshalText refuses as [Key.MarshalText] does.
func (SchoolKey) MarshalText() ([]byte, error) { return nil, errInTheClear }

// NewSchoolKey makes the key of a new registry, or the next one of an old registry.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) {
	k, err := NewKey(rand)
	if err != nil {
		return nil, err
	}
	return &SchoolKey{k}, nil
}

// Sub derives a sub-key by HKDF-SHA256 (RFC 5869). The same label gives the same
// key; a wiped school key gives an unusable one.
func (s *SchoolKey) Sub(label Label) *Key {
	if !s.Usable() {
		return nil
	}
	return derive(s.key.octets(), nil, "school/"+string(label))
}

// Wipe overwrites the school key, not the sub-keys taken from it before.
func (s *SchoolKey) Wipe() {
	if s != nil {
		s.key.Wipe()
	}
}

// Usable reports whether the key is there and not wiped.
func (s *SchoolKey) Usable() bool { return s != nil && s.key.Usable() }

// Equal compares two school keys as [Key.Equal] does.
func (s *SchoolKey) Equal(other *SchoolKey) bool {
	return s.Usable() && other.Usable() && s.key.Equal(other.key)
}

// FingerprintSize is the length of a fingerprint, in octets.
const FingerprintSize = 16

// Fingerprint is a blind index: equal values have equal fingerprints under one key,
// and without the key a fingerprint says nothing, not even when the few possible
// values are all tried. It is HMAC-SHA256 cut to FingerprintSize octets. The caller
// brings the value into its one normal form.
func Fingerprint(key *Key, value string) ([]byte, error) { return FingerprintOf(key, []byte(value)) }

// FingerprintOf is [Fingerprint] of octets.
func FingerprintOf(key *Key, value []byte) ([]byte, error) {
	if !key.Usable() {
		return nil, ErrNoKey
	}
	m := hmac.New(sha256.New, key.octets())
	m.Write(value)
	return m.Sum(nil)[:FingerprintSize], nil
}

// derive is HKDF-SHA256 with the info «graduand/1|label». hkdf.Key fails only for
// lengths that we do not ask for; no key comes of it then.
func derive(secret, salt []byte, label string) *Key {
	octets, err := hkdf.Key(sha256.New, secret, salt, "graduand/1|"+label, KeySize)
	if err != nil {
		return nil
	}
	return keyOf(octets)
}

// Clone is the same key in octets of its own: wiping one leaves the other.
func (s *SchoolKey) Clone() *SchoolKey {
	if !s.Usable() {
		return nil
	}
	octets := *s.key.secret.octets
	return &SchoolKey{&Key{&secret{&octets}}}
}
