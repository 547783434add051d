package ledger

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Options are what a ledger takes from outside, so that every run can be repeated.
type Options struct {
	Now  func() time.Time
	Rand io.Reader
	// Examine opens what would be refused, so that it can be said what is wrong.
	Examine bool
	// Shipped are the texts that the program brings, by the name of the setting that a
	// registry may have one of them as. They are not altered.
	Shipped map[string][][]byte
}

// File is a registry that nobody has signed in to: what stands in the clear.
type File struct {
	db       *sqlite.DB
	options  Options
	settings settings
	identity Identity
	login    vault.Login
	// tries is where wrong passwords are counted, when not in the file itself: a backup is only
	// read, and what is open for looking cannot be written.
	tries string
	// back are the settings whose text was lost, and that have one of Options.Shipped.
	back []string
	// copied says that it is a copy that is still nobody's.
	copied bool
	// language is that in which files and folders beside the registry are named.
	language string
}

// Speak says in which language files and folders beside the registry are named that are not
// there yet; until then it is English.
func (f *File) Speak(language string) { f.language = language }

// OpenFile opens the registry at path. One that lacks what every registry has is
// registry.damaged.
func OpenFile(ctx context.Context, path string, o Options) (*File, error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	f := &File{db: db, options: o}
	if db.Looking() != nil {
		f.tries = sqlite.TriesApart(path)
	}
	if err := f.readSettings(ctx); err != nil {
		return nil, closing(err, db)
	}
	return f, nil
}

// openCopy opens a copy that is still nobody's: nothing is written there.
func openCopy(ctx context.Context, path string, o Options) (*File, error) {
	db, err := sqlite.OpenCopy(ctx, path)
	if err != nil {
		return nil, err
	}
	f := &File{db: db, options: o, copied: true}
	if err := f.readSettings(ctx); err != nil {
		return nil, closing(err, db)
	}
	return f, nil
}

// closing closes what could not be opened to its end.
func closing(err error, db io.Closer) error {
	if closed := db.Close(); closed != nil {
		return fmt.Errorf("%w (and %w)", err, closed)
	}
	return err
}

func (f *File) readSettings(ctx context.Context) error {
	stored, err := f.db.Settings(ctx)
	if data.CodeOf(err) == "registry.damaged" {
		// Nothing can be looked for or written in that table any more.
		f.tries = cmp.Or(f.tries, f.Path()+triesSuffix)
		stored, err = f.db.SoundSettings(ctx)
	}
	if err != nil {
		return err
	}
	f.settings = settings{}
	for _, s := range stored {
		if s.ID != settingBackoff {
			f.settings[s.ID] = newSetting(s.Rev, s.Body)
		}
	}
	f.back = f.settings.putBack(f.options.Shipped, func() map[string]string { return f.said(ctx) })
	for name, into := range map[string]any{SettingIdentity: &f.identity, SettingLogin: &f.login} {
		if err := json.Unmarshal(f.settings[name].body, into); err != nil {
			return damaged(fmt.Errorf("setting %s: %w", name, err))
		}
	}
	return nil
}

// triesSuffix ends the name of the file in which wrong passwords at a backup are counted, or at
// a registry of which no setting can be written.
const triesSuffix = "-tries"

// maximumSaid bounds what is read of a statement that nobody vouches for yet, in octets: that
// of a quarter of a million graduates has less.
const maximumSaid = 16 << 20

// said is what the statement says of the settings, nothing where it cannot be read.
func (f *File) said(ctx context.Context) map[string]string {
	stored, err := f.db.Vouch(ctx, vouchStatement)
	if err != nil || len(stored) < macSize || len(stored) > maximumSaid {
		return nil
	}
	var said struct {
		Settings map[string]string `json:"settings"`
	}
	if json.Unmarshal(stored[macSize:], &said) != nil {
		return nil
	}
	return said.Settings
}

// Setting is a stored setting, nil for none.
func (f *File) Setting(name string) []byte { return f.settings[name].body }

// Identity tells this registry from others.
func (f *File) Identity() Identity { return f.identity }

// Path is where the file lies.
func (f *File) Path() string { return f.db.Path() }

// Former says that the file has the format of a former version of the program.
func (f *File) Former() bool { return f.db.Former() }

// Unclean says that the program that had the file last did not close it: it was killed,
// or the power went.
func (f *File) Unclean() bool { return f.db.Unclean() }

// Examined says that the file was read as a whole and found sound.
func (f *File) Examined() { f.db.Examined() }

// InPlace fails when the path no longer leads to the file that is open: registry.gone, or
// registry.replaced.
func (f *File) InPlace() error { return f.db.InPlace() }

// Close closes the file.
func (f *File) Close() error { return f.db.Close() }

// random takes n octets.
func random(from io.Reader, n int) ([]byte, error) {
	octets := make([]byte, n)
	if _, err := io.ReadFull(from, octets); err != nil {
		return nil, fmt.Errorf("take random octets: %w", err)
	}
	return octets, nil
}
