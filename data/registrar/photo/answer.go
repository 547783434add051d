package photo

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Confirm answers one question about a picture, or a warning by its rule: yes, it is so, or
// no, it is not. There is no answer to many at once: each is looked at (KG-020, KG-025, UA-051).
func (d *Desk) Confirm(ctx context.Context, id, place, code string, yes bool) error {
	return d.alter(ctx, id, place, func(w *registry.Edit, s Shown) (string, any, error) {
		i := slices.IndexFunc(s.Questions, func(q campaign.PictureQuestion) bool { return q.Code == code })
		if i < 0 {
			return "", nil, data.Fail("photo.nothing_to_confirm", data.Args{"value": code, "known": questionCodes(s.Questions)})
		}
		kind := data.FactConfirmed
		if !yes {
			kind = data.FactDenied
		}
		fact := w.Signed(kind, "")
		fact.Of, fact.Seen = code, s.Questions[i].Seen
		return data.PictureField(s.File, data.PartConfirmed, code), fact, nil
	})
}

func questionCodes(all []campaign.PictureQuestion) string {
	var codes []string
	for _, q := range all {
		codes = append(codes, q.Code)
	}
	return strings.Join(codes, ", ")
}

// Override lets a picture pass a rule that blocks it, for a reason that somebody has typed and
// the history keeps (KG-029).
func (d *Desk) Override(ctx context.Context, id, place, rule, reason string) error {
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	if err != nil {
		return err
	}
	if reason == "" {
		return data.Fail("photo.no_reason", nil)
	}
	return d.alter(ctx, id, place, func(w *registry.Edit, s Shown) (string, any, error) {
		i := slices.IndexFunc(s.Blocked, func(f Finding) bool { return f.Rule == rule })
		if i < 0 {
			return "", nil, data.Fail("photo.nothing_to_override", data.Args{"value": rule, "known": ruleCodes(s.Blocked)})
		}
		fact := w.Signed(data.FactOverridden, reason)
		fact.Of, fact.Seen = rule, s.Blocked[i].Seen()
		return data.PictureField(s.File, data.PartOverridden, rule), fact, nil
	})
}

func ruleCodes(all []Finding) string {
	var codes []string
	for _, f := range all {
		codes = append(codes, f.Rule)
	}
	return strings.Join(codes, ", ")
}

// Turn turns a picture clockwise, by 90, 180 or 270 degrees from how it is seen now, and judges
// it anew: what was cropped of it no longer is. The bytes stay as they are (KG-027).
func (d *Desk) Turn(ctx context.Context, id, place string, degrees int) error {
	if degrees <= 0 || degrees >= 360 || degrees%90 != 0 {
		return data.Fail("photo.bad_turn", data.Args{"value": degrees})
	}
	s, content, err := d.open(ctx, id, place, registry.RightRegister, func(Shown) bool { return true })
	if err != nil {
		return err
	}
	before := s.Turn
	s.Turn = (before + degrees) % 360
	s.Crop = nil
	return d.rejudge(ctx, id, s, content, func(g *data.Graduate, file string) error {
		if g.Pictures[file].Turn != before {
			return data.Fail("registry.conflict", nil)
		}
		g.Set(data.PictureField(file, data.PartTurn, ""), fmt.Sprint(s.Turn))
		g.Set(data.PictureField(file, data.PartCrop, ""), "")
		return nil
	})
}

// rejudge judges a picture as it is to stand, and keeps that with what change does to who has
// it: one entry of the history.
func (d *Desk) rejudge(ctx context.Context, id string, s Shown, content []byte, change func(g *data.Graduate, file string) error) error {
	judged := d.judge(&s, content)
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := w.Active(id)
		if err != nil {
			return err
		}
		if a, _, err := at(w.View, now, s.Place); err != nil || a.ID != s.File {
			return data.Fail("registry.conflict", nil)
		}
		g := now.Clone()
		if err := change(g, s.File); err != nil {
			return err
		}
		g.NoteJudged(s.File, judged)
		return w.Fill(now, g)
	})
}

// alter changes one part of the record of the picture at a place, which say names, with its new
// value, nil for none. A picture that was not judged yet is judged first: nobody answers what
// nobody has asked.
func (d *Desk) alter(ctx context.Context, id, place string, say func(*registry.Edit, Shown) (field string, value any, err error)) error {
	if err := d.mayRegister(); err != nil {
		return err
	}
	looked, err := d.Look(ctx, id, place)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		a, _, err := at(w.View, before, place)
		if err != nil {
			return err
		}
		if a.ID != looked.File {
			return data.Fail("registry.conflict", nil)
		}
		s, err := shown(w.View, before, a)
		if err != nil {
			return err
		}
		field, value, err := say(w, s)
		if err != nil {
			return err
		}
		text := ""
		if value != nil {
			content, err := json.Marshal(value)
			if err != nil {
				return fmt.Errorf("write down %s: %w", field, err)
			}
			text = string(content)
		}
		g := before.Clone()
		g.Set(field, text)
		return w.Fill(before, g)
	})
}
