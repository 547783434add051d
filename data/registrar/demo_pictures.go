package registrar

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar/photo"
	"graduand/imaging/drawing"
)

// Of how many graduates a demonstration has the portrait, and of how many the documents: of the
// first whom the campaign asks for files. More people make it no slower.
const (
	portraitsInDemo = len(portraitFaults) * 3 / 2
	documentsInDemo = len(documentFaults) + 1
)

// demoFile is a photo or scan that the person at a number is asked for. Of is what it proves, "" for
// nothing.
type demoFile struct {
	person  int
	field   *campaign.Field
	of      string
	name    string
	content []byte
}

// place is where it goes, "" for where its name says.
func (f *demoFile) place() string {
	if f.of == "" {
		return ""
	}
	return f.field.Code + ":" + f.of
}

// demoPictures are those of a demonstration.
type demoPictures struct {
	seed   uint64
	names  people
	people []*data.Graduate
	files  []demoFile
	// copied is the person whose card is printed as a copy, 0 for none.
	copied int
	// whole asks for the documents of everybody whose portrait is good: their forms are finished.
	whole bool
	// faults says what is wrong with the portrait, and with the card, of the person at n.
	faults func(n int) (portrait, document string)
}

// addPictures attaches what the forms of the first people ask for; of one of them the images are
// complete, where the school writes to its centre those of a few.
func (d *demo) addPictures(ctx context.Context, r *Registrar) error {
	pictures, err := d.wanted(r)
	if err != nil || len(pictures.files) == 0 {
		return err
	}
	if err := d.attach(ctx, r, pictures); err != nil || len(pictures.people) == 1 {
		return err
	}
	for n, g := range pictures.people {
		if n == 0 || pictures.whole && pictures.good(n) {
			if err := confirmAll(ctx, r, g.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// attach draws pictures, saves them as a school has them, in a folder for each class, and attaches
// them by the names of the files, as a folder of photos is.
func (d *demo) attach(ctx context.Context, r *Registrar, pictures *demoPictures) error {
	pictures.drawAll()
	d.made.Files = append(d.made.Files, photosInDemo)
	var files []photo.File
	settled := map[string]photo.Settled{}
	for _, f := range pictures.files {
		path := filepath.Join(d.dir, photosInDemo, filepath.FromSlash(f.name))
		if err := saveInFolder(path, f.content); err != nil {
			return err
		}
		files = append(files, photo.File{Path: path, Name: f.name})
		settled[f.name] = photo.Settled{Graduate: pictures.people[f.person].ID, Place: f.place()}
	}
	proposals, err := r.Photo.Match(ctx, files, r.Campaign().FaceField(), settled, nil)
	if err != nil {
		return err
	}
	_, err = r.Photo.Attach(ctx, proposals, nil)
	return err
}

// confirmAll says yes to every question about the pictures of one person.
func confirmAll(ctx context.Context, r *Registrar, id string) error {
	pictures, err := r.Photo.Of(id)
	if err != nil {
		return err
	}
	for _, s := range pictures {
		for _, q := range s.Questions {
			if err := r.Photo.Confirm(ctx, id, s.Place, q.Code, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// photosInDemo is the folder of the pictures.
const photosInDemo = "photos"

func saveInFolder(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	return SaveFile(path, content)
}

// wanted are the files that the check misses, of the first people whom it misses any of.
func (d *demo) wanted(r *Registrar) (*demoPictures, error) {
	p := &demoPictures{seed: d.options.Seed, names: d.names, faults: faultOf, whole: d.centre != nil}
	asked, err := askedFiles(r)
	if err != nil {
		return p, err
	}
	rows, err := r.Table.List(Filter{})
	for _, row := range rows {
		if fields := asked[row.Graduate.ID]; len(fields) > 0 && len(p.people) < portraitsInDemo {
			p.add(row.Graduate, fields)
		}
	}
	if r.Campaign().GluesPhotos() {
		p.addGlued(r.Campaign().Field(r.Campaign().FaceField()), rows, asked)
	}
	p.addCopied(r.Campaign())
	return p, err
}

// askedFiles are the fields with a file that the check misses, by whose they are.
func askedFiles(r *Registrar) (map[string][]*campaign.Field, error) {
	missing, err := r.Table.Check(Filter{})
	asked := map[string][]*campaign.Field{}
	for _, f := range missing {
		if field := r.Campaign().Field(f.Field); f.Rule == "required_file" && field.Kind == campaign.KindFile {
			asked[f.Graduate] = append(asked[f.Graduate], field)
		}
	}
	return asked, err
}

// gluedInDemo is of how many the school has the photo as a file where it is glued onto paper.
const gluedInDemo = 2

// addGlued adds the last of those whom nobody asks for files: their photos are printed for
// gluing, and of what stays in school the last class is printed.
func (p *demoPictures) addGlued(face *campaign.Field, rows []Row, asked map[string][]*campaign.Field) {
	if face == nil {
		return
	}
	for _, row := range rows[max(len(rows)-gluedInDemo, 0):] {
		if len(asked[row.Graduate.ID]) == 0 {
			p.add(row.Graduate, []*campaign.Field{face})
		}
	}
}

// addCopied adds the sides of the identity card of the last of them, for a copy: that is where the
// campaign prints any, and knows the size of the card.
func (p *demoPictures) addCopied(c *campaign.Campaign) {
	if len(p.people) == 0 || len(c.Copy.Documents) == 0 {
		return
	}
	n := len(p.people) - 1
	if width, _ := c.SizeOf(p.people[n]); width == 0 {
		return
	}
	p.copied = n
	for _, code := range c.Copy.Documents[0].Fields {
		p.file(n, c.Field(code))
	}
}

// add notes what somebody is asked for.
func (p *demoPictures) add(g *data.Graduate, fields []*campaign.Field) {
	p.people = append(p.people, g)
	for _, field := range fields {
		if n := len(p.people) - 1; field.PictureOf() == campaign.PictureFace || n < documentsInDemo || p.whole && p.good(n) {
			p.file(n, field)
		}
	}
}

// good says that nothing is wrong with the pictures of the person at n, and nobody else has brought them.
func (p *demoPictures) good(n int) bool {
	portrait, document := p.faults(n)
	for other := n + 1; other < n+3; other++ {
		if next, _ := p.faults(other); next == ofAnother {
			return false
		}
	}
	return portrait == "" && document == ""
}

// file notes a file of the person at n.
func (p *demoPictures) file(n int, field *campaign.Field) { p.proof(n, field, "") }

// proof notes a file of the person at n that proves something, "" for nothing. Files have the name of
// the person, or the number of the document where somebody of the class has the same name.
func (p *demoPictures) proof(n int, field *campaign.Field, of string) {
	g := p.people[n]
	called := g.Surname + " " + g.GivenName
	if slices.ContainsFunc(p.people[:n], func(other *data.Graduate) bool {
		return other.Class == g.Class && other.Surname+" "+other.GivenName == called
	}) {
		called = g.Document.Number
	}
	name := g.Class + "/" + called
	if field.PictureOf() != campaign.PictureFace {
		name += " " + field.Code
	}
	p.files = append(p.files, demoFile{person: n, field: field, of: of, name: name + ".jpg"})
}

// drawAll draws the files, on all processors.
func (p *demoPictures) drawAll() {
	var workers sync.WaitGroup
	next := make(chan *demoFile)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for f := range next {
				f.content = drawing.JPEG(p.draw(f))
			}
		})
	}
	for i := range p.files {
		next <- &p.files[i]
	}
	close(next)
	workers.Wait()
}
