// Package season is the desk for the campaign as a whole: the school, the days of the
// campaign and the next of them, whom to ask at the centre, the end of the work in this
// file, and the destruction of personal data with its certificate.
package season

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Desk answers for the season of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// over is what listeners are told of when the work ends or goes on.
var over = registry.Signals{registry.GraduatesChanged, registry.SchoolChanged}

// Close ends the work in this registry, for the head only: from then on it can be looked
// at, printed and erased, not changed. A backup is kept first; its path is returned.
func (d *Desk) Close(ctx context.Context) (backup string, err error) {
	return registry.Write(ctx, d.registry, registry.RightClose, over, func(w *registry.Edit) (string, error) {
		if err := w.RefuseState(registry.StateClosed); err != nil {
			return "", err
		}
		backup, err := w.KeepBackup(registry.StateClosed)
		if err != nil {
			return "", err
		}
		return backup, w.Close()
	})
}

// Move ends the work in this file because it goes on on another computer: a copy is
// written to path, and this registry rests, so that nobody works in two.
func (d *Desk) Move(ctx context.Context, path string) error {
	return d.registry.Write(ctx, registry.RightClose, over, func(w *registry.Edit) error {
		if err := w.RefuseState(registry.StateMoved); err != nil {
			return err
		}
		if _, err := w.Backup(path); err != nil {
			return err
		}
		return w.Move()
	})
}

// Reopen takes the end of the work back; what was closed before it moved is closed again.
func (d *Desk) Reopen(ctx context.Context) error {
	return d.registry.Write(ctx, registry.RightClose, over, func(w *registry.Edit) error { return w.Reopen() })
}

// Unfinished are the names of those with whom the season is not over, each list in the
// order of the list of graduates.
type Unfinished struct {
	// NotReady are those whom [Deadline] counts as waiting, NoNumber those among them, in a
	// campaign with card numbers, who have none of the centre, NotOnSite those of a campaign with a site
	// whose data is not entered there as it stands here.
	NotReady, NoNumber, NotOnSite []string
}

// Unfinished tells with whom the season is not over: to close the campaign then is allowed,
// and rarely meant.
func (d *Desk) Unfinished() (Unfinished, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (u Unfinished, err error) {
		rows, err := v.Rows(registry.Filter{})
		for _, row := range rows {
			name := row.Graduate.FullName()
			if unready(v.Campaign(), &row) {
				u.NotReady = append(u.NotReady, name)
			}
			if v.Campaign().CardNumber.Used && row.Graduate.Current().CardNumber == "" {
				u.NoNumber = append(u.NoNumber, name)
			}
			if v.Campaign().RecordedOnSite() && row.Site != data.SiteEntered {
				u.NotOnSite = append(u.NotOnSite, name)
			}
		}
		return u, err
	})
}

// Said are the lists that have somebody, each with the id of its sentence.
func (u Unfinished) Said() (ids []string, names [][]string) {
	for _, list := range []struct {
		id    string
		names []string
	}{{"season.not_ready", u.NotReady}, {"season.no_number", u.NoNumber}, {"season.not_on_site", u.NotOnSite}} {
		if len(list.names) > 0 {
			ids, names = append(ids, list.id), append(names, list.names)
		}
	}
	return ids, names
}
