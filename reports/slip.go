package reports

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Slip is what one graduate gets to sign in with (KG-016, KG-036).
type Slip struct {
	FullName string
	Class    string
	// Login is the phone as it is shown, Password in its groups as it is typed.
	Login    string
	Password string
	// Door is what the password opens: "graduand" is this program, "platform" the
	// site of the centre at Address, which may be empty.
	Door    string
	Address string

	School   string
	Campaign string
	// Issued is the day as it is shown.
	Issued string
	// HandedOver says that the password is no longer known here (D16).
	HandedOver bool
}

// Four slips share a page so that they come apart by folding it in half twice. The
// white space between a slip's words and its cuts is wide enough for a crooked cut
// and for the edge that printers leave white. Below each is the stub that stays in school.
// Measures in mm.
const (
	slipsOnPage = 4
	slipHeight  = paper.PageHeight / slipsOnPage
	slipMargin  = 6.5
	// stubHeight is from the cut above a stub to that below it, stubAir from the words of the
	// slip to the cut.
	stubHeight = 19.5
	stubAir    = 1.8
)

// doorOfProgram is the door where case and dashes of a password do not matter.
const doorOfProgram = "graduand"

// Slips prints one slip a person, four on a page with lines to cut between; nothing
// of one person reaches the slip of another (KG-016).
//
// Errors: report.empty without slips, report.unknown_door, report.no_room for data
// that no slip holds, report.no_glyph for a character that cannot be printed. None
// of them tells the password.
func Slips(w io.Writer, slips []Slip, language string, own map[string]string) error {
	if len(slips) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("report.slip_title", nil), paper.Sans, paper.SansBold, paper.MonoBold)
	for i := range slips {
		place := i % slipsOnPage
		if place == 0 {
			doc.Page()
		}
		doc.Keep(slips[i].check(t))
		setSlip(doc, &slips[i], t, float64(place)*slipHeight)
		if place < slipsOnPage-1 {
			doc.ScissorLine(float64(place+1) * slipHeight)
		}
	}
	return doc.Write(w)
}

// check refuses what drawing would report together with the password.
func (p *Slip) check(t *text.Text) error {
	if !t.Has(p.doorID()) {
		return data.Fail("report.unknown_door", data.Args{"door": p.Door})
	}
	if r := paper.MonoBold.Sized(0).Lacks(paper.Tidy(p.Password)); r != 0 {
		return data.Fail("report.no_glyph", data.Args{"letter": string(r), "text": p.FullName})
	}
	return nil
}

func (p *Slip) doorID() string { return "report.slip_door_" + p.Door }

// slipFlow sets a slip; scale multiplies all letters and air is the white space in mm
// between its parts.
type slipFlow struct {
	paper.Flow
	scale, air float64
}

// slipScales go from large to small; a slip takes the first one that fits, and one with an access
// as much air, from most to least, as then remains.
func slipScales() []float64 { return []float64{1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7} }

const mostAir, leastAir, airStep = 2.6, 0.8, 0.3

// setSlip sets one slip below y mm.
func setSlip(doc *paper.Document, p *Slip, t *text.Text, y float64) {
	for _, scale := range slipScales() {
		for air := mostAir; air >= leastAir; air -= airStep {
			f := slipFlow{Flow: paper.Flow{Doc: doc, Y: y + slipMargin}, scale: scale, air: air}
			f.slipHead(p, t)
			f.access(p, t)
			f.rules(p, t)
			if f.Y <= y+slipHeight-stubHeight-stubAir {
				f.Draw()
				p.stub(doc, t, y+slipHeight-stubHeight)
				return
			}
		}
	}
	doc.Keep(paper.NoRoom(t.Say("report.slip_title", nil), p.FullName))
}

// words sets a paragraph over the full width, space mm below what stands above it.
func (f *slipFlow) words(l paper.Type, space float64, words string) {
	if words == "" {
		return
	}
	b := l.Sized(l.Size*f.scale).Wrap(words, paper.Right-paper.Left)
	y := f.Y + space
	f.Later(func() { f.Doc.Block(b, paper.Left, y) })
	f.Y = y + b.Height()
}

// slipHead sets title and day, school and campaign, and whose slip it is.
func (f *slipFlow) slipHead(p *Slip, t *text.Text) {
	small := paper.Sans.Sized(7.5).Grey(0.3)
	if p.Issued != "" {
		b := small.Sized(8.5).FitBoth(t.Say("report.slip_issued", data.Args{"date": p.Issued}), 60, 7)
		y := f.Y + 0.5
		f.Later(func() { f.Doc.BlockRight(b, paper.Right, y) })
	}
	f.words(paper.SansBold.Sized(11), 0, t.Say("report.slip_title", nil))
	f.words(small, 0.2, p.Campaign)
	f.words(small, 0, p.School)
	rule := f.Y + 0.8
	f.Later(func() { f.Doc.Line(paper.Left, rule, paper.Right, rule, paper.Medium) })
	f.Y = rule
	name := paper.SansBold.Sized(16*f.scale).FitLine(p.FullName, paper.Right-paper.Left, 12*f.scale)
	if len(name.Lines) > 1 {
		name = name.Type.Sized(13*f.scale).Wrap(p.FullName, paper.Right-paper.Left)
	}
	y := f.Y + f.air*0.6
	f.Later(func() { f.Doc.Block(name, paper.Left, y) })
	f.Y = y + name.Height()
}

// access sets class and login at the left and the password in a box at the right.
func (f *slipFlow) access(p *Slip, t *text.Text) {
	const loginWidth = 70.0
	top := f.Y + f.air
	f.Y = top
	f.captioned(t.Say("report.slip_class", nil), paper.Sans.Sized(11), p.Class, loginWidth)
	f.captioned(t.Say("report.slip_login", nil), paper.SansBold.Sized(12), p.Login, loginWidth)
	x := paper.Left + loginWidth + 4
	caption := paper.Sans.Sized(7.5*f.scale).Grey(0.3).Wrap(t.Say("report.slip_password", nil), paper.Right-x-4)
	password := p.passwordBlock(t, f.scale, paper.Right-x-6)
	height := max(f.Y-top, caption.Height()+password.Height()+2.4)
	f.Later(func() {
		f.Doc.Box(x, top, paper.Right-x, height, paper.Medium)
		f.Doc.Block(caption, x+2, top+0.8)
		free := height - caption.Height() - password.Height()
		f.Doc.BlockCentre(password, x, paper.Right, top+caption.Height()+free*0.45)
	})
	f.Y = top + height
}

// captioned sets a value under its small caption; an empty value sets nothing.
func (f *slipFlow) captioned(caption string, l paper.Type, value string, width float64) {
	if value == "" {
		return
	}
	small := paper.Sans.Sized(7.5*f.scale).Grey(0.3).Wrap(caption, width)
	b := l.Sized(l.Size*f.scale).FitBoth(value, width, 8*f.scale)
	y := f.Y
	f.Later(func() { f.Doc.Block(b, paper.Left, f.Doc.Block(small, paper.Left, y)) })
	f.Y = y + small.Height() + b.Height() + 0.6
}

// passwordBlock is the password, or the word that it has been handed over (D16).
func (p *Slip) passwordBlock(t *text.Text, scale, width float64) paper.Block {
	if p.HandedOver {
		return paper.SansBold.Sized(20*scale).FitBoth(t.Say("report.slip_handed", nil), width, 10)
	}
	return paper.MonoBold.Sized(26*scale).FitBoth(p.Password, width, 12)
}

// rules say which door the password opens, how to type it and how to keep it.
func (f *slipFlow) rules(p *Slip, t *text.Text) {
	f.words(paper.SansBold.Sized(9.5), f.air, t.Say(p.doorID(), nil))
	small := paper.Sans.Sized(8.5)
	if address := strings.TrimSpace(p.Address); address != "" {
		f.words(small.Sized(9.5), 0.4, t.Say("report.slip_address", data.Args{"address": address}))
	}
	space := f.air * 0.4
	if p.Door == doorOfProgram && !p.HandedOver {
		f.words(small, space, t.Say("report.typing", nil))
		space = 0.2
	}
	f.words(small, space, t.Say("report.slip_secret", nil))
}

// stub sets below y what stays in school when the slip is handed over: whose access it was,
// without the password, with the day and the signature (KG-015, KG-016).
func (p *Slip) stub(doc *paper.Document, t *text.Text, y float64) {
	const nameWidth = 104.0
	doc.Cut(paper.Left, paper.Right, y)
	small := paper.Sans.Sized(7).Grey(0.3)
	doc.BlockRight(small.FitBoth(t.Say("report.slip_stub", nil), 60, 6), paper.Right, y+1.6)
	details := p.Class
	for _, part := range []string{p.Login, t.Say("access.door_"+p.Door, nil)} {
		if details != "" && part != "" {
			details += " · "
		}
		details += part
	}
	doc.Block(paper.SansBold.Sized(8.5).FitBoth(p.FullName, nameWidth, 5.5), paper.Left, y+1.6)
	width := paper.Right - paper.Left - nameWidth - 3
	doc.BlockRight(paper.Sans.Sized(7.5).FitBoth(details, width, 6), paper.Right, y+4.6)
	receipt(doc, t, y+stubHeight-slipMargin-3.2)
}

// receipt sets the line at y on which the graduate signs for the slip.
func receipt(doc *paper.Document, t *text.Text, y float64) {
	const dateX, dateWidth, signX = paper.Left + 58.0, 44.0, paper.Left + 108.0
	doc.BeforeLine(t.Say("report.slip_received", nil), y, dateX-paper.Left-2)
	doc.DayAndSignature(y, dateX, dateWidth, signX, t.Say("report.date_caption", nil), t.Say("report.signature_caption", nil))
}
