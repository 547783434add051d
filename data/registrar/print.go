package registrar

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"graduand/data/papers"
)

// Documents that can be printed.
const (
	DocumentCard     = papers.Card
	DocumentList     = papers.List
	DocumentRegister = papers.Register
	DocumentMissing  = papers.Missing
	DocumentSheet    = papers.Sheet
	DocumentSite     = papers.Site
)

// The formats that a document can be saved in, as the endings of file names.
const (
	FormatPDF   = papers.PDF
	FormatExcel = papers.XLSX
)

// What is printed, for whom, and what has become of it.
type (
	// Document is a row of the table of documents.
	Document = papers.Document
	// PrintJob says what to print, for whom.
	PrintJob = papers.Job
	// Printed says what was printed.
	Printed = papers.Printed
	// Left is a graduate whom a document leaves out.
	Left = papers.Left
)

// Documents are the codes of those that the campaign of the registry has, in the order in
// which they are offered.
func (r *Registrar) Documents() []string {
	var codes []string
	for _, d := range papers.Documents(r.Campaign()) {
		codes = append(codes, d.Code)
	}
	return codes
}

// Document is what a document of the campaign is: its title, its formats, what is asked
// for it. One that the campaign no longer has keeps its title.
func (r *Registrar) Document(code string) Document { return papers.DocumentOf(r.Campaign(), code) }

// source is what papers are made from, as it is now.
func (r *Registrar) source() *papers.Source {
	return &papers.Source{Campaign: r.Campaign(), School: r.school, Today: r.Today()}
}

// order is a job with all that it is printed from. Nothing in it changes any more: rules
// and graduates are never altered, only replaced.
type order struct {
	*papers.Source
	job    PrintJob
	chosen []papers.Graduate
}

// order reads what a job is printed from.
func (r *Registrar) order(job PrintJob) (*order, error) {
	o := &order{Source: r.source(), job: job}
	document, err := o.Order(job)
	if err != nil {
		return nil, err
	}
	chosen, err := r.choose(Filter{Class: job.Class, Only: job.Only})
	if err != nil {
		return nil, err
	}
	for _, e := range chosen {
		g := papers.Graduate{Graduate: e.graduate}
		if document.Checked {
			if g.Findings, err = r.findings(e, o.Today); err != nil {
				return nil, err
			}
		}
		o.chosen = append(o.chosen, g)
	}
	return o, nil
}

func (o *order) print(w io.Writer) (Printed, error) { return o.Print(w, o.job, o.chosen) }

// Print writes a document in a format (".pdf", ".xlsx") to w. The same data gives
// the same bytes. Nothing is noted in the history: that is for a document that
// leaves the program, see [Registrar.PrintFile].
func (r *Registrar) Print(w io.Writer, format string, job PrintJob) (Printed, error) {
	job.Format = format
	o, err := reading(r, RightLook, func() (*order, error) { return r.order(job) })
	if err != nil {
		return Printed{}, err
	}
	return o.print(w)
}

// PrintFile writes a document to a file, whose name says the format, and notes in
// the history who printed what, for whom, and the hash of the file.
func (r *Registrar) PrintFile(ctx context.Context, path string, job PrintJob) (printed Printed, err error) {
	job.Format = strings.ToLower(filepath.Ext(path))
	right := RightPrint
	if job.Final {
		right = RightPrintFinal
	}
	err = r.deliver(ctx, path, right, EventPrinted, func() (drawing, error) {
		o, err := r.order(job)
		return func(w io.Writer) (eventBody, error) {
			printed, err = o.print(w)
			return eventBody{Note: job.Document, Graduates: printed.IDs}, err
		}, err
	})
	return printed, err
}
