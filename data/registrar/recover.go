package registrar

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// NewPaperCode makes the code that is printed and laid into the safe: it opens the
// registry when every password is lost. The paper printed before opens nothing any
// more. The code is shown this once and kept nowhere.
func (r *Registrar) NewPaperCode(ctx context.Context) (code string, err error) {
	defer r.tell(&err, HistoryGrew, AccountsChanged)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightAccounts); err != nil {
		return "", err
	}
	slots, accounts, err := r.accounts(ctx)
	if err != nil {
		return "", err
	}
	text, slot, err := r.paperSlot()
	if err != nil {
		return "", err
	}
	err = r.update(ctx, func(c *change) error {
		for i, a := range accounts {
			if a.Role != rolePaper {
				continue
			}
			if err := c.DeleteSlot(slots[i].ID); err != nil {
				return err
			}
		}
		return errors.Join(c.AddSlot(slot), c.vouch(EventPaperMade, eventBody{}))
	})
	return text, err
}

func (r *Registrar) paperSlot() (code string, stored sqlite.Slot, err error) {
	paper, err := vault.NewPaperCode(r.options.Rand)
	if err != nil {
		return "", stored, err
	}
	identity, err := vault.NewIdentity(r.options.Rand)
	if err != nil {
		return "", stored, err
	}
	slot, err := vault.NewPaperSlot(r.options.Rand, r.keys.school, identity, paper)
	if err != nil {
		return "", stored, err
	}
	stored, err = r.storedSlot(slot, storedAccount{Role: rolePaper, Recipient: identity.Recipient()})
	return paper.Text(), stored, err
}

// HasPaperCode reports whether there is a paper that opens the registry.
func (r *Registrar) HasPaperCode(ctx context.Context) (bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightHistory); err != nil {
		return false, err
	}
	_, accounts, err := r.accounts(ctx)
	for _, a := range accounts {
		if a.Role == rolePaper {
			return true, err
		}
	}
	return false, err
}

// Recover opens a registry of which every password is lost by the code on the paper,
// and makes the one who holds it head, with a new password. An account with the same
// phone is replaced. Name and phone are needed: the history says who it was. The school
// key changes, so that the paper opens nothing any more; the code of the next paper is
// returned (KG-007).
func Recover(ctx context.Context, path, typed string, a Account, password string, o Options) (r *Registrar, code string, err error) {
	h, err := newHolder(typed, a, password)
	if err != nil {
		return nil, "", err
	}
	return h.open(ctx, path, o, func(*Registrar) error { return nil })
}

// holder is who has the paper key, with the account and password that are to be made.
type holder struct {
	paper    vault.PaperCode
	account  Account
	password string
}

func newHolder(typed string, a Account, password string) (holder, error) {
	paper, err := vault.ParsePaperCode(typed)
	switch {
	case err != nil:
		return holder{}, refusedCode(err)
	case strings.TrimSpace(a.Name) == "":
		return holder{}, data.Fail("account.no_name", nil)
	case strings.TrimSpace(a.Phone) == "":
		return holder{}, data.Fail("account.no_phone", nil)
	}
	return holder{paper, a, password}, nil
}

// open opens a registry by the paper; first is done with it before the key changes.
func (h holder) open(ctx context.Context, path string, o Options, first func(*Registrar) error) (r *Registrar, code string, err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, "", err
	}
	r = &Registrar{db: db, options: o.filled()}
	if err = r.enterByPaper(ctx, h.paper, h.account); err == nil {
		err = first(r)
	}
	if err == nil {
		code, err = r.refound(ctx, h.password)
	}
	if err != nil {
		return nil, "", errors.Join(err, r.giveUp())
	}
	return r, code, nil
}

// enterByPaper signs the holder of the paper in, as head.
func (r *Registrar) enterByPaper(ctx context.Context, paper vault.PaperCode, a Account) error {
	if err := r.readSettings(ctx); err != nil {
		return err
	}
	if err := r.openByPaper(ctx, paper); err != nil {
		return err
	}
	if err := r.load(ctx); err != nil {
		return err
	}
	a.Role, a.MustChange = RoleHead, false
	var err error
	r.who, err = r.clean(a)
	return err
}

func (r *Registrar) openByPaper(ctx context.Context, paper vault.PaperCode) error {
	stored, err := r.db.Slots(ctx)
	if err != nil {
		return err
	}
	err = vault.ErrWrong
	for i := range stored {
		slot, decoded := decodeSlot(stored[i])
		if decoded != nil || slot.Kind != vault.KindPaper {
			continue
		}
		var school *vault.SchoolKey
		var identity *vault.Identity
		if school, identity, err = vault.OpenPaperSlot(slot, paper); err != nil {
			continue
		}
		if school, err = follow(stored, slot.ID, school, identity); err != nil {
			return err
		}
		r.keys = newKeys(school)
		r.who = Account{ID: slot.ID, Role: RoleHead}
		return nil
	}
	return refusedCode(err)
}

// refound changes the school key, then lets the one who recovered in, with a new paper.
// Both slots are made for the new key, in the same transaction as the change. Wrong
// passwords before it are noted and forgiven: the new one must open at once.
func (r *Registrar) refound(ctx context.Context, password string) (code string, err error) {
	slots, accounts, err := r.accounts(ctx)
	if err != nil {
		return "", err
	}
	var gone []string
	for i, a := range accounts {
		if a.Role == rolePaper || a.Phone != "" && a.Phone == r.who.Phone {
			gone = append(gone, slots[i].ID)
		}
	}
	if len(slots)-len(gone) >= vault.MaxOperators {
		return "", data.Fail("vault.operators_full", data.Args{"max": vault.MaxOperators})
	}
	if err := CheckPassword(password, r.who); err != nil {
		return "", err
	}
	b, rev, err := r.backoff(ctx)
	if err != nil {
		return "", err
	}
	err = r.rotate(ctx, gone, func(c *change) error {
		code, err = r.letIn(c, gone, password, b.Failures)
		return errors.Join(err, putBackoff(c.Tx, b.Passed(), rev))
	})
	return code, err
}

func (r *Registrar) letIn(c *change, gone []string, password string, failures int) (code string, err error) {
	for _, id := range gone {
		if err := c.DeleteSlot(id); err != nil {
			return "", err
		}
	}
	slot, err := r.operatorSlot(r.who, password)
	if err != nil {
		return "", err
	}
	code, paper, err := r.paperSlot()
	if err != nil {
		return "", err
	}
	r.who.ID = slot.ID
	return code, errors.Join(c.AddSlot(slot), c.AddSlot(paper),
		c.vouch(EventRecovered, eventBody{Note: r.who.note(), Role: RoleHead, Failures: failures}))
}

// escrow is the school key under the recovery key of the centre.
type escrow struct {
	Recipient string `json:"recipient"`
	File      []byte `json:"file"`
}

func decodeEscrow(body []byte, e *escrow) error {
	if err := json.Unmarshal(body, e); err != nil {
		return data.FailWith(err, "registry.damaged", nil)
	}
	return nil
}

// SetEscrow seals the school key to the recovery key of the centre (age1…), so that
// the centre can give it back when every password and the paper are lost (KG-007).
func (r *Registrar) SetEscrow(ctx context.Context, recipient string) (err error) {
	defer r.tell(&err, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightAccounts); err != nil {
		return err
	}
	return r.update(ctx, func(c *change) error { return c.putEscrow(recipient, r.keys.school) })
}

func (c *change) putEscrow(recipient string, school *vault.SchoolKey) error {
	file, err := vault.Escrow(recipient, school)
	if errors.Is(err, vault.ErrRecipient) {
		return data.FailWith(err, "vault.recipient", nil)
	}
	if err != nil {
		return err
	}
	body, err := marshal("escrow", escrow{recipient, file})
	if err != nil {
		return err
	}
	return c.putSetting(settingEscrow, body, EventEscrowed, eventBody{Note: recipient})
}
