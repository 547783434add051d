package registry

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// newID makes an opaque id: 40 random bits in hexadecimal, short enough to type.
func newID(random io.Reader) (string, error) {
	var b [5]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", errors.Join(errors.New("make id"), err)
	}
	return hex.EncodeToString(b[:]), nil
}

// shortID is an id within one registration: 64 random bits.
func shortID(random io.Reader) (string, error) {
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(b[:]), nil
}

// longID is an id that two computers do not make twice: 128 random bits.
func longID(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("make id: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}
