package vault

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"
)

// envelope is the first octet of everything sealed: the format of what follows.
const envelope = 1

// Overhead is by how many octets a sealed content is longer than the plain one:
// the envelope, the nonce, the tag.
const Overhead = 1 + chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

// Place is where a sealed content belongs. It is not stored with the content: who
// opens must know it, so that a content moved to another row or field, or put back
// from an older revision, does not open there.
type Place struct {
	Table, Field, ID string
	Rev              int
}

// parts keeps the bars of a Place apart from those inside its words.
var parts = strings.NewReplacer(`\`, `\\`, `|`, `\|`)

// String is the associated data of a content at this place,
// «graduand/1|table|field|id|rev». Two places never share it: a bar or a backslash
// inside a word gets a backslash before it.
func (p Place) String() string { return string(p.octets()) }

// octets are those of the text of a place.
func (p Place) octets() []byte {
	const most = len("graduand/1||||") + len("-9223372036854775808")
	text := append(make([]byte, 0, most+len(p.Table)+len(p.Field)+len(p.ID)), "graduand/1|"...)
	for _, word := range [...]string{p.Table, p.Field, p.ID} {
		if strings.IndexByte(word, '|') >= 0 || strings.IndexByte(word, '\\') >= 0 {
			word = parts.Replace(word)
		}
		text = append(append(text, word...), '|')
	}
	return strconv.AppendInt(text, int64(p.Rev), 10)
}

// Seal encrypts a content for a place: envelope (1) | nonce (24) | ciphertext and
// tag, by XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). The nonce is random; at 24
// octets it does not repeat. The length of the content is not hidden.
func Seal(rand io.Reader, key *Key, place Place, plain []byte) ([]byte, error) {
	if !key.Usable() {
		return nil, fmt.Errorf("seal %s: %w", place, ErrNoKey)
	}
	cipher, err := chacha20poly1305.NewX(key.octets())
	if err != nil {
		return nil, fmt.Errorf("seal %s: %w", place, err)
	}
	const head = 1 + chacha20poly1305.NonceSizeX
	sealed := make([]byte, head, len(plain)+Overhead)
	sealed[0] = envelope
	if _, err := io.ReadFull(rand, sealed[1:]); err != nil {
		return nil, fmt.Errorf("seal %s: %w", place, err)
	}
	return cipher.Seal(sealed, sealed[1:], plain, place.octets()), nil
}

// Open gives back what Seal has sealed with the same key for the same place, and
// [ErrTampered] for anything else. It leaves sealed as it is.
func Open(key *Key, place Place, sealed []byte) ([]byte, error) {
	return OpenTo(nil, key, place, sealed)
}

// OpenTo is [Open] behind what stands in a slice, in its room where that is enough: for who opens much, one
// after the other.
func OpenTo(room []byte, key *Key, place Place, sealed []byte) ([]byte, error) {
	if !key.Usable() {
		return nil, fmt.Errorf("open %s: %w", place, ErrNoKey)
	}
	if !isEnvelope(sealed) {
		return nil, fmt.Errorf("open %s: %w", place, ErrTampered)
	}
	cipher, err := chacha20poly1305.NewX(key.octets())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", place, err)
	}
	const head = 1 + chacha20poly1305.NonceSizeX
	plain, err := cipher.Open(room, sealed[1:head], sealed[head:], place.octets())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", place, ErrTampered)
	}
	return plain, nil
}

func isEnvelope(sealed []byte) bool { return len(sealed) >= Overhead && sealed[0] == envelope }

// WrapKey seals a graduate's key with the school's sub-key [LabelRecord]. Who
// destroys every copy of the wrapped key has erased all that it sealed.
func WrapKey(rand io.Reader, wrapping *Key, place Place, key *Key) ([]byte, error) {
	if !key.Usable() {
		return nil, fmt.Errorf("wrap %s: %w", place, ErrNoKey)
	}
	return Seal(rand, wrapping, place, key.octets())
}

// UnwrapKey gives back the key that WrapKey has wrapped, as [Open] does.
func UnwrapKey(wrapping *Key, place Place, wrapped []byte) (*Key, error) {
	octets, err := Open(wrapping, place, wrapped)
	if err != nil {
		return nil, err
	}
	key := keyOf(octets)
	if key == nil {
		return nil, fmt.Errorf("unwrap %s: %w", place, ErrTampered)
	}
	return key, nil
}
