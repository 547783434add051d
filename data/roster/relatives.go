package roster

import (
	"strings"

	"graduand/data"
)

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

// relationship is what the names of two blocks say of each other.
type relationship int

const (
	areStrangers relationship = iota
	mayBeRelatives
	areRelatives
)

// relation compares the block between two columns with the first one. Parents are not
// counted: a block with running numbers is a table.
func (l *Layout) relation(first, end, from, to int) relationship {
	alike, both, repeated, last := 0, 0, 0, ""
	for _, line := range l.top() {
		name, other := l.nameIn(line.Cells, first, end), l.nameIn(line.Cells, from, to)
		if other == "" {
			continue
		}
		if other == last {
			repeated++
		}
		last = other
		if name == "" {
			continue
		}
		if both++; areAkin(name, other) {
			alike++
		}
	}
	switch {
	case l.counted(from, to):
		return areStrangers
	case both > 0 && 2*alike >= both, both > 1 && repeated == both-1:
		return areRelatives
	case alike > 0 || !l.sameHeaders(first, end, from, to) || l.counted(first, end) && l.Columns[from-1].Header != "":
		return mayBeRelatives
	}
	return areStrangers
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

// areAkin reports that two full names share a surname, or that one is of the father's name
// of the other.
func areAkin(name, other string) bool {
	surnames, father := surnameWords(name)
	others, _ := surnameWords(other)
	for _, a := range surnames {
		for _, b := range others {
			if isOneSurname(a, b) {
				return true
			}
		}
	}
	for _, word := range strings.Fields(strings.ToLower(other)) {
		if stem := strings.TrimRight(word, "йяаоь"); father != "" && isGiven(word) && len(stem) >= len("ілл") && strings.HasPrefix(father, stem) {
			return true
		}
	}
	return false
}

// surnameWords are the words of a full name that are neither a known given name nor a
// father's name, and the father's name.
func surnameWords(name string) (words []string, father string) {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		switch {
		case sexOfPatronymic(word) != "":
			father = word
		case !isGiven(word):
			words = append(words, word)
		}
	}
	return words, father
}

// isOneSurname compares surnames without the endings of a man and a woman.
func isOneSurname(a, b string) bool {
	first, second := []rune(a), []rune(b)
	n := 0
	for n < len(first) && n < len(second) && first[n] == second[n] {
		n++
	}
	return a == b || n >= 3 && n >= min(len(first), len(second))-2
}
