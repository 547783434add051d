package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// classColumn is what the cells of the class have shown in a table, or a section of one, row by
// row. Many write a class once, in the first of its rows, and leave the cells below empty.
type classColumn struct {
	number, letter string // the texts above: the class, or its number and its letter
	// runs are the classes in their order, each with the number of the last row that has it
	// written.
	runs []classRun
	// own counts the rows with a class of their own, again those of them that repeat the one
	// above.
	own, again int
	parted     bool // see [parser.part]
	taken      []classTaken
	empty      []*Row // with nothing above
}

type classRun struct {
	class string
	last  int
	own   bool // a row has it of its own
}

// classTaken is a row that has taken its class, or the number or the letter of it, from above.
type classTaken struct {
	row    *Row
	run    int
	parted bool
	letter bool // it has a letter of its own
}

// classSource is where the class of a row stands.
type classSource int

const (
	classUnread classSource = iota // there is no column of it, or a person has emptied the cell
	classNowhere
	classOwn
	classSaid // by a person, or in a cell that was made one over several rows
	classAbove
)

// readClass reads the class of a row: in its own cells, in those that were made one with them,
// or above.
func (r *reader) readClass(c Column) {
	number, letter := at(r.line.Cells, c.Index), ""
	if r.letter >= 0 {
		letter = at(r.line.Cells, r.letter)
	}
	if isDitto(number) && !r.mended(c) {
		number = ""
	}
	if isDitto(letter) && !r.mended(c) {
		letter = ""
	}
	r.ownLetter = letter != ""
	switch own := number != "" || r.ownLetter; {
	case own && r.mended(c):
		r.source = classSaid
	case own:
		r.source = classOwn
	case r.mended(c):
		return
	default:
		r.source = classNowhere
		if number = r.merged[r.line.Number][c.Index]; number != "" {
			r.source = classSaid
		}
	}
	if r.letter >= 0 {
		number, letter = r.shared(c.Index, number), r.shared(r.letter, letter)
	}
	if whole, part := r.above.complete(number, letter, r.letter >= 0); !r.layout.classGiven && (whole != number || part != letter) {
		number, letter, r.source = whole, part, classAbove
	}
	if r.letter < 0 || !r.mended(c) { // a person writes the class in full, not its number
		r.above.number, r.above.letter = number, letter
	}
	if number == unsaved {
		r.problem(c, "", "formula_unsaved", data.SeverityError, nil)
		return
	}
	if r.letter >= 0 {
		number = withLetter(number, letter)
	}
	if number != "" {
		r.cell(c, number)
	}
}

// complete takes what is missing of a class from above, unless the table leaves the cell empty
// where it means the class of the title, or none.
func (a *classColumn) complete(number, letter string, parted bool) (string, string) {
	if len(a.empty) > 0 {
		return number, letter
	}
	if number == "" {
		number = a.number
	}
	if parted && letter == "" && number == a.number {
		letter = a.letter
	}
	return number, letter
}

// part notes that a line stands behind the last class below which another one may begin: a
// total, or a header without the class. So does a running number 1.
func (p *parser) part(cells []string, why string) {
	c, found := p.layout.column(data.FieldClass)
	p.above.parted = p.above.parted || why == passedEnd || why == passedHeader && found && at(cells, c.Index) == ""
}

// note takes note of the class of a row when all of it is known.
func (p *parser) note(r *reader) {
	a, class := &p.above, r.row.Graduate.Class
	switch r.source {
	case classUnread:
		return
	case classNowhere:
		a.empty = append(a.empty, r.row)
		return
	}
	last := len(a.runs) - 1
	if last < 0 || a.runs[last].class != class {
		a.runs = append(a.runs, classRun{class: class})
		last++
	}
	if r.source == classAbove {
		a.parted = a.parted || p.ordinal >= 0 && p.last == 1
		a.taken = append(a.taken, classTaken{r.row, last, a.parted, r.ownLetter})
		return
	}
	run := &a.runs[last]
	run.last, a.parted = r.row.Number, false
	if r.source != classOwn {
		return
	}
	if a.own++; run.own {
		a.again++
	}
	run.own = true
}

// settleClasses says, at the end of a table or a section, of which rows the class was taken from
// above. Where the column does not tell that it is theirs, a person does.
func (p *parser) settleClasses() {
	a, c := p.above, Column{Index: -1, Field: data.FieldClass}
	p.above = classColumn{}
	if len(a.runs) == 0 {
		return
	}
	if column, found := p.layout.column(data.FieldClass); found {
		c = column
	}
	for _, row := range a.empty {
		if r := (&reader{parser: p, row: row}); row.class == "" && !r.has(data.FieldClass) {
			r.problem(c, "", "class_empty", data.SeverityWarning, nil)
		}
	}
	grouped, habit := a.grouped(), a.again == 0 && len(a.taken) >= a.own
	for _, t := range a.taken {
		r := reader{parser: p, row: t.row}
		class := t.row.Graduate.Class
		if class == t.row.class || r.has(data.FieldClass) {
			continue
		}
		other, titled := a.other(t)
		args := data.Args{"class": class, "other": other}
		if grouped && !titled && !t.parted && (other == "" || habit) {
			args["other"] = ""
			r.problem(c, "", "class_above", data.SeverityWarning, args)
			continue
		}
		readings := []string{class}
		if other != "" {
			readings = append(readings, other)
		}
		r.unsure(c, "", "class_above", args, readings)
	}
}

// grouped reports that no class comes again behind another one.
func (a *classColumn) grouped() bool {
	for i, run := range a.runs {
		if slices.ContainsFunc(a.runs[:i], func(before classRun) bool { return before.class == run.class }) {
			return false
		}
	}
	return true
}

// other is the class that a row may be of instead: the one over its table, or the next below
// where the one above is not written again; titled says that it is the former.
func (a *classColumn) other(t classTaken) (class string, titled bool) {
	switch over := t.row.class; {
	case over != "" && !(data.AllDigits(over) && strings.HasPrefix(t.row.Graduate.Class, over+"-")):
		return over, true
	case t.letter || t.run+1 == len(a.runs) || t.row.Number < a.runs[t.run].last:
		return "", false
	}
	return a.runs[t.run+1].class, false
}
