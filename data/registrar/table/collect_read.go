package table

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Misplaced is something in a table that cannot be taken for a value of a graduate: the
// place, as a spreadsheet names it or as the number of a line, and why.
type Misplaced struct {
	Place  string
	Reason error
}

// CollectedFile is a workbook for collecting data that came back.
type CollectedFile struct {
	Name string
	// Rows is how many graduates stand in it, Missing how many of those it was given out
	// with do not: nothing becomes of these.
	Rows, Missing int
	Proposals     []Proposed
	Problems      []Misplaced
	// Unread are columns that somebody has added.
	Unread []roster.SkippedPart
}

// ReadCollection reads a workbook that [Desk.SaveCollection] gave out and somebody
// has filled in, however its rows and columns were moved, and proposes the cells that
// were changed. Nothing is changed before [Desk.TakeProposed]. A file that is none of
// ours is collect.not_ours, one of another registry collect.other_registry.
func (d *Desk) ReadCollection(ctx context.Context, name string, content []byte) (*CollectedFile, error) {
	return registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (*CollectedFile, error) {
		name = filepath.Base(name)
		read, err := roster.ReadCollection(ctx, name, content)
		if err != nil {
			return nil, err
		}
		if read.Registry != v.ID() {
			return nil, data.Fail("collect.other_registry", data.Args{"file": name})
		}
		file := &CollectedFile{Name: name, Unread: read.Unread}
		columns, before := givenOut(read)
		words := newReader(v, read.Date1904, columns)
		file.Proposals = propose(v, collectedCells(v, file, read), words)
		words.markMoved(file.Proposals, before)
		return file, nil
	})
}

// givenOut are all cells by their fields, and whose each value was when the workbook was
// given out.
func givenOut(read *roster.Collected) (columns map[string][]string, before stood) {
	columns, before = map[string][]string{}, stood{}
	for i := range read.Rows {
		for _, c := range read.Rows[i].Cells {
			columns[c.Field] = append(columns[c.Field], c.Typed)
		}
	}
	for id, given := range read.Given {
		for field, value := range given.Stored {
			before.add(field, value, id)
		}
	}
	return columns, before
}

// collectedCells are the cells that were changed in rows whose graduate is beyond doubt.
func collectedCells(v *registry.View, file *CollectedFile, read *roster.Collected) []Cell {
	read.Rows = withoutCopies(read.Rows)
	places := map[string][]string{}
	for _, row := range read.Rows {
		places[row.ID] = append(places[row.ID], row.Place)
	}
	var cells []Cell
	for i := range read.Rows {
		row := &read.Rows[i]
		given := read.Given[row.ID]
		if reason := misplaced(v, row, given, places[row.ID]); reason != nil {
			file.Problems = append(file.Problems, Misplaced{row.Place, reason})
			continue
		}
		if row.ClassPlace != "" && !sameWords(row.Class, given.Class) {
			file.Problems = append(file.Problems, Misplaced{row.ClassPlace, data.Fail("collect.class_changed", data.Args{"name": given.Name})})
		}
		if reason := leaves(row, given); reason != nil {
			file.Problems = append(file.Problems, Misplaced{row.Place, reason})
		}
		file.Rows++
		cells = append(cells, changedCells(v, row, given)...)
	}
	for id := range read.Given {
		if len(places[id]) == 0 {
			file.Missing++
		}
	}
	return cells
}

// withoutCopies are the rows without those that say the same as another one of the graduate, as
// those of a sheet that was copied.
func withoutCopies(rows []roster.CollectedRow) []roster.CollectedRow {
	said := func(row roster.CollectedRow) string {
		text := row.Class + "\x00" + row.Name
		for _, c := range row.Cells {
			text += fmt.Sprintf("\x00%s\x00%s\x00%t", c.Field, c.Typed, c.Unsaved)
		}
		return text
	}
	first, kept := map[string]string{}, rows[:0]
	for _, row := range rows {
		if before, again := first[row.ID]; again && row.ID != "" && before == said(row) {
			continue
		}
		first[row.ID] = said(row)
		kept = append(kept, row)
	}
	return kept
}

// leaves says that somebody has noted of a graduate, or shown by striking the name out, that
// it is one no more.
func leaves(row *roster.CollectedRow, given roster.GivenRow) error {
	switch {
	case row.Left != "":
		return data.Fail("collect.left", data.Args{"name": given.Name, "value": row.Left})
	case row.Struck:
		return data.Fail("collect.struck", data.Args{"name": given.Name})
	}
	return nil
}

// unseen says why somebody must look at a cell before it is taken: nobody sees it in the
// workbook, or it is struck out, or was made one with others.
func unseen(row *roster.CollectedRow, c roster.CollectedCell) error {
	switch {
	case row.Hidden || c.Hidden:
		return data.Fail("proposals.hidden", nil)
	case row.Struck || c.Struck:
		return data.Fail("proposals.struck", nil)
	case c.Merged:
		return data.Fail("proposals.merged", data.Args{"value": data.Shorten(c.Typed)})
	}
	return nil
}

// misplaced says why it is not sure whose row this is.
func misplaced(v *registry.View, row *roster.CollectedRow, given roster.GivenRow, places []string) error {
	switch {
	case row.ID == "":
		return data.Fail("collect.no_id", data.Args{"name": row.Name})
	case given.Stored == nil:
		return data.Fail("collect.unknown_id", data.Args{"id": row.ID, "name": row.Name})
	case len(places) > 1:
		other := places[slices.IndexFunc(places, func(p string) bool { return p != row.Place })]
		return data.Fail("collect.twice", data.Args{"name": given.Name, "other": other})
	case v.Lookup(row.ID) == nil:
		return data.Fail("collect.gone", data.Args{"name": given.Name})
	case row.NamePlace != "" && data.SearchKey(row.Name) != data.SearchKey(given.Name):
		return data.Fail("collect.other_name", data.Args{"name": row.Name, "given": given.Name})
	}
	return nil
}

// changedCells are the cells that say something else than they did when they were given
// out, in the order of the form.
func changedCells(v *registry.View, row *roster.CollectedRow, given roster.GivenRow) []Cell {
	say := words(v)
	var cells []Cell
	for _, c := range row.Cells {
		seen, known := given.Stored[c.Field]
		if !known || !c.Unsaved && sameWords(c.Typed, inWords(say, v.Campaign().Words(c.Field, seen))) {
			continue
		}
		cells = append(cells, Cell{Graduate: row.ID, Place: c.Place, Field: c.Field, Typed: c.Typed, Seen: seen, Known: true, Unsaved: c.Unsaved, Day: c.Day, Truth: c.Truth, Doubt: unseen(row, c)})
	}
	fields := v.Campaign().AllFields()
	place := func(c Cell) int {
		return slices.IndexFunc(fields, func(f *campaign.Field) bool { return f.Code == c.Field })
	}
	slices.SortStableFunc(cells, func(a, b Cell) int { return place(a) - place(b) })
	return cells
}
