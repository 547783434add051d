package registrar

import (
	"cmp"
	"context"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// playing is a season that is played: what is done on which day, and for whom.
type playing struct {
	*demo
	r    *Registrar
	acts []act
	// players are all people, in the order of the roster.
	players []*player
	lists   int
	// awaited are the receipts of which the centre's site has said nothing yet.
	awaited []awaited
	// writes and listens say that the school writes to its centre on the next mail day, and that
	// the centre answers.
	writes, listens bool
}

// player is somebody of a season, with the part that the campaign gives.
type player struct {
	id   string
	n    int
	part campaign.DemoPerson
	// paid says that there was a receipt.
	paid bool
}

// act is something that is done on a day.
type act struct {
	on data.Date
	do func(context.Context) error
	// last says that it comes behind all others of the day.
	last bool
}

// play plays the season from the day on which the roster was taken in. An act may call for others, on
// the same day or a later one.
func (d *demo) play(ctx context.Context, r *Registrar, ids []string) error {
	s := &playing{demo: d, r: r}
	for i, id := range ids {
		p := &player{id: id, n: i}
		if part := d.cast(i, len(ids)); part != nil {
			p.part = *part
		}
		s.players = append(s.players, p)
	}
	s.begin()
	return s.playOn(ctx)
}

// playOn does one act after the other.
func (s *playing) playOn(ctx context.Context) error {
	for len(s.acts) > 0 {
		next := s.acts[0]
		if s.options.Until != "" && next.on > s.options.Until {
			break
		}
		s.acts = s.acts[1:]
		s.now = next.on.Time().Add(9 * time.Hour)
		if err := next.do(ctx); err != nil {
			return err
		}
	}
	return nil
}

// on notes what is done on a day; days of one morning keep their order.
func (s *playing) on(day data.Date, do func(context.Context) error) {
	s.note(act{on: day, do: do})
}

func (s *playing) note(next act) {
	at, _ := slices.BinarySearchFunc(s.acts, next, func(a, next act) int {
		if a.on == next.on && (next.last || !a.last) {
			return -1
		}
		return cmp.Or(cmp.Compare(a.on, next.on), 1)
	})
	s.acts = slices.Insert(s.acts, at, next)
}

// in is the day so many working days from the one that is played.
func (s *playing) in(days int) data.Date {
	return s.options.Campaign.AddWorkingDays(data.DateOf(s.now), days)
}

// later notes what is done so many working days from the one that is played.
func (s *playing) later(days int, do func(context.Context) error) { s.on(s.in(days), do) }

// The working days of a season, from the day of the roster.
const (
	firstForms = 1  // the first forms are filled in
	lastForms  = 8  // and the last ones
	cardsDay   = 9  // the cards are printed, checked and signed
	firstKits  = 10 // the first kits are handed in
	lastKits   = 18
	lateKits   = 21
)

// begin notes what is done whatever happens.
func (s *playing) begin() {
	for i, p := range s.players {
		if s.atHome(p) {
			continue
		}
		s.later(firstForms+i*(lastForms-firstForms)/len(s.players), func(ctx context.Context) error {
			return s.fill(ctx, s.r, p.id, p.n, len(s.players))
		})
	}
	c := s.options.Campaign
	if c.RecordedOnSite() {
		s.beginSite()
		return
	}
	s.later(cardsDay, func(ctx context.Context) error { return s.finish(ctx, s.r, s.ids(s.players)) })
	if c.Has(registry.CapabilityLists) && c.Has(registry.CapabilityPost) {
		s.later(cardsDay, s.signCards)
		s.beginKits()
	}
}

func (s *playing) ids(players []*player) []string {
	ids := make([]string, len(players))
	for i, p := range players {
		ids[i] = p.id
	}
	return ids
}

// signCards notes that every card was printed, held against the papers, and signed.
func (s *playing) signCards(ctx context.Context) error {
	rows, err := s.r.Table.List(Filter{})
	if err != nil {
		return err
	}
	var ids []string
	for _, row := range rows {
		if row.Graduate.Current().CardNumber != "" && row.Errors == 0 {
			ids = append(ids, row.Graduate.ID)
		}
	}
	return s.sign(ctx, ids)
}

func (s *playing) sign(ctx context.Context, ids []string) error {
	if !s.options.Campaign.HasCards() || len(ids) == 0 {
		return nil
	}
	for _, kind := range []data.FactKind{data.FactChecked, data.FactSigned} {
		if err := s.r.Table.Record(ctx, ids, data.Fact{Kind: kind}); err != nil {
			return err
		}
	}
	return nil
}
