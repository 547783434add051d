package printing

import (
	"context"
	"encoding/json"
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registry"
)

// What was printed can be printed again as it was (F-20). Nothing is stored for it beside the
// history, which is sealed with the keys of those it is about: each graduate is replayed to the
// entry of the print, the school stands in the entry, and the hash that was noted then says
// whether it is the same to the byte. So it is gone with the erasure of anybody who is in it.

// recorded is a job with what the history says of the entry that it repeats; any other is as it
// is. The errors are print.no_entry and print.unknown_format.
func (d *Desk) recorded(ctx context.Context, job Job) (Job, error) {
	if job.Again == 0 {
		return job, nil
	}
	e, err := registry.Read(d.registry, registry.RightHistory, func(v *registry.View) (*registry.Event, error) { return first(ctx, v, job.Again) })
	if err != nil {
		return job, err
	}
	p := e.Print
	if job.Format != p.Format {
		return job, data.Fail("print.unknown_format", data.Args{"file": job.Format, "known": p.Format})
	}
	return Job{Document: e.Note, Format: p.Format, Only: e.Graduates, Final: p.Final, OutgoingDate: p.Date, OutgoingNumber: p.Number,
		Paper: p.Paper, Each: p.Each, Blank: p.Blank, Package: p.Of, Messages: p.Messages, Offset: Offset{Right: p.Right, Down: p.Down}, Language: p.Language, Again: e.Seq}, nil
}

// first is the entry of a print, of one that repeats another the other.
func first(ctx context.Context, v *registry.View, seq int64) (*registry.Event, error) {
	e, err := v.PrintOf(ctx, seq)
	if err == nil && e.Print.Again != 0 {
		return v.PrintOf(ctx, e.Print.Again)
	}
	return e, err
}

// asItWas is a recorded job with all that it was printed from. It is print.again_erased when
// somebody in it is no longer there.
func asItWas(ctx context.Context, v *registry.View, job Job) (*order, error) {
	e, err := v.PrintOf(ctx, job.Again)
	if err != nil {
		return nil, err
	}
	o := &order{Source: source(v), job: job, hash: e.SHA256}
	o.School, o.Today = e.Print.School, v.DayOf(e.At)
	if o.Campaign, err = v.CampaignThen(ctx, e.Seq); err != nil {
		return nil, err
	}
	o.Sent = &papers.Sent{Lists: e.Print.Lists, Packages: e.Print.Packages}
	if figures := e.Print.Overview; figures != nil {
		if err := json.Unmarshal(figures, &o.Overview); err != nil {
			return nil, fmt.Errorf("read the figures of the overview: %w", err)
		}
	}
	if o.Letterhead, err = v.LetterheadThen(ctx, e.Seq); err != nil {
		return nil, err
	}
	// What was final then was judged then, among those who were there.
	o.job.Final = false
	document, err := o.Order(job)
	if err != nil {
		return nil, err
	}
	if document.Written {
		if o.Written, err = writtenOf(v, job.Messages); err != nil {
			return nil, err
		}
	}
	for _, id := range e.Graduates {
		g, err := then(ctx, v, o.Campaign, id, e.Seq)
		if err != nil {
			return nil, err
		}
		of := papers.Graduate{Graduate: g}
		if document.Checked || document.Leaves() {
			if of.Findings, err = v.FindingsThen(o.Campaign, g, &o.School, o.Today); err != nil {
				return nil, err
			}
		}
		o.chosen = append(o.chosen, of)
	}
	return o, nil
}

// then is a graduate as an entry of the history left them. What the program says of a picture stands
// in no entry: it follows from the picture, which has not changed.
func then(ctx context.Context, v *registry.View, c *campaign.Campaign, id string, seq int64) (*data.Graduate, error) {
	now := v.Lookup(id)
	if now == nil {
		return nil, data.Fail("print.again_erased", nil)
	}
	g, err := v.Then(ctx, id, seq)
	if err != nil {
		return nil, err
	}
	for _, a := range c.Attached(g) {
		if judged := now.Pictures[a.ID].Judged; judged != nil {
			g.NoteJudged(a.ID, judged)
		}
	}
	return g, nil
}
