package post_test

import (
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/post"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// school is a registry of lists under test.
type school struct {
	*registrar.Registrar
	t      testing.TB
	folder string
	people int
}

func newSchool(t testing.TB, o registrar.Options) *school {
	t.Helper()
	s := &school{Registrar: desktest.MustCreateWith(t, "zno-2020", o), t: t, folder: t.TempDir()}
	desktest.ChooseCentre(t, s.Registrar)
	of := s.School()
	of.InstitutionType = "general"
	desktest.Must(s.Season.ChangeSchool(desktest.Ctx, of))
	return s
}

// given are letters that make names of numbers.
const given = "абвгдежзиклмнопрстуфхц"

// add takes in somebody with everything that a list asks for.
func (s *school) add(changes ...string) string {
	s.t.Helper()
	s.people++
	n := s.people
	letter := func(i int) string { return string([]rune(given)[i%len([]rune(given))]) }
	values := append(append([]string{}, desktest.ZnoValues...), "surname=Верболоз"+letter(n)+letter(n/22), "phone=", "document_number="+number(100000000+n), "card_number="+number(2200000+n))
	return desktest.MustAdd(s.t, s.Registrar, append(values, changes...)...)
}

func number(n int) string {
	digits := ""
	for ; n > 0; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return digits
}

// fact notes a fact of somebody, as another desk does.
func (s *school) fact(id string, kind data.FactKind, alter func(*data.Fact)) {
	s.t.Helper()
	desktest.Must(s.Write(desktest.Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		before, err := w.Find(id)
		if err != nil {
			return err
		}
		g, fact := before.Clone(), w.Signed(kind, "")
		if alter != nil {
			alter(&fact)
		}
		g.SetFact(fact)
		return w.Fill(before, g)
	}))
}

// kit receives somebody's kit.
func (s *school) kit(ids ...string) {
	s.t.Helper()
	for _, id := range ids {
		s.fact(id, data.FactKitReceived, nil)
	}
}

// received takes in somebody whose kit is received.
func (s *school) received(changes ...string) string {
	s.t.Helper()
	id := s.add(changes...)
	s.kit(id)
	return id
}

// list makes a list.
func (s *school) list(title string, ids ...string) string {
	s.t.Helper()
	made, err := s.Post.MakeLists(desktest.Ctx, []post.Draft{{Title: title, IDs: ids}})
	if err != nil {
		s.t.Fatalf("make list %s: %v", title, err)
	}
	return made[0]
}

// print prints a document and gives the number of its entry.
func (s *school) print(job printing.Job) (int64, error) {
	entry := int64(0)
	_, err := s.Printing.Save(registrar.Numbered(desktest.Ctx, &entry), filepath.Join(s.folder, "x.pdf"), job)
	return entry, err
}

// on are the ids of who is on a list.
func (s *school) on(list string) (ids []string) {
	s.t.Helper()
	for _, m := range s.row(list).Members {
		ids = append(ids, m.Graduate.ID)
	}
	return ids
}

// row is a list as the desk shows it.
func (s *school) row(list string) post.ListRow {
	s.t.Helper()
	rows, err := s.Post.Lists()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range rows {
		if r.ID == list {
			return r
		}
	}
	s.t.Fatalf("no list %s", list)
	return post.ListRow{}
}

// pack is a package as the desk shows it.
func (s *school) pack(id string) post.PackageRow {
	s.t.Helper()
	rows, err := s.Post.Packages()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range rows {
		if r.ID == id {
			return r
		}
	}
	s.t.Fatalf("no package %s", id)
	return post.PackageRow{}
}

// finish prints a list as final and freezes it.
func (s *school) finish(list, day, number string) error {
	s.t.Helper()
	ids := s.on(list)
	entry, err := s.print(printing.Job{Document: printing.List, Only: ids, Final: true, OutgoingDate: day, OutgoingNumber: number})
	if err != nil {
		return err
	}
	return s.Post.Finish(desktest.Ctx, list, entry, 0)
}

// mustFinish is finish under a day and a number of the season.
func (s *school) mustFinish(list string) {
	s.t.Helper()
	if err := s.finish(list, "10.02.2020", "01-12/7"); err != nil {
		s.t.Fatalf("finish: %v", err)
	}
}

// closed is a closed package of a list of people.
func (s *school) closed(ids ...string) (pack, list string) {
	s.t.Helper()
	list = s.list("11-А", ids...)
	s.mustFinish(list)
	pack, err := s.Post.Make(desktest.Ctx, []string{list})
	desktest.Must(err)
	desktest.Must(s.Post.Close(desktest.Ctx, pack, post.Count{Rows: len(ids), Kits: len(ids), Cover: true, Grams: 200}))
	return pack, list
}
