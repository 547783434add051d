package papers

import (
	"io"
	"slices"

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

// Tell takes what the overview on paper says, in the words of a language, "" for the campaign's own: so
// it can be kept, and printed again when nobody can count any more what it counted. An unknown language
// is print.unknown_language.
func (s *Source) Tell(o Overview, language string) error {
	in, err := s.In(language)
	if err != nil {
		return err
	}
	said := func(value any) any { return in.words().Word(value) }
	o.Shares, o.Stages, o.Tasks = slices.Clone(o.Shares), slices.Clone(o.Stages), slices.Clone(o.Tasks)
	for i, share := range o.Shares {
		o.Shares[i] = said(share)
	}
	for i := range o.Stages {
		o.Stages[i].Title = said(o.Stages[i].Title)
	}
	for i := range o.Tasks {
		o.Tasks[i].What = said(o.Tasks[i].What)
	}
	s.Overview = &o
	return nil
}

// writeOverview draws how far the school is, as of today. It names no graduate.
func writeOverview(s *Source, w io.Writer, _ Job, _ []Graduate) error {
	o := Overview{}
	if s.Overview != nil {
		o = *s.Overview
	}
	o.School, o.Campaign, o.Made = s.School.Name, s.Campaign.Title, s.Today.Dotted()
	return reports.OverviewPDF(w, o, s.writtenIn(), s.own())
}
