package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// MessageSheet goes with messages to the centre, signed and stamped: by the fingerprint on it the centre
// knows that they are the school's.
type MessageSheet struct {
	// Head stands on top, or else School and Address.
	Head            Head
	School, Address string
	// Addressee are the lines of who gets it. Code is what the centre calls the school, Campaign the title.
	Addressee      []string
	Code, Campaign string
	// Date is the day of the sheet as it is shown.
	Date     string
	Messages []SheetMessage
	// Fingerprint tells the keys that have signed, in groups with dashes between; Next are new ones that
	// hold from these messages on, "" for none.
	Fingerprint, Next string
	// HeadTitle and HeadName sign, Seal is its place.
	HeadTitle, HeadName, Seal string
}

// SheetMessage is a message on its sheet.
type SheetMessage struct {
	// Type is what it is, for data/text to word; Number is that of the message, Made the day on which
	// it was written.
	Type         any
	Number, Made string
	// Added, Changed and Withdrawn are how many of the people are so, Files how many photos and scans go along.
	People, Added, Changed, Withdrawn, Files int
	// File is what the file was called, SHA256 is that of it in hexadecimal digits.
	File, SHA256 string
}

// MessageSheetPDF prints it. Errors: report.empty without a message, report.no_room, report.no_glyph.
func MessageSheetPDF(w io.Writer, s MessageSheet, language string, own map[string]string) error {
	if len(s.Messages) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("message_sheet.title", nil)
	a := &paper.Official{Doc: paper.New(title, paper.Serif, paper.SerifBold, paper.Sans, paper.MonoBold), T: t}
	setHead(a, &s.Head, s.School, s.Address)
	setIssued(a, s.Date, "", PhotoBox{})
	a.Gap(4)
	setAddressee(a, s.Addressee)
	a.Centred(paper.SerifBold.Sized(16), title, 6)
	a.Centred(paper.OfficialWords(), s.Campaign, 1)
	a.Gap(4)
	a.Fact(t.Say("message_sheet.code", nil), s.Code)
	for i := range s.Messages {
		s.Messages[i].set(a)
	}
	if s.Fingerprint != "" {
		s.prints(a)
	}
	a.Signature(s.HeadTitle, s.HeadName)
	a.Seal(s.Seal)
	a.KeepLast()
	a.Gap(4)
	a.Filled(t.Say("message_sheet.compared", nil))
	a.Draw()
	return a.Doc.Write(w)
}

// set sets what is in one message, and which file it is.
func (m *SheetMessage) set(a *paper.Official) {
	a.Heading(a.T.Say("message_sheet.message", data.Args{"type": paper.Word(m.Type, a.T), "number": m.Number, "date": m.Made}))
	a.Fact(a.T.Say("message_sheet.inside", nil), a.T.Say("message_sheet.counts", data.Args{"people": m.People, "add": m.Added, "change": m.Changed, "withdraw": m.Withdrawn, "files": m.Files}))
	a.KeepLast()
	a.Fact(a.T.Say("message_sheet.file", nil), m.File)
	a.KeepLast()
	a.Fact("SHA-256", inGroups(m.SHA256, 8, 4))
}

// inGroups parts digits into groups that are easier to compare, so many in a line.
func inGroups(digits string, size, inLine int) string {
	var b strings.Builder
	for i := 0; len(digits) > size; i, digits = i+1, digits[size:] {
		b.WriteString(digits[:size])
		if (i+1)%inLine == 0 {
			b.WriteString("\n")
		} else {
			b.WriteString(" ")
		}
	}
	return b.String() + digits
}

// prints sets the fingerprints, and what they are for.
func (s *MessageSheet) prints(a *paper.Official) {
	a.Heading(a.T.Say("message_sheet.fingerprint", nil))
	fingerprintBox(a, s.Fingerprint)
	if s.Next != "" {
		a.Heading(a.T.Say("message_sheet.next", nil))
		fingerprintBox(a, s.Next)
	}
	small := paper.OfficialWords().Sized(10)
	a.Paragraph(small.Wrap(a.T.Say("message_sheet.about", nil), paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
	a.KeepLast()
}

// Measures of the box with a fingerprint, in mm: how many groups stand side by side, how high a row
// is, and the edge inside.
const (
	printsInRow     = 4
	printsRowHeight = 12.0
	printsInside    = 2.5
)

// fingerprintBox sets the groups in a box, numbered as they are read aloud.
func fingerprintBox(a *paper.Official, fingerprint string) {
	groups := strings.Split(fingerprint, "-")
	rows := (len(groups) + printsInRow - 1) / printsInRow
	height := float64(rows)*printsRowHeight + 2*printsInside
	a.Add(height+2, func(y float64) {
		a.Doc.Box(paper.OfficialLeft+paper.Medium/2, y, paper.OfficialRight-paper.OfficialLeft-paper.Medium, height, paper.Medium)
		width := (paper.OfficialRight - paper.OfficialLeft - 2*printsInside) / printsInRow
		for i, group := range groups {
			x := paper.OfficialLeft + printsInside + float64(i%printsInRow)*width
			top := y + printsInside + float64(i/printsInRow)*printsRowHeight
			a.Doc.TextCentre(paper.Sans.Sized(7.5).Grey(0.3), x, x+width, top+2.6, strconv.Itoa(i+1))
			a.Doc.TextCentre(paper.MonoBold.Sized(20), x, x+width, top+9.4, group)
		}
	})
	a.KeepLast()
}
