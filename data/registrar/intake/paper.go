package intake

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Mark notes how far a paper of somebody's kit is, as those of [data.PaperStates] (F-10); none takes
// what was noted away. A copy that is certified or lies in the kit was made. Only of a copy is there an
// original that is shown and given back: the errors are kit.unknown_paper, kit.unknown_state and
// kit.no_copy.
func (d *Desk) Mark(ctx context.Context, id, paper string, states []string) error {
	return d.change(ctx, []string{id}, "", func(w *registry.Edit, g *data.Graduate) error {
		kit, err := w.Spoken().KitOf(g, w.Person(g))
		if err != nil {
			return err
		}
		p, err := paperOf(kit, g, paper)
		if err != nil {
			return err
		}
		if err := refuseStates(p, states); err != nil {
			return err
		}
		setStates(w, g, p, states)
		return nil
	})
}

// refuseStates refuses what is no state of a paper.
func refuseStates(p *campaign.KitPaper, states []string) error {
	for _, state := range states {
		switch {
		case !slices.Contains(data.PaperStates(), state):
			return data.Fail("kit.unknown_state", data.Args{"value": state, "known": strings.Join(data.PaperStates(), ", ")})
		case state != data.PaperInKit && !p.Copy():
			return data.Fail("kit.no_copy", data.Args{"paper": p.Title})
		}
	}
	return nil
}

// setStates writes how far a paper is, in the order of the states.
func setStates(w *registry.Edit, g *data.Graduate, p *campaign.KitPaper, states []string) {
	has := func(state string) bool { return slices.Contains(states, state) }
	if p.Copy() && (has(data.PaperCertified) || has(data.PaperInKit)) {
		states = append(slices.Clone(states), data.PaperMade)
	}
	var ordered []string
	for _, state := range data.PaperStates() {
		if has(state) {
			ordered = append(ordered, state)
		}
	}
	if slices.Equal(ordered, p.States) {
		return
	}
	if len(ordered) == 0 {
		g.Set(data.FactField(data.FactPaper, p.Code), "")
		return
	}
	noted := w.Signed(data.FactPaper, "")
	noted.Of, noted.Seen = p.Code, strings.Join(ordered, ",")
	g.SetFact(noted)
}

// statesOf are how far a paper of somebody is.
func statesOf(g *data.Graduate, paper string) []string {
	if f := g.Current().Fact(data.FactPaper, paper); f != nil {
		return data.SplitList(f.Seen)
	}
	return nil
}

// Ask notes the answer to a question about a paper of somebody's kit, see [campaign.Question], in the
// place of an answer before (UA-159, UA-160). Note says what is wrong; it may be empty. A question that
// is not asked of this person is kit.unknown_question.
func (d *Desk) Ask(ctx context.Context, id, question string, yes bool, note string) error {
	note, err := data.CleanText(data.FieldTitle("note"), note)
	if err != nil {
		return err
	}
	return d.change(ctx, []string{id}, "", func(w *registry.Edit, g *data.Graduate) error {
		kit, err := w.Campaign().KitOf(g, w.Person(g))
		if err != nil {
			return err
		}
		for _, p := range kit {
			if slices.ContainsFunc(p.Questions, func(q campaign.Question) bool { return q.Code == question }) {
				answer(w, g, question, yes, note)
				return nil
			}
		}
		return data.Fail("kit.unknown_question", data.Args{"value": question, "name": g.FullName(), "known": strings.Join(questionsOf(kit), ", ")})
	})
}

func answer(w *registry.Edit, g *data.Graduate, question string, yes bool, note string) {
	kind, other := data.FactAsked, data.FactFailed
	if !yes {
		kind, other = other, kind
	}
	g.Set(data.FactField(other, question), "")
	said := w.Signed(kind, note)
	said.Of = question
	g.SetFact(said)
}

func questionsOf(kit []campaign.KitPaper) (codes []string) {
	for _, p := range kit {
		for _, q := range p.Questions {
			codes = append(codes, q.Code)
		}
	}
	return codes
}

// Complete notes of kits that all their papers are there and in order: copies made, certified and in
// the kit, their originals given back, and every question answered with yes but those that a person
// answers for each alone (UA-051). An answer that was given before stays. All or none.
func (d *Desk) Complete(ctx context.Context, ids []string) error {
	return d.change(ctx, ids, "", func(w *registry.Edit, g *data.Graduate) error { return put(w, g, Receipt{Everything: true}) })
}

func complete(w *registry.Edit, g *data.Graduate, kit []campaign.KitPaper) {
	for i := range kit {
		states := []string{data.PaperInKit}
		if kit[i].Copy() {
			states = data.PaperStates()
		}
		setStates(w, g, &kit[i], states)
		for _, q := range kit[i].Questions {
			if q.Answer == nil && !q.Alone {
				answer(w, g, q.Code, true, "")
			}
		}
	}
}

// paperOf is a paper of somebody's kit.
func paperOf(kit []campaign.KitPaper, g *data.Graduate, code string) (*campaign.KitPaper, error) {
	codes := make([]string, len(kit))
	for i := range kit {
		if codes[i] = kit[i].Code; codes[i] == code {
			return &kit[i], nil
		}
	}
	return nil, data.Fail("kit.unknown_paper", data.Args{"value": code, "name": g.FullName(), "known": strings.Join(codes, ", ")})
}
