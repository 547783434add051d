package registry

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/registry/ledger"
)

// ExtensionBackup ends the name of a backup.
const ExtensionBackup = ledger.ExtensionBackup

// KeptBackups is how many automatic backups are kept beside a registry.
const KeptBackups = ledger.KeptBackups

// BackupFolder is where the automatic backups of a registry lie.
func BackupFolder(registry string) string { return ledger.BackupFolder(registry) }

// Backup writes a copy of the whole registry, sealed as it is, to a new file: who
// restores it needs a password or the paper code. It is examined before it gets its
// name. What is ill in the registry is ill in the copy, and returned.
func (r *Registry) Backup(ctx context.Context, path string) (ills []Ill, err error) {
	ills, err = Write(ctx, r, RightBackup, Signals{HistoryGrew}, func(w *Edit) ([]Ill, error) { return w.Backup(path) })
	r.tellNotNoted(err)
	return ills, err
}

// Backup is [Registry.Backup].
func (w *Edit) Backup(path string) ([]Ill, error) {
	ills, err := w.ledger.CopyTo(w.ctx, path, w.examination())
	if err != nil {
		return nil, err
	}
	body := EventBody{Note: filepath.Base(path), Away: !file.SameDisk(path, w.Path())}
	for _, ill := range ills {
		body.Ills = append(body.Ills, ill.Code)
	}
	// The copy is there: the history must know it, cancelled or not, as long as there is
	// one. Of a registry that is no longer in its place the copy is what is saved.
	_, err = w.note(context.WithoutCancel(w.ctx), EventBackedUp, body)
	if code := data.CodeOf(err); code == "registry.gone" || code == "registry.replaced" {
		err = nil
	}
	return ills, errors.Join(err, w.nameIll(w.ctx, ills))
}

// KeepBackup makes an automatic backup in the folder beside the registry, and takes
// the oldest away when there are more than KeptBackups of its kind.
func (w *Edit) KeepBackup(why string) (path string, err error) {
	return w.ledger.KeepBackup(w.ctx, w.Now().Format(stamp), why, w.tongue(), w.examination())
}

// examination examines this registry or a copy of it, contents and all.
func (v *View) examination() ledger.Examination {
	return func(ctx context.Context, l *ledger.Ledger) ([]Ill, error) {
		if l == v.ledger {
			return v.examine(ctx)
		}
		file, err := campaignOf(l.File)
		if err != nil {
			return nil, err
		}
		c, err := viewOf(ctx, l, file, v.options)
		if err != nil {
			return nil, err
		}
		return c.examine(ctx)
	}
}

// Restore makes a new registry at path of a backup, signed in with a password that was
// good when the backup was made. Every record is opened and compared with its history
// first; an unsound backup is refused and nothing is left behind, unless anyway is set:
// what is sound of it is restored then, see [Registry.Ills]. The registry begins a new
// branch: the centre is told at the next message that something may be missing. The
// backup is only read; wrong passwords are counted as at the sign-in.
func Restore(ctx context.Context, backup, path string, s SignIn, anyway bool, o Options) (*Registry, error) {
	o = o.filled()
	err := ledger.Restore(ctx, backup, path, anyway, o.ledger(), func(f *ledger.File) error {
		v, _, err := signIn(ctx, f, s, o)
		if err != nil {
			return err
		}
		return v.beginBranch(ctx, anyway)
	})
	if err != nil {
		return nil, err
	}
	return Open(ctx, path, s, o)
}

// RestoreByPaper is [Restore] for who has the backup and the paper key of its time, and
// no password: the holder becomes head with a new password, as by [Recover], and the
// code of the next paper is returned. The backup still opens by the old paper (KG-007).
func RestoreByPaper(ctx context.Context, backup, path string, h Holder, anyway bool, o Options) (r *Registry, next string, err error) {
	paper, err := h.parse()
	if err != nil {
		return nil, "", err
	}
	o = o.filled()
	o.Key = nil
	err = ledger.Restore(ctx, backup, path, anyway, o.ledger(), func(f *ledger.File) error {
		v, err := h.enter(ctx, f, paper, o)
		if err == nil {
			err = v.beginBranch(ctx, anyway)
		}
		if err == nil {
			next, err = v.refound(ctx, h.Password)
		}
		return err
	})
	if err != nil {
		return nil, "", err
	}
	r, err = Open(ctx, path, SignIn{h.Phone, h.Password}, o)
	return r, next, err
}

// beginBranch examines all of a copy of the backup and, when it is sound, begins the
// branch.
func (v *View) beginBranch(ctx context.Context, anyway bool) error {
	// Who still has to change the password may restore nevertheless: there is no other
	// way to a registry in which it can be changed.
	if !slices.Contains(rights[v.who.Role], RightBackup) {
		return v.may(RightBackup)
	}
	ills, err := v.examine(ctx)
	if err != nil {
		return err
	}
	if len(ills) > 0 && !anyway {
		return data.FailWith(fmt.Errorf("%v", ills), "backup.unsound", nil)
	}
	return v.branch(ctx)
}

// branch gives the registry a new branch id. The state of the one that was backed up
// is left behind: work goes on here.
func (v *View) branch(ctx context.Context) error {
	next := v.book.Identity()
	var err error
	if next.Branch, err = newID(v.options.Rand); err != nil {
		return err
	}
	return v.storeSetting(ctx, ledger.SettingIdentity, next, EventRestoredFile, EventBody{Note: next.Branch})
}

// IsBeside reports whether a file is one of the program's own beside a registry: see [ledger.IsBeside].
func IsBeside(name string) bool { return ledger.IsBeside(name) }

// WorkCopy makes a registry at path of one that cannot be written, so that it can be worked in there:
// a copy in which every record was examined, and which begins a branch of its own, as by [Restore]. It
// opens with the same passwords. What is ill in the one is ill in the other, and returned. What is done
// in either is not in the other. One that can be written is registry.can_be_written: it is moved.
func (r *Registry) WorkCopy(ctx context.Context, path string) (ills []Ill, err error) {
	return Read(r, RightBackup, func(v *View) ([]Ill, error) {
		if v.Looking() == nil {
			return nil, data.Fail("registry.can_be_written", data.Args{"file": filepath.Base(v.Path())})
		}
		w := &Edit{v, ctx}
		return v.ledger.WorkCopy(ctx, path, w.examination(), func(l *ledger.Ledger) error {
			c, err := viewOf(ctx, l, v.file, v.options)
			if err != nil {
				return err
			}
			return c.branch(ctx)
		})
	})
}
