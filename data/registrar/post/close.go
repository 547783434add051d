package post

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Count is what a human has counted on the table before an envelope is closed (UA-129).
type Count struct {
	// Rows are those of the lists on paper, Kits the kits themselves.
	Rows, Kits int
	// Cover says that the covering letter lies in it.
	Cover bool
	// Grams is what it weighs, 0 for unknown.
	Grams int
}

// maximumGrams bounds what a package weighs: more is carried by no post, but by a lorry.
const maximumGrams = 100_000

// Close closes an envelope. Its lists must be final, with date and outgoing number (UA-118), every kit
// in the school's hands, and the rows on paper as many as the people on the lists and as the kits.
// Refusals: package.empty, list.not_final, package.no_outgoing, package.no_kit, package.rows_differ, package.rows_counted, package.kits_counted, package.no_cover, package.bad_grams.
func (d *Desk) Close(ctx context.Context, pack string, count Count) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		p, err := open(w.View, pack)
		if err != nil {
			return err
		}
		if err := refuseContents(w.View, p); err != nil {
			return err
		}
		if err := refuseCount(w.View, p, count); err != nil {
			return err
		}
		p.Closed = &data.ClosedPackage{Fact: w.Signed("closed", ""), Rows: count.Rows, Kits: count.Kits, Cover: count.Cover, Grams: count.Grams}
		return writePackage(w, registry.EventPackageClosed, p)
	})
}

// inside are the people on all lists of a package, and how many rows the signed papers have.
func inside(v *registry.View, p *data.Package) (members []*data.Graduate, rows int) {
	for _, id := range p.Lists {
		members = append(members, v.Members(id)...)
		if l, err := v.List(id); err == nil && l.Final != nil {
			rows += l.Final.Rows
		}
	}
	return members, rows
}

// refuseContents refuses a package in which a list or a kit is not as it has to be.
func refuseContents(v *registry.View, p *data.Package) error {
	if len(p.Lists) == 0 {
		return data.Fail("package.empty", data.Args{"number": p.Number})
	}
	for _, id := range p.Lists {
		l, err := v.List(id)
		switch {
		case err != nil:
			return err
		case l.Final == nil:
			return data.Fail("list.not_final", data.Args{"number": l.Number})
		case !l.Outgoing():
			return data.Fail("package.no_outgoing", data.Args{"number": l.Number})
		}
	}
	var without []*data.Graduate
	members, _ := inside(v, p)
	for _, g := range members {
		if g.Current().Fact(data.FactKitReceived, "") == nil {
			without = append(without, g)
		}
	}
	if len(without) > 0 {
		return data.Fail("package.no_kit", named(without))
	}
	return nil
}

// refuseCount refuses numbers that do not agree, and names both.
func refuseCount(v *registry.View, p *data.Package, count Count) error {
	members, rows := inside(v, p)
	fail := func(code string, one, other int) error {
		return data.Fail(code, data.Args{"number": p.Number, "counted": one, "expected": other})
	}
	switch {
	case rows != len(members):
		return fail("package.rows_differ", rows, len(members))
	case count.Rows != rows:
		return fail("package.rows_counted", count.Rows, rows)
	case count.Kits != rows:
		return fail("package.kits_counted", count.Kits, rows)
	case v.Campaign().Cover.Enabled && !count.Cover:
		return data.Fail("package.no_cover", data.Args{"number": p.Number})
	case count.Grams < 0 || count.Grams > maximumGrams:
		return data.Fail("package.bad_grams", data.Args{"limit": maximumGrams})
	}
	return nil
}

// Open opens an envelope that is not posted: it is to be counted anew then.
func (d *Desk) Open(ctx context.Context, pack string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := w.Package(pack)
		switch {
		case err != nil:
			return err
		case now.Posted():
			return data.Fail("package.is_posted", data.Args{"number": now.Number})
		case now.Closed == nil:
			return data.Fail("package.is_open", data.Args{"number": now.Number})
		}
		p := now.Clone()
		p.Closed = nil
		return writePackage(w, registry.EventPackageOpened, p)
	})
}
