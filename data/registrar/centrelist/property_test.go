package centrelist_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/desktest"
)

var surnames, given = []string{"Бондар", "Бондарь", "Гриценко", "Лис"}, []string{"Ян", "Яна", "Іван"}

// Whatever a list says, nobody is lost: each of its rows is told of, and everybody of the registry is
// one of a row, may be, or is missing there. What is taken by itself can be written, and soon nothing
// is left to take: a number that was another's is free once that one has got the own.
func TestNobodyIsLostInAList(t *testing.T) {
	rapid.Check(t, func(x *rapid.T) {
		r := desktest.MustCreate(t, "zno-2020")
		defer r.Close()
		for i, surname := range surnames[:3] {
			for k, name := range given[:2] {
				desktest.MustAdd(t, r, "surname="+surname, "given_name="+name, "class=11-А", fmt.Sprintf("birth_date=2003-01-%02d", 1+3*i+k), fmt.Sprintf("card_number=10000%d%d", i, k))
			}
		}
		lines := drawnLines(x)
		l, err := r.CentreList.Read(desktest.Ctx, "x.xlsx", list(x, header, lines...), centrelist.Options{})
		if err != nil {
			x.Fatal(err)
		}
		checkNobodyLost(x, r, l, len(lines))
		for range len(lines) + 1 {
			if _, err := r.CentreList.Write(desktest.Ctx, l); err != nil {
				x.Fatalf("what is proposed by itself cannot be written: %v", err)
			}
			if l, err = r.CentreList.Judge(l); err != nil {
				x.Fatal(err)
			}
			checkNobodyLost(x, r, l, len(lines))
		}
		if numbers, values, added := l.Writes(); numbers+values+added > 0 {
			x.Fatalf("%d numbers are to be taken again and again: %v", numbers, told(l))
		}
		desktest.Sound(t, r)
	})
}

// drawnLines are rows of a list about some who are there and some who are not.
func drawnLines(t *rapid.T) (lines [][]string) {
	for i := range rapid.IntRange(1, 7).Draw(t, "rows") {
		number := rapid.SampledFrom([]string{"", "12", "1000000", "1000010", "1000099", "2000000"}).Draw(t, "number")
		subjects := rapid.SampledFrom([]string{"", "Фізика", "Фізика (ДПА), Хімія", "Інформатика"}).Draw(t, "subjects")
		lines = append(lines, []string{fmt.Sprint(i + 1), rapid.SampledFrom(surnames).Draw(t, "surname"), rapid.SampledFrom(given).Draw(t, "given"), "", number, subjects})
	}
	return lines
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
