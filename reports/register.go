package reports

import (
	"io"
	"strconv"

	"graduand/data"
	"graduand/data/text"
)

// Register is what goes with the list: people with their class and one more word about
// each, certified by the head (UA-058, UA-059).
type Register struct {
	Title    string
	Subtitle string
	School   string
	Address  string
	// Columns are the six headings, from the number of the row to that word.
	Columns [6]string
	Rows    []RegisterRow
	// HeadTitle and Head certify it; Seal is its place.
	HeadTitle, Head, Seal string
}

// RegisterRow is one person.
type RegisterRow struct{ Surname, GivenName, Patronymic, Class, Word string }

// registerWidths are the columns in mm, together the width between the margins.
func registerWidths() [6]float64 { return [6]float64{10, 36, 28, 36, 22, 38} }

// RegisterPDF prints it; the headings stand again on each page. Errors: report.empty
// without rows, report.no_room for a row that no page holds, report.no_glyph.
func RegisterPDF(w io.Writer, r Register, language string, own map[string]string) error {
	if len(r.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	a := act{sheet: newSheet(r.Title, serif, serifBold, sans), t: text.For(language).With(own)}
	a.centred(actLetter(), r.School, 0)
	a.centred(actCaption().sized(10), r.Address, 1)
	a.issued(&Letter{})
	a.centred(letter{face: serifBold, size: 16}, r.Title, 6)
	a.centred(actLetter(), r.Subtitle, 1)
	a.gap(5)
	if err := a.registerTable(&r); err != nil {
		return err
	}
	a.gap(8)
	a.signature(r.HeadTitle, r.Head)
	a.seal(r.Seal)
	a.draw()
	return a.sheet.write(w)
}

// registerTable adds the rows; the last two stay with the signature.
func (a *act) registerTable(r *Register) error {
	head := measureLine(letter{face: serif, size: 10}, r.Columns, registerWidths())
	a.add(head.height, func(y float64) { a.registerRow(head, y) })
	a.keepLast()
	for i, p := range r.Rows {
		row := measureLine(letter{face: serif, size: 11}, [6]string{strconv.Itoa(i + 1), p.Surname, p.GivenName, p.Patronymic, p.Class, p.Word}, registerWidths())
		if head.height+row.height > letterBottom-letterTop {
			return noRoom(r.Title, p.Surname)
		}
		a.add(row.height, func(y float64) { a.registerRow(row, y) })
		last := &a.strips[len(a.strips)-1]
		last.lead, last.again = head.height, func(y float64) { a.registerRow(head, y) }
		if i >= len(r.Rows)-2 {
			a.keepLast()
		}
	}
	return nil
}

func (a *act) registerRow(line tableLine, y float64) {
	x := letterLeft
	for i, width := range registerWidths() {
		a.sheet.box(x, y, width, line.height, thin)
		a.sheet.block(line.cells[i], x+cellSide, y+cellAbove)
		x += width
	}
}
