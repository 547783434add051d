package roster

import "graduand/data"

// blockStarts finds tables that stand side by side: the header of the name comes
// again, and the headers before it too. It returns where the second block and the
// further ones begin.
func blockStarts(columns []Column) []int {
	var names []int
	for i, c := range columns {
		if c.Field != FieldFullName && c.Field != data.FieldSurname {
			continue
		}
		if len(names) == 0 || squeeze(c.Header) == squeeze(columns[names[0]].Header) {
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
		if at < 0 || k > 0 && at <= names[k-1] || columns[at].Header == "" || squeeze(columns[at].Header) != squeeze(columns[names[0]-before].Header) {
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
			if block.Columns[i] = (Column{Index: i, Ignored: true}); i >= block.from && i < block.to {
				block.Columns[i] = l.Columns[i]
			}
		}
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
	if l.from < len(own) {
		copy(own[l.from:], cells[l.from:])
	}
	return own
}
