package registry

import (
	"context"
	"errors"
	"strings"

	"graduand/data"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
)

// NewPaperCode makes the code that is printed and laid into the safe: it opens the
// registry when every password is lost. The paper printed before opens nothing any
// more, and the school key changes. The code is shown this once and kept nowhere.
func (r *Registry) NewPaperCode(ctx context.Context) (code string, err error) {
	return Write(ctx, r, RightAccounts, Signals{AccountsChanged}, func(w *Edit) (code string, err error) {
		papers, err := w.papers(ctx)
		if err != nil {
			return "", err
		}
		err = w.rotate(ctx, papers, func(c *Change) (err error) {
			for _, id := range papers {
				if err := c.DropAccount(id); err != nil {
					return err
				}
			}
			if code, err = c.AddPaper(); err != nil {
				return err
			}
			return c.Note(EventPaperMade, EventBody{})
		})
		return code, err
	})
}

// papers are the slots of paper codes.
func (v *View) papers(ctx context.Context) (ids []string, err error) {
	accounts, err := v.ledger.Accounts(ctx)
	for _, a := range accounts {
		if isPaper(a) {
			ids = append(ids, a.ID)
		}
	}
	return ids, err
}

// HasPaperCode reports whether there is a paper that opens the registry.
func (r *Registry) HasPaperCode(ctx context.Context) (bool, error) {
	return Read(r, RightHistory, func(v *View) (bool, error) {
		papers, err := v.papers(ctx)
		return len(papers) > 0, err
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
	f, err := ledger.OpenFile(ctx, path, o.filled().ledger())
	if err != nil {
		return nil, "", err
	}
	if err := RefuseLooking(f.Looking()); err != nil {
		return nil, "", errors.Join(err, f.Close())
	}
	v, err := h.enter(ctx, f, paper, o.filled())
	if err != nil {
		return nil, "", errors.Join(err, f.Close())
	}
	if next, err = v.refound(ctx, h.Password); err != nil {
		return nil, "", errors.Join(err, v.close())
	}
	return &Registry{view: v}, next, nil
}

// Holder is who holds the paper key: its code as it was typed, and the account and the
// password that are to be made.
type Holder struct {
	Code, Name, Phone, Password string
}

func (h Holder) parse() (ledger.PaperCode, error) {
	paper, err := ledger.ParsePaper(h.Code)
	switch {
	case err != nil:
		return paper, err
	case strings.TrimSpace(h.Name) == "":
		return paper, data.Fail("account.no_name", nil)
	case strings.TrimSpace(h.Phone) == "":
		return paper, data.Fail("account.no_phone", nil)
	}
	return paper, nil
}

// enter signs the holder of the paper in, as head.
func (h Holder) enter(ctx context.Context, f *ledger.File, paper ledger.PaperCode, o Options) (*View, error) {
	l, err := f.ByPaper(ctx, paper)
	if err != nil {
		return nil, err
	}
	return h.view(ctx, f, l, o)
}

// view is a registry that is open, before its holder, who is head until it is known better.
func (h Holder) view(ctx context.Context, f *ledger.File, l *ledger.Ledger, o Options) (*View, error) {
	c, err := campaignOf(f)
	if err != nil {
		return nil, err
	}
	v, err := viewOf(ctx, l, c, o)
	if err != nil {
		return nil, err
	}
	v.who, err = clean(v.Campaign(), Account{ID: v.who.ID, Name: h.Name, Phone: h.Phone, Role: RoleHead})
	return v, err
}

// refound changes the school key, then lets the one who recovered in, with a new paper.
// Both slots are made for the new key, in the same transaction as the change. Wrong
// passwords before it are noted and forgiven: the new one must open at once.
func (v *View) refound(ctx context.Context, password string) (code string, err error) {
	accounts, err := v.ledger.Accounts(ctx)
	if err != nil {
		return "", err
	}
	var gone []string
	for _, a := range accounts {
		if isPaper(a) || a.Phone != "" && a.Phone == v.who.Phone {
			gone = append(gone, a.ID)
		}
	}
	if len(accounts)-len(gone) >= vault.MaxOperators {
		return "", data.Fail("vault.operators_full", data.Args{"max": vault.MaxOperators})
	}
	if err := CheckPassword(password, v.who); err != nil {
		return "", err
	}
	failures, err := v.ledger.Failures(ctx)
	if err != nil {
		return "", err
	}
	who := v.who
	err = v.rotate(ctx, gone, func(c *Change) (err error) {
		for _, id := range gone {
			if err := c.DropAccount(id); err != nil {
				return err
			}
		}
		if who.ID, err = c.AddAccount(who, password); err != nil {
			return err
		}
		if code, err = c.AddPaper(); err != nil {
			return err
		}
		return errors.Join(c.Forgive(), c.Note(EventRecovered, EventBody{Note: who.Note(), Role: RoleHead, Failures: failures}))
	})
	if err == nil {
		v.signedInAs(who)
	}
	return code, err
}

// SetEscrow seals the school key to the recovery key of the centre (age1…), so that
// the centre can give it back when every password and the paper are lost (KG-007).
func (r *Registry) SetEscrow(ctx context.Context, recipient string) (err error) {
	return r.Write(ctx, RightAccounts, Signals{HistoryGrew}, func(w *Edit) error {
		e, err := w.Enrolled()
		if err != nil {
			return err
		}
		school := ""
		if e != nil {
			school = e.Code
		}
		return w.Commit(func(c *Change) error { return c.EscrowTo(recipient, "", school) })
	})
}

// EscrowTo seals the school key to the recovery key of a centre, and notes it: see [Registry.SetEscrow].
// Centre is the fingerprint of the keys of who has it, school what the centre calls the school.
func (c *Change) EscrowTo(recipient, centre, school string) error {
	if err := c.PutEscrow(ledger.Escrow{Recipient: recipient, Centre: centre, School: school}); err != nil {
		return err
	}
	return c.Note(EventEscrowed, EventBody{Note: recipient})
}

// Anchor is what somebody may keep outside the file of the history as it is now, see
// [Registry.HoldsAnchor].
func (r *Registry) Anchor() (string, error) {
	return Read(r, RightExamine, func(v *View) (string, error) { return v.ledger.Anchor(), nil })
}

// HoldsAnchor reports whether the history still has an anchor that was kept of it: if not,
// an older copy was put in the place of the file, or the end of the history cut off.
func (r *Registry) HoldsAnchor(ctx context.Context, text string) (bool, error) {
	return Read(r, RightExamine, func(v *View) (bool, error) {
		return v.ledger.HoldsAnchor(ctx, strings.ToLower(strings.Join(strings.Fields(text), "")))
	})
}

// Anchor is [Registry.Anchor], for a message to the centre.
func (v *View) Anchor() string { return v.ledger.Anchor() }

// OpenEscrow opens what [Registry.SetEscrow] has sealed: see [vault.OpenEscrow].
func OpenEscrow(identity string, file []byte) (key *SchoolKey, bound string, err error) {
	return vault.OpenEscrow(identity, file)
}
