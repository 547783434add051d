package payment

import (
	"context"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Verdict is a line of a pasted block of verdicts as it was understood.
type Verdict struct {
	registry.Pair
	// Graduate, Receipt and State are nil where Why says what was not understood.
	Graduate *data.Graduate
	Receipt  *data.Payment
	State    *campaign.Item
	Why      error
}

// ReadVerdicts understands a block of lines «number of a receipt <tab> state» from the centre's site;
// nothing is written. It needs registry.RightLook.
func (d *Desk) ReadVerdicts(block string) ([]Verdict, error) {
	pairs, err := registry.ReadPairs(block)
	if err != nil {
		return nil, err
	}
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Verdict, error) {
		lines, taken := make([]Verdict, len(pairs)), map[string]int{}
		for i, p := range pairs {
			lines[i] = verdict(v, p)
			if r := lines[i].Receipt; r != nil && taken[r.ID] != 0 {
				lines[i] = Verdict{Pair: p, Why: data.Fail("payment.line_twice", data.Args{"value": p.Key, "line": taken[r.ID]})}
			} else if r != nil {
				taken[r.ID] = p.Line
			}
		}
		return lines, nil
	})
}

// verdict understands one line: of receipts that were cancelled the centre says nothing.
func verdict(v *registry.View, p registry.Pair) Verdict {
	found, several := Verdict{Pair: p}, false
	for _, g := range v.All() {
		payments := g.Current().Payments
		for i := range payments {
			if payments[i].Cancelled == nil && data.SearchKey(payments[i].Number) == data.SearchKey(p.Key) {
				several = several || found.Receipt != nil
				found.Graduate, found.Receipt = g, &payments[i]
			}
		}
	}
	found.State = v.StateNamed(p.Words)
	switch {
	case found.Receipt == nil:
		found.Why = data.Fail("payment.line_nobody", data.Args{"value": p.Key})
	case several:
		found.Why = data.Fail("payment.line_several", data.Args{"value": p.Key})
	case found.State == nil:
		found.Why = data.Fail("payment.unknown_status", data.Args{"value": p.Words})
	default:
		return found
	}
	return Verdict{Pair: p, Why: found.Why}
}

// JudgeAll notes what was understood of a pasted block as one act, as seen on a day, today where it
// is "", and gives how many verdicts were noted; see [Desk.Judge].
func (d *Desk) JudgeAll(ctx context.Context, lines []Verdict, on data.Date) (noted int, err error) {
	byGraduate, ids := map[string][]Verdict{}, []string(nil)
	for _, line := range lines {
		if line.Why != nil || line.Receipt == nil || line.State == nil {
			continue
		}
		if byGraduate[line.Graduate.ID] == nil {
			ids = append(ids, line.Graduate.ID)
		}
		byGraduate[line.Graduate.ID] = append(byGraduate[line.Graduate.ID], line)
		noted++
	}
	if noted == 0 {
		return 0, data.Fail("payment.no_verdicts", nil)
	}
	return noted, d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		return w.ChangeAll(ids, "", func(g *data.Graduate) error {
			for _, line := range byGraduate[g.ID] {
				if err := w.JudgeReceipt(g, line.Receipt.ID, line.State.Code, on, ""); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
