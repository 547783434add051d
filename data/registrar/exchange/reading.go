package exchange

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// reading is a message of the centre as it is read: those whom it is about, as it leaves them.
type reading struct {
	*correspondence
	view *registry.View
	// hash is that of the message; answers that of the one that it answers.
	hash, answers string
	// next are the graduates as the message leaves them, by their ids, packages the packages.
	next     map[string]*data.Graduate
	packages map[string]*data.Package
	byKey    map[string][]*data.Graduate
	news     []News
}

// judge says what a message would change; of one that was taken in before it is nothing.
func (c *correspondence) judge(ctx context.Context, v *registry.View, in *Incoming) (*reading, error) {
	r := &reading{correspondence: c, view: v, hash: in.Message.Hash, next: map[string]*data.Graduate{}, packages: map[string]*data.Package{}, byKey: map[string][]*data.Graduate{}}
	if in.Again {
		return r, nil
	}
	if in.opened.Answers != nil {
		r.answers = in.opened.Answers.Hash
	}
	for _, g := range v.Everybody() {
		for i := range g.Registrations {
			if f := g.Registrations[i].Fact(data.FactSubmitted, ""); f != nil {
				if rec, err := exchange.ParseRecord(f.Paper); err == nil && !slices.Contains(r.byKey[rec.Graduate.Key], g) {
					r.byKey[rec.Graduate.Key] = append(r.byKey[rec.Graduate.Key], g)
				}
			}
		}
	}
	for i := range in.opened.Receipts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.receipt(&in.opened.Receipts[i])
	}
	for i := range in.opened.States {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.state(&in.opened.States[i]); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// find is whom a row is about, as the message leaves that person so far: by the id that the school has
// given, else by what names people in messages; nil for nobody.
func (r *reading) find(id, key string) *data.Graduate {
	g := r.view.Lookup(id)
	if same := r.byKey[key]; g == nil && len(same) == 1 {
		g = same[0]
	}
	if g == nil {
		return nil
	}
	if r.next[g.ID] == nil {
		r.next[g.ID] = g.Clone()
	}
	return r.next[g.ID]
}

// about begins the news of a row, and gives the person cut off behind the attempt that it is about: nil
// where there is none.
func (r *reading) about(n *News, id, key, attempt string) (of *data.Graduate) {
	n.Key = key
	g := r.find(id, key)
	if g == nil {
		n.Why = &data.Phrase{ID: "exchange.nobody"}
		return nil
	}
	n.Graduate = r.view.Lookup(g.ID)
	number, err := strconv.Atoi(attempt)
	if err != nil || number < 1 || number > len(g.Registrations) {
		n.Why = &data.Phrase{ID: "exchange.no_attempt", Args: data.Args{"number": attempt}}
		return nil
	}
	of = g.Clone()
	of.Registrations = of.Registrations[:number]
	return of
}

// take puts an attempt back among those of its person, and tells what is other than before.
func (r *reading) take(n *News, of *data.Graduate) {
	g := r.next[of.ID]
	before := g.Clone()
	before.Registrations = before.Registrations[:len(of.Registrations)]
	n.Changes = append(n.Changes, registry.Difference(before, of)...)
	n.Differs = n.Differs || slices.ContainsFunc(n.Changes, r.byHand)
	g.Registrations[len(of.Registrations)-1] = *of.Current()
}

// byHand says that a change takes the place of what somebody has noted here: what came by a message
// names it.
func (r *reading) byHand(c registry.FieldChange) bool {
	if c.Before == "" {
		return false
	}
	g := &data.Graduate{}
	g.Set(c.Field, c.Before)
	now := g.Current()
	switch id, paid := data.PaymentOf(c.Field); {
	case paid:
		p := now.Payment(id)
		return p != nil && p.Verdict != nil && p.Verdict.Via == ""
	case c.Field == data.FieldAnswer:
		return now.Answer != nil && now.Answer.Added.Via == ""
	case c.Field == data.FieldCardNumber:
		return true
	}
	kind, of, _ := data.FactOf(c.Field)
	f := now.Fact(kind, of)
	return f != nil && f.Via == "" && kind != data.FactAcknowledged
}

// receipt takes what the centre says of a record. It is about the very record that was sent last: of
// one before it nothing is to be done any more.
func (r *reading) receipt(row *exchange.Receipt) {
	n := News{About: AboutRecord, Verdict: row.Verdict, Codes: strings.Fields(row.Codes), Note: row.Note}
	if of := r.about(&n, row.Graduate, row.Key, row.Attempt); of != nil {
		sent := of.Current().Fact(data.FactSubmitted, "")
		if sent == nil || sent.Via != r.answers {
			n.Why = &data.Phrase{ID: "exchange.sent_since"}
		} else {
			of.SetFact(data.Fact{Kind: data.FactAcknowledged, On: r.view.Today(), Seen: row.Verdict, Means: row.Codes, Note: row.Note, Via: r.answers})
			r.take(&n, of)
		}
	}
	r.news = append(r.news, n)
}

// state takes one thing that the centre has decided or recorded. What the rules here do not know is
// the refusal of the whole message: it is read again when they are there.
func (r *reading) state(s *exchange.State) error {
	n := News{About: s.About, Verdict: s.State, Codes: strings.Fields(s.Reasons), Note: s.Note}
	if of := r.about(&n, s.Graduate, s.Key, s.Attempt); of != nil {
		if err := r.apply(&n, of, s); err != nil {
			return err
		}
		r.take(&n, of)
	}
	r.news = append(r.news, n)
	return nil
}
