package registrar

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar/intake"
	"graduand/data/registrar/post"
)

// beginKits notes the days on which kits are handed in, lists are made and letters go their own way.
func (s *playing) beginKits() {
	days := map[int][]*player{}
	for i, p := range s.players {
		day := firstKits + i*(lastKits-firstKits)/len(s.players)
		if i%7 == 6 && p.part.Life == "" {
			day = lateKits // as in life
		}
		days[day] = append(days[day], p)
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		s.later(day, func(ctx context.Context) error { return s.handIn(ctx, days[day]) })
	}
	s.later(lastKits, s.send)
	s.later(lateKits+1, s.send)
}

// handIn is the day on which the kits of some are ready: the school takes those that do not go their
// own way, and then looks at what is looked at for each alone.
func (s *playing) handIn(ctx context.Context, players []*player) error {
	var taken []*player
	for _, p := range players {
		takes, err := s.takes(ctx, p)
		if err != nil {
			return err
		}
		if takes {
			taken = append(taken, p)
		}
	}
	if len(taken) == 0 {
		return nil
	}
	if err := s.r.Intake.Receive(ctx, s.ids(taken), intake.Receipt{Everything: true}); err != nil {
		return err
	}
	for _, p := range taken {
		if err := s.answerAlone(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// takes says that the school takes the kit of somebody; else it goes its own way, if it is whole.
func (s *playing) takes(ctx context.Context, p *player) (bool, error) {
	row, err := s.r.Table.Find(p.id)
	switch {
	case err != nil:
		return false, err
	case row.Next == data.NextCall:
		return true, s.r.Table.Record(ctx, []string{p.id}, data.Fact{Kind: data.FactCalled, Note: s.options.Campaign.Demo.Responsible})
	case row.Errors > 0:
		return false, nil
	case row.Via == campaign.ViaInPerson:
		s.later(answerDays, func(ctx context.Context) error { return s.registered(ctx, p) })
		s.later(1, func(ctx context.Context) error { return s.came(ctx, p) })
		s.write()
		return false, s.r.Post.SendOwn(ctx, p.id, post.Posting{Postmark: data.DateOf(s.now)})
	case row.OwnWay:
		return false, s.sendOwn(ctx, p)
	}
	return true, nil
}

// answerAlone answers what is looked at for each person alone.
func (s *playing) answerAlone(ctx context.Context, p *player) error {
	kit, err := s.r.Intake.Kit(p.id)
	if err != nil {
		return err
	}
	for _, paper := range kit.Papers {
		for _, q := range paper.Questions {
			if q.Answer == nil {
				if err := s.r.Intake.Ask(ctx, p.id, q.Code, true, ""); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// sendOwn notes that somebody has sent the own letter, and when the centre got it.
func (s *playing) sendOwn(ctx context.Context, p *player) error {
	if err := s.r.Post.SendOwn(ctx, p.id, s.posting(p.n)); err != nil {
		return err
	}
	s.later(postDays, func(ctx context.Context) error {
		s.later(answerDays, func(ctx context.Context) error { return s.answered(ctx, p) })
		if err := s.r.Post.OwnReceived(ctx, p.id, data.DateOf(s.now)); err != nil {
			return err
		}
		return s.came(ctx, p)
	})
	s.write()
	return nil
}

// How many working days the post takes, the centre until it answers, and its envelope.
const (
	postDays     = 2
	answerDays   = 8
	envelopeDays = 4
)

// posting is a letter of the campaign's first operator, with a number like its first example.
func (s *playing) posting(n int) post.Posting {
	o := &s.options.Campaign.PostalOperators[0]
	posting := post.Posting{Operator: o.Code, Postmark: data.DateOf(s.now)}
	if len(o.Items) > 0 {
		posting.Item = o.Items[0].Code
	}
	if len(o.TrackingExamples) > 0 {
		example := o.TrackingExamples[0]
		posting.Tracking = example[:len(example)-4] + fmt.Sprintf("%04d", n)
	}
	return posting
}

// send makes a list of each class of whose kits the school has, prints and signs it, and sends all in
// one package.
func (s *playing) send(ctx context.Context) error {
	pack, members, err := s.dispatch(ctx)
	if pack != "" {
		s.later(postDays, func(ctx context.Context) error { return s.received(ctx, pack, members) })
	}
	return err
}

// dispatch is the day on which a package goes to the post; it is "" where there are no kits for one.
func (s *playing) dispatch(ctx context.Context) (pack string, members []*data.Graduate, err error) {
	offer, err := s.r.Post.Offer(Filter{})
	if err != nil || len(offer.On) == 0 {
		return "", nil, err
	}
	lists, err := s.r.Post.MakeLists(ctx, post.ByClass(offer.On))
	if err != nil {
		return "", nil, err
	}
	for _, list := range lists {
		if err := s.finishList(ctx, list); err != nil {
			return "", nil, err
		}
	}
	if pack, err = s.r.Post.Make(ctx, lists); err != nil {
		return "", nil, err
	}
	if err := s.r.Post.Close(ctx, pack, post.Count{Rows: len(offer.On), Kits: len(offer.On), Cover: s.options.Campaign.Cover.Enabled}); err != nil {
		return "", nil, err
	}
	s.write()
	return pack, offer.On, s.r.Post.Post(ctx, pack, s.posting(s.lists))
}

// finishList prints a list as final, under the next outgoing number.
func (s *playing) finishList(ctx context.Context, list string) error {
	s.lists++
	name := filepath.Join("out", fmt.Sprintf("final-list-%d.pdf", s.lists))
	register := strings.Replace(name, "list", "register", 1)
	day := data.DateOf(s.now)
	printed, err := s.r.FinishList(ctx, list, Finishing{Path: filepath.Join(s.dir, name), Register: filepath.Join(s.dir, register),
		Date: day.Dotted(), Number: fmt.Sprintf("01-15/%d", s.lists)})
	s.made.Files = append(s.made.Files, name)
	if printed.Registered > 0 {
		s.made.Files = append(s.made.Files, register)
	}
	return err
}

// received notes that the centre has a package, and plays the answers.
func (s *playing) received(ctx context.Context, pack string, members []*data.Graduate) error {
	players := s.playersOf(members)
	s.later(answerDays/2, func(ctx context.Context) error { return s.seenInProcessing(ctx, players) })
	for _, p := range players {
		s.later(answerDays+p.n%3, func(ctx context.Context) error { return s.answered(ctx, p) })
	}
	if err := s.r.Post.Received(ctx, pack, data.DateOf(s.now)); err != nil {
		return err
	}
	return s.came(ctx, players...)
}

func (s *playing) playersOf(members []*data.Graduate) []*player {
	var players []*player
	for _, p := range s.players {
		if slices.ContainsFunc(members, func(g *data.Graduate) bool { return g.ID == p.id }) {
			players = append(players, p)
		}
	}
	return players
}

// seenInProcessing notes what the centre's site shows of some.
func (s *playing) seenInProcessing(ctx context.Context, players []*player) error {
	at := slices.IndexFunc(s.options.Campaign.ExternalStatuses, func(i campaign.Item) bool { return i.Means == data.MeansProcessing })
	if at < 0 || len(players) == 0 {
		return nil
	}
	return s.r.Answer.Seen(ctx, s.ids(players[:(len(players)+1)/2]), s.options.Campaign.ExternalStatuses[at].Code, "")
}
