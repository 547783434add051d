package exchange

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"aead.dev/minisign"
	"filippo.io/age"

	"graduand/data"
)

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

// Write writes a message to w, signed by the sender and sealed, and gives its hash. Files are those
// that the documents of its records name. What the reader would refuse is refused with the same code;
// then what has gone to w is worth nothing.
func Write(w io.Writer, m *Message, files []File, by *Identity, s Seal) (hash string, err error) {
	if m.From != by.keys {
		return "", errors.New("write message: its sender is not who signs")
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
	deflater := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflater)
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflater.Reset(w) // entries are written one after the other
		return deflater, nil
	})
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

// deflaters are used again: each takes more than a megabyte, and a centre writes answers by the thousand.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(err) // for a level that there is not
	}
	return w
}}

// bag writes the entries of one bag and remembers their hashes.
type bag struct {
	zip *zip.Writer
	at  string
	// payload and tags are the lines of the two manifests, octets what stands under data, all the
	// number of entries.
	payload, tags []string
	octets        int64
	all           int
}

func (b *bag) write(m *Message, files []File, by *Identity) (hash string, err error) {
	envelope, err := encodeEnvelope(&m.Envelope)
	if err != nil {
		return "", err
	}
	if err := b.put(envelopePath, envelope, maximumEnvelope); err != nil {
		return "", err
	}
	if err := b.writeTables(m); err != nil {
		return "", err
	}
	if err := b.writeCampaign(m); err != nil {
		return "", err
	}
	if err := b.writeFiles(m, files); err != nil {
		return "", err
	}
	return b.writeTags(m, by)
}

func encodeEnvelope(e *Envelope) ([]byte, error) {
	text, err := json.MarshalIndent(e, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode message.json: %w", err)
	}
	text = append(text, '\n')
	return text, decodeEnvelope(text, new(Envelope))
}

func (b *bag) writeCampaign(m *Message) error {
	switch brings := m.CampaignFile != nil; {
	case m.Type.needsCampaign() && !brings:
		return data.Fail("message.absent", data.Args{"file": campaignPath})
	case brings && !m.Type.mayBringCampaign():
		return data.Fail("message.unlisted", data.Args{"file": campaignPath})
	case !brings:
		return nil
	}
	return b.put(campaignPath, m.CampaignFile, maximumTable)
}

func (b *bag) writeTables(m *Message) error {
	s := sheafOf(m)
	left := s.rows()
	var resources []resource
	for _, p := range s.parts(m.Type) {
		left -= p.rows
		var text bytes.Buffer
		if err := p.write(&text); err != nil {
			return err
		}
		if err := b.put(p.name, text.Bytes(), maximumTable); err != nil {
			return err
		}
		resources = append(resources, p.resource)
	}
	if left > 0 {
		return fmt.Errorf("write message: %d rows of tables that %s has not", left, m.Type)
	}
	if len(resources) == 0 {
		return nil
	}
	if err := s.gather(new(Message)); err != nil {
		return err
	}
	text, err := encodeDataPackage(string(m.Type), resources)
	if err != nil {
		return err
	}
	return b.put(packagePath, text, maximumManifest)
}

// writeFiles writes the photos and scans, which are those that the documents name.
func (b *bag) writeFiles(m *Message, files []File) error {
	var octets int64
	left := map[string]bool{}
	for path := range m.filesNamed() {
		left[path] = true
	}
	for _, f := range files {
		if !left[f.Path()] {
			return data.Fail("message.unlisted", data.Args{"file": f.Path()})
		}
		delete(left, f.Path())
		content, err := f.Open()
		if err != nil {
			return err
		}
		if octets += int64(len(content)); octets > MaximumFiles {
			return tooLarge(MaximumFiles)
		}
		if sumOf(content) != f.SHA256 {
			return data.Fail("message.changed", data.Args{"file": f.Path()})
		}
		if err := b.putSummed(payloadPrefix+f.Path(), zip.Store, content, f.SHA256); err != nil {
			return err
		}
	}
	for path := range left {
		return data.Fail("message.absent", data.Args{"file": path})
	}
	return nil
}

// writeTags writes the declaration, the description, the two manifests and the signature.
func (b *bag) writeTags(m *Message, by *Identity) (hash string, err error) {
	manifest := []byte(strings.Join(b.payload, ""))
	for _, tag := range []struct {
		name string
		text []byte
	}{{declarationPath, []byte(declaration)}, {infoPath, b.info(m)}, {manifestPath, manifest}} {
		if err := b.put(tag.name, tag.text, maximumManifest); err != nil {
			return "", err
		}
	}
	slices.Sort(b.tags)
	tagmanifest := []byte(strings.Join(b.tags, ""))
	if err := b.put(tagmanifestPath, tagmanifest, maximumManifest); err != nil {
		return "", err
	}
	r := minisign.NewReader(bytes.NewReader(tagmanifest))
	if _, err := io.Copy(io.Discard, r); err != nil {
		return "", fmt.Errorf("sign message: %w", err)
	}
	comment := fmt.Sprintf("graduand %s %s", m.Type, m.ID)
	signature := r.SignWithComments(by.sign, comment, "signature of a Graduand message")
	return sumOf(tagmanifest), b.put(signaturePath, signature, maximumSignature)
}

func (b *bag) info(m *Message) []byte {
	return fmt.Appendf(nil, "Bag-Software-Agent: Graduand %s\nBagging-Date: %s\nExternal-Identifier: %s\nPayload-Oxum: %d.%d\n",
		m.Program, m.Created[:len(time.DateOnly)], m.ID, b.octets, len(b.payload))
}

func (b *bag) put(name string, content []byte, limit int64) error {
	if int64(len(content)) > limit {
		return tooLarge(limit)
	}
	return b.putSummed(name, zip.Deflate, content, sumOf(content))
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
	if b.all++; b.all > maximumEntries {
		return data.Fail("message.too_many", data.Args{"number": maximumEntries})
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
