package registrar

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
)

// isRecord tells the fields that hold a fact or a payment.
func isRecord(field string) bool {
	_, _, fact := data.FactOf(field)
	_, payment := data.PaymentOf(field)
	return fact || payment
}

// Record notes by hand what happened to several graduates, each the same: the centre was
// called, the data stands on its site, a doubt was looked at. On is the day, today when
// empty, never a day to come. Of is the rule that is confirmed; a call counts up by
// itself. All are noted or none (UA-142).
func (r *Registrar) Record(ctx context.Context, ids []string, f data.Fact) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return err
	}
	if f, err = r.fact(f); err != nil {
		return err
	}
	return r.changeAll(ctx, ids, "", func(g *data.Graduate) error {
		own, err := r.factFor(g, f)
		if err != nil {
			return err
		}
		g.SetFact(own)
		return nil
	})
}

// factFor is a fact as it is noted for one graduate: a call gets its number and what asked
// for it, what was entered and a confirmation the values that they are about. What nothing asks about cannot be
// confirmed.
func (r *Registrar) factFor(g *data.Graduate, f data.Fact) (data.Fact, error) {
	found, err := r.findings(r.index.byID[g.ID], r.Today())
	if err != nil {
		return f, err
	}
	switch f.Kind {
	case data.FactCalled:
		f.Of, f.Seen = nextCall(g), askedToCall(found)
	case data.FactEntered:
		f.Seen = r.Campaign().SiteSeen(g)
	case data.FactConfirmed:
		at := slices.IndexFunc(found, func(x data.Finding) bool {
			return (x.Rule == f.Of || x.Doubt() == f.Of) && x.Severity == data.SeverityConfirm
		})
		if at < 0 {
			return f, data.Fail("fact.nothing_to_confirm", data.Args{"value": f.Of, "name": g.FullName()})
		}
		f.Of, f.Seen = found[at].Doubt(), g.Get(found[at].Field)
	}
	return f, nil
}

// askedToCall lists the rules that want the centre to be called.
func askedToCall(found []data.Finding) string {
	var rules []string
	for _, f := range found {
		if f.Call {
			rules = append(rules, f.Rule)
		}
	}
	return strings.Join(rules, ",")
}

// fact is what a person has noted, judged and signed.
func (r *Registrar) fact(f data.Fact) (data.Fact, error) {
	if f.On == "" {
		f.On = r.Today()
	}
	note, err := cleanText(data.Term("field.note"), f.Note)
	if err != nil {
		return f, err
	}
	f.By, f.Note = r.who.label(), note
	switch {
	case f.Kind != data.FactCalled && f.Kind != data.FactEntered && f.Kind != data.FactConfirmed:
		return f, data.Fail("fact.unknown", data.Args{"value": string(f.Kind)})
	case f.Kind == data.FactConfirmed && f.Of == "":
		return f, data.Fail("fact.no_rule", nil)
	case f.Kind == data.FactCalled && f.Note == "":
		return f, data.Fail("fact.no_person", nil)
	case f.On > r.Today():
		return f, data.Fail("fact.future_day", data.Args{"value": f.On.Dotted()})
	}
	if f.Kind != data.FactConfirmed {
		f.Of = ""
	}
	return f, nil
}

func nextCall(g *data.Graduate) string {
	last := 0
	for _, f := range g.Current().Facts {
		if n, err := strconv.Atoi(f.Of); f.Kind == data.FactCalled && err == nil {
			last = max(last, n)
		}
	}
	return strconv.Itoa(last + 1)
}

// TakeBack removes a fact that was noted by mistake; the history keeps it. A confirmation
// may be named by its rule alone.
func (r *Registrar) TakeBack(ctx context.Context, id string, kind data.FactKind, of string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return err
	}
	return r.changeAll(ctx, []string{id}, "", func(g *data.Graduate) error {
		noted := slices.IndexFunc(g.Current().Facts, func(f data.Fact) bool {
			return f.Kind == kind && (f.Of == of || kind == data.FactConfirmed && strings.HasPrefix(f.Of, of+"."))
		})
		if noted < 0 {
			return data.Fail("fact.none", nil)
		}
		g.Set(data.FactField(kind, g.Current().Facts[noted].Of), "")
		return nil
	})
}

// changeAll changes several graduates in one transaction, all or none. Note says where the
// changes came from.
func (r *Registrar) changeAll(ctx context.Context, ids []string, note string, alter func(*data.Graduate) error) error {
	changed := make([]*data.Graduate, 0, len(ids))
	for _, id := range ids {
		e, err := r.fillable(id)
		if err != nil {
			return err
		}
		g := e.graduate.Clone()
		if err := alter(g); err != nil {
			return err
		}
		changed = append(changed, g)
	}
	return r.update(ctx, func(c *change) error {
		for _, g := range changed {
			changes := difference(r.index.byID[g.ID].graduate, g)
			if len(changes) == 0 {
				continue
			}
			if err := c.put(g, EventChanged, eventBody{Note: note, Changes: changes}); err != nil {
				return err
			}
		}
		return nil
	})
}

// assignRecord takes over what a graduate may record: that the form is finished, a new
// receipt, or the cancelling of one. Verdicts and calls are the school's to write.
func (r *Registrar) assignRecord(g *data.Graduate, field, value string, files map[string]bool) error {
	foreign := data.Fail("account.not_your_field", data.Args{"field": r.FieldTitle(field)})
	if kind, _, is := data.FactOf(field); is {
		if kind != data.FactFinished {
			return foreign
		}
		g.Set(field, value)
		return nil
	}
	id, _ := data.PaymentOf(field)
	var p data.Payment
	if err := json.Unmarshal([]byte(value), &p); err != nil {
		return data.FailWith(fmt.Errorf("read payment: %w", err), "payment.damaged", nil)
	}
	known := g.Current().Payment(id)
	if known != nil {
		if p.Cancelled == nil {
			return foreign
		}
		next := *known
		next.Cancelled = p.Cancelled
		g.SetPayment(next)
		return nil
	}
	p.ID, p.Verdict = id, nil
	if err := r.checkPayment(&p); err != nil {
		return err
	}
	g.SetPayment(p)
	return r.missingFile(g, field, files)
}
