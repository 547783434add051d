package reports

import (
	"io"

	"graduand/reports/paper"
)

// Imprint is what a viewer shows of a document beside its pages.
type Imprint = paper.Imprint

// Stamp writes a document of this package, a PDF, with its imprint, and counts its pages. The
// same document and imprint give the same bytes.
func Stamp(w io.Writer, pdf []byte, of Imprint) (pages int, err error) {
	return paper.Stamp(w, pdf, of)
}
