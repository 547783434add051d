package registry

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry/ledger"
)

// What a registry knows of the photos of the season before it is how the portraits looked
// ([data.Judged.Likeness]), in 64 bits each, and nothing else: not whose they were, not in which
// order, and nothing of any other file. Who has one of those pictures can be told that it was
// among them; from the bits nobody is drawn or named. They are sealed for the operators alone
// and stand in no form of a graduate and in no message.
//
// They live one season: the next registry gets those of this one and never older ones. They are
// no part of the history, which forgets nothing, so that they can be taken away. Since they are
// tied to nobody, an erasure in the registry that they came from cannot reach them afterwards;
// so whoever is erased there before the next year begins leaves none, the certificate of a later
// erasure names the registries that still have them, and there [Edit.ForgetLastYear] takes them
// all away. Whoever is erased here takes those along that are like the own portrait: a retaker's.

// LastYear is how many portraits of the season before are known by their looks.
func (v *View) LastYear() int { return len(v.index.lastYear) }

// RuleOfLastYear is the rule of a portrait that was there last year.
const RuleOfLastYear = "face_of_last_year"

// OfLastYear says that a picture is a portrait that looks like one of last year's.
func (v *View) OfLastYear(j *data.Judged) bool { return v.index.isOfLastYear(j) }

func (x *index) isOfLastYear(j *data.Judged) bool {
	return picture.Comparable(j) && slices.ContainsFunc(x.lastYear, likes(j))
}

// ofLastYear asks about the portrait of g where one of last year's looked the same: it is older
// than a photo may be, or the file of somebody else.
func (x *index) ofLastYear(g *data.Graduate) []data.Finding {
	field := x.campaign.FaceField()
	if !x.isOfLastYear(x.portrait(g, field)) {
		return nil
	}
	return []data.Finding{{Graduate: g.ID, Rule: RuleOfLastYear, Severity: data.SeverityConfirm, Field: field,
		Args: data.Args{"field": x.campaign.FieldTitle(field)}}}
}

// likes tells the looks that are those of a portrait.
func likes(mine *data.Judged) func(uint64) bool {
	return func(look uint64) bool { return picture.Like(mine.Likeness, look) }
}

// putLastYear keeps how portraits looked; without any there is no such setting.
func (c *Change) putLastYear(looks []uint64) error {
	if len(looks) == 0 {
		return c.DropSetting(ledger.SettingLastYear)
	}
	plain, err := marshal("looks", lastYear{lastYearVersion, looks})
	if err != nil {
		return err
	}
	return c.PutSealed(ledger.SettingLastYear, plain)
}

// ForgetLastYearOf takes away what is known of last year's portraits that look like those of
// graduates who are erased, with their pictures or all else.
func (c *Change) ForgetLastYearOf(graduates []*data.Graduate) error {
	x := c.v.index
	left := slices.Clone(x.lastYear)
	for _, g := range graduates {
		if mine := x.portrait(g, x.campaign.FaceField()); mine != nil {
			left = slices.DeleteFunc(left, likes(mine))
		}
	}
	if len(left) == len(x.lastYear) {
		return nil
	}
	return c.leaveOfLastYear(left)
}

// ForgetLastYear takes all of it away, whichever program has written it.
func (c *Change) ForgetLastYear() error {
	if c.v.book.Setting(ledger.SettingLastYear) == nil {
		return nil
	}
	return c.leaveOfLastYear(nil)
}

func (c *Change) leaveOfLastYear(left []uint64) error {
	c.lastYear = &left
	return c.putLastYear(left)
}

// ForgetLastYear takes what is known of last year's portraits out of the registry for good, as
// the event of the school that notes it; [Edit.Sweep] is to follow. Where nothing is known it is
// season.none_known.
func (w *Edit) ForgetLastYear() error {
	if w.LastYear() == 0 {
		return data.Fail("season.none_known", nil)
	}
	if err := w.ledger.RoomToSweep(); err != nil {
		return err
	}
	return w.Commit(func(c *Change) error {
		if err := c.ForgetLastYear(); err != nil {
			return err
		}
		if err := c.BeginErasing(false); err != nil {
			return err
		}
		return c.Note(EventLastYearForgotten, EventBody{})
	})
}

// looks are those of the portraits of all who are not removed, sorted, each once. A picture that
// nobody has judged yet is looked at now; one that does not open is no portrait of anybody.
func (v *View) looks(ctx context.Context) ([]uint64, error) {
	field := v.Campaign().FaceField()
	var looks []uint64
	for _, e := range v.index.ordered {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		g := e.graduate
		if field == "" || g.Removed != nil || g.Get(field) == "" {
			continue
		}
		judged := v.index.portrait(g, field)
		if judged == nil {
			content, err := v.ledger.Content(ctx, g.ID, g.Get(field))
			if err != nil {
				continue // it is gone or spoilt, which the doctor says
			}
			judged = picture.Judge(v.Campaign(), content, picture.Question{Kind: campaign.PictureFace})
		}
		if picture.Comparable(judged) {
			looks = append(looks, judged.Likeness)
		}
	}
	slices.Sort(looks)
	return slices.Compact(looks), nil
}
