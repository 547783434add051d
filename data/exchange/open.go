package exchange

import (
	"bytes"
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

// MaximumSize bounds a message, in octets.
const MaximumSize = MaximumFiles + 16<<20

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
// the photos. Refusals have codes "message.…".
func Open(file io.ReaderAt, size int64, o Opening) (*Opened, error) {
	plain, length, err := unseal(file, size, o)
	if err != nil {
		return nil, err
	}
	z, err := openArchive(plain, length)
	if err != nil {
		return nil, err
	}
	m := &Opened{zip: z, Size: size}
	if err := m.authenticate(o); err != nil {
		return nil, err
	}
	return m, m.readContent()
}

// unseal decrypts. age gives pieces before it has seen the end, but each is authentic by itself, and
// the last one, which tells the length, is read first.
func unseal(file io.ReaderAt, size int64, o Opening) (io.ReaderAt, int64, error) {
	switch {
	case size == 0:
		return nil, 0, data.Fail("message.empty", nil)
	case size > MaximumSize:
		return nil, 0, data.Fail("message.too_large", data.Args{"megabytes": MaximumSize >> 20})
	}
	identities, err := o.identities()
	if err != nil {
		return nil, 0, err
	}
	plain, length, err := age.DecryptReaderAt(file, size, identities...)
	var other *age.NoIdentityMatchError
	switch {
	case errors.As(err, &other) && o.Code != "":
		return nil, 0, data.FailWith(err, "message.wrong_code", nil)
	case errors.As(err, &other):
		return nil, 0, data.FailWith(err, "message.not_for_us", nil)
	case err != nil && !isSealed(file):
		return nil, 0, data.FailWith(err, "message.not_a_message", nil)
	case err != nil:
		return nil, 0, data.FailWith(err, "message.damaged", nil)
	}
	return plain, length, nil
}

func (o Opening) identities() (all []age.Identity, err error) {
	if o.Code != "" {
		one, err := age.NewScryptIdentity(o.Code)
		if err != nil {
			return nil, data.FailWith(err, "message.wrong_code", nil)
		}
		one.SetMaxWorkFactor(workFactor)
		all = append(all, one)
	}
	for _, id := range o.Identities {
		all = append(all, id.age)
	}
	return all, nil
}

// isSealed says that a file begins as those of age do.
func isSealed(file io.ReaderAt) bool {
	const intro = "age-encryption.org/v1\n"
	begin := make([]byte, len(intro))
	n, _ := file.ReadAt(begin, 0)
	return string(begin[:n]) == intro
}

// authenticate checks the signature, then the manifests, then every entry against them.
func (m *Opened) authenticate(o Opening) error {
	tagmanifest, err := m.zip.text("tagmanifest-sha256.txt", maximumText)
	if err != nil {
		return err
	}
	if err := m.readEnvelope(); err != nil {
		return err
	}
	if err := m.checkSignature(o, tagmanifest); err != nil {
		return err
	}
	sum := sha256.Sum256(tagmanifest)
	m.Hash = hex.EncodeToString(sum[:])
	tags, err := readManifest("tagmanifest-sha256.txt", tagmanifest, isTag)
	if err != nil {
		return err
	}
	manifest, err := m.zip.text("manifest-sha256.txt", maximumText)
	if err != nil {
		return err
	}
	payload, err := readManifest("manifest-sha256.txt", manifest, isPayload)
	if err != nil {
		return err
	}
	if m.Files, err = m.zip.compare(tags, payload); err != nil {
		return err
	}
	return m.zip.declares("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
}

func (m *Opened) readEnvelope() error {
	text, err := m.zip.text("data/message.json", maximumText)
	if err != nil {
		return err
	}
	if err := checkEnvelope(text); err != nil {
		return err
	}
	if err := json.Unmarshal(text, &m.Envelope); err != nil {
		return data.FailWith(err, "message.bad_envelope", data.Args{"place": "message.json"})
	}
	return m.From.check()
}

func (m *Opened) checkSignature(o Opening, tagmanifest []byte) error {
	signature, err := m.zip.text("tagmanifest-sha256.txt.minisig", maximumSignature)
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
		if key.ID() != signed.KeyID {
			continue
		}
		r := minisign.NewReader(bytes.NewReader(tagmanifest))
		if _, err := io.Copy(io.Discard, r); err != nil || !r.Verify(key, signature) {
			return data.Fail("message.bad_signature", nil)
		}
		return nil
	}
	return data.Fail("message.unknown_signer", data.Args{"fingerprint": m.From.Fingerprint()})
}

// readContent reads the tables and the campaign file of a message that is genuine.
func (m *Opened) readContent() error {
	s := &sheaf{}
	known := map[string]bool{"data/message.json": true, "data/datapackage.json": true, campaignPath: m.Type == TypeCampaign || m.Type == TypeEnrolment}
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
	return m.readRest(known)
}

// readRest reads the campaign file, and refuses what no message of its type has, and documents whose
// file is not there.
func (m *Opened) readRest(known map[string]bool) (err error) {
	if m.zip.has(campaignPath) && known[campaignPath] {
		if m.CampaignFile, err = m.zip.text(campaignPath, maximumTable); err != nil {
			return err
		}
	}
	named := map[string]bool{}
	for i := range m.Records {
		for _, d := range m.Records[i].Documents {
			if d.File == "" {
				continue
			}
			named["data/"+d.File] = true
			if !m.zip.has("data/"+d.File) || !strings.Contains(d.File, d.SHA256) {
				return data.Fail("message.absent", data.Args{"file": d.File})
			}
		}
	}
	for _, e := range m.zip.entries {
		if strings.HasPrefix(e.Name, "data/") && !known[e.Name] && !named[e.Name] {
			return data.Fail("message.unlisted", data.Args{"file": cutCell(e.Name)})
		}
	}
	return nil
}

// File gives the octets of a photo or scan by [Document.File].
func (m *Opened) File(path string) ([]byte, error) {
	content, err := m.zip.text("data/"+path, MaximumFiles)
	if err != nil {
		return nil, fmt.Errorf("read file of message: %w", err)
	}
	return content, nil
}
