package ledger

import (
	"context"

	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Access is a graduate's way to a form by one door, as it is stored.
type Access struct {
	Graduate, Door string
	// Slot is the hash of how the password is stored; empty where it opens another
	// program.
	Slot string
	// Readable says that the password lies sealed, until it is handed over.
	Readable bool
	secret   []byte
}

// Accesses gives all accesses to f.
func (l *Ledger) Accesses(ctx context.Context, f func(Access) error) error {
	return l.db.Accesses(ctx, func(a sqlite.Access) error {
		return f(Access{a.Graduate, a.Door, slotHash(a), len(a.Secret) > 0, a.Secret})
	})
}

// Secret opens the password of an access of this version.
func (l *Ledger) Secret(a Access, version int) (string, error) {
	place := secretPlace(a.Graduate, a.Door, version)
	plain, err := vault.Open(l.keys.sub[vault.LabelPasswords], place, a.secret)
	if err != nil {
		return "", tampered(err, place)
	}
	return string(plain), nil
}

// Login is the row that graduates sign in by.
func (f *File) Login() vault.Login { return f.login }

// SetOwnAccess stores a graduate's password for this registry, and gives the hash of how.
// Where there was one before, whoever kept it has to be shut out by [Change.Rekey] first. The
// next thing must be a Put.
func (c *Change) SetOwnAccess(id, door string, credential *vault.Credential, password string, version int) (slot string, err error) {
	r, err := c.touch(id)
	if err != nil {
		return "", err
	}
	content := vault.GraduateContent{ID: id, Key: r.key()}
	for generation := 1; generation < r.generation; generation++ {
		content.Former = append(content.Former, r.keys[generation])
	}
	made, err := vault.NewGraduateSlot(c.l.options.Rand, credential, content)
	if err != nil {
		return "", err
	}
	tag := credential.Tag()
	stored := sqlite.Access{Graduate: id, Door: door, Tag: tag[:], Slot: made.Sealed}
	if stored.Secret, err = c.sealSecret(id, door, password, version); err != nil {
		return "", err
	}
	return slotHash(stored), c.tx.PutAccess(stored)
}

// SetForeignAccess stores the password of another program: it lies sealed until it is
// handed over, and opens nothing here.
func (c *Change) SetForeignAccess(id, door, password string, version int) error {
	secret, err := c.sealSecret(id, door, password, version)
	if err != nil {
		return err
	}
	return c.tx.PutAccess(sqlite.Access{Graduate: id, Door: door, Secret: secret})
}

func (c *Change) sealSecret(id, door, password string, version int) ([]byte, error) {
	return vault.Seal(c.l.options.Rand, c.l.keys.sub[vault.LabelPasswords], secretPlace(id, door, version), []byte(password))
}

// DropSecret forgets the password of an access: nobody can read it from then on.
func (c *Change) DropSecret(id, door string) error {
	c.forgets = true
	return c.tx.DropSecret(id, door)
}

// DropAccess takes an access away: its password finds nothing any more. Whoever kept the way
// to the graduate's key has to be shut out by [Change.Rekey].
func (c *Change) DropAccess(id, door string) error {
	c.forgets = true
	return c.tx.DropAccess(id, door)
}

// Tag is a keyed hash of a text for one graduate, the same at any time: FingerprintSize
// octets.
func (l *Ledger) Tag(graduate, text string) ([]byte, error) {
	var key *vault.Key
	if r := l.records[graduate]; r != nil {
		key = r.keys[1]
	}
	return vault.Fingerprint(key, text)
}

// Rekey gives a graduate a new key: what is written from now on, who holds the old one
// cannot read. The next thing must be a Put.
func (c *Change) Rekey(id string) error {
	r, err := c.touch(id)
	if err != nil {
		return err
	}
	old := r.key()
	wrapped, err := vault.WrapKey(c.l.options.Rand, c.l.keys.sub[vault.LabelRecord], formerKeyPlace(id, r.generation), old)
	if err != nil {
		return err
	}
	if err := c.tx.PutFormerKey(id, r.generation, wrapped); err != nil {
		return err
	}
	r.generation++
	if r.keys[r.generation], err = vault.NewKey(c.l.options.Rand); err != nil {
		return err
	}
	stored, err := c.l.keys.wrap(c.l.options, id, r)
	if err != nil {
		return err
	}
	c.forgets = true
	return c.tx.Rewrap(stored)
}
