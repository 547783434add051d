package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// blockStarts finds tables that stand side by side: the header of the name comes
// again, and the headers before it too, or people are named in other words behind a gap. It
// returns where the second block and the further ones begin.
func blockStarts(columns []Column) []int {
	if starts := otherBlocks(columns); len(starts) > 0 {
		return starts
	}
	var names []int
	for i, c := range columns {
		if c.Field != FieldFullName && c.Field != data.FieldSurname {
			continue
		}
		if len(names) == 0 || headKey(c) == headKey(columns[names[0]]) || ofBoysAndGirls(c, columns[names[0]]) {
			names = append(names, i)
		}
	}
	if len(names) < 2 {
		return nil
	}
	before := 0
	for repeats(columns, names, before+1) {
		before++
	}
	var starts []int
	for k, name := range names[1:] {
		start := name - before
		if before == 0 {
			start = blockStart(columns, names[k], name)
		}
		starts = append(starts, start)
	}
	return starts
}

// otherBlocks finds tables side by side of which the headers differ: «ПІБ», and behind an empty
// column or running numbers «Прізвище», «Ім’я». Each names people in full, or is no table.
func otherBlocks(columns []Column) []int {
	var starts []int
	from, differ := 0, false
	for i := 1; i < len(columns); i++ {
		if !namesFull(columns, i) || rankOf(columns[i].Header) == rankOther {
			continue
		}
		start := i
		if before := columns[i-1]; before.Field == columnOrdinal || before.ordinal {
			start--
		} else if before.Header != "" {
			continue
		}
		first := nameIndex(columns[from:start])
		if first < 0 || !namesFull(columns, from+first) {
			continue
		}
		differ = differ || headKey(columns[from+first]) != headKey(columns[i])
		starts, from = append(starts, start), start
	}
	if !differ {
		return nil
	}
	return starts
}

// nameIndex is the first column of surnames or full names, -1 for none.
func nameIndex(columns []Column) int {
	return slices.IndexFunc(columns, func(c Column) bool { return c.Field == FieldFullName || c.Field == data.FieldSurname })
}

// namesFull reports that a column names people in full: by itself, or with the given names right
// behind it.
func namesFull(columns []Column, i int) bool {
	if columns[i].Field == FieldFullName {
		return true
	}
	behind := i + 1
	return columns[i].Field == data.FieldSurname && behind < len(columns) && (columns[behind].Field == data.FieldGivenName || columns[behind].Field == FieldGivenPatronymic)
}

// ofBoysAndGirls reports that two columns name boys and girls, in whatever words.
func ofBoysAndGirls(a, b Column) bool { return a.sex != "" && b.sex != "" && a.sex != b.sex }

// blockStart is where a block begins whose columns stand in another order than those of the
// first: at its running numbers, or behind the gap before it.
func blockStart(columns []Column, before, name int) int {
	for i := name - 1; i > before; i-- {
		switch c := columns[i]; {
		case c.Field == columnOrdinal || c.ordinal:
			return i
		case c.Header == "":
			return i + 1
		}
	}
	return name
}

// repeats reports that the same header stands so many columns before every name.
func repeats(columns []Column, names []int, before int) bool {
	for k, name := range names {
		at := name - before
		if at < 0 || k > 0 && at <= names[k-1] || columns[at].Header == "" || headKey(columns[at]) != headKey(columns[names[0]-before]) {
			return false
		}
	}
	return true
}

// bounds cut the columns of a layout at the starts of its blocks.
func (l *Layout) bounds() []int {
	end := len(l.Columns)
	if l.to > 0 {
		end = min(end, l.to)
	}
	return append(append([]int{l.from}, l.blocks...), end)
}

// split makes a layout of each of the tables that stand side by side.
func (l *Layout) split() []*Layout {
	if len(l.blocks) == 0 {
		return []*Layout{l}
	}
	bounds := l.bounds()
	var blocks []*Layout
	for k := range len(bounds) - 1 {
		block := *l
		block.blocks, block.from, block.to = nil, bounds[k], bounds[k+1]
		block.Columns = make([]Column, len(l.Columns))
		for i := range l.Columns {
			if block.Columns[i] = (Column{Index: i, Ignored: true}); i >= block.from && i < block.to || slices.Contains(l.shared, i) {
				block.Columns[i] = l.Columns[i]
			}
		}
		block.names = l.nameColumns()
		block.doubtful = k < len(l.kin) && l.kin[k]
		if k < len(l.classes) {
			block.Class = l.classes[k]
		}
		blocks = append(blocks, &block)
	}
	return blocks
}

// own are the cells of a line that lie in the block, at their places.
func (l *Layout) own(cells []string) []string {
	if l.to == 0 {
		return cells
	}
	own := make([]string, min(len(cells), l.to))
	if l.either && l.ofOther(cells) {
		return own
	}
	if l.from < len(own) {
		copy(own[l.from:], cells[l.from:])
	}
	for _, i := range l.shared {
		if cell := at(cells, i); cell != "" {
			own = append(own, make([]string, max(i+1-len(own), 0))...)
			own[i] = cell
		}
	}
	return own
}

// tellRelatives tells a second column of names under the header of the first, «ПІБ» and
// «ПІБ», by its cells: tables side by side hold other people, parents' columns the same
// surnames row by row. Where the cells do not tell, the rows of the second are in doubt.
func (l *Layout) tellRelatives() {
	bounds := l.bounds()
	var starts []int
	l.kin = []bool{false}
	for k := 1; k+1 < len(bounds); k++ {
		from, to := bounds[k], bounds[k+1]
		switch related := l.relation(bounds[0], bounds[1], from, to); related {
		case areRelatives:
			l.ofRelatives(bounds[0], from, to)
		default:
			starts = append(starts, from)
			l.kin = append(l.kin, related == mayBeRelatives)
		}
	}
	l.blocks = starts
}

// relation compares the block between two columns with the first one. Parents are not
// counted, and in no class: a block with running numbers or with a class is a table.
func (l *Layout) relation(first, end, from, to int) relationship {
	var pairs []pair
	for _, line := range l.top() {
		pairs = append(pairs, pair{l.nameIn(line.Cells, first, end), l.nameIn(line.Cells, from, to)})
	}
	same := l.sameHeaders(first, end, from, to)
	found := relationOf(pairs, !same)
	switch {
	case l.sexIn(first, end) != "" && l.sexIn(from, to) != "", l.counted(from, to) || l.classed(from, to) || l.titled(first, end, from, to):
		return areStrangers
	case found == areStrangers && (!same || l.counted(first, end) && !l.numbersIn(from-1)):
		return mayBeRelatives
	}
	return found
}

// nameIn is the name that a line has between two columns.
func (l *Layout) nameIn(cells []string, from, to int) string {
	var parts []string
	for _, c := range l.Columns[from:to] {
		if cell := at(cells, c.Index); cell != "" && isNamePart(c.Field) {
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, " ")
}

func (l *Layout) counted(from, to int) bool {
	for _, c := range l.Columns[from:to] {
		if c.ordinal {
			return true
		}
	}
	return false
}

// numbersIn reports that a column without a title holds running numbers.
func (l *Layout) numbersIn(column int) bool {
	return l.Columns[column].Header == "" && all(l.top(), column, func(cell string) bool { return data.AllDigits(strings.TrimRight(cell, ".) ")) })
}

func (l *Layout) classed(from, to int) bool {
	return slices.ContainsFunc(l.Columns[from:to], func(c Column) bool { return c.Field == data.FieldClass })
}

// titled reports that another class stands over each of two blocks; one title may stand
// anywhere over a table.
func (l *Layout) titled(first, end, from, to int) bool {
	class, other := l.titleClass(Rules{}, first, end), l.titleClass(Rules{}, from, to)
	return class != "" && other != "" && class != other
}

// sameHeaders reports that two blocks have the same headers, running numbers aside.
func (l *Layout) sameHeaders(first, end, from, to int) bool {
	headers := func(columns []Column) string {
		var all []string
		for _, c := range columns {
			if c.Header != "" && !c.ordinal {
				all = append(all, squeeze(c.Header))
			}
		}
		return strings.Join(all, "|")
	}
	return headers(l.Columns[first:end]) == headers(l.Columns[from:to])
}

// ofRelatives takes the columns of a block for those of parents: their telephone is read
// for want of the own one.
func (l *Layout) ofRelatives(first, from, to int) {
	phone := false
	for _, c := range l.Columns[first:from] {
		phone = phone || c.Field == data.FieldPhone
	}
	for i := from; i < to; i++ {
		c := &l.Columns[i]
		if c.Field == data.FieldPhone && !phone {
			c.parents, phone = true, true
			continue
		}
		c.Field, c.known = "", c.Field != ""
	}
}
