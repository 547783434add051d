package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// PackageSheet says what is in one package (UA-129, F-08, F-09): it is counted by this sheet before
// the package is closed. It stays in school.
type PackageSheet struct {
	School, Campaign string
	// Number is that of the package in the school, Made the day as it is shown.
	Number, Made string
	// Addressee gets it, Address is where, in lines.
	Addressee string
	Address   []string
	Lists     []PackageList
	// Kits are those that go without a list: self by post, a withdrawal.
	Kits []InventoryKit
	// Papers lie beside lists and kits: the register of languages, the covering letter.
	Papers []InventoryPaper
	// Carrier takes it, Item is the kind of item; for data/text to word, nil for the pen.
	Carrier, Item any
	// Tracking is the number of the item, "" for the pen. Tracked says that there is one at all.
	Tracking string
	Tracked  bool
	// SendBy is the last day for it as it is shown, "" where it is not known.
	SendBy string
	// Envelopes are how the kits are shared out; none where nobody knows what they weigh. Envelope is
	// what they are called («C4»), Limit what one may weigh in grams, 0 for no limit.
	Envelopes []PackageEnvelope
	Envelope  string
	Limit     int
	// Assembly is how a kit is put together, a sentence each (UA-164, UA-166).
	Assembly []string
	// PackedBy has packed it, "" for the pen.
	PackedBy string
}

// PackageList is a list in a package: the day and the number under which it goes, the classes on it
// in words, how many rows it has, and how many kits lie there.
type PackageList struct {
	Date, Number, Classes string
	People, Kits          int
}

// PackageEnvelope is one envelope: how many kits, and about how many grams.
type PackageEnvelope struct{ Kits, Grams int }

// PackageSheetPDF prints it. Errors: report.empty for an empty package, report.no_room for a row that
// no page holds, report.no_glyph.
func PackageSheetPDF(w io.Writer, s PackageSheet, language string, own map[string]string) error {
	if len(s.Lists)+len(s.Kits)+len(s.Papers) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := strings.TrimSpace(t.Say("package_sheet.title", data.Args{"number": s.Number}))
	a := schoolList(t, title, s.School, s.Campaign, t.Say("package_sheet.stays", nil))
	s.facts(a)
	if err := s.tables(a, title); err != nil {
		return err
	}
	s.count(a)
	s.weight(a)
	s.assembly(a)
	a.KeepLast()
	a.Gap(2)
	a.FilledBy(t.Say("inventory.packed", nil), s.PackedBy)
	a.Draw()
	return a.Doc.Write(w)
}

// facts set to whom it goes, how, and until when.
func (s *PackageSheet) facts(a *paper.Official) {
	a.Fact(a.T.Say("inventory.addressee", nil), s.Addressee+"\n"+strings.Join(s.Address, ", "))
	a.Fact(a.T.Say("inventory.made", nil), s.Made)
	if s.SendBy != "" {
		a.Fact(a.T.Say("package_sheet.send_by", nil), s.SendBy)
	}
	how := []string{}
	for _, words := range []any{s.Carrier, s.Item} {
		if w := paper.Word(words, a.T); w != "" {
			how = append(how, w)
		}
	}
	a.Fact(a.T.Say("package_sheet.carrier", nil), strings.Join(how, "\n"))
	if s.Tracked {
		a.Fact(a.T.Say("inventory.tracking", nil), s.Tracking)
	}
}

// tables set the lists, the kits without one, and all other papers.
func (s *PackageSheet) tables(a *paper.Official, title string) error {
	beside := Inventory{Papers: s.Papers, Kits: s.Kits}
	for _, part := range []struct {
		heading string
		table   *paper.Table
		rows    int
	}{
		{"package_sheet.lists", s.lists(a.T), len(s.Lists)},
		{"package_sheet.kits", beside.kits(a.T), len(s.Kits)},
		{"package_sheet.papers", beside.papers(a.T), len(s.Papers)},
	} {
		if part.rows == 0 {
			continue
		}
		a.Heading(a.T.Say(part.heading, nil))
		if i := part.table.AddTo(&a.Pile, a.Doc, part.rows, paper.OfficialBottom-paper.OfficialTop); i >= 0 {
			return paper.NoRoom(title, part.table.Columns[1].Cell(i))
		}
	}
	return nil
}

func (s *PackageSheet) lists(t *text.Text) *paper.Table {
	column := func(id string, width float64, right bool, cell func(l *PackageList) string) paper.Column {
		return paper.Column{Title: t.Say(id, nil), Width: width, Right: right, Cell: func(i int) string { return cell(&s.Lists[i]) }}
	}
	return inventoryTable(
		numbers(11),
		column("outgoing.number", 34, false, func(l *PackageList) string { return l.Number }),
		column("outgoing.date", 24, false, func(l *PackageList) string { return l.Date }),
		column("package_sheet.classes", 55, false, func(l *PackageList) string { return l.Classes }),
		column("package_sheet.rows", 21, true, func(l *PackageList) string { return strconv.Itoa(l.People) }),
		column("outgoing.kits", 25, true, func(l *PackageList) string { return l.kits() }))
}

// kits are how many lie there, with a sign where that is not how many rows the list has.
func (l *PackageList) kits() string {
	if l.Kits != l.People {
		return "! " + strconv.Itoa(l.Kits)
	}
	return strconv.Itoa(l.Kits)
}

// count sets the sums, whether they agree, and a line for what was counted on the table (UA-129).
func (s *PackageSheet) count(a *paper.Official) {
	people, listed := 0, 0
	for i := range s.Lists {
		people, listed = people+s.Lists[i].People, listed+s.Lists[i].Kits
	}
	a.Heading(a.T.Say("package_sheet.count", nil))
	if len(s.Lists) > 0 {
		s.paragraph(a, a.T.Say("package_sheet.sum", data.Args{"people": people, "kits": listed}))
	}
	if people != listed {
		s.paragraph(a, a.T.Say("package_sheet.differ", nil))
	}
	if len(s.Kits) > 0 {
		s.paragraph(a, a.T.Say("package_sheet.all_kits", data.Args{"kits": listed + len(s.Kits)}))
	}
	a.Fact(a.T.Say("package_sheet.counted", nil), "")
}

func (s *PackageSheet) paragraph(a *paper.Official, words string) {
	a.Paragraph(paper.OfficialWords().Wrap(words, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
	a.Gap(0.8)
}

// weight sets what each envelope weighs, as far as anybody can say before the scales do.
func (s *PackageSheet) weight(a *paper.Official) {
	if len(s.Envelopes) == 0 {
		return
	}
	a.Heading(a.T.Say("package_sheet.envelopes", data.Args{"kind": s.Envelope, "number": len(s.Envelopes)}))
	for i, e := range s.Envelopes {
		words := a.T.Say("package_sheet.envelope", data.Args{"kits": e.Kits, "grams": e.Grams})
		if s.Limit > 0 && e.Grams > s.Limit {
			words += ". " + a.T.Say("package_sheet.too_heavy", data.Args{"grams": s.Limit})
		}
		a.Entry(strconv.Itoa(i+1)+".", words)
	}
	s.paragraph(a, a.T.Say("package_sheet.estimate", nil))
}

// assembly sets how it is put together, with a box before each sentence.
func (s *PackageSheet) assembly(a *paper.Official) {
	if len(s.Assembly) == 0 {
		return
	}
	a.Heading(a.T.Say("package_sheet.assembly", nil))
	for _, words := range s.Assembly {
		a.Entry("□", words)
	}
}
