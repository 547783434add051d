package roster

import (
	"strconv"
	"strings"
)

// skip reports that a line is nobody, and takes note of what it says instead: the
// class of the section below, or the end of the table.
func (p *parser) skip(cells []string) bool {
	if p.repeatsHeader(cells) || isNumbering(cells) {
		return true
	}
	if p.proven(cells) {
		return false
	}
	filled := 0
	for _, cell := range cells {
		if cell != "" {
			filled++
		}
	}
	if filled == 1 {
		if class, found := classInTitle(strings.Join(cells, ""), p.rules.NameScript); found && len(p.layout.Columns) > 1 {
			p.class, p.ended = class, false
			return true
		}
	}
	if isEnd(cells) {
		p.ended = true
		return true
	}
	if p.ended && filled <= 2 && p.signature(cells) {
		return true
	}
	for _, i := range p.person {
		if !absent(at(cells, i)) {
			return false
		}
	}
	return true
}

// proven reports that a line has the numbers that only a person has.
func (p *parser) proven(cells []string) bool {
	for _, i := range p.proof {
		if cell := at(cells, i); cell != "" && len(onlyDigits(cell)) >= 5 {
			return true
		}
	}
	return false
}

// signature reports that a short line below the end of the table is no graduate:
// the table has birth dates or numbers and this line none, or it has initials.
func (p *parser) signature(cells []string) bool {
	return len(p.proof) > 0 || strings.ContainsAny(strings.Join(cells, ""), "._")
}

// repeatsHeader recognises the header of a further page: the name column and all
// other filled columns but one hold header words. One word alone may be a surname.
func (p *parser) repeatsHeader(cells []string) bool {
	named := false
	for _, i := range p.name {
		named = named || p.headerWord(cells, i)
	}
	if !named {
		return false
	}
	filled, words := 0, 0
	for _, c := range p.layout.Columns {
		if at(cells, c.Index) == "" {
			continue
		}
		if filled++; p.headerWord(cells, c.Index) {
			words++
		}
	}
	return words == filled || words >= 2 && words+1 >= filled
}

func (p *parser) headerWord(cells []string, i int) bool {
	key := squeeze(at(cells, i))
	if key == "" || i >= len(p.layout.Columns) {
		return false
	}
	_, known := p.words.exact[key]
	return known || key == squeeze(p.layout.Columns[i].Header)
}

// isNumbering recognises the line «1 2 3 4 5» that official tables have under the
// header.
func isNumbering(cells []string) bool {
	last, count := 0, 0
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSuffix(cell, "."))
		if err != nil || n > maxColumns || count > 0 && n != last+1 {
			return false
		}
		last = n
		count++
	}
	return count >= 3 || count == 2 && len(cells) == 2
}

// isEnd recognises totals and signatures by the first words of a line.
func isEnd(cells []string) bool {
	for _, cell := range cells {
		if strings.Trim(cell, "0123456789.,- ") == "" {
			continue
		}
		key := ""
		for i, word := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(" \n\t:_-", r) }) {
			if key += squeeze(word); i > 2 || key == "" {
				break
			}
			if endWords[key] {
				return true
			}
		}
		return strings.HasPrefix(cell, "___")
	}
	return false
}
