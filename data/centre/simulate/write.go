package simulate

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"time"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
)

// Written is what a school has written.
type Written struct {
	Messages, Graduates int
	// Octets are those of the files of messages.
	Octets int64
}

// Write writes the messages of a school into a folder, as a school does: everybody, and if the photos
// are too many for one message, the rest as amendments.
func (c *Country) Write(s *School, folder string) (w Written, err error) {
	parts, err := c.parts(s)
	if err != nil {
		return w, err
	}
	previous := ""
	for i := range parts {
		m := c.message(s, i+1, previous)
		m.Records = parts[i].records
		if i == 0 {
			m.Packages = c.packages(s)
		}
		p := &post{m: m, files: parts[i].files, by: s.keys, to: c.Centre.Recipient, path: filepath.Join(folder, fmt.Sprintf("%s-%06d%s", s.Code, i+1, exchange.Ending))}
		if i == 0 && s.Fate.before != nil {
			if err := s.Fate.before(p); err != nil {
				return w, err
			}
		}
		if previous, err = p.write(); err != nil {
			return w, err
		}
		w.Messages, w.Graduates, w.Octets = w.Messages+1, w.Graduates+len(m.Records), w.Octets+p.octets
		if i == 0 && s.Fate.after != nil {
			// What comes behind a message that is not taken over would have to wait for ever.
			return w, s.Fate.after(p)
		}
	}
	return w, nil
}

// part are whole people whose files go into one message.
type part struct {
	records []exchange.Record
	files   []exchange.File
	octets  int64
}

// parts are the people of a school, parted into messages.
func (c *Country) parts(s *School) (all []*part, err error) {
	now := &part{}
	for i := range s.Graduates {
		record := c.record(s, i)
		files, octets, err := c.attach(&record, s, i)
		if err != nil {
			return nil, err
		}
		if now.octets+octets > exchange.MaximumFiles {
			all, now = append(all, now), &part{}
		}
		now.records, now.files, now.octets = append(now.records, record), append(now.files, files...), now.octets+octets
	}
	return append(all, now), nil
}

// secondScan is with how many people one brings another file besides the photo.
const secondScan = 20

// attach gives somebody a photo, and some a scan.
func (c *Country) attach(to *exchange.Record, s *School, i int) (files []exchange.File, octets int64, err error) {
	places := []string{c.Campaign.FaceField()}
	for _, f := range c.Campaign.AllFields() {
		if i%secondScan == 0 && f.HoldsFiles() && f.Code != places[0] {
			places = append(places, f.Code)
			break
		}
	}
	for n, place := range places {
		if place == "" {
			continue
		}
		content, err := c.photo(s.number, i, n)
		if err != nil {
			return nil, 0, err
		}
		sum := sha256.Sum256(content)
		f := exchange.File{SHA256: hex.EncodeToString(sum[:]), Ending: "jpg", Open: func() ([]byte, error) { return c.photo(s.number, i, n) }}
		files, octets = append(files, f), octets+int64(len(content))
		to.Documents = append(to.Documents, exchange.Document{Graduate: to.Graduate.ID, Place: place, SHA256: f.SHA256, Bytes: strconv.Itoa(len(content)), File: f.Path()})
	}
	return files, octets, nil
}

// packages are the lists of the package that goes by post.
func (c *Country) packages(s *School) (all []exchange.Package) {
	for list := 0; c.onPaper() && list*inList < s.Graduates; list++ {
		all = append(all, exchange.Package{Package: "1", List: strconv.Itoa(list + 1), Date: c.Now.Format(time.DateOnly), Number: fmt.Sprintf("01-%d", list+1),
			Rows: strconv.Itoa(min(inList, s.Graduates-list*inList))})
	}
	return all
}

func (c *Country) message(s *School, sequence int, previous string) *exchange.Message {
	r, branch := rand.New(c.random("message", s.number, sequence)), rand.New(c.random("branch", s.number))
	kind := exchange.TypeEntries
	if sequence > 1 {
		kind = exchange.TypeAmendments
	}
	return &exchange.Message{Envelope: exchange.Envelope{Format: exchange.Format, Type: kind, ID: fmt.Sprintf("%016x%016x", r.Uint64(), r.Uint64()), Program: c.Program,
		Created: c.Now.UTC().Format(time.RFC3339), Campaign: c.Campaign.ID, Revision: c.Campaign.Revision, School: s.Code, Branch: fmt.Sprintf("%016x", branch.Uint64()),
		Sequence: sequence, Previous: previous, To: c.Centre.Fingerprint(), From: s.keys.Keys(), Sender: &data.School{Name: s.Name, Code: s.Code}}}
}

// post is a message on its way into a file.
type post struct {
	m      *exchange.Message
	files  []exchange.File
	by     *exchange.Identity
	to     string
	path   string
	octets int64
}

// write writes the file durably, as it would lie on a flash drive, and gives the hash of the message.
func (p *post) write() (hash string, err error) {
	staged, err := file.StageBy(p.path, func(w io.Writer) error {
		counted := &counter{to: w}
		hash, err = exchange.Write(counted, p.m, p.files, p.by, exchange.Seal{Recipients: []string{p.to}})
		p.octets = counted.octets
		return err
	})
	if err != nil {
		return "", err
	}
	return hash, staged.Commit()
}

type counter struct {
	to     io.Writer
	octets int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.to.Write(b)
	c.octets += int64(n)
	return n, err
}
