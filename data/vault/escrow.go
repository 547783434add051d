package vault

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// Escrow seals the school key to the recovery key of a centre, an X25519 recipient
// of age (age1…): an ordinary age file (age-encryption.org/v1) of 232 octets with
// the 32 octets of the key, which the centre opens with age alone (KG-007).
// Randomness comes from crypto/rand: age takes no other.
func Escrow(recipient string, school *SchoolKey) ([]byte, error) {
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
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("escrow: %w", err)
	}
	return file.Bytes(), nil
}

// OpenEscrow is the centre's side: the identity (AGE-SECRET-KEY-1…) opens the file.
// [ErrIdentity] when it is none, [ErrWrong] when the file was made for another centre,
// [ErrTampered] when the file is changed or holds something else.
func OpenEscrow(identity string, file []byte) (*SchoolKey, error) {
	// The parser's error may quote the identity, and so is dropped.
	centre, err := age.ParseX25519Identity(Prepare(identity))
	if err != nil {
		return nil, ErrIdentity
	}
	opened, err := age.Decrypt(bytes.NewReader(file), centre)
	var other *age.NoIdentityMatchError
	if errors.As(err, &other) {
		return nil, fmt.Errorf("open escrow: %w", ErrWrong)
	}
	if err != nil {
		return nil, fmt.Errorf("open escrow: %w", ErrTampered)
	}
	octets, err := io.ReadAll(io.LimitReader(opened, KeySize+1))
	if err != nil {
		return nil, fmt.Errorf("open escrow: %w", ErrTampered)
	}
	key := keyOf(octets)
	if key == nil {
		return nil, fmt.Errorf("open escrow: %w", ErrTampered)
	}
	return &SchoolKey{key}, nil
}
