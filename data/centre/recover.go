package centre

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/vault"
)

// Recovering is the request of a responsible who has lost every password (KG-007).
type Recovering struct {
	// Request is its file, Out where the answer is written.
	Request, Out string
	// Fingerprint is what the responsible has told by voice, over the phone that was enrolled.
	Fingerprint string
	// Identity is the file of the recovery key; "" is for that in the centre's folder.
	Identity string
}

// Recovered says to whom a registry was given back.
type Recovered struct{ School, Name, Phone string }

// maximumRequest bounds the file of a request, in octets.
const maximumRequest = 1 << 20

// Recover gives the key of a registry back to who asks for it, sealed to the keys of this one request,
// and notes it down. The registry itself was never sent. Refusals, before anything is written:
//
//	centre.no_request       it is another message
//	centre.other_voice      another fingerprint was told by voice: it may be somebody else's request
//	centre.unknown_school   nobody has enrolled this school
//	centre.other_phone      who asks is not whom the centre has enrolled
//	centre.other_key        the key in it is not sealed to this recovery key, or was altered
//	centre.other_registry   the key in it is that of another school's registry
func (c *Centre) Recover(ctx context.Context, r Recovering) (Recovered, error) {
	secret, err := c.recoveryKey(r.Identity)
	if err != nil {
		return Recovered{}, err
	}
	m, err := openRequest(r.Request, secret)
	if err != nil {
		return Recovered{}, err
	}
	if told := plainFingerprint(r.Fingerprint); told == "" || told != m.From.Fingerprint() {
		return Recovered{}, data.Fail("centre.other_voice", data.Args{"fingerprint": m.From.Fingerprint()})
	}
	enrolment, err := c.enrolledBy(ctx, m.School)
	if err != nil {
		return Recovered{}, err
	}
	defer enrolment.Close()
	e := enrolment.Enrolment
	if e.Phone != m.Request.Phone {
		return Recovered{}, data.Fail("centre.other_phone", data.Args{"school": m.School})
	}
	answer, err := c.giveBack(m, secret)
	if err != nil {
		return Recovered{}, err
	}
	staged, err := file.Stage(r.Out, answer)
	if err != nil {
		return Recovered{}, err
	}
	if err := c.noteRecovery(ctx, m); err != nil {
		return Recovered{}, errors.Join(err, staged.Discard())
	}
	return Recovered{m.School, e.Surname + " " + e.GivenName, e.Phone}, staged.Commit()
}

// recoveryKey reads the key, without the comments of its file, that gives lost registries back: a centre that has none of its own gives
// them back by the key that opens its messages.
func (c *Centre) recoveryKey(path string) (string, error) {
	if path == "" {
		path = filepath.Join(c.folder, recoveryFile)
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) && c.recovery == c.Keys().Recipient {
			path = filepath.Join(c.folder, secretFile)
		}
	}
	content, err := file.Read(path, maximumKey)
	if err != nil {
		return "", err
	}
	for _, line := range strings.Split(string(content), "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return line, nil
		}
	}
	return "", data.Fail("message.bad_key", nil)
}

// openRequest opens a request, whoever has signed it: the voice says whose it is.
func openRequest(path, secret string) (*exchange.Opened, error) {
	reader, err := exchange.ParseReader(secret)
	if err != nil {
		return nil, err
	}
	content, err := file.Read(path, maximumRequest)
	if err != nil {
		return nil, err
	}
	m, err := exchange.Open(bytes.NewReader(content), int64(len(content)), exchange.Opening{Identities: []*exchange.Identity{reader}, Signers: exchange.AnySigner})
	if err == nil && m.Type != exchange.TypeRecoveryRequest {
		err = data.Fail("centre.no_request", nil)
	}
	return m, err
}

// giveBack makes the answer: the key of the registry, taken out of one seal and put under another. It is
// sealed to the keys of the request alone, not to the centre itself.
func (c *Centre) giveBack(m *exchange.Opened, secret string) ([]byte, error) {
	sealed, err := base64.StdEncoding.DecodeString(m.Request.Escrow)
	if err != nil {
		return nil, data.FailWith(err, "centre.other_key", nil)
	}
	key, bound, err := vault.OpenEscrow(secret, sealed)
	if err != nil {
		return nil, data.FailWith(err, "centre.other_key", nil)
	}
	defer key.Wipe()
	if bound != vault.Bound(m.Request.Registry, m.School) {
		return nil, data.Fail("centre.other_registry", data.Args{"school": m.School})
	}
	again, err := vault.Escrow(m.Request.Reply, key, bound)
	if err != nil {
		return nil, err
	}
	answer, err := c.begin(exchange.TypeRecovery, m.School)
	if err != nil {
		return nil, err
	}
	answer.Campaign, answer.To, answer.Answers = m.Campaign, m.From.Fingerprint(), &exchange.Reference{ID: m.ID, Hash: m.Hash}
	answer.Recovery = &exchange.Recovery{Registry: m.Request.Registry, Key: base64.StdEncoding.EncodeToString(again)}
	var file bytes.Buffer
	_, err = exchange.Write(&file, answer, nil, c.keys, exchange.Seal{Recipients: []string{m.Request.Reply}})
	return file.Bytes(), err
}

// noteRecovery notes which request was answered.
func (c *Centre) noteRecovery(ctx context.Context, m *exchange.Opened) error {
	return c.noting(ctx, m.School, func(_ *database.Tx, note *exchange.Message) error {
		note.Answers = &exchange.Reference{ID: m.ID, Hash: m.Hash}
		return nil
	})
}
