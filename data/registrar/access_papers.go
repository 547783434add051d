package registrar

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"

	"graduand/data"
	"graduand/data/roster"
	"graduand/data/vault"
	"graduand/reports"
)

// words are those of the campaign's language, in which documents are written.
func (r *Registrar) words() func(string, map[string]any) string {
	return reports.Words(r.Campaign().Language, r.Campaign().Texts[r.Campaign().Language])
}

// issued is one access with its password, empty when it was handed over.
type issued struct {
	AccessState
	password string
}

// issue reads the passwords of the chosen graduates that are not handed over.
func (r *Registrar) issue(ctx context.Context, only []string) ([]issued, error) {
	if err := r.accessible(); err != nil {
		return nil, err
	}
	states, err := r.accessStates(ctx, only)
	if err != nil {
		return nil, err
	}
	if len(states) == 0 {
		return nil, data.Fail("access.nobody", nil)
	}
	sealed, err := r.secrets(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]issued, len(states))
	for i, state := range states {
		all[i].AccessState = state
		place := secretPlace(state.Graduate.ID, string(state.Door), state.Version)
		if !state.Readable {
			continue
		}
		plain, err := vault.Open(r.keys.sub[vault.LabelPasswords], place, sealed[doorOf{state.Graduate.ID, state.Door}])
		if err != nil {
			return nil, tampered(err, place)
		}
		all[i].password = string(plain)
	}
	return all, nil
}

// writeSlips writes a slip for each access of the chosen graduates, all when only is
// empty, as a PDF (KG-016, KG-036).
func (r *Registrar) writeSlips(ctx context.Context, w io.Writer, only []string) ([]issued, error) {
	all, err := r.issue(ctx, only)
	if err != nil {
		return nil, err
	}
	slips := make([]reports.Slip, len(all))
	for i, a := range all {
		slips[i] = reports.Slip{FullName: a.Graduate.FullName(), Class: a.Graduate.Class, Login: shownLogin(a.Login), Password: a.password,
			Door: string(a.Door), School: r.school.Name, Campaign: r.Campaign().ShortTitle, Issued: a.Made.On.Dotted(), HandedOver: !a.Readable}
		if a.Door == data.DoorPlatform {
			slips[i].Address = r.school.Site
		}
	}
	return all, reports.Slips(w, slips, r.Campaign().Language, r.Campaign().Texts[r.Campaign().Language])
}

// shownLogin writes a phone as people read it, and any other login as it is.
func shownLogin(login string) string {
	if len(login) > 0 && login[0] == '+' {
		return FormatPhone(login)
	}
	return login
}

// writeAccesses writes the workbook «Доступы выпускников» (KG-035, KG-038): where a
// password was handed over, it says so in its place (D16).
func (r *Registrar) writeAccesses(ctx context.Context, w io.Writer, only []string) ([]issued, error) {
	all, err := r.issue(ctx, only)
	if err != nil {
		return nil, err
	}
	say := r.words()
	lines := make([]roster.AccessLine, len(all))
	for i, a := range all {
		lines[i] = roster.AccessLine{Login: a.Login, FullName: a.Graduate.FullName(), Class: a.Graduate.Class, Password: a.password,
			Door: say("access.door_"+string(a.Door), nil), State: say("access.state_open", nil)}
		if !a.Readable {
			lines[i].Password = say("report.slip_handed", nil)
		}
		if a.HandedOver != nil {
			lines[i].State = say("access.state_handed", map[string]any{"date": a.HandedOver.On.Dotted()})
		}
	}
	return all, roster.WriteAccesses(w, lines, r.school.Name, r.Campaign().Language)
}

// SaveSlips writes the slips to a file and notes it in the history.
func (r *Registrar) SaveSlips(ctx context.Context, path string, only []string) error {
	return r.savePapers(ctx, path, only, EventAccessPrinted, r.writeSlips)
}

// SaveAccesses writes the workbook to a file and notes it in the history (KG-013).
func (r *Registrar) SaveAccesses(ctx context.Context, path string, only []string) error {
	return r.savePapers(ctx, path, only, EventAccessSaved, r.writeAccesses)
}

func (r *Registrar) savePapers(ctx context.Context, path string, only []string, kind string,
	write func(context.Context, io.Writer, []string) ([]issued, error)) (err error) {
	defer r.tell(&err, HistoryGrew)
	if SameFile(path, r.db.Path()) {
		return data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	var b bytes.Buffer
	all, err := write(ctx, &b, only)
	if err != nil {
		return err
	}
	if err := SaveFile(path, b.Bytes()); err != nil {
		return err
	}
	body := eventBody{Note: filepath.Base(path), SHA256: hexSum(b.Bytes())}
	for _, a := range all {
		body.Graduates = append(body.Graduates, a.Graduate.ID)
	}
	// The file is there: the history must know it, cancelled or not.
	return r.update(context.WithoutCancel(ctx), func(c *change) error { return c.note(kind, "", 0, nil, body) })
}

func hexSum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// SavePaperKey makes a new paper code and writes its sheet, for the safe (KG-007). When
// the sheet cannot be written the paper before it goes on opening the registry.
func (r *Registrar) SavePaperKey(ctx context.Context, path string) error {
	if SameFile(path, r.db.Path()) {
		return data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	// Whether the place can be written to is found out before the old code dies.
	staged, err := StageFile(path, nil)
	if err != nil {
		return err
	}
	if err := staged.Discard(); err != nil {
		return err
	}
	code, err := r.NewPaperCode(ctx)
	if err != nil {
		return err
	}
	return r.WritePaperKey(path, code)
}

// WritePaperKey writes the sheet of a code that was just made.
func (r *Registrar) WritePaperKey(path, code string) error {
	r.mu.Lock()
	sheet := reports.RecoverySheet{School: r.school.Name, Campaign: r.Campaign().ShortTitle, File: filepath.Base(r.db.Path()), Code: code,
		Made: r.Today().Dotted(), By: r.who.label()}
	r.mu.Unlock()
	var b bytes.Buffer
	if err := reports.Recovery(&b, sheet, r.Campaign().Language, r.Campaign().Texts[r.Campaign().Language]); err != nil {
		return err
	}
	return SaveFile(path, b.Bytes())
}

// EraseWithCertificate is [Registrar.Erase] with a certificate of it as a PDF. The
// place for the certificate is tried before anything is destroyed.
func (r *Registrar) EraseWithCertificate(ctx context.Context, ids []string, reason, path string) (Erased, error) {
	return r.certify(path, func() (Erased, error) { return r.Erase(ctx, ids, reason) })
}

// EraseImagesWithCertificate is [Registrar.EraseImages] with a certificate.
func (r *Registrar) EraseImagesWithCertificate(ctx context.Context, ids []string, reason, path string) (Erased, error) {
	return r.certify(path, func() (Erased, error) { return r.EraseImages(ctx, ids, reason) })
}

func (r *Registrar) certify(path string, erase func() (Erased, error)) (Erased, error) {
	staged, err := StageFile(path, nil)
	if err != nil {
		return Erased{}, err
	}
	if err := staged.Discard(); err != nil {
		return Erased{}, err
	}
	done, err := erase()
	if err != nil {
		return done, err
	}
	var b bytes.Buffer
	if err := r.WriteCertificate(&b, done); err != nil {
		return done, err
	}
	return done, SaveFile(path, b.Bytes())
}

// WriteCertificate writes the certificate of an erasure: who destroyed what, when and
// why, and what remains elsewhere (F-16).
func (r *Registrar) WriteCertificate(w io.Writer, done Erased) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	say := r.words()
	e := reports.Erasure{School: r.school.Name, Campaign: r.Campaign().Title, Registry: fmt.Sprintf("%s (%s)", filepath.Base(r.db.Path()), r.identity.ID),
		Made: r.options.Now().In(r.zone).Format("02.01.2006 15:04"), By: r.who.label(), Role: say("role."+string(r.who.Role), nil),
		Reason: done.Reason, Head: r.school.HeadName, HeadTitle: r.school.HeadTitle, Persons: done.Persons, HeadHash: done.Head}
	what := []string{"erase.what_records", "erase.what_images", "erase.what_accesses", "erase.what_history"}
	if done.Images {
		what = []string{"erase.what_images"}
	}
	for _, id := range what {
		e.What = append(e.What, say(id, nil))
	}
	if done.Backups > 0 {
		e.What = append(e.What, say("erase.what_backups", map[string]any{"count": done.Backups}))
	}
	if done.Kept > 0 {
		e.Remains = append(e.Remains, say("erase.remains_kept", map[string]any{"count": done.Kept}))
	}
	for _, id := range []string{"erase.remains_backups", "erase.remains_paper", "erase.remains_centre", "erase.remains_history"} {
		e.Remains = append(e.Remains, say(id, nil))
	}
	return reports.ErasureCertificate(w, e, r.Campaign().Language, r.Campaign().Texts[r.Campaign().Language])
}
