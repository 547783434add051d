package roster

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
)

// How many random class lists are written and read back, and which is the first: a list that
// failed is made again by its number. A million takes about an hour.
var (
	lists     = flag.Int("lists", 10_000, "random class lists to write and to read back")
	firstList = flag.Uint64("first-list", 0, "the number of the first of them")
)

// TestRandomLists: class lists in random layouts are read back as the same people, or every
// difference is named; nobody is lost and nobody invented (F-14).
func TestRandomLists(t *testing.T) {
	const parts = 8
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for n := *firstList + uint64(part); n < *firstList+uint64(*lists); n += parts {
				if !mustReadBack(t, n) {
					return
				}
			}
		})
	}
}

func mustReadBack(t *testing.T, n uint64) bool {
	t.Helper()
	l := invent(rand.New(rand.NewPCG(2020, n)))
	content, kind := l.file()
	book, err := workbook.Open(t.Context(), "list", content)
	must(t, err)
	r, err := readBook(t.Context(), book, l.rules, Options{})
	if err != nil {
		t.Errorf("F-14 list %d (%s): %v\n%s", n, kind, err, l)
		return false
	}
	Duplicates(r.Rows, l.rules)
	faults := append(l.compare(r.Rows), unaccounted(book, r)...)
	if len(faults) > 0 {
		t.Errorf("F-14 list %d (%s):\n%s\n%s", n, kind, strings.Join(faults, "\n"), l)
	}
	return len(faults) == 0
}

// compare finds what the rows say otherwise than the list, and without a word.
func (l *list) compare(rows []Row) []string {
	var faults []string
	found := map[*invented]*Row{}
	for i := range rows {
		row := &rows[i]
		if p := l.at(row, found); p != nil {
			found[p] = row
		} else if len(row.Problems) == 0 {
			faults = append(faults, fmt.Sprintf("row %d is nobody of the list: %s", row.Number, row.Graduate.FullName()))
		}
	}
	for _, p := range l.people {
		row := found[p]
		if row == nil {
			faults = append(faults, fmt.Sprintf("row %d is lost: %s", p.row, p.fields[data.FieldSurname]))
			continue
		}
		faults = append(faults, l.differences(p, row)...)
	}
	return faults
}

// at is the person of the list who stands in a row: of several side by side the next one.
func (l *list) at(row *Row, found map[*invented]*Row) *invented {
	for _, p := range l.people {
		if p.row == row.Number && p.sheet.name == row.Sheet && found[p] == nil {
			return p
		}
	}
	return nil
}

// sayFor are the fields of which a problem speaks of a field too.
var sayFor = map[string][]string{
	data.FieldSurname:        {FieldFullName, FieldGivenPatronymic},
	data.FieldGivenName:      {FieldFullName, FieldGivenPatronymic, data.FieldSurname},
	data.FieldPatronymic:     {FieldFullName, FieldGivenPatronymic, data.FieldSurname},
	data.FieldDocumentNumber: {FieldDocument, data.FieldDocumentSeries, data.FieldDocumentKind},
	data.FieldDocumentSeries: {FieldDocument, data.FieldDocumentNumber, data.FieldDocumentKind},
}

func (l *list) differences(p *invented, row *Row) []string {
	var faults []string
	for field, want := range p.fields {
		if got := row.Graduate.Get(field); got == want || named(row, field) {
			continue
		}
		faults = append(faults, fmt.Sprintf("row %d: %s is %q, want %q; %v", row.Number, field, row.Graduate.Get(field), want, rulesOf(*row)))
	}
	if p.unseen && !row.Doubtful() {
		faults = append(faults, fmt.Sprintf("row %d is hidden, and nobody was asked", row.Number))
	}
	return faults
}

// named reports that something was said about a field of a row.
func named(row *Row, field string) bool {
	return slices.ContainsFunc(row.Problems, func(p Problem) bool {
		return p.Field == field || slices.Contains(sayFor[field], p.Field)
	})
}

// TestManyProcessorsReadAsOne: what a line says by itself does not depend on who reads it when.
func TestManyProcessorsReadAsOne(t *testing.T) {
	defer func(usual int) { fewLines = usual }(fewLines)
	for n := range uint64(400) {
		l := invent(rand.New(rand.NewPCG(2021, n)))
		content, _ := l.file()
		var read [2][]Row
		for i, few := range []int{1 << 20, 2} {
			fewLines = few
			book, err := workbook.Open(t.Context(), "list", content)
			must(t, err)
			r, err := readBook(t.Context(), book, l.rules, Options{})
			must(t, err)
			for row := range r.Rows {
				r.Rows[row].layout = nil
			}
			read[i] = r.Rows
		}
		if !reflect.DeepEqual(read[0], read[1]) {
			t.Fatalf("list %d:\n%+v\n%+v", n, read[0], read[1])
		}
	}
}

// TestAPanicInAPart comes where the parts were asked for: reading a file is guarded there.
func TestAPanicInAPart(t *testing.T) {
	defer func() {
		if recover() != "line 77" {
			t.Error("the panic is gone")
		}
	}()
	inParts(100, func(i int) {
		if i == 77 {
			panic("line 77")
		}
	})
}
