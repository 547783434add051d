package post_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/post"
)

// machine plays everything that the desk can do, in any order, with what is there and what is not.
type machine struct {
	*school
	random *rand.Rand
	people []string
	// done counts the acts that were taken, by their names.
	done map[string]int
}

func pick[T any](m *machine, of []T) (one T) {
	if len(of) == 0 {
		return one
	}
	return of[m.random.IntN(len(of))]
}

// some are a few of the people, once or twice each.
func (m *machine) some() (ids []string) {
	for range 1 + m.random.IntN(3) {
		ids = append(ids, pick(m, m.people))
	}
	return ids
}

// list is mostly one that is live.
func (m *machine) list() string {
	rows, err := m.Post.Lists()
	desktest.Must(err)
	if live := slices.DeleteFunc(slices.Clone(rows), func(l post.ListRow) bool { return !l.Live() }); len(live) > 0 && m.random.IntN(10) > 0 {
		return pick(m, live).ID
	}
	return pick(m, append(rows, post.ListRow{List: &data.List{ID: "none"}})).ID
}

func (m *machine) pack() string {
	rows, err := m.Post.Packages()
	desktest.Must(err)
	return pick(m, append(rows, post.PackageRow{Package: &data.Package{ID: "none"}})).ID
}

// day is one of a few, before and after the others and today.
func (m *machine) day() data.Date {
	return pick(m, []data.Date{"", "2020-02-07", "2020-02-08", "2020-02-09", "2020-02-10", "2020-02-11"})
}

func (m *machine) posting() post.Posting {
	return pick(m, []post.Posting{
		{Operator: "ukrposhta", Item: "registered", Tracking: "RB123456785UA", Postmark: m.day()}, {Operator: "courier"},
		{Operator: "novaposhta", Item: "documents", Postmark: m.day()}, {Operator: "nobody"},
	})
}

// acts are everything that can be done.
func (m *machine) acts() map[string]func() error {
	ctx, desk := desktest.Ctx, m.Post
	return map[string]func() error{
		"make lists": func() error {
			_, err := desk.MakeLists(ctx, []post.Draft{{Title: "x", IDs: m.some()}})
			return err
		},
		"add":    func() error { return desk.Add(ctx, m.list(), m.some()) },
		"take":   func() error { return desk.Take(ctx, m.list(), m.some()[:1]) },
		"rename": func() error { return desk.Rename(ctx, m.list(), "y") },
		"finish": func() error {
			_, err := m.FinishList(ctx, m.list(), registrar.Finishing{Path: m.folder + "/l.pdf", Register: m.folder + "/r.pdf", Date: string(pick(m, []data.Date{"", "2020-02-08"})), Number: pick(m, []string{"", "7"})})
			return err
		},
		"number":   func() error { return desk.Number(ctx, m.list(), "2020-02-08", "9") },
		"reopen":   func() error { return desk.Reopen(ctx, m.list()) },
		"withdraw": func() error { return desk.Withdraw(ctx, m.list(), "") },
		"make": func() error {
			_, err := desk.Make(ctx, []string{m.list()}[:m.random.IntN(2)])
			return err
		},
		"put":      func() error { return desk.Put(ctx, m.pack(), m.list()) },
		"take out": func() error { return desk.TakeOut(ctx, m.pack(), m.list()) },
		"drop":     func() error { return desk.Drop(ctx, m.pack()) },
		"close": func() error {
			id, n := m.pack(), m.random.IntN(4)
			if rows, err := desk.Packages(); err == nil && m.random.IntN(3) > 0 {
				if at := slices.IndexFunc(rows, func(p post.PackageRow) bool { return p.ID == id }); at >= 0 {
					n = rows[at].Members
				}
			}
			return desk.Close(ctx, id, post.Count{Rows: n, Kits: n + m.random.IntN(4)/3})
		},
		"open":     func() error { return desk.Open(ctx, m.pack()) },
		"post":     func() error { return desk.Post(ctx, m.pack(), m.posting()) },
		"unpost":   func() error { return desk.Unpost(ctx, m.pack()) },
		"received": func() error { return desk.Received(ctx, m.pack(), m.day()) },
		"send own": func() error { return desk.SendOwn(ctx, pick(m, m.people), m.posting()) },
		"unsend":   func() error { return desk.UnsendOwn(ctx, pick(m, m.people)) },
		"own in":   func() error { return desk.OwnReceived(ctx, pick(m, m.people), m.day()) },
		"undo": func() error {
			id := pick(m, m.people)
			e := pick(m, desktest.EventsOf(m.t, m.Registrar, registrar.HistoryFilter{Graduate: id}))
			_, err := m.Form.Undo(ctx, id, e.Seq, nil)
			return err
		},
		"bring back": func() error {
			id := pick(m, m.people)
			e := pick(m, desktest.EventsOf(m.t, m.Registrar, registrar.HistoryFilter{Graduate: id}))
			_, err := m.Form.BringBack(ctx, id, e.Seq)
			return err
		},
		"remove":  func() error { return m.Table.Remove(ctx, []string{pick(m, m.people)}, "") },
		"restore": func() error { return m.Table.Restore(ctx, []string{pick(m, m.people)}) },
	}
}

// often is how often an act is tried that needs others before it; all others once.
var often = map[string]int{"make lists": 2, "add": 3, "finish": 6, "put": 6, "close": 9, "number": 3, "post": 5, "received": 4, "make": 2, "take": 6, "open": 4}

// state is everything that the desk shows, in words.
func (m *machine) state() string {
	lists, err := m.Post.Lists()
	desktest.Must(err)
	packs, err := m.Post.Packages()
	desktest.Must(err)
	var b strings.Builder
	for _, l := range lists {
		fmt.Fprintf(&b, "%s %s %v %+v %+v\n", l.ID, l.State(), l.IDs(), l.Final, l.Withdrawn)
	}
	for _, p := range packs {
		fmt.Fprintf(&b, "%s %s %v %+v %s %s %s %s\n", p.ID, p.State(), p.Package.Lists, p.Closed, p.Operator, p.Tracking, p.Postmark, p.Package.Received)
	}
	return b.String()
}

// check wants what holds always.
func (m *machine) check(after string) {
	m.t.Helper()
	rows, err := m.Table.List(registrar.Filter{})
	desktest.Must(err)
	removed, err := m.Table.List(registrar.Filter{Removed: true})
	desktest.Must(err)
	if len(rows)+len(removed) != len(m.people) {
		m.t.Fatalf("after %s: %d people of %d", after, len(rows)+len(removed), len(m.people))
	}
	lists, err := m.Post.Lists()
	desktest.Must(err)
	on, in := map[string]int{}, map[string]int{}
	for _, l := range lists {
		for _, id := range l.IDs() {
			if on[id]++; on[id] > 1 {
				m.t.Fatalf("after %s: somebody is on two live lists", after)
			}
		}
		if l.Final != nil && l.Live() && l.Final.Rows != len(l.Members) {
			m.t.Fatalf("after %s: a final list of %d has %d people", after, l.Final.Rows, len(l.Members))
		}
	}
	packs, err := m.Post.Packages()
	desktest.Must(err)
	for _, p := range packs {
		m.checkPackage(after, p, in)
	}
}

func (m *machine) checkPackage(after string, p post.PackageRow, in map[string]int) {
	m.t.Helper()
	for _, l := range p.Lists {
		if in[l.ID]++; in[l.ID] > 1 || !l.Live() {
			m.t.Fatalf("after %s: a list lies in two packages, or is withdrawn and lies in one", after)
		}
	}
	if p.Closed == nil {
		if p.Posted() {
			m.t.Fatalf("after %s: an open package was posted", after)
		}
		return
	}
	if p.Rows != p.Members || p.Kits != p.Members || p.Closed.Rows != p.Members || p.Members == 0 {
		m.t.Fatalf("after %s: a package is closed with %d rows, %d people, %d kits", after, p.Rows, p.Members, p.Kits)
	}
	for _, l := range p.Lists {
		if !l.Outgoing() {
			m.t.Fatalf("after %s: a package is closed with a list that has no number", after)
		}
	}
	if p.Postmark != "" && p.Package.Received != "" && p.Package.Received < p.Postmark {
		m.t.Fatalf("after %s: received before it was stamped", after)
	}
}

// reopen closes the file and opens it again.
func (m *machine) reopen() {
	m.t.Helper()
	before, path := m.state(), m.Path()
	desktest.Must(m.Close())
	o := desktest.Options()
	o.Rand = rand.NewChaCha8([32]byte{byte(m.random.IntN(256)), byte(m.random.IntN(256))})
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Cleanup(func() { r.Close() })
	m.Registrar = r
	if after := m.state(); after != before {
		m.t.Fatalf("opened again it is another state:\n%s\nnow\n%s", before, after)
	}
	desktest.Sound(m.t, r)
}

// UA-129 UA-132 F-17 whatever is done in whatever order, nobody is lost, nobody is on two live lists, and
// no package is closed with a wrong count; opened again the registry is the same.
func TestRandomActs(t *testing.T) {
	seeds, steps := uint64(6), 300
	if testing.Short() {
		seeds, steps = 1, 100
	}
	done := map[string]int{}
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			m := &machine{school: newSchool(t, desktest.Options()), random: rand.New(rand.NewPCG(seed, 7)), done: done}
			m.people = []string{m.received(), m.received(), m.received(), m.received(), m.received(), m.received("class=11-Б"), m.received("marks=language_needs", "study_language=pl"), m.add(), m.add("marks=exempt")}
			var names []string
			for name := range m.acts() {
				names = append(names, slices.Repeat([]string{name}, max(1, often[name]))...)
			}
			slices.Sort(names)
			for step := range steps {
				name := pick(m, names)
				if err := m.acts()[name](); err == nil {
					m.done[name]++
				} else if code := data.CodeOf(err); code == "" || code == "vault.locked" {
					t.Fatalf("%s: %v", name, err)
				}
				m.check(name)
				if step%50 == 49 {
					m.reopen()
				}
			}
		})
	}
	for _, name := range []string{"make lists", "add", "take", "finish", "withdraw", "put", "close", "post", "received", "reopen", "drop", "open"} {
		if done[name] == 0 && !testing.Short() {
			t.Errorf("%s was never done: the test shows less than it says", name)
		}
	}
}
