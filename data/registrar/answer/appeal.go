package answer

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Appeal enters that a refusal was appealed against (UA-106).
func (d *Desk) Appeal(ctx context.Context, id string, on data.Date, note string) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		a := g.Current().Answer
		if a == nil || a.State != data.AnswerRefused {
			return data.Fail("answer.not_refused", data.Args{"name": g.FullName()})
		}
		return setFact(v, g, data.Fact{Kind: data.FactAppealed, On: on, Note: note}, a.On)
	})
}

// AppealDecided enters how an appeal has ended, as [data.AppealGranted] or [data.AppealDismissed];
// after a granted one the centre's new answer is entered as it comes.
func (d *Desk) AppealDecided(ctx context.Context, id string, on data.Date, outcome, note string) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		appealed := g.Current().Fact(data.FactAppealed, "")
		switch {
		case appealed == nil:
			return data.Fail("answer.no_appeal", data.Args{"name": g.FullName()})
		case outcome != data.AppealGranted && outcome != data.AppealDismissed:
			return data.Fail("answer.unknown_outcome", data.Args{"value": outcome})
		}
		return setFact(v, g, data.Fact{Kind: data.FactAppealDecided, On: on, Note: note, Seen: outcome}, appealed.On)
	})
}

// setFact signs a fact of a day, today where it is "", which is not before another, "" for none.
func setFact(v *registry.View, g *data.Graduate, f data.Fact, notBefore data.Date) (err error) {
	if f.On, err = happened(v, f.On); err != nil {
		return err
	}
	if f.On < notBefore {
		return data.Fail("answer.too_early", data.Args{"value": f.On.Dotted(), "date": notBefore.Dotted()})
	}
	if f.Note, err = data.CleanText(data.FieldTitle("note"), f.Note); err != nil {
		return err
	}
	f.By = v.Me().Label()
	g.SetFact(f)
	return nil
}
