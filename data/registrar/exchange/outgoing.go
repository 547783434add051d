package exchange

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// Outgoing is what would be sent now.
type Outgoing struct {
	// Full says that everybody is sent: nothing was sent on this branch of the registry yet.
	Full bool
	// Rows are everybody of whom something was sent, or could be, in the order of class and name.
	Rows []Row
	// Files and Octets are how many photos and scans go along, and how large they are.
	Files  int
	Octets int64
}

// Row is what would be sent of one person.
type Row struct {
	Graduate *data.Graduate
	// Action is what the centre would be asked for, one of [Actions]; "" where nothing is sent.
	Action string
	// Changes are the fields that differ from what was sent last.
	Changes []registry.FieldChange
	// Files are the photos and scans that go along: those that were not sent before.
	Files []Going
	// Reason says why somebody is withdrawn.
	Reason string
	// Why is why somebody does not go; nil for who does, and for who has nothing new.
	Why *data.Phrase
	// Sent is what was sent last, and Acknowledged what the centre says of that; nil for nothing.
	Sent, Acknowledged *data.Fact
}

// What the centre can be asked for.
const (
	ActionAdd      = exchange.ActionAdd
	ActionChange   = exchange.ActionChange
	ActionWithdraw = exchange.ActionWithdraw
)

// What the centre says of a record. A held one waits there for the paper card (UA-066).
const (
	VerdictAccepted = exchange.VerdictAccepted
	VerdictWarning  = exchange.VerdictWarning
	VerdictRejected = exchange.VerdictRejected
	VerdictHeld     = exchange.VerdictHeld
)

// Actions are all of them in their order.
func Actions() []string { return []string{ActionAdd, ActionChange, ActionWithdraw} }

// Rejected says that the centre has rejected the last record, and nothing was mended in it since.
func (r Row) Rejected() bool {
	return r.Action == "" && rejected(r.Acknowledged)
}

func rejected(said *data.Fact) bool { return said != nil && said.Seen == exchange.VerdictRejected }

// Count is how many rows have an action.
func (o Outgoing) Count(action string) (n int) {
	for i := range o.Rows {
		if o.Rows[i].Action == action {
			n++
		}
	}
	return n
}

// Outgoing says person by person what an export would send now; nothing is written. It is
// exchange.not_enrolled before the centre has enrolled the school.
func (d *Desk) Outgoing(ctx context.Context) (Outgoing, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Outgoing, error) {
		c, err := mustBeEnrolled(v)
		if err != nil {
			return Outgoing{}, err
		}
		all, err := c.outgoing(ctx, v, nil)
		if err != nil {
			return Outgoing{}, err
		}
		o := Outgoing{Full: c.last == nil}
		for i := range all {
			row := all[i].Row
			row.Files = all[i].going()
			o.Rows = append(o.Rows, row)
			o.Files += len(all[i].files)
			for _, f := range all[i].files {
				o.Octets += f.octets
			}
		}
		return o, nil
	})
}

// sending is a row with what would be sent: the record, and those of its files that were not sent
// before.
type sending struct {
	Row
	of     registry.Row
	record *exchange.Record
	files  []attachment
}

// outgoing reckons what is to be sent. Who is among again is sent though the centre has rejected the
// very same.
func (c *correspondence) outgoing(ctx context.Context, v *registry.View, again []string) (all []sending, err error) {
	m, err := newComposer(ctx, v)
	if err != nil {
		return nil, err
	}
	j := judge{correspondence: c, composer: m, keys: keysOf(v), files: c.files(v), again: again}
	for _, g := range v.Everybody() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row, err := v.Row(g)
		if err != nil {
			return nil, err
		}
		s := sending{Row: Row{Graduate: g}, of: row}
		if told, err := j.judge(&s); err != nil {
			return nil, err
		} else if told {
			all = append(all, s)
		}
	}
	return all, nil
}

// judge says of one after the other what is to be sent.
type judge struct {
	*correspondence
	*composer
	// keys are those who have a person key, files those that the centre has.
	keys  map[string][]*data.Graduate
	files map[string]bool
	again []string
}

// keysOf are those with whom work goes on by what names them in messages.
func keysOf(v *registry.View) map[string][]*data.Graduate {
	keys := map[string][]*data.Graduate{}
	for _, g := range v.All() {
		if key := keyOf(v.Campaign(), g); key != "" {
			keys[key] = append(keys[key], g)
		}
	}
	return keys
}

// judge is false for somebody of whom there is nothing to tell: who is gone and was never sent.
func (j *judge) judge(s *sending) (told bool, err error) {
	r := s.Graduate.LastSent()
	s.Sent, s.Acknowledged = r.Fact(data.FactSubmitted, ""), r.Acknowledged()
	gone, reason := isGone(&s.of, j.view.Campaign().RecordedOnSite())
	switch {
	case gone && s.Sent == nil:
		return false, nil
	case gone:
		return true, j.withdraw(s, reason)
	}
	current := s.Graduate.Current()
	s.Sent, s.Acknowledged = current.Fact(data.FactSubmitted, ""), current.Acknowledged()
	return true, j.submit(s)
}

// attempt is the one of a graduate that the row is about: who is withdrawn was sent before, of all others
// the current one goes.
func (s *sending) attempt(g *data.Graduate) *data.Registration {
	if s.Action == ActionWithdraw {
		return g.LastSent()
	}
	return g.Current()
}

// isGone says that somebody gives the registration up, and why. Where paper counts, the application
// of withdrawal has been posted.
func isGone(row *registry.Row, onSite bool) (gone bool, reason string) {
	g, r := row.Graduate, row.Graduate.Current()
	if g.Removed != nil {
		return true, g.Removed.Note
	}
	begun, sent := r.Fact(data.FactWithdrawing, ""), r.Fact(data.FactWithdrawalSent, "")
	if begun == nil || !onSite && sent == nil {
		return false, ""
	}
	return true, begun.Note
}

// withdraw asks the centre to take somebody off, by the record as it was sent, unless it was asked.
func (j *judge) withdraw(s *sending, reason string) (err error) {
	if j.onIt[s.Sent.Seen] && s.Sent.Means == ActionWithdraw {
		return nil
	}
	if s.record, err = exchange.ParseRecord(s.Sent.Paper); err != nil {
		return err
	}
	s.record.Graduate.Before = s.record.Hash()
	s.Action, s.Reason = ActionWithdraw, reason
	s.record.Graduate.Action, s.record.Graduate.Reason = s.Action, reason
	return nil
}

// submit tells the centre what is new of somebody, unless something stands against it.
func (j *judge) submit(s *sending) error {
	record, files, err := j.composer.record(&s.of)
	if code := data.CodeOf(err); code == "attachment.gone" || code == "vault.tampered" {
		s.Why = &data.Phrase{ID: "exchange.why_file_gone"}
		return nil
	}
	if err != nil {
		return err
	}
	before, err := j.before(s)
	if err != nil {
		return err
	}
	s.Changes = j.changes(before, record)
	if action := j.action(s, before, record); action != "" {
		record.Graduate.Action = action
		if action == ActionChange && !rejected(s.Acknowledged) {
			record.Graduate.Before = before.Hash()
		}
		if s.Why = j.why(s, record, files); s.Why == nil {
			s.Action, s.record = action, record
			s.files = slices.DeleteFunc(files, func(a attachment) bool { return j.files[a.sha256] })
		}
	}
	return nil
}

// before is the record as it was sent last on this branch, nil for never.
func (j *judge) before(s *sending) (*exchange.Record, error) {
	if s.Sent == nil || !j.onIt[s.Sent.Seen] || s.Sent.Means == ActionWithdraw {
		return nil, nil
	}
	return exchange.ParseRecord(s.Sent.Paper)
}

// action is what the centre is asked for, "" where there is nothing new: who was sent before is
// changed, unless the centre has not taken the first record.
func (j *judge) action(s *sending, before, now *exchange.Record) string {
	switch {
	case before == nil:
		return ActionAdd
	case before.Text() == now.Text() && !slices.Contains(j.again, now.Graduate.ID):
		return ""
	case rejected(s.Acknowledged):
		return s.Sent.Means
	}
	return ActionChange
}
