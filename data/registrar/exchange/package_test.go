package exchange_test

import (
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

// packed puts somebody on a final list in a package that is closed, and posted where there is a day.
func packed(t testing.TB, r *registrar.Registrar, id string, postmark data.Date) *data.Package {
	t.Helper()
	made := data.Fact{Kind: "made", On: "2020-02-10"}
	l := &data.List{ID: "list", Number: 1, Title: "11-А", Made: made, Final: &data.FinalList{Fact: made, Date: "2020-02-10", Number: "01-15/42", Rows: 1}}
	p := &data.Package{ID: "package", Number: 3, Lists: []string{l.ID}, Made: made, Closed: &data.ClosedPackage{Fact: made, Rows: 1, Kits: 1}}
	if postmark != "" {
		p.Operator, p.Item, p.Postmark = "ukrposhta", "registered", postmark
	}
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		before, err := w.Find(id)
		desktest.Must(err)
		g := before.Clone()
		g.SetFact(data.Fact{Kind: data.FactListed, On: "2020-02-10", Seen: l.ID})
		return w.Commit(func(c *registry.Change) error {
			desktest.Must(c.PutList(registry.EventListFinal, l, registry.EventBody{}))
			desktest.Must(c.PutPackage(registry.EventPackagePosted, p, registry.EventBody{}))
			return c.Put(g, registry.EventChanged, registry.EventBody{Changes: registry.Difference(before, g)})
		})
	}))
	return p
}

// received is the day on which the centre has got the package of somebody.
func received(t testing.TB, r *registrar.Registrar, id string) data.Date {
	t.Helper()
	row, err := r.Table.Find(id)
	desktest.Must(err)
	return row.Trail.Package.Received
}

func TestPackageOfTheSchool(t *testing.T) {
	r, _ := season(t, "zno-2020", "2020-03-20")
	id := desktest.MustAdd(t, r, append([]string{"card_number=1111111"}, desktest.ZnoValues...)...)
	packed(t, r, id, "")
	desktest.Enrol(t, r, "unused")
	t.Run("UA-066 not before the package is posted", func(t *testing.T) {
		if row := rowOf(t, r, id); row.Action != "" || why(row) != "exchange.why_not_sent" {
			t.Errorf("%q %s", row.Action, why(row))
		}
	})
	packed(t, r, id, "2020-02-20")
	o, m := enrolled(t, r)
	t.Run("UA-058 UA-062 the record names package and list, and the package its post", func(t *testing.T) {
		g := m.Records[0].Graduate
		want := message.Package{Package: "3", List: "1", Date: "2020-02-10", Number: "01-15/42", Rows: "1", Operator: "ukrposhta", Item: "registered", Postmark: "2020-02-20"}
		if g.Package != "3" || g.List != "1" || len(m.Packages) != 1 || m.Packages[0] != want {
			t.Errorf("%+v %+v", g, m.Packages)
		}
	})
	take(t, r, o.receipt(t, m, map[string]string{id: message.VerdictHeld}))
	came := func(on string) (exchange.Incoming, exchange.Received) {
		return take(t, r, o.status(t, message.State{Graduate: id, Key: "1111111", Attempt: "1", About: message.AboutReceived, State: "received", On: on}))
	}
	t.Run("UA-152 the day on which it came is that of the package", func(t *testing.T) {
		in, _ := came("2020-02-24")
		if received(t, r, id) != "2020-02-24" || len(in.News[0].Changes) == 0 || in.News[0].Differs || status(t, r, id) != data.StatusAtCentre {
			t.Errorf("%s %+v %s", received(t, r, id), in.News[0], status(t, r, id))
		}
	})
	t.Run("UA-079 another day than the one that was noted is shown, and counts", func(t *testing.T) {
		desktest.Must(r.Post.Received(desktest.Ctx, "package", "2020-02-26"))
		in, _ := came("2020-02-25")
		if received(t, r, id) != "2020-02-25" || !in.News[0].Differs {
			t.Errorf("%s %+v", received(t, r, id), in.News[0])
		}
	})
	t.Run("UA-152 of two days in one message the later one counts, as the last of the papers came", func(t *testing.T) {
		first := message.State{Graduate: id, Key: "1111111", Attempt: "1", About: message.AboutReceived, State: "received", On: "2020-02-28"}
		second := first
		second.Of, second.On = "1111111", "2020-02-27"
		if take(t, r, o.status(t, first, second)); received(t, r, id) != "2020-02-28" {
			t.Error(received(t, r, id))
		}
	})
	desktest.Sound(t, r)
}
