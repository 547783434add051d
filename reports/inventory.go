package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Inventory says what lies in a package: a form of our own, in two copies, one of which goes along
// (F-09). It is no form 107 of the post, which belongs to items with a declared value.
type Inventory struct {
	School, Address string
	// Number is that of the package in the school, Made the day as it is shown; Addressee gets it.
	Number, Made, Addressee string
	// Tracking is the number of the posted item with its carrier, "" for a line for the pen.
	Tracking string
	// Papers lie beside the kits: the list, the register, a covering letter.
	Papers []InventoryPaper
	Kits   []InventoryKit
}

// InventoryPaper is a paper with how many copies of it there are.
type InventoryPaper struct {
	Title string
	Count int
}

// InventoryKit is somebody's kit: the number of the card and how many papers it has.
type InventoryKit struct {
	Name, Number string
	Papers       int
}

// InventoryPDF prints it. Errors: report.empty for an empty package, report.no_room for a row that
// no page holds, report.no_glyph.
func InventoryPDF(w io.Writer, v Inventory, language string, own map[string]string) error {
	if len(v.Papers)+len(v.Kits) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := strings.TrimSpace(t.Say("inventory.title", data.Args{"number": v.Number}))
	a := schoolList(t, title, v.School, v.Address, "")
	for _, fact := range [][2]string{{"inventory.addressee", v.Addressee}, {"inventory.made", v.Made}, {"inventory.tracking", v.Tracking}} {
		a.Fact(t.Say(fact[0], nil), fact[1])
	}
	if err := v.tables(a, title); err != nil {
		return err
	}
	a.KeepLast()
	a.Gap(8)
	a.Filled(t.Say("inventory.packed", nil))
	a.KeepLast()
	a.Filled(t.Say("inventory.checked", nil))
	a.Draw()
	return a.Doc.Write(w)
}

// tables sets the papers and the kits, each with its sum.
func (v *Inventory) tables(a *paper.Official, title string) error {
	room := paper.OfficialBottom - paper.OfficialTop
	for _, part := range []struct {
		heading, total string
		table          *paper.Table
		rows, sum      int
	}{
		{"inventory.papers", "inventory.papers_total", v.papers(a.T), len(v.Papers), v.copies()},
		{"inventory.kits", "inventory.kits_total", v.kits(a.T), len(v.Kits), len(v.Kits)},
	} {
		if part.rows == 0 {
			continue
		}
		a.Heading(a.T.Say(part.heading, nil))
		if i := part.table.AddTo(&a.Pile, a.Doc, part.rows, room); i >= 0 {
			return paper.NoRoom(title, part.table.Columns[1].Cell(i))
		}
		a.Gap(2)
		a.Paragraph(paper.OfficialWords().Wrap(a.T.Say(part.total, data.Args{"number": part.sum}), paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
	}
	return nil
}

// copies is how many papers there are beside the kits.
func (v *Inventory) copies() int {
	sum := 0
	for _, p := range v.Papers {
		sum += p.Count
	}
	return sum
}

// inventoryTable is columns that are together as wide as the page between its margins.
func inventoryTable(columns ...paper.Column) *paper.Table {
	return &paper.Table{Columns: columns, Left: paper.OfficialLeft, Head: paper.Serif.Sized(10), Body: paper.Serif.Sized(11), Floor: 7.5}
}

func rowNumber(i int) string { return strconv.Itoa(i + 1) }

// numbers is the column that counts the rows of a table.
func numbers(width float64) paper.Column {
	return paper.Column{Title: "№", Width: width, Right: true, Cell: rowNumber}
}

func (v *Inventory) papers(t *text.Text) *paper.Table {
	return inventoryTable(
		numbers(11),
		paper.Column{Title: t.Say("inventory.paper", nil), Width: 129, Cell: func(i int) string { return v.Papers[i].Title }},
		paper.Column{Title: t.Say("inventory.count", nil), Width: 30, Right: true, Cell: func(i int) string { return strconv.Itoa(v.Papers[i].Count) }})
}

func (v *Inventory) kits(t *text.Text) *paper.Table {
	return inventoryTable(
		numbers(11),
		paper.Column{Title: t.Say("report_form.missing_name", nil), Width: 87, Cell: func(i int) string { return v.Kits[i].Name }},
		paper.Column{Title: t.Say("inventory.card", nil), Width: 42, Cell: func(i int) string { return v.Kits[i].Number }},
		paper.Column{Title: t.Say("inventory.kit_papers", nil), Width: 30, Right: true, Cell: func(i int) string { return strconv.Itoa(v.Kits[i].Papers) }})
}
