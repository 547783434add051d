package registrar

import (
	"context"
	"io"
	"path/filepath"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/roster"
	"graduand/data/vault"
	"graduand/reports"
)

// words are those of the campaign's language, in which documents are written.
func (r *Registrar) words() func(string, map[string]any) string {
	return reports.Words(r.Campaign().Language, r.Campaign().Texts[r.Campaign().Language])
}

// issue reads the passwords of the chosen graduates that are not handed over.
func (r *Registrar) issue(ctx context.Context, only []string) ([]papers.Issued, error) {
	if err := r.accessible(); err != nil {
		return nil, err
	}
	states, err := r.accessStates(ctx, only)
	if err != nil {
		return nil, err
	}
	if len(states) == 0 {
		return nil, data.Fail("access.nobody", nil)
	}
	sealed, err := r.secrets(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]papers.Issued, len(states))
	for i, state := range states {
		all[i] = papers.Issued{Graduate: state.Graduate, Access: state.Access}
		if !state.Readable {
			continue
		}
		place := secretPlace(state.Graduate.ID, string(state.Door), state.Version)
		plain, err := vault.Open(r.keys.sub[vault.LabelPasswords], place, sealed[doorOf{state.Graduate.ID, state.Door}])
		if err != nil {
			return nil, tampered(err, place)
		}
		all[i].Password = string(plain)
	}
	return all, nil
}

// writeAccesses writes the workbook «Доступы выпускников» (KG-035, KG-038): where a
// password was handed over, it says so in its place (D16).
func writeAccesses(w io.Writer, s *papers.Source, issued []papers.Issued) error {
	say := reports.Words(s.Campaign.Language, s.Campaign.Texts[s.Campaign.Language])
	lines := make([]roster.AccessLine, len(issued))
	for i := range issued {
		a := &issued[i]
		lines[i] = roster.AccessLine{Login: a.Login, FullName: a.Graduate.FullName(), Class: a.Graduate.Class, Password: a.Password,
			Door: say("access.door_"+string(a.Door), nil), State: say("access.state_open", nil)}
		if !a.Readable() {
			lines[i].Password = say("report.slip_handed", nil)
		}
		if a.HandedOver != nil {
			lines[i].State = say("access.state_handed", map[string]any{"date": a.HandedOver.On.Dotted()})
		}
	}
	return roster.WriteAccesses(w, lines, s.School.Name, s.Campaign.Language)
}

// SaveSlips writes a slip for each access of the chosen graduates, all when only is empty,
// to a PDF, and notes it in the history (KG-016, KG-036).
func (r *Registrar) SaveSlips(ctx context.Context, path string, only []string) error {
	return r.deliverAccesses(ctx, path, only, EventAccessPrinted, func(w io.Writer, s *papers.Source, issued []papers.Issued) error {
		return s.WriteSlips(w, issued)
	})
}

// SaveAccesses writes the workbook to a file and notes it in the history (KG-013).
func (r *Registrar) SaveAccesses(ctx context.Context, path string, only []string) error {
	return r.deliverAccesses(ctx, path, only, EventAccessSaved, writeAccesses)
}

func (r *Registrar) deliverAccesses(ctx context.Context, path string, only []string, kind string,
	write func(io.Writer, *papers.Source, []papers.Issued) error) error {
	return r.deliver(ctx, path, RightAccess, kind, func() (drawing, error) {
		issued, err := r.issue(ctx, only)
		if err != nil {
			return nil, err
		}
		body := eventBody{Note: filepath.Base(path)}
		for _, a := range issued {
			body.Graduates = append(body.Graduates, a.Graduate.ID)
		}
		s := r.source()
		return func(w io.Writer) (eventBody, error) { return body, write(w, s, issued) }, nil
	})
}
