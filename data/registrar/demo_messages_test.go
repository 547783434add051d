package registrar_test

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
)

// written is a demonstration of the school of a campaign that writes to its centre, open.
func written(t *testing.T, id string, season bool) *registrar.Registrar {
	t.Helper()
	c, err := registrar.Campaign(id, nil)
	desktest.Must(err)
	dir := filepath.Join(t.TempDir(), "demo")
	made, err := registrar.Demo(desktest.Ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: 24, Seed: 1, Key: desktest.Key, Season: season, WithoutPictures: !c.RecordedOnSite()})
	desktest.Must(err)
	if made.Code == "" || made.Password == "" || !slices.Contains(made.Files, filepath.Join("centre", "school.minisign.pub")) {
		t.Errorf("made %+v", made)
	}
	return openDemo(t, dir)
}

// Design §10, KG-013: whoever looks at the demonstration sees what passes between a school and its centre:
// what was sent and received, what was rejected and why, what has changed since.
func TestDemoWritesToItsCentre(t *testing.T) {
	for _, id := range registrar.Campaigns() {
		t.Run(id, func(t *testing.T) {
			r := written(t, id, false)
			all, err := r.Exchange.History(desktest.Ctx)
			desktest.Must(err)
			var types []string
			for _, m := range slices.Backward(all) {
				types = append(types, m.Type)
			}
			if have := strings.Join(types, " "); !strings.HasPrefix(have, "enrolment entries receipt ") || !strings.Contains(have, "amendments receipt status") {
				t.Errorf("passed: %s", have)
			}
			out, err := r.Exchange.Outgoing(desktest.Ctx)
			desktest.Must(err)
			rejected, changed, blocked := 0, 0, 0
			for _, row := range out.Rows {
				switch {
				case row.Rejected() && row.Acknowledged.Means == "centre.key_twice":
					rejected++
				case row.Action == exchange.ActionChange:
					changed++
				case row.Why != nil:
					blocked++
				}
			}
			if rejected != 1 || changed != 1 || blocked == 0 {
				t.Errorf("KG-013 %d rejected, %d changed, %d blocked", rejected, changed, blocked)
			}
			decided(t, r)
			desktest.Sound(t, r)
		})
	}
}

// decided asks that the centre has refused one and taken others: of receipts where there are fees.
func decided(t *testing.T, r *registrar.Registrar) {
	taken, refused := 0, 0
	for _, row := range rowsOf(t, r) {
		g := row.Graduate.Current()
		if a := g.Answer; a != nil && a.Added.Via != "" {
			taken, refused = taken+count(a.State == data.AnswerRegistered), refused+count(a.State == data.AnswerRefused)
		}
		for _, p := range g.Payments {
			if v := p.Verdict; v != nil && v.Via != "" {
				taken, refused = taken+count(v.Kind == "accepted"), refused+count(v.Kind == "rejected" && v.Note != "")
			}
		}
	}
	if taken == 0 || refused != 1 {
		t.Errorf("KG-065 UA-087 the centre's messages take %d and refuse %d", taken, refused)
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// F-02: a season in which the centre speaks by messages ends as the one in which everything is noted by
// hand.
func TestSeasonByMessages(t *testing.T) {
	for _, id := range registrar.Campaigns() {
		t.Run(id, func(t *testing.T) {
			c, err := registrar.Campaign(id, nil)
			desktest.Must(err)
			byHand := openDemo(t, makeDemo(t, registrar.DemoOptions{Campaign: c, Graduates: 24, Seed: 1, Season: true, WithoutPictures: !c.RecordedOnSite()}))
			by := written(t, id, true)
			if want, have := stand(t, byHand), stand(t, by); !maps.Equal(want, have) {
				t.Errorf("by messages %v, by hand %v", have, want)
			}
			out, err := by.Exchange.Outgoing(desktest.Ctx)
			desktest.Must(err)
			for _, row := range out.Rows {
				if row.Action != "" || row.Rejected() {
					t.Errorf("%s: %s is left", row.Graduate.FullName(), row.Action)
				}
			}
			desktest.Sound(t, by)
		})
	}
}

// stand is how all stand: what they are, and what was paid.
func stand(t *testing.T, r *registrar.Registrar) map[string]string {
	all := map[string]string{}
	for _, row := range rowsOf(t, r) {
		all[row.Graduate.FullName()+row.Graduate.Class] = string(row.Status) + " " + paidWith(row)
	}
	return all
}
