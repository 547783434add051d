package registry

import "graduand/data"

// Follows sets what a change brings with it.
func (v *View) Follows(before, g *data.Graduate) {
	v.followReason(before, g)
	v.SignGenitive(before, g)
}

// followReason names the reason of a condition that is met only in the additional session
// (UA-113), as long as nobody has given another.
func (v *View) followReason(before, g *data.Graduate) {
	if before.Get(data.FieldConditions) == g.Get(data.FieldConditions) || g.Current().AdditionalReason != "" {
		return
	}
	for _, code := range g.Current().Conditions {
		if x := v.Campaign().Condition(code); x != nil && x.AdditionalReason != "" {
			g.Current().AdditionalReason = x.AdditionalReason
			return
		}
	}
}

// SignGenitive keeps with a genitive written by hand the surname that it is of: for another
// one it is to be looked at again. What a graduate writes is signed when the school takes it over.
func (v *View) SignGenitive(before, g *data.Graduate) {
	f := v.Campaign().GenitiveField()
	if f == nil || before.Get(f.Code) == g.Get(f.Code) || v.who.Role == RoleGraduate {
		return
	}
	if g.Get(f.Code) == "" {
		g.Set(data.FactField(data.FactDeclined, ""), "")
		return
	}
	fact := v.SignedBy(v.who.Label(), data.FactDeclined, "")
	fact.Seen = g.Surname
	g.SetFact(fact)
}

// Assign is one field with the text that a person gave for it.
type Assign struct{ Field, Value string }

// Blank is a new graduate with the campaign's defaults.
func (v *View) Blank(id string) *data.Graduate {
	return v.Campaign().Blank(id)
}

// NewID is an id that nobody has.
func (v *View) NewID() (string, error) {
	for {
		id, err := newID(v.options.Rand)
		if err != nil {
			return "", err
		}
		if v.index.byID[id] == nil {
			return id, nil
		}
	}
}

// NextSerial is the number of the next draft.
func (v *View) NextSerial() int { return v.index.lastSerial + 1 }

// Changes counts the changes since the registry was opened.
func (v *View) Changes() int { return v.index.changes }

// RefuseDuplicate refuses g for what another has and two cannot; with anyway the same name
// and birth date is no reason.
func (v *View) RefuseDuplicate(g *data.Graduate, anyway bool) error {
	for _, f := range v.index.duplicates(g) {
		if f.Severity == data.SeverityError || f.Rule == "duplicate_person" && !anyway {
			return data.Fail("rule."+f.Rule, f.Args)
		}
	}
	return nil
}

// Assigned is a graduate with new values and what follows from them; a field whose time
// is over is refused, and so is what repeats another graduate.
func (v *View) Assigned(before *data.Graduate, values []Assign) (*data.Graduate, error) {
	g := before.Clone()
	if err := v.Assign(g, values); err != nil {
		return nil, err
	}
	v.Follows(before, g)
	changes := Difference(before, g)
	if err := v.RefuseLockedAmong(before, changes); err != nil {
		return nil, err
	}
	if len(changes) == 0 {
		return g, nil
	}
	if g.FullName() == "" && before.FullName() != "" {
		return nil, data.Fail("graduate.no_name", nil)
	}
	return g, v.RefuseDuplicate(g, true)
}

// Replace stores the next revision of a graduate with its event.
func (w *Edit) Replace(g *data.Graduate, kind string, b EventBody) error {
	return w.Commit(func(c *Change) error { return c.Put(g, kind, b) })
}

// ChangeAll changes several graduates in one transaction, all or none. Note says where the
// changes came from.
func (w *Edit) ChangeAll(ids []string, note string, alter func(*data.Graduate) error) error {
	changed := make([]*data.Graduate, 0, len(ids))
	for _, id := range ids {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		if err := alter(g); err != nil {
			return err
		}
		changed = append(changed, g)
	}
	return w.putAll(changed, note)
}

// putAll writes those who differ from what they were.
func (w *Edit) putAll(changed []*data.Graduate, note string) error {
	var bodies []EventBody
	differ := changed[:0]
	for _, g := range changed {
		before := w.index.byID[g.ID].graduate
		if changes := Difference(before, g); len(changes) > 0 {
			inOrder(before, g, changes)
			differ, bodies = append(differ, g), append(bodies, EventBody{Note: note, Changes: changes})
		}
	}
	batch := w.BatchOf(len(differ))
	return w.Commit(func(c *Change) error {
		for i, g := range differ {
			bodies[i].Batch = batch
			if err := c.Put(g, EventChanged, bodies[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// inOrder puts the facts of somebody into the order in which the history gives them again: several
// of one act stand in it by their fields, however they were noted.
func inOrder(before, g *data.Graduate, changes []FieldChange) {
	g.Current().Facts = replay(before, EventChanged, EventBody{Changes: changes}).Current().Facts
}
