package centrelist_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/desktest"
)

// at is the index of the row of a person.
func at(t testing.TB, l *centrelist.List, surname string) int {
	t.Helper()
	i := slices.IndexFunc(l.Rows, func(r centrelist.Row) bool { return strings.HasPrefix(r.Name, surname) })
	if i < 0 {
		t.Fatalf("nobody is called %s: %v", surname, told(l))
	}
	return i
}

func write(t testing.TB, r *registrar.Registrar, l *centrelist.List) centrelist.Written {
	t.Helper()
	written, err := r.CentreList.Write(desktest.Ctx, l)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

func wantFields(t *testing.T, r *registrar.Registrar, id string, wanted ...string) {
	t.Helper()
	g := desktest.MustFind(t, r, id)
	for _, x := range desktest.Assigns(wanted...) {
		if got := g.Get(x.Field); got != x.Value {
			t.Errorf("%s: %s is %q, wanted %q", g.FullName(), x.Field, got, x.Value)
		}
	}
}

func TestWhatIsDecidedIsWritten(t *testing.T) {
	t.Run("UA-079 the centre's number is taken unless somebody says otherwise, and nothing else", func(t *testing.T) {
		r, ids := school(t)
		l := read(t, r, list(t, header, rows...), centrelist.Options{})
		if numbers, values, added := l.Writes(); numbers != 2 || values != 0 || added != 0 || l.Open() != 3 {
			t.Errorf("would write %d numbers, %d values, %d people; %d rows open", numbers, values, added, l.Open())
		}
		written := write(t, r, l)
		if written.Numbers != 2 || written.Values != 0 || !slices.Equal(written.Names, []string{"Бондар Петро Олегович", "Гриценко Мар’яна Юріївна"}) {
			t.Errorf("written: %+v", written)
		}
		wantFields(t, r, ids["number"], "card_number=1000002", "subjects=ukrainian,english:standard")
		wantFields(t, r, ids["differs"], "card_number=1000033", "subjects=ukrainian,physics,english:profile", "attestation=ukrainian")
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registrar.EventChanged})
		if len(events) != 2 || events[0].Note != "Список.xlsx" || events[0].Batch == 0 || events[0].Batch != events[1].Batch {
			t.Errorf("the history has %+v", events)
		}
		again := read(t, r, list(t, header, rows...), centrelist.Options{})
		if n := again.Count(centrelist.Number); n != 0 {
			t.Errorf("%d numbers are taken a second time", n)
		}
	})
	t.Run("UA-169 all values and a new person are one act, which goes back as one", func(t *testing.T) {
		r, ids := school(t)
		l := read(t, r, list(t, header, rows...), centrelist.Options{Class: "11-В"})
		if n := l.DecideAll(centrelist.TakeAll, nil); n != 2 {
			t.Errorf("%d rows take all", n)
		}
		if n := l.DecideAll(centrelist.Add, nil); n != 1 || l.Open() != 1 {
			t.Errorf("%d rows are added, %d stay open", n, l.Open())
		}
		var act int64
		written, err := r.CentreList.Write(registrar.Numbered(desktest.Ctx, &act), l)
		if err != nil || len(written.Added) != 1 || written.Numbers != 2 || written.Values != 3 {
			t.Fatalf("written: %+v, %v", written, err)
		}
		wantFields(t, r, ids["differs"], "card_number=1000033", "subjects=ukrainian,mathematics,english:standard", "attestation=ukrainian,mathematics")
		wantFields(t, r, written.Added[0], "surname=Єрьоменко", "class=11-В", "sex=f", "card_number=1000004", "subjects=ukrainian,biology", "attestation=ukrainian")
		wantTold(t, read(t, r, list(t, header, rows...), centrelist.Options{}), "same | Авдієнко Олена Іванівна", "same | Бондар Петро Олегович",
			"same | Гриценко Мар’яна Юріївна", "same | Єрьоменко Яна Сергіївна", "missing_there | Дзюба Тарас Ігорович")
		if _, err := r.Form.UndoAll(desktest.Ctx, act); err != nil {
			t.Fatal(err)
		}
		wantFields(t, r, ids["number"], "card_number=")
		wantFields(t, r, ids["differs"], "card_number=1000003", "subjects=ukrainian,physics,english:profile", "attestation=ukrainian")
		if g := desktest.MustFind(t, r, written.Added[0]); g.Removed == nil {
			t.Error("who was added is still there")
		}
		again := read(t, r, list(t, header, rows...), centrelist.Options{})
		if row := again.Rows[at(t, again, "Єрьоменко")]; row.Kind != centrelist.Doubtful || row.Doubts[0].Rule != "centre_removed" {
			t.Errorf("who was removed is %s: %+v", row.Kind, row.Doubts)
		}
		desktest.Sound(t, r)
	})
	t.Run("UA-147 nobody is added to no class", func(t *testing.T) {
		r, _ := school(t)
		l := read(t, r, list(t, header, rows...), centrelist.Options{})
		l.DecideAll(centrelist.Add, nil)
		before := desktest.Events(t, r)
		if _, err := r.CentreList.Write(desktest.Ctx, l); data.CodeOf(err) != "centre_list.no_class" || desktest.Events(t, r) != before {
			t.Errorf("added with %v", err)
		}
		if l.Class = "11-А"; len(write(t, r, l).Added) != 1 {
			t.Error("nobody was added")
		}
	})
	t.Run("UA-147 nothing is written that nobody has seen", func(t *testing.T) {
		r, ids := school(t)
		l := read(t, r, list(t, header, rows...), centrelist.Options{})
		desktest.Set(t, r, ids["number"], "card_number=1000099")
		if _, err := r.CentreList.Write(desktest.Ctx, l); data.CodeOf(err) != "centre_list.changed" {
			t.Fatalf("written with %v", err)
		}
		wantFields(t, r, ids["differs"], "card_number=1000003")
		l, err := r.CentreList.Judge(l)
		if err != nil || l.Rows[at(t, l, "Бондар")].Value("card_number").Here != "1000099" {
			t.Errorf("compared anew: %v, %v", told(l), err)
		}
		write(t, r, l)
		wantFields(t, r, ids["number"], "card_number=1000002")
	})
}

func TestDoubtsAreDecidedOneByOne(t *testing.T) {
	t.Run("UA-147 what is in doubt is written by no decision for all", func(t *testing.T) {
		r, ids := school(t)
		l := read(t, r, list(t, header,
			[]string{"1", "Бондар", "Петро", "Олегович", "1000002", "Інформатика"},
			[]string{"2", "Дзюба", "Тарас", "Ігорович", "1000001", "Фізика"}), centrelist.Options{})
		l.DecideAll(centrelist.TakeAll, nil)
		if row := l.Rows[at(t, l, "Бондар")]; row.Decision != centrelist.TakeNumber {
			t.Errorf("a number beside subjects in doubt: %s", row.Decision)
		}
		if row := l.Rows[at(t, l, "Дзюба")]; row.Decision != centrelist.Leave || row.Offers(centrelist.TakeNumber) {
			t.Errorf("a number that another has: %s", row.Decision)
		}
		write(t, r, l)
		wantFields(t, r, ids["number"], "card_number=1000002", "subjects=ukrainian,english:standard")
		wantFields(t, r, ids["left"], "card_number=", "subjects=")
	})
	t.Run("UA-147 two possible persons: one of them is said, and the row is compared with that one", func(t *testing.T) {
		r, _ := school(t)
		twin := desktest.MustAdd(t, r, "surname=Бондар", "given_name=Петро", "patronymic=Олегович", "class=11-Б", "birth_date=2003-07-07")
		l := read(t, r, list(t, header, rows...), centrelist.Options{})
		i := at(t, l, "Бондар")
		if row := l.Rows[i]; row.Kind != centrelist.Doubtful || len(row.Persons) != 2 || l.Count(centrelist.MissingThere) != 1 {
			t.Fatalf("two namesakes: %v", told(l))
		}
		l.Is(i, twin)
		l, err := r.CentreList.Judge(l)
		if err != nil || l.Rows[i].Graduate != twin || l.Rows[i].Decision != centrelist.TakeNumber || l.Count(centrelist.MissingThere) != 2 {
			t.Fatalf("one of them said: %v, %v", told(l), err)
		}
		write(t, r, l)
		wantFields(t, r, twin, "card_number=1000002")
	})
	t.Run("UA-147 another spelling of a name: the number says who it is, without it a person does", func(t *testing.T) {
		r, ids := school(t)
		l := read(t, r, list(t, header,
			[]string{"1", "Авдеєнко", "Олена", "Іванівна", "1000001", "Українська мова і література (ДПА), Математика (ДПА)"},
			[]string{"2", "Бондарь", "Петро", "Олегович", "1000002", "Українська мова і література (ДПА)"},
			[]string{"3", "Гриценко", "Мар`яна", "Юріевна", "1000005", "Українська мова і література (ДПА)"}), centrelist.Options{})
		wantTold(t, l, "different | Авдеєнко Олена Іванівна | surname Авдієнко→Авдеєнко",
			"doubtful | Бондарь Петро Олегович | surname?centre_resembles",
			"doubtful | Гриценко Мар’яна Юріевна | surname?centre_other_patronymic",
			"missing_there | Дзюба Тарас Ігорович")
		l.Decide(0, centrelist.TakeAll)
		write(t, r, l)
		wantFields(t, r, ids["same"], "surname=Авдеєнко", "card_number=1000001")
	})
	t.Run("UA-147 one number for two rows goes to neither by itself, and never to both", func(t *testing.T) {
		r, ids := school(t)
		l := read(t, r, list(t, header,
			[]string{"1", "Бондар", "Петро", "Олегович", "1000002", "Фізика"},
			[]string{"2", "Дзюба", "Тарас", "Ігорович", "1000002", "Фізика"}), centrelist.Options{})
		if numbers, _, _ := l.Writes(); numbers != 0 {
			t.Errorf("%d numbers are taken by themselves", numbers)
		}
		l.Decide(0, centrelist.TakeNumber)
		l.Decide(1, centrelist.TakeNumber)
		if _, err := r.CentreList.Write(desktest.Ctx, l); data.CodeOf(err) != "rule.duplicate_card" {
			t.Errorf("both: %v", err)
		}
		l.Decide(0, centrelist.Leave)
		write(t, r, l)
		wantFields(t, r, ids["left"], "card_number=1000002")
		wantFields(t, r, ids["number"], "card_number=")
	})
	t.Run("UA-147 two rows about one person", func(t *testing.T) {
		r, _ := school(t)
		l := read(t, r, list(t, header, rows[1], []string{"2", "БОНДАР", "Петро", "", "1000007", "Фізика"}), centrelist.Options{})
		for i := range 2 {
			if l.Rows[i].Kind != centrelist.Doubtful || l.Rows[i].Decision != centrelist.Leave {
				t.Errorf("row %d: %v", i, told(l)[i])
			}
			l.Decide(i, centrelist.TakeNumber)
		}
		if _, err := r.CentreList.Write(desktest.Ctx, l); data.CodeOf(err) != "centre_list.person_twice" {
			t.Errorf("both: %v", err)
		}
	})
}

func TestColumnsThatNobodyKnows(t *testing.T) {
	r, _ := school(t)
	head := []string{"Х1", "Учасник", "Код", "Що складає", "Пр1"}
	content := list(t, head, []string{"1", "Бондар Петро Олегович", "1000002", "Фізика", "ДПА"})
	t.Run("UA-147 a column is said by hand, that of one subject by its code", func(t *testing.T) {
		l := read(t, r, content, centrelist.Options{Columns: map[string]string{"full_name": "B", "card_number": "Код", "subjects": "D", "ukrainian": "E"}})
		if row := l.Rows[0]; row.CardNumber != "1000002" || row.Value("subjects") == nil || row.Value("subjects").There != "ukrainian,physics" {
			t.Errorf("read as %v, columns %+v", told(l), l.Columns)
		}
	})
	t.Run("UA-147 a column that nobody has said is named", func(t *testing.T) {
		l := read(t, r, content, centrelist.Options{Columns: map[string]string{"full_name": "B", "card_number": "C"}})
		var letters []string
		for _, part := range l.Skipped {
			letters = append(letters, part.Column)
		}
		if !slices.Contains(letters, "D") || !slices.Contains(letters, "E") {
			t.Errorf("not read: %+v", l.Skipped)
		}
	})
	t.Run("UA-147 a file without a known header shows its columns", func(t *testing.T) {
		_, err := r.CentreList.Read(desktest.Ctx, "x.csv", []byte("a;Бондар Петро Олегович;1000002\nb;Дзюба Тарас Ігорович;1000005\n"), centrelist.Options{})
		if data.CodeOf(err) != "roster.no_header" {
			t.Fatalf("read with %v", err)
		}
		columns, err := r.CentreList.Look(desktest.Ctx, "x.csv", []byte("a;Бондар Петро Олегович;1000002\nb;Дзюба Тарас Ігорович;1000005\n"))
		if err != nil || len(columns) != 3 || columns[2].Letter != "C" || columns[2].Sample[1] != "1000005" {
			t.Errorf("%+v, %v", columns, err)
		}
		l := read(t, r, []byte("a;Бондар Петро Олегович;1000002\nb;Дзюба Тарас Ігорович;1000005\n"), centrelist.Options{Columns: map[string]string{"full_name": "2", "card_number": "3"}})
		if l.Count(centrelist.Number) != 2 {
			t.Errorf("read as %v", told(l))
		}
	})
	t.Run("UA-147 a campaign whose centre numbers nothing has no such list", func(t *testing.T) {
		_, err := desktest.MustCreate(t, "ort-2021").CentreList.Read(desktest.Ctx, "x.xlsx", content, centrelist.Options{})
		if data.CodeOf(err) != "centre_list.no_cards" {
			t.Errorf("read with %v", err)
		}
	})
}

// Excel files of another program are read as ours are.
func TestAListThatLibreOfficeHasSaved(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not there")
	}
	folder := t.TempDir()
	source := filepath.Join(folder, "list.xlsx")
	desktest.Must(os.WriteFile(source, list(t, header, rows...), 0o600))
	for _, kind := range []string{"ods", "xlsx"} {
		t.Run("UA-147 "+kind, func(t *testing.T) {
			out := filepath.Join(folder, kind)
			command := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to", kind, "--outdir", out, source)
			if said, err := command.CombinedOutput(); err != nil {
				t.Fatalf("convert: %v\n%s", err, said)
			}
			content, err := os.ReadFile(filepath.Join(out, "list."+kind))
			desktest.Must(err)
			r, _ := school(t)
			l, err := r.CentreList.Read(desktest.Ctx, "list."+kind, content, centrelist.Options{})
			if err != nil || l.Count(centrelist.Number) != 1 || l.Count(centrelist.MissingHere) != 1 || l.Count(centrelist.Doubtful) != 0 {
				t.Errorf("read as %v, %v", told(l), err)
			}
		})
	}
}
