package registrar_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/envelope"
	"graduand/data/registrar/intake"
	"graduand/data/registrar/post"
)

// lives are the people of a school to whom anything may happen, at any desk.
type lives struct {
	t    *rapid.T
	r    *registrar.Registrar
	path string
	dir  string
	all  []string
	// serial makes numbers that nobody has.
	serial int
}

// F-17, UA-129, UA-132: whatever is done at the desks, in whatever order, nobody is lost, nobody stands on
// two lists that count, a final list names those whom it named when it was printed, and no package
// closes with a wrong count.
func TestNobodyIsLostAtAnyDesk(t *testing.T) {
	dir := makeDemo(t, registrar.DemoOptions{Campaign: shipped(t, "zno-2020"), Graduates: 8, Seed: 3, WithoutPictures: true})
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		copied := filepath.Join(t.TempDir(), fmt.Sprintf("school-%d.graduand", n))
		desktest.Must(registrar.SaveFile(copied, desktest.MustRead(t, filepath.Join(dir, "school.graduand"))))
		l := &lives{t: rt, path: copied, dir: t.TempDir()}
		l.open()
		defer func() { desktest.Must(l.r.Close()) }()
		rows, err := l.r.Table.List(registrar.Filter{})
		desktest.Must(err)
		for _, row := range rows {
			l.all = append(l.all, row.Graduate.ID)
		}
		rt.Repeat(map[string]func(*rapid.T){
			"": l.check,
			"receive": l.doing(func() error {
				return l.r.Intake.Receive(desktest.Ctx, l.some(), intake.Receipt{Everything: l.yes("everything"), All: true})
			}),
			"ask": l.doing(func() error {
				return l.r.Intake.Ask(desktest.Ctx, l.one(), data.QuestionOf("card", 1), l.yes("yes"), "так")
			}),
			"give back": l.doing(func() error { return l.r.Intake.TakeBack(desktest.Ctx, l.some(), "") }),
			"make lists": l.doing(func() error {
				_, err := l.r.Post.MakeLists(desktest.Ctx, []post.Draft{{Title: "перший", IDs: l.some()}, {Title: "другий", IDs: l.some()}})
				return err
			}),
			"list one":      l.doing(func() error { return l.makeList(l.some()) }),
			"list all":      l.doing(l.listAll),
			"add":           l.doing(func() error { return l.r.Post.Add(desktest.Ctx, l.list(), l.some()) }),
			"take":          l.doing(func() error { return l.r.Post.Take(desktest.Ctx, l.list(), l.some()) }),
			"finish":        l.doing(l.finish),
			"reopen":        l.doing(func() error { return l.r.Post.Reopen(desktest.Ctx, l.list()) }),
			"withdraw list": l.doing(func() error { return l.r.Post.Withdraw(desktest.Ctx, l.list(), "помилка") }),
			"make package":  l.doing(func() error { _, err := l.r.Post.Make(desktest.Ctx, []string{l.list()}); return err }),
			"put":           l.doing(func() error { return l.r.Post.Put(desktest.Ctx, l.pack(), l.list()) }),
			"take out":      l.doing(func() error { return l.r.Post.TakeOut(desktest.Ctx, l.pack(), l.list()) }),
			"drop":          l.doing(func() error { return l.r.Post.Drop(desktest.Ctx, l.pack()) }),
			"close":         l.doing(l.closePackage),
			"open":          l.doing(func() error { return l.r.Post.Open(desktest.Ctx, l.pack()) }),
			"post":          l.doing(func() error { return l.r.Post.Post(desktest.Ctx, l.pack(), l.posting()) }),
			"unpost":        l.doing(func() error { return l.r.Post.Unpost(desktest.Ctx, l.pack()) }),
			"received":      l.doing(func() error { return l.r.Post.Received(desktest.Ctx, l.pack(), l.r.Today()) }),
			"send own":      l.doing(func() error { return l.r.Post.SendOwn(desktest.Ctx, l.one(), l.posting()) }),
			"own received":  l.doing(func() error { return l.r.Post.OwnReceived(desktest.Ctx, l.one(), l.r.Today()) }),
			"registered":    l.doing(func() error { return l.r.Answer.Registered(desktest.Ctx, l.one(), l.number(), l.r.Today()) }),
			"refused":       l.doing(l.refuse),
			"answer back":   l.doing(func() error { return l.r.Answer.TakeBack(desktest.Ctx, l.one()) }),
			"retry":         l.doing(func() error { return l.r.Answer.Retry(desktest.Ctx, l.one()) }),
			"again":         l.doing(func() error { return l.r.Answer.ReRegister(desktest.Ctx, l.one()) }),
			"withdraw":      l.doing(func() error { return l.r.Answer.Withdraw(desktest.Ctx, l.one()) }),
			"withdrawn":     l.doing(func() error { return l.r.Answer.WithdrawalConfirmed(desktest.Ctx, l.one(), l.r.Today()) }),
			"not withdrawn": l.doing(func() error { return l.r.Answer.TakeBackWithdrawal(desktest.Ctx, l.one()) }),
			"envelope":      l.doing(func() error { return l.r.Envelope.Arrived(desktest.Ctx, l.some(), envelope.Arrival{}) }),
			"hand over": l.doing(func() error {
				return l.r.Envelope.HandOver(desktest.Ctx, l.one(), envelope.Handing{Lacking: "немає"})
			}),
			"kept":           l.doing(func() error { return l.r.Envelope.Kept(desktest.Ctx, l.some(), "") }),
			"envelope back":  l.doing(func() error { return l.r.Envelope.TakeBack(desktest.Ctx, l.some()) }),
			"number":         l.doing(l.giveNumber),
			"remove":         l.doing(func() error { return l.r.Table.Remove(desktest.Ctx, l.some(), "") }),
			"restore":        l.doing(func() error { return l.r.Table.Restore(desktest.Ctx, []string{l.one()}) }),
			"undo an act":    l.doing(func() error { _, err := l.r.Form.UndoAll(desktest.Ctx, l.entry()); return err }),
			"undo an entry":  l.doing(func() error { _, err := l.r.Form.Undo(desktest.Ctx, l.one(), l.entry(), nil); return err }),
			"an earlier one": l.doing(func() error { _, err := l.r.Form.BringBack(desktest.Ctx, l.one(), l.entry()); return err }),
			"anew":           func(*rapid.T) { l.anew() },
		})
		l.anew()
		ills, err := l.r.Doctor(desktest.Ctx)
		if err != nil || len(ills) > 0 {
			rt.Fatalf("the examination: %v %v", ills, err)
		}
	})
}

func shipped(t *testing.T, id string) *registrar.CampaignFile {
	t.Helper()
	c, err := registrar.Campaign(id, nil)
	desktest.Must(err)
	return c
}

func (l *lives) open() {
	o := desktest.Options()
	o.Rand = rand.NewChaCha8([32]byte{9, byte(l.serial)})
	r, err := registrar.Open(desktest.Ctx, l.path, registrar.SignIn{}, o)
	desktest.Must(err)
	l.r = r
}

// doing is an action of which only a refusal with a code is no fault.
func (l *lives) doing(act func() error) func(*rapid.T) {
	return func(t *rapid.T) {
		l.t = t
		if err := act(); err != nil && data.CodeOf(err) == "" {
			t.Fatalf("an error without a code: %v", err)
		}
	}
}

func (l *lives) yes(what string) bool { return rapid.Bool().Draw(l.t, what) }
func (l *lives) one() string          { return rapid.SampledFrom(l.all).Draw(l.t, "who") }
func (l *lives) some() []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(l.all), 1, len(l.all), rapid.ID).Draw(l.t, "who")
}

func (l *lives) lists() []post.ListRow {
	rows, err := l.r.Post.Lists()
	desktest.Must(err)
	return rows
}

func (l *lives) packages() []post.PackageRow {
	rows, err := l.r.Post.Packages()
	desktest.Must(err)
	return rows
}

// list and pack are one of those there are, or none that is.
func (l *lives) list() string {
	ids := []string{"none"}
	for _, row := range l.lists() {
		ids = append(ids, row.ID)
	}
	return rapid.SampledFrom(ids[min(1, len(ids)-1):]).Draw(l.t, "list")
}

func (l *lives) pack() string {
	ids := []string{"none"}
	for _, row := range l.packages() {
		ids = append(ids, row.ID)
	}
	return rapid.SampledFrom(ids[min(1, len(ids)-1):]).Draw(l.t, "package")
}

func (l *lives) makeList(ids []string) error {
	_, err := l.r.Post.MakeLists(desktest.Ctx, []post.Draft{{Title: "частина", IDs: ids}})
	return err
}

// listAll puts everybody who can be on a list on one.
func (l *lives) listAll() error {
	offer, err := l.r.Post.Offer(registrar.Filter{})
	if err != nil || len(offer.On) == 0 {
		return err
	}
	ids := make([]string, len(offer.On))
	for i, g := range offer.On {
		ids[i] = g.ID
	}
	return l.makeList(ids)
}

func (l *lives) finish() error {
	l.serial++
	f := registrar.Finishing{Path: filepath.Join(l.dir, fmt.Sprintf("list-%d.pdf", l.serial)), Register: filepath.Join(l.dir, fmt.Sprintf("register-%d.pdf", l.serial))}
	if l.yes("outgoing") {
		f.Date, f.Number = l.r.Today().Dotted(), fmt.Sprint(l.serial)
	}
	_, err := l.r.FinishList(desktest.Ctx, l.list(), f)
	return err
}

// closePackage counts right, or one too many or too few.
func (l *lives) closePackage() error {
	id := l.pack()
	rows := 0
	for _, p := range l.packages() {
		if p.ID == id {
			rows = p.Rows
		}
	}
	off := func(what string) int { return rapid.SampledFrom([]int{0, 0, 0, 1, -1}).Draw(l.t, what) }
	return l.r.Post.Close(desktest.Ctx, id, post.Count{Rows: rows + off("rows"), Kits: rows + off("kits")})
}

func (l *lives) posting() post.Posting {
	o := rapid.SampledFrom(l.r.Campaign().PostalOperators).Draw(l.t, "operator")
	p := post.Posting{Operator: o.Code}
	if len(o.Items) > 0 {
		p.Item = o.Items[0].Code
	}
	if !o.Courier && l.yes("stamped") {
		p.Postmark = l.r.Today()
	}
	return p
}

func (l *lives) number() string {
	l.serial++
	return fmt.Sprintf("%07d", 3000000+l.serial)
}

func (l *lives) giveNumber() error {
	_, err := l.r.Table.Change(desktest.Ctx, l.one(), []registrar.Assign{{Field: data.FieldCardNumber, Value: l.number()}})
	return err
}

func (l *lives) refuse() error {
	reason := rapid.SampledFrom(l.r.Campaign().RefusalReasons).Draw(l.t, "reason")
	return l.r.Answer.Refused(desktest.Ctx, l.one(), answer.Refusal{Minutes: "7", On: l.r.Today(), Reasons: []string{reason.Code}})
}

// entry is the number of one of the last entries of the history.
func (l *lives) entry() int64 {
	events, err := l.r.History(desktest.Ctx, registrar.HistoryFilter{})
	desktest.Must(err)
	return rapid.SampledFrom(events[max(0, len(events)-12):]).Draw(l.t, "entry").Seq
}

// check holds the people against the lists, and the lists against the packages.
func (l *lives) check(t *rapid.T) {
	l.t = t
	counted := map[string]int{}
	for _, removed := range []bool{false, true} {
		rows, err := l.r.Table.List(registrar.Filter{Removed: removed})
		desktest.Must(err)
		for _, row := range rows {
			counted[row.Graduate.ID]++
			if removed != (row.Status == data.StatusRemoved) || row.Status == "" {
				t.Fatalf("%s is %q", row.Graduate.FullName(), row.Status)
			}
		}
	}
	for _, id := range l.all {
		if counted[id] != 1 {
			t.Fatalf("somebody is shown %d times", counted[id])
		}
	}
	l.checkLists(t)
}

func (l *lives) checkLists(t *rapid.T) {
	live := map[string]post.ListRow{}
	for _, row := range l.lists() {
		if !row.Live() {
			if len(row.Members) > 0 {
				t.Fatalf("a withdrawn list holds %d", len(row.Members))
			}
			continue
		}
		live[row.ID] = row
		if row.Final != nil && row.Final.Rows != len(row.Members) {
			t.Fatalf("list %d names %d, and has %d", row.Number, row.Final.Rows, len(row.Members))
		}
		for _, m := range row.Members {
			if m.Graduate.Removed != nil {
				t.Fatalf("%s is removed and on a list", m.Graduate.FullName())
			}
			for _, r := range m.Graduate.Registrations {
				if r.ListID() == row.ID && r.Fact(data.FactKitReceived, "") == nil {
					t.Fatalf("%s is on a list without a kit", m.Graduate.FullName())
				}
			}
		}
	}
	where := map[string]string{}
	for _, p := range l.packages() {
		rows := 0
		for _, list := range p.Package.Lists {
			if _, is := live[list]; !is || where[list] != "" {
				t.Fatalf("package %d has list %s, live %v, which %q has too", p.Number, list, is, where[list])
			}
			where[list], rows = p.ID, rows+len(live[list].Members)
		}
		if c := p.Closed; c != nil && (c.Rows != rows || c.Kits != rows || rows == 0) {
			t.Fatalf("package %d is closed with %d rows and %d kits, and holds %d", p.Number, c.Rows, c.Kits, rows)
		}
		if p.Closed == nil && (p.Postmark != "" || p.Package.Received != "") {
			t.Fatalf("package %d is on its way and open", p.Number)
		}
	}
}

// anew reads the registry from its file, which shows the same people at the same places.
func (l *lives) anew() {
	before := l.shown()
	desktest.Must(l.r.Close())
	l.serial++
	l.open()
	if after := l.shown(); !slices.Equal(before, after) {
		l.t.Fatalf("the file says otherwise:\n%v\n%v", before, after)
	}
}

func (l *lives) shown() (all []string) {
	for _, removed := range []bool{false, true} {
		rows, err := l.r.Table.List(registrar.Filter{Removed: removed})
		desktest.Must(err)
		for _, row := range rows {
			all = append(all, fmt.Sprint(row.Graduate.ID, row.Status, row.Next, row.Errors, len(row.Graduate.Registrations), row.Graduate.Current().CardNumber))
		}
	}
	for _, row := range l.lists() {
		all = append(all, fmt.Sprint(row.Number, row.Title, row.State(), row.IDs()))
	}
	for _, p := range l.packages() {
		all = append(all, fmt.Sprint(p.Number, p.Package.Lists, p.State()))
	}
	return all
}
