// Package printing is the desk for the papers: which documents the campaign has, a preview
// of one, one written to a file, the originals of photos and scans in a folder, and the
// paper key for the safe.
package printing

import (
	"context"
	"io"
	"path/filepath"
	"strings"

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
	// Message is about messages to the centre.
	Message = papers.Message
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
// which they are offered; those about lists, packages and messages are offered beside these.
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
		how.Messages = o.messages()
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
