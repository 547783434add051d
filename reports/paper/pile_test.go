package paper

import (
	"slices"
	"strconv"
	"testing"
)

// piled are strips of so many mm; those named keep to the next one.
func piled(heights []float64, keeps ...int) *Pile {
	p := &Pile{}
	for i, height := range heights {
		p.Add(height, func(float64) {})
		if slices.Contains(keeps, i) {
			p.KeepLast()
		}
	}
	return p
}

func TestPages(t *testing.T) {
	for name, c := range map[string]struct {
		pile *Pile
		want []Span
	}{
		"all on one page":                          {piled([]float64{40, 40, 20}), []Span{{0, 3}}},
		"what does not fit begins a page":          {piled([]float64{40, 40, 30}), []Span{{0, 2}, {2, 3}}},
		"a strip goes with the one it keeps":       {piled([]float64{40, 40, 30}, 1), []Span{{0, 1}, {1, 3}}},
		"several that keep go together":            {piled([]float64{40, 20, 20, 30}, 1, 2), []Span{{0, 1}, {1, 4}}},
		"more than a page is divided all the same": {piled([]float64{40, 40, 40, 40}, 0, 1, 2), []Span{{0, 1}, {1, 2}, {2, 4}}},
	} {
		if got := c.pile.Pages(0, 0, 100); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestKeepEnds(t *testing.T) {
	p := piled([]float64{70, 20, 20, 20, 20})
	p.KeepEnds(4, 3)
	if got := p.Pages(0, 0, 100); !slices.Equal(got, []Span{{0, 1}, {1, 5}}) {
		t.Errorf("the first of four is alone: %v", got)
	}
}

// rowsOf is a table of one column, each row of it one line.
func rowsOf() *Table {
	return &Table{Head: Serif.Sized(10), Body: Serif.Sized(10), Floor: 7,
		Columns: []Column{{Title: "з/п", Width: 20, Cell: strconv.Itoa}}}
}

func TestTableKeepsTwoRowsWithWhatFollows(t *testing.T) {
	table := rowsOf()
	height := table.Header().Height
	for rows, want := range map[int][]Span{1: {{0, 3}}, 5: {{0, 4}, {4, 7}}, 9: {{0, 8}, {8, 11}}} {
		p := &Pile{}
		if i := table.AddTo(p, New("", Serif), rows, 100); i >= 0 {
			t.Fatalf("row %d is too high", i)
		}
		p.Add(height, func(float64) {})
		page := float64(rows+1)*height + height/2 // everything but what follows
		if rows == 1 {
			page = 100
		}
		if got := p.Pages(0, 0, page); !slices.Equal(got, want) {
			t.Errorf("%d rows: %v, want %v", rows, got, want)
		}
	}
}

func TestTableRefusesARowThatNoPageHolds(t *testing.T) {
	table := rowsOf()
	if i := table.AddTo(&Pile{}, New("", Serif), 3, table.Header().Height); i != 0 {
		t.Errorf("row %d", i)
	}
}
