package exchange

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"aead.dev/minisign"
	"filippo.io/age"

	"graduand/data"
)

// Ending is how the name of a message ends; the rest of the name means nothing.
const Ending = ".zip.age"

// MaximumFiles bounds the photos and scans of one message, in octets: who has more sends several.
const MaximumFiles = 64 << 20

// File is a photo or scan that goes along. Open gives its octets, whose SHA-256 is SHA256; Ending is
// jpg, png or pdf.
type File struct {
	SHA256, Ending string
	Open           func() ([]byte, error)
}

// Path is where the file lies under data, and what [Document.File] says.
func (f File) Path() string { return FilePath(f.SHA256, f.Ending) }

// FilePath is the path of a file under data.
func FilePath(sha256, ending string) string { return "files/" + sha256 + "." + ending }

// Seal says for whom a message is encrypted: recipients (age1…), or a code that is told by voice
// where the receiver has no keys yet.
type Seal struct {
	Recipients []string
	Code       string
}

func (s Seal) recipients() (all []age.Recipient, err error) {
	if s.Code != "" {
		one, err := age.NewScryptRecipient(s.Code)
		if err != nil {
			return nil, fmt.Errorf("seal by code: %w", err)
		}
		one.SetWorkFactor(workFactor)
		return []age.Recipient{one}, nil
	}
	for _, text := range s.Recipients {
		one, err := age.ParseX25519Recipient(text)
		if err != nil {
			return nil, data.FailWith(err, "message.bad_key", nil)
		}
		all = append(all, one)
	}
	return all, nil
}

// workFactor is the cost of a code, as age has it: scrypt with N = 2^18, about a second; a larger one
// in a file of a stranger is refused.
const workFactor = 18

// Write writes a message to w, signed by the sender and sealed, and gives its hash. Files are those
// that the documents of its records name; a file that is not what its name says fails. What the
// reader would refuse is refused.
func Write(w io.Writer, m *Message, files []File, by *Identity, s Seal) (hash string, err error) {
	if err := by.keys.check(); err != nil {
		return "", err
	}
	recipients, err := s.recipients()
	if err != nil {
		return "", err
	}
	sealed, err := age.Encrypt(w, recipients...)
	if err != nil {
		return "", fmt.Errorf("seal message: %w", err)
	}
	b := &bag{zip: zip.NewWriter(sealed), at: m.Created}
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	if hash, err = b.write(m, files, by); err != nil {
		return "", err
	}
	if err := b.zip.Close(); err != nil {
		return "", fmt.Errorf("close zip: %w", err)
	}
	if err := sealed.Close(); err != nil {
		return "", fmt.Errorf("seal message: %w", err)
	}
	return hash, nil
}

// bag writes the entries of one bag and remembers their hashes.
type bag struct {
	zip *zip.Writer
	at  string
	// payload and tags are the lines of the two manifests, octets what stands under data.
	payload, tags []string
	octets        int64
}

func (b *bag) write(m *Message, files []File, by *Identity) (hash string, err error) {
	envelope, err := encodeEnvelope(&m.Envelope)
	if err != nil {
		return "", err
	}
	if err := b.put("data/message.json", envelope); err != nil {
		return "", err
	}
	if err := b.writeTables(m); err != nil {
		return "", err
	}
	if m.CampaignFile != nil {
		if err := b.put(campaignPath, m.CampaignFile); err != nil {
			return "", err
		}
	}
	if err := b.writeFiles(files); err != nil {
		return "", err
	}
	return b.writeTags(m, by)
}

const campaignPath = "data/campaign.toml"

func encodeEnvelope(e *Envelope) ([]byte, error) {
	text, err := json.MarshalIndent(e, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode message.json: %w", err)
	}
	text = append(text, '\n')
	return text, checkEnvelope(text)
}

func (b *bag) writeTables(m *Message) error {
	parts := sheafOf(m).parts(m.Type)
	if len(parts) == 0 {
		return nil
	}
	var resources []resource
	for _, p := range parts {
		var text bytes.Buffer
		if err := p.write(&text); err != nil {
			return err
		}
		if err := b.put(p.name, text.Bytes()); err != nil {
			return err
		}
		resources = append(resources, p.resource)
	}
	text, err := encodeDataPackage(string(m.Type), resources)
	if err != nil {
		return err
	}
	return b.put("data/datapackage.json", text)
}

func (b *bag) writeFiles(files []File) error {
	var octets int64
	for _, f := range files {
		content, err := f.Open()
		if err != nil {
			return err
		}
		if octets += int64(len(content)); octets > MaximumFiles {
			return data.Fail("message.too_large", data.Args{"megabytes": MaximumFiles >> 20})
		}
		sum := sha256.Sum256(content)
		if hex.EncodeToString(sum[:]) != f.SHA256 {
			return fmt.Errorf("write file %s: its content is another", f.Path())
		}
		if err := b.putSummed("data/"+f.Path(), zip.Store, content, f.SHA256); err != nil {
			return err
		}
	}
	return nil
}

// writeTags writes the declaration, the description, the two manifests and the signature.
func (b *bag) writeTags(m *Message, by *Identity) (hash string, err error) {
	manifest := []byte(strings.Join(b.payload, ""))
	for _, tag := range []struct {
		name string
		text []byte
	}{{"bagit.txt", []byte("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")}, {"bag-info.txt", b.info(m)}, {"manifest-sha256.txt", manifest}} {
		if err := b.put(tag.name, tag.text); err != nil {
			return "", err
		}
	}
	slices.Sort(b.tags)
	tagmanifest := []byte(strings.Join(b.tags, ""))
	if err := b.put("tagmanifest-sha256.txt", tagmanifest); err != nil {
		return "", err
	}
	r := minisign.NewReader(bytes.NewReader(tagmanifest))
	if _, err := io.Copy(io.Discard, r); err != nil {
		return "", fmt.Errorf("sign message: %w", err)
	}
	comment := fmt.Sprintf("graduand %s %s", m.Type, m.ID)
	if err := b.put("tagmanifest-sha256.txt.minisig", r.SignWithComments(by.sign, comment, "signature of a Graduand message")); err != nil {
		return "", err
	}
	sum := sha256.Sum256(tagmanifest)
	return hex.EncodeToString(sum[:]), nil
}

func (b *bag) info(m *Message) []byte {
	return fmt.Appendf(nil, "Bag-Software-Agent: Graduand %s\nBagging-Date: %s\nExternal-Identifier: %s\nPayload-Oxum: %d.%d\n",
		m.Program, m.Created[:len(time.DateOnly)], m.ID, b.octets, len(b.payload))
}

func (b *bag) put(name string, content []byte) error {
	sum := sha256.Sum256(content)
	return b.putSummed(name, zip.Deflate, content, hex.EncodeToString(sum[:]))
}

// putSummed writes an entry with the time of the message: unzip reads names rightly where there is one.
func (b *bag) putSummed(name string, method uint16, content []byte, sum string) error {
	at, err := time.Parse(time.RFC3339, b.at)
	if err != nil {
		return fmt.Errorf("write message: %w", err)
	}
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: at.UTC()})
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if _, err := w.Write(content); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	line := sum + "  " + name + "\n"
	switch {
	case path.Dir(name) != ".":
		b.payload, b.octets = append(b.payload, line), b.octets+int64(len(content))
	case strings.HasPrefix(name, "tagmanifest"):
	default:
		b.tags = append(b.tags, line)
	}
	return nil
}
