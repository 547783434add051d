package registrar

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/reports"
)

// Documents that can be printed.
const (
	DocumentCard = "card"
	DocumentList = "list"
	// DocumentRegister goes with the list (UA-058).
	DocumentRegister = "register"
	// DocumentMissing tells class teachers what is still missing, class by class.
	DocumentMissing = "missing"
	// DocumentSheet is what a graduate checks and signs, a page a person (KG-059).
	DocumentSheet = "sheet"
	// DocumentSite is the data in the order of the centre's site (KG-013).
	DocumentSite = "site"
)

// Documents are those that the campaign of the registry has.
func (r *Registrar) Documents() []string {
	documents := []string{DocumentCard}
	if r.Campaign().List.Layout != "" {
		documents = append(documents, DocumentList)
	}
	if r.Campaign().List.Register.Title != "" {
		documents = append(documents, DocumentRegister)
	}
	documents = append(documents, DocumentMissing, DocumentSheet)
	if len(r.Campaign().SitePages) > 0 {
		documents = append(documents, DocumentSite)
	}
	return append(documents, r.letterDocuments()...)
}

// DocumentTitle names a document for data/text: a sentence of the program, or the
// campaign's own words for a paper of its kit.
func (r *Registrar) DocumentTitle(document string) any {
	if paper := r.letterPaper(document); paper != nil {
		return paper.Title
	}
	return data.Term("document." + document)
}

// Formats are the endings of file names that a document can be written to.
func Formats(document string) []string {
	if document == DocumentList || document == DocumentMissing {
		return []string{".pdf", ".xlsx"}
	}
	return []string{".pdf"}
}

// numbered says that the numbers of cards stand in a document.
func numbered(document string) bool {
	return document == DocumentCard || document == DocumentList || document == DocumentSheet
}

// PrintJob says what to print, for whom.
type PrintJob struct {
	Document string
	Class    string
	// Only are ids: a selection, or a part of a class (UA-132).
	Only []string
	// Final asks for the list that is signed and sent: nobody on it without a
	// number of the centre.
	Final bool
	// OutgoingDate in any spelling and OutgoingNumber; empty leaves a line for the pen.
	OutgoingDate, OutgoingNumber string
}

// right is what it takes to write the document to a file.
func (job PrintJob) right() Right {
	if job.Final {
		return RightPrintFinal
	}
	return RightPrint
}

// Printed says what was printed.
type Printed struct {
	Graduates int
	// Drafts counts those who stand there with a draft number.
	Drafts int
	Left   []Left
	// Registered counts those on a list with whom the register goes along (UA-058).
	Registered int
}

// Print writes a document in a format (".pdf", ".xlsx") to w. The same data gives
// the same bytes. Nothing is noted in the history: that is for a document that
// leaves the program, see [Registrar.PrintFile].
func (r *Registrar) Print(w io.Writer, format string, job PrintJob) (Printed, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return Printed{}, err
	}
	printed, _, err := r.print(w, format, job)
	return printed, err
}

func (r *Registrar) print(w io.Writer, format string, job PrintJob) (Printed, []*entry, error) {
	if err := r.checkJob(format, job); err != nil {
		return Printed{}, nil, err
	}
	chosen, err := r.choose(Filter{Class: job.Class, Only: job.Only})
	if err != nil {
		return Printed{}, nil, err
	}
	var left []Left
	if paper := r.letterPaper(job.Document); paper != nil {
		if chosen, err = r.whoNeeds(paper, chosen); err != nil {
			return Printed{}, nil, err
		}
	}
	if job.Document == DocumentList || job.Document == DocumentRegister {
		if chosen, left, err = r.onList(chosen); err != nil {
			return Printed{}, nil, err
		}
	}
	registered := r.registered(chosen)
	if job.Document == DocumentRegister {
		if len(registered) == 0 {
			return Printed{}, nil, data.Fail("print.nobody_needs", data.Args{"document": r.Campaign().List.Register.Title})
		}
		chosen, left = registered, nil
	}
	if len(chosen) == 0 {
		return Printed{}, nil, data.Fail("print.nobody", nil)
	}
	printed := Printed{Graduates: len(chosen), Left: left}
	if job.Document == DocumentList {
		printed.Registered = len(registered)
	}
	for _, e := range chosen {
		if numbered(job.Document) && r.Campaign().CardNumber.Used && e.graduate.Current().CardNumber == "" {
			printed.Drafts++
		}
	}
	return printed, chosen, r.printChosen(w, format, job, chosen)
}

// printChosen writes the document for these graduates in the campaign's language.
func (r *Registrar) printChosen(w io.Writer, format string, job PrintJob, chosen []*entry) error {
	language, own := r.Campaign().Language, r.Campaign().Texts[r.Campaign().Language]
	if paper := r.letterPaper(job.Document); paper != nil {
		return reports.Letters(w, r.letters(paper, chosen), language, own)
	}
	switch job.Document {
	case DocumentList:
		return r.printList(w, format, job, chosen)
	case DocumentRegister:
		return reports.RegisterPDF(w, r.register(chosen), language, own)
	case DocumentMissing:
		missing, err := r.missing(chosen)
		if err != nil {
			return err
		}
		if format == ".xlsx" {
			return reports.MissingXLSX(w, missing, language, own)
		}
		return reports.MissingPDF(w, missing, language, own)
	case DocumentSheet:
		sheets, err := each(chosen, r.checkSheet)
		if err != nil {
			return err
		}
		return reports.CheckSheets(w, sheets, language, own)
	case DocumentSite:
		sheets, err := each(chosen, r.siteSheet)
		if err != nil {
			return err
		}
		return reports.SiteSheets(w, sheets, language, own)
	}
	return reports.Print(r.Campaign().Card.Layout, w, r.cards(chosen), language, own)
}

// each makes something of every one of the chosen.
func each[T any](chosen []*entry, of func(*entry) (T, error)) ([]T, error) {
	all := make([]T, 0, len(chosen))
	for _, e := range chosen {
		made, err := of(e)
		if err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	return all, nil
}

func (r *Registrar) checkJob(format string, job PrintJob) error {
	if !slices.Contains(r.Documents(), job.Document) {
		return data.Fail("print.unknown_document", data.Args{"value": job.Document, "known": strings.Join(r.Documents(), ", ")})
	}
	if !slices.Contains(Formats(job.Document), format) {
		return data.Fail("print.unknown_format", data.Args{"file": format, "known": strings.Join(Formats(job.Document), ", ")})
	}
	return nil
}

// outgoingDate names the date of a list in a refusal.
const outgoingDate = "outgoing_date"

// maximumNumber is how many letters of an outgoing number the form has room for.
const maximumNumber = 20

func (r *Registrar) printList(w io.Writer, format string, job PrintJob, chosen []*entry) error {
	var date data.Date
	if job.OutgoingDate != "" {
		stored, err := r.storedDate(outgoingDate, job.OutgoingDate)
		if err != nil {
			return err
		}
		date = data.Date(stored)
	}
	if utf8.RuneCountInString(job.OutgoingNumber) > maximumNumber {
		return data.Fail("print.number_too_long", data.Args{"limit": maximumNumber})
	}
	if job.Final {
		if err := refuseDrafts(chosen); err != nil {
			return err
		}
		if err := r.refuseSubjects(chosen); err != nil {
			return err
		}
		if err := r.refuseLetters(chosen); err != nil {
			return err
		}
	}
	list := r.list(chosen, date, job.OutgoingNumber)
	if format == ".xlsx" {
		return reports.ListXLSX(w, list)
	}
	return reports.ListPDF(w, list)
}

// PrintFile writes a document to a file, whose name says the format, and notes in
// the history who printed what, for whom, and the hash of the file.
func (r *Registrar) PrintFile(ctx context.Context, path string, job PrintJob) (printed Printed, err error) {
	defer r.tell(&err, HistoryGrew)
	if SameFile(path, r.db.Path()) {
		return Printed{}, data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(job.right()); err != nil {
		return Printed{}, err
	}
	var b bytes.Buffer
	printed, chosen, err := r.print(&b, strings.ToLower(filepath.Ext(path)), job)
	if err != nil {
		return Printed{}, err
	}
	if err := SaveFile(path, b.Bytes()); err != nil {
		return Printed{}, err
	}
	// The file is there: the history must know it, cancelled or not.
	return printed, r.notePrinted(context.WithoutCancel(ctx), job, chosen, b.Bytes())
}

func (r *Registrar) notePrinted(ctx context.Context, job PrintJob, chosen []*entry, content []byte) error {
	ids := make([]string, len(chosen))
	for i, e := range chosen {
		ids[i] = e.graduate.ID
	}
	sum := sha256.Sum256(content)
	return r.update(ctx, func(c *change) error {
		return c.note(EventPrinted, "", 0, nil, eventBody{Note: job.Document, Graduates: ids, SHA256: hex.EncodeToString(sum[:])})
	})
}
