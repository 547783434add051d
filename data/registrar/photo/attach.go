package photo

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/file"
	"graduand/data/picture"
	"graduand/data/registry"
)

// Attach puts files to whom the proposals say, whatever their outcome: who has chosen them has
// settled that; but two files are never put into one place, of which the second would take the
// first out: then nothing is done. All are one act of the history, which goes back as one. What was put in before it
// is cancelled stays. attached is how many those are; progress may be nil.
func (d *Desk) Attach(ctx context.Context, chosen []Proposal, progress func(done, total int)) (attached int, err error) {
	if err := d.mayRegister(); err != nil {
		return 0, err
	}
	if err := RefuseTwo(d.registry.Campaign(), chosen); err != nil {
		return 0, err
	}
	var act int64
	for i := range chosen {
		if err := ctx.Err(); err != nil {
			return attached, err
		}
		if err := d.attach(ctx, &chosen[i], &act); err != nil {
			return attached, fmt.Errorf("attach %s: %w", chosen[i].Name, err)
		}
		attached++
		if progress != nil {
			progress(i+1, len(chosen))
		}
	}
	return attached, nil
}

// RefuseTwo refuses two files for a place that takes one, photo.two_for_one_place, and names both.
func RefuseTwo(c *campaign.Campaign, chosen []Proposal) error {
	byPlace := map[[2]string]string{}
	for _, p := range chosen {
		at := [2]string{p.Graduate, p.Field}
		if f := c.Field(p.Field); f == nil || f.Kind != campaign.KindFile {
			continue
		}
		if other, taken := byPlace[at]; taken {
			return data.Fail("photo.two_for_one_place", data.Args{"file": p.Name, "other": other})
		}
		byPlace[at] = p.Name
	}
	return nil
}

// attach puts one file in; act is the number of the act, 0 before its first event.
func (d *Desk) attach(ctx context.Context, p *Proposal, act *int64) error {
	content, err := file.Read(p.Path, registry.MaximumAttachment)
	if err != nil {
		return err
	}
	judged := d.sameBytes(p, content)
	if err := picture.Refused(judged); err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		before, err := w.Active(p.Graduate)
		if err != nil {
			return err
		}
		if err := w.TakesFile(before, p.Field, p.For); err != nil {
			return err
		}
		a, err := w.Seal(before, content)
		if err != nil {
			return err
		}
		g := w.Campaign().WithAttached(before, campaign.Attached{Field: p.Field, For: p.For, ID: a.ID}, judged)
		if err := w.RefuseTooManyFiles(g); err != nil {
			return err
		}
		if *act == 0 {
			*act = w.LastEntry() + 1
		}
		return w.FillIn(a, before, g, *act)
	})
}

// sameBytes is what was said of a file, unless it has changed since, or where it goes.
func (d *Desk) sameBytes(p *Proposal, content []byte) *Judged {
	sum := sha256.Sum256(content)
	c := d.registry.Campaign()
	q := picture.QuestionOf(c, p.Field, p.Name, d.registry.Today())
	if j := p.Judged; j != nil && j.SHA256 == hex.EncodeToString(sum[:]) && j.Kind == q.Kind && j.Side == q.Side {
		return j
	}
	return picture.Judge(c, content, q)
}

// argsOf are the arguments of a refusal.
func argsOf(err error) data.Args {
	var e *data.Error
	if errors.As(err, &e) {
		return e.Args
	}
	return nil
}
