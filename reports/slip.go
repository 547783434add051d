package reports

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/data/text"
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
// and for the edge that printers leave white. Measures in mm.
const (
	slipsOnPage = 4
	slipHeight  = pageHeight / slipsOnPage
	slipMargin  = 6.5
	slipFoot    = 10.0
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
	s := newSheet(t.Say("report.slip_title", nil), sans, sansBold, monoBold)
	for i := range slips {
		place := i % slipsOnPage
		if place == 0 {
			s.page()
		}
		s.keep(slips[i].check(t))
		s.slip(&slips[i], t, float64(place)*slipHeight)
		if place < slipsOnPage-1 {
			s.scissorLine(float64(place+1) * slipHeight)
		}
	}
	return s.write(w)
}

// check refuses what drawing would report together with the password.
func (p *Slip) check(t *text.Text) error {
	if !t.Has(p.doorID()) {
		return data.Fail("report.unknown_door", data.Args{"door": p.Door})
	}
	if r := (letter{face: monoBold}).missing(tidy(p.Password)); r != 0 {
		return data.Fail("report.no_glyph", data.Args{"letter": string(r), "text": p.FullName})
	}
	return nil
}

func (p *Slip) doorID() string { return "report.slip_door_" + p.Door }

// slipFlow sets a slip; scale multiplies all letters and air is the white space in mm
// between its parts.
type slipFlow struct {
	flow
	scale, air float64
}

// slipScales go from large to small; a slip takes the first one that fits, and as much
// air, from most to least, as then remains.
func slipScales() []float64 { return []float64{1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7} }

const mostAir, leastAir, airStep = 2.6, 0.8, 0.3

// slip sets one slip below y mm.
func (s *sheet) slip(p *Slip, t *text.Text, y float64) {
	for _, scale := range slipScales() {
		for air := mostAir; air >= leastAir; air -= airStep {
			f := slipFlow{flow: flow{sheet: s, y: y + slipMargin}, scale: scale, air: air}
			f.slipHead(p, t)
			f.access(p, t)
			f.rules(p, t)
			if f.y <= y+slipHeight-slipMargin-slipFoot {
				f.draw()
				s.receipt(t, y+slipHeight-slipMargin-3.2)
				return
			}
		}
	}
	s.keep(noRoom(t.Say("report.slip_title", nil), p.FullName))
}

// words sets a paragraph over the full width, space mm below what stands above it.
func (f *slipFlow) words(l letter, space float64, words string) {
	if words == "" {
		return
	}
	b := l.sized(l.size*f.scale).wrap(words, right-left)
	y := f.y + space
	f.later(func() { f.sheet.block(b, left, y) })
	f.y = y + b.height()
}

// slipHead sets title and day, school and campaign, and whose slip it is.
func (f *slipFlow) slipHead(p *Slip, t *text.Text) {
	small := letter{face: sans, size: 7.5, gray: 0.3}
	if p.Issued != "" {
		b := small.sized(8.5).fitBoth(t.Say("report.slip_issued", data.Args{"date": p.Issued}), 60, 7)
		y := f.y + 0.5
		f.later(func() { f.sheet.blockRight(b, right, y) })
	}
	f.words(letter{face: sansBold, size: 11}, 0, t.Say("report.slip_title", nil))
	f.words(small, 0.2, p.Campaign)
	f.words(small, 0, p.School)
	rule := f.y + 0.8
	f.later(func() { f.sheet.line(left, rule, right, rule, medium) })
	f.y = rule
	name := letter{face: sansBold, size: 16 * f.scale}.fitLine(p.FullName, right-left, 12*f.scale)
	if len(name.lines) > 1 {
		name = name.letter.sized(13*f.scale).wrap(p.FullName, right-left)
	}
	y := f.y + f.air*0.6
	f.later(func() { f.sheet.block(name, left, y) })
	f.y = y + name.height()
}

// access sets class and login at the left and the password in a box at the right.
func (f *slipFlow) access(p *Slip, t *text.Text) {
	const loginWidth = 70.0
	top := f.y + f.air
	f.y = top
	f.captioned(t.Say("report.slip_class", nil), letter{face: sans, size: 11}, p.Class, loginWidth)
	f.captioned(t.Say("report.slip_login", nil), letter{face: sansBold, size: 12}, p.Login, loginWidth)
	x := left + loginWidth + 4
	caption := letter{face: sans, size: 7.5 * f.scale, gray: 0.3}.wrap(t.Say("report.slip_password", nil), right-x-4)
	password := p.passwordBlock(t, f.scale, right-x-6)
	height := max(f.y-top, caption.height()+password.height()+2.4)
	f.later(func() {
		f.sheet.box(x, top, right-x, height, medium)
		f.sheet.block(caption, x+2, top+0.8)
		free := height - caption.height() - password.height()
		f.sheet.blockCentre(password, x, right, top+caption.height()+free*0.45)
	})
	f.y = top + height
}

// captioned sets a value under its small caption; an empty value sets nothing.
func (f *slipFlow) captioned(caption string, l letter, value string, width float64) {
	if value == "" {
		return
	}
	small := letter{face: sans, size: 7.5 * f.scale, gray: 0.3}.wrap(caption, width)
	b := l.sized(l.size*f.scale).fitBoth(value, width, 8*f.scale)
	y := f.y
	f.later(func() { f.sheet.block(b, left, f.sheet.block(small, left, y)) })
	f.y = y + small.height() + b.height() + 0.6
}

// passwordBlock is the password, or the word that it has been handed over (D16).
func (p *Slip) passwordBlock(t *text.Text, scale, width float64) block {
	if p.HandedOver {
		return letter{face: sansBold, size: 20 * scale}.fitBoth(t.Say("report.slip_handed", nil), width, 10)
	}
	return letter{face: monoBold, size: 26 * scale}.fitBoth(p.Password, width, 12)
}

// rules say which door the password opens, how to type it and how to keep it.
func (f *slipFlow) rules(p *Slip, t *text.Text) {
	f.words(letter{face: sansBold, size: 9.5}, f.air, t.Say(p.doorID(), nil))
	small := letter{face: sans, size: 8.5}
	if address := strings.TrimSpace(p.Address); address != "" {
		f.words(small.sized(9.5), 0.4, t.Say("report.slip_address", data.Args{"address": address}))
	}
	space := f.air * 0.4
	if p.Door == doorOfProgram && !p.HandedOver {
		f.words(small, space, t.Say("report.typing", nil))
		space = 0.2
	}
	f.words(small, space, t.Say("report.slip_secret", nil))
}

// receipt sets the line at y on which the graduate signs for the slip.
func (s *sheet) receipt(t *text.Text, y float64) {
	const dateX, dateWidth, signX = left + 58.0, 44.0, left + 108.0
	s.beforeLine(t.Say("report.slip_received", nil), y, dateX-left-2)
	s.signatureLine(dateX, dateWidth, y, t.Say("report.date_caption", nil), "")
	s.signatureLine(signX, right-signX, y, t.Say("report.signature_caption", nil), "")
}

// beforeLine sets words at the left, with their last baseline just above a line at y
// that begins right of them.
func (s *sheet) beforeLine(words string, y, width float64) {
	b := letter{face: sans, size: 9.5}.fitBoth(words, width, 7)
	s.block(b, left, y-0.4-b.ascent()-float64(len(b.lines)-1)*b.leading())
}

// scissorLine draws a dashed line to cut along with scissors at its left end: two
// blades that cross and two rings. No font of ours has the sign.
func (s *sheet) scissorLine(y float64) {
	const length, rings, half = 6.0, 2.0, 1.7
	s.line(left+rings-0.2, y-0.6, left+length, y+0.9, medium)
	s.line(left+rings-0.2, y+0.6, left+length, y-0.9, medium)
	s.pdf.Oval(left, y-half, left+rings, y-0.3)
	s.pdf.Oval(left, y+0.3, left+rings, y+half)
	s.cut(left+length+1, right, y)
}
