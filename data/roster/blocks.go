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
	for _, name := range names[1:] {
		starts = append(starts, name-before)
	}
	return starts
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
