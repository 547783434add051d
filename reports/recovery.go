package reports

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/text"
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
	s := newSheet(title, sans, sansBold, monoBold)
	s.page()
	s.recovery(&r, t)
	return s.write(w)
}

// recovery sets the page as airy as it can.
func (s *sheet) recovery(r *RecoverySheet, t *text.Text) {
	for _, size := range []float64{12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8} {
		f := flow{sheet: s, y: top + 8, density: density{value: size, label: size - 1.5, floor: size - 1, title: size + 1, pad: size/3 - 2}}
		f.recoveryHead(r, t)
		f.code(r.Code, t)
		f.recoveryRules(t)
		if f.y <= bottom-recoveryFoot {
			f.draw()
			s.intoTheSafe(t)
			return
		}
	}
	s.keep(noRoom(t.Say("report.recovery_title", nil), r.School))
}

// recoveryHead sets the title, which registry the sheet is for, and what it is.
func (f *flow) recoveryHead(r *RecoverySheet, t *text.Text) {
	f.paragraph(letter{face: sansBold, size: 20}, t.Say("report.recovery_title", nil))
	rule := f.y + 2
	f.later(func() { f.sheet.line(left, rule, right, rule, heavy) })
	f.y = rule + 2
	for _, row := range []Row{
		{t.Say("report.recovery_school", nil), r.School},
		{t.Say("report.recovery_campaign", nil), r.Campaign},
		{t.Say("report.recovery_file", nil), r.File},
		{t.Say("report.recovery_made", nil), r.Made},
		{t.Say("report.recovery_by", nil), r.By},
	} {
		f.row(row, right)
	}
	f.y += 4
	f.paragraph(letter{face: sans, size: f.value}, t.Say("report.recovery_what", nil))
}

// code sets the groups in a box, numbered as the program asks for them, with a line
// under the symbol that checks its group.
func (f *flow) code(code string, t *text.Text) {
	const rowHeight, inside = 20.0, 4.0
	groups := strings.Split(code, "-")
	start := f.y + 5
	height := float64((len(groups)+groupsInRow-1)/groupsInRow)*rowHeight + inside
	f.later(func() {
		f.sheet.box(left+heavy/2, start, right-left-heavy, height, heavy)
		width := (right - left - 2*inside) / groupsInRow
		for i, group := range groups {
			x := left + inside + float64(i%groupsInRow)*width
			f.sheet.codeGroup(i+1, group, x, x+width, start+inside+float64(i/groupsInRow)*rowHeight)
		}
	})
	f.y = start + height + 2
	small := letter{face: sans, size: f.value - 1}
	f.paragraph(small, t.Say("report.recovery_check", nil))
	f.paragraph(small, t.Say("report.typing", nil))
}

// codeGroup sets one group under its number, centred between from and to mm.
func (s *sheet) codeGroup(number int, group string, from, to, y float64) {
	big := letter{face: monoBold, size: 26}
	s.textCentre(letter{face: sans, size: 8, gray: 0.3}, from, to, y+2.4, strconv.Itoa(number))
	baseline := y + 11.6
	s.textCentre(big, from, to, baseline, group)
	end := (from + to + big.width(group)) / 2
	symbol := big.width(group) / float64(len(group))
	s.line(end-symbol+0.6, baseline+1.6, end-0.6, baseline+1.6, medium)
}

// recoveryRules sets the numbered instructions.
func (f *flow) recoveryRules(t *text.Text) {
	f.y += 4
	f.heading(t.Say("report.recovery_rules", nil), right)
	f.y += 1.5
	const indent = 7.0
	l := letter{face: sans, size: f.value}
	for i, id := range []string{"safe", "danger", "use", "after", "never"} {
		b := l.wrap(t.Say("report.recovery_"+id, nil), right-left-indent)
		y := f.y + f.pad
		f.later(func() {
			f.sheet.text(letter{face: sansBold, size: f.value}, left, y+b.ascent(), strconv.Itoa(i+1)+".")
			f.sheet.block(b, left+indent, y)
		})
		f.y = y + b.height()
	}
}

// intoTheSafe sets the line for whoever locks the sheet away.
func (s *sheet) intoTheSafe(t *text.Text) {
	const dateX, nameX, signX = left + 46.0, left + 82.0, left + 140.0
	y := bottom - 8
	s.beforeLine(t.Say("report.recovery_placed", nil), y, dateX-left-2)
	s.signatureLine(dateX, nameX-dateX-4, y, t.Say("report.date_caption", nil), "")
	s.signatureLine(nameX, signX-nameX-4, y, t.Say("report.name_caption", nil), "")
	s.signatureLine(signX, right-signX, y, t.Say("report.signature_caption", nil), "")
}
