package roster

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// typingRests is how long typing must rest before it is weighed.
const typingRests = 300 * time.Millisecond

// saidProblem is what the form shows of a problem of a column, and how grave it is.
type saidProblem struct {
	letter   string
	severity data.Severity
	shown    []fyne.CanvasObject
}

// weigh reads the row as it is typed now, and takes back what is no longer so. It says nothing new
// and judges nothing: that is for «check».
func (f *importForm) weigh() {
	s, at := f.screen, f.at
	r, file, choice := s.window.Registrar(), s.file, s.chosen()
	frame.RunAside(s.window, &f.weighing, func(ctx context.Context) (*judgedRoster, error) {
		return s.read(ctx, r, file, choice)
	}, func(j *judgedRoster, err error) {
		if err == nil && f.open && f.at == at {
			f.relieve(j)
		}
	})
}

// relieve hides the problems of columns that have none as grave any more.
func (f *importForm) relieve(j *judgedRoster) {
	_, row, found := j.at(f.at)
	if !found {
		return
	}
	problems := row.WorstFirst()
	for _, said := range f.said {
		still := slices.ContainsFunc(problems, func(p roster.Problem) bool { return p.Column == said.letter && p.Severity == said.severity })
		for _, o := range said.shown {
			widgets.SetHidden(o, !still)
		}
	}
	f.fields.Refresh()
}

// callOff forgets what was to be weighed.
func (f *importForm) callOff() {
	f.weighing.Void()
	if f.pending != nil {
		f.pending()
		f.pending = nil
	}
}
