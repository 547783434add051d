package vault

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"io"
)

// MAC is an authenticator of something stored in the clear: HMAC-SHA256 (RFC 2104) over
// the place and the parts, each with its length. Who has not the key can make none, nor
// move one to another place.
func MAC(key *Key, place Place, parts ...[]byte) ([]byte, error) {
	if !key.Usable() {
		return nil, fmt.Errorf("vouch for %s: %w", place, ErrNoKey)
	}
	const number = 8
	at := place.octets()
	size := number + len(at)
	for _, part := range parts {
		size += number + len(part)
	}
	text := addPart(make([]byte, 0, size), at)
	for _, part := range parts {
		text = addPart(text, part)
	}
	m := hmac.New(sha256.New, key.octets())
	m.Write(text)
	return m.Sum(nil), nil
}

// CheckMAC is [ErrTampered] when mac is not that of the parts at the place.
func CheckMAC(key *Key, mac []byte, place Place, parts ...[]byte) error {
	want, err := MAC(key, place, parts...)
	if err != nil {
		return err
	}
	if !hmac.Equal(want, mac) {
		return fmt.Errorf("check %s: %w", place, ErrTampered)
	}
	return nil
}

// Signer is the key pair with which a school signs: what graduates are to believe, and
// the messages to the centre. Ed25519 (RFC 8032), as minisign has it. It prints no more
// than a Key does.
type Signer struct {
	seed   *Key
	public ed25519.PublicKey
}

// NewSigner makes a pair.
func NewSigner(rand io.Reader) (*Signer, error) {
	seed, err := NewKey(rand)
	if err != nil {
		return nil, fmt.Errorf("make signing key: %w", err)
	}
	return signerOf(seed), nil
}

func signerOf(seed *Key) *Signer {
	s := &Signer{seed: seed}
	s.public = s.private().Public().(ed25519.PublicKey)
	return s
}

// OpenSigner opens what [Signer.Seal] has sealed.
func OpenSigner(school *SchoolKey, place Place, sealed []byte) (*Signer, error) {
	seed, err := UnwrapKey(school.Sub(LabelSigning), place, sealed)
	if err != nil {
		return nil, err
	}
	return signerOf(seed), nil
}

// Seal keeps the pair under the school key.
func (s *Signer) Seal(rand io.Reader, school *SchoolKey, place Place) ([]byte, error) {
	return WrapKey(rand, school.Sub(LabelSigning), place, s.seed)
}

// Usable reports whether the pair is there and not wiped.
func (s *Signer) Usable() bool { return s != nil && s.seed.Usable() }

// Wipe overwrites the private half.
func (s *Signer) Wipe() {
	if s != nil {
		s.seed.Wipe()
	}
}

func (s *Signer) private() ed25519.PrivateKey { return ed25519.NewKeyFromSeed(s.seed.octets()) }

// Public is the public half, [ed25519.PublicKeySize] octets.
func (s *Signer) Public() []byte {
	if !s.Usable() {
		return nil
	}
	return s.public
}

// Sign signs a text for a place, so that it is believed nowhere else.
func (s *Signer) Sign(place Place, text []byte) ([]byte, error) {
	if !s.Usable() {
		return nil, fmt.Errorf("sign %s: %w", place, ErrNoKey)
	}
	return ed25519.Sign(s.private(), signed(place, text)), nil
}

// CheckSignature is [ErrTampered] when the owner of the public key has not signed the
// text for this place.
func CheckSignature(public, signature []byte, place Place, text []byte) error {
	if len(public) != ed25519.PublicKeySize || !ed25519.Verify(public, signed(place, text), signature) {
		return fmt.Errorf("check signature of %s: %w", place, ErrTampered)
	}
	return nil
}

// signed is what is signed. It never is the 64 octets of a hash that minisign signs, so
// that neither signature can stand for the other.
func signed(place Place, text []byte) []byte {
	return append([]byte(place.String()+"\n"), text...)
}

// String does not show the key.
func (Signer) String() string { return "[signing key]" }

// Format does not show the key, whatever the verb.
func (s Signer) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// MarshalText refuses as [Key.MarshalText] does.
func (Signer) MarshalText() ([]byte, error) { return nil, errInTheClear }
