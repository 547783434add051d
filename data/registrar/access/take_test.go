package access

import (
	"slices"
	"testing"

	"graduand/data/roster"
)

// F-14: a person names the rows that are taken as they were read; a row that is not there is
// refused, and one that is not in doubt stays what it is.
func TestTakeTheRowsThatWereNamed(t *testing.T) {
	for _, c := range []struct {
		take     []string
		doubtful []bool
		fails    bool
	}{
		{nil, []bool{true, true, false, true}, false},
		{[]string{"2"}, []bool{false, true, false, false}, false},
		{[]string{"11-Б!2"}, []bool{true, true, false, false}, false},
		{[]string{"3", "4"}, []bool{true, false, false, true}, false},
		{[]string{roster.TakeAll}, []bool{false, false, false, false}, false},
		{[]string{"9"}, []bool{true, true, false, true}, true},
		{[]string{"11-В!2"}, []bool{true, true, false, true}, true},
	} {
		row := func(sheet string, number int, doubtful bool) ImportRow {
			return ImportRow{AccessRow: roster.AccessRow{Sheet: sheet, Number: number}, Graduate: "g", Doubtful: doubtful}
		}
		read := &Import{Rows: []ImportRow{row("11-А", 2, true), row("11-А", 3, true), row("11-А", 4, false), row("11-Б", 2, true)}, Accepted: 1, Doubtful: 3}
		err := read.Take(c.take)
		var doubtful []bool
		n := 0
		for _, row := range read.Rows {
			if doubtful = append(doubtful, row.Doubtful); row.Doubtful {
				n++
			}
		}
		if !slices.Equal(doubtful, c.doubtful) || read.Doubtful != n || read.Accepted != 4-n || (err != nil) != c.fails {
			t.Errorf("taking %q: %v, %d doubtful, %d accepted, %v", c.take, doubtful, read.Doubtful, read.Accepted, err)
		}
	}
}
