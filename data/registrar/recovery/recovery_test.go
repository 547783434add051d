package recovery_test

import (
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre"
	message "graduand/data/exchange"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/recovery"
	"graduand/data/registry"
	"graduand/data/vault/vaulttest"
)

func TestMain(m *testing.M) {
	vaulttest.LowerPrice()
	// The locks of files are chosen before the first database: a program has either a registry or a centre.
	os.Exit(withRegistry(m.Run))
}

func withRegistry(run func() int) int {
	folder, err := os.MkdirTemp("", "recovery")
	desktest.Must(err)
	defer os.RemoveAll(folder)
	c, err := campaign.Builtin("ort-2021", "1.0")
	desktest.Must(err)
	o := options()
	o.Key = desktest.Key
	r, err := registry.Create(desktest.Ctx, filepath.Join(folder, "first.graduand"), c, data.School{Name: "x"}, registry.Founder{Name: "x"}, o)
	desktest.Must(err)
	desktest.Must(r.Close())
	return run()
}

const (
	phone = "+996555000007"
	lost  = "синій кит летить над Чуйською долиною"
	next  = "чотири верблюди співають у трамваї"
)

// options sign in by passwords.
func options() registry.Options {
	return registry.Options{Now: func() time.Time { return desktest.Noon }, Rand: rand.Reader}
}

// place is a centre with its folder, and the registries that it has enrolled.
type place struct {
	*centre.Centre
	t      *testing.T
	folder string
}

func newPlace(t *testing.T, recoveryKey bool) *place {
	t.Helper()
	p := &place{t: t, folder: filepath.Join(t.TempDir(), "centre")}
	_, err := centre.MakeKeys(p.folder, recoveryKey, rand.Reader)
	desktest.Must(err)
	p.Centre, err = centre.Open(context.Background(), p.folder, centre.Options{Program: "1.0", Now: func() time.Time { return desktest.Noon }, Random: rand.Reader})
	desktest.Must(err)
	t.Cleanup(func() { p.Close() })
	c, err := campaign.Builtin("ort-2021", "1.0")
	desktest.Must(err)
	desktest.Must(p.SetCampaign(desktest.Ctx, c.Source()))
	return p
}

// school is the closed registry of a school that the centre has enrolled.
func (p *place) school(code string) string {
	p.t.Helper()
	folder := p.t.TempDir()
	letter, err := p.Enrol(desktest.Ctx, centre.Enrolling{School: code, Name: "Школа " + code, Phone: phone, Surname: "Асанова", GivenName: "Гүлнара"}, filepath.Join(folder, "enrolment.zip.age"))
	desktest.Must(err)
	i, err := exchange.OpenInvitation(filepath.Join(folder, "enrolment.zip.age"), letter.Code)
	desktest.Must(err)
	path := filepath.Join(folder, code+".graduand")
	r, err := i.Found(desktest.Ctx, exchange.Founding{Path: path, Password: lost}, options())
	desktest.Must(err)
	desktest.Must(r.Close())
	return path
}

func asking(path string) recovery.Asking {
	return recovery.Asking{Registry: path, Out: path + ".request.zip.age", Name: "Асанова Гүлнара", Phone: "0555 000 007", Password: next}
}

func TestTheCentreLetsTheResponsibleInAgain(t *testing.T) {
	for name, own := range map[string]bool{"by a recovery key of its own": true, "by the key of its messages": false} {
		t.Run("KG-007 "+name, func(t *testing.T) {
			c := newPlace(t, own)
			path := c.school("bishkek-7")
			a := asking(path)
			fingerprint, err := recovery.Ask(desktest.Ctx, a, options())
			desktest.Must(err)
			if !recovery.Asked(path) || strings.Count(fingerprint, "-") != 7 {
				t.Errorf("%q", fingerprint)
			}
			answer := filepath.Join(t.TempDir(), "answer.zip.age")
			given, err := c.Recover(desktest.Ctx, centre.Recovering{Request: a.Out, Out: answer, Fingerprint: strings.ToUpper(strings.ReplaceAll(fingerprint, "-", " "))})
			if err != nil || given != (centre.Recovered{School: "bishkek-7", Name: "Асанова Гүлнара", Phone: phone}) {
				t.Fatalf("%+v, %v", given, err)
			}
			r, err := recovery.Answer(desktest.Ctx, path, answer, next, options())
			desktest.Must(err)
			if me := r.Me(); me.Phone != phone || me.Role != registry.RoleHead || me.MustChange {
				t.Errorf("%+v", me)
			}
			events, err := r.History(desktest.Ctx, registry.HistoryFilter{Kind: registry.EventReadmitted})
			if err != nil || len(events) != 1 || !strings.Contains(events[0].Note, "Асанова") {
				t.Errorf("%+v, %v", events, err)
			}
			if accounts, err := r.Accounts(desktest.Ctx); err != nil || len(accounts) != 1 {
				t.Errorf("%+v, %v", accounts, err)
			}
			if ills, err := r.Doctor(desktest.Ctx); err != nil || len(ills) > 0 {
				t.Errorf("%v, %v", ills, err)
			}
			desktest.Must(r.Close())
			if recovery.Asked(path) {
				t.Error("the request is still kept")
			}
			opens(t, path, lost, "vault.wrong")
			opens(t, path, next, "")
			t.Run("the same answer once more opens nothing", func(t *testing.T) {
				_, err := recovery.Answer(desktest.Ctx, path, answer, next, options())
				desktest.WantCode(t, "again", err, "recovery.not_asked")
			})
			t.Run("and the centre can give the new key back too", func(t *testing.T) {
				a.Password = "п'ять зелених трамваїв їдуть удосвіта"
				fingerprint, err := recovery.Ask(desktest.Ctx, a, options())
				desktest.Must(err)
				_, err = c.Recover(desktest.Ctx, centre.Recovering{Request: a.Out, Out: answer, Fingerprint: fingerprint})
				desktest.Must(err)
				again, err := recovery.Answer(desktest.Ctx, path, answer, a.Password, options())
				desktest.Must(err)
				desktest.Must(again.Close())
			})
		})
	}
}

// opens signs in with a password; code is the refusal, "" for none.
func opens(t *testing.T, path, password, code string) {
	t.Helper()
	r, err := registry.Open(desktest.Ctx, path, registry.SignIn{Phone: phone, Password: password}, options())
	if data.CodeOf(err) != code {
		t.Errorf("sign in: %v, want %q", err, code)
	}
	if err == nil {
		desktest.Must(r.Close())
	}
}

func TestWhatTheCentreRefusesToGiveBack(t *testing.T) {
	c, other := newPlace(t, true), newPlace(t, true)
	path, neighbour := c.school("bishkek-7"), c.school("bishkek-8")
	a := asking(path)
	fingerprint, err := recovery.Ask(desktest.Ctx, a, options())
	desktest.Must(err)
	out := filepath.Join(t.TempDir(), "answer.zip.age")
	refused := func(t *testing.T, at *place, r centre.Recovering, code string) {
		t.Helper()
		r.Out = out
		_, err := at.Recover(desktest.Ctx, r)
		desktest.WantCode(t, "recover", err, code)
		if _, err := os.Stat(out); err == nil {
			t.Error("something was written")
		}
	}
	t.Run("KG-007 another voice", func(t *testing.T) {
		refused(t, c, centre.Recovering{Request: a.Out, Fingerprint: "0000-0000-0000-0000-0000-0000-0000-0000"}, "centre.other_voice")
		refused(t, c, centre.Recovering{Request: a.Out}, "centre.other_voice")
	})
	t.Run("KG-007 another centre", func(t *testing.T) {
		refused(t, other, centre.Recovering{Request: a.Out, Fingerprint: fingerprint}, "message.not_for_us")
	})
	t.Run("KG-007 another phone than the enrolled one", func(t *testing.T) {
		b := a
		b.Phone, b.Out = "0555 000 099", path+".other"
		fingerprint, err := recovery.Ask(desktest.Ctx, b, options())
		desktest.Must(err)
		refused(t, c, centre.Recovering{Request: b.Out, Fingerprint: fingerprint}, "centre.other_phone")
	})
	t.Run("KG-007 a tampered request", func(t *testing.T) {
		content := desktest.MustRead(t, a.Out)
		for _, at := range []int{0, 40, len(content) / 2, len(content) - 1} {
			spoilt := append([]byte{}, content...)
			spoilt[at] ^= 1
			desktest.Must(os.WriteFile(a.Out+"-spoilt", spoilt, 0o600))
			if _, err := c.Recover(desktest.Ctx, centre.Recovering{Request: a.Out + "-spoilt", Out: out, Fingerprint: fingerprint}); data.CodeOf(err) == "" {
				t.Errorf("octet %d: %v", at, err)
			}
		}
	})
	t.Run("KG-007 the key of a neighbour in the own request", func(t *testing.T) {
		m, by := forged(t, path, neighbour)
		refused(t, c, centre.Recovering{Request: m, Fingerprint: by.Keys().Fingerprint()}, "centre.other_registry")
	})
}

// forged is a request of the school at path with the key of another registry in it.
func forged(t *testing.T, path, neighbour string) (file string, by *message.Identity) {
	t.Helper()
	own, err := registry.EscrowOf(desktest.Ctx, path)
	desktest.Must(err)
	theirs, err := registry.EscrowOf(desktest.Ctx, neighbour)
	desktest.Must(err)
	own.ID, own.File = theirs.ID, theirs.File
	by, err = message.NewIdentity(rand.Reader)
	desktest.Must(err)
	m, err := recovery.Request(&own, phone, by.Keys(), options())
	desktest.Must(err)
	file = filepath.Join(t.TempDir(), "forged.zip.age")
	f, err := os.Create(file)
	desktest.Must(err)
	_, err = message.Write(f, m, nil, by, message.Seal{Recipients: []string{own.Recipient}})
	desktest.Must(err)
	desktest.Must(f.Close())
	return file, by
}

func TestWhatTheSchoolRefusesToBelieve(t *testing.T) {
	c := newPlace(t, true)
	path, neighbour := c.school("bishkek-7"), c.school("bishkek-8")
	answer := func(path string) string {
		a := asking(path)
		fingerprint, err := recovery.Ask(desktest.Ctx, a, options())
		desktest.Must(err)
		out := filepath.Join(t.TempDir(), "answer.zip.age")
		_, err = c.Recover(desktest.Ctx, centre.Recovering{Request: a.Out, Out: out, Fingerprint: fingerprint})
		desktest.Must(err)
		return out
	}
	former, theirs := answer(path), answer(neighbour)
	own := answer(path)
	before := desktest.MustRead(t, path)
	refused := func(t *testing.T, path, answer, password, code string) {
		t.Helper()
		_, err := recovery.Answer(desktest.Ctx, path, answer, password, options())
		desktest.WantCode(t, "answer", err, code)
	}
	t.Run("KG-007 another password than the chosen one", func(t *testing.T) { refused(t, path, own, lost, "recovery.wrong_password") })
	t.Run("KG-007 the answer to an earlier request", func(t *testing.T) { refused(t, path, former, next, "recovery.other_request") })
	t.Run("KG-007 the answer to somebody else's request", func(t *testing.T) { refused(t, path, theirs, next, "recovery.other_request") })
	t.Run("KG-007 what is no answer", func(t *testing.T) {
		refused(t, path, asking(path).Out, next, "recovery.other_request")
		refused(t, path, path, next, "message.not_a_message")
		refused(t, path, path+".none", next, "file.cannot_read")
	})
	t.Run("KG-007 nobody has asked", func(t *testing.T) {
		refused(t, c.school("bishkek-9"), own, next, "recovery.not_asked")
	})
	t.Run("KG-007 a request that is kept in the place of another registry's", func(t *testing.T) {
		desktest.Must(os.WriteFile(neighbour+"-asked", desktest.MustRead(t, path+"-asked"), 0o600))
		refused(t, neighbour, own, next, "recovery.other_request")
	})
	t.Run("KG-007 what is kept is spoilt", func(t *testing.T) {
		kept := desktest.MustRead(t, path+"-asked")
		spoilt := append([]byte{}, kept...)
		spoilt[len(spoilt)-1] ^= 1
		desktest.Must(os.WriteFile(path+"-asked", spoilt, 0o600))
		refused(t, path, own, next, "recovery.spoilt")
		desktest.Must(os.WriteFile(path+"-asked", kept, 0o600))
	})
	t.Run("KG-007 a password was changed since: the key in the answer is the former one", func(t *testing.T) {
		if string(desktest.MustRead(t, path)) != string(before) {
			t.Error("a refusal has changed the registry")
		}
		r, err := registry.Open(desktest.Ctx, path, registry.SignIn{Phone: phone, Password: lost}, options())
		desktest.Must(err)
		desktest.Must(r.ChangePassword(desktest.Ctx, lost, "сім жовтих равликів на гойдалці"))
		desktest.Must(r.Close())
		refused(t, path, own, next, "recovery.wrong_key")
		opens(t, path, "сім жовтих равликів на гойдалці", "")
	})
	t.Run("KG-007 a centre that never had the key", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		path := r.Path()
		desktest.Must(r.Close())
		_, err := recovery.Ask(desktest.Ctx, asking(path), options())
		desktest.WantCode(t, "ask", err, "recovery.none")
		if recovery.Asked(path) {
			t.Error("something is kept")
		}
	})
	t.Run("KG-007 who could not sign in asks for nothing", func(t *testing.T) {
		for code, alter := range map[string]func(*recovery.Asking){
			"vault.short_password": func(a *recovery.Asking) { a.Password = "короткий" },
			"account.no_name":      func(a *recovery.Asking) { a.Name = " " },
			"account.no_phone":     func(a *recovery.Asking) { a.Phone = "" },
			"vault.phone":          func(a *recovery.Asking) { a.Phone = "12" },
		} {
			a := asking(path)
			alter(&a)
			_, err := recovery.Ask(desktest.Ctx, a, options())
			desktest.WantCode(t, code, err, code)
		}
	})
}
