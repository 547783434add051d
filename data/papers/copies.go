package papers

import (
	"errors"
	"io"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// MostCopied is of how many pages of a file copies are printed.
const MostCopied = 4

func hasCopies(c *campaign.Campaign) bool { return len(c.Copy.Documents) > 0 }

// scanOf is a file in a field of which a copy is printed.
type scanOf struct {
	field *campaign.Field
	file  string
}

// scans are the files of a document of somebody, in the order of its sides.
func (s *Source) scans(d *campaign.CopyDocument, g *data.Graduate) (all []scanOf) {
	p := s.person(g)
	for _, code := range d.Fields {
		f := s.Campaign.Field(code)
		switch {
		case f == nil || !s.Shows(f, p):
		case f.Kind == campaign.KindFiles:
			for _, a := range campaign.FilesOf(code, g.Get(code)) {
				all = append(all, scanOf{f, a.ID})
			}
		case g.Get(code) != "":
			all = append(all, scanOf{f, g.Get(code)})
		}
	}
	return all
}

// allScans are those of all documents of somebody.
func (s *Source) allScans(g *data.Graduate) (all []scanOf) {
	for i := range s.Campaign.Copy.Documents {
		all = append(all, s.scans(&s.Campaign.Copy.Documents[i], g)...)
	}
	return all
}

// withScan are those with a scan of which a copy is printed. The error is print.no_scans.
func (s *Source) withScan(chosen []Graduate) (audience, error) {
	return parted(chosen, "print.no_scans", func(g Graduate) string {
		if len(s.allScans(g.Graduate)) == 0 {
			return "no_scan"
		}
		return ""
	})
}

// doubtedScans are those in whose scans the rules have found something: a copy that cannot be read
// is none.
func (s *Source) doubtedScans(on []Graduate) []Doubted {
	return doubted(on, func(g Graduate) (said []data.Phrase) {
		for _, scan := range s.allScans(g.Graduate) {
			said = append(said, s.found(scan.field.PictureOf(), g.Pictures[scan.file])...)
		}
		return said
	})
}

// found is what the rules find in a picture that nobody has answered.
func (s *Source) found(kind string, p data.Picture) (said []data.Phrase) {
	for _, f := range s.Campaign.Doubts(kind, p) {
		said = append(said, data.Phrase{ID: f.Text, Args: f.Args})
	}
	return said
}

func hasCertifiedLabels(c *campaign.Campaign) bool {
	return c.Copy.Words != "" && c.Labels.Across > 0
}

// one is how often each is there where nobody says another number.
func one(*campaign.Campaign) int { return 1 }

// certified are the words that stand on a copy.
func (s *Source) certified() reports.Certified {
	c := &s.Campaign.Copy
	return reports.Certified{Words: c.Words, SignatureCaption: c.SignatureCaption, NameCaption: c.NameCaption, DateCaption: c.DateCaption}
}

func writeCertifiedLabels(s *Source, w io.Writer, job Job, on []Graduate) error {
	labels := reports.CertifiedLabels{Certified: s.certified(), Sheet: s.labelSheet(job)}
	for _, g := range on {
		for range job.Each {
			labels.Persons = append(labels.Persons, initials(g.Graduate))
		}
	}
	return reports.CertifiedLabelSheets(w, labels, s.Campaign.Language, s.own())
}

func writeCopies(s *Source, w io.Writer, _ Job, on []Graduate) error {
	c := &s.Campaign.Copy
	copies := reports.Copies{Certified: s.certified()}
	for _, g := range on {
		for i := range c.Documents {
			copied, err := s.copied(&c.Documents[i], g)
			if err != nil {
				return err
			}
			if len(copied.Sides) > 0 {
				copies.Documents = append(copies.Documents, copied)
			}
		}
	}
	return reports.CopySheets(w, copies, s.Campaign.Language, s.own())
}

// copied is a copy of a document of somebody, without sides where there is no scan. What it lacks
// of the original is noted. The error is print.file_unreadable.
func (s *Source) copied(d *campaign.CopyDocument, g Graduate) (reports.CopiedDocument, error) {
	made := reports.CopiedDocument{Person: initials(g.Graduate)}
	var size Size
	if d.Identity {
		size.Width, size.Height = s.Campaign.SizeOf(g.Graduate)
	}
	scans, lacks := s.scans(d, g.Graduate), []data.Phrase(nil)
	for _, scan := range scans {
		var room Size
		room.Width, room.Height = reports.CopyRoom(len(scans))
		scanned, err := s.Scan(g.Graduate, scan.file, size, room)
		if err != nil {
			return made, unreadable(g, scan.field, err)
		}
		made.Sides = append(made.Sides, scanned.Sides...)
		lacks = append(lacks, lacking(scan.field, scanned)...)
	}
	if len(lacks) > 0 && s.told != nil {
		s.told.Copied = append(s.told.Copied, Doubted{ID: g.ID, Name: nameAndClass(g.Graduate), Found: lacks})
	}
	return made, nil
}

// lacking is what the copy of a file lacks: its true size, or some of its pages.
func lacking(f *campaign.Field, scanned Scanned) (said []data.Phrase) {
	for _, side := range scanned.Sides {
		if side.Fitted {
			said = append(said, data.Phrase{ID: "print.copy_fitted", Args: data.Args{"field": f.Title}})
			break
		}
	}
	if scanned.Pages > MostCopied {
		said = append(said, data.Phrase{ID: "print.copy_pages", Args: data.Args{"field": f.Title, "number": MostCopied, "pages": scanned.Pages}})
	}
	return said
}

// refusedFile is why a file is not read, nil where no file is to blame.
func refusedFile(err error) *data.Error {
	var refused *data.Error
	if !errors.As(err, &refused) || !strings.HasPrefix(refused.Code, "attachment.") {
		return nil
	}
	return refused
}

// unreadable says whose file is not read, and why; an error that no file is to blame for stays.
func unreadable(g Graduate, f *campaign.Field, err error) error {
	refused := refusedFile(err)
	if refused == nil {
		return err
	}
	return data.FailWith(err, "print.file_unreadable", data.Args{"name": g.FullName(), "field": f.Title, "why": data.Phrase{ID: refused.Code, Args: refused.Args}})
}
