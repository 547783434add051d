package vault

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
)

// Login is the one row that all graduates of a registry sign in by: the salt of the
// installation and the price of a guess. There is no list of accounts to read.
type Login struct {
	// Salt is 32 random octets.
	Salt []byte `json:"salt"`
	Params
}

// loginSaltSize is the length of the salt of a registry, in octets.
const loginSaltSize = 32

// NewLogin makes the row of a new registry. Its parameters hold until every graduate
// has a new password.
func NewLogin(rand io.Reader, params Params) (Login, error) {
	if err := params.Check(); err != nil {
		return Login{}, err
	}
	salt, err := randomOctets(rand, loginSaltSize)
	return Login{Salt: salt, Params: params}, err
}

// saltOf mixes the phone into the salt, so that one pass of Argon2id serves phone and
// password together and no phone is stored, nor anything derived from it alone.
func (l Login) saltOf(phone string) []byte {
	h := sha256.New()
	io.WriteString(h, "graduand/1|graduate|")
	h.Write(l.Salt)
	io.WriteString(h, phone)
	return h.Sum(nil)
}

// Tag is by what a graduate's slot is found. It follows from phone and password
// together: neither can be tried without the other.
type Tag [16]byte

// String is the tag in hexadecimal; it is not secret.
func (t Tag) String() string { return hex.EncodeToString(t[:]) }

// Credential is what phone and password of a graduate come to: the tag of the slot
// and the key that opens it.
type Credential struct {
	tag Tag
	key *Key
}

// NewCredential pays for one guess. The phone is in E.164; the password is as it was
// typed, see [NormalisePassword]. What cannot be a password of a graduate is
// [ErrWrong] at once and for free.
func NewCredential(login Login, phone, password string) (*Credential, error) {
	if !isE164(phone) {
		return nil, fmt.Errorf("sign in: %w", ErrPhone)
	}
	if len(login.Salt) != loginSaltSize {
		return nil, fmt.Errorf("sign in: salt of %d octets: %w", len(login.Salt), ErrTampered)
	}
	normal := NormalisePassword(password)
	if !isPassword(normal) {
		return nil, ErrWrong
	}
	stretched, err := login.stretch(normal, login.saltOf(phone))
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	defer stretched.Wipe()
	c := &Credential{key: derive(stretched.octets(), nil, "graduate/key")}
	found := derive(stretched.octets(), nil, "graduate/tag")
	copy(c.tag[:], found.octets())
	return c, nil
}

// Tag is where to look for the slot.
func (c *Credential) Tag() Tag { return c.tag }

// Wipe overwrites the key of the credential.
func (c *Credential) Wipe() { c.key.Wipe() }

// GraduateSlot is a graduate's way to the own record, as it is stored.
type GraduateSlot struct {
	Tag    Tag    `json:"tag"`
	Sealed []byte `json:"sealed"`
}

func (s GraduateSlot) place() Place {
	return Place{Table: "graduate_slot", Field: "key", ID: s.Tag.String()}
}

// GraduateContent is all that a graduate's password opens: one id, one key, and the
// keys that the graduate had before, the first one first: with them older photos and
// scans are sealed.
type GraduateContent struct {
	ID     string
	Key    *Key
	Former []*Key
}

// storedGraduate is a GraduateContent before it is sealed.
type storedGraduate struct {
	ID     string   `json:"id"`
	Key    []byte   `json:"key"`
	Former [][]byte `json:"former,omitempty"`
}

// NewGraduateSlot seals a graduate's key for a credential. A new password means a new
// slot; with the old slot removed the old password opens nothing (KG-037).
func NewGraduateSlot(rand io.Reader, c *Credential, content GraduateContent) (GraduateSlot, error) {
	slot := GraduateSlot{Tag: c.tag}
	if !content.Key.Usable() {
		return slot, fmt.Errorf("seal %s: %w", slot.place(), ErrNoKey)
	}
	stored := storedGraduate{ID: content.ID, Key: content.Key.octets()}
	for _, key := range content.Former {
		if !key.Usable() {
			return slot, fmt.Errorf("seal %s: %w", slot.place(), ErrNoKey)
		}
		stored.Former = append(stored.Former, key.octets())
	}
	plain, err := json.Marshal(stored)
	if err != nil {
		return slot, fmt.Errorf("encode %s: %w", slot.place(), err)
	}
	defer clear(plain)
	slot.Sealed, err = Seal(rand, c.key, slot.place(), plain)
	return slot, err
}

// OpenGraduateSlot opens the slot that was found by the credential's tag. A slot of
// another tag is [ErrWrong]; one of this tag that does not open is [ErrTampered].
func OpenGraduateSlot(slot GraduateSlot, c *Credential) (GraduateContent, error) {
	if slot.Tag != c.tag {
		return GraduateContent{}, ErrWrong
	}
	plain, err := Open(c.key, slot.place(), slot.Sealed)
	if err != nil {
		return GraduateContent{}, err
	}
	defer clear(plain)
	var stored storedGraduate
	if err := json.Unmarshal(plain, &stored); err != nil {
		return GraduateContent{}, fmt.Errorf("read %s: %w", slot.place(), ErrTampered)
	}
	content := GraduateContent{ID: stored.ID, Key: keyOf(stored.Key)}
	whole := content.Key != nil
	for _, octets := range stored.Former {
		key := keyOf(octets)
		content.Former = append(content.Former, key)
		whole = whole && key != nil
	}
	if !whole {
		return GraduateContent{}, fmt.Errorf("read %s: %w", slot.place(), ErrTampered)
	}
	return content, nil
}
