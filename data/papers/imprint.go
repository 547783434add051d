package papers

import (
	"bytes"
	"fmt"
	"io"

	"graduand/reports"
)

// The codes in the imprint of papers that are no [Documents].
const (
	slips    = "slips"
	paperKey = "paper"
	erasure  = "erasure"
	overview = "overview"
	handover = "handover"
)

// draw writes a document in the format of its job, a PDF with its imprint, and counts the pages
// of one that has any.
func (s *Source) draw(d *Document, w io.Writer, job Job, on []Graduate) (pages int, err error) {
	if d.Languages {
		if s, err = s.In(job.Language); err != nil {
			return 0, err
		}
	}
	if job.Format != FormatPDF {
		return 0, d.write(s, w, job, on)
	}
	return s.stamped(w, d.Code, s.writtenIn(), func(w io.Writer) error { return d.write(s, w, job, on) })
}

// Titled is what a job is called in a queue that everybody at the PC can read: the document
// and its pages, and nobody.
func (s *Source) Titled(job Job, pages int) string {
	return fmt.Sprintf("%v (%d)", s.words().Word(DocumentOf(s.Campaign, job.Document).Title), pages)
}

// stamp is [Source.stamped] of what nobody counts.
func (s *Source) stamp(w io.Writer, code, language string, draw func(io.Writer) error) error {
	_, err := s.stamped(w, code, language, draw)
	return err
}

// stamped draws a PDF and writes it with what it is, of which school, in which language.
func (s *Source) stamped(w io.Writer, code, language string, draw func(io.Writer) error) (pages int, err error) {
	var pdf bytes.Buffer
	if err := draw(&pdf); err != nil {
		return 0, err
	}
	return reports.Stamp(w, pdf.Bytes(), reports.Imprint{Code: code, Author: s.School.Name, Language: language})
}
