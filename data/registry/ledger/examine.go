package ledger

import (
	"context"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Ill is one fault of a registry: an id of data/text under "doctor." and its arguments,
// without a name of anybody.
type Ill struct {
	Code string
	Args data.Args
	// Blocks says that with it nothing can be relied on: the file opens for examination
	// alone. Any other Ill harms only what it names.
	Blocks bool
}

// Blocking is the first of the ills that blocks, nil for none.
func Blocking(ills []Ill) *Ill {
	at := slices.IndexFunc(ills, func(i Ill) bool { return i.Blocks })
	if at < 0 {
		return nil
	}
	return &ills[at]
}

func illOf(code, id string) Ill { return Ill{Code: code, Args: data.Args{"id": id}} }

// Ills are those that were found at the opening and since.
func (l *Ledger) Ills() []Ill { return l.ills }

func (l *Ledger) fall(ill Ill) { l.ills = append(l.ills, ill) }

// pageOf names a page of a table that is spoilt.
func pageOf(table string) Ill { return Ill{Code: "page", Args: data.Args{"fault": table}} }

// orPage keeps the failure to read a table, because a page of it is spoilt, as an Ill.
func (l *Ledger) orPage(table string, err error) error {
	if data.CodeOf(err) != "registry.damaged" {
		return err
	}
	l.fall(pageOf(table))
	return nil
}

// Examine reads the whole file anew and compares everything that is sealed, authenticated
// or vouched for. Open is given every body, beside others, and refuses what is none; meanwhile compares what only the
// caller knows. No Ill means that the file is as the school has left it. What was read of a copy is not read twice:
// nobody writes there.
func (l *Ledger) Examine(ctx context.Context, open func(plain []byte) error, meanwhile func(context.Context) error) ([]Ill, error) {
	if l.copied {
		same := *l
		same.ills = slices.Clone(l.ills)
		return same.examine(ctx, meanwhile)
	}
	again := l.again()
	defer again.wipe()
	return again.examine(ctx, meanwhile, again.load, func(ctx context.Context) error {
		return again.Records(ctx, func(_ string, plain []byte) (func(), error) { return func() {}, open(plain) })
	})
}

// examine takes these steps and all further ones, while SQLite looks at the pages: at once, where several may read.
func (l *Ledger) examine(ctx context.Context, meanwhile func(context.Context) error, first ...func(context.Context) error) ([]Ill, error) {
	var faults []string
	err := atOnce(ctx, func(ctx context.Context) error {
		return inTurn(ctx, append(first,
			l.tolerant("event", l.examineEvents), l.tolerant("attachment", l.examineAttachments),
			l.tolerant("pending", l.examinePending), l.examineBackups))
	}, meanwhile, func(ctx context.Context) (err error) {
		faults, err = l.db.Integrity(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, fault := range faults {
		l.fall(Ill{Code: "page", Args: data.Args{"fault": fault}})
	}
	return l.ills, nil
}

// inTurn takes steps up to the first that fails.
func inTurn(ctx context.Context, steps []func(context.Context) error) error {
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// tolerant is a step of which a spoilt page of its table is an Ill.
func (l *Ledger) tolerant(table string, step func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error { return l.orPage(table, step(ctx)) }
}

// again is the ledger before it is loaded, with keys of its own.
func (l *Ledger) again() *Ledger {
	f := *l.File
	f.options.Examine = true
	return &Ledger{File: &f, keys: newKeys(l.keys.school.Clone()), records: map[string]*record{}, spoilt: map[int64]bool{}}
}

func (l *Ledger) wipe() {
	l.keys.wipe()
	for _, r := range l.records {
		r.wipe()
	}
}

func (l *Ledger) examineEvents(ctx context.Context) error {
	return l.Events(ctx, "", func(e Event) error {
		if e.Err != nil && !l.spoilt[e.Seq] && l.state.Aside[e.Seq] == "" {
			l.fall(Ill{Code: "event", Args: data.Args{"seq": e.Seq, "fault": data.CodeOf(e.Err)}})
		}
		return nil
	})
}

// opening is an attachment that is to be opened with a key, in a room.
type opening struct {
	stored sqlite.Attachment
	key    *vault.Key
	*room
}

// room is where an attachment is read and opened.
type room struct{ body, content []byte }

// ahead is how many attachments are read before the first of them is opened: each may have 25 MB.
const ahead = mostWorkers

// examineAttachments opens all, beside each other while the next ones are read.
func (l *Ledger) examineAttachments(ctx context.Context) error {
	free := make([]*room, ahead+1)
	for i := range free {
		free[i] = &room{}
	}
	opened := newBeside(ahead, func(o *opening) error {
		content, err := openAttachment(o.content, o.stored, o.key)
		if err == nil {
			o.content = content
		}
		return err
	}, func(o *opening, err error) {
		if err != nil {
			l.fall(Ill{Code: "attachment", Args: data.Args{"id": o.stored.Graduate, "file": o.stored.ID}})
		}
		clear(o.content)
		free = append(free, o.room)
	})
	defer opened.end()
	return l.db.AttachmentsTo(ctx, "", func() []byte { return free[len(free)-1].body }, func(a sqlite.Attachment) error {
		taken := free[len(free)-1]
		free, taken.body = free[:len(free)-1], a.Body
		opened.give(opening{a, l.keyOf(a), taken})
		return nil
	})
}

func (l *Ledger) examinePending(ctx context.Context) error {
	sizes, err := l.PendingSizes(ctx)
	var opened []string
	for _, s := range sizes {
		if TooMuch(s) {
			l.fall(Ill{Code: "pending", Args: data.Args{"id": s.Graduate, "change": allOfThem}})
			continue
		}
		opened = append(opened, s.Graduate)
	}
	if err != nil {
		return err
	}
	return l.PendingOf(ctx, opened, func(p Pending) error {
		if _, err := l.OpenPending(p); err != nil {
			l.fall(Ill{Code: "pending", Args: data.Args{"id": p.Graduate, "change": p.ID}})
		}
		return nil
	})
}

// allOfThem stands for all pending changes of a graduate: it is the id of none.
const allOfThem = ""

// examineBackups takes the automatic backups for anchors: the history must go on from
// where each of them ends. One that a later restoring has left behind is no anchor, nor
// one that does not open, or in which something is ill.
func (l *Ledger) examineBackups(ctx context.Context) error {
	kept, err := keptBackups(BackupFolder(l.Path()))
	if err != nil {
		return err
	}
	hashes := map[int64]string{}
	err = l.db.Chain(ctx, func(e sqlite.Event) error {
		hashes[e.Seq] = hex.EncodeToString(e.Hash)
		return nil
	})
	if err != nil {
		return err
	}
	for _, path := range kept {
		if isIll(path) {
			continue // what is ill in it may be its end
		}
		if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || file.Same(path, l.Path()) {
			continue // none of ours: one that leads to this very file is waited for in vain
		}
		seq, hash, err := l.endOf(ctx, path)
		if err == nil && seq > 0 && hashes[seq] != hash {
			l.fall(Ill{Code: "anchor", Args: data.Args{"file": filepath.Base(path), "seq": seq}})
		}
	}
	return nil
}

var errOther = errors.New("of another registry")

// endOf is the last event of a backup of this branch of this registry.
func (l *Ledger) endOf(ctx context.Context, path string) (seq int64, hash string, err error) {
	f, err := OpenFile(ctx, path, l.options)
	if err != nil {
		return 0, "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if f.identity.ID != l.identity.ID || f.identity.Branch != l.identity.Branch {
		return 0, "", errOther
	}
	seq, octets, err := f.db.LastSeq(ctx)
	return seq, hex.EncodeToString(octets), err
}
