package photo

import (
	"cmp"
	"context"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry"
)

// Shown is one photo or scan of a graduate with what the rules and people say of it.
type Shown struct {
	// Place names it at the desk of the form, Field is where it stands.
	Place string
	Field *campaign.Field
	File  string
	data.Picture
	// Current says that the program has judged it as it stands, by the limits of today.
	Current bool
	// Questions are what a person answers, Blocked what keeps it from being used.
	Questions []campaign.PictureQuestion
	Blocked   []Finding
	// Differs are the fields of the form that say something else than the zone of this document,
	// and that this portrait was there last year, as far as nobody has settled that.
	Differs []data.Finding
}

// isStale says that a picture is to be judged: it never was, or by other limits, or as it was
// turned before.
func isStale(s Shown) bool { return !s.Current }

// Of are the photos and scans of a graduate's form, in the order of the form, as they were
// judged: see [Desk.Look] for one that was not yet.
func (d *Desk) Of(id string) ([]Shown, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Shown, error) {
		g, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		return picturesOf(v, g)
	})
}

func picturesOf(v *registry.View, g *data.Graduate) (all []Shown, err error) {
	for _, a := range v.Campaign().Attached(g) {
		if v.Campaign().Field(a.Field) == nil {
			continue
		}
		s, err := shown(v, g, a)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// Row is a graduate with the photos and scans of the form and how they stand.
type Row struct {
	registry.Row
	Pictures []Shown
	State    State
}

// List are the graduates whom a filter chooses with their pictures, as [Desk.Of] gives them.
func (d *Desk) List(filter registry.Filter) ([]Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Row, error) {
		found, err := v.Rows(filter)
		if err != nil {
			return nil, err
		}
		rows := make([]Row, len(found))
		for i, f := range found {
			pictures, err := picturesOf(v, f.Graduate)
			if err != nil {
				return nil, err
			}
			rows[i] = Row{f, pictures, StateOf(f.Images, pictures)}
		}
		return rows, nil
	})
}

func shown(v *registry.View, g *data.Graduate, a campaign.Attached) (Shown, error) {
	p, f := g.Pictures[a.ID], v.Campaign().Field(a.Field)
	s := Shown{Place: a.Place(), Field: v.Spoken().Field(a.Field), File: a.ID, Picture: p, Current: v.Campaign().IsJudged(f, g, a.ID),
		Questions: v.Campaign().PictureQuestions(f.PictureOf(), p), Blocked: campaign.Blocked(p)}
	if p.Judged == nil || p.Judged.Zone == nil && !v.OfLastYear(p.Judged) {
		return s, nil
	}
	found, err := v.Findings(g)
	for _, x := range found {
		if x.Rule == registry.RuleZoneDiffers && p.Judged.Zone != nil || x.Rule == registry.RuleOfLastYear && x.Field == a.Field {
			s.Differs = append(s.Differs, x)
		}
	}
	return s, err
}

// at is the file at a place of a graduate's form.
func at(v *registry.View, g *data.Graduate, place string) (campaign.Attached, *campaign.Field, error) {
	a, found := v.Campaign().AttachedAt(g, place)
	f := v.Campaign().Field(a.Field)
	if !found || f == nil {
		return a, nil, data.Fail("attachment.gone", nil)
	}
	return a, f, nil
}

// Look is the picture at a place, judged now where it was not yet; what is said then is kept
// with the next change of the graduate, see [Desk.JudgeAll]. It needs registry.RightLook.
func (d *Desk) Look(ctx context.Context, id, place string) (Shown, error) {
	s, content, err := d.open(ctx, id, place, registry.RightLook, isStale)
	if err != nil || s.Current {
		return s, err
	}
	judged := d.judge(&s, content)
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Shown, error) {
		v.NoteJudged(id, s.File, judged)
		g, err := v.Find(id)
		if err != nil {
			return s, err
		}
		a, _, err := at(v, g, place)
		if err != nil {
			return s, err
		}
		return shown(v, g, a)
	})
}

// open is the picture at a place for who has a right; its bytes only where they are wanted.
func (d *Desk) open(ctx context.Context, id, place string, right registry.Right, wanted func(Shown) bool) (s Shown, content []byte, err error) {
	s, err = registry.Read(d.registry, right, func(v *registry.View) (Shown, error) {
		g, err := v.Find(id)
		if err != nil {
			return Shown{}, err
		}
		a, _, err := at(v, g, place)
		if err != nil {
			return Shown{}, err
		}
		s, err := shown(v, g, a)
		if err == nil && wanted(s) {
			content, err = v.Attachment(ctx, g, a.ID)
		}
		return s, err
	})
	return s, content, err
}

// judge says what the rules find in the bytes of a picture, as it is turned and cropped. Its age counts at
// the day at which it was first judged, where the campaign names no day.
func (d *Desk) judge(s *Shown, content []byte) *Judged {
	attached, ending := d.registry.Today(), ""
	if s.Judged != nil {
		attached, ending = cmp.Or(s.Judged.Reference, attached), s.Judged.Ending
	}
	q := picture.QuestionOf(d.registry.Campaign(), s.Field.Code, ending, attached)
	q.Turn, q.Crop = s.Turn, s.Crop
	return picture.Judge(d.registry.Campaign(), content, q)
}

// JudgeAll judges the pictures of graduates, all when there are no ids, that were not judged
// yet, or by other limits, and keeps what is said. It returns how many those were; progress may
// be nil. What was judged before it is cancelled stays.
func (d *Desk) JudgeAll(ctx context.Context, ids []string, progress func(done, total int)) (judged int, err error) {
	waiting, err := d.waiting(ids)
	if err != nil {
		return 0, err
	}
	for i, w := range waiting {
		if err := ctx.Err(); err != nil {
			return judged, err
		}
		if err := d.keepJudged(ctx, w); err != nil {
			return judged, err
		}
		judged++
		if progress != nil {
			progress(i+1, len(waiting))
		}
	}
	return judged, nil
}

// standing is a picture by whose it is and where it stands.
type standing struct{ graduate, place string }

// waiting are the pictures that are to be judged.
func (d *Desk) waiting(ids []string) ([]standing, error) {
	return registry.Read(d.registry, registry.RightFill, func(v *registry.View) ([]standing, error) {
		chosen, err := v.Choose(registry.Filter{Only: ids})
		if err != nil || !v.Campaign().JudgesPictures() {
			return nil, err
		}
		var all []standing
		for _, g := range chosen {
			for _, a := range v.Campaign().Attached(g) {
				if waits(v.Campaign(), g, a) {
					all = append(all, standing{g.ID, a.Place()})
				}
			}
		}
		return all, nil
	})
}

// waits says that a picture is to be judged: one of the form, or of a receipt where the campaign
// has those judged.
func waits(c *campaign.Campaign, g *data.Graduate, a campaign.Attached) bool {
	if f := c.Field(a.Field); f != nil {
		return !c.IsJudged(f, g, a.ID)
	}
	return c.JudgesReceipts() && !c.IsJudgedReceipt(g.Pictures[a.ID])
}

// judgeReceipt says what the rules find in the picture of a receipt.
func (d *Desk) judgeReceipt(ctx context.Context, w standing) (file string, judged *Judged, err error) {
	content, err := registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]byte, error) {
		g, err := v.Find(w.graduate)
		if err != nil {
			return nil, err
		}
		a, found := v.Campaign().AttachedAt(g, w.place)
		if !found {
			return nil, data.Fail("attachment.gone", nil)
		}
		file = a.ID
		return v.Attachment(ctx, g, a.ID)
	})
	if err != nil {
		return "", nil, err
	}
	judged, err = picture.JudgeReceipt(d.registry.Campaign(), content, "", d.registry.Today())
	return file, judged, err
}

// keepJudged judges one picture and keeps what is said. One that is lost is left alone.
func (d *Desk) keepJudged(ctx context.Context, w standing) error {
	file, judged, err := d.judgeStanding(ctx, w)
	switch {
	case isLost(err):
		return nil
	case err != nil || judged == nil:
		return err
	}
	return d.registry.Write(ctx, registry.RightFill, changed, func(w2 *registry.Edit) error {
		return w2.KeepJudged(w.graduate, file, judged)
	})
}

// judgeStanding judges one picture; judged is nil for one that is by now.
func (d *Desk) judgeStanding(ctx context.Context, w standing) (file string, judged *Judged, err error) {
	if _, paid := data.PaymentOf(w.place); paid {
		return d.judgeReceipt(ctx, w)
	}
	s, content, err := d.open(ctx, w.graduate, w.place, registry.RightLook, isStale)
	if err != nil || s.Current {
		return "", nil, err
	}
	return s.File, d.judge(&s, content), nil
}
