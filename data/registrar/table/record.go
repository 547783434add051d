package table

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/registry"
)

// Record notes by hand what happened to several graduates, each the same: the centre was
// called, the data stands on its site, a doubt was looked at, the card was checked or signed. On is the day, today when
// empty, never a day to come. Of is the rule that is confirmed; a call counts up by
// itself. All are noted or none (UA-142).
func (d *Desk) Record(ctx context.Context, ids []string, f data.Fact) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		f, err := fact(w.View, f)
		if err != nil {
			return err
		}
		return w.ChangeAll(ids, "", func(g *data.Graduate) error {
			own, err := factFor(w.View, g, f)
			if err != nil {
				return err
			}
			g.SetFact(own)
			return nil
		})
	})
}

// factFor is a fact as it is noted for one graduate: a call gets its number and what asked
// for it; what was entered, checked, signed or confirmed, the values that it is about. What nothing asks about cannot be
// confirmed, and a draft is neither checked nor signed.
func factFor(v *registry.View, g *data.Graduate, f data.Fact) (data.Fact, error) {
	found, err := v.Findings(g)
	if err != nil {
		return f, err
	}
	switch f.Kind {
	case data.FactCalled:
		f.Of, f.Seen = nextCall(g), askedToCall(found)
	case data.FactEntered:
		f.Seen = v.Campaign().SiteSeen(g)
	case data.FactChecked, data.FactSigned:
		if f.Seen = v.Campaign().CardSeen(g); f.Seen == "" {
			return f, data.Fail("fact.draft_card", data.Args{"name": g.FullName()})
		}
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

// byHand are the kinds of facts that are noted here.
var byHand = []data.FactKind{data.FactCalled, data.FactEntered, data.FactConfirmed, data.FactChecked, data.FactSigned}

// fact is what a person has noted, judged and signed.
func fact(v *registry.View, f data.Fact) (data.Fact, error) {
	if f.On == "" {
		f.On = v.Today()
	}
	note, err := data.CleanText(data.FieldTitle("note"), f.Note)
	if err != nil {
		return f, err
	}
	f.By, f.Note = v.Me().Label(), note
	switch {
	case !slices.Contains(byHand, f.Kind):
		return f, data.Fail("fact.unknown", data.Args{"value": string(f.Kind)})
	case f.Kind == data.FactConfirmed && f.Of == "":
		return f, data.Fail("fact.no_rule", nil)
	case !v.Campaign().HasCards() && (f.Kind == data.FactChecked || f.Kind == data.FactSigned):
		return f, data.Fail("fact.no_cards", nil)
	case f.Kind == data.FactCalled && f.Note == "":
		return f, data.Fail("fact.no_person", nil)
	case f.On > v.Today():
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
// may be named by its rule alone. That a kit came, and on which list it is, is taken back at its own
// desk; what was sent to the centre, and what it says of that, is not taken back.
func (d *Desk) TakeBack(ctx context.Context, id string, kind data.FactKind, of string) error {
	if slices.Contains([]data.FactKind{data.FactListed, data.FactKitReceived, data.FactSubmitted, data.FactAcknowledged}, kind) {
		return data.Fail("fact.unknown", data.Args{"value": string(kind)})
	}
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		return w.ChangeAll([]string{id}, "", func(g *data.Graduate) error {
			noted := slices.IndexFunc(g.Current().Facts, func(f data.Fact) bool {
				return f.Kind == kind && (f.Of == of || kind == data.FactConfirmed && strings.HasPrefix(f.Of, of+"."))
			})
			if noted < 0 {
				return data.Fail("fact.none", nil)
			}
			g.Set(data.FactField(kind, g.Current().Facts[noted].Of), "")
			return nil
		})
	})
}
