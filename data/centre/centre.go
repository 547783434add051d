// Package centre is the centre's side of the messages: it enrols schools, takes over what they send,
// answers each message with a receipt, and keeps what it decides.
//
// A centre is a folder for one campaign: its keys, the store with every message as it came, the
// outbox with what is to be sent, and a database. Everything that the centre knows lies in messages;
// what it does by itself it writes down as notes to itself. So the database follows from the store,
// and [Rebuild] makes it anew.
package centre

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/database"
	"graduand/data/centre/store"
	"graduand/data/exchange"
	"graduand/data/file"
)

// Own is the school in what a centre writes to itself that concerns no school, or many.
const Own = "-"

// Options say how a centre works.
type Options struct {
	// DSN names a PostgreSQL; "" is for the file centre.sqlite in the folder.
	DSN string
	// Program is the version of the program.
	Program string
	Now     func() time.Time
	// Random makes ids, passwords and codes.
	Random io.Reader
}

// Centre is an open centre.
type Centre struct {
	Options
	folder string
	keys   *exchange.Identity
	// recovery is to whom schools seal what gives a lost registry back.
	recovery string
	db       *database.DB
	store    *store.Store
	// rules is the campaign as the last message about it has it, by the hash of that message.
	rules     *campaign.Campaign
	rulesHash string
}

// Open opens the centre in a folder, and finishes what a program has promised there and died; Close
// ends it. A database that was left half built is centre.rebuild_again, and one in which a newer program
// has worked centre.older_program: schools would refuse what this one writes.
func Open(ctx context.Context, folder string, o Options) (*Centre, error) {
	c, err := open(ctx, folder, o)
	if err != nil {
		return nil, err
	}
	for _, do := range []func(context.Context) error{c.refuseHalfBuilt, c.refuseOlder, c.postPending} {
		if err == nil {
			err = do(ctx)
		}
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

func open(ctx context.Context, folder string, o Options) (*Centre, error) {
	c := &Centre{Options: o, folder: folder, store: store.At(filepath.Join(folder, "store"), exchange.Ending)}
	var err error
	if c.keys, c.recovery, err = readKeys(folder); err != nil {
		return nil, err
	}
	c.db, err = database.Open(ctx, filepath.Join(folder, "centre.sqlite"), o.DSN)
	return c, err
}

// Unused says that the PostgreSQL that a DSN names knows of no centre yet; without one there is none.
func Unused(ctx context.Context, dsn string) (bool, error) {
	if dsn == "" {
		return true, nil
	}
	db, err := database.Open(ctx, "", dsn)
	if err != nil {
		return false, err
	}
	var one int
	known := false
	err = db.Read(ctx, func(tx *database.Tx) (err error) {
		known, err = tx.One("SELECT 1 FROM message LIMIT 1", nil, &one)
		return err
	})
	return !known, errors.Join(err, db.Close())
}

// Close closes the database.
func (c *Centre) Close() error { return c.db.Close() }

// DatabaseSize is how many octets the database has on its disk.
func (c *Centre) DatabaseSize(ctx context.Context) (int64, error) { return c.db.Size(ctx) }

// Keys are the public keys of the centre.
func (c *Centre) Keys() exchange.Keys { return c.keys.Keys() }

// Today is the day in the campaign's time zone.
func (c *Centre) today() data.Date {
	now := c.Now()
	if c.rules != nil {
		if zone, err := time.LoadLocation(c.rules.TimeZone); err == nil {
			now = now.In(zone)
		}
	}
	return data.Date(now.Format(time.DateOnly))
}

// opened is a message from the store, with its file.
type opened struct {
	*exchange.Opened
	io.Closer
}

// kept opens a message of the store, by the SHA-256 of its file. Whom its signature is believed was
// judged when it came.
func (c *Centre) kept(file string) (*opened, error) {
	f, size, err := c.store.Open(file)
	if err != nil {
		return nil, err
	}
	m, err := exchange.Open(f, size, exchange.Opening{Identities: []*exchange.Identity{c.keys}, Signers: exchange.AnySigner})
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &opened{m, f}, nil
}

// begin begins a message of the centre: to a school, or to itself.
func (c *Centre) begin(t exchange.Type, school string) (*exchange.Message, error) {
	id := make([]byte, 16)
	if _, err := io.ReadFull(c.Random, id); err != nil {
		return nil, fmt.Errorf("make id: %w", err)
	}
	m := &exchange.Message{Envelope: exchange.Envelope{Format: exchange.Format, Type: t, ID: hex.EncodeToString(id), Program: c.Program,
		Created: c.Now().UTC().Format(time.RFC3339), School: school, From: c.Keys()}}
	if c.rules != nil {
		m.Campaign, m.Revision = c.rules.ID, c.rules.Revision
	}
	return m, nil
}

// outbox is where a message for a school lies until somebody takes it there.
func (c *Centre) outbox(school string, sequence int, t exchange.Type) string {
	return filepath.Join(c.folder, "outbox", school, fmt.Sprintf("%06d-%s%s", sequence, t, exchange.Ending))
}

// saveOut puts a message into the outbox.
func (c *Centre) saveOut(path string, content []byte) error {
	if err := file.MakeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	return file.Save(path, content)
}

// settingRebuilding stands in a database while it is built anew.
const settingRebuilding = "rebuilding"

func (c *Centre) refuseHalfBuilt(ctx context.Context) error {
	return c.db.Read(ctx, func(tx *database.Tx) error {
		var value string
		found, err := tx.One("SELECT value FROM setting WHERE name = ?", []any{settingRebuilding}, &value)
		if err == nil && found {
			err = data.Fail("centre.rebuild_again", nil)
		}
		return err
	})
}

// settingProgram is the newest version of the program that has worked with a database.
const settingProgram = "program"

// refuseOlder refuses a program that is older than one before, and notes a newer one.
func (c *Centre) refuseOlder(ctx context.Context) error {
	newest, found := "", false
	err := c.db.Read(ctx, func(tx *database.Tx) (err error) {
		found, err = tx.One("SELECT value FROM setting WHERE name = ?", []any{settingProgram}, &newest)
		return err
	})
	switch {
	case err != nil:
		return err
	case found && data.OlderVersion(c.Program, newest):
		return data.Fail("centre.older_program", data.Args{"version": newest, "value": c.Program})
	case found && !data.OlderVersion(newest, c.Program):
		return nil
	}
	return c.db.Write(ctx, func(tx *database.Tx) error { return tx.Put(settingTable, [][]any{{settingProgram, c.Program}}) })
}
