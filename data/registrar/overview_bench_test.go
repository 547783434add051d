package registrar_test

import (
	"strconv"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// season10000 are 10,000 graduates in the middle of a season: of every five one has only the class
// list behind it, one a kit that was received, one is on a list, one in a package, one is registered.
// Now is the day that the caller may move.
func season10000(b *testing.B, now *time.Time) *registrar.Registrar {
	b.Helper()
	o := desktest.Options()
	o.Now = func() time.Time { return *now }
	r := filled(b, desktest.MustCreateWith(b, "zno-2020", o), 10000)
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		return w.Commit(func(c *registry.Change) error {
			for i, g := range w.All() {
				if g = g.Clone(); i%5 == 0 {
					continue
				}
				settle(g, i)
				if err := c.Put(g, registry.EventChanged, registry.EventBody{}); err != nil {
					return err
				}
			}
			return listAll(c)
		})
	}))
	return r
}

// settle lets the papers of somebody be as far as the number among all says.
func settle(g *data.Graduate, number int) {
	g.Set(data.FieldCardNumber, strconv.Itoa(1000000+number))
	g.SetFact(data.Fact{Kind: data.FactKitReceived, On: "2020-02-05"})
	if number%5 > 1 {
		g.SetFact(data.Fact{Kind: data.FactListed, On: "2020-02-06", Seen: listOf(number)})
	}
	if number%5 == 4 {
		g.Current().Answer = &data.Answer{State: data.AnswerRegistered, On: "2020-02-09"}
	}
}

// listOf is the list of somebody: 25 people of one fifth.
func listOf(number int) string {
	return "l" + strconv.Itoa(number%5) + "." + strconv.Itoa(number/125)
}

func listAll(c *registry.Change) error {
	for n := range 80 {
		for fifth := 2; fifth < 5; fifth++ {
			l := &data.List{ID: listOf(n*125 + fifth), Number: 3*n + fifth, Final: &data.FinalList{Rows: 25, Date: "2020-02-07", Number: "7"}}
			if err := c.PutList(registry.EventListMade, l, registry.EventBody{}); err != nil {
				return err
			}
			if fifth == 2 {
				continue
			}
			p := &data.Package{ID: "p" + l.ID, Number: l.Number, Lists: []string{l.ID}, Closed: &data.ClosedPackage{Rows: 25, Kits: 25}}
			if fifth == 4 {
				p.Postmark, p.Received = "2020-02-07", "2020-02-08"
			}
			if err := c.PutPackage(registry.EventPackageMade, p, registry.EventBody{}); err != nil {
				return err
			}
		}
	}
	return nil
}

// BenchmarkOverview10000 opens the overview of 10,000 graduates on a new day, on which everybody is
// looked at anew; then as it is when everybody was.
func BenchmarkOverview10000(b *testing.B) {
	day := desktest.Noon
	r := season10000(b, &day)
	for _, name := range []string{"new day", "again"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if name == "new day" {
					day = day.AddDate(0, 0, 1)
				}
				if o, err := r.Season.Overview(); err != nil || o.All != 10000 {
					b.Fatal(o.All, err)
				}
			}
		})
	}
}

// BenchmarkOverviewAfterChange10000 tells the overview again after one graduate has changed, and after
// a package has.
func BenchmarkOverviewAfterChange10000(b *testing.B) {
	day := desktest.Noon
	r := season10000(b, &day)
	id, n := sampleID(b, r), 0
	for name, change := range map[string]func(w *registry.Edit, c *registry.Change) error{
		"graduate": func(w *registry.Edit, c *registry.Change) error {
			g := w.Lookup(id).Clone()
			g.Set(data.FieldCardNumber, strconv.Itoa(3000000+n))
			return c.Put(g, registry.EventChanged, registry.EventBody{})
		},
		"package": func(_ *registry.Edit, c *registry.Change) error {
			p := &data.Package{ID: "pl3.1", Number: 6, Lists: []string{"l3.1"}, Closed: &data.ClosedPackage{Rows: 25, Kits: 25}, Tracking: strconv.Itoa(n)}
			return c.PutPackage(registry.EventPackageChanged, p, registry.EventBody{})
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				n++
				desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
					return w.Commit(func(c *registry.Change) error { return change(w, c) })
				}))
				b.StartTimer()
				if o, err := r.Season.Overview(); err != nil || o.All != 10000 {
					b.Fatal(o.All, err)
				}
			}
		})
	}
}
