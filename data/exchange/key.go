package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"aead.dev/minisign"
	"filippo.io/age"

	"graduand/data"
)

// Keys are the public keys of a school or a centre: Recipient (age1…) is what is encrypted to it,
// Signer the minisign key that its signatures are checked by, in base64 as on the second line of a
// .pub file.
type Keys struct {
	Recipient string `json:"recipient"`
	Signer    string `json:"signer"`
}

// Fingerprint tells keys apart in a form that people compare aloud and on paper: 32 hexadecimal
// digits in groups of four, of the SHA-256 over both keys, a line each. It is "" of no keys.
func (k Keys) Fingerprint() string {
	if k == (Keys{}) {
		return ""
	}
	sum := sha256.Sum256([]byte(k.Recipient + "\n" + k.Signer + "\n"))
	digits := hex.EncodeToString(sum[:16])
	var groups []string
	for ; digits != ""; digits = digits[4:] {
		groups = append(groups, digits[:4])
	}
	return strings.Join(groups, "-")
}

// check refuses keys that are none, with message.bad_key.
func (k Keys) check() error {
	_, err := age.ParseX25519Recipient(k.Recipient)
	_, signer := k.signer()
	if err = errors.Join(err, signer); err != nil {
		return data.FailWith(err, "message.bad_key", nil)
	}
	return nil
}

func (k Keys) signer() (key minisign.PublicKey, err error) {
	err = key.UnmarshalText([]byte(k.Signer))
	return key, err
}

// Identity are the secret keys of a school or a centre.
type Identity struct {
	age  *age.X25519Identity
	sign minisign.PrivateKey
	keys Keys
}

// NewIdentity makes keys. Those of signatures come from random, those of age from crypto/rand, as
// age takes no other.
func NewIdentity(random io.Reader) (*Identity, error) {
	secret, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("make age key: %w", err)
	}
	_, sign, err := minisign.GenerateKey(random)
	if err != nil {
		return nil, fmt.Errorf("make signing key: %w", err)
	}
	return identityOf(secret, sign)
}

// ParseIdentity reads the texts of [Identity.Text]: the age identity (AGE-SECRET-KEY-1…, with or
// without the comments of a key file) and the unencrypted minisign key. It is message.bad_key where
// one of them is none.
func ParseIdentity(secret, sign string) (*Identity, error) {
	parsed, err := parseSecret(secret)
	if err != nil {
		return nil, data.FailWith(err, "message.bad_key", nil)
	}
	var key minisign.PrivateKey
	if err := key.UnmarshalText([]byte(sign)); err != nil {
		return nil, data.FailWith(err, "message.bad_key", nil)
	}
	return identityOf(parsed, key)
}

// ParseReader reads an age identity alone, which opens messages and signs none: what it is addressed to
// is not judged, since a fingerprint is that of both keys.
func ParseReader(secret string) (*Identity, error) {
	parsed, err := parseSecret(secret)
	if err != nil {
		return nil, data.FailWith(err, "message.bad_key", nil)
	}
	return &Identity{age: parsed, keys: Keys{Recipient: parsed.Recipient().String()}}, nil
}

// ParseSigner reads the public key of a signer, a .pub file of minisign or its second line. It has no
// recipient.
func ParseSigner(text string) (Keys, error) {
	var key minisign.PublicKey
	if err := key.UnmarshalText([]byte(strings.TrimSpace(text))); err != nil {
		return Keys{}, data.FailWith(err, "message.bad_key", nil)
	}
	return Keys{Signer: key.String()}, nil
}

// PublicText is what another centre is given of public keys; ParseKeys reads it.
func (k Keys) PublicText() ([]byte, error) {
	text, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode keys: %w", err)
	}
	return append(text, '\n'), nil
}

// ParseKeys reads the text of [Keys.PublicText]: message.bad_key where it is none.
func ParseKeys(text []byte) (k Keys, err error) {
	if err := json.Unmarshal(text, &k); err != nil {
		return Keys{}, data.FailWith(err, "message.bad_key", nil)
	}
	return k, k.check()
}

// parseSecret drops what the parsers say: they may quote the key.
func parseSecret(text string) (*age.X25519Identity, error) {
	all, err := age.ParseIdentities(strings.NewReader(text))
	if err != nil || len(all) != 1 {
		return nil, errors.New("not one age identity")
	}
	secret, ok := all[0].(*age.X25519Identity)
	if !ok {
		return nil, errors.New("not an X25519 identity")
	}
	return secret, nil
}

func identityOf(secret *age.X25519Identity, sign minisign.PrivateKey) (*Identity, error) {
	public, ok := sign.Public().(minisign.PublicKey)
	if !ok {
		return nil, errors.New("read signing key: no public half")
	}
	return &Identity{age: secret, sign: sign, keys: Keys{Recipient: secret.Recipient().String(), Signer: public.String()}}, nil
}

// Keys are the public halves.
func (i *Identity) Keys() Keys { return i.keys }

// Text are the secret halves: the age identity and the minisign key, as their own tools read them.
func (i *Identity) Text() (secret, sign string, err error) {
	text, err := i.sign.MarshalText()
	if err != nil {
		return "", "", fmt.Errorf("encode signing key: %w", err)
	}
	return i.age.String() + "\n", string(text) + "\n", nil
}

// PublicFile is the .pub file of the signer's key, as minisign -p reads it.
func (k Keys) PublicFile() ([]byte, error) {
	key, err := k.signer()
	if err != nil {
		return nil, data.FailWith(err, "message.bad_key", nil)
	}
	text, err := key.MarshalText()
	return append(text, '\n'), err
}
