package registry

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"

	"graduand/data"
	"graduand/data/readback"
)

// bodyVersion is the version of graduate bodies that this program writes. An older
// body is upgraded when it is read.
const bodyVersion = 1

// body is the personal part of one stored graduate.
type body struct {
	Version  int            `json:"v"`
	Graduate *data.Graduate `json:"graduate"`
}

func encodeGraduate(g *data.Graduate) ([]byte, error) {
	text, err := marshal("graduate "+g.ID, g)
	if err != nil {
		return nil, err
	}
	return appendBody(nil, text), nil
}

// appendBody adds the [body] of a graduate who is written down already.
func appendBody(text, graduate []byte) []byte {
	text = strconv.AppendInt(append(text, `{"v":`...), bodyVersion, 10)
	return append(append(append(text, `,"graduate":`...), graduate...), '}')
}

// bodies are read with every opening of a registry, each of them.
var bodies = readback.Of[body]()

func decodeGraduate(stored []byte) (*data.Graduate, error) {
	b, err := bodies.Read(stored)
	if err != nil {
		return nil, fmt.Errorf("decode graduate: %w", err)
	}
	if b.Version != bodyVersion || b.Graduate == nil {
		return nil, fmt.Errorf("decode graduate: body version %d", b.Version)
	}
	return b.Graduate, nil
}

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
