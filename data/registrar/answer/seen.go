package answer

import (
	"context"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Seen enters the state that several have on the centre's site, as it was seen on a day, today where
// it is "" (UA-078). It is no receipt: an answer that is entered counts, whatever was seen. A state
// that was seen on a later day stays: answer.seen_later.
func (d *Desk) Seen(ctx context.Context, ids []string, state string, on data.Date) error {
	return d.each(ctx, ids, func(v *registry.View, g *data.Graduate) error {
		s := v.Campaign().ExternalStatus(state)
		if s == nil || s.Means == "" {
			return unknownState(v, state)
		}
		return see(v, g, s, on)
	})
}

// unknownState says that the centre's service shows no such state, and which it shows.
func unknownState(v *registry.View, value string) error {
	return data.Fail("answer.unknown_state", data.Args{"value": value, "known": strings.Join(v.SeenStates(), ", ")})
}

func see(v *registry.View, g *data.Graduate, s *campaign.Item, on data.Date) (err error) {
	if on, err = happened(v, on); err != nil {
		return err
	}
	if seen := g.Current().Fact(data.FactSeen, ""); seen != nil && seen.On > on {
		return data.Fail("answer.seen_later", data.Args{"name": g.FullName(), "value": on.Dotted(), "date": seen.On.Dotted()})
	}
	if err := setFact(v, g, data.Fact{Kind: data.FactSeen, On: on, Seen: s.Code, Means: s.Means}, ""); err != nil {
		return err
	}
	return look(v, g, on)
}

// Looked enters that somebody has looked at the centre's site on a day, today where it is "", for
// several; the last day is kept (UA-151).
func (d *Desk) Looked(ctx context.Context, ids []string, on data.Date) error {
	return d.each(ctx, ids, func(v *registry.View, g *data.Graduate) error { return look(v, g, on) })
}

func look(v *registry.View, g *data.Graduate, on data.Date) (err error) {
	if on, err = happened(v, on); err != nil {
		return err
	}
	if last := g.Current().Fact(data.FactLooked, ""); last != nil && last.On > on {
		return nil
	}
	return setFact(v, g, data.Fact{Kind: data.FactLooked, On: on}, "")
}

// Spotted is a line of a pasted block as it was understood.
type Spotted struct {
	registry.Pair
	// Graduate and State are nil where Why says what was not understood.
	Graduate *data.Graduate
	State    *campaign.Item
	Why      error
}

// ReadSeen understands a block of lines «card number <tab> state» from the centre's site; nothing is
// written. It needs registry.RightLook.
func (d *Desk) ReadSeen(block string) ([]Spotted, error) {
	pairs, err := registry.ReadPairs(block)
	if err != nil {
		return nil, err
	}
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Spotted, error) {
		lines, taken := make([]Spotted, len(pairs)), map[string]int{}
		for i, p := range pairs {
			lines[i] = spot(v, p)
			if g := lines[i].Graduate; g != nil && taken[g.ID] != 0 {
				lines[i] = Spotted{Pair: p, Why: data.Fail("answer.line_twice", data.Args{"name": g.FullName(), "line": taken[g.ID]})}
			} else if g != nil {
				taken[g.ID] = p.Line
			}
		}
		return lines, nil
	})
}

// spot understands one line.
func spot(v *registry.View, p registry.Pair) Spotted {
	of := data.Graduate{Registrations: []data.Registration{{CardNumber: p.Key}}}
	with, s := v.WithCardOf(&of), Spotted{Pair: p}
	s.State = v.StateNamed(p.Words)
	switch earlier := v.WithEarlierCard(p.Key); {
	case len(with) == 0 && len(earlier) > 0:
		s.Why = data.Fail("answer.line_earlier", data.Args{"value": p.Key, "name": earlier[0].FullName()})
	case len(with) == 0:
		s.Why = data.Fail("answer.line_nobody", data.Args{"value": p.Key})
	case len(with) > 1:
		s.Why = data.Fail("answer.line_several", data.Args{"value": p.Key})
	case s.State == nil || s.State.Means == "":
		s.Why = unknownState(v, p.Words)
	default:
		s.Graduate = with[0]
		return s
	}
	s.State = nil
	return s
}

// SeenAll enters what was understood of a pasted block as one act, as seen on a day, today where it is
// "", and gives how many were entered. Of whom a later state is known already, that one stays.
func (d *Desk) SeenAll(ctx context.Context, lines []Spotted, on data.Date) (entered int, err error) {
	states := map[string]*campaign.Item{}
	var ids []string
	for _, s := range lines {
		if s.Why == nil && s.Graduate != nil && s.State != nil {
			ids, states[s.Graduate.ID] = append(ids, s.Graduate.ID), s.State
		}
	}
	if len(ids) == 0 {
		return 0, data.Fail("answer.nothing_seen", nil)
	}
	err = d.each(ctx, ids, func(v *registry.View, g *data.Graduate) error {
		err := see(v, g, states[g.ID], on)
		if data.CodeOf(err) == "answer.seen_later" {
			return nil
		}
		entered++
		return err
	})
	return entered, err
}
