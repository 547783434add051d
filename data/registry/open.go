package registry

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
	"graduand/imaging"
)

// SignIn is what a person shows to open a registry: phone in any spelling and
// password. Without a phone the password decides alone, for operators.
type SignIn struct{ Phone, Password string }

// Open opens the registry at path for the one who signs in: an operator, or a graduate
// who then sees one form only. Without the right password nothing is shown, not even
// names: vault.wrong; after five failures vault.wait with the seconds to wait, through
// restarts too. What is spoilt in the file harms only itself, see [Registry.Ills]; where
// nothing can be relied on it is vault.tampered.
func Open(ctx context.Context, path string, s SignIn, o Options) (*Registry, error) {
	f, err := ledger.OpenFile(ctx, path, o.filled().ledger())
	if err != nil {
		return nil, err
	}
	v, failures, err := signIn(ctx, f, s, o.filled())
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if err := v.begin(ctx, failures); err != nil {
		return nil, errors.Join(err, v.close())
	}
	return &Registry{view: v}, nil
}

// signIn opens a file for who signs in, and reads everything that this person may read.
func signIn(ctx context.Context, f *ledger.File, s SignIn, o Options) (*View, int, error) {
	c, err := campaignOf(f)
	if err != nil {
		return nil, 0, err
	}
	f.Speak(c.Language)
	if o.Key != nil {
		l, err := f.ByKey(ctx, o.Key)
		if err != nil {
			return nil, 0, err
		}
		v, err := viewOf(ctx, l, c, o)
		return v, 0, err
	}
	phone, err := typedPhone(c, s.Phone)
	if err != nil {
		return nil, 0, err
	}
	entered, err := f.SignIn(ctx, phone, s.Password)
	if err != nil {
		return nil, 0, err
	}
	if entered.Own != nil {
		v, err := ownView(ctx, entered.Own, phone, c, o)
		return v, 0, err
	}
	v, err := viewOf(ctx, entered.Ledger, c, o)
	return v, entered.Failures, err
}

// begin notes who has come, if anybody sits down or wrong passwords came before, goes on
// with an erasure that was stopped, examines what was not closed, and takes over what
// graduates have filled in.
func (v *View) begin(ctx context.Context, failures int) error {
	if v.who.Role == RoleGraduate || v.options.Examine || v.Looking() != nil {
		return nil
	}
	if v.options.Sitting || failures > 0 {
		err := v.update(ctx, func(c *Change) error {
			return c.Note(EventSignedIn, EventBody{Failures: failures})
		})
		if err != nil {
			return err
		}
	}
	if unswept, backups := v.ledger.Unswept(); unswept {
		if _, err := v.ledger.Sweep(ctx, backups); err != nil {
			return err
		}
	}
	// What programs that were killed have left half made; what cannot be removed harms nobody.
	_ = ledger.RemoveUnfinished(v.Path())
	if v.book.Unclean() {
		var err error
		if v.found, err = v.examine(ctx); err != nil {
			return err
		}
		if len(v.found) == 0 {
			v.book.Examined()
		}
	}
	if v.may(RightFill) != nil {
		return nil
	}
	if err := v.takeOver(ctx); data.CodeOf(err) != "registry.damaged" {
		return err
	}
	// A page of what graduates have left is spoilt: nobody is kept out for it.
	v.ills = append(v.ills, Ill{Code: "page", Args: data.Args{"fault": "pending"}})
	return nil
}

// Entrance is what a registry shows to somebody who has not signed in.
type Entrance struct {
	Path   string
	School string
	// Campaign is as its file has it.
	Campaign       *campaign.Campaign
	DistrictCentre string
	CentreContact  string
	// Example is a phone as it may be typed.
	Example string
	// Demo is the sign-in of the demonstration school, nil elsewhere.
	Demo *SignIn
	// Escrowed says that the centre can give the key back.
	Escrowed bool
	// Home says that it is one graduate's take-home file.
	Home bool
	// Looking is why nothing in it can be changed, nil where it can be written.
	Looking *Looking
}

// LookAt reads what stands on the door of a registry. Nobody vouches for it: whoever may
// write in the file can write it.
func LookAt(ctx context.Context, path string) (Entrance, error) {
	f, err := ledger.OpenFile(ctx, path, Options{}.filled().ledger())
	if err != nil {
		return Entrance{}, err
	}
	d, err := entranceOf(f)
	return d, errors.Join(err, f.Close())
}

func entranceOf(f *ledger.File) (Entrance, error) {
	c, err := campaignOf(f)
	if err != nil {
		return Entrance{}, err
	}
	var school data.School
	if err := json.Unmarshal(f.Setting(settingSchool), &school); err != nil {
		return Entrance{}, data.FailWith(err, "registry.damaged", nil)
	}
	home := f.Identity().Home
	// Anybody may have written it: no sign in it steers a screen.
	shown := func(text string) string { return legible(text, data.LongestText) }
	d := Entrance{Path: f.Path(), School: shown(school.Name), Campaign: c,
		DistrictCentre: shown(school.DistrictCentre), CentreContact: shown(school.DistrictCentreContact),
		Example: c.Demo.Phone, Escrowed: f.Setting(ledger.SettingEscrow) != nil, Home: home, Looking: f.Looking()}
	if f.Identity().Demo && !home {
		d.Demo = &SignIn{c.Demo.Phone, DemoPassword}
	}
	return d, nil
}

// DemoPassword opens the registry of a demonstration, for its head and for its
// responsible person. Everybody knows it, and all the people there are invented.
const DemoPassword = "graduand-demo"

// Close closes the registry and locks it: every key is overwritten and the index let
// go, and of scans no page stays in memory. Nothing can be done with a closed one. What is no longer in its place is saved first:
// it fails with registry.rescued, which says where the backup lies, or
// registry.not_rescued.
func (r *Registry) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.view.closed {
		return nil
	}
	rescued := r.view.rescue()
	return errors.Join(rescued, r.view.close(), imaging.ClosePages())
}

// rescue makes an automatic backup of a registry that is no longer in its place: when it
// closes, as it does by itself when nobody sits there, it is gone. It is nil when nothing
// was to be saved.
func (v *View) rescue() error {
	moved := v.book.InPlace()
	if v.ledger == nil || moved == nil || v.Looking() != nil {
		return nil
	}
	name := filepath.Base(v.Path())
	path, err := (&Edit{v, context.Background()}).KeepBackup("rescued")
	if err != nil {
		return data.FailWith(errors.Join(moved, err), "registry.not_rescued", data.Args{"file": name, "folder": BackupFolder(v.Path())})
	}
	return data.FailWith(moved, "registry.rescued", data.Args{"file": name, "copy": path})
}

// RemoveLooked removes what programs have left that were killed while somebody looked at a registry.
func RemoveLooked() { ledger.RemoveLooked() }
