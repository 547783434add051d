package roster_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/text"
)

// The secretary has added somebody by hand without a birth date, and a list brings one of the name: it
// may be decided that it is the same person, whom the list then fills in; nobody is added.
func TestARowIsAboutSomebodyOfTheRegistry(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		r := desktest.MustCreate(t, campaign)
		id := desktest.MustAdd(t, r, "surname=Назарова", "given_name=Айнура", "class=11-А")
		content := []byte("Прізвище;Ім’я;Клас;Дата народження\nНазарова;Айнура;11-Б;15.03.2003\nБурова;Олена;11-Б;16.03.2003\n")
		read := func(o roster.Options) *roster.Roster {
			t.Helper()
			is, err := r.Roster.Read(desktest.Ctx, "11.csv", content, o)
			if err != nil {
				t.Fatal(err)
			}
			return is
		}
		if row := &read(roster.Options{}).Rows[0]; row.Outcome != roster.Doubtful || !row.Resembles() {
			t.Fatalf("%s: %s %v", campaign, row.Outcome, row.Problems)
		}
		if _, err := r.Roster.Read(desktest.Ctx, "11.csv", content, roster.Options{Same: []string{"3"}}); data.CodeOf(err) != "roster.no_same" {
			t.Errorf("%s: one who resembles nobody: %v", campaign, err)
		}
		same := read(roster.Options{Same: []string{roster.TakeAll}})
		if is := same.Rows; is[0].Outcome != roster.Fills || is[1].Outcome != roster.Accepted {
			t.Fatalf("%s: %s %s", campaign, is[0].Outcome, is[1].Outcome)
		}
		if _, err := r.Roster.Fill(desktest.Ctx, same); err != nil {
			t.Fatal(err)
		}
		if added, err := r.Roster.Import(desktest.Ctx, same); err != nil || len(added) != 1 {
			t.Fatalf("%s: added %v, %v", campaign, added, err)
		}
		rows, err := r.Table.List(registrar.Filter{})
		at := slices.IndexFunc(rows, func(row registrar.Row) bool { return row.Graduate.ID == id })
		if err != nil || len(rows) != 2 || at < 0 {
			t.Fatalf("%s: %v, %v", campaign, rows, err)
		}
		if g := rows[at].Graduate; g.BirthDate != "2003-03-15" || g.Class != "11-А" {
			t.Errorf("%s: %s %s", campaign, g.BirthDate, g.Class)
		}
	}
}

// What is empty on one of the two sides is no difference, and is not called one.
func TestTheQuestionNamesWhatIsOtherwise(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Назарова", "given_name=Айнура")
	desktest.MustAdd(t, r, "surname=Бурова", "given_name=Олена", "class=11-А")
	read, err := r.Roster.Read(desktest.Ctx, "11.csv", []byte("Прізвище;Ім’я;Клас;Дата народження\nНазарова;Айнура;11-Б;15.03.2003\nБурова;Олена;11-Б;16.03.2003\n"), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"а з решти не видно", "а інше: клас."} {
		if said := read.Rows[i].WorstFirst()[0].Sentence(text.For("uk")); !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
}

// Of two rows about one person the other is chosen by leaving out the one that was taken.
func TestTheOtherOfTwoRowsIsTaken(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	file, err := r.Roster.Preview(desktest.Ctx, "11.csv", []byte("Прізвище;Ім’я;Клас;Дата народження\nНазарова;Айнура;11-А;15.03.2003\nНазарова;Айнура;11-Б;15.03.2003\nНазарова;Айнура;11-А;15.03.2003\n"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := r.Roster.ReadChosen(desktest.Ctx, file, roster.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	if _, differs := read.Rows[2].RepeatsOtherwise(); differs || read.Rows[2].Outcome != roster.Repeated {
		t.Errorf("between two that say the same there is a choice: %s", read.Rows[2].Outcome)
	}
	other, differs := read.Rows[1].RepeatsOtherwise()
	if read.Rows[1].Outcome != roster.Repeated || !differs || other != read.Rows[0].Place() {
		t.Fatalf("%s, %v of %v", read.Rows[1].Outcome, differs, other)
	}
	read, err = r.Roster.ReadChosen(desktest.Ctx, file, roster.Choice{Decided: map[roster.RowPlace]roster.Decision{other: roster.Leave}})
	if err != nil || read.Rows[0].Outcome != roster.LeftOut || read.Rows[1].Outcome != roster.Accepted {
		t.Errorf("%s, %s, %v", read.Rows[0].Outcome, read.Rows[1].Outcome, err)
	}
}
