package phone

import (
	"strings"

	"graduand/data"
	"graduand/data/pattern"
)

// part is one number of a text with the words before and behind it.
type part struct{ before, digits, behind string }

// words of a text with numbers: in brackets, or between digits.
var wording = pattern.New(`\([^()\d]*\p{L}[^()\d]*\)?|[^\d+(]*\p{L}[^\d+(]*`)

// leastDigits is how many digits make a number of its own beside another.
const leastDigits = 9

// parts cuts a text where signs or words part its numbers.
func parts(s string) []part {
	var all []part
	for _, piece := range between.Split(s, -1) {
		if lettered(piece) {
			all = append(all, part{digits: strings.TrimSpace(piece)})
			continue
		}
		if several := worded(piece); several != nil {
			all = append(all, several...)
			continue
		}
		one := part{digits: piece}
		for _, at := range beside.FindAllStringIndex(piece, -1) {
			if note := piece[at[0]:at[1]]; at[0] == 0 && !strings.HasPrefix(note, "(") {
				one.before = joined(one.before, note)
			} else {
				one.behind = joined(one.behind, note)
			}
		}
		one.digits = strings.TrimSpace(beside.ReplaceAllString(piece, ""))
		all = append(all, one)
	}
	return all
}

// worded cuts a text in which nothing but words part the numbers; nil for one of fewer than
// two. Whether they stand before their numbers or behind them, the ends of the text tell;
// where neither has any, the words between may belong to both.
func worded(s string) []part {
	notes := wording.FindAllStringIndex(s, -1)
	var all []part
	first, from := "", 0
	for i, at := range append(notes, []int{len(s), len(s)}) {
		digits, note := s[from:at[0]], s[at[0]:at[1]]
		from = at[1]
		switch {
		case len(onlyDigits(digits)) >= leastDigits:
			all = append(all, part{digits: strings.TrimSpace(digits), behind: joined("", note)})
		case onlyDigits(digits) != "":
			return nil
		case len(all) > 0:
			all[len(all)-1].behind = joined(all[len(all)-1].behind, note)
		case i == 0:
			first = joined("", note)
		}
	}
	if len(all) < 2 {
		return nil
	}
	shift(all, first)
	return all
}

// shift gives the words to their numbers: they have been noted behind.
func shift(all []part, first string) {
	last := len(all) - 1
	switch {
	case first != "":
		for i := last; i > 0; i-- {
			all[i].before = all[i-1].behind
			if i < last {
				all[i].behind = ""
			}
		}
		all[0].before, all[0].behind = first, ""
	case all[last].behind == "":
		for i := last; i > 0; i-- {
			all[i].before = all[i-1].behind
		}
	}
}

// joined adds a note without the signs around it.
func joined(notes, note string) string {
	note = strings.Trim(strings.NewReplacer("(", " ", ")", " ").Replace(note), " :.,–—-\t")
	return data.OneLine(notes + " " + note)
}
