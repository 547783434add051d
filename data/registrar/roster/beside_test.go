package roster_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
)

// besideLayouts are headers of two tables side by side: what stands over them, the columns of
// each, and whether the column behind them is of both.
var besideLayouts = []struct {
	over    string
	columns [2][]string
	shared  string
}{
	{"", [2][]string{{"№", "ПІБ", "Телефон", "Дата народження", "Примітка"}, {"№", "ПІБ", "Телефон", "Дата народження", "Примітка"}}, ""},
	{"11-А клас;;;;;11-Б клас", [2][]string{{"№", "ПІБ", "Телефон", "Дата народження", "Примітка"}, {"№", "ПІБ", "Телефон", "Дата народження", "Примітка"}}, ""},
	{"Хлопці;;;;Дівчата", [2][]string{{"ПІБ", "Телефон", "Дата народження", "Примітка"}, {"ПІБ", "Телефон", "Дата народження", "Примітка"}}, ""},
	{"", [2][]string{{"№", "Юноши", "Телефон"}, {"№", "Девушки", "Телефон"}}, ""},
	{"", [2][]string{{"№", "Хлопці"}, {"№", "Дівчата"}}, "Клас"},
}

var (
	besideSurnames = strings.Fields("Гук Сич Лис Бук Жук Крук Грач Дрозд Орел Кіт Їжак Рак Сом Лин Карась Щука")
	boysNames      = strings.Fields("Іван Петро Павло Назар Марко Ярема")
	girlsNames     = strings.Fields("Уляна Олена Ганна Ірина Марта Софія")
)

// besideList is a random list of two tables side by side, with people of whom some are in doubt.
func besideList(r *rand.Rand) string {
	layout, surnames := besideLayouts[r.IntN(len(besideLayouts))], slices.Clone(besideSurnames)
	r.Shuffle(len(surnames), func(i, k int) { surnames[i], surnames[k] = surnames[k], surnames[i] })
	header := slices.Concat(layout.columns[0], layout.columns[1])
	if layout.shared != "" {
		header = append(header, layout.shared)
	}
	lines := []string{strings.Join(header, ";")}
	if layout.over != "" {
		lines = append([]string{layout.over}, lines...)
	}
	most := 2 + r.IntN(5)
	for i := range most {
		var cells []string
		for k, columns := range layout.columns {
			there := i < 2 || r.IntN(5) > 0
			for _, column := range columns {
				cells = append(cells, "")
				if there {
					cells[len(cells)-1] = besideCell(r, column, i, k, surnames)
				}
			}
		}
		if layout.shared != "" {
			cells = append(cells, "11-А")
		}
		lines = append(lines, strings.Join(cells, ";"))
	}
	return strings.Join(lines, "\n") + "\n"
}

func besideCell(r *rand.Rand, column string, i, k int, surnames []string) string {
	switch column {
	case "№":
		return fmt.Sprint(i + 1)
	case "Телефон":
		return pickOne(r, fmt.Sprintf("+38050111%d%d%02d", k+1, i, r.IntN(100)), "", "050111")
	case "Дата народження":
		return pickOne(r, "15.05.2003", "", "33.05.2003")
	case "Примітка":
		return pickOne(r, "", "", "вибув")
	}
	given := [][]string{boysNames, girlsNames}[k]
	return surnames[2*i+k] + " " + given[i] // nobody resembles anybody
}

func pickOne[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// TestWhoStandsBesideIsLeftAlone: what a person says of one of two people in a line is said of
// nobody else (F-14, F-18, KG-033).
func TestWhoStandsBesideIsLeftAlone(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	for n := range uint64(60) {
		random := rand.New(rand.NewPCG(2026, n))
		list := besideList(random)
		file := preview(t, r, list)
		before := chosen(t, r, file, roster.Choice{})
		for i := range before.Rows {
			row := &before.Rows[i]
			for name, c := range sayings(row) {
				mustConcernOne(t, fmt.Sprintf("list %d, row %s %s:\n%s", n, row.At(), name, list), before, chosen(t, r, file, c), row)
			}
			mustTakeOne(t, r, list, before, row)
		}
	}
}

// sayings are what a person may say of a row.
func sayings(row *roster.Row) map[string]roster.Choice {
	said := map[string]roster.Choice{
		"taken":    {Decided: map[roster.RowPlace]roster.Decision{row.Place(): roster.Take}},
		"left out": {Decided: map[roster.RowPlace]roster.Decision{row.Place(): roster.Leave}},
	}
	texts := map[string]string{"full_name": "Верба Оксана", data.FieldPhone: "+380501119999", data.FieldBirthDate: "17.05.2003"}
	for _, c := range row.Columns() {
		if text := texts[c.Field]; text != "" {
			said["mended "+c.Field] = roster.Choice{Cells: map[roster.Cell]string{{Sheet: row.Sheet, Row: row.Number, Column: c.Index}: text}}
		}
	}
	return said
}

func mustConcernOne(t *testing.T, when string, before, after *roster.Roster, of *roster.Row) {
	t.Helper()
	if len(after.Rows) != len(before.Rows) {
		t.Fatalf("%s: %d people, before %d", when, len(after.Rows), len(before.Rows))
	}
	for i := range before.Rows {
		was, is := &before.Rows[i], &after.Rows[i]
		same := was.Outcome == is.Outcome && reflect.DeepEqual(was.Graduate, is.Graduate) && reflect.DeepEqual(was.Problems, is.Problems)
		if was.Place() != of.Place() && !same {
			t.Fatalf("%s: row %s is %s %s %v, was %s %s %v", when, is.At(), is.Graduate.FullName(), is.Outcome, is.Problems, was.Graduate.FullName(), was.Outcome, was.Problems)
		}
	}
}

// mustTakeOne takes one person in doubt as the command line does.
func mustTakeOne(t *testing.T, r *registrar.Registrar, list string, before *roster.Roster, row *roster.Row) {
	t.Helper()
	read, err := r.Roster.Read(desktest.Ctx, "list.csv", []byte(list), roster.Options{Take: []string{row.At()}})
	if err != nil {
		t.Fatal(err)
	}
	mustConcernOne(t, "taking "+row.At()+" of\n"+list, before, read, row)
	for i := range read.Rows {
		if is := &read.Rows[i]; (is.Decided == roster.Take) != (is.Place() == row.Place()) {
			t.Fatalf("taking %s, taken %s %v of\n%s", row.At(), is.At(), is.Decided, list)
		}
	}
}
