package centrelist_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/desktest"
)

// Whatever a list says, nobody is lost: each of its rows is told of, and everybody of the registry is
// one of a row, may be, or is missing there. What is taken over by itself is taken over once.
func TestNobodyIsLostInAList(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	surnames, given := []string{"Бондар", "Бондарь", "Гриценко", "Лис"}, []string{"Ян", "Яна", "Іван"}
	for i, surname := range surnames[:3] {
		for k, name := range given[:2] {
			desktest.MustAdd(t, r, "surname="+surname, "given_name="+name, "class=11-А", fmt.Sprintf("birth_date=2003-01-%02d", 1+3*i+k), fmt.Sprintf("card_number=10000%d%d", i, k))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		var lines [][]string
		for i := range rapid.IntRange(1, 7).Draw(t, "rows") {
			number := rapid.SampledFrom([]string{"", "12", "1000000", "1000010", "1000099", "2000000"}).Draw(t, "number")
			subjects := rapid.SampledFrom([]string{"", "Фізика", "Фізика (ДПА), Хімія", "Інформатика"}).Draw(t, "subjects")
			lines = append(lines, []string{fmt.Sprint(i + 1), rapid.SampledFrom(surnames).Draw(t, "surname"), rapid.SampledFrom(given).Draw(t, "given"), "", number, subjects})
		}
		l, err := r.CentreList.Read(desktest.Ctx, "x.xlsx", list(t, header, lines...), centrelist.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkNobodyLost(t, r, l, len(lines))
		if _, err := r.CentreList.Write(desktest.Ctx, l); err != nil {
			t.Fatalf("what is proposed by itself cannot be written: %v", err)
		}
		if l, err = r.CentreList.Judge(l); err != nil {
			t.Fatal(err)
		}
		if numbers, values, added := l.Writes(); numbers+values+added > 0 {
			t.Fatalf("written once, %d numbers are to be taken again: %v", numbers, told(l))
		}
	})
	desktest.Sound(t, r)
}

func checkNobodyLost(t *rapid.T, r *registrar.Registrar, l *centrelist.List, rows int) {
	in, there := 0, map[string]bool{}
	for i := range l.Rows {
		row := &l.Rows[i]
		there[row.Graduate] = true
		if row.In() {
			in++
		}
		for _, p := range row.Persons {
			there[p.ID] = true
		}
		if row.Kind == centrelist.Doubtful && len(row.Doubts) == 0 {
			t.Fatalf("in doubt for no reason: %v", told(l))
		}
	}
	people, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, person := range people {
		if !there[person.Graduate.ID] {
			t.Fatalf("%s is nowhere: %v", person.Graduate.FullName(), told(l))
		}
	}
	if in+len(l.Passed) < rows {
		t.Fatalf("of %d rows %d are told of: %v", rows, in, told(l))
	}
}
