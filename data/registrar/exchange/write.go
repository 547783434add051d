package exchange

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// compose makes the message of some people, and reads their photos and scans.
func (e *export) compose(ctx context.Context, parcel []sending) (*exchange.Message, []exchange.File, error) {
	m := &exchange.Message{Envelope: e.envelope()}
	now, err := registry.Read(e.desk.registry, registry.RightPrintFinal, func(v *registry.View) (time.Time, error) {
		m.Anchor = v.Anchor()
		return v.Now(), nil
	})
	if err != nil {
		return nil, nil, err
	}
	m.Created = now.UTC().Truncate(time.Second).Format(time.RFC3339)
	if m.ID, err = e.newID(); err != nil {
		return nil, nil, err
	}
	loaded, rows := map[string]exchange.File{}, []registry.Row(nil)
	var files []exchange.File
	for i := range parcel {
		added, err := e.load(ctx, &parcel[i], loaded)
		if err != nil {
			return nil, nil, err
		}
		files, rows = append(files, added...), append(rows, parcel[i].of)
		m.Records = append(m.Records, *parcel[i].record)
		if e.done++; e.progress != nil {
			e.progress(e.done, e.total)
		}
	}
	m.Packages = packages(rows)
	return m, files, nil
}

// envelope is what stands in front of the next message.
func (e *export) envelope() exchange.Envelope {
	kind := exchange.TypeAmendments
	if e.last == nil {
		kind = exchange.TypeEntries
	}
	school := e.school
	envelope := exchange.Envelope{Format: exchange.Format, Type: kind, Program: registry.Program, Campaign: e.campaign, Revision: e.revision, School: e.Code,
		Branch: e.branch, To: e.centre().Fingerprint(), From: e.own().Keys(), Next: e.offered(), Sender: &school}
	envelope.Sequence, envelope.Previous = e.next()
	return envelope
}

// newID is the id of a message: 128 random bits.
func (e *export) newID() (string, error) {
	id := make([]byte, 16)
	if _, err := io.ReadFull(e.random, id); err != nil {
		return "", fmt.Errorf("make id of message: %w", err)
	}
	return hex.EncodeToString(id), nil
}

// load reads the files of somebody that this message brings, and says in the record where they lie.
// Loaded are those that it brings already, by their SHA-256.
func (e *export) load(ctx context.Context, s *sending, loaded map[string]exchange.File) (added []exchange.File, err error) {
	for _, a := range s.files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, there := loaded[a.sha256]
		if !there {
			if f, err = e.read(ctx, a); err != nil {
				return nil, err
			}
			added, loaded[a.sha256] = append(added, f), f
		}
		for i := range s.record.Documents {
			if d := &s.record.Documents[i]; d.SHA256 == a.sha256 {
				d.File = f.Path()
			}
		}
	}
	return added, nil
}

// read reads one file: what it is, its content says.
func (e *export) read(ctx context.Context, a attachment) (exchange.File, error) {
	content, err := registry.Read(e.desk.registry, registry.RightPrintFinal, func(v *registry.View) ([]byte, error) {
		g, err := v.Find(a.graduate)
		if err != nil {
			return nil, err
		}
		return v.Attachment(ctx, g, a.id)
	})
	if err != nil {
		return exchange.File{}, err
	}
	ending, err := registry.PictureEnding(content)
	return exchange.File{SHA256: a.sha256, Ending: strings.TrimPrefix(ending, "."), Open: func() ([]byte, error) { return content, nil }}, err
}

// cancelled is a writer that gives up with its context.
type cancelled struct {
	ctx context.Context
	io.Writer
}

func (c cancelled) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Writer.Write(p)
}

// readBack reads what the disk has, and opens it as the centre would: by keys that were made for this
// once, so that nobody but the centre opens the message afterwards.
func (e *export) readBack(staged *file.Staged, mirror *exchange.Identity, m *exchange.Message, hash string) (data.Message, error) {
	f, err := staged.Open()
	if err != nil {
		return data.Message{}, err
	}
	defer f.Close()
	spoilt := func(err error) (data.Message, error) {
		return data.Message{}, data.FailWith(err, "exchange.not_as_written", data.Args{"file": staged.Path()})
	}
	size, sum, err := sumOf(f)
	if err != nil {
		return spoilt(err)
	}
	opened, err := exchange.Open(f, size, exchange.Opening{Identities: []*exchange.Identity{mirror, e.own()},
		Signers: func(*exchange.Envelope) ([]exchange.Keys, error) { return []exchange.Keys{e.own().Keys()}, nil }})
	if err != nil || opened.Hash != hash {
		return spoilt(errors.Join(err, fmt.Errorf("read back: hash of message %.8s", hash)))
	}
	passed := data.Message{ID: m.ID, Type: string(m.Type), Hash: hash, SHA256: sum, Created: m.Created, Program: m.Program, Revision: m.Revision, Sequence: m.Sequence, Branch: m.Branch, With: m.To,
		People: len(m.Records), Octets: size, Name: filepath.Base(staged.Path()), Signed: m.From.Fingerprint()}
	if m.Next != nil {
		passed.Next = m.Next.Fingerprint()
	}
	for i := range m.Records {
		switch m.Records[i].Graduate.Action {
		case exchange.ActionAdd:
			passed.Added++
		case exchange.ActionChange:
			passed.Changed++
		case exchange.ActionWithdraw:
			passed.Withdrawn++
		}
		for _, d := range m.Records[i].Documents {
			if d.File != "" {
				passed.Files++
			}
		}
	}
	return passed, nil
}

// sumOf reads a file to its end.
func sumOf(f *os.File) (octets int64, sum string, err error) {
	h := sha256.New()
	octets, err = io.Copy(h, f)
	return octets, hex.EncodeToString(h.Sum(nil)), err
}
