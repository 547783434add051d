package vault

import (
	"crypto/ecdh"
	"crypto/hpke"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
)

// Identity is the private half of a slot's own key pair (X25519). It lies inside the
// slot, under the password; its public half lets others hand the owner the next school
// key without knowing the password. It prints no more than a Key does.
type Identity struct {
	seed *Key
	pair hpke.PrivateKey
}

// NewIdentity makes a pair.
func NewIdentity(rand io.Reader) (*Identity, error) {
	seed, err := randomOctets(rand, KeySize)
	if err != nil {
		return nil, fmt.Errorf("make identity: %w", err)
	}
	return identityOf(seed), nil
}

// identityOf makes the pair of a seed (RFC 9180 §7.1.3), which it wipes. A wrong seed
// gives none.
func identityOf(seed []byte) *Identity {
	if len(seed) != KeySize {
		return nil
	}
	pair, err := hpke.DHKEM(ecdh.X25519()).DeriveKeyPair(seed)
	if err != nil {
		return nil
	}
	return &Identity{keyOf(seed), pair}
}

func (i *Identity) usable() bool { return i != nil && i.pair != nil && i.seed.Usable() }

// Recipient is the public half, in base64. It is not secret, but must come from where
// nobody can exchange it: keep it sealed.
func (i *Identity) Recipient() string {
	if !i.usable() {
		return ""
	}
	return base64.StdEncoding.EncodeToString(i.pair.PublicKey().Bytes())
}

// String does not show the identity.
func (Identity) String() string { return "[identity]" }

// Format does not show the identity, whatever the verb.
func (i Identity) Format(f fmt.State, _ rune) { io.WriteString(f, i.String()) }

// MarshalText refuses as [Key.MarshalText] does.
func (Identity) MarshalText() ([]byte, error) { return nil, errInTheClear }

// tokenPlace binds a token to the slot that it is for.
func tokenPlace(slot string) Place { return Place{Table: "key_slot", Field: "token", ID: slot} }

// NewToken hands the owner of a slot the next school key: by HPKE (RFC 9180) to the
// slot's recipient, sealed with the school key before it. Both are needed to open it,
// so that neither who has left with the old key, nor who only writes in the file, can
// read or forge one. [ErrRecipient] when the recipient is none.
func NewToken(rand io.Reader, old *SchoolKey, slot, recipient string, next *SchoolKey) ([]byte, error) {
	if !old.Usable() || !next.Usable() {
		return nil, fmt.Errorf("make token: %w", ErrNoKey)
	}
	octets, err := base64.StdEncoding.DecodeString(recipient)
	if err != nil {
		return nil, fmt.Errorf("make token: %w", ErrRecipient)
	}
	public, err := hpke.DHKEM(ecdh.X25519()).NewPublicKey(octets)
	if err != nil {
		return nil, fmt.Errorf("make token: %w", ErrRecipient)
	}
	inner, err := hpke.Seal(public, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), []byte(tokenPlace(slot).String()), next.key.octets())
	if err != nil {
		return nil, fmt.Errorf("make token: %w", err)
	}
	return Seal(rand, old.Sub(LabelRotation), tokenPlace(slot), inner)
}

// Follow leads from the school key that a slot was made with to the present one, by
// the tokens in their order. It wipes the keys that it passes; school is not to be
// used afterwards. A token that does not fit is [ErrTampered].
func Follow(school *SchoolKey, slot string, identity *Identity, tokens [][]byte) (*SchoolKey, error) {
	for _, token := range tokens {
		next, err := openToken(school, slot, identity, token)
		school.Wipe()
		if err != nil {
			return nil, err
		}
		school = next
	}
	return school, nil
}

func openToken(school *SchoolKey, slot string, identity *Identity, token []byte) (*SchoolKey, error) {
	inner, err := Open(school.Sub(LabelRotation), tokenPlace(slot), token)
	if err != nil {
		return nil, fmt.Errorf("open token: %w", err)
	}
	if !identity.usable() {
		return nil, fmt.Errorf("open token: %w", ErrNoKey)
	}
	octets, err := hpke.Open(identity.pair, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), []byte(tokenPlace(slot).String()), inner)
	key := keyOf(octets)
	if err != nil || key == nil {
		return nil, errors.Join(fmt.Errorf("open token: %w", ErrTampered), err)
	}
	return &SchoolKey{key}, nil
}
