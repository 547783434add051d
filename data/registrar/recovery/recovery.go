// Package recovery is the way back, through the centre, into a registry of which a responsible has lost
// every password (KG-007). It needs no open registry: [Ask] writes a request, [Answer] takes what the
// centre says to it.
//
// The registry itself is never sent. What goes to the centre is the school key as the registry keeps
// it, sealed to the centre's recovery key and bound to registry and school; what comes back is that key,
// sealed to keys that live for this one request. Beside the registry these lie under the new password,
// which the person chooses when asking, so that nothing secret lies open on the way.
package recovery

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// Asking is who asks a centre, and with which password the registry is to be opened afterwards.
type Asking struct {
	// Registry is the path of the registry, Out where the request is written.
	Registry, Out string
	// Phone is the one that the centre has enrolled; Name is for the history, where no account has it.
	Name, Phone, Password string
}

// Ask writes a request to the centre that has the key of a registry, and keeps beside it, under the new
// password, what opens the answer; a request that was made before is void. It gives the fingerprint
// that is told to the centre by voice: by it the centre knows that it is this request. Refusals:
// recovery.none where no centre has the key, those of a name, a phone and a password.
func Ask(ctx context.Context, a Asking, o registry.Options) (fingerprint string, err error) {
	o = filled(o)
	if err := a.check(ctx); err != nil {
		return "", err
	}
	e, err := registry.EscrowOf(ctx, a.Registry)
	if err != nil {
		return "", err
	}
	reply, err := exchange.NewIdentity(o.Rand)
	if err != nil {
		return "", err
	}
	m, err := Request(&e, a.Phone, reply.Keys(), o)
	if err != nil {
		return "", err
	}
	var content bytes.Buffer
	hash, err := exchange.Write(&content, m, nil, reply, exchange.Seal{Recipients: []string{e.Recipient}})
	if err != nil {
		return "", err
	}
	kept, err := keep(reply, waiting{Registry: e.ID, ID: m.ID, Hash: hash, Name: a.Name, Phone: a.Phone}, a.Password)
	if err != nil {
		return "", err
	}
	staged, err := file.Stage(a.Out, content.Bytes())
	if err != nil {
		return "", err
	}
	if err := file.Save(besideOf(a.Registry), kept); err != nil {
		return "", errors.Join(err, staged.Discard())
	}
	return reply.Keys().Fingerprint(), staged.Commit()
}

// filled gives what the options leave open.
func filled(o registry.Options) registry.Options {
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// check refuses what no account could have, before anything is made; the phone is brought into its
// stored form.
func (a *Asking) check(ctx context.Context) error {
	entrance, err := registry.LookAt(ctx, a.Registry)
	if err != nil {
		return err
	}
	switch {
	case entrance.Looking != nil:
		return registry.RefuseLooking(entrance.Looking)
	case strings.TrimSpace(a.Name) == "":
		return data.Fail("account.no_name", nil)
	case strings.TrimSpace(a.Phone) == "":
		return data.Fail("account.no_phone", nil)
	}
	who, err := registry.CleanAccount(entrance.Campaign, registry.Account{Name: a.Name, Phone: a.Phone, Role: registry.RoleHead})
	if err != nil {
		return err
	}
	a.Name, a.Phone = who.Name, who.Phone
	return registry.CheckPassword(a.Password, who)
}

// noSchool stands for what the centre calls the school, where the registry does not know it.
const noSchool = "-"

func Request(e *registry.Escrowed, phone string, from exchange.Keys, o registry.Options) (*exchange.Message, error) {
	id := make([]byte, 16)
	if _, err := io.ReadFull(o.Rand, id); err != nil {
		return nil, fmt.Errorf("make id: %w", err)
	}
	school, to := e.School, e.Centre
	if school == "" {
		school = noSchool
	}
	if to == "" {
		to = exchange.Keys{Recipient: e.Recipient}.Fingerprint()
	}
	return &exchange.Message{Envelope: exchange.Envelope{Format: exchange.Format, Type: exchange.TypeRecoveryRequest, ID: hex.EncodeToString(id),
		Created: o.Now().UTC().Format(time.RFC3339), Program: registry.Program, Campaign: e.Campaign, Revision: e.Revision, School: school, To: to, From: from,
		Request: &exchange.Request{Registry: e.ID, Phone: phone, Escrow: base64.StdEncoding.EncodeToString(e.File), Reply: from.Recipient}}}, nil
}

// Answer takes the answer of the centre, opens the registry by the key in it, and lets the one who asked
// in with the password that was chosen then: see [registry.Readmit]. What was kept beside the registry
// goes. Refusals: recovery.not_asked, recovery.wrong_password, recovery.other_request of an answer to
// another request or for another registry, and those of a message.
func Answer(ctx context.Context, path, answer, password string, o registry.Options) (*registry.Registry, error) {
	reply, asked, err := kept(path, password)
	if err != nil {
		return nil, err
	}
	m, err := open(answer, reply)
	if err != nil {
		return nil, err
	}
	e, err := registry.EscrowOf(ctx, path)
	if err != nil {
		return nil, err
	}
	if m.Type != exchange.TypeRecovery || m.Answers.ID != asked.ID || m.Answers.Hash != asked.Hash || m.Recovery.Registry != e.ID || asked.Registry != e.ID {
		return nil, data.Fail("recovery.other_request", nil)
	}
	key, err := keyIn(m.Recovery, reply, e.Bound())
	if err != nil {
		return nil, err
	}
	defer key.Wipe()
	r, err := registry.Readmit(ctx, path, key, registry.Holder{Name: asked.Name, Phone: asked.Phone, Password: password}, o)
	if err != nil {
		return nil, err
	}
	// What stays there opens nothing any more: the school key is another.
	_ = os.Remove(besideOf(path))
	return r, nil
}

// open opens the answer. Whoever has signed it: only the right key opens the registry.
func open(path string, reply *exchange.Identity) (*exchange.Opened, error) {
	content, err := file.Read(path, maximumAnswer)
	if err != nil {
		return nil, err
	}
	m, err := exchange.Open(bytes.NewReader(content), int64(len(content)), exchange.Opening{Identities: []*exchange.Identity{reply}, Signers: exchange.AnySigner})
	if code := data.CodeOf(err); code == "message.not_for_us" || code == "message.wrong_address" {
		return nil, data.FailWith(err, "recovery.other_request", nil)
	}
	return m, err
}

// maximumAnswer bounds the file of an answer, in octets.
const maximumAnswer = 1 << 20

func keyIn(r *exchange.Recovery, reply *exchange.Identity, bound string) (*registry.SchoolKey, error) {
	sealed, err := base64.StdEncoding.DecodeString(r.Key)
	if err != nil {
		return nil, data.FailWith(err, "recovery.wrong_key", nil)
	}
	secret, _, err := reply.Text()
	if err != nil {
		return nil, err
	}
	key, to, err := registry.OpenEscrow(secret, sealed)
	if err != nil || to != bound {
		return nil, data.FailWith(err, "recovery.wrong_key", nil)
	}
	return key, nil
}
