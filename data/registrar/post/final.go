package post

import (
	"context"
	"slices"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// Finishable are the ids of who is on a list that can be finished, with or without a language register;
// it is refused as [Desk.Finish] refuses the list itself.
func (d *Desk) Finishable(list string, register bool) ([]string, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]string, error) {
		l, err := editable(v, list)
		if err != nil {
			return nil, err
		}
		members := v.Members(list)
		if len(members) == 0 {
			return nil, data.Fail("list.nobody", nil)
		}
		return registry.IDs(members), needRegister(v, l, members, register)
	})
}

// needRegister refuses a list with somebody who needs a language register, where there is none (UA-058).
func needRegister(v *registry.View, l *data.List, members []*data.Graduate, register bool) error {
	if need := source(v).Registered(members); len(need) > 0 && !register {
		return data.Fail("list.needs_register", data.Args{"number": l.Number, "people": len(need)})
	}
	return nil
}

// Finish freezes a list as the history has it printed (F-20, UA-118): printed is the entry of the
// list, printed as final for exactly those who are on it, by whom date and outgoing number are kept;
// register that of the language register, 0 for none. Refusals: list.not_printed for an entry that is
// not of this list as it is, list.needs_register where somebody on it needs a register (UA-058).
func (d *Desk) Finish(ctx context.Context, list string, printed, register int64) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		l, err := editable(w.View, list)
		if err != nil {
			return err
		}
		members := w.Members(list)
		if len(members) == 0 {
			return data.Fail("list.nobody", nil)
		}
		if l.Final, err = finished(ctx, w.View, l, members, printed, register); err != nil {
			return err
		}
		return freeze(w, l, members)
	})
}

// finished is how a list was printed.
func finished(ctx context.Context, v *registry.View, l *data.List, members []*data.Graduate, printed, register int64) (*data.FinalList, error) {
	e, err := printOf(ctx, v, l, papers.List, members, printed)
	if err != nil {
		return nil, err
	}
	if !e.Print.Final {
		return nil, notPrinted(l, printed)
	}
	day, err := data.ReadDay(data.FieldTitle("outgoing_date"), e.Print.Date, v.Today())
	if err != nil {
		return nil, err
	}
	final := &data.FinalList{Fact: v.Signed("final", ""), Date: day, Number: e.Print.Number, Rows: len(members), Printed: printed, Register: register}
	need := source(v).Registered(members)
	if final.Registered = len(need); len(need) == 0 {
		final.Register = 0
		return final, nil
	}
	if err := needRegister(v, l, members, register != 0); err != nil {
		return nil, err
	}
	_, err = printOf(ctx, v, l, papers.Register, need, register)
	return final, err
}

// printOf is an entry that printed a document for exactly these people, as they still are.
func printOf(ctx context.Context, v *registry.View, l *data.List, document string, members []*data.Graduate, seq int64) (*registry.Event, error) {
	e, err := v.PrintKept(ctx, seq)
	if err != nil {
		return nil, err
	}
	was, is := slices.Sorted(slices.Values(e.Graduates)), slices.Sorted(slices.Values(registry.IDs(members)))
	if e.Note != document || e.Print.Again != 0 || !slices.Equal(was, is) {
		return nil, notPrinted(l, seq)
	}
	s := source(v)
	for _, g := range members {
		then, err := v.Then(ctx, g.ID, seq)
		if err != nil {
			return nil, err
		}
		if then == nil || paperOf(s, then) != paperOf(s, g) {
			return nil, data.Fail("list.changed_since", data.Args{"number": l.Number, "name": g.FullName()})
		}
	}
	return e, nil
}

func notPrinted(l *data.List, seq int64) error {
	return data.Fail("list.not_printed", data.Args{"number": l.Number, "entry": seq})
}

// freeze writes a final list, and with everybody on it what the paper says.
func freeze(w *registry.Edit, l *data.List, members []*data.Graduate) error {
	s := source(w.View)
	next := make([]*data.Graduate, len(members))
	for i, g := range members {
		next[i] = g.Clone()
		fact := *g.Current().Fact(data.FactListed, "")
		fact.Paper = paperOf(s, g)
		next[i].SetFact(fact)
	}
	return putLists(w, registry.EventListFinal, []*data.List{l}, [][]*data.Graduate{next})
}

// maximumNumber is how many letters of an outgoing number the form has room for.
const maximumNumber = 20

// Number notes the date and the outgoing number that were written by pen onto a final list which was
// printed without them (UA-118). list.numbered is one that was printed with both, list.bad_number what
// is no number, or a day that has not come.
func (d *Desk) Number(ctx context.Context, list string, day data.Date, number string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := final(w.View, list)
		if err != nil {
			return err
		}
		if number, err = data.CleanText(data.Term("printing_screen.number"), number); err != nil {
			return err
		}
		l := now.Clone()
		switch e, err := w.PrintOf(ctx, l.Final.Printed); {
		case err != nil:
			return err
		case e.Print.Date != "" && e.Print.Number != "":
			return data.Fail("list.numbered", data.Args{"number": l.Number})
		case day == "" || number == "" || utf8.RuneCountInString(number) > maximumNumber:
			return data.Fail("list.bad_number", data.Args{"number": l.Number})
		case day > w.Today():
			return data.Fail("print.future_day", data.Args{"value": day.Dotted()})
		}
		l.Final.Date, l.Final.Number = day, number
		return w.Commit(func(c *registry.Change) error {
			return c.PutList(registry.EventListChanged, l, registry.EventBody{Note: l.Label()})
		})
	})
}

// final is a list that is final, with its package still open: list.not_final, list.is_withdrawn,
// package.is_closed and package.is_posted are those that are not.
func final(v *registry.View, id string) (*data.List, error) {
	l, err := live(v, id)
	switch {
	case err != nil:
		return nil, err
	case l.Final == nil:
		return nil, data.Fail("list.not_final", data.Args{"number": l.Number})
	}
	return l, refuseClosed(v.PackageOf(id))
}

// refuseClosed refuses what would alter a package that is closed, nil for none.
func refuseClosed(p *data.Package) error {
	switch {
	case p == nil || p.Closed == nil:
		return nil
	case p.Posted():
		return data.Fail("package.is_posted", data.Args{"number": p.Number})
	}
	return data.Fail("package.is_closed", data.Args{"number": p.Number})
}

// Reopen lets people come and go again on a final list, which is to be printed anew then. Its package
// must not be closed.
func (d *Desk) Reopen(ctx context.Context, list string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := final(w.View, list)
		if err != nil {
			return err
		}
		l := now.Clone()
		l.Final = nil
		var next []*data.Graduate
		for _, g := range w.Members(list) {
			if g.Current().ListID() == list {
				g = g.Clone()
				fact := *g.Current().Fact(data.FactListed, "")
				fact.Paper = ""
				g.SetFact(fact)
				next = append(next, g)
			}
		}
		return putLists(w, registry.EventListReopened, []*data.List{l}, [][]*data.Graduate{next})
	})
}

// Withdraw takes a list back, with the reason: its people are free for another, and it is taken out
// of its package in the same act. A package that is closed is opened first: package.is_closed; what is
// posted is gone: package.is_posted.
func (d *Desk) Withdraw(ctx context.Context, list, reason string) error {
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := live(w.View, list)
		if err != nil {
			return err
		}
		pack := w.PackageOf(list)
		if err := refuseClosed(pack); err != nil {
			return err
		}
		return withdraw(w, now, pack, reason)
	})
}

func withdraw(w *registry.Edit, now *data.List, pack *data.Package, reason string) error {
	l, free := now.Clone(), released(w.Members(now.ID), now.ID)
	fact := w.Signed("withdrawn", reason)
	l.Withdrawn = &fact
	batch := w.BatchOf(len(free))
	return w.Commit(func(c *registry.Change) error {
		if err := put(w, c, batch, free); err != nil {
			return err
		}
		if pack != nil {
			without := pack.Clone()
			without.Lists = slices.DeleteFunc(without.Lists, func(id string) bool { return id == l.ID })
			if err := c.PutPackage(registry.EventPackageChanged, without, registry.EventBody{Note: without.Label()}); err != nil {
				return err
			}
		}
		return c.PutList(registry.EventListWithdrawn, l, registry.EventBody{Note: l.Label(), Graduates: registry.IDs(free)})
	})
}
