package registrar

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	message "graduand/data/exchange"
)

// The working days of a season that is recorded on the centre's site, from the day of the roster.
const (
	accessDay   = 1  // the accesses are made; they are handed over the day after
	homeDay     = 4  // what was filled in at home comes back
	photosDay   = 9  // the photos are there
	wholeForms  = 10 // the first forms are finished
	lookEvery   = 5  // so often the site is looked at for what it says of receipts
	looks       = 9
	verdictDays = 3 // so long the centre takes to say it
)

// wholeInSeason is of how many people the season is played to its end: of the others nobody has brought
// the photos, which are not drawn for more.
const wholeInSeason = 16

// beginSite notes what is done where the data is typed into the centre's site.
func (s *playing) beginSite() {
	s.later(accessDay, s.makeAccesses)
	s.later(photosDay, s.takePhotos)
	s.later(photosDay, func(ctx context.Context) error { return s.writePapers(ctx, s.r) })
	for n := range looks {
		s.later(photosDay+(n+1)*lookEvery, s.look)
	}
}

// whole are those with a part, and as many of the others as there is room for.
func (s *playing) whole() []*player {
	var parts, others []*player
	for _, p := range s.players {
		if s.cast(p.n, len(s.players)) != nil {
			parts = append(parts, p)
		} else {
			others = append(others, p)
		}
	}
	all := append(parts, others[:min(len(others), max(wholeInSeason-len(parts), 0))]...)
	slices.SortFunc(all, func(a, b *player) int { return a.n - b.n })
	return all
}

// takePhotos takes in the folder of photos and scans, and begins to finish the forms.
func (s *playing) takePhotos(ctx context.Context) error {
	if s.options.WithoutPictures {
		return nil
	}
	whole := s.whole()
	pictures, err := s.pictures(whole)
	if err != nil {
		return err
	}
	if err := s.attach(ctx, s.r, pictures); err != nil {
		return err
	}
	for i, p := range whole {
		s.later(wholeForms-photosDay+i/3, func(ctx context.Context) error { return s.finishForm(ctx, p, pictures) })
	}
	return nil
}

// pictures are all that the forms of some ask for. The portrait of whoever brings another one is against
// the rules.
func (s *playing) pictures(whole []*player) (*demoPictures, error) {
	p := &demoPictures{seed: s.options.Seed, names: s.names}
	p.faults = func(n int) (portrait, document string) {
		if whole[n].part.Life == campaign.LifeAnotherPhoto {
			portrait = colouredWall
		}
		return portrait, ""
	}
	asked, err := askedFiles(s.r)
	if err != nil {
		return nil, err
	}
	for n, player := range whole {
		row, err := s.r.Table.Find(player.id)
		if err != nil {
			return nil, err
		}
		p.people = append(p.people, row.Graduate)
		for _, field := range asked[player.id] {
			p.file(n, field)
		}
		p.proofs(n, s.options.Campaign)
	}
	return p, nil
}

// proofs notes the documents that prove the privileges of the person at n.
func (p *demoPictures) proofs(n int, c *campaign.Campaign) {
	for _, field := range c.AllFields() {
		if field.Kind != campaign.KindFiles {
			continue
		}
		for _, code := range p.people[n].Current().Privileges {
			p.proof(n, field, code)
		}
	}
}

// finishForm looks at the pictures of somebody and finishes the form, where it can be: whoever's portrait is
// refused brings another first, and the centre is asked before.
func (s *playing) finishForm(ctx context.Context, p *player, pictures *demoPictures) error {
	if p.part.Life == campaign.LifeAnotherPhoto {
		p.part.Life = ""
		s.later(2, func(ctx context.Context) error { return s.finishForm(ctx, p, pictures) })
		return s.anotherPhoto(ctx, p, pictures)
	}
	if err := confirmAll(ctx, s.r, p.id); err != nil {
		return err
	}
	if err := s.settle(ctx, p); err != nil {
		return err
	}
	if err := s.r.Form.Finish(ctx, p.id); err != nil {
		return err
	}
	return s.finished(p)
}

// settle asks the centre and the graduate about what the check asks to be confirmed of somebody.
func (s *playing) settle(ctx context.Context, p *player) error {
	found, err := s.r.Table.Check(Filter{Only: []string{p.id}})
	if err != nil {
		return err
	}
	for i := range found {
		var fact data.Fact
		switch f := &found[i]; {
		case f.Call:
			fact = data.Fact{Kind: data.FactCalled, Note: s.options.Campaign.Demo.Responsible}
		case f.Severity == data.SeverityConfirm:
			fact = data.Fact{Kind: data.FactConfirmed, Of: f.Doubt()}
		default:
			continue
		}
		if err := s.r.Table.Record(ctx, []string{p.id}, fact); err != nil {
			return err
		}
	}
	return nil
}

// anotherPhoto attaches a portrait as it should be, in the place of the one that was refused.
func (s *playing) anotherPhoto(ctx context.Context, p *player, pictures *demoPictures) error {
	n := slices.IndexFunc(pictures.people, func(g *data.Graduate) bool { return g.ID == p.id })
	again := &demoPictures{seed: pictures.seed, names: pictures.names, people: pictures.people,
		faults: func(int) (portrait, document string) { return "", "" }}
	again.file(n, s.options.Campaign.Field(s.options.Campaign.FaceField()))
	again.drawAll()
	return s.r.Form.Attach(ctx, p.id, again.files[0].field.Code, again.files[0].name, again.files[0].content)
}

// finished plays what comes behind a finished form: the data is typed into the site, and paid for.
func (s *playing) finished(p *player) error {
	if p.part.Life == campaign.LifeGivenBack {
		p.part.Life = ""
		s.later(1, func(ctx context.Context) error { return s.r.Form.GiveBack(ctx, []string{p.id}, p.part.Remark) })
		s.later(3, func(ctx context.Context) error {
			if err := s.mend(ctx, p); err != nil {
				return err
			}
			if err := s.r.Form.Finish(ctx, p.id); err != nil {
				return err
			}
			return s.finished(p)
		})
		return nil
	}
	s.write()
	s.later(1, func(ctx context.Context) error { return s.enter(ctx, p) })
	s.later(1+p.n%4, func(ctx context.Context) error { return s.payNext(ctx, p) })
	return nil
}

// mend gives the fields of somebody the values that they have later.
func (s *playing) mend(ctx context.Context, p *player) error {
	s.write()
	_, err := s.r.Table.Change(ctx, p.id, inForm(s.options.Campaign, p.part.Later))
	return err
}

// enter notes that the data of somebody stands on the centre's site, and plays what changes then.
func (s *playing) enter(ctx context.Context, p *player) error {
	life := p.part.Life
	p.part.Life = ""
	switch life {
	case campaign.LifeChanged:
		s.later(2, func(ctx context.Context) error { return s.mend(ctx, p) })
		s.later(4, func(ctx context.Context) error { return s.enter(ctx, p) })
	case campaign.LifeLeft:
		s.later(6, func(ctx context.Context) error {
			s.write()
			return s.r.Table.Remove(ctx, []string{p.id}, p.part.Remark)
		})
	}
	return s.r.Table.Record(ctx, []string{p.id}, data.Fact{Kind: data.FactEntered})
}

// awaited is a receipt of which the centre has still to say something.
type awaited struct {
	player  *player
	id      string
	receipt campaign.DemoReceipt
	since   data.Date
}

// payNext adds the next receipt of somebody: those of the part, else one of all that is due. One whose
// number was typed wrong is taken back the same day.
func (s *playing) payNext(ctx context.Context, p *player) error {
	if len(p.part.Receipts) == 0 {
		if p.paid {
			return nil
		}
		p.part.Receipts = []campaign.DemoReceipt{{Number: fmt.Sprintf("%07d", 20000+p.n*37), Status: s.options.Campaign.Demo.Paid}}
	}
	s.write()
	receipt := p.part.Receipts[0]
	p.part.Receipts, p.paid = p.part.Receipts[1:], true
	id, err := s.addReceipt(ctx, s.r, p.id, &receipt)
	switch {
	case err != nil:
		return err
	case receipt.Cancelled:
		s.later(1, func(ctx context.Context) error { return s.payNext(ctx, p) })
		return s.r.Payment.Cancel(ctx, p.id, id, receipt.Note)
	case receipt.Status != "":
		s.awaited = append(s.awaited, awaited{p, id, receipt, data.DateOf(s.now)})
	}
	return nil
}

// look is when the centre says what it thinks of receipts: by a message, or else on its site, where what
// it says is pasted in one act, save where it says why.
func (s *playing) look(ctx context.Context) error {
	var block strings.Builder
	today, said := data.DateOf(s.now), 0
	for _, a := range s.awaited {
		if s.options.Campaign.WorkingDaysTo(a.since, today) < verdictDays {
			continue
		}
		said++
		next := func(ctx context.Context) error { return s.payNext(ctx, a.player) }
		if s.centre != nil {
			s.centre.then = append(s.centre.then, func(context.Context) error {
				s.later(1, next)
				return nil
			})
			if err := s.decide(a.player, message.State{About: message.AboutPayment, Of: a.id, State: a.receipt.Status, Note: a.receipt.Note}); err != nil {
				return err
			}
			continue
		}
		s.later(1, next)
		if a.receipt.Note == "" {
			fmt.Fprintf(&block, "%s\t%s\n", a.receipt.Number, s.options.Campaign.ExternalStatus(a.receipt.Status).Title)
		} else if err := s.r.Payment.Judge(ctx, a.player.id, a.id, a.receipt.Status, "", a.receipt.Note); err != nil {
			return err
		}
	}
	s.awaited = s.awaited[said:]
	if block.Len() == 0 {
		return nil
	}
	verdicts, err := s.r.Payment.ReadVerdicts(block.String())
	if err != nil {
		return err
	}
	_, err = s.r.Payment.JudgeAll(ctx, verdicts, "")
	return err
}
