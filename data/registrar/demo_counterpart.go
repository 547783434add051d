package registrar

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"regexp"
	"strings"

	"graduand/data"
	"graduand/data/centre"
	message "graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// counterpart is the centre of a demonstration: a real one, with what it is about to tell the school.
type counterpart struct {
	*centre.Centre
	school string
	// confirmed says that the school's keys were compared.
	confirmed bool
	// decided is what it tells next, then what the school does when it was told.
	decided []centre.Decision
	then    []func(context.Context) error
}

func (c *counterpart) close() error {
	if c == nil {
		return nil
	}
	return c.Close()
}

// Where everything lies in the folder of a demonstration.
var (
	centreInDemo = "centre"
	toCentre     = filepath.Join("out", "to-centre")
	fromCentre   = filepath.Join("out", "from-centre")
)

// enrol sets the centre up, which enrols the school; the school takes the message in. Where nothing is
// printed nobody writes.
func (d *demo) enrol(ctx context.Context, r *Registrar) error {
	if d.options.WithoutPapers {
		return nil
	}
	folder := filepath.Join(d.dir, centreInDemo)
	o := centre.Options{Program: Program, Now: d.clock, Random: d.random(d.options.Campaign.ID)}
	if _, err := centre.MakeKeys(folder, false, o.Random); err != nil {
		return err
	}
	open, err := centre.Open(ctx, folder, o)
	if err != nil {
		return err
	}
	c := d.options.Campaign
	d.centre = &counterpart{Centre: open, school: d.slug()}
	if err := open.SetCampaign(ctx, c.Source()); err != nil {
		return err
	}
	if err := d.join(ctx, r); err != nil {
		return err
	}
	return d.saveSigner(r, folder)
}

var noSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slug is what the centre calls the school: its name in Latin letters.
func (d *demo) slug() string {
	school := d.options.Campaign.Demo.School
	name := strings.ToLower(d.names.latin.Write(cmp.Or(school.ShortName, school.Name)))
	return cmp.Or(strings.Trim(noSlug.ReplaceAllString(name, "-"), "-"), "demo")
}

// join opens the school's cabinet by the message of the centre and the code that it tells by voice.
func (d *demo) join(ctx context.Context, r *Registrar) error {
	school := d.options.Campaign.Demo.School
	name := append(strings.Fields(d.options.Campaign.Demo.Responsible), "", "", "")
	path := filepath.Join(fromCentre, "000001-enrolment"+message.Ending)
	if err := errors.Join(file.MakeFolder(filepath.Join(d.dir, fromCentre)), file.MakeFolder(filepath.Join(d.dir, toCentre))); err != nil {
		return err
	}
	letter, err := d.centre.Enrol(ctx, centre.Enrolling{School: d.centre.school, Name: school.Name, InstitutionType: school.InstitutionType, District: school.DistrictCentre,
		Phone: d.options.Campaign.Demo.Phone, Surname: name[0], GivenName: name[1], Patronymic: name[2], Site: school.Site}, filepath.Join(d.dir, path))
	if err != nil {
		return err
	}
	invitation, err := OpenInvitation(letter.Path, letter.Code)
	if err != nil {
		return err
	}
	d.made.Code, d.made.Password, d.made.Files = letter.Code, letter.Password, append(d.made.Files, path)
	return r.Exchange.Join(ctx, invitation)
}

// saveSigner leaves the school's public key at the centre, as minisign reads it.
func (d *demo) saveSigner(r *Registrar, folder string) error {
	enrolled, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (*registry.Enrolled, error) { return v.Enrolled() })
	if err != nil {
		return err
	}
	own, err := message.ParseIdentity(enrolled.Own[0].Secret, enrolled.Own[0].Signing)
	if err != nil {
		return err
	}
	public, err := own.Keys().PublicFile()
	if err != nil {
		return err
	}
	d.made.Files = append(d.made.Files, filepath.Join(centreInDemo, "centre.agekey"), filepath.Join(centreInDemo, "school.minisign.pub"))
	return file.Save(filepath.Join(folder, "school.minisign.pub"), public)
}

// export writes to the centre what is new of everybody, or of some.
func (d *demo) export(ctx context.Context, r *Registrar, only ...string) error {
	sent, err := r.Exchange.Export(ctx, exchange.Order{To: filepath.Join(d.dir, toCentre), Only: only}, nil)
	if data.CodeOf(err) == "exchange.nothing_new" {
		return nil
	}
	for _, path := range sent.Paths {
		d.made.Files = append(d.made.Files, filepath.Join(toCentre, filepath.Base(path)))
	}
	if err != nil || d.centre.confirmed {
		return err
	}
	d.centre.confirmed = true
	return d.confirm(ctx, r)
}

// confirm prints the sheet that goes with the first message, and the centre compares the fingerprint on it.
func (d *demo) confirm(ctx context.Context, r *Registrar) error {
	if err := d.printFile(ctx, r, "message-sheet.pdf", printing.Job{Document: printing.Message}); err != nil {
		return err
	}
	state, err := r.Exchange.State()
	if err != nil {
		return err
	}
	return d.centre.Confirm(ctx, d.centre.school, state.Own)
}

// answer is what the centre does with what has come, and the school with its answers.
func (d *demo) answer(ctx context.Context, r *Registrar) error {
	c := d.centre
	decided, then := c.decided, c.then
	c.decided, c.then = nil, nil
	paths, err := d.ingest(ctx)
	if err != nil {
		return err
	}
	if err := c.Decide(ctx, decided); err != nil {
		return err
	}
	told, err := c.Status(ctx)
	if err != nil {
		return err
	}
	for _, path := range append(paths, told...) {
		if err := d.receive(ctx, r, path); err != nil {
			return err
		}
	}
	for _, do := range then {
		if err := do(ctx); err != nil {
			return err
		}
	}
	return nil
}

// ingest takes over what the school has written, and gives the receipts.
func (d *demo) ingest(ctx context.Context) (receipts []string, err error) {
	err = d.centre.Ingest(ctx, filepath.Join(d.dir, toCentre), centre.Ingesting{Tell: func(o *centre.Outcome) error {
		switch o.State {
		case centre.Applied:
			receipts = append(receipts, o.Receipt)
		case centre.Refused, centre.Waiting:
			return data.Fail(o.Code, o.Args)
		}
		return nil
	}})
	return receipts, err
}

// receive brings a message of the centre to the school, and takes it in there.
func (d *demo) receive(ctx context.Context, r *Registrar, path string) error {
	content, err := file.Read(path, message.MaximumSize)
	if err != nil {
		return err
	}
	name := filepath.Join(fromCentre, filepath.Base(path))
	d.made.Files = append(d.made.Files, name)
	if err := SaveFile(filepath.Join(d.dir, name), content); err != nil {
		return err
	}
	in, err := r.Exchange.Look(ctx, filepath.Join(d.dir, name))
	if err != nil {
		return err
	}
	_, err = r.Exchange.Receive(ctx, in)
	return err
}
