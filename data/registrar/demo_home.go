package registrar

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// atHome says that somebody fills the form in at home: that takes an access, which is not made without
// papers, nor where no key is derived.
func (s *playing) atHome(p *player) bool {
	return p.part.Life == campaign.LifeAtHome && s.options.Key == nil && !s.options.WithoutPapers
}

// makeAccesses makes a few accesses, those of who fills the form in at home among them. Those are handed over
// the day after, with the form on a stick.
func (s *playing) makeAccesses(ctx context.Context) error {
	var first, others []string
	for _, p := range s.players {
		if !s.atHome(p) {
			others = append(others, p.id)
			continue
		}
		first = append(first, p.id)
		s.later(1, func(ctx context.Context) error { return s.takeHome(ctx, p) })
	}
	return s.giveAccesses(ctx, s.r, append(first, others...))
}

// takeHome gives somebody the form to be filled in at home.
func (s *playing) takeHome(ctx context.Context, p *player) error {
	row, err := s.r.Table.Find(p.id)
	if err != nil {
		return err
	}
	own := *row.Graduate.Access(data.DoorOwn)
	password, err := registry.Read(s.r.Registry, registry.RightAccess, func(v *registry.View) (string, error) {
		known, err := v.Passwords(ctx, []*data.Graduate{row.Graduate})
		return known.Of(row.Graduate, own), err
	})
	if err != nil {
		return err
	}
	if err := s.r.Access.HandOver(ctx, []string{p.id}, data.DoorOwn, data.DateOf(s.now).Dotted(), ""); err != nil {
		return err
	}
	path := filepath.Join(s.dir, "home.graduand")
	s.later(homeDay-accessDay-1, func(ctx context.Context) error {
		return s.fillAtHome(ctx, p, path, SignIn{Phone: own.Login, Password: password})
	})
	return s.r.Access.TakeHome(ctx, p.id, path)
}

// fillAtHome fills the form in as its graduate, and takes in what came back.
func (s *playing) fillAtHome(ctx context.Context, p *player, path string, who SignIn) error {
	var seed [32]byte
	home, err := Open(ctx, path, who, Options{Now: s.clock, Rand: rand.NewChaCha8(seed)})
	if err != nil {
		return err
	}
	if err := s.fill(ctx, home, p.id, p.n, len(s.players)); err != nil {
		return err
	}
	if err := home.Close(); err != nil {
		return err
	}
	back, err := s.r.Access.ReadHome(ctx, path)
	if err != nil {
		return err
	}
	if _, err := s.r.Access.TakeIn(ctx, back, nil); err != nil {
		return err
	}
	return os.Remove(path)
}
