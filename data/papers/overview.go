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

// WriteOverview draws how far the school is, as of today.
func (s *Source) WriteOverview(w io.Writer, o Overview) error {
	o.School, o.Campaign, o.Made = s.School.Name, s.Campaign.Title, s.Today.Dotted()
	return s.stamp(w, overview, s.writtenIn(), func(w io.Writer) error {
		return reports.OverviewPDF(w, o, s.writtenIn(), s.own())
	})
}
