package registrar

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar/access"
	"graduand/data/roster"
)

// DemoOptions choose the demonstration. The same options give the same content.
type DemoOptions struct {
	Campaign *campaign.Campaign
	// Graduates is how many; 0 as the campaign's demo school has.
	Graduates int
	Seed      uint64
	// Key makes a registry that opens by it and has no accounts, see [Options].
	Key *SchoolKey
	// WithoutPictures draws and attaches no photos and cards, which takes most of the time of a
	// small school.
	WithoutPictures bool
	// WithoutPapers leaves the folder out/ empty: nothing is printed, no graduate has an access, which is
	// made to be handed over on paper, and no message passes. This takes most of the time.
	WithoutPapers bool
	// Season plays the season on, day by day, to Until, or to its end where that is "" (F-02).
	Season bool
	Until  data.Date
}

// DemoMade says what [Demo] made. Files are relative to its folder.
type DemoMade struct {
	School    string
	Graduates int
	Files     []string
	// Code opens the message by which the centre has enrolled the school, Password is the first one in
	// it: as told by voice and in a letter. Both are "" where nobody writes to the centre.
	Code, Password string
}

// demo is the making of one demonstration.
type demo struct {
	dir     string
	options DemoOptions
	names   people
	rand    *rand.Rand
	made    DemoMade
	// now is the moment at which everything is done.
	now time.Time
	// invented are the people of the roster.
	invented []data.Graduate
	// centre is whom the school writes to, nil where it writes to nobody.
	centre *counterpart
}

// Demo does the whole main job for a fictional school in dir, which must be absent
// or empty: a roster is written and imported, forms are filled, photos and cards
// attached, lists printed, the centre written to and heard, unless it is made without pictures or papers.
// All people are invented.
func Demo(ctx context.Context, dir string, o DemoOptions) (DemoMade, error) {
	names, known := stocks[o.Campaign.Demo.People]
	if !known || len(o.Campaign.Demo.Classes) == 0 {
		return DemoMade{}, data.Fail("demo.none", nil)
	}
	if err := makeEmptyFolder(dir); err != nil {
		return DemoMade{}, err
	}
	d := &demo{dir: dir, options: o, names: names, rand: newRand(o.Seed)}
	d.now = d.beginning()
	d.made.School = o.Campaign.Demo.School.Name
	if err := d.run(ctx); err != nil {
		return DemoMade{}, errors.Join(err, d.clear())
	}
	return d.made, nil
}

// clear takes a half-made demonstration away again.
func (d *demo) clear() error {
	entries, err := os.ReadDir(d.dir)
	for _, e := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(d.dir, e.Name())))
	}
	return err
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// random are the secrets of one side.
func (d *demo) random(of string) io.Reader {
	var seed [32]byte
	copy(seed[:], strconv.FormatUint(d.options.Seed, 10)+of)
	return rand.NewChaCha8(seed)
}

func makeEmptyFolder(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "out"), 0o700); err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": dir})
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return data.FailWith(err, "file.cannot_read", data.Args{"file": dir})
	}
	out, err := os.ReadDir(filepath.Join(dir, "out"))
	if err != nil {
		return data.FailWith(err, "file.cannot_read", data.Args{"file": dir})
	}
	if len(entries) > 1 || len(out) > 0 {
		return data.Fail("demo.not_empty", data.Args{"folder": dir})
	}
	return nil
}

func (d *demo) clock() time.Time { return d.now }

// beginning is a fixed morning within the campaign: documents and events are repeatable.
func (d *demo) beginning() time.Time {
	if start := d.options.Campaign.Date(campaign.RegistrationStart); start != nil && start.On != "" {
		days := 7
		if d.options.Season {
			days = 0
		}
		return start.On.Time().AddDate(0, 0, days).Add(9 * time.Hour)
	}
	return time.Date(d.options.Campaign.Year, 2, 10, 9, 0, 0, 0, time.UTC)
}

func (d *demo) run(ctx context.Context) (err error) {
	d.invented = d.invent()
	content, err := d.writeRoster(slices.Clone(d.invented))
	if err != nil {
		return err
	}
	c := d.options.Campaign
	head := Founder{Name: c.Demo.Head, Phone: c.Demo.HeadPhone, Password: DemoPassword}
	r, err := Create(ctx, filepath.Join(d.dir, "school.graduand"), c, c.Demo.School, head, Options{
		Now: d.clock, Rand: d.random(""), Key: d.options.Key, Demo: true,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.centre.close(), r.Close()) }()
	if err := d.enrol(ctx, r); err != nil {
		return err
	}
	if d.options.Key == nil {
		responsible := Account{Name: c.Demo.Responsible, Phone: c.Demo.Phone, Role: RoleResponsible}
		if err := r.StepIn(ctx, responsible, DemoPassword); err != nil {
			return err
		}
	}
	d.made.Files = append(d.made.Files, "school.graduand")
	read, err := r.Roster.Read(ctx, "roster.xlsx", content, roster.Options{})
	if err != nil {
		return err
	}
	ids, err := r.Roster.Import(ctx, read)
	if err != nil {
		return err
	}
	d.made.Graduates = len(ids)
	if d.options.Season {
		return d.play(ctx, r, ids)
	}
	for i, id := range ids {
		if err := d.fill(ctx, r, id, i, len(ids)); err != nil {
			return err
		}
	}
	if err := d.finish(ctx, r, ids); err != nil {
		return err
	}
	return d.correspond(ctx, r)
}

// finish adds the pictures and prints the papers of forms that are filled in.
func (d *demo) finish(ctx context.Context, r *Registrar, ids []string) error {
	if !d.options.WithoutPictures {
		if err := d.addPictures(ctx, r); err != nil {
			return err
		}
	}
	if err := d.giveAccesses(ctx, r, ids); err != nil {
		return err
	}
	return d.writePapers(ctx, r)
}

// accessesInDemo is how many graduates of a demonstration have an access: a sheet of
// slips.
const accessesInDemo = 4

// giveAccesses makes a few accesses where the campaign has them; a password each is
// work for half a second.
func (d *demo) giveAccesses(ctx context.Context, r *Registrar, ids []string) error {
	if !d.options.Campaign.Has(CapabilityAccesses) || d.options.Key != nil || d.options.WithoutPapers {
		return nil
	}
	ids = ids[:min(len(ids), accessesInDemo)]
	if _, err := r.Access.Create(ctx, ids, nil); err != nil {
		return err
	}
	for _, paper := range []struct {
		name string
		save func(context.Context, string, []string) error
	}{{"accesses.pdf", func(ctx context.Context, path string, ids []string) error {
		return r.Access.SaveSlips(ctx, path, ids, access.Slips{})
	}},
		{"accesses.xlsx", r.Access.SaveWorkbook}} {
		name := filepath.Join("out", paper.name)
		if err := paper.save(ctx, filepath.Join(d.dir, name), ids); err != nil {
			return err
		}
		d.made.Files = append(d.made.Files, name)
	}
	return nil
}

func (d *demo) writeRoster(graduates []data.Graduate) ([]byte, error) {
	var b bytes.Buffer
	columns := []string{roster.FieldFullName, data.FieldBirthDate, data.FieldClass, data.FieldPhone, data.FieldDocumentKind, roster.FieldDocument}
	for i := range graduates {
		g := &graduates[i]
		if kind := d.options.Campaign.DocumentKind(g.Document.Kind); kind != nil {
			g.Document.Kind = kind.Title
		}
	}
	err := roster.WriteRoster(&b, d.options.Campaign.Demo.School.Name, graduates, columns, d.options.Campaign.Language)
	if err != nil {
		return nil, err
	}
	d.made.Files = append(d.made.Files, "roster.xlsx")
	return b.Bytes(), SaveFile(filepath.Join(d.dir, "roster.xlsx"), b.Bytes())
}
