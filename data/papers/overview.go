package papers

import (
	"io"

	"graduand/reports"
)

// Overview and its parts are what stands on the overview on paper; who knows how far everybody is
// fills them.
type (
	Overview      = reports.Overview
	OverviewBar   = reports.OverviewBar
	OverviewStage = reports.OverviewStage
	OverviewDay   = reports.OverviewDay
	OverviewTask  = reports.OverviewTask
)

// writeOverview draws how far the school is, as of today. It names no graduate.
func writeOverview(s *Source, w io.Writer, _ Job, _ []Graduate) error {
	o := Overview{}
	if s.Overview != nil {
		o = *s.Overview
	}
	o.School, o.Campaign, o.Made = s.School.Name, s.Campaign.Title, s.Today.Dotted()
	return reports.OverviewPDF(w, o, s.writtenIn(), s.own())
}
