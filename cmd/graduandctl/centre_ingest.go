package main

import (
	"cmp"
	"fmt"
	"path/filepath"

	"graduand/data/centre"
)

type centreIngestCommand struct {
	centreFlags
	Inbox      string `arg:"" help:"The folder with messages, and those below it. It stays as it is."`
	TrustFirst bool   `help:"Take the keys in a school's first message without a confirmed fingerprint."`
	JSON       bool   `help:"One JSON object a line."`
}

func (c *centreIngestCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		t := &outcomes{session: s, json: c.JSON, waiting: map[string]bool{}}
		if err := open.Ingest(s.ctx, c.Inbox, centre.Ingesting{TrustFirst: c.TrustFirst, Tell: t.tell}); err != nil {
			return err
		}
		return t.finish()
	})
}

// outcomes tells what has become of messages, and counts them.
type outcomes struct {
	*session
	json                       bool
	applied, repeated, refused int
	findings                   bool
	waiting                    map[string]bool
}

// outcomeLine is the contract of «centre ingest --json».
type outcomeLine struct {
	File     string `json:"file"`
	School   string `json:"school"`
	Type     string `json:"type"`
	Sequence int    `json:"sequence"`
	Hash     string `json:"hash"`
	State    string `json:"state"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Accepted int    `json:"accepted"`
	Warned   int    `json:"warned"`
	Rejected int    `json:"rejected"`
	Held     int    `json:"held"`
	Receipt  string `json:"receipt"`
}

func (t *outcomes) tell(o *centre.Outcome) error {
	delete(t.waiting, o.Hash)
	switch o.State {
	case centre.Applied:
		t.applied++
	case centre.Repeated:
		t.repeated++
	case centre.Refused:
		t.refused++
	case centre.Waiting:
		t.waiting[o.Hash] = true
	}
	// One that waits may have its turn before the end.
	t.findings = t.findings || o.Finding() && o.State != centre.Waiting
	why := ""
	if o.Code != "" {
		why = t.say(o.Code, o.Args)
	}
	if t.json {
		return t.line(outcomeLine{o.File, o.School, string(o.Type), o.Sequence, o.Hash, o.State, o.Code, why, o.Accepted, o.Warned, o.Rejected, o.Held, o.Receipt})
	}
	_, err := fmt.Fprintln(t.stdout, t.sentence(o, why))
	return err
}

func (t *outcomes) sentence(o *centre.Outcome, why string) string {
	id := "centre.did_" + o.State
	if o.NewBranch {
		id = "centre.did_branch"
	}
	if o.School == "" {
		id = "centre.did_not_open"
	}
	return t.say(id, map[string]any{"file": cmp.Or(filepath.Base(o.File), "—"), "school": o.School, "sequence": o.Sequence, "why": why,
		"accepted": o.Accepted, "warned": o.Warned, "rejected": o.Rejected, "held": o.Held})
}

func (t *outcomes) finish() error {
	t.note("centre.ingested", map[string]any{"applied": t.applied, "repeated": t.repeated, "waiting": len(t.waiting), "refused": t.refused})
	if t.findings || len(t.waiting) > 0 {
		return errFindings
	}
	return nil
}

type centreRebuildCommand struct {
	centreFlags
}

// Run says only what could not be read: what is applied is what was applied before.
func (c *centreRebuildCommand) Run(s *session) error {
	spoilt := 0
	err := centre.Rebuild(s.ctx, c.Dir, c.options(s), func(o *centre.Outcome) error {
		if o.Hash == "" {
			spoilt++
			s.note("centre.did_not_open", map[string]any{"file": o.File, "why": s.say(o.Code, o.Args)})
		}
		return nil
	})
	if err == nil && spoilt > 0 {
		return errFindings
	}
	s.tellDone(err)
	return err
}
