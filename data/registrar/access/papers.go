package access

import (
	"context"
	"io"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/text"
)

// issue reads the passwords of the chosen graduates that are not handed over.
func issue(ctx context.Context, v *registry.View, only []string) ([]papers.Issued, error) {
	if err := hasAccesses(v); err != nil {
		return nil, err
	}
	chosen, err := v.Choose(registry.Filter{Only: only})
	if err != nil {
		return nil, err
	}
	passwords, err := v.Passwords(ctx, chosen)
	if err != nil {
		return nil, err
	}
	var all []papers.Issued
	for _, g := range chosen {
		for _, a := range g.Accesses {
			all = append(all, papers.Issued{Graduate: g, Access: a, Password: passwords.Of(g, a)})
		}
	}
	if len(all) == 0 {
		return nil, data.Fail("access.nobody", nil)
	}
	return all, nil
}

// writeWorkbook writes the workbook «Доступы выпускников» (KG-035, KG-038): where a
// password was handed over, it says so in its place (D16).
func writeWorkbook(w io.Writer, s *papers.Source, issued []papers.Issued) error {
	say := text.For(s.Campaign.Language).With(s.Campaign.Sentences(s.Campaign.Language)).Say
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

// Slips says how the slips of accesses are written.
type Slips struct {
	// Language is "" for the campaign's own.
	Language string
	// Issued takes in those that were handed over too, without their passwords.
	Issued bool
}

// SaveSlips writes a slip for each access of the chosen graduates, all when only is empty,
// to a PDF, and notes it in the history (KG-016, KG-036). Where all of them were handed over
// and are not asked for it is access.all_handed.
func (d *Desk) SaveSlips(ctx context.Context, path string, only []string, how Slips) error {
	chosen := func(issued []papers.Issued) ([]papers.Issued, error) {
		if !how.Issued {
			issued = slices.DeleteFunc(issued, func(i papers.Issued) bool { return !i.Readable() })
		}
		if len(issued) == 0 {
			return nil, data.Fail("access.all_handed", nil)
		}
		return issued, nil
	}
	return d.deliver(ctx, path, only, registry.EventAccessPrinted, chosen, func(w io.Writer, s *papers.Source, issued []papers.Issued) error {
		s, err := s.In(how.Language)
		if err != nil {
			return err
		}
		return s.WriteSlips(w, issued)
	})
}

// SaveWorkbook writes the workbook to a file and notes it in the history (KG-013).
func (d *Desk) SaveWorkbook(ctx context.Context, path string, only []string) error {
	return d.deliver(ctx, path, only, registry.EventAccessSaved, everyAccess, writeWorkbook)
}

func everyAccess(issued []papers.Issued) ([]papers.Issued, error) { return issued, nil }

func (d *Desk) deliver(ctx context.Context, path string, only []string, kind string,
	chosen func([]papers.Issued) ([]papers.Issued, error), write func(io.Writer, *papers.Source, []papers.Issued) error) error {
	return d.registry.Deliver(ctx, path, registry.RightAccess, kind, func(v *registry.View) (registry.Drawing, error) {
		issued, err := issue(ctx, v, only)
		if err == nil {
			issued, err = chosen(issued)
		}
		if err != nil {
			return nil, err
		}
		var body registry.EventBody
		if len(issued) > 1 { // the file of one person may have the person's name, which outlives an erasure
			body.Note = filepath.Base(path)
		}
		for _, a := range issued {
			body.Graduates = append(body.Graduates, a.Graduate.ID)
		}
		s := &papers.Source{Campaign: v.Campaign(), School: v.School(), Today: v.Today()}
		return func(w io.Writer) (registry.EventBody, error) { return body, write(w, s, issued) }, nil
	})
}
