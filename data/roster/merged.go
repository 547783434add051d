package roster

import (
	"slices"

	"graduand/data"
	"graduand/data/workbook"
)

// mergedFields are the fields that several persons may share, so that a cell is made one
// over their rows: a class, and what twins have in common. A name or a document never is.
var mergedFields = []string{data.FieldClass, data.FieldBirthDate, data.FieldPhone, FieldPhone2, data.FieldSex}

// mergedDown are the texts of the cells that were made one over several rows, by row and
// column, for every row but the first, which has them written.
func (l *Layout) mergedDown() map[int]map[int]string {
	texts := map[int]map[int]string{}
	for _, c := range l.Columns {
		if !slices.Contains(mergedFields, c.Field) && !c.letter {
			continue
		}
		for _, a := range l.sheet.Merged {
			if a.Left == c.Index && a.Right == a.Left && a.Bottom > a.Top {
				l.fillDown(texts, a)
			}
		}
	}
	return texts
}

func (l *Layout) fillDown(texts map[int]map[int]string, a workbook.Area) {
	lines := l.lines()
	from, found := slices.BinarySearchFunc(lines, a.Top, byNumber)
	if !found {
		return
	}
	text := lines[from].Cell(a.Left)
	for _, line := range lines[from+1:] {
		if line.Number > a.Bottom {
			return
		}
		if texts[line.Number] == nil {
			texts[line.Number] = map[int]string{}
		}
		texts[line.Number][a.Left] = text
	}
}

func byNumber(line workbook.Line, number int) int { return line.Number - number }

// mergedClass is the class of a cell that was made one over a row.
func (p *parser) mergedClass(number int) string {
	c, found := p.layout.column(data.FieldClass)
	if !found {
		return ""
	}
	return p.merged[number][c.Index]
}
