// Package printing is the desk for the papers: which documents the campaign has, a preview
// of one, one written to a file, the originals of photos and scans in a folder, and the
// paper key for the safe.
package printing

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// Desk answers for the papers of one registry.
type Desk struct {
	registry *registry.Registry
	overview Overview
}

// Overview tells in a language, "" for the campaign's own, what the overview on paper says.
type Overview func(v *registry.View, language string) (*papers.Overview, error)

// New is the desk of an open registry; how far the school is another desk tells.
func New(r *registry.Registry, o Overview) *Desk { return &Desk{r, o} }

// Documents that can be printed.
const (
	Card     = papers.Card
	List     = papers.List
	Register = papers.Register
	Missing  = papers.Missing
	Sheet    = papers.Sheet
	Site     = papers.Site
	Photos   = papers.Photos
	Copies   = papers.Copies
	Labels   = papers.Labels
	Sample   = papers.Sample
	Album    = papers.Album
	Privacy  = papers.Privacy
	Hint     = papers.Hint
	Pictured = papers.Pictured
	Payments = papers.Payments
	Intake   = papers.Intake
	// Envelopes is the register of individual envelopes.
	Envelopes = papers.Envelopes
	// Those about lists and packages.
	Package   = papers.Package
	Inventory = papers.Inventory
	Outgoing  = papers.Outgoing
)

// The formats that a document can be saved in, as the endings of file names.
const (
	FormatPDF   = papers.FormatPDF
	FormatExcel = papers.FormatExcel
)

// What is printed, for whom, and what has become of it.
type (
	// Document is a row of the table of documents.
	Document = papers.Document
	// Job says what to print, for whom.
	Job = papers.Job
	// Offset is by how many mm something is moved to the right and down.
	Offset = papers.Offset
	// Printed says what was printed.
	Printed = papers.Printed
	// Left is a graduate whom a document leaves out.
	Left = papers.Left
	// Doubted is a graduate in whose picture something was found.
	Doubted = papers.Doubted
	// Unready is a graduate in a document with whom something is wrong or lacking.
	Unready = papers.Unready
)

// Documents are the codes of those that the campaign of the registry has, in the order in
// which they are offered; those about lists and packages are offered beside these.
func (d *Desk) Documents() []string {
	var codes []string
	for _, document := range papers.Documents(d.registry.Campaign()) {
		if !document.Sent {
			codes = append(codes, document.Code)
		}
	}
	return codes
}

// Codes are those of the documents that a campaign can have, papers of its kit apart, and Spoken of
// those whose language can be chosen.
func Codes() []string  { return papers.Codes() }
func Spoken() []string { return papers.Spoken() }

// Document is what a document of the campaign is: its title, its formats, what is asked
// for it. One that the campaign no longer has keeps its title.
func (d *Desk) Document(code string) Document {
	return papers.DocumentOf(d.registry.Campaign(), code)
}

// source is what papers are made from, as it is now.
func source(v *registry.View) *papers.Source {
	return &papers.Source{Campaign: v.Campaign(), School: v.School(), Letterhead: v.Letterhead(), Today: v.Today()}
}

// order is a job with all that it is printed from. Nothing in it changes any more: rules
// and graduates are never altered, only replaced.
type order struct {
	*papers.Source
	job    Job
	chosen []papers.Graduate
	// hash is the SHA-256 that it had when it was printed before, "" of what is new.
	hash string
}

// ordered reads what a job is printed from; what the overview says is another desk's.
func (d *Desk) ordered(ctx context.Context, v *registry.View, job Job) (*order, error) {
	o, err := ordered(ctx, v, job)
	if err != nil || o.job.Document != papers.Progress || o.Overview != nil {
		return o, err
	}
	overview, err := d.overview(v, job.Language)
	if err != nil {
		return nil, err
	}
	return o, o.Tell(*overview, job.Language)
}

// ordered reads what a job is printed from the graduates.
func ordered(ctx context.Context, v *registry.View, job Job) (*order, error) {
	if job.Again != 0 {
		return asItWas(ctx, v, job)
	}
	o := &order{Source: source(v), job: job}
	document, err := o.Order(job)
	if document.Told() {
		o.Sent = &papers.Sent{Lists: v.Lists(), Packages: v.Packages()}
	}
	if err != nil || document.AboutNobody(job) {
		return o, err
	}
	if job, err = sentOf(v, job); err != nil {
		return nil, err
	}
	if job.Status == data.StatusRemoved {
		return nil, data.Fail("print.nobody", nil) // there is no paper for who was taken out
	}
	chosen, err := v.Rows(registry.Filter{Class: job.Class, Only: job.Only, Status: job.Status, Card: job.Card})
	if err != nil {
		return nil, err
	}
	for _, row := range chosen {
		of := papers.Graduate{Graduate: row.Graduate}
		if document.Checked || document.Leaves() {
			if of.Findings, err = v.Findings(row.Graduate); err != nil {
				return nil, err
			}
		}
		o.chosen = append(o.chosen, of)
	}
	return o, nil
}

// sentOf is a job of the people on a list or in a package, where one is named.
func sentOf(v *registry.View, job Job) (Job, error) {
	var lists []string
	switch {
	case job.List != "":
		if _, err := v.List(job.List); err != nil {
			return job, err
		}
		lists = []string{job.List}
	case job.Package != "":
		p, err := v.Package(job.Package)
		if err != nil {
			return job, err
		}
		lists = p.Lists
	default:
		return job, nil
	}
	for _, list := range lists {
		job.Only = append(job.Only, registry.IDs(v.Members(list))...)
	}
	if len(job.Only) == 0 {
		return job, data.Fail("print.nobody", nil)
	}
	return job, nil
}

func (o *order) print(w io.Writer) (Printed, error) {
	if o.hash == "" {
		return o.Print(w, o.job, o.chosen)
	}
	var content bytes.Buffer
	printed, err := o.Print(&content, o.job, o.chosen)
	printed.Then = o.Today
	if err != nil {
		return printed, err
	}
	// The form of the document, or the rules of the campaign, may be others by now.
	if registry.HexSum(content.Bytes()) != o.hash {
		return printed, data.Fail("print.again_changed", nil)
	}
	_, err = content.WriteTo(w)
	return printed, err
}

// Draw writes a document in a format (".pdf", ".xlsx") to w. The same data gives
// the same bytes. Nothing is noted in the history: that is for a document that
// leaves the program, see [Desk.Save].
func (d *Desk) Draw(w io.Writer, format string, job Job) (Printed, error) {
	job.Format = format
	ctx := context.Background()
	job, err := d.recorded(ctx, job)
	if err != nil {
		return Printed{}, err
	}
	o, err := registry.Read(d.registry, registry.RightLook, func(v *registry.View) (*order, error) { return d.ordered(ctx, v, job) })
	if err != nil {
		return Printed{}, err
	}
	d.showPictures(ctx, o.Source)
	return o.print(w)
}

// Save writes a document to a file, whose name says the format, and notes in
// the history who printed what, for whom, and the hash of the file.
func (d *Desk) Save(ctx context.Context, path string, job Job) (printed Printed, err error) {
	job.Format = strings.ToLower(filepath.Ext(path))
	if job, err = d.recorded(ctx, job); err != nil {
		return printed, err
	}
	err = d.registry.Deliver(ctx, path, rightFor(job), registry.EventPrinted, d.drawing(ctx, job, &printed, registry.Print{}))
	return printed, err
}

// rightFor is what it takes to let a document out.
func rightFor(job Job) registry.Right {
	if job.Final {
		return registry.RightPrintFinal
	}
	return registry.RightPrint
}

// drawing reads what a job is printed from, then draws it, fills in what was printed, and says
// what the history holds of it: how, and all that it takes to print it again.
func (d *Desk) drawing(ctx context.Context, job Job, printed *Printed, how registry.Print) func(*registry.View) (registry.Drawing, error) {
	return func(v *registry.View) (registry.Drawing, error) {
		o, err := d.ordered(ctx, v, job)
		if err != nil {
			return nil, err
		}
		how.Format, how.Language, how.Final, how.Date, how.Number = job.Format, job.Language, job.Final, job.OutgoingDate, job.OutgoingNumber
		how.Paper, how.Each, how.Blank, how.School, how.Seen = job.Paper, job.Each, job.Blank, o.School, o.seen()
		how.Right, how.Down, how.Again = job.Offset.Right, job.Offset.Down, job.Again
		if o.Sent != nil {
			how.Of, how.Lists, how.Packages = job.Package, o.Sent.Lists, o.Sent.Packages
		}
		if how.Overview, err = o.figures(); err != nil {
			return nil, err
		}
		return func(w io.Writer) (registry.EventBody, error) {
			d.showPictures(ctx, o.Source)
			*printed, err = o.print(w)
			return registry.EventBody{Note: job.Document, To: printed.To, Graduates: printed.IDs, Print: &how}, err
		}, nil
	}
}

// figures are those of the overview on paper as the history keeps them, nil of another document.
func (o *order) figures() (json.RawMessage, error) {
	if o.Overview == nil {
		return nil, nil
	}
	figures, err := json.Marshal(o.Overview)
	if err != nil {
		return nil, fmt.Errorf("keep the figures of the overview: %w", err)
	}
	return figures, nil
}

// seen tells the values on cards apart from later ones, by graduate: a draft, which has no number
// of the centre, is no card. It is nil of another document, and of cards that are printed as they were.
func (o *order) seen() map[string]string {
	if o.job.Document != Card || o.job.Again != 0 {
		return nil
	}
	seen := make(map[string]string, len(o.chosen))
	for _, g := range o.chosen {
		if values := o.Campaign.CardSeen(g.Graduate); values != "" {
			seen[g.ID] = values
		}
	}
	return seen
}

// SavePaperKey makes a new paper code and writes its sheet, for the safe (KG-007). When
// the sheet cannot be written the paper before it goes on opening the registry.
func (d *Desk) SavePaperKey(ctx context.Context, path string) error {
	// Whether the place can be written to is found out before the old code dies.
	if err := d.registry.TryPlace(path); err != nil {
		return err
	}
	code, err := d.registry.NewPaperCode(ctx)
	if err != nil {
		return err
	}
	return d.WritePaperKey(path, code)
}

// WritePaperKey writes the sheet of a code that was just made.
func (d *Desk) WritePaperKey(path, code string) error {
	r := d.registry
	anchor, err := r.Anchor()
	if err != nil {
		return err
	}
	s := &papers.Source{Campaign: r.Campaign(), School: r.School(), Today: r.Today()}
	return r.SavePaper(path, func(w io.Writer) error { return s.WritePaperKey(w, r.Path(), code, r.Me().Label(), anchor) })
}
