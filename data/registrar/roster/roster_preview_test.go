package roster_test

import (
	"maps"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
)

// rosterCases are the same roster for each campaign: one good row, one bad.
var rosterCases = map[string]string{
	"zno-2020": "ПІБ;Дата народження;Клас;Паспорт\nПетренко Олена Іванівна;05.03.2003;11-А;КВ 123456\nКоваль Іван;32.03.2003;11-А;\n",
	"ort-2021": "ФИО;Дата рождения;Класс;Паспорт\nАсанов Бакыт;05.03.2004;11-А;AN1234567\nУсупова Айгүл;32.03.2004;11-А;\n",
}

func preview(t *testing.T, r *registrar.Registrar, content string) *roster.File {
	t.Helper()
	file, err := r.Roster.Preview(desktest.Ctx, "/x/list.csv", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func chosen(t *testing.T, r *registrar.Registrar, file *roster.File, c roster.Choice) *roster.Roster {
	t.Helper()
	read, err := r.Roster.ReadChosen(desktest.Ctx, file, c)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func TestPreviewRoster(t *testing.T) {
	for _, id := range slices.Sorted(maps.Keys(rosterCases)) {
		t.Run("F-14 preview and mend in "+id, func(t *testing.T) {
			r := desktest.MustCreate(t, id)
			file := preview(t, r, rosterCases[id])
			sheet := file.Sheets[0]
			if file.Name != "list.csv" || sheet.Header != 1 || !slices.Equal(sheet.Fields, []string{"full_name", "birth_date", "class", "document"}) {
				t.Fatalf("preview: %s %+v", file.Name, sheet)
			}
			for _, f := range sheet.Fields {
				if !slices.Contains(r.Roster.Fields(), f) {
					t.Errorf("%s is not offered", f)
				}
			}
			read := chosen(t, r, file, roster.Choice{})
			if read.Count(roster.Accepted) != 1 || read.Count(roster.Rejected) != 1 {
				t.Fatalf("%d accepted, %d rejected", read.Count(roster.Accepted), read.Count(roster.Rejected))
			}
			mended := roster.Choice{Cells: map[roster.Cell]string{{Row: 3, Column: 1}: " 02.03.2003 "}}
			read = chosen(t, r, file, mended)
			if read.Count(roster.Accepted) != 2 || read.Rows[1].Graduate.BirthDate != "2003-03-02" {
				t.Fatalf("mended: %+v", read.Rows[1])
			}
			if file.Sheets[0].Lines[2].Cells[1] == "02.03.2003" {
				t.Error("the opened file was altered")
			}
			ids, err := r.Roster.Import(desktest.Ctx, read)
			if err != nil || len(ids) != 2 {
				t.Fatalf("imported %v: %v", ids, err)
			}
			if again := chosen(t, r, file, mended); again.Count(roster.Duplicate) != 2 {
				t.Errorf("a second reading: %d duplicates", again.Count(roster.Duplicate))
			}
		})
	}
}

func TestReadChosen(t *testing.T) {
	t.Run("F-14 a column is left out by hand", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		file := preview(t, r, rosterCases["zno-2020"])
		read := chosen(t, r, file, roster.Choice{Fields: map[roster.TablePlace][]string{{Header: 1}: {"full_name", "", "class", "document"}}, Class: "11-Б"})
		if g := read.Rows[1].Graduate; read.Count(roster.Accepted) != 2 || g.BirthDate != "" || g.Class != "11-А" {
			t.Errorf("%+v", read.Rows)
		}
	})
	t.Run("F-14 a file without a header is mapped by hand", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		file := preview(t, r, "1;Коваль Іван;05.03.2003\n2;Лис Ія;06.03.2003\n")
		if sheet := file.Sheets[0]; sheet.Header != 0 || len(sheet.Fields) != 3 || len(sheet.Lines) != 2 {
			t.Fatalf("preview: %+v", sheet)
		}
		if _, err := r.Roster.ReadChosen(desktest.Ctx, file, roster.Choice{}); data.CodeOf(err) != "roster.no_header" {
			t.Errorf("without a mapping: %v", err)
		}
		read := chosen(t, r, file, roster.Choice{Class: "11-В", Fields: map[roster.TablePlace][]string{{}: {"", "full_name", "birth_date"}}})
		if g := read.Rows[0].Graduate; read.Count(roster.Accepted) != 2 || g.Surname != "Коваль" || g.Class != "11-В" || g.BirthDate != "2003-03-05" {
			t.Errorf("%+v", read.Rows)
		}
	})
	t.Run("F-14 two columns of documents keep the kinds in their headers", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		file := preview(t, r, "ПІБ;Дата народження;Паспорт;Свідоцтво про народження\nКоваль Іван;05.03.2003;;I-БК 123456\nЛис Ія;06.03.2003;001234567;\n")
		fields := slices.Clone(file.Sheets[0].Fields)
		fields[1] = ""
		read := chosen(t, r, file, roster.Choice{Fields: map[roster.TablePlace][]string{{Header: 1}: fields}})
		for i, number := range []string{"123456", "001234567"} {
			if g := read.Rows[i].Graduate; g.Document.Number != number || read.Rows[i].Bad() {
				t.Errorf("row %d: %+v %v", i, g.Document, read.Rows[i].Problems)
			}
		}
	})
	t.Run("F-14 only the chosen sheets are read", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		file := preview(t, r, rosterCases["zno-2020"])
		if _, err := r.Roster.ReadChosen(desktest.Ctx, file, roster.Choice{Sheets: []string{"11-Б"}}); data.CodeOf(err) != "roster.no_header" {
			t.Errorf("another sheet: %v", err)
		}
	})
	t.Run("F-14 what is no table is refused", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		if _, err := r.Roster.Preview(desktest.Ctx, "list.xlsx", []byte("<html><table>")); data.CodeOf(err) != "roster.html" {
			t.Errorf("a web page: %v", err)
		}
	})
}

// TestBothRoadsSayTheSame: a file that is read at once and one that was looked at first end alike,
// with all that is said of the file (F-14, F-18).
func TestBothRoadsSayTheSame(t *testing.T) {
	content := "ПІБ;Телефон матері;Клас;Гурток\nГук Ян Юрійович;0671112233;11-А;шахи\nГук Ян Юрійович;0671112233;11-А;\nСич Ія;;11-А;вибула\nВсього: 3;;;\n"
	r := desktest.MustCreate(t, "zno-2020")
	read, err := r.Roster.Read(desktest.Ctx, "/x/list.csv", []byte(content), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for road, got := range map[string]*roster.Roster{"read at once": read, "looked at first": chosen(t, r, preview(t, r, content), roster.Choice{})} {
		outcomes := []int{got.Count(roster.Accepted), got.Count(roster.Repeated), got.Count(roster.Doubtful)}
		if !slices.Equal(outcomes, []int{1, 1, 1}) || got.Name != "list.csv" {
			t.Errorf("F-18 %s: %s, %v taken, repeated and in doubt", road, got.Name, outcomes)
		}
		if len(got.Skipped) != 1 || got.Skipped[0].Header != "Гурток" || len(got.Contacts) != 1 || got.Contacts[0].Rows != 2 || len(got.Passed) != 2 ||
			len(got.Held) != 1 || got.Held[0].Rows != 5 {
			t.Errorf("F-14 %s: not read %+v, contacts %+v, passed over %+v, held %+v", road, got.Skipped, got.Contacts, got.Passed, got.Held)
		}
	}
	left := chosen(t, r, preview(t, r, content), roster.Choice{Decided: map[roster.RowPlace]roster.Decision{{Row: 4}: roster.Leave}})
	if left.Count(roster.LeftOut) != 1 || left.Count(roster.Doubtful) != 0 {
		t.Errorf("F-14 left out by a person: %+v", left.Rows)
	}
}

// Who came by a few fields is completed by the class list, where the registry knows nothing;
// what it knows stays, and what is in doubt waits.
func TestRosterFillsWhatIsEmpty(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Бакыт", "phone=0555000101")
	other := desktest.MustAdd(t, r, "surname=Усупова", "given_name=Айгүл", "phone=0555000102", "class=11-Б")
	const list = "ФИО;Телефон;Дата рождения;Класс;Паспорт\nАсанов Бакыт;0555000101;05.03.2004;11-А;AN1234567\nУсупова Айгүл;0555000102;06.03.2004;11-А;\nНовый Человек;0555000103;07.03.2004;11-А;\n"
	read, err := r.Roster.Read(desktest.Ctx, "list.csv", []byte(list), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("F-14 what would be filled is an outcome of its own", func(t *testing.T) {
		if read.Count(roster.Fills) != 2 || read.Count(roster.Accepted) != 1 || read.Values() < 4 {
			t.Fatalf("%d fill, %d are added, %d values: %+v", read.Count(roster.Fills), read.Count(roster.Accepted), read.Values(), read.Rows)
		}
	})
	t.Run("F-14 what is known stays", func(t *testing.T) {
		filled, err := r.Roster.Fill(desktest.Ctx, read)
		if err != nil || len(filled.Names) != 2 {
			t.Fatal(filled, err)
		}
		if g := desktest.MustFind(t, r, id); g.BirthDate != "2004-03-05" || g.Class != "11-А" || g.Document.Number == "" {
			t.Errorf("%+v", g)
		}
		if g := desktest.MustFind(t, r, other); g.BirthDate != "2004-03-06" || g.Class != "11-Б" {
			t.Errorf("%+v", g)
		}
	})
	t.Run("F-14 afterwards there is nothing to fill, and the list brings the others", func(t *testing.T) {
		ids, err := r.Roster.Import(desktest.Ctx, read)
		if err != nil || len(ids) != 1 || read.Count(roster.Fills) != 0 {
			t.Errorf("%v, %v, %d fill", ids, err, read.Count(roster.Fills))
		}
	})
	desktest.Sound(t, r)
}

// F-14, KG-033: what is somebody else's fills nobody's field, and is told of.
func TestRosterFillsNothingOfOthers(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Бакыт", "phone=0555000101")
	desktest.MustAdd(t, r, "surname=Усупова", "given_name=Айгүл", "phone=0555000102", "document_kind=passport", "document_series=AN", "document_number=1234567")
	read, err := r.Roster.Read(desktest.Ctx, "list.csv", []byte("ФИО;Телефон;Паспорт\nАсанов Бакыт;0555000101;AN1234567\n"), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if row := read.Rows[0]; row.Outcome != roster.Duplicate || len(row.Problems) == 0 || row.Problems[len(row.Problems)-1].Rule != "differs" {
		t.Errorf("%s, %+v", row.Outcome, row.Problems)
	}
	if filled, err := r.Roster.Fill(desktest.Ctx, read); len(filled.Names) > 0 || desktest.MustFind(t, r, id).Document.Number != "" {
		t.Errorf("filled of %v, %v", filled.Names, err)
	}
}

// F-14: a row in doubt fills nothing before a person has looked at it, and what was typed since
// the list was read stays.
func TestRosterFillsNothingInDoubtNorTypedSince(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Бакыт", "phone=0555000101")
	const list = "ФИО;Телефон;Класс;Примечание\nАсанов Бакыт;0555000101;11-А;выбыл\n"
	read, err := r.Roster.Read(desktest.Ctx, "list.csv", []byte(list), roster.Options{})
	if err != nil || read.Count(roster.Doubtful) != 1 || read.Values() != 0 {
		t.Fatalf("%v, %+v", err, read.Rows)
	}
	read, err = r.Roster.Read(desktest.Ctx, "list.csv", []byte(list), roster.Options{Take: []string{roster.TakeAll}})
	if err != nil || read.Values() != 1 {
		t.Fatalf("%v, %+v", err, read.Rows)
	}
	desktest.Set(t, r, id, "class=11-Б")
	if filled, err := r.Roster.Fill(desktest.Ctx, read); err != nil || len(filled.Names) > 0 || desktest.MustFind(t, r, id).Class != "11-Б" {
		t.Errorf("filled of %v, %v, class %q", filled.Names, err, desktest.MustFind(t, r, id).Class)
	}
}

// A column «Індекс» of a list with addresses is the postal code.
func TestThePostalCodeIsRecognised(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	file := preview(t, r, "ПІБ;Клас;Індекс;Вулиця\nПетренко Олена Іванівна;11-А;61000;вул. Садова\n")
	if got := file.Sheets[0].Fields; !slices.Equal(got, []string{"full_name", "class", "postal_index", "street"}) {
		t.Fatalf("read as %q", got)
	}
	if g := chosen(t, r, file, roster.Choice{}).Rows[0].Graduate; g.Get("postal_index") != "61000" {
		t.Errorf("stored is %q", g.Get("postal_index"))
	}
}
