package printing

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// order is a job with all that it is printed from. Nothing in it changes any more: rules
// and graduates are never altered, only replaced.
type order struct {
	*papers.Source
	job    Job
	chosen []papers.Graduate
	// hash is the SHA-256 that it had when it was printed before, "" of what is new.
	hash string
}

// ordered reads what a job is printed from; what the overview says is another desk's.
func (d *Desk) ordered(ctx context.Context, v *registry.View, job Job) (*order, error) {
	o, err := ordered(ctx, v, job)
	if err != nil || o.job.Document != papers.Progress || o.Overview != nil {
		return o, err
	}
	overview, err := d.overview(v, job.Language)
	if err != nil {
		return nil, err
	}
	return o, o.Tell(*overview, job.Language)
}

// ordered reads what a job is printed from the graduates.
func ordered(ctx context.Context, v *registry.View, job Job) (*order, error) {
	if job.Again != 0 {
		return asItWas(ctx, v, job)
	}
	o := &order{Source: source(v), job: job}
	document, err := o.Order(job)
	if document.Told() {
		o.Sent = &papers.Sent{Lists: v.Lists(), Packages: v.Packages()}
	}
	if err == nil && document.Written {
		o.Written, err = writtenOf(v, job.Messages)
	}
	if err != nil || document.AboutNobody(job) {
		return o, err
	}
	if job, err = sentOf(v, job); err != nil {
		return nil, err
	}
	if job.Status == data.StatusRemoved {
		return nil, data.Fail("print.nobody", nil) // there is no paper for who was taken out
	}
	chosen, err := v.Rows(registry.Filter{Class: job.Class, Only: job.Only, Status: job.Status, Card: job.Card})
	if err != nil {
		return nil, err
	}
	var against map[string][]data.Phrase
	if job.Final && document.Outgoing && v.Campaign().Has(registry.CapabilityLists) {
		if against, err = v.AgainstFinal(chosen); err != nil {
			return nil, err
		}
	}
	for _, row := range chosen {
		of := papers.Graduate{Graduate: row.Graduate, Against: against[row.Graduate.ID]}
		if document.Checked || document.Leaves() {
			if of.Findings, err = v.Findings(row.Graduate); err != nil {
				return nil, err
			}
		}
		o.chosen = append(o.chosen, of)
	}
	return o, nil
}

// sentOf is a job of the people on a list or in a package, where one is named.
func sentOf(v *registry.View, job Job) (Job, error) {
	var lists []string
	switch {
	case job.List != "":
		if _, err := v.List(job.List); err != nil {
			return job, err
		}
		lists = []string{job.List}
	case job.Package != "":
		p, err := v.Package(job.Package)
		if err != nil {
			return job, err
		}
		lists = p.Lists
	default:
		return job, nil
	}
	for _, list := range lists {
		job.Only = append(job.Only, registry.IDs(v.Members(list))...)
	}
	if len(job.Only) == 0 {
		return job, data.Fail("print.nobody", nil)
	}
	return job, nil
}

func (o *order) print(w io.Writer) (Printed, error) {
	if o.hash == "" {
		return o.Print(w, o.job, o.chosen)
	}
	var content bytes.Buffer
	printed, err := o.Print(&content, o.job, o.chosen)
	printed.Then = o.Today
	if err != nil {
		return printed, err
	}
	// The form of the document, or the rules of the campaign, may be others by now.
	if registry.HexSum(content.Bytes()) != o.hash {
		return printed, data.Fail("print.again_changed", nil)
	}
	_, err = content.WriteTo(w)
	return printed, err
}

// figures are those of the overview on paper as the history keeps them, nil of another document.
func (o *order) figures() (json.RawMessage, error) {
	if o.Overview == nil {
		return nil, nil
	}
	figures, err := json.Marshal(o.Overview)
	if err != nil {
		return nil, fmt.Errorf("keep the figures of the overview: %w", err)
	}
	return figures, nil
}

// seen tells the values on cards apart from later ones, by graduate: a draft, which has no number
// of the centre, is no card. It is nil of another document, and of cards that are printed as they were.
func (o *order) seen() map[string]string {
	if o.job.Document != Card || o.job.Again != 0 {
		return nil
	}
	seen := make(map[string]string, len(o.chosen))
	for _, g := range o.chosen {
		if values := o.Campaign.CardSeen(g.Graduate); values != "" {
			seen[g.ID] = values
		}
	}
	return seen
}
