package papers

import (
	"bytes"
	"io"

	"graduand/reports"
)

// The codes in the imprint of papers that are no [Documents].
const (
	slips    = "slips"
	paperKey = "paper"
	erasure  = "erasure"
)

// draw writes a document in the format of its job, a PDF with its imprint.
func (s *Source) draw(d *Document, w io.Writer, job Job, on []Graduate) error {
	if job.Format != PDF {
		return d.write(s, w, job, on)
	}
	language := s.Campaign.Language
	if d.Languages && job.Language != "" {
		language = job.Language
	}
	return s.stamp(w, d.Code, language, func(w io.Writer) error { return d.write(s, w, job, on) })
}

// stamp draws a PDF and writes it with what it is, of which school, in which language.
func (s *Source) stamp(w io.Writer, code, language string, draw func(io.Writer) error) error {
	var pdf bytes.Buffer
	if err := draw(&pdf); err != nil {
		return err
	}
	return reports.Stamp(w, pdf.Bytes(), reports.Imprint{Code: code, Author: s.School.Name, Language: language})
}
