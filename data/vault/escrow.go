package vault

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// Escrow seals the school key to the recovery key of a centre, an X25519 recipient
// of age (age1…): an ordinary age file (age-encryption.org/v1) with the 32 octets of the key,
// which the centre opens with age alone (KG-007), and behind a line end what it is bound to:
// whose key it is nobody else could tell. "" binds it to nothing.
// Randomness comes from crypto/rand: age takes no other.
func Escrow(recipient string, school *SchoolKey, bound string) ([]byte, error) {
	if len(bound) > maximumBound {
		return nil, fmt.Errorf("escrow: bound to %d octets", len(bound))
	}
	if !school.Usable() {
		return nil, fmt.Errorf("escrow: %w", ErrNoKey)
	}
	centre, err := age.ParseX25519Recipient(Prepare(recipient))
	if err != nil {
		return nil, fmt.Errorf("escrow to %q: %w", recipient, ErrRecipient)
	}
	var file bytes.Buffer
	w, err := age.Encrypt(&file, centre)
	if err != nil {
		return nil, fmt.Errorf("escrow: %w", err)
	}
	if _, err := w.Write(school.key.octets()); err != nil {
		return nil, fmt.Errorf("escrow: %w", err)
	}
	if bound != "" {
		if _, err := io.WriteString(w, "\n"+bound); err != nil {
			return nil, fmt.Errorf("escrow: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("escrow: %w", err)
	}
	return file.Bytes(), nil
}

// Bound is what the key of a registry is bound to: with that of one nobody gets that of another. School is
// what the centre calls the school.
func Bound(registry, school string) string { return registry + "/" + school }

// maximumBound bounds what an escrow is bound to, in octets.
const maximumBound = 200

// OpenEscrow is the centre's side: the identity (AGE-SECRET-KEY-1…) opens the file, and tells what it is
// bound to.
// [ErrIdentity] when it is none, [ErrWrong] when the file was made for another centre,
// [ErrTampered] when the file is changed or holds something else.
func OpenEscrow(identity string, file []byte) (school *SchoolKey, bound string, err error) {
	// The parser's error may quote the identity, and so is dropped.
	centre, err := age.ParseX25519Identity(Prepare(identity))
	if err != nil {
		return nil, "", ErrIdentity
	}
	opened, err := age.Decrypt(bytes.NewReader(file), centre)
	var other *age.NoIdentityMatchError
	if errors.As(err, &other) {
		return nil, "", fmt.Errorf("open escrow: %w", ErrWrong)
	}
	if err != nil {
		return nil, "", fmt.Errorf("open escrow: %w", ErrTampered)
	}
	octets, err := io.ReadAll(io.LimitReader(opened, KeySize+1+maximumBound+1))
	if err != nil {
		return nil, "", fmt.Errorf("open escrow: %w", ErrTampered)
	}
	defer clear(octets)
	if len(octets) > KeySize {
		if octets[KeySize] != '\n' || len(octets) == KeySize+1 || len(octets) > KeySize+1+maximumBound {
			return nil, "", fmt.Errorf("open escrow: %w", ErrTampered)
		}
		bound = string(octets[KeySize+1:])
	}
	key := keyOf(octets[:min(KeySize, len(octets))])
	if key == nil {
		return nil, "", fmt.Errorf("open escrow: %w", ErrTampered)
	}
	return &SchoolKey{key}, bound, nil
}
