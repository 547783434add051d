package reports

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// RecoverySheet is the paper that opens a registry whose passwords are forgotten
// (KG-007).
type RecoverySheet struct {
	School   string
	Campaign string
	// File is the name of the registry, Code its eight groups of six symbols with
	// dashes between.
	File string
	Code string
	// Made is the day as it is shown, By the person who had the sheet printed.
	Made string
	By   string
	// Anchor is where the history of the registry stood then, to be held against it later.
	Anchor string
}

var paperCode = regexp.MustCompile(`^[0-9A-Z]{6}(-[0-9A-Z]{6}){7}$`)

// groupsInRow is how many groups of the code stand side by side.
const groupsInRow = 4

// recoveryFoot is the height of the signatures at the foot of the sheet, in mm.
const recoveryFoot = 26.0

// Recovery prints the paper key on one page, for the safe of the school (KG-007).
//
// Errors: report.paper_code for a code of another form, report.no_room,
// report.no_glyph. None of them tells the code.
func Recovery(w io.Writer, r RecoverySheet, language string, own map[string]string) error {
	if !paperCode.MatchString(r.Code) {
		return data.Fail("report.paper_code", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("report.recovery_title", nil)
	doc := paper.New(title, paper.Sans, paper.SansBold, paper.MonoBold)
	doc.Page()
	setRecovery(doc, &r, t)
	return doc.Write(w)
}

// setRecovery sets the page as airy as it can.
func setRecovery(doc *paper.Document, r *RecoverySheet, t *text.Text) {
	for _, size := range []float64{12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8} {
		f := &paper.Flow{Doc: doc, Y: paper.Top + 8, Density: paper.Density{Value: size, Label: size - 1.5, Floor: size - 1, Title: size + 1, Pad: size/3 - 2}}
		recoveryHead(f, r, t)
		recoveryCode(f, r.Code, t)
		recoveryRules(f, t)
		if f.Y <= paper.Bottom-recoveryFoot {
			f.Draw()
			intoTheSafe(doc, t)
			return
		}
	}
	doc.Keep(paper.NoRoom(t.Say("report.recovery_title", nil), r.School))
}

// recoveryHead sets the title, which registry the sheet is for, and what it is.
func recoveryHead(f *paper.Flow, r *RecoverySheet, t *text.Text) {
	f.Paragraph(paper.SansBold.Sized(20), t.Say("report.recovery_title", nil))
	rule := f.Y + 2
	f.Later(func() { f.Doc.Line(paper.Left, rule, paper.Right, rule, paper.Heavy) })
	f.Y = rule + 2
	for _, row := range []Row{
		{t.Say("report.recovery_school", nil), r.School},
		{t.Say("report.recovery_campaign", nil), r.Campaign},
		{t.Say("report.recovery_file", nil), r.File},
		{t.Say("report.recovery_made", nil), r.Made},
		{t.Say("report.recovery_by", nil), r.By},
		{t.Say("report.recovery_anchor", nil), r.Anchor},
	} {
		f.Row(row.Label, row.Value, paper.Right)
	}
	f.Y += 4
	f.Paragraph(paper.Sans.Sized(f.Value), t.Say("report.recovery_what", nil))
}

// recoveryCode sets the groups in a box, numbered as the program asks for them, with a line
// under the symbol that checks its group.
func recoveryCode(f *paper.Flow, code string, t *text.Text) {
	const rowHeight, inside = 20.0, 4.0
	groups := strings.Split(code, "-")
	start := f.Y + 5
	height := float64((len(groups)+groupsInRow-1)/groupsInRow)*rowHeight + inside
	f.Later(func() {
		f.Doc.Box(paper.Left+paper.Heavy/2, start, paper.Right-paper.Left-paper.Heavy, height, paper.Heavy)
		width := (paper.Right - paper.Left - 2*inside) / groupsInRow
		for i, group := range groups {
			x := paper.Left + inside + float64(i%groupsInRow)*width
			codeGroup(f.Doc, i+1, group, x, x+width, start+inside+float64(i/groupsInRow)*rowHeight)
		}
	})
	f.Y = start + height + 2
	small := paper.Sans.Sized(f.Value - 1)
	f.Paragraph(small, t.Say("report.recovery_check", nil))
	f.Paragraph(small, t.Say("report.typing", nil))
}

// codeGroup sets one group under its number, centred between from and to mm.
func codeGroup(doc *paper.Document, number int, group string, from, to, y float64) {
	big := paper.MonoBold.Sized(26)
	doc.TextCentre(paper.Sans.Sized(8).Grey(0.3), from, to, y+2.4, strconv.Itoa(number))
	baseline := y + 11.6
	doc.TextCentre(big, from, to, baseline, group)
	end := (from + to + big.Width(group)) / 2
	symbol := big.Width(group) / float64(len(group))
	doc.Line(end-symbol+0.6, baseline+1.6, end-0.6, baseline+1.6, paper.Medium)
}

// recoveryRules sets the numbered instructions.
func recoveryRules(f *paper.Flow, t *text.Text) {
	f.Y += 4
	f.Heading(t.Say("report.recovery_rules", nil), paper.Right)
	f.Y += 1.5
	const indent = 7.0
	l := paper.Sans.Sized(f.Value)
	for i, id := range []string{"safe", "danger", "use", "after", "never"} {
		b := l.Wrap(t.Say("report.recovery_"+id, nil), paper.Right-paper.Left-indent)
		y := f.Y + f.Pad
		f.Later(func() {
			f.Doc.Text(paper.SansBold.Sized(f.Value), paper.Left, y+b.Ascent(), strconv.Itoa(i+1)+".")
			f.Doc.Block(b, paper.Left+indent, y)
		})
		f.Y = y + b.Height()
	}
}

// intoTheSafe sets the line for whoever locks the sheet away.
func intoTheSafe(doc *paper.Document, t *text.Text) {
	const dateX, nameX, signX = paper.Left + 46.0, paper.Left + 82.0, paper.Left + 140.0
	y := paper.Bottom - 8
	doc.BeforeLine(t.Say("report.recovery_placed", nil), y, dateX-paper.Left-2)
	doc.SignatureLine(dateX, nameX-dateX-4, y, t.Say("report.date_caption", nil), "")
	doc.SignatureLine(nameX, signX-nameX-4, y, t.Say("report.name_caption", nil), "")
	doc.SignatureLine(signX, paper.Right-signX, y, t.Say("report.signature_caption", nil), "")
}
