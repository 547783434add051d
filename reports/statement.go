package reports

import "graduand/data/text"

// Measures of the part «Заява» in mm.
const (
	// ruling is the distance of the lines for handwriting.
	ruling = 8.5
	// addresseeLeft is where the address block begins.
	addresseeLeft = 108.0
)

func addressee(st *Statement) []block {
	l := letter{face: sans, size: 10.5}
	lines := st.Addressee
	if len(lines) == 0 {
		lines = []string{st.Centre}
	}
	var blocks []block
	for _, line := range lines {
		blocks = append(blocks, l.wrap(line, right-addresseeLeft))
	}
	return blocks
}

// statementHeight is the height from the line to cut down to the bottom margin.
func statementHeight(st *Statement) float64 {
	height := 4.0
	for _, b := range addressee(st) {
		height += b.height()
	}
	return height + applicantHeight + titleHeight + float64(st.Lines)*ruling + hintHeight + signatureHeight
}

// Heights of the fixed parts of the statement in mm.
const (
	applicantHeight = 13.0
	titleHeight     = 7.0
	hintHeight      = 5.0
	signatureHeight = 10.0
)

// cutLine draws the dashed line with its caption in the middle.
func (s *sheet) cutLine(y float64, t *text.Text) {
	l := letter{face: sans, size: 6.5, gray: 0.4}
	caption := t.Say("report.cut", nil)
	half := l.width(tidy(caption))/2 + 2
	s.cut(left, pageWidth/2-half, y)
	s.cut(pageWidth/2+half, right, y)
	s.textCentre(l, left, right, y+0.8, caption)
}

// statement sets the separable part below the cut: everything but the text, which
// the person writes by hand (UA-045, UA-047, UA-048).
func (s *sheet) statement(c *Card, t *text.Text, cut float64) {
	st := &c.Statement
	s.statementNumber(c, t, cut+4)
	y := cut + 4
	for _, b := range addressee(st) {
		y = s.block(b, addresseeLeft, y)
	}
	s.applicant(st, y)
	y += applicantHeight
	s.textCentre(letter{face: sansBold, size: 13}, left, right, y+4, st.Title)
	y += titleHeight
	y = s.ruled(left, right, y+ruling, ruling, st.Lines)
	hint := letter{face: sans, size: 7, gray: 0.35}.fitBoth(st.Hint, right-left, 5.5)
	s.blockCentre(hint, left, right, y+0.7)
	s.dateAndSignature(t, bottom-1.2)
}

// statementNumber repeats the number, so that the parts find each other again.
func (s *sheet) statementNumber(c *Card, t *text.Text, y float64) {
	if !c.numbered() {
		return
	}
	small := letter{face: sans, size: 8, gray: 0.3}
	const width = addresseeLeft - left - gap
	y = s.block(small.fitBoth(c.Title, width, 7), left, y)
	if c.Official {
		s.block(letter{face: sansBold, size: 10}.fitBoth(t.Say("report.number", nil)+" "+c.Number, width, 7), left, y+0.4)
		return
	}
	word := c.DraftWord
	if word == "" {
		word = t.Say("report.draft", nil)
	}
	s.block(letter{face: sans, size: 9}.fitBoth(word+" "+c.Number, width, 7), left, y+0.4)
}

// applicant sets the line for surname and initials with its caption below.
func (s *sheet) applicant(st *Statement, y float64) {
	b := letter{face: sans, size: 10.5}.fitBoth(st.Applicant, right-addresseeLeft, 8)
	line := y + 7.5
	s.block(b, addresseeLeft, line-0.8-b.height())
	s.line(addresseeLeft, line, right, line, thin)
	caption := letter{face: sans, size: 7, gray: 0.35}.fitBoth(st.Caption, right-addresseeLeft, 5.5)
	s.blockCentre(caption, addresseeLeft, right, line+0.6)
}

// dateAndSignature sets the two places on the line at y.
func (s *sheet) dateAndSignature(t *text.Text, y float64) {
	const dateWidth, signWidth = 44.0, 52.0
	s.place(t.Say("report.date", nil), left, y, dateWidth)
	word := t.Say("report.signature", nil)
	l := letter{face: sans, size: 9.5}
	s.place(word, right-signWidth-l.width(tidy(word))-2, y, signWidth)
}

// place sets a word and, right of it, a line of the given width.
func (s *sheet) place(word string, x, y, width float64) {
	l := letter{face: sans, size: 9.5}
	s.text(l, x, y-0.4, word)
	x += l.width(tidy(word)) + 2
	s.line(x, y, x+width, y, thin)
}
