package main

import (
	"errors"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/table"
)

// many are the words «FIELD=VALUE», «FIELD+=VALUE» and «FIELD-=VALUE» as changes; listed
// says that there is one of the last two.
func many(words []string) (changes []table.Many, listed bool, err error) {
	values, err := assignments(words)
	for _, v := range values {
		change := table.Many{Field: v.Field, Value: v.Value, How: table.Put}
		if field, is := strings.CutSuffix(v.Field, "+"); is {
			change.Field, change.How = field, table.Include
		} else if field, is := strings.CutSuffix(v.Field, "-"); is {
			change.Field, change.How = field, table.Exclude
		}
		listed = listed || change.How != table.Put
		changes = append(changes, change)
	}
	return changes, listed, err
}

// setMany makes the same changes to several graduates, or says what they would be.
func (c *setCommand) setMany(s *session, ids []string, changes []table.Many) error {
	proposals, err := s.registrar.Table.ProposeMany(ids, changes)
	if err != nil {
		return s.refusedIn(ids, changes, err)
	}
	if !c.DryRun {
		n, err := s.registrar.Table.ChangeMany(s.ctx, ids, changes)
		if err != nil {
			return s.refusedIn(ids, changes, err)
		}
		s.note("cli.set.changed", map[string]any{"count": n})
		s.tellUnasked(proposals)
		s.tellBrought(proposals)
		return nil
	}
	if err := s.showProposals("set", proposals, nil, false, c.JSON); err != nil {
		return err
	}
	s.note("cli.dry_run", nil)
	for _, p := range proposals {
		if p.Refused != nil {
			return errFindings
		}
	}
	return nil
}

// tellUnasked says whom a change has left out, field by field.
func (s *session) tellUnasked(proposals []table.Proposed) {
	for _, left := range table.LeftOutOf(proposals) {
		s.note("cli.set.not_asked", map[string]any{"field": s.registrar.Campaign().FieldTitle(left.Field), "names": strings.Join(left.Names, ", ")})
	}
}

// tellBrought says what a change has brought along with the fields that were named.
func (s *session) tellBrought(proposals []table.Proposed) {
	c := s.registrar.Campaign()
	for _, p := range table.BroughtAmong(proposals) {
		s.note("cli.set.brought", map[string]any{"name": p.Name, "field": c.FieldTitle(p.Field), "before": c.Words(p.Field, p.Before), "after": c.Words(p.Field, p.After)})
	}
}

// refusedIn says which field a change of several was refused for, and whom where it is one of
// them; what is refused without any change is no field's.
func (s *session) refusedIn(ids []string, changes []table.Many, err error) error {
	if _, err := s.registrar.Table.ProposeMany(ids, nil); err != nil {
		return err
	}
	for _, change := range changes {
		if _, err := s.registrar.Table.ProposeMany(ids, []table.Many{change}); err != nil {
			return s.refused("cli.set.refused_value", table.Proposed{Field: change.Field, Refused: err})
		}
	}
	proposals, _ := s.registrar.Table.ProposeMany(ids, changes)
	if at := slices.IndexFunc(proposals, func(p table.Proposed) bool { return p.Refused != nil }); at >= 0 {
		return s.refused("cli.set.refused", proposals[at])
	}
	return err
}

func (s *session) refused(code string, p table.Proposed) error {
	return &registrar.Error{Code: code, Args: map[string]any{"name": p.Name, "field": s.registrar.Campaign().FieldTitle(p.Field), "reason": s.reason(registrar.Beside(p.Refused))}}
}

// reason is the sentence of a refusal.
func (s *session) reason(err error) string {
	var refused *registrar.Error
	if errors.As(err, &refused) {
		return s.say(refused.Code, refused.Args)
	}
	return s.say("cli.fault", nil)
}
