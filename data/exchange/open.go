package exchange

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"aead.dev/minisign"

	"graduand/data"
)

// Opening says how a message is opened and whom it is believed.
type Opening struct {
	// Identities are the keys of the receiver, Code what was told by voice, for a message that is
	// sealed by one.
	Identities []*Identity
	Code       string
	// Signers gives the keys that may have signed a message with this envelope, of which nothing is
	// believed yet. A refusal of its own is that of the message; no keys is message.unknown_signer.
	Signers func(*Envelope) ([]Keys, error)
}

// AnySigner believes whoever signed, by the keys in the message itself: who asks for it looks at
// [Keys.Fingerprint] and compares it with what is on paper.
func AnySigner(e *Envelope) ([]Keys, error) { return []Keys{e.From}, nil }

// Opened is a message that is whole and genuine.
type Opened struct {
	Message
	// Hash is that of the message, Size the octets of its file, Files those of the photos and scans.
	Hash        string
	Size, Files int64
	zip         *archive
}

// Open reads a message of size octets from file, which stays in use as long as the message is. All of
// it is authenticated, every file against the manifests, the manifests against the signature, before
// anything is given; it is read piece by piece, so that the memory that it takes does not grow with
// the photos. A message that its sender has addressed to others is message.wrong_address, unless we
// are the sender. All refusals have codes "message.…".
func Open(file io.ReaderAt, size int64, o Opening) (*Opened, error) {
	plain, err := unseal(file, size, o)
	if err != nil {
		return nil, err
	}
	m, err := openPlain(plain, plain.size, o)
	switch {
	case plain.spoilt != nil:
		return nil, data.FailWith(plain.spoilt, "message.damaged", nil)
	case err != nil:
		return nil, err
	}
	m.Size = size
	return m, nil
}

// openPlain reads what was sealed: the zip.
func openPlain(plain io.ReaderAt, size int64, o Opening) (*Opened, error) {
	z, err := openArchive(plain, size)
	if err != nil {
		return nil, err
	}
	m := &Opened{zip: z}
	if err := m.authenticate(o); err != nil {
		return nil, err
	}
	if err := m.readContent(); err != nil {
		return nil, err
	}
	return m, nil
}

// authenticate reads the envelope, which says whose signature it should be, checks the signature, then
// the manifests by it, then every entry by them, the envelope among them.
func (m *Opened) authenticate(o Opening) error {
	envelope, err := m.zip.text(envelopePath, maximumEnvelope)
	if err != nil {
		return err
	}
	if err := decodeEnvelope(envelope, &m.Envelope); err != nil {
		return err
	}
	tagmanifest, err := m.zip.text(tagmanifestPath, maximumManifest)
	if err != nil {
		return err
	}
	if err := m.checkSignature(o, tagmanifest); err != nil {
		return err
	}
	if !o.isFor(&m.Envelope) {
		return data.Fail("message.wrong_address", nil)
	}
	if err := m.compare(tagmanifest); err != nil {
		return err
	}
	m.Hash = sumOf(tagmanifest)
	if m.zip.sums[envelopePath] != sumOf(envelope) {
		return data.Fail("message.changed", data.Args{"file": envelopePath})
	}
	return nil
}

// compare holds the zip against its manifests.
func (m *Opened) compare(tagmanifest []byte) error {
	tags, err := readManifest(tagmanifestPath, tagmanifest, whole(patternTag))
	if err != nil {
		return err
	}
	manifest, err := m.zip.text(manifestPath, maximumManifest)
	if err != nil {
		return err
	}
	payload, err := readManifest(manifestPath, manifest, whole(patternPayload))
	if err != nil {
		return err
	}
	if m.Files, err = m.zip.compare(tags, payload); err != nil {
		return err
	}
	said, err := m.zip.text(declarationPath, maximumSignature)
	if err == nil && string(said) != declaration {
		err = data.Fail("message.bad_bag", data.Args{"file": declarationPath})
	}
	return err
}

// isFor says that a message is meant for who opens it: for anybody, for one of its keys, or by itself
// for others. Of keys without the half that signs nobody can tell.
func (o Opening) isFor(e *Envelope) bool {
	return e.To == "" || len(o.Identities) == 0 || slices.ContainsFunc(o.Identities, func(id *Identity) bool {
		own := id.keys.Fingerprint()
		return id.keys.Signer == "" || e.To == own || e.From.Fingerprint() == own
	})
}

func (m *Opened) checkSignature(o Opening, tagmanifest []byte) error {
	signature, err := m.zip.text(signaturePath, maximumSignature)
	if data.CodeOf(err) == "message.absent" {
		return data.Fail("message.unsigned", nil)
	}
	if err != nil {
		return err
	}
	signers, err := o.Signers(&m.Envelope)
	if err != nil {
		return err
	}
	var signed minisign.Signature
	if err := signed.UnmarshalText(signature); err != nil {
		return data.FailWith(err, "message.bad_signature", nil)
	}
	for _, keys := range signers {
		key, err := keys.signer()
		if err != nil {
			return data.FailWith(err, "message.bad_key", nil)
		}
		if key.ID() == signed.KeyID {
			return verify(key, tagmanifest, signature, signed.Algorithm)
		}
	}
	return data.Fail("message.unknown_signer", data.Args{"fingerprint": m.From.Fingerprint()})
}

// verify takes signatures of the pre-hashed kind, as minisign has made them since 0.10, and no other:
// those of the older kind are checked over other octets.
func verify(key minisign.PublicKey, text, signature []byte, kind uint16) error {
	r := minisign.NewReader(bytes.NewReader(text))
	if _, err := io.Copy(io.Discard, r); err != nil {
		return fmt.Errorf("hash manifest: %w", err)
	}
	if kind != minisign.HashEdDSA || !r.Verify(key, signature) {
		return data.Fail("message.bad_signature", nil)
	}
	return nil
}

// readContent reads the tables and the campaign file of a message that is genuine.
func (m *Opened) readContent() error {
	s := &sheaf{}
	known := map[string]bool{envelopePath: true, packagePath: true}
	for _, p := range s.parts(m.Type) {
		known[p.name] = true
		text, err := m.zip.text(p.name, maximumTable)
		if err != nil {
			return err
		}
		if err := p.read(bytes.NewReader(text)); err != nil {
			return err
		}
	}
	if err := s.gather(&m.Message); err != nil {
		return err
	}
	if m.Type.needsCampaign() || m.Type.mayBringCampaign() && m.zip.has(campaignPath) {
		known[campaignPath] = true
		var err error
		if m.CampaignFile, err = m.zip.text(campaignPath, maximumTable); err != nil {
			return err
		}
	}
	return m.refuseUnnamed(known)
}

// refuseUnnamed refuses documents whose file is not there, and files that nothing names.
func (m *Opened) refuseUnnamed(known map[string]bool) error {
	for path := range m.Message.filesNamed() {
		if name := payloadPrefix + path; m.zip.has(name) {
			known[name] = true
		} else {
			return data.Fail("message.absent", data.Args{"file": path})
		}
	}
	for _, e := range m.zip.entries {
		if strings.HasPrefix(e.Name, payloadPrefix) && !known[e.Name] {
			return data.Fail("message.unlisted", data.Args{"file": e.Name})
		}
	}
	return nil
}

// File gives the octets of a photo or scan by [Document.File]; they are what the signature vouches for.
func (m *Opened) File(path string) ([]byte, error) {
	content, err := m.zip.text(payloadPrefix+path, MaximumFiles)
	if err != nil {
		return nil, fmt.Errorf("read file of message: %w", err)
	}
	return content, nil
}
