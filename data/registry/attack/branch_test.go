package attack_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows X01 and X07: who may write in the file has two branches of one registry, in both of
// which the same key has vouched for what was done.

// branches are two files that have grown from one copy: in the first the head gave c
// another class and removed b's, in the second nobody touched them.
func branches(t *testing.T, s school) (first, second string) {
	first, second = copyIn(t, s.now), copyIn(t, s.now)
	r := enter(t, first)
	desktest.Set(t, r, s.c, "class=11-Ж")
	desktest.Must(r.Close())
	r = enter(t, second)
	desktest.Set(t, r, s.a, "house=1")
	desktest.Set(t, r, s.a, "house=2")
	desktest.Must(r.Close())
	return first, second
}

func TestBranchesMixed(t *testing.T) {
	s := theSchool()
	first, second := branches(t, s)
	i := intrude(t, second)
	i.define("ATTACH '" + first + "' AS old")
	i.run("INSERT OR REPLACE INTO graduate SELECT * FROM old.graduate WHERE id = ?", s.c)
	i.run("INSERT OR REPLACE INTO event SELECT * FROM old.event WHERE seq = (SELECT max(seq) FROM old.event)")
	i.leave()
	try(t, "X01 an event of another branch, with the record that it left, is named at the sign-in", func(t *testing.T) {
		r := enter(t, second)
		defer r.Close()
		ills, err := r.Ills(desktest.Ctx)
		if err != nil || len(ills) == 0 {
			t.Errorf("ills %v, %v", ills, err)
		}
	})
	try(t, "X01 what the history goes on from is shown, the record of the other branch is not", func(t *testing.T) {
		r := enter(t, second)
		defer r.Close()
		if house := desktest.MustFind(t, r, s.a).Get("house"); house != "2" {
			t.Errorf("house %s", house)
		}
		if _, err := r.Table.Find(s.c); err == nil {
			t.Error("the record of the other branch is shown")
		}
	})
	try(t, "X01 set aside, what the other branch has displaced is the only thing that is missing", func(t *testing.T) {
		r := examined(t, second)
		_, _, err := r.SetAside(desktest.Ctx)
		desktest.Must(err)
		desktest.Must(r.Close())
		ills, err := enter(t, second).Doctor(desktest.Ctx)
		if err != nil || len(ills) != 1 || ills[0].Code != "revision" || ills[0].Args["id"] != s.a {
			t.Errorf("the doctor finds %v, %v", ills, err)
		}
	})
}

// behindAGap mixes two branches that go on from a file: a graduate gets another class in each,
// in the first by a later event, and that takes the place of the one behind it in the second.
func behindAGap(t *testing.T, content []byte, id string) string {
	t.Helper()
	branch := func(steps ...string) string {
		path := copyIn(t, content)
		r := enter(t, path)
		for _, step := range steps {
			if strings.HasPrefix(step, "class=") {
				desktest.Set(t, r, id, step)
			} else {
				desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: step}))
			}
		}
		desktest.Must(r.Close())
		return path
	}
	first := branch("Школа № 1", "Школа № 2", "class=11-Ж")
	second := branch("Школа № 3", "class=11-З", "Школа № 4", "Школа № 5")
	i := intrude(t, second)
	i.beside(desktest.MustRead(t, first))
	last := read[int](i, "SELECT max(seq) FROM old.event")
	i.run("DELETE FROM event WHERE seq = ?", last-1)
	i.run("INSERT OR REPLACE INTO event SELECT * FROM old.event WHERE seq = ?", last)
	i.run("INSERT OR REPLACE INTO graduate SELECT * FROM old.graduate WHERE id = ?", id)
	i.leave()
	return second
}

func TestBranchBehindAGap(t *testing.T) {
	s := theSchool()
	content := s.now
	for _, id := range []string{s.c, s.b} {
		path := behindAGap(t, content, id)
		try(t, "X07 an event of another branch behind a gap, and the record that it left, are named and not shown", func(t *testing.T) {
			r := enter(t, path)
			ills, err := r.Ills(desktest.Ctx)
			events := slices.DeleteFunc(ills, func(ill registrar.Ill) bool { return ill.Code != "event" })
			if err != nil || len(events) != 1 {
				t.Errorf("ills %v, %v; want one event", events, err)
			}
			desktest.Must(r.Close())
			mustBeIll(t, path, id, "altered", "event", "chain")
		})
		try(t, "X07 what was set aside stays so as the history goes on", func(t *testing.T) {
			r := enter(t, path)
			desktest.Set(t, r, s.a, "house="+id)
			desktest.Must(r.Close())
			sound(t, path)
		})
		content = desktest.MustRead(t, path)
	}
}
