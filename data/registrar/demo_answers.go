package registrar

import (
	"context"
	"fmt"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	message "graduand/data/exchange"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/envelope"
	"graduand/data/registrar/intake"
	"graduand/data/registry"
)

// answered is the day on which the centre has decided of somebody.
func (s *playing) answered(ctx context.Context, p *player) error {
	if p.part.Life == campaign.LifeRefused {
		p.part.Life = ""
		return s.refused(ctx, p)
	}
	return s.registered(ctx, p)
}

// refused is a refusal, and how the person tries again.
func (s *playing) refused(ctx context.Context, p *player) error {
	minutes := fmt.Sprint(10 + p.n)
	state := message.State{About: message.AboutAnswer, State: string(data.AnswerRefused), Number: minutes, Reasons: p.part.Refusal}
	return s.hears(ctx, p, state, func(ctx context.Context) error {
		return s.r.Answer.Refused(ctx, p.id, answer.Refusal{Minutes: minutes, On: data.DateOf(s.now), Reasons: []string{p.part.Refusal}})
	}, func(context.Context) error {
		s.later(1, func(ctx context.Context) error {
			if err := s.r.Answer.Retry(ctx, p.id); err != nil {
				return err
			}
			if err := s.r.Answer.Mend(ctx, p.id, p.part.Refusal, true); err != nil {
				return err
			}
			return s.anotherCard(ctx, p)
		})
		return nil
	})
}

// anotherCard gives the new attempt its number and its papers, which go with the next package.
func (s *playing) anotherCard(ctx context.Context, p *player, besides ...Assign) error {
	values := append(besides, Assign{Field: data.FieldCardNumber, Value: s.cardNumber(len(s.players) + p.n)})
	if _, err := s.r.Table.Change(ctx, p.id, values); err != nil {
		return err
	}
	if err := s.sign(ctx, []string{p.id}); err != nil {
		return err
	}
	s.later(1, func(ctx context.Context) error {
		if err := s.r.Intake.Receive(ctx, []string{p.id}, intake.Receipt{Everything: true}); err != nil {
			return err
		}
		return s.answerAlone(ctx, p)
	})
	s.later(2, s.send)
	return nil
}

// registered is a certificate, and how its envelope comes.
func (s *playing) registered(ctx context.Context, p *player) error {
	row, err := s.r.Table.Find(p.id)
	if err != nil {
		return err
	}
	number := s.certificate(p, row.Graduate.Current().Attempt)
	state := message.State{About: message.AboutAnswer, State: string(data.AnswerRegistered), Number: number}
	return s.hears(ctx, p, state, func(ctx context.Context) error {
		return s.r.Answer.Registered(ctx, p.id, number, data.DateOf(s.now))
	}, func(context.Context) error {
		if s.options.Campaign.Has(registry.CapabilityEnvelopes) {
			s.later(envelopeDays, func(ctx context.Context) error { return s.envelope(ctx, p) })
		}
		return nil
	})
}

// certificate is the number of a certificate.
func (s *playing) certificate(p *player, attempt int) string {
	return fmt.Sprintf("%0*d", max(s.options.Campaign.EnvelopeMail.CertificateDigits, 1), 1000000+attempt*100000+p.n*13)
}

// envelope is the day on which the envelope of somebody comes, or does not.
func (s *playing) envelope(ctx context.Context, p *player) error {
	ids := []string{p.id}
	switch p.part.Life {
	case campaign.LifeKept:
		return s.r.Envelope.Kept(ctx, ids, "")
	case campaign.LifeReturned:
		return s.r.Envelope.Returned(ctx, ids, "")
	}
	posting := s.posting(p.n)
	if err := s.r.Envelope.Arrived(ctx, ids, envelope.Arrival{Operator: posting.Operator, Tracking: posting.Tracking}); err != nil {
		return err
	}
	s.later(1+p.n%4, func(ctx context.Context) error { return s.handOver(ctx, p) })
	return nil
}

// handOver gives the envelope to the graduate, who finds in it what has to be there.
func (s *playing) handOver(ctx context.Context, p *player) error {
	contents, err := s.r.Envelope.Contents(p.id)
	if err != nil {
		return err
	}
	var codes []string
	for _, d := range contents {
		codes = append(codes, d.Code)
	}
	if err := s.r.Envelope.HandOver(ctx, p.id, envelope.Handing{Contents: codes}); err != nil {
		return err
	}
	return s.afterwards(ctx, p)
}

// afterwards is what becomes of somebody who has got the certificate.
func (s *playing) afterwards(ctx context.Context, p *player) error {
	life := p.part.Life
	p.part.Life = ""
	switch life {
	case campaign.LifeReRegistered:
		if err := s.r.Answer.ReRegister(ctx, p.id); err != nil {
			return err
		}
		row, err := s.r.Table.Find(p.id)
		if err != nil {
			return err
		}
		number := row.Graduate.Document.Number
		return s.anotherCard(ctx, p, Assign{Field: data.FieldDocumentNumber, Value: number[:len(number)-2] + fmt.Sprintf("%02d", p.n%100)})
	case campaign.LifeWithdrawn:
		return s.withdraw(ctx, p, s.in(3))
	case campaign.LifeWithdrawnLate:
		end := s.options.Campaign.Date(campaign.WithdrawalEnd)
		if end == nil || end.On == "" {
			return nil
		}
		return s.withdraw(ctx, p, data.DateOf(end.On.Time().Add(48*time.Hour)))
	}
	return nil
}

// withdraw gives a registration up, whose certificate goes back on a day.
func (s *playing) withdraw(ctx context.Context, p *player, on data.Date) error {
	s.on(on, func(ctx context.Context) error {
		posting := s.posting(p.n)
		s.write()
		_, err := s.r.Answer.WithdrawalSent(ctx, p.id, answer.Sent{Operator: posting.Operator, Tracking: posting.Tracking, Postmark: posting.Postmark})
		return err
	})
	return s.r.Answer.Withdraw(ctx, p.id)
}
