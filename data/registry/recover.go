package registry

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
func (r *Registry) NewPaperCode(ctx context.Context) (code string, err error) {
	return Write(ctx, r, RightAccounts, Signals{AccountsChanged}, func(w *Edit) (string, error) {
		slots, accounts, err := w.accounts(ctx)
		if err != nil {
			return "", err
		}
		text, slot, err := w.paperSlot()
		if err != nil {
			return "", err
		}
		err = w.Commit(func(c *Change) error {
			for i, a := range accounts {
				if a.Role != rolePaper {
					continue
				}
				if err := c.tx.DeleteSlot(slots[i].ID); err != nil {
					return err
				}
			}
			return errors.Join(c.tx.AddSlot(slot), c.vouch(EventPaperMade, EventBody{}))
		})
		return text, err
	})
}

func (v *View) paperSlot() (code string, stored sqlite.Slot, err error) {
	paper, err := vault.NewPaperCode(v.options.Rand)
	if err != nil {
		return "", stored, err
	}
	identity, err := vault.NewIdentity(v.options.Rand)
	if err != nil {
		return "", stored, err
	}
	slot, err := vault.NewPaperSlot(v.options.Rand, v.keys.school, identity, paper)
	if err != nil {
		return "", stored, err
	}
	stored, err = v.storedSlot(slot, storedAccount{Role: rolePaper, Recipient: identity.Recipient()})
	return paper.Text(), stored, err
}

// HasPaperCode reports whether there is a paper that opens the registry.
func (r *Registry) HasPaperCode(ctx context.Context) (bool, error) {
	return Read(r, RightHistory, func(v *View) (bool, error) {
		_, accounts, err := v.accounts(ctx)
		for _, a := range accounts {
			if a.Role == rolePaper {
				return true, err
			}
		}
		return false, err
	})
}

// Recover opens a registry of which every password is lost by the code on the paper,
// and makes the one who holds it head, with a new password. An account with the same
// phone is replaced. Name and phone are needed: the history says who it was. The school
// key changes, so that the paper opens nothing any more; the code of the next paper is
// returned (KG-007).
func Recover(ctx context.Context, path string, h Holder, o Options) (r *Registry, next string, err error) {
	paper, err := h.parse()
	if err != nil {
		return nil, "", err
	}
	v, next, err := h.open(ctx, path, paper, o, func(*View) error { return nil })
	if err != nil {
		return nil, "", err
	}
	return &Registry{view: v}, next, nil
}

// Holder is who holds the paper key: its code as it was typed, and the account and the
// password that are to be made.
type Holder struct {
	Code, Name, Phone, Password string
}

func (h Holder) parse() (vault.PaperCode, error) {
	paper, err := vault.ParsePaperCode(h.Code)
	switch {
	case err != nil:
		return paper, refusedCode(err)
	case strings.TrimSpace(h.Name) == "":
		return paper, data.Fail("account.no_name", nil)
	case strings.TrimSpace(h.Phone) == "":
		return paper, data.Fail("account.no_phone", nil)
	}
	return paper, nil
}

// open opens a registry by the paper; first is done with it before the key changes. The
// code of the next paper is returned.
func (h Holder) open(ctx context.Context, path string, paper vault.PaperCode, o Options, first func(*View) error) (*View, string, error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, "", err
	}
	v := &View{db: db, options: o.filled()}
	if err = v.enterByPaper(ctx, paper, Account{Name: h.Name, Phone: h.Phone}); err == nil {
		err = first(v)
	}
	var next string
	if err == nil {
		next, err = v.refound(ctx, h.Password)
	}
	if err != nil {
		return nil, "", errors.Join(err, v.giveUp())
	}
	return v, next, nil
}

// enterByPaper signs the holder of the paper in, as head.
func (v *View) enterByPaper(ctx context.Context, paper vault.PaperCode, a Account) error {
	if err := v.readSettings(ctx); err != nil {
		return err
	}
	if err := v.openByPaper(ctx, paper); err != nil {
		return err
	}
	if err := v.load(ctx); err != nil {
		return err
	}
	a.Role, a.MustChange = RoleHead, false
	var err error
	v.who, err = v.clean(a)
	return err
}

func (v *View) openByPaper(ctx context.Context, paper vault.PaperCode) error {
	stored, err := v.db.Slots(ctx)
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
		v.keys = newKeys(school)
		v.who = Account{ID: slot.ID, Role: RoleHead}
		return nil
	}
	return refusedCode(err)
}

// refound changes the school key, then lets the one who recovered in, with a new paper.
// Both slots are made for the new key, in the same transaction as the change. Wrong
// passwords before it are noted and forgiven: the new one must open at once.
func (v *View) refound(ctx context.Context, password string) (code string, err error) {
	slots, accounts, err := v.accounts(ctx)
	if err != nil {
		return "", err
	}
	var gone []string
	for i, a := range accounts {
		if a.Role == rolePaper || a.Phone != "" && a.Phone == v.who.Phone {
			gone = append(gone, slots[i].ID)
		}
	}
	if len(slots)-len(gone) >= vault.MaxOperators {
		return "", data.Fail("vault.operators_full", data.Args{"max": vault.MaxOperators})
	}
	if err := CheckPassword(password, v.who); err != nil {
		return "", err
	}
	b, rev, err := v.backoff(ctx)
	if err != nil {
		return "", err
	}
	err = v.rotate(ctx, gone, func(c *Change) error {
		code, err = v.letIn(c, gone, password, b.Failures)
		return errors.Join(err, putBackoff(c.tx, b.Passed(), rev))
	})
	return code, err
}

func (v *View) letIn(c *Change, gone []string, password string, failures int) (code string, err error) {
	for _, id := range gone {
		if err := c.tx.DeleteSlot(id); err != nil {
			return "", err
		}
	}
	slot, err := v.operatorSlot(v.who, password)
	if err != nil {
		return "", err
	}
	code, paper, err := v.paperSlot()
	if err != nil {
		return "", err
	}
	v.who.ID = slot.ID
	return code, errors.Join(c.tx.AddSlot(slot), c.tx.AddSlot(paper),
		c.vouch(EventRecovered, EventBody{Note: v.who.note(), Role: RoleHead, Failures: failures}))
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
func (r *Registry) SetEscrow(ctx context.Context, recipient string) (err error) {
	return r.Write(ctx, RightAccounts, Signals{HistoryGrew}, func(w *Edit) error {
		return w.Commit(func(c *Change) error { return c.putEscrow(recipient, w.keys.school) })
	})
}

func (c *Change) putEscrow(recipient string, school *vault.SchoolKey) error {
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
	return c.putSetting(settingEscrow, body, EventEscrowed, EventBody{Note: recipient})
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
