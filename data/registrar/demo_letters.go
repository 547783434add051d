package registrar

import (
	"context"
	"fmt"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre"
	message "graduand/data/exchange"
	"graduand/data/registrar/intake"
	"graduand/data/registry"
)

// write has the school write to its centre in the evening of the next mail day.
func (s *playing) write() {
	s.writes = s.centre != nil
	s.listen()
}

// listen has the centre answer then.
func (s *playing) listen() {
	if s.centre == nil || s.listens {
		return
	}
	s.listens = true
	days := 0
	for !slices.Contains(mailDays, s.in(days).Time().Weekday()) {
		days++
	}
	s.note(act{on: s.in(days), do: s.evening, last: true})
}

// mailDays are those on which somebody goes to the centre with a flash drive.
var mailDays = []time.Weekday{time.Tuesday, time.Friday}

// evening is when the school writes what is new, and the centre answers.
func (s *playing) evening(ctx context.Context) error {
	writes := s.writes && s.options.Season // in a demonstration without one it is written of some alone
	s.writes, s.listens, s.now = false, false, s.now.Add(2*time.Hour)
	if writes {
		if err := s.export(ctx, s.r); err != nil {
			return err
		}
	}
	return s.answer(ctx, s.r)
}

// hears has the centre say something of somebody, and the school do what follows when it was told; where it writes to no centre it notes by hand what it has heard otherwise, and goes on.
func (s *playing) hears(ctx context.Context, p *player, state message.State, byHand, then func(context.Context) error) error {
	if s.centre == nil {
		if err := byHand(ctx); err != nil {
			return err
		}
		return then(ctx)
	}
	s.centre.then = append(s.centre.then, then)
	return s.decide(p, state)
}

// came has the centre record on this day the cards of some, where it waits for them (UA-066).
func (s *playing) came(ctx context.Context, players ...*player) error {
	if s.centre == nil || s.options.Campaign.RecordedOnSite() || len(players) == 0 {
		return nil
	}
	var numbers []string
	for _, p := range players {
		row, err := s.r.Table.Find(p.id)
		if err != nil {
			return err
		}
		numbers = append(numbers, row.Graduate.Current().CardNumber)
	}
	s.listen()
	return s.centre.Cards(ctx, numbers, "")
}

// decide has the centre say something of somebody.
func (s *playing) decide(p *player, state message.State) error {
	row, err := s.r.Table.Find(p.id)
	if err != nil {
		return err
	}
	g, c := row.Graduate, s.options.Campaign
	state.Graduate, state.Attempt, state.On, state.Key = g.ID, fmt.Sprint(g.Current().Attempt), string(data.DateOf(s.now)), g.Get(c.PersonKey)
	if c.PersonKey == data.FieldCardNumber {
		state.Key = g.CardKey()
	}
	s.centre.decided = append(s.centre.decided, centre.Decision{School: s.centre.school, State: state})
	s.listen()
	return nil
}

// leastWriting is how few people there are nothing to tell of: one is refused, of one the number was
// typed wrong, one has that number.
const leastWriting = 4

// correspond plays what passes between the school and its centre while the first papers go: a receipt,
// one for a record that is rejected, and what the centre decides of the first people.
func (d *demo) correspond(ctx context.Context, r *Registrar) error {
	c := d.options.Campaign
	if d.centre == nil || !c.RecordedOnSite() && !(c.Has(registry.CapabilityLists) && c.Has(registry.CapabilityPost)) {
		return nil
	}
	s := &playing{demo: d, r: r}
	if err := s.choose(); err != nil || len(s.players) < leastWriting {
		return err
	}
	last := len(s.players) - 1
	first, right, wrong, late := s.players[:last], s.players[:last-1], s.players[last-1], s.players[last]
	s.later(1, func(ctx context.Context) error { return s.exchangeKeys(ctx, wrong, late) })
	s.later(1, func(ctx context.Context) error { return s.prepare(ctx, first) })
	s.later(2, func(ctx context.Context) error { return s.sendThese(ctx, first) })
	s.later(4, func(ctx context.Context) error { return s.came(ctx, right...) })
	s.later(5, func(ctx context.Context) error { return s.exchangeKeys(ctx, wrong, late) })
	s.later(5, func(ctx context.Context) error { return s.came(ctx, wrong) }) // the number on the paper is right
	s.later(5, func(ctx context.Context) error { return s.prepare(ctx, s.players[last:]) })
	s.later(6, func(ctx context.Context) error { return s.sendThese(ctx, s.players[last:]) })
	s.later(2+postDays+answerDays, func(context.Context) error { return s.decideAll(right) })
	return s.playOn(ctx)
}

// mostWriting is of how many people the school writes in a demonstration without a season.
const mostWriting = 7

// choose are the first people whose papers could go as they are.
func (s *playing) choose() error {
	rows, err := s.r.Table.List(Filter{})
	if err != nil {
		return err
	}
	onSite := s.options.Campaign.RecordedOnSite()
	for i, row := range rows {
		ready := row.Errors == 0 && (onSite && row.Images == data.ImagesComplete || !onSite && row.Graduate.Current().CardNumber != "" && !row.OwnWay && row.Next != data.NextCall)
		if ready && len(s.players) < mostWriting {
			s.players = append(s.players, &player{id: row.Graduate.ID, n: i})
		}
	}
	return nil
}

// exchangeKeys gives two people the number of each other by which messages name them: as typed wrong, and
// mended.
func (s *playing) exchangeKeys(ctx context.Context, one, other *player) error {
	key := s.options.Campaign.PersonKey
	var values [2]string
	for i, p := range []*player{one, other} {
		row, err := s.r.Table.Find(p.id)
		if err != nil {
			return err
		}
		values[i] = row.Graduate.Get(key)
	}
	for _, set := range []struct {
		p     *player
		value string
	}{{other, ""}, {one, values[1]}, {other, values[0]}} {
		if _, err := s.r.Table.Change(ctx, set.p.id, []Assign{{Field: key, Value: set.value}}); err != nil {
			return err
		}
	}
	return nil
}

// prepare gets the papers of some ready, or their forms finished and paid for.
func (s *playing) prepare(ctx context.Context, players []*player) error {
	if !s.options.Campaign.RecordedOnSite() {
		if err := s.sign(ctx, s.ids(players)); err != nil {
			return err
		}
		if err := s.r.Intake.Receive(ctx, s.ids(players), intake.Receipt{Everything: true}); err != nil {
			return err
		}
	}
	for _, p := range players {
		if err := s.prepareOne(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

func (s *playing) prepareOne(ctx context.Context, p *player) error {
	if !s.options.Campaign.RecordedOnSite() {
		return s.answerAlone(ctx, p)
	}
	row, err := s.r.Table.Find(p.id)
	if err != nil {
		return err
	}
	if s.options.Campaign.Has(CapabilityPayments) && len(row.Graduate.Current().Payments) == 0 {
		if _, err := s.addReceipt(ctx, s.r, p.id, &campaign.DemoReceipt{Number: fmt.Sprintf("%07d", 20000+p.n*37)}); err != nil {
			return err
		}
	}
	if err := s.settle(ctx, p); err != nil {
		return err
	}
	return s.r.Form.Finish(ctx, p.id)
}

// sendThese sends the papers of some, where it is papers that go, and writes of them alone: so the
// record of somebody can meet at the centre what was mended since in that of another.
func (s *playing) sendThese(ctx context.Context, players []*player) error {
	if !s.options.Campaign.RecordedOnSite() {
		pack, _, err := s.dispatch(ctx)
		if err != nil {
			return err
		}
		s.later(postDays, func(ctx context.Context) error { return s.r.Post.Received(ctx, pack, data.DateOf(s.now)) })
	}
	if err := s.export(ctx, s.r, s.ids(players)...); err != nil {
		return err
	}
	return s.answer(ctx, s.r)
}

// decideAll is what the centre decides of some: one is refused.
func (s *playing) decideAll(players []*player) error {
	c := s.options.Campaign
	for i, p := range players {
		refused := i == 1
		if c.Has(CapabilityPayments) {
			if err := s.judge(p, refused); err != nil {
				return err
			}
		}
		if len(c.RefusalReasons) == 0 {
			continue
		}
		state := message.State{About: message.AboutAnswer, State: string(data.AnswerRegistered), Number: s.certificate(p, 1)}
		if refused {
			state.State, state.Number, state.Reasons = string(data.AnswerRefused), fmt.Sprint(10+p.n), c.RefusalReasons[0].Code
		}
		if err := s.decide(p, state); err != nil {
			return err
		}
	}
	return nil
}

// judge has the centre say of the receipts of somebody what it has not said yet.
func (s *playing) judge(p *player, refused bool) error {
	row, err := s.r.Table.Find(p.id)
	if err != nil {
		return err
	}
	for _, paid := range row.Graduate.Current().Payments {
		if paid.Verdict != nil || paid.Cancelled != nil {
			continue
		}
		state := message.State{About: message.AboutPayment, Of: paid.ID, State: s.options.Campaign.Demo.Paid}
		if bad := s.badReceipt(); refused && bad != nil {
			state.State, state.Note = bad.Status, bad.Note
		}
		if err := s.decide(p, state); err != nil {
			return err
		}
	}
	return nil
}

// badReceipt is one that the campaign has the centre reject, nil for none.
func (d *demo) badReceipt() *campaign.DemoReceipt {
	for i := range d.options.Campaign.Demo.Persons {
		receipts := d.options.Campaign.Demo.Persons[i].Receipts
		for n := range receipts {
			if receipts[n].Status != "" && receipts[n].Note != "" {
				return &receipts[n]
			}
		}
	}
	return nil
}
