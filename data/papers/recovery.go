package papers

import (
	"io"
	"path/filepath"

	"graduand/reports"
)

// WritePaperKey draws the sheet with the code that opens a registry whose passwords are
// forgotten, for the safe (KG-007): of which file, and who had it made.
func (s *Source) WritePaperKey(w io.Writer, registry, code, by string) error {
	sheet := reports.RecoverySheet{School: s.School.Name, Campaign: s.Campaign.ShortTitle, File: filepath.Base(registry),
		Code: code, Made: s.Today.Dotted(), By: by}
	return reports.Recovery(w, sheet, s.Campaign.Language, s.own())
}
