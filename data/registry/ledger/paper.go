package ledger

import (
	"context"
	"encoding/json"
	"errors"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// PaperCode is the code on the paper in the safe, see [ParsePaper].
type PaperCode = vault.PaperCode

// ParsePaper reads a code as it was typed; a refusal names the group that is mistyped.
func ParsePaper(typed string) (PaperCode, error) {
	code, err := vault.ParsePaperCode(typed)
	return code, refusedCode(err)
}

// refusedCode phrases a failure to open something by a typed code.
func refusedCode(err error) error {
	var mistyped *vault.GroupError
	switch {
	case errors.As(err, &mistyped):
		return data.FailWith(err, "vault.paper_group", data.Args{"group": mistyped.Group})
	case errors.Is(err, vault.ErrPaperLength):
		return data.FailWith(err, "vault.paper_length", data.Args{"groups": vault.PaperGroups, "symbols": vault.PaperGroup})
	case errors.Is(err, vault.ErrWrong):
		return data.FailWith(err, "vault.paper_wrong", nil)
	case errors.Is(err, vault.ErrTampered):
		return data.FailWith(err, "vault.tampered", nil)
	}
	return err
}

// ByPaper opens the file with the code on the paper. Nothing is asked of any other slot:
// the last way in depends on its own alone.
func (f *File) ByPaper(ctx context.Context, paper PaperCode) (*Ledger, error) {
	stored, err := f.db.Slots(ctx)
	if err != nil {
		return nil, err
	}
	failure := vault.ErrWrong
	for i := range stored {
		slot, err := decodeSlot(stored[i])
		if err != nil || slot.Kind != vault.KindPaper {
			continue
		}
		l, err := f.tryPaper(ctx, stored, slot, paper)
		if err == nil {
			return l, nil
		}
		if data.CodeOf(err) != "" && !errors.Is(err, vault.ErrWrong) {
			return nil, err
		}
		failure = err
	}
	return nil, refusedCode(failure)
}

func (f *File) tryPaper(ctx context.Context, stored []sqlite.Slot, slot vault.Slot, paper PaperCode) (*Ledger, error) {
	school, identity, err := vault.OpenPaperSlot(slot, paper)
	if err != nil {
		return nil, err
	}
	if school, err = follow(stored, slot.ID, school, identity); err != nil {
		return nil, err
	}
	return f.enter(ctx, school, Account{ID: slot.ID, Role: RoleHead})
}

// AddPaper makes the code of a paper that opens the registry. It is shown this once and
// kept nowhere.
func (c *Change) AddPaper() (code string, err error) {
	o, keys := c.l.options, c.l.keys
	paper, err := vault.NewPaperCode(o.Rand)
	if err != nil {
		return "", err
	}
	identity, err := vault.NewIdentity(o.Rand)
	if err != nil {
		return "", err
	}
	slot, err := vault.NewPaperSlot(o.Rand, keys.school, identity, paper)
	if err != nil {
		return "", err
	}
	stored, err := keys.storedSlot(o, slot, storedAccount{Role: RolePaper, Recipient: identity.Recipient()})
	if err != nil {
		return "", err
	}
	c.ways[slot.ID] = true
	return paper.Text(), c.tx.AddSlot(stored)
}

// Failures counts the wrong passwords since the last right one.
func (l *Ledger) Failures(ctx context.Context) (int, error) {
	b, err := l.storedBackoff(ctx)
	return b.Failures, err
}

// Forgive forgets the failures in the file: for who has come in by the paper key, whose
// new password must open at once.
func (c *Change) Forgive() error {
	run.Lock()
	defer run.Unlock()
	delete(run.of, c.l.identity.ID)
	return c.tx.DropSetting(settingBackoff)
}

// Escrow is the school key under the recovery key of a centre. All but the key itself stands in the clear:
// who has no password any more needs it.
type Escrow struct {
	// Recipient is the recovery key (age1…), Centre the fingerprint of the keys of who has it, "" where
	// that is not known, and School what the centre calls the school.
	Recipient string `json:"recipient"`
	Centre    string `json:"centre,omitempty"`
	School    string `json:"school,omitempty"`
	// File is the key, sealed and bound to the registry and the school: see [vault.Bound].
	File []byte `json:"file"`
}

// Escrow is the stored one, empty where no centre has the key.
func (f *File) Escrow() (e Escrow, err error) {
	if body := f.Setting(SettingEscrow); body != nil {
		if err := json.Unmarshal(body, &e); err != nil {
			return e, damaged(err)
		}
	}
	return e, nil
}

// PutEscrow seals the school key to the recovery key of a centre.
func (c *Change) PutEscrow(e Escrow) (err error) {
	e.File, err = vault.Escrow(e.Recipient, c.l.keys.school, vault.Bound(c.l.identity.ID, e.School))
	if errors.Is(err, vault.ErrRecipient) {
		return data.FailWith(err, "vault.recipient", nil)
	}
	if err != nil {
		return err
	}
	body, err := marshal("escrow", e)
	if err != nil {
		return err
	}
	return c.PutSetting(SettingEscrow, body)
}
